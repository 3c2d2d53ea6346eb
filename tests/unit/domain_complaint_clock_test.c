/* When an answer is owed, and whether it came in time. */

#include "lib/complaint.h"

enum { EVENTS_MAX = 16 };

struct world {
	struct book book;
	struct record events[EVENTS_MAX];
	size_t n;
};

static void
world_begin(struct world *world, struct arena *arena, const char *arrived)
{
	*world = (struct world){ 0 };
	book_begin(&world->book, arena);
	book_say(&world->book, COMPLAINT_SERVICE_DATE, "");
	book_say(&world->book, COMPLAINT_RECEIVED_DATE, arrived);
}

static void
then(struct world *world, const char *move, const char *date)
{
	struct id id = { { (uint8_t)(world->n + 1) } };
	struct record *event = &world->events[world->n];
	struct arena *arena = world->book.arena;
	char text[ID_HEX_SIZE];

	*event = record_of(TABLE_EVENT, id);
	record_set_text(event, arena, EVENT_MOVE, move);
	record_set_text(event, arena, EVENT_STATE,
	    life_move(&world->book.life, move)->to);
	record_set_text(event, arena, EVENT_DATE, date);
	if (world->n > 0) {
		id_print(&world->events[world->n - 1].id, text);
		record_set_text(event, arena, EVENT_PREVIOUS, text);
	}
	world->n++;
}

static struct complaint_clock
clock_of(struct world *world)
{
	struct book *book = &world->book;

	return complaint_clock_of(&book->life, &book->calendar,
	    &book->standard, &book->complaint, world->events, world->n,
	    book->arena);
}

static struct left
left_on(struct world *world, const char *today)
{
	struct complaint_clock clock = clock_of(world);
	struct left left = { 0 };

	assert_true(complaint_clock_left(&clock, &world->book.calendar,
	    day(today), &left));
	return left;
}

/* Due dates counted by hand from the decrees. */
T(fourteen_working_days_since_the_day_it_arrived)
{
	static const struct {
		const char *arrived, *due;
		bool is_provisional;
	} rows[] = {
		{ "2026-11-20", "2026-12-10", false }, /* Friday */
		{ "2026-11-21", "2026-12-10", false }, /* Saturday */
		{ "2026-11-22", "2026-12-10", false }, /* Sunday */
		{ "2026-11-23", "2026-12-11", false },
		{ "2026-12-07", "2026-12-29", false },
		{ "2026-12-23", "2027-01-18", false }, /* over New Year */
		{ "2026-12-24", "2027-01-18", false }, /* cuti bersama */
		{ "2026-12-25", "2027-01-18", false }, /* Christmas */
		{ "2027-02-26", "2027-03-30", false },
		{ "2027-12-09", "2027-12-30", false },
		{ "2027-12-10", "2027-12-31", false },
		{ "2027-12-13", "2028-01-03", true },  /* 2028: not loaded */
		{ "2027-12-20", "2028-01-10", true },
	};
	scoped_arena arena = arena_new();
	struct world world;

	for (size_t i = 0; i < array_length(rows); i++) {
		struct complaint_clock clock;

		world_begin(&world, arena, rows[i].arrived);
		then(&world, "record", rows[i].arrived);
		clock = clock_of(&world);
		assert_int_equal(clock.clock.state, PROCESS_RUNNING);
		is_day(clock.clock.due.date, rows[i].due);
		assert_int_equal(clock.clock.due.is_provisional,
		    rows[i].is_provisional);
	}
}

T(an_answer_on_day_14_is_in_time_and_on_day_15_late)
{
	scoped_arena arena = arena_new();
	struct world world;
	struct left left;

	world_begin(&world, arena, "2026-11-20");
	then(&world, "record", "2026-11-20");
	then(&world, "answer", "2026-12-10");
	left = left_on(&world, "2027-06-01");
	assert_false(left.is_overdue);
	assert_int_equal(left.days, 0);
	world.n--;
	then(&world, "answer", "2026-12-11");
	left = left_on(&world, "2027-06-01");
	assert_true(left.is_overdue);
	assert_int_equal(left.days, 1);
	assert_int_equal(clock_of(&world).clock.state, PROCESS_ENDED);
}

T(soon_is_two_working_days_before_and_overdue_the_day_after)
{
	static const struct {
		const char *today;
		enum clock_mark mark;
	} rows[] = {
		{ "2026-12-07", CLOCK_NO_MARK },
		{ "2026-12-08", CLOCK_DUE_SOON },
		{ "2026-12-10", CLOCK_DUE_SOON },
		{ "2026-12-11", CLOCK_OVERDUE },
	};
	scoped_arena arena = arena_new();
	struct world world;
	struct complaint_clock clock;

	world_begin(&world, arena, "2026-11-20");
	then(&world, "record", "2026-11-20");
	clock = clock_of(&world);
	for (size_t i = 0; i < array_length(rows); i++)
		assert_int_equal(complaint_clock_mark(&clock,
		    &world.book.calendar, day(rows[i].today)), rows[i].mark);
	then(&world, "answer", "2026-12-14");
	clock = clock_of(&world);
	assert_int_equal(complaint_clock_mark(&clock, &world.book.calendar,
	    day("2026-12-15")), CLOCK_NO_MARK);
}

/* The event is of the day it was typed, the clock of the day it arrived. */
T(typed_days_later_it_still_counts_from_arrival)
{
	scoped_arena arena = arena_new();
	struct world world;

	world_begin(&world, arena, "2026-11-20");
	then(&world, "record", "2026-12-01");
	is_day(clock_of(&world).clock.started, "2026-11-20");
	is_day(clock_of(&world).clock.due.date, "2026-12-10");
	/* A letter that lay at the office counts from its stamp. */
	book_say(&world.book, COMPLAINT_LETTER_ARRIVED, "2026-11-13");
	is_day(clock_of(&world).clock.due.date, "2026-12-03");
}

T(a_suggestion_has_no_clock_until_it_is_completed)
{
	scoped_arena arena = arena_new();
	struct world world;
	struct complaint_clock clock;
	struct left left;

	world_begin(&world, arena, "2026-11-02");
	then(&world, "record-suggestion", "2026-11-02");
	clock = clock_of(&world);
	assert_int_equal(clock.clock.state, PROCESS_NOT_STARTED);
	assert_false(complaint_clock_left(&clock, &world.book.calendar,
	    day("2026-12-31"), &left));
	book_say(&world.book, COMPLAINT_COMPLETED_DATE, "2026-11-20");
	then(&world, "complete", "2026-11-23");
	is_day(clock_of(&world).clock.started, "2026-11-20");
	is_day(clock_of(&world).clock.due.date, "2026-12-10");
}

T(treated_as_a_suggestion_it_owes_nothing)
{
	scoped_arena arena = arena_new();
	struct world world;
	struct complaint_clock clock;
	struct left left;

	world_begin(&world, arena, "2026-11-02");
	then(&world, "record", "2026-11-02");
	then(&world, "treat", "2026-11-05");
	clock = clock_of(&world);
	assert_int_equal(clock.clock.state, PROCESS_STOPPED);
	assert_false(complaint_clock_left(&clock, &world.book.calendar,
	    day("2026-12-31"), &left));
}

T(withdrawn_or_forwarded_it_owes_nothing)
{
	static const char *const ends[] = { "withdraw", "forward" };
	scoped_arena arena = arena_new();
	struct world world;

	for (size_t i = 0; i < array_length(ends); i++) {
		struct complaint_clock clock;
		struct left left;

		world_begin(&world, arena, "2026-11-02");
		then(&world, "record", "2026-11-02");
		then(&world, ends[i], "2026-12-15");
		clock = clock_of(&world);
		assert_false(complaint_clock_left(&clock,
		    &world.book.calendar, day("2026-12-31"), &left));
	}
}

/* The first round's result stays among the steps. */
T(an_objection_has_a_clock_of_its_own)
{
	scoped_arena arena = arena_new();
	struct world world;
	struct complaint_clock clock;

	world_begin(&world, arena, "2026-11-02");
	then(&world, "record", "2026-11-02");
	then(&world, "answer", "2026-11-20");
	then(&world, "report", "2026-11-20");
	then(&world, "close", "2026-11-20");
	is_day(clock_of(&world).answered, "2026-11-20");
	then(&world, "reopen", "2026-12-07");
	clock = clock_of(&world);
	assert_int_equal(clock.clock.state, PROCESS_RUNNING);
	is_day(clock.clock.started, "2026-12-07");
	is_day(clock.clock.due.date, "2026-12-29");
	assert_true(date_is_none(clock.answered));
	assert_int_equal(clock.clock.n_steps, 3);
	is_day(clock.clock.steps[1].date, "2026-11-20");
	then(&world, "answer", "2026-12-30");
	assert_true(left_on(&world, "2027-01-31").is_overdue);
}

T(of_merged_ones_the_earliest_date_rules)
{
	scoped_arena arena = arena_new();
	struct world late, early;
	struct complaint_clock one, other;

	world_begin(&late, arena, "2026-11-20");
	then(&late, "record", "2026-11-20");
	world_begin(&early, arena, "2026-11-02");
	then(&early, "record", "2026-11-02");
	one = clock_of(&late);
	other = clock_of(&early);
	complaint_clock_join(&one, &other);
	assert_true(one.is_joint);
	is_day(one.clock.due.date, "2026-11-20");
	/* The later one changes nothing. */
	one = clock_of(&early);
	other = clock_of(&late);
	complaint_clock_join(&one, &other);
	assert_false(one.is_joint);
	is_day(one.clock.due.date, "2026-11-20");
	/* What owes nothing binds nobody. */
	then(&early, "withdraw", "2026-11-03");
	one = clock_of(&late);
	other = clock_of(&early);
	complaint_clock_join(&one, &other);
	assert_false(one.is_joint);
	is_day(one.clock.due.date, "2026-12-10");
}

T(the_answer_of_one_is_that_of_the_merged)
{
	scoped_arena arena = arena_new();
	struct world leader, merged;
	struct complaint_clock one, other;
	struct left left = { 0 };

	world_begin(&leader, arena, "2026-11-20");
	then(&leader, "record", "2026-11-20");
	world_begin(&merged, arena, "2026-11-02");
	then(&merged, "record", "2026-11-02");
	one = clock_of(&merged);
	other = clock_of(&leader);
	complaint_clock_follow(&one, &other);
	assert_true(date_is_none(one.answered));
	then(&leader, "answer", "2026-11-24");
	other = clock_of(&leader);
	complaint_clock_follow(&one, &other);
	is_day(one.answered, "2026-11-24");
	assert_true(complaint_clock_left(&one, &leader.book.calendar,
	    day("2027-01-01"), &left));
	assert_true(left.is_overdue);
	assert_int_equal(left.days, 2);
	/* And the leader is judged by the earliest of the group. */
	one = clock_of(&leader);
	other = clock_of(&merged);
	complaint_clock_join(&one, &other);
	assert_true(complaint_clock_left(&one, &leader.book.calendar,
	    day("2027-01-01"), &left));
	assert_int_equal(left.days, 2);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    fourteen_working_days_since_the_day_it_arrived),
		cmocka_unit_test(
		    an_answer_on_day_14_is_in_time_and_on_day_15_late),
		cmocka_unit_test(
		    soon_is_two_working_days_before_and_overdue_the_day_after),
		cmocka_unit_test(
		    typed_days_later_it_still_counts_from_arrival),
		cmocka_unit_test(
		    a_suggestion_has_no_clock_until_it_is_completed),
		cmocka_unit_test(treated_as_a_suggestion_it_owes_nothing),
		cmocka_unit_test(withdrawn_or_forwarded_it_owes_nothing),
		cmocka_unit_test(an_objection_has_a_clock_of_its_own),
		cmocka_unit_test(of_merged_ones_the_earliest_date_rules),
		cmocka_unit_test(the_answer_of_one_is_that_of_the_merged),
	};

	return T_RUN(tests);
}
