/* The account of a process time, day by day. */

#include "domain/process_account.h"
#include "lib/load.h"

enum { DAYS = 7 };

/* What is asked of a clock that started on a day; stopped: "" when it runs. */
static struct process_account
account_of(struct arena *arena, const char *started, const char *stopped,
    const char *today)
{
	struct calendar *calendar = arena_alloc(arena, sizeof *calendar);
	struct process_clock *clock = arena_alloc(arena, sizeof *clock);
	struct process_account account;
	struct date day = { 0 };
	struct err err = { 0 };

	*calendar = load_calendar(arena);
	*clock = (struct process_clock){ .state = PROCESS_RUNNING,
		.days = DAYS };
	if (*started != '\0') {
		assert_true(date_parse(started, &clock->started));
		t_done(calendar_due(calendar, clock->started, DAYS,
		    &clock->due, &err), err);
	}
	if (*stopped != '\0')
		assert_true(date_parse(stopped, &clock->stopped));
	assert_true(date_parse(today, &day));
	t_done(process_account_of(calendar, clock, "L03-2026-0412", day,
	    arena, &account, &err), err);
	return account;
}

static void
assert_last(const struct process_account *account, const char *day, int number)
{
	const struct ledger_row *row =
	    &account->ledger.rows[account->ledger.n - 1];
	char text[DATE_TEXT_SIZE];

	date_print(row->day.date, text);
	assert_string_equal(text, day);
	assert_int_equal(row->number, number);
}

T(in_time_it_goes_to_the_day_it_is_due)
{
	scoped_arena arena = arena_new();
	struct process_account account =
	    account_of(arena, "2026-11-02", "2026-11-06", "2026-11-24");

	assert_last(&account, "2026-11-11", 7);
	assert_false(account.left.is_overdue);
	assert_false(account.is_cut);
}

T(late_it_goes_to_the_day_it_stopped)
{
	scoped_arena arena = arena_new();
	struct process_account account =
	    account_of(arena, "2026-11-02", "2026-11-16", "2026-11-24");

	assert_last(&account, "2026-11-16", 10);
	assert_true(account.left.is_overdue);
	assert_int_equal(account.left.days, 3);
}

T(while_it_runs_it_goes_to_today)
{
	scoped_arena arena = arena_new();
	struct process_account account =
	    account_of(arena, "2026-11-02", "", "2026-11-12");

	assert_last(&account, "2026-11-12", 8);
	assert_int_equal(account.left.days, 1);
}

T(what_took_months_is_cut_and_says_so)
{
	scoped_arena arena = arena_new();
	struct process_account account =
	    account_of(arena, "2026-02-02", "", "2026-11-12");

	assert_true(account.is_cut);
	assert_int_equal(account.ledger.rows[account.ledger.n - 1].number,
	    ACCOUNT_DAYS_MAX);
	account = account_of(arena, "", "", "2026-11-12");
	assert_int_equal(account.ledger.n, 0);
	assert_false(account.is_cut);
}

T(a_complaint_is_about_time_by_its_element_or_a_clause)
{
	scoped_arena arena = arena_new();
	struct standard standard = load_standard(arena);
	struct record review = record_of(TABLE_REVIEW, (struct id){ { 1 } });

	assert_false(complaint_is_about_time(&standard, &review));
	record_set_text(&review, arena, REVIEW_PROBLEM, "4");
	record_set_text(&review, arena, REVIEW_CLAUSES, "32/30 32/4");
	assert_false(complaint_is_about_time(&standard, &review));
	record_set_text(&review, arena, REVIEW_CLAUSES, "32/4 32/3.1");
	assert_true(complaint_is_about_time(&standard, &review));
	record_set_text(&review, arena, REVIEW_CLAUSES, "");
	record_set_text(&review, arena, REVIEW_PROBLEM, "3");
	assert_true(complaint_is_about_time(&standard, &review));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(in_time_it_goes_to_the_day_it_is_due),
		cmocka_unit_test(late_it_goes_to_the_day_it_stopped),
		cmocka_unit_test(while_it_runs_it_goes_to_today),
		cmocka_unit_test(what_took_months_is_cut_and_says_so),
		cmocka_unit_test(
		    a_complaint_is_about_time_by_its_element_or_a_clause),
	};

	return T_RUN(tests);
}
