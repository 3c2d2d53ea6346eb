#include "desk/complaint_merge.h"
#include "lib/complaints.h"
#include "store/state.h"

/* Two entries as one, and the box with its slips. */

static struct id
received_on(struct counter *counter, const char *date, const char *name)
{
	struct answers *answers = complaints_sheet(counter);

	counter_type(counter, answers, "received_date", date);
	counter_type(counter, answers, "name", name);
	return complaints_receive(counter, answers);
}

static enum fail
merge(struct counter *counter, struct id from, struct id into,
    const char **ret_code)
{
	struct complaint one = complaints_read(counter, from);
	struct complaint other = complaints_read(counter, into);
	const struct complaint_merging merging = { &one, &other,
		"perkara yang sama" };
	struct complaint_acted acted;
	struct err err = { 0 };
	enum fail fail = desk_complaint_merge(counter->desk, &merging, NULL,
	    &acted, &err);

	*ret_code = arena_text(counter->arena, err.fact.code);
	return fail;
}

static void
split(struct counter *counter, struct id from)
{
	struct complaint one = complaints_read(counter, from);
	struct complaint_acted acted;
	struct err err = { 0 };

	t_done(desk_complaint_split(counter->desk, &one, "ternyata lain",
	    NULL, &acted, &err), err);
}

static const char *
kept_due(struct counter *counter, struct id id)
{
	struct case_state kept;
	struct err err = { 0 };

	t_done(store_state_get(counter->reg->store, &id, counter->arena,
	    &kept, &err), err);
	return kept.due;
}

T(the_earliest_due_date_of_those_merged_rules)
{
	struct counter *counter = *state;
	struct id older, younger;
	struct complaint complaint;
	const char *code;

	counter_sign_in(counter, "sri");
	older = received_on(counter, "29/10/2026", "Siti");
	younger = received_on(counter, "02/11/2026", "Ujang");
	assert_int_equal(merge(counter, older, younger, &code), FAIL_NONE);
	complaint = complaints_read(counter, younger);
	assert_date(complaint.clock.due.date, 2026, 11, 18);
	assert_date(complaint.clock.own.date, 2026, 11, 20);
	assert_string_equal(kept_due(counter, younger), "2026-11-18");
	assert_string_equal(kept_due(counter, older), "");
	assert_int_equal(complaint.n_merged, 1);
	assert_string_equal(complaint.merged[0].number, "P-L03-2026-0001");
	complaint = complaints_read(counter, older);
	assert_string_equal(complaint.status->state->name, "digabung");
	assert_string_equal(complaint.into->number, "P-L03-2026-0002");
	assert_string_equal(record_text(&complaint.people[0],
	    COMPLAINANT_NAME), "Siti");
}

T(split_puts_both_back_each_with_its_own_clock)
{
	struct counter *counter = *state;
	struct id older, younger;
	struct complaint complaint;
	const char *code;

	counter_sign_in(counter, "sri");
	older = received_on(counter, "29/10/2026", "Siti");
	younger = received_on(counter, "02/11/2026", "Ujang");
	complaints_do(counter, older, "review");
	assert_int_equal(merge(counter, older, younger, &code), FAIL_NONE);
	split(counter, older);
	complaint = complaints_read(counter, older);
	assert_string_equal(complaint.status->state->name, "ditelaah");
	assert_date(complaint.clock.due.date, 2026, 11, 18);
	assert_null(complaint.into);
	complaint = complaints_read(counter, younger);
	assert_date(complaint.clock.due.date, 2026, 11, 20);
	assert_int_equal(complaint.n_merged, 0);
	assert_string_equal(kept_due(counter, younger), "2026-11-20");
	assert_string_equal(kept_due(counter, older), "2026-11-18");
	assert_int_equal(merge(counter, older, younger, &code), FAIL_NONE);
}

T(the_answer_to_one_is_the_answer_to_all)
{
	struct counter *counter = *state;
	struct id older, younger, third;
	struct complaint complaint;
	const char *code;

	counter_sign_in(counter, "sri");
	older = received_on(counter, "29/10/2026", "Siti");
	younger = received_on(counter, "02/11/2026", "Ujang");
	third = received_on(counter, "30/10/2026", "Dadang");
	assert_int_equal(merge(counter, older, younger, &code), FAIL_NONE);
	assert_int_equal(merge(counter, younger, third, &code), FAIL_NONE);
	complaint = complaints_read(counter, third);
	assert_int_equal(complaint.n_merged, 2);
	assert_date(complaint.clock.due.date, 2026, 11, 18);
	complaints_bring_to(counter, third, "dijawab");
	complaint = complaints_read(counter, older);
	assert_false(complaint.clock.is_running);
	assert_date(complaint.clock.stopped, 2026, 11, 2);
}

T(what_cannot_be_merged_is_refused)
{
	struct counter *counter = *state;
	struct answers *slip;
	struct id one, suggestion, done;
	const char *code;

	counter_sign_in(counter, "sri");
	one = complaints_new(counter);
	slip = complaints_form(counter, "complaint");
	counter_type(counter, slip, "channel", "m");
	counter_type(counter, slip, "manner", "tulisan");
	suggestion = complaints_receive(counter, slip);
	assert_int_equal(merge(counter, one, one, &code), FAIL_INVALID);
	assert_string_equal(code, "complaint.merge-self");
	assert_int_equal(merge(counter, one, suggestion, &code),
	    FAIL_INVALID);
	assert_string_equal(code, "complaint.merge-suggestion");
	done = complaints_new(counter);
	complaints_do(counter, done, "withdraw");
	assert_int_equal(merge(counter, one, done, &code), FAIL_CONFLICT);
	assert_string_equal(code, "complaint.merge-closed");
	assert_int_equal(merge(counter, done, one, &code), FAIL_CONFLICT);
	assert_string_equal(code, "move.wrong-state");
}

T(a_box_is_opened_once_and_its_slips_come_one_by_one)
{
	struct counter *counter = *state;
	struct id id = desk_new_id(counter->desk);
	struct answers *answers;
	struct complaint_intake intake = { .box = id };
	struct received received;
	struct box box, *boxes;
	size_t n;
	struct err err = { 0 };

	counter_sign_in(counter, "dedi");
	answers = complaints_form(counter, "complaint-box");
	counter_type(counter, answers, "date", "31/10/2026");
	counter_type(counter, answers, "present", "Dedi, Sri");
	counter_type(counter, answers, "slips", "2");
	t_done(desk_box_open(counter->desk, &id, answers, NULL, &err), err);
	t_done(desk_box_open(counter->desk, &id, answers, NULL, &err), err);
	t_done(desk_box_slip(counter->desk, &id, counter->arena, &answers,
	    &err), err);
	counter_type(counter, answers, "object", "Antrean lama");
	intake.id = desk_new_id(counter->desk);
	intake.answers = answers;
	t_done(desk_complaint_receive(counter->desk, &intake, NULL, &received,
	    &err), err);
	t_done(desk_box(counter->desk, &id, counter->arena, &box, &err), err);
	assert_int_equal(box.slips, 2);
	assert_int_equal(box.n_received, 1);
	assert_string_equal(box.received[0].channel, "m");
	assert_date(box.received[0].received, 2026, 10, 31);
	t_done(desk_boxes(counter->desk, true, counter->arena, &boxes, &n,
	    &err), err);
	assert_int_equal(n, 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T_COUNTER(the_earliest_due_date_of_those_merged_rules),
		T_COUNTER(split_puts_both_back_each_with_its_own_clock),
		T_COUNTER(the_answer_to_one_is_the_answer_to_all),
		T_COUNTER(what_cannot_be_merged_is_refused),
		T_COUNTER(a_box_is_opened_once_and_its_slips_come_one_by_one),
	};

	return T_RUN(tests);
}
