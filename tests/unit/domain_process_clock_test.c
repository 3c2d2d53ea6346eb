/* When the process time starts, stops, and is due. */

#include "domain/process_clock.h"
#include "lib/load.h"

enum { DAYS = 7, EVENTS_MAX = 16 };

/* A case as a list of what was done: move, business date, after which. */
struct world {
	struct arena *arena;
	struct life life;
	struct calendar calendar;
	struct record events[EVENTS_MAX];
	size_t n;
};

static void
world_begin(struct world *world, struct arena *arena)
{
	*world = (struct world){ .arena = arena, .life = load_life(arena),
		.calendar = load_calendar(arena) };
}

/* Do a move after another event (by its number); returns its own number. */
static size_t
after(struct world *world, size_t previous, const char *move,
    const char *date)
{
	struct id id = { { (uint8_t)(world->n + 1) } };
	struct record *event = &world->events[world->n];
	char text[ID_HEX_SIZE];

	*event = record_of(TABLE_EVENT, id);
	record_set_text(event, world->arena, EVENT_MOVE, move);
	record_set_text(event, world->arena, EVENT_STATE,
	    life_move(&world->life, move)->to);
	record_set_text(event, world->arena, EVENT_DATE, date);
	if (world->n > 0) {
		id_print(&world->events[previous].id, text);
		record_set_text(event, world->arena, EVENT_PREVIOUS, text);
	}
	return world->n++;
}

static size_t
then(struct world *world, const char *move, const char *date)
{
	return after(world, world->n - 1, move, date);
}

static struct process_clock
clock_of(struct world *world)
{
	return process_clock_of(&world->life, &world->calendar, DAYS,
	    world->events, world->n, world->arena);
}

static void
is_date(struct date date, const char *wanted)
{
	char text[DATE_TEXT_SIZE];

	date_print(date, text);
	assert_string_equal(text, wanted);
}

static enum clock_mark
mark_on(struct world *world, const char *day)
{
	struct process_clock clock = clock_of(world);
	struct date today = { 0 };

	assert_true(date_parse(day, &today));
	return process_clock_mark(&clock, &world->calendar, today);
}

T(receipt_starts_no_clock)
{
	scoped_arena arena = arena_new();
	struct world world;
	struct process_clock clock;

	world_begin(&world, arena);
	then(&world, "receive", "2026-11-02");
	clock = clock_of(&world);
	assert_int_equal(clock.state, PROCESS_NOT_STARTED);
	assert_true(date_is_none(clock.started));
	assert_true(date_is_none(clock.due.date));
	assert_int_equal(clock.n_steps, 0);
	assert_int_equal(mark_on(&world, "2027-01-04"), CLOCK_NO_MARK);
}

T(complete_is_day_0)
{
	scoped_arena arena = arena_new();
	struct world world;
	struct process_clock clock;

	world_begin(&world, arena);
	then(&world, "receive", "2026-10-26");
	then(&world, "complete", "2026-11-02");
	clock = clock_of(&world);
	assert_int_equal(clock.state, PROCESS_RUNNING);
	assert_int_equal(clock.days, DAYS);
	is_date(clock.started, "2026-11-02");
	is_date(clock.stopped, "");
	is_date(clock.due.date, "2026-11-11");
	assert_false(clock.due.is_provisional);
}

T(found_wrong_it_stops_and_starts_anew_at_day_0)
{
	scoped_arena arena = arena_new();
	struct world world;
	struct process_clock clock;

	world_begin(&world, arena);
	then(&world, "receive", "2026-10-26");
	then(&world, "complete", "2026-11-02");
	then(&world, "process", "2026-11-03");
	then(&world, "return", "2026-11-05");
	clock = clock_of(&world);
	assert_int_equal(clock.state, PROCESS_STOPPED);
	is_date(clock.stopped, "2026-11-05");
	assert_int_equal(mark_on(&world, "2026-12-31"), CLOCK_NO_MARK);
	then(&world, "complete", "2026-11-20");
	clock = clock_of(&world);
	assert_int_equal(clock.state, PROCESS_RUNNING);
	is_date(clock.started, "2026-11-20");
	is_date(clock.stopped, "");
	is_date(clock.due.date, "2026-12-01");
}

T(every_start_and_stop_is_listed)
{
	static const enum clock_effect wanted[] = { CLOCK_START, CLOCK_STOP,
		CLOCK_START, CLOCK_END };
	scoped_arena arena = arena_new();
	struct world world;
	struct process_clock clock;

	world_begin(&world, arena);
	then(&world, "receive", "2026-10-26");
	then(&world, "return", "2026-10-27");
	then(&world, "complete", "2026-11-02");
	then(&world, "return", "2026-11-05");
	then(&world, "complete", "2026-11-20");
	then(&world, "process", "2026-11-21");
	then(&world, "verify", "2026-11-23");
	then(&world, "issue", "2026-11-24");
	clock = clock_of(&world);
	assert_int_equal(clock.n_steps, array_length(wanted));
	for (size_t i = 0; i < array_length(wanted); i++)
		assert_int_equal(clock.steps[i].effect, wanted[i]);
	is_date(clock.steps[1].date, "2026-11-05");
	assert_string_equal(clock.steps[3].move, "issue");
}

T(the_issue_ends_the_clock)
{
	scoped_arena arena = arena_new();
	struct world world;
	struct process_clock clock;

	world_begin(&world, arena);
	then(&world, "receive", "2026-11-02");
	then(&world, "complete", "2026-11-02");
	then(&world, "process", "2026-11-03");
	then(&world, "verify", "2026-11-04");
	then(&world, "issue", "2026-11-05");
	clock = clock_of(&world);
	assert_int_equal(clock.state, PROCESS_ENDED);
	is_date(clock.stopped, "2026-11-05");
	is_date(clock.due.date, "2026-11-11");
	assert_int_equal(mark_on(&world, "2026-12-31"), CLOCK_NO_MARK);
}

T(it_is_due_soon_two_working_days_before)
{
	scoped_arena arena = arena_new();
	struct world world;

	world_begin(&world, arena);
	then(&world, "receive", "2026-11-02");
	then(&world, "complete", "2026-11-02");
	/* Due Wednesday the 11th. */
	assert_int_equal(mark_on(&world, "2026-11-06"), CLOCK_NO_MARK);
	assert_int_equal(mark_on(&world, "2026-11-09"), CLOCK_DUE_SOON);
	assert_int_equal(mark_on(&world, "2026-11-11"), CLOCK_DUE_SOON);
	assert_int_equal(mark_on(&world, "2026-11-12"), CLOCK_OVERDUE);
}

T(a_year_that_is_not_loaded_makes_the_date_provisional)
{
	scoped_arena arena = arena_new();
	struct world world;

	world_begin(&world, arena);
	then(&world, "receive", "2027-12-27");
	then(&world, "complete", "2027-12-27");
	assert_true(clock_of(&world).due.is_provisional);
}

T(of_several_open_ends_the_earliest_deadline_counts)
{
	scoped_arena arena = arena_new();
	struct world world;
	struct process_clock clock;
	size_t received;

	world_begin(&world, arena);
	received = then(&world, "receive", "2026-10-26");
	after(&world, received, "complete", "2026-11-02");
	after(&world, received, "complete", "2026-11-04");
	clock = clock_of(&world);
	assert_int_equal(clock.state, PROCESS_RUNNING);
	is_date(clock.started, "2026-11-02");
	is_date(clock.due.date, "2026-11-11");
	assert_int_equal(clock.n_steps, 2);
}

T(an_open_end_that_is_returned_does_not_hide_one_that_runs)
{
	scoped_arena arena = arena_new();
	struct world world;
	struct process_clock clock;
	size_t complete;

	world_begin(&world, arena);
	then(&world, "receive", "2026-10-26");
	complete = then(&world, "complete", "2026-11-02");
	after(&world, complete, "process", "2026-11-03");
	after(&world, complete, "return", "2026-11-04");
	clock = clock_of(&world);
	assert_int_equal(clock.state, PROCESS_RUNNING);
	is_date(clock.due.date, "2026-11-11");
}

T(a_move_of_a_newer_table_leaves_the_clock_alone)
{
	scoped_arena arena = arena_new();
	struct world world;
	size_t last;

	world_begin(&world, arena);
	then(&world, "receive", "2026-11-02");
	then(&world, "complete", "2026-11-02");
	last = then(&world, "process", "2026-11-03");
	record_set_text(&world.events[last], arena, EVENT_MOVE, "teleport");
	assert_int_equal(clock_of(&world).state, PROCESS_RUNNING);
	record_set_text(&world.events[last], arena, EVENT_MOVE, "return");
	record_set_text(&world.events[last], arena, EVENT_DATE, "soon");
	assert_int_equal(clock_of(&world).state, PROCESS_RUNNING);
}

T(a_case_without_events_has_no_clock)
{
	scoped_arena arena = arena_new();
	struct world world;

	world_begin(&world, arena);
	assert_int_equal(clock_of(&world).state, PROCESS_NOT_STARTED);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(receipt_starts_no_clock),
		cmocka_unit_test(complete_is_day_0),
		cmocka_unit_test(
		    found_wrong_it_stops_and_starts_anew_at_day_0),
		cmocka_unit_test(every_start_and_stop_is_listed),
		cmocka_unit_test(the_issue_ends_the_clock),
		cmocka_unit_test(
		    it_is_due_soon_two_working_days_before),
		cmocka_unit_test(
		    a_year_that_is_not_loaded_makes_the_date_provisional),
		T_ROW("E8", of_several_open_ends_the_earliest_deadline_counts),
		cmocka_unit_test(
		    an_open_end_that_is_returned_does_not_hide_one_that_runs),
		cmocka_unit_test(
		    a_move_of_a_newer_table_leaves_the_clock_alone),
		cmocka_unit_test(a_case_without_events_has_no_clock),
	};

	return T_RUN(tests);
}
