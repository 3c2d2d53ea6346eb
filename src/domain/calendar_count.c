#include "domain/calendar.h"

/* The next day; false at the end of all dates. */
static bool
step(struct date *date)
{
	struct date next = date_add(*date, 1);

	if (!date_is_valid(next))
		return false;
	*date = next;
	return true;
}

static bool
reaches_unloaded_year(
    const struct calendar *calendar, struct date from, struct date due)
{
	struct date first = date_add(from, 1);

	for (int year = first.year; year <= due.year; year++)
		if (!calendar_is_loaded(calendar, year))
			return true;
	return false;
}

enum fail
calendar_due(const struct calendar *calendar, struct date from, int n,
    struct due *ret_due, struct err *err)
{
	struct due due = { .date = from };
	char text[DATE_TEXT_SIZE];

	if (!date_is_valid(from))
		return fail_say(err, FAIL_INVALID, "calendar.date", "", NULL);
	date_print_local(from, text);
	if (n < 0 || n > CALENDAR_DAYS_MAX) {
		struct fact fact = { 0 };

		fact_arg(&fact, 0, "%d", n);
		fact_arg(&fact, 1, "%d", CALENDAR_DAYS_MAX);
		return fail_say(err, FAIL_INVALID, "calendar.days", fact.arg[0],
		    fact.arg[1], NULL);
	}
	for (int counted = 0; counted < n;) {
		if (!step(&due.date))
			return fail_say(
			    err, FAIL_INVALID, "calendar.end", text, NULL);
		counted += calendar_is_working(calendar, due.date);
	}
	if (n > 0)
		due.is_provisional =
		    reaches_unloaded_year(calendar, from, due.date);
	*ret_due = due;
	return FAIL_NONE;
}

enum fail
calendar_ledger(const struct calendar *calendar, struct date from, int n,
    struct arena *arena, struct ledger *ret_ledger, struct err *err)
{
	struct ledger ledger = { 0 };
	struct ledger_row *rows;
	int number = 0;
	enum fail fail;

	fail = calendar_due(calendar, from, n, &ledger.due, err);
	if (fail)
		return fail;
	ledger.n = (size_t)date_between(from, ledger.due.date) + 1;
	rows = arena_array(arena, ledger.n, sizeof *rows);
	for (size_t i = 0; i < ledger.n; i++) {
		struct date date = date_add(from, (int32_t)i);

		rows[i].day = calendar_day(calendar, date);
		if (i == 0)
			rows[i].number = 0;
		else if (rows[i].day.is_working)
			rows[i].number = ++number;
		else
			rows[i].number = -1;
	}
	ledger.rows = rows;
	*ret_ledger = ledger;
	return FAIL_NONE;
}

int
calendar_working_between(
    const struct calendar *calendar, struct date a, struct date b)
{
	int n = 0;

	if (date_compare(a, b) > 0)
		return -calendar_working_between(calendar, b, a);
	while (date_compare(a, b) < 0 && step(&a))
		n += calendar_is_working(calendar, a);
	return n;
}

struct left
calendar_left(
    const struct calendar *calendar, struct date today, struct date due)
{
	struct left left = { .is_overdue = date_compare(today, due) > 0 };
	int between = calendar_working_between(calendar, today, due);

	left.days = left.is_overdue ? -between : between;
	return left;
}

struct date
calendar_window(struct date from, int n)
{
	return date_add(from, n);
}

bool
calendar_window_holds(struct date from, int n, struct date day)
{
	int32_t after = date_between(from, day);

	return after >= 0 && after <= n;
}
