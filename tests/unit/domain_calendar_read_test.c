/* What the reader of data/holidays.tsv refuses, and what may be added. */

#include "domain/calendar.h"
#include "lib/t.h"

#define HEADER "date\tkind\tname\tdecree\n"
#define YEAR "2030\ttahun\t1 libur nasional, 1 cuti bersama\tSKB\n"
#define NEW_YEAR "2030-01-01\tlibur-nasional\tTahun Baru\tSKB\n"
#define LEAVE "2030-01-02\tcuti-bersama\tCuti\tSKB\n"

static int
open_arena(void **state)
{
	*state = arena_new();
	return 0;
}

static int
close_arena(void **state)
{
	arena_free(*state);
	return 0;
}

static enum fail
read_text(void **state, const char *text, struct problems *problems,
    struct calendar *calendar)
{
	*problems = (struct problems){ .arena = *state };
	return calendar_read(
	    "h.tsv", text, strlen(text), problems, calendar, NULL);
}

static void
assert_problem(void **state, const char *text, int line, const char *code)
{
	struct problems problems;
	struct calendar calendar;

	assert_int_equal(
	    read_text(state, text, &problems, &calendar), FAIL_INVALID);
	assert_int_equal(problems.n, 1);
	assert_string_equal(problems.list[0].fact.code, code);
	assert_int_equal(problems.list[0].line, line);
}

static struct calendar
small_calendar(void **state)
{
	struct problems problems;
	struct calendar calendar;

	assert_int_equal(
	    read_text(state, HEADER YEAR NEW_YEAR LEAVE, &problems, &calendar),
	    FAIL_NONE);
	return calendar;
}

static struct date
january(int day)
{
	return (struct date){ 2030, 1, (int8_t)day };
}

T(rows_may_stand_in_any_order)
{
	struct problems problems;
	struct calendar calendar;

	assert_int_equal(
	    read_text(state, "# comment\n" HEADER LEAVE "\n" NEW_YEAR YEAR,
		&problems, &calendar),
	    FAIL_NONE);
	assert_int_equal(calendar.n, 2);
	assert_string_equal(calendar.entries[0].name, "Tahun Baru");
	assert_true(calendar_is_loaded(&calendar, 2030));
	assert_false(calendar_is_loaded(&calendar, 2031));
}

T(all_problems_are_reported_at_once)
{
	struct problems problems;
	struct calendar calendar;

	assert_int_equal(read_text(state,
			     HEADER YEAR NEW_YEAR LEAVE
			     "2030-02-30\tlibur-nasional\tA\tSKB\n"
			     "2030-03-01\tlibur\tA\tSKB\n"
			     "2030-03-02\tkeppres\t\tSKB\n",
			     &problems, &calendar),
	    FAIL_INVALID);
	assert_int_equal(problems.n, 3);
	assert_string_equal(problems.list[0].fact.code, "calendar.date");
	assert_int_equal(problems.list[1].line, 6);
	assert_string_equal(problems.list[1].fact.code, "calendar.kind-likely");
	assert_string_equal(problems.list[1].fact.arg[1], "libur-nasional");
	assert_string_equal(
	    problems.list[2].fact.code, "calendar.name-missing");
}

T(a_lost_row_is_noticed_by_the_count)
{
	struct problems problems;
	struct calendar calendar;

	assert_problem(state, HEADER YEAR NEW_YEAR, 0, "calendar.count");
	assert_int_equal(
	    read_text(state, HEADER YEAR NEW_YEAR, &problems, &calendar),
	    FAIL_INVALID);
	assert_string_equal(problems.list[0].fact.arg[0], "2030");
	assert_string_equal(problems.list[0].fact.arg[1], "1");
	assert_string_equal(problems.list[0].fact.arg[2], "cuti-bersama");
	assert_string_equal(problems.list[0].fact.arg[3], "0");
}

T(a_day_twice_is_a_problem)
{
	assert_problem(
	    state, HEADER YEAR NEW_YEAR NEW_YEAR LEAVE, 4, "calendar.twice");
}

T(a_row_without_decree_is_a_problem)
{
	assert_problem(state,
	    HEADER YEAR NEW_YEAR LEAVE "2030-03-01\ttutup\tPindahan\t\n", 5,
	    "calendar.decree-missing");
}

T(a_year_must_say_how_many_days_it_has)
{
	assert_problem(
	    state, HEADER "2030\ttahun\t17 libur\tSKB\n", 2, "calendar.totals");
	assert_problem(state,
	    HEADER "2030\ttahun\t0 libur nasional, x cuti bersama\tSKB\n", 2,
	    "calendar.totals");
	assert_problem(state,
	    HEADER "30\ttahun\t0 libur nasional, 0 cuti bersama\tSKB\n", 2,
	    "calendar.year");
	assert_problem(state,
	    HEADER "20301\ttahun\t0 libur nasional, 0 cuti bersama\tSKB\n", 2,
	    "calendar.year");
	assert_problem(
	    state, HEADER YEAR YEAR NEW_YEAR LEAVE, 3, "calendar.year-twice");
}

T(a_year_without_its_row_is_not_loaded)
{
	struct problems problems;
	struct calendar calendar;
	struct day day;

	assert_int_equal(
	    read_text(state, HEADER NEW_YEAR, &problems, &calendar), FAIL_NONE);
	assert_false(calendar_is_loaded(&calendar, 2030));
	day = calendar_day(&calendar, january(1));
	assert_false(day.is_working);
	assert_true(day.is_provisional);
}

T(a_local_closure_is_no_working_day)
{
	struct calendar calendar = small_calendar(state);
	struct record closure = record_of(TABLE_CLOSURE, (struct id){ { 1 } });
	struct due due;

	record_set_text(&closure, *state, CLOSURE_DATE, "2030-01-04");
	record_set_text(&closure, *state, CLOSURE_KIND, "tutup");
	record_set_text(&closure, *state, CLOSURE_NAME, "Listrik padam");
	record_set_text(&closure, *state, CLOSURE_DECREE, "SK Kepala 7/2030");
	assert_int_equal(
	    calendar_add_closure(&calendar, &closure, NULL), FAIL_NONE);
	assert_false(calendar_is_working(&calendar, january(4)));
	assert_int_equal(
	    calendar_due(&calendar, january(3), 1, &due, NULL), FAIL_NONE);
	assert_int_equal(date_compare(due.date, january(7)), 0);
}

T(a_closure_with_an_unknown_kind_is_refused)
{
	struct calendar calendar = small_calendar(state);
	struct record closure = record_of(TABLE_CLOSURE, (struct id){ { 1 } });
	struct err err = { 0 };

	record_set_text(&closure, *state, CLOSURE_DATE, "2030-01-04");
	record_set_text(&closure, *state, CLOSURE_KIND, "pesta");
	assert_int_equal(
	    calendar_add_closure(&calendar, &closure, &err), FAIL_INVALID);
	assert_string_equal(err.fact.code, "calendar.kind");
	assert_int_equal(calendar.n, 2);
}

T(a_cuti_bersama_can_be_opened)
{
	struct calendar calendar = small_calendar(state);
	struct calendar_entry open = { january(2), ENTRY_OPEN, "Piket",
		"SE Bupati 1/2030" };
	struct day day;

	assert_int_equal(calendar_add(&calendar, &open, NULL), FAIL_NONE);
	day = calendar_day(&calendar, january(2));
	assert_true(day.is_working);
	assert_string_equal(day.entry->decree, "SE Bupati 1/2030");
}

T(an_opening_wins_whichever_came_first)
{
	struct calendar calendar = small_calendar(state);
	struct calendar_entry entry = { january(3), ENTRY_OPEN, "Piket",
		"SE Bupati 1/2030" };

	assert_int_equal(calendar_add(&calendar, &entry, NULL), FAIL_NONE);
	entry.kind = ENTRY_LEAVE;
	assert_int_equal(calendar_add(&calendar, &entry, NULL), FAIL_NONE);
	assert_true(calendar_is_working(&calendar, january(3)));
}

T(a_closure_wins_over_an_opening)
{
	struct calendar calendar = small_calendar(state);
	struct calendar_entry entry = { january(2), ENTRY_CLOSED, "Banjir",
		"SK 2/2030" };

	assert_int_equal(calendar_add(&calendar, &entry, NULL), FAIL_NONE);
	entry.kind = ENTRY_OPEN;
	assert_int_equal(calendar_add(&calendar, &entry, NULL), FAIL_NONE);
	assert_false(calendar_is_working(&calendar, january(2)));
}

T(a_weekend_cannot_be_opened)
{
	struct calendar calendar = small_calendar(state);
	struct calendar_entry open = { january(5), ENTRY_OPEN, "Piket", "SE" };
	struct err err = { 0 };

	assert_int_equal(calendar_add(&calendar, &open, &err), FAIL_INVALID);
	assert_string_equal(err.fact.code, "calendar.weekend-open");
	assert_string_equal(err.fact.arg[0], "05/01/2030");
	assert_false(calendar_is_working(&calendar, january(5)));
}

T(a_copy_is_changed_alone)
{
	struct calendar calendar = small_calendar(state);
	struct calendar copy = calendar_copy(&calendar, *state);
	struct calendar_entry closed = { january(3), ENTRY_CLOSED, "Banjir",
		"SK 2/2030" };

	assert_int_equal(calendar_add(&copy, &closed, NULL), FAIL_NONE);
	assert_false(calendar_is_working(&copy, january(3)));
	assert_true(calendar_is_working(&calendar, january(3)));
	assert_true(calendar_is_loaded(&copy, 2030));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_may_stand_in_any_order),
		cmocka_unit_test(all_problems_are_reported_at_once),
		cmocka_unit_test(a_lost_row_is_noticed_by_the_count),
		cmocka_unit_test(a_day_twice_is_a_problem),
		cmocka_unit_test(a_row_without_decree_is_a_problem),
		cmocka_unit_test(a_year_must_say_how_many_days_it_has),
		cmocka_unit_test(a_year_without_its_row_is_not_loaded),
		cmocka_unit_test(a_local_closure_is_no_working_day),
		cmocka_unit_test(a_closure_with_an_unknown_kind_is_refused),
		cmocka_unit_test(a_cuti_bersama_can_be_opened),
		cmocka_unit_test(an_opening_wins_whichever_came_first),
		cmocka_unit_test(a_closure_wins_over_an_opening),
		cmocka_unit_test(a_weekend_cannot_be_opened),
		cmocka_unit_test(a_copy_is_changed_alone),
	};

	return cmocka_run_group_tests(tests, open_arena, close_arena);
}
