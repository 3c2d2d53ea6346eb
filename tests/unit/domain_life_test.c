/* The life of an application: its table, and folding what happened. */

#include "lib/load.h"

static const struct id first = { { 1 } }, second = { { 2 } },
	third = { { 3 } };

static struct life_event
event(struct arena *arena, struct id id, const char *state, int64_t at_ms,
    const struct id *previous)
{
	char text[ID_HEX_SIZE] = "";

	if (previous != NULL)
		id_print(previous, text);
	return (struct life_event){ .id = id, .move = "m", .state = state,
		.previous = arena_text(arena, text), .at_ms = at_ms };
}

T(a_file_can_be_returned_from_every_state_before_the_issue)
{
	scoped_arena arena = arena_new();
	struct life life = load_life(arena);
	const struct move *back = life_move(&life, "return");

	assert_non_null(back);
	for (size_t i = 0; i < life.n_states; i++) {
		const struct state *at = &life.states[i];

		if (at->is_end)
			assert_false(move_is_from(back, at->name));
		else
			assert_int_equal(move_is_from(back, at->name),
			    strcmp(at->name, "terbit") != 0);
	}
}

T(the_clock_starts_at_complete_and_at_nothing_else)
{
	scoped_arena arena = arena_new();
	struct life life = load_life(arena);

	for (size_t i = 0; i < life.n_moves; i++)
		assert_int_equal(life.moves[i].effect == CLOCK_START,
		    strcmp(life.moves[i].name, "complete") == 0);
}

T(the_last_event_of_a_chain_is_the_status)
{
	scoped_arena arena = arena_new();
	struct life life = load_life(arena);
	const struct life_event events[] = {
		event(arena, second, "lengkap", 20, &first),
		event(arena, first, "diterima", 10, NULL),
	};
	struct status status = life_fold(&life, events, 2);

	assert_string_equal(status.state->name, "lengkap");
	assert_int_equal(status.n_ends, 1);
	assert_true(id_equal(&status.ends[0], &second));
	assert_false(status.is_divided);
}

T(of_two_acts_on_one_state_the_higher_rank_shows)
{
	scoped_arena arena = arena_new();
	struct life life = load_life(arena);
	const struct life_event events[] = {
		event(arena, first, "diterima", 10, NULL),
		event(arena, second, "ditarik", 20, &first),
		event(arena, third, "lengkap", 30, &first),
	};
	struct status status = life_fold(&life, events, 3);

	assert_string_equal(status.state->name, "ditarik");
	assert_int_equal(status.n_ends, 2);
	assert_true(status.is_divided);
}

T(a_bad_table_is_refused)
{
	static const char text[] =
	    "life x {\n"
	    "\tstate a {\n\t\tlabel A\n\t\topen\n\t}\n"
	    "\tstate b {\n\t\tlabel B\n\t\tend\n\t}\n"
	    "\tstate c {\n\t\tlabel C\n\t\topen\n\t}\n"
	    "\tmove m {\n\t\tlabel M\n\t\tfirst\n\t\tto a\n\t\taction fly\n"
	    "\t}\n"
	    "\tmove n {\n\t\tlabel N\n\t\tfrom b z\n\t\tto b\n"
	    "\t\taction check\n\t}\n"
	    "}\n";
	scoped_arena arena = arena_new();
	struct problems problems = { .arena = arena };
	struct document document = { 0 };
	struct life life = { 0 };
	struct err err = { 0 };
	static const char *const wanted[] = { "life.action", "life.move",
		"life.out-of-end", "life.no-state", "life.no-way-out",
		"life.not-reached", "life.not-reached", "life.no-way-out" };

	t_done(directive_read("x.conf", text, sizeof text - 1, &problems,
	    &document, &err), err);
	assert_int_equal(life_read(&document, &problems, &life, &err),
	    FAIL_INVALID);
	assert_int_equal(problems.n, array_length(wanted));
	for (size_t i = 0; i < array_length(wanted); i++)
		assert_string_equal(problems.list[i].fact.code, wanted[i]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    a_file_can_be_returned_from_every_state_before_the_issue),
		cmocka_unit_test(
		    the_clock_starts_at_complete_and_at_nothing_else),
		cmocka_unit_test(the_last_event_of_a_chain_is_the_status),
		cmocka_unit_test(
		    of_two_acts_on_one_state_the_higher_rank_shows),
		cmocka_unit_test(a_bad_table_is_refused),
	};

	return T_RUN(tests);
}
