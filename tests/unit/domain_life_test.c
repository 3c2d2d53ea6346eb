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

/* The same events in any order fold to the same status. */
T(the_order_in_which_events_come_does_not_matter)
{
	scoped_arena arena = arena_new();
	struct life life = load_life(arena);
	struct life_event events[] = {
		event(arena, first, "diterima", 10, NULL),
		event(arena, second, "ditarik", 20, &first),
		event(arena, third, "lengkap", 30, &first),
	};
	const size_t n = array_length(events);

	for (size_t i = 0; i < n; i++) {
		struct life_event moved = events[0];
		struct status status;

		memmove(events, events + 1, (n - 1) * sizeof *events);
		events[n - 1] = moved;
		status = life_fold(&life, events, n);
		assert_string_equal(status.state->name, "ditarik");
		assert_int_equal(status.n_ends, 2);
	}
}

T(who_joins_the_open_ends_closes_them)
{
	scoped_arena arena = arena_new();
	struct life life = load_life(arena);
	const struct id fourth = { { 4 } };
	struct life_event events[] = {
		event(arena, first, "diterima", 10, NULL),
		event(arena, second, "dikembalikan", 20, &first),
		event(arena, third, "lengkap", 30, &first),
		event(arena, fourth, "diproses", 40, &second),
	};
	char text[ID_HEX_SIZE];
	struct status status;

	id_print(&third, text);
	events[3].move = "process";
	events[3].previous =
	    arena_print(arena, "%s %s", events[3].previous, text);
	status = life_fold(&life, events, array_length(events));
	assert_int_equal(status.n_ends, 1);
	assert_false(status.is_divided);
	assert_string_equal(status.state->name, "diproses");
	assert_false(status.has_impossible);
}

T(an_impossible_move_is_kept_and_told)
{
	scoped_arena arena = arena_new();
	struct life life = load_life(arena);
	struct life_event events[] = {
		event(arena, first, "diterima", 10, NULL),
		event(arena, second, "terbit", 20, &first),
	};
	struct status status;

	events[0].move = "receive";
	events[1].move = "issue";
	status = life_fold(&life, events, 2);
	assert_string_equal(status.state->name, "terbit");
	assert_true(status.has_impossible);
	/* Its predecessor may still come. */
	assert_false(life_fold(&life, events + 1, 1).has_impossible);
	/* It leads elsewhere than the table says. */
	events[1].move = "complete";
	assert_true(life_fold(&life, events, 2).has_impossible);
	events[1].state = "lengkap";
	assert_false(life_fold(&life, events, 2).has_impossible);
	/* Only a first move has nothing before it. */
	events[1].previous = "";
	assert_true(life_fold(&life, events, 2).has_impossible);
}

T(a_state_of_a_newer_table_hides_none_of_ours)
{
	scoped_arena arena = arena_new();
	struct life life = load_life(arena);
	const struct life_event events[] = {
		event(arena, first, "diterima", 10, NULL),
		event(arena, second, "melayang", 90, &first),
		event(arena, third, "lengkap", 20, &first),
	};

	assert_string_equal(
	    life_fold(&life, events, 3).state->name, "lengkap");
	assert_null(life_fold(&life, events, 2).state);
	assert_null(life_fold(&life, NULL, 0).state);
}

T(too_many_open_ends_are_cut_and_the_rank_is_not)
{
	enum { MANY = OPEN_ENDS_MAX + 4 };
	scoped_arena arena = arena_new();
	struct life life = load_life(arena);
	struct life_event events[MANY];

	for (int i = 0; i < MANY; i++) {
		struct id id = { { (uint8_t)(i + 1) } };

		events[i] = event(arena, id, "diterima", i, NULL);
	}
	events[MANY - 1].state = "batal";
	assert_int_equal(life_fold(&life, events, MANY).n_ends,
	    OPEN_ENDS_MAX);
	assert_string_equal(
	    life_fold(&life, events, MANY).state->name, "batal");
	assert_true(life_fold(&life, events, MANY).is_divided);
}

T(what_a_move_asks_stands_in_the_table)
{
	scoped_arena arena = arena_new();
	struct life life = load_life(arena);
	const struct move *issue = life_move(&life, "issue");
	const struct move *refuse = life_move(&life, "refuse");
	const struct move *complete = life_move(&life, "complete");

	assert_string_equal(issue->form, "move-issue");
	assert_int_equal(issue->n_required, 5);
	assert_int_equal(issue->action, ACTION_CHECK);
	assert_int_equal(refuse->needs, 1u << NEED_REASON);
	assert_int_equal(complete->needs, 1u << NEED_COMPLETE);
	assert_string_equal(complete->paper, "receipt");
	assert_null(life_move(&life, "fly"));
	assert_null(life_state(&life, "fly"));
}

T(the_readme_of_the_source_has_these_tables)
{
	scoped_arena arena = arena_new();
	static const char *const names[] = { "application", "complaint" };
	size_t size = 0;
	const char *readme = asset_text(arena, "src/README", &size);

	for (size_t i = 0; i < array_length(names); i++) {
		struct life life = load_life_of(arena, names[i]);
		scoped_buf table;

		buf_init(&table, 1 << 16);
		life_print(&life, &table);
		/* Shown whole when it is not there, to be put there. */
		if (strstr(readme, table.text) == NULL)
			assert_string_equal(table.text, "what src/README says");
	}
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
	assert_int_equal(problems.list[0].line, 18);
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
		T_ROW("E8", of_two_acts_on_one_state_the_higher_rank_shows),
		cmocka_unit_test(
		    the_order_in_which_events_come_does_not_matter),
		cmocka_unit_test(who_joins_the_open_ends_closes_them),
		cmocka_unit_test(an_impossible_move_is_kept_and_told),
		cmocka_unit_test(a_state_of_a_newer_table_hides_none_of_ours),
		cmocka_unit_test(
		    too_many_open_ends_are_cut_and_the_rank_is_not),
		cmocka_unit_test(what_a_move_asks_stands_in_the_table),
		cmocka_unit_test(the_readme_of_the_source_has_these_tables),
		cmocka_unit_test(a_bad_table_is_refused),
	};

	return T_RUN(tests);
}
