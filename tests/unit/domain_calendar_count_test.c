/* What is true of counting with any calendar; the calendars are drawn. */

#include <stdio.h>

#include "domain/calendar.h"
#include "lib/t.h"

enum { CALENDARS = 40, TRIES = 40, YEAR_FIRST = 2020, YEARS = 6 };

struct world {
	struct t_random random;
	struct arena *arena;
	struct calendar calendar;
};

static int
below(struct world *world, int n)
{
	return (int)t_random_below(&world->random, (size_t)n);
}

static struct date
any_date(struct world *world)
{
	struct date first = { YEAR_FIRST, 1, 1 };

	return date_add(first, below(world, YEARS * 365));
}

static void
draw_calendar(struct world *world)
{
	int n = below(world, 200);
	struct err err = { 0 };

	arena_reset(world->arena);
	world->calendar = (struct calendar){ .arena = world->arena };
	for (int i = 0; i < n; i++) {
		struct calendar_entry entry = {
			.date = any_date(world),
			.kind = (enum entry_kind)below(world, ENTRY_KINDS),
			.name = "hari",
			.decree = "SK",
		};

		/* An opening of a weekend is refused; all else is taken. */
		if (calendar_add(&world->calendar, &entry, &err))
			assert_int_equal(entry.kind, ENTRY_OPEN);
	}
}

static struct date
due_of(struct world *world, struct date from, int n)
{
	struct due due = { 0 };

	assert_int_equal(
	    calendar_due(&world->calendar, from, n, &due, NULL), FAIL_NONE);
	return due.date;
}

static void
each(void (*holds)(struct world *world), uint64_t seed)
{
	struct world world = { { seed }, arena_new(), { 0 } };

	printf("# seed %llu\n", (unsigned long long)seed);
	for (int i = 0; i < CALENDARS; i++) {
		draw_calendar(&world);
		for (int j = 0; j < TRIES; j++)
			holds(&world);
	}
	arena_free(world.arena);
}

/* What decides over a day, found by looking at every entry. */
static bool
is_working_by_looking(const struct calendar *calendar, struct date date)
{
	enum weekday weekday = date_weekday(date);
	bool has[ENTRY_KINDS] = { false };

	for (size_t i = 0; i < calendar->n; i++)
		if (date_compare(calendar->entries[i].date, date) == 0)
			has[calendar->entries[i].kind] = true;
	if (weekday == SATURDAY || weekday == SUNDAY || has[ENTRY_CLOSED])
		return false;
	return has[ENTRY_OPEN] ||
	    !(has[ENTRY_HOLIDAY] || has[ENTRY_LEAVE] || has[ENTRY_DECREED]);
}

static void
is_judged_by_entries(struct world *world)
{
	struct date date = any_date(world);

	if (below(world, 2) == 0 && world->calendar.n > 0) {
		size_t at = t_random_below(&world->random, world->calendar.n);

		date = world->calendar.entries[at].date;
	}
	assert_int_equal(calendar_is_working(&world->calendar, date),
	    is_working_by_looking(&world->calendar, date));
}

T(a_day_is_judged_by_its_own_entries)
{
	each(is_judged_by_entries, 20261101);
}

static void
lands_on_working_day(struct world *world)
{
	int n = 1 + below(world, 60);
	struct date due = due_of(world, any_date(world), n);

	assert_true(calendar_is_working(&world->calendar, due));
	assert_true(date_weekday(due) != SATURDAY);
	assert_true(date_weekday(due) != SUNDAY);
}

T(a_due_date_is_a_working_day)
{
	each(lands_on_working_day, 20261102);
}

static void
rises(struct world *world)
{
	struct date from = any_date(world);
	struct date later = date_add(from, below(world, 20));
	int n = below(world, 60);

	assert_true(date_compare(due_of(world, from, n),
			due_of(world, from, n + 1)) < 0);
	assert_true(
	    date_compare(due_of(world, from, n), due_of(world, later, n)) <= 0);
}

T(more_days_and_a_later_start_never_end_earlier)
{
	each(rises, 20261103);
}

static void
adds(struct world *world)
{
	struct date from = any_date(world);
	int a = below(world, 30), b = below(world, 30);

	assert_int_equal(date_compare(due_of(world, due_of(world, from, a), b),
			     due_of(world, from, a + b)),
	    0);
}

T(counting_in_two_parts_is_counting_once)
{
	each(adds, 20261104);
}

static void
closing_moves_back(struct world *world)
{
	struct date from = any_date(world);
	int n = 1 + below(world, 30);
	struct date before = due_of(world, from, n);
	struct calendar_entry entry = { before, ENTRY_CLOSED, "tutup", "SK" };

	assert_int_equal(
	    calendar_add(&world->calendar, &entry, NULL), FAIL_NONE);
	assert_true(date_compare(before, due_of(world, from, n)) < 0);
}

T(closing_the_due_day_moves_the_date_later)
{
	each(closing_moves_back, 20261105);
}

static void
is_inverse(struct world *world)
{
	struct date from = any_date(world), to = any_date(world);
	int n = below(world, 60);

	assert_int_equal(calendar_working_between(
			     &world->calendar, from, due_of(world, from, n)),
	    n);
	assert_int_equal(calendar_working_between(&world->calendar, from, to),
	    -calendar_working_between(&world->calendar, to, from));
}

T(days_between_undo_counting)
{
	each(is_inverse, 20261106);
}

static void
ledger_agrees(struct world *world)
{
	struct date from = any_date(world);
	int n = below(world, 30), counted = 0;
	struct ledger ledger;

	assert_int_equal(calendar_ledger(&world->calendar, from, n,
			     world->arena, &ledger, NULL),
	    FAIL_NONE);
	assert_int_equal(
	    date_compare(ledger.due.date, due_of(world, from, n)), 0);
	for (size_t i = 0; i < ledger.n; i++) {
		const struct ledger_row *row = &ledger.rows[i];

		assert_int_equal(
		    date_compare(row->day.date, date_add(from, (int32_t)i)), 0);
		if (i > 0 && row->number >= 0)
			assert_int_equal(row->number, ++counted);
		if (i > 0)
			assert_int_equal(row->number >= 0,
			    calendar_is_working(
				&world->calendar, row->day.date));
	}
	assert_int_equal(counted, n);
	assert_int_equal(ledger.rows[ledger.n - 1].number, n);
}

T(the_ledger_agrees_with_the_due_date)
{
	each(ledger_agrees, 20261107);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_day_is_judged_by_its_own_entries),
		cmocka_unit_test(a_due_date_is_a_working_day),
		cmocka_unit_test(more_days_and_a_later_start_never_end_earlier),
		cmocka_unit_test(counting_in_two_parts_is_counting_once),
		cmocka_unit_test(closing_the_due_day_moves_the_date_later),
		cmocka_unit_test(days_between_undo_counting),
		cmocka_unit_test(the_ledger_agrees_with_the_due_date),
	};

	return T_RUN(tests);
}
