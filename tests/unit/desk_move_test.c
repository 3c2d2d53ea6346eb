#include "desk/assets.h"
#include "desk/checklist.h"
#include "desk/setting.h"
#include "domain/checklist.h"
#include "domain/refusal.h"
#include "lib/counter.h"

/* Who may move what from where, and what stands in the way. */

/* A request that was decided on what stands there now. */
static struct move_request
request(struct counter *counter, struct id id, const char *move)
{
	struct application application = counter_read(counter, id);

	return (struct move_request){
		.application = id,
		.move = move,
		.seen = application.status->ends,
		.n_seen = application.status->n_ends,
	};
}

/* Somebody who may make it. */
static void
sign_in_for(struct counter *counter, const struct move *move)
{
	counter_sign_in(counter, move->action == ACTION_CANCEL ? "hendra"
	    : "ani");
}

/* Every move that does not leave this state is refused, and it stays. */
static void
check_from(struct counter *counter, struct id id, const char *from)
{
	const struct life *life = desk_assets(counter->desk)->life;
	struct moved moved;

	for (size_t i = 0; i < life->n_moves; i++) {
		const struct move *move = &life->moves[i];
		struct err err = { 0 };

		if (move_is_from(move, from))
			continue;
		sign_in_for(counter, move);
		if (counter_move(counter, id, move->name, &moved, &err) !=
		    FAIL_CONFLICT || strcmp(err.fact.code,
		    "move.wrong-state") != 0)
			fail_msg("%s from %s: %s", move->name, from,
			    err.text);
		assert_string_equal(counter_read(counter, id).status->state
		    ->name, from);
	}
}

T(every_move_is_refused_from_every_state_it_does_not_leave)
{
	static const char *const states[] = { "diterima", "dikembalikan",
		"lengkap", "diproses", "tim-teknis", "terverifikasi",
		"terbit", "diserahkan" };

	struct counter *counter = *state;

	for (size_t i = 0; i < array_length(states); i++) {
		struct id id;

		counter_sign_in(counter, "ani");
		id = counter_receive(counter);
		counter_bring_to(counter, id, states[i]);
		check_from(counter, id, states[i]);
	}
}

T(nothing_leaves_an_end)
{
	static const char *const ends[] = { "withdraw", "refuse", "cancel" };
	struct counter *counter = *state;
	const struct life *life = desk_assets(counter->desk)->life;
	struct move_option *options;
	struct moved moved;
	struct err err = { 0 };
	size_t n;

	for (size_t i = 0; i < array_length(ends); i++) {
		struct id id;

		counter_sign_in(counter, "ani");
		id = counter_receive(counter);
		counter_bring_to(counter, id, "lengkap");
		sign_in_for(counter, life_move(life, ends[i]));
		t_done(counter_move(counter, id, ends[i], &moved, &err), err);
		t_done(desk_moves(counter->desk, &id, counter->arena,
		    &options, &n, &err), err);
		assert_int_equal(n, 0);
		check_from(counter, id, moved.state);
	}
}

T(a_move_that_is_unknown_is_named)
{
	struct counter *counter = *state;
	struct moved moved;
	struct err err = { 0 };
	struct id id;

	counter_sign_in(counter, "ani");
	id = counter_receive(counter);
	assert_int_equal(counter_move(counter, id, "terbitkan", &moved, &err),
	    FAIL_MISSING);
	assert_string_equal(err.fact.code, "move.unknown");
}

T(who_decided_on_what_has_changed_decides_again)
{
	struct counter *counter = *state;
	struct move_request late;
	struct moved moved;
	struct err err = { 0 };
	struct id id;

	counter_sign_in(counter, "ani");
	id = counter_receive(counter);
	counter_check_all(counter, id);
	late = request(counter, id, "complete");
	counter_sign_in(counter, "budi");
	t_done(counter_move(counter, id, "complete", &moved, &err), err);
	counter_sign_in(counter, "ani");
	assert_int_equal(desk_move(counter->desk, &late, NULL, &moved, &err),
	    FAIL_CONFLICT);
	assert_string_equal(err.fact.code, "move.changed");
	assert_string_equal(err.fact.arg[0], "Budi Santoso");
	assert_int_equal(counter_read(counter, id).n_events, 2);
}

T(a_refused_completion_names_every_item_its_clause_and_place)
{
	struct counter *counter = *state;
	struct refusals refusals = { .arena = counter->arena };
	struct move_request complete;
	struct moved moved;
	struct err err = { 0 };
	struct id id;

	counter_sign_in(counter, "ani");
	id = counter_receive(counter);
	complete = request(counter, id, "complete");
	complete.date = desk_today(counter->desk);
	assert_int_equal(desk_move(counter->desk, &complete, &refusals, &moved,
	    &err), FAIL_INVALID);
	assert_int_equal(refusals.n, 8);
	assert_string_equal(refusals.list[3].clause, "32/1.A.4");
	assert_string_equal(refusals.list[3].field, "32/1.A.4");
	assert_true(refusals.list[3].item[0] != '\0');
	assert_string_equal(err.fact.code, refusals.list[0].fact.code);
}

T(what_can_be_done_is_listed_with_what_blocks_it)
{
	struct counter *counter = *state;
	struct move_option *options;
	struct err err = { 0 };
	struct id id;
	size_t n, allowed = 0;

	counter_sign_in(counter, "dedi");
	id = counter_receive(counter);
	t_done(desk_moves(counter->desk, &id, counter->arena, &options, &n,
	    &err), err);
	assert_int_equal(n, 4);
	for (size_t i = 0; i < n; i++) {
		allowed += options[i].is_allowed;
		assert_int_equal(options[i].is_allowed,
		    options[i].refusals->n == 0);
	}
	/* A petugas may only take it back for the applicant. */
	assert_int_equal(allowed, 1);
	assert_string_equal(options[0].move->name, "complete");
	assert_string_equal(options[0].refusals->list[0].fact.code,
	    "denied.check");
	assert_int_equal(options[0].refusals->n, 1 + 8);
}

T(a_file_without_fault_is_returned_only_with_a_reason)
{
	struct counter *counter = *state;
	struct move_request back;
	struct moved moved;
	struct err err = { 0 };
	struct id id;

	counter_sign_in(counter, "ani");
	id = counter_receive(counter);
	counter_check_all(counter, id);
	back = request(counter, id, "return");
	assert_int_equal(desk_move(counter->desk, &back, NULL, &moved, &err),
	    FAIL_INVALID);
	assert_string_equal(err.fact.code, "move.no-failed");
	back.reason = "salinan tidak terbaca";
	t_done(desk_move(counter->desk, &back, NULL, &moved, &err), err);
}

T(a_file_with_a_fault_is_always_returnable)
{
	static const char *const states[] = { "diterima", "lengkap",
		"diproses", "terverifikasi" };
	struct counter *counter = *state;

	counter_sign_in(counter, "ani");
	for (size_t i = 0; i < array_length(states); i++) {
		struct id id = counter_receive(counter);
		struct check check = { .application = id, .result = "T",
			.clause = "32/1.B.4", .note = "belum ada" };
		struct move_request back;
		struct moved moved;
		struct err err = { 0 };

		counter_bring_to(counter, id, states[i]);
		t_done(desk_check(counter->desk, &check, &err), err);
		back = request(counter, id, "return");
		t_done(desk_move(counter->desk, &back, NULL, &moved, &err),
		    err);
	}
}

T(an_end_by_decision_wants_its_reason)
{
	static const char *const moves[] = { "withdraw", "refuse", "cancel" };
	struct counter *counter = *state;
	const struct life *life = desk_assets(counter->desk)->life;
	struct id id;

	counter_sign_in(counter, "ani");
	id = counter_receive(counter);
	counter_bring_to(counter, id, "lengkap");
	for (size_t i = 0; i < array_length(moves); i++) {
		struct move_request end;
		struct moved moved;
		struct err err = { 0 };

		sign_in_for(counter, life_move(life, moves[i]));
		end = request(counter, id, moves[i]);
		end.reason = "  \n";
		assert_int_equal(desk_move(counter->desk, &end, NULL, &moved,
		    &err), FAIL_INVALID);
	}
}

T(the_day_is_not_in_the_future_and_not_before_the_file_came)
{
	static const struct {
		struct date date;
		const char *code;
	} wrong[] = {
		{ { 2026, 11, 3 }, "move.future" },
		{ { 2026, 11, 1 }, "move.too-early" },
	};
	struct counter *counter = *state;
	struct id id;

	counter_sign_in(counter, "ani");
	id = counter_receive(counter);
	counter_check_all(counter, id);
	for (size_t i = 0; i < array_length(wrong); i++) {
		struct move_request complete = request(counter, id, "complete");
		struct moved moved;
		struct err err = { 0 };

		complete.date = wrong[i].date;
		assert_int_equal(desk_move(counter->desk, &complete, NULL,
		    &moved, &err), FAIL_INVALID);
		assert_string_equal(err.fact.code, wrong[i].code);
	}
}

T(issuing_wants_every_field_and_the_electronic_signature)
{
	struct counter *counter = *state;
	struct refusals refusals = { .arena = counter->arena };
	struct move_request issue;
	struct answers *answers;
	struct field_context context;
	const struct form *form;
	struct moved moved;
	struct err err = { 0 };
	struct id id;

	counter_sign_in(counter, "ani");
	id = counter_receive(counter);
	counter_bring_to(counter, id, "terverifikasi");
	issue = request(counter, id, "issue");
	assert_int_equal(desk_move(counter->desk, &issue, &refusals, &moved,
	    &err), FAIL_INVALID);
	assert_int_equal(refusals.n, 5);

	context = counter_context(counter);
	t_done(desk_form(counter->desk, "move-issue", NULL, &form, &err), err);
	answers = answers_new(counter->arena, form);
	answers_default(answers, &context);
	counter_type(counter, answers, "signed", "T");
	issue.answers = answers;
	refusals.n = 0;
	assert_int_equal(desk_move(counter->desk, &issue, &refusals, &moved,
	    &err), FAIL_INVALID);
	assert_string_equal(refusals.list[refusals.n - 1].fact.code,
	    "move.not-signed");
	assert_string_equal(refusals.list[refusals.n - 1].clause, "32/5");
}

T(a_sheet_of_another_form_is_not_taken)
{
	struct counter *counter = *state;
	struct move_request complete;
	struct moved moved;
	struct err err = { 0 };
	struct id id;

	counter_sign_in(counter, "ani");
	id = counter_receive(counter);
	counter_check_all(counter, id);
	complete = request(counter, id, "complete");
	complete.answers = counter_sheet(counter);
	assert_int_equal(desk_move(counter->desk, &complete, NULL, &moved,
	    &err), FAIL_INVALID);
	assert_string_equal(err.fact.code, "move.other-form");
}

T(with_two_persons_who_received_does_not_check)
{
	struct counter *counter = *state;
	struct check check = { .clause = "32/1.A.1", .result = "B" };
	struct moved moved;
	struct err err = { 0 };
	struct id id;

	counter_sign_in(counter, "ani");
	t_done(desk_setting_put(counter->desk, SETTING_TWO_PERSONS, "Y", &err),
	    err);
	id = counter_receive(counter);
	check.application = id;
	assert_int_equal(desk_check(counter->desk, &check, &err),
	    FAIL_DENIED);
	assert_string_equal(err.fact.code, "check.two-persons");
	assert_int_equal(counter_move(counter, id, "return", &moved, &err),
	    FAIL_DENIED);
	assert_string_equal(err.fact.code, "check.two-persons");
	counter_sign_in(counter, "budi");
	counter_check_all(counter, id);
	t_done(counter_move(counter, id, "complete", &moved, &err), err);
	/* The applicant may still take it back at the desk it came to. */
	counter_sign_in(counter, "ani");
	t_done(counter_move(counter, id, "withdraw", &moved, &err), err);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T_COUNTER(
		    every_move_is_refused_from_every_state_it_does_not_leave),
		T_COUNTER(nothing_leaves_an_end),
		T_COUNTER(a_move_that_is_unknown_is_named),
		T_COUNTER(who_decided_on_what_has_changed_decides_again),
		T_COUNTER(
		    a_refused_completion_names_every_item_its_clause_and_place),
		T_COUNTER(what_can_be_done_is_listed_with_what_blocks_it),
		T_COUNTER(a_file_without_fault_is_returned_only_with_a_reason),
		T_COUNTER(a_file_with_a_fault_is_always_returnable),
		T_COUNTER(an_end_by_decision_wants_its_reason),
		T_COUNTER(
		    the_day_is_not_in_the_future_and_not_before_the_file_came),
		T_COUNTER(
		    issuing_wants_every_field_and_the_electronic_signature),
		T_COUNTER(a_sheet_of_another_form_is_not_taken),
		T_COUNTER(with_two_persons_who_received_does_not_check),
	};

	return T_RUN(tests);
}
