#include "desk/assets.h"
#include "lib/complaints.h"
#include "domain/process_clock.h"

/* Every step and move of an entry: who may, what is owed, who was first. */

static enum fail
try(struct counter *counter, struct id id, const char *act,
    struct refusals *refusals, const char **ret_code)
{
	struct err err = { 0 };
	enum fail fail = complaints_try(counter, id, act, refusals, &err);

	*ret_code = arena_text(counter->arena, err.fact.code);
	return fail;
}

static struct id
received(struct counter *counter)
{
	counter_sign_in(counter, "sri");
	return complaints_new(counter);
}

T(a_complaint_goes_all_the_way_and_is_answered_in_time)
{
	struct counter *counter = *state;
	struct id id = received(counter);
	struct complaint complaint;

	complaints_bring_to(counter, id, "ditindaklanjuti");
	counter_at(counter, "2026-11-20T09:00");
	complaints_bring_to(counter, id, "dijawab");
	complaint = complaints_read(counter, id);
	assert_false(complaint.clock.is_running);
	assert_date(complaint.clock.stopped, 2026, 11, 20);
	assert_false(complaint.clock.left.is_overdue);
	assert_int_equal(complaint.clock.left.days, 0);
	assert_true(complaint.is_approved);
	complaints_bring_to(counter, id, "selesai");
	complaint = complaints_read(counter, id);
	assert_string_equal(record_text(&complaint.review,
	    REVIEW_ANSWER_OFFICER), "sri");
}

T(an_answer_on_the_fifteenth_day_is_one_day_late)
{
	struct counter *counter = *state;
	struct id id = received(counter);
	struct complaint complaint;

	counter_at(counter, "2026-11-23T09:00");
	complaints_bring_to(counter, id, "dijawab");
	complaint = complaints_read(counter, id);
	assert_true(complaint.clock.left.is_overdue);
	assert_int_equal(complaint.clock.left.days, 1);
}

/* Skip one duty on the way, and closing names it by its clause. */
static void
assert_close_owes(struct counter *counter, const char *skipped,
    const char *clause)
{
	struct id id = received(counter);
	struct complaint_option *options;
	size_t n;
	struct err err = { 0 };

	complaints_bring_to(counter, id, "dijawab");
	t_done(desk_complaint_options(counter->desk, &id, counter->arena,
	    &options, &n, &err), err);
	for (size_t i = 0; i < n; i++)
		if (strcmp(options[i].name, "close") == 0) {
			assert_false(options[i].is_allowed);
			assert_true(complaints_refused(options[i].refusals,
			    skipped, clause));
			return;
		}
	fail_msg("no close");
}

T(closing_wants_both_told_and_reported)
{
	struct counter *counter = *state;

	assert_close_owes(counter, "duty.reported", "32/6.8");
}

T(closing_early_names_every_duty_at_once)
{
	struct counter *counter = *state;
	struct id id = received(counter);
	struct refusals refusals;
	const char *code;

	complaints_do(counter, id, "review");
	assert_int_equal(try(counter, id, "close", &refusals, &code),
	    FAIL_CONFLICT);
	assert_string_equal(code, "move.wrong-state");
	assert_int_equal(try(counter, id, "internal", &refusals, &code),
	    FAIL_INVALID);
	assert_true(complaints_refused(&refusals, "duty.grouping",
	    "32/6.5.c"));
	assert_true(complaints_refused(&refusals, "duty.core", "32/6.6.a"));
	assert_true(complaints_refused(&refusals, "duty.clauses",
	    "32/6.6.b"));
	assert_true(complaints_refused(&refusals, "duty.earlier",
	    "32/6.6.c"));
	assert_true(complaints_refused(&refusals, "duty.plan", "32/6.6.d"));
}

T(the_steps_of_the_review_go_in_their_order)
{
	struct counter *counter = *state;
	struct id id = received(counter);
	struct refusals refusals;
	const char *code;

	assert_int_equal(try(counter, id, "core", &refusals, &code),
	    FAIL_INVALID);
	assert_string_equal(code, "complaint.review-first");
	complaints_do(counter, id, "review");
	assert_int_equal(try(counter, id, "plan", &refusals, &code),
	    FAIL_INVALID);
	assert_string_equal(code, "complaint.step-order");
	complaints_do(counter, id, "core");
	complaints_do(counter, id, "clauses");
}

T(an_answer_changed_since_its_approval_is_not_approved)
{
	struct counter *counter = *state;
	struct id id = received(counter);
	struct complaint seen;
	struct complaint_request request = { .act = "draft" };
	struct answers *answers;
	struct complaint_acted acted;
	struct refusals refusals;
	struct err err = { 0 };
	const char *code;

	complaints_bring_to(counter, id, "ditindaklanjuti");
	complaints_do(counter, id, "response");
	complaints_do(counter, id, "draft");
	counter_sign_in(counter, "yusuf");
	complaints_do(counter, id, "approve");
	counter_sign_in(counter, "sri");
	seen = complaints_read(counter, id);
	assert_true(seen.is_approved);
	answers = complaints_form(counter, "complaint-draft");
	counter_type(counter, answers, "answer", "Lain sekali.");
	request.answers = answers;
	request.seen = &seen;
	t_done(desk_complaint_act(counter->desk, &request, NULL, &acted,
	    &err), err);
	assert_false(complaints_read(counter, id).is_approved);
	assert_int_equal(try(counter, id, "answer", &refusals, &code),
	    FAIL_INVALID);
	assert_string_equal(code, "duty.approved");
}

T(a_role_that_may_approves_here_others_copy_a_paper)
{
	struct counter *counter = *state;
	struct id id = received(counter);
	struct complaint seen;
	struct complaint_request request = { .act = "approve" };
	struct answers *answers;
	struct complaint_acted acted;
	struct refusals refusals;
	struct err err = { 0 };
	const char *code;

	complaints_bring_to(counter, id, "ditindaklanjuti");
	complaints_do(counter, id, "draft");
	assert_int_equal(try(counter, id, "approve", &refusals, &code),
	    FAIL_DENIED);
	seen = complaints_read(counter, id);
	answers = complaints_act_sheet(counter, &seen, "approve");
	counter_type(counter, answers, "manner", "paper");
	request.answers = answers;
	request.seen = &seen;
	refusals.n = 0;
	assert_int_equal(desk_complaint_act(counter->desk, &request, NULL,
	    &acted, &err), FAIL_INVALID);
	counter_type(counter, answers, "number", "5/2026");
	counter_type(counter, answers, "date", "h");
	counter_type(counter, answers, "name", "Hendra Wijaya");
	t_done(desk_complaint_act(counter->desk, &request, NULL, &acted,
	    &err), err);
	assert_true(complaints_read(counter, id).is_approved);
}

T(apip_wants_a_reason_and_the_head)
{
	struct counter *counter = *state;
	struct id id = received(counter);
	struct complaint complaint;
	struct refusals refusals;
	const char *code;

	complaints_bring_to(counter, id, "internal");
	complaints_do(counter, id, "level");
	assert_int_equal(try(counter, id, "apip", &refusals, &code),
	    FAIL_INVALID);
	assert_true(complaints_refused(&refusals, "duty.apip-approval",
	    "32/6.7.c"));
	counter_sign_in(counter, "hendra");
	assert_int_equal(try(counter, id, "approve-apip", &refusals, &code),
	    FAIL_INVALID);
	counter_sign_in(counter, "sri");
	complaints_do(counter, id, "request-apip");
	counter_sign_in(counter, "yusuf");
	assert_int_equal(try(counter, id, "approve-apip", &refusals, &code),
	    FAIL_DENIED);
	counter_sign_in(counter, "hendra");
	complaints_do(counter, id, "approve-apip");
	counter_sign_in(counter, "sri");
	complaints_do(counter, id, "apip");
	assert_string_equal(complaints_state(counter, id), "apip");
	complaint = complaints_read(counter, id);
	assert_string_equal(record_text(&complaint.review, REVIEW_CLASS),
	    "apip");
}

T(a_level_is_left_only_with_its_written_report)
{
	struct counter *counter = *state;
	struct id id = received(counter);
	struct complaint complaint;
	struct refusals refusals;
	const char *code;

	complaints_bring_to(counter, id, "internal");
	complaints_do(counter, id, "escalate");
	complaint = complaints_read(counter, id);
	assert_string_equal(record_text(&complaint.review, REVIEW_LEVEL),
	    "kepala-bidang");
	assert_string_equal(complaint.status->state->name, "internal");
	assert_int_equal(complaint.n_levels, 1);
	assert_string_equal(record_text(&complaint.levels[0], LEVEL_LEVEL),
	    "pelaksana");
	assert_int_equal(try(counter, id, "technical", &refusals, &code),
	    FAIL_INVALID);
	assert_string_equal(code, "duty.level-report");
	complaints_do(counter, id, "escalate");
	assert_int_equal(try(counter, id, "escalate", &refusals, &code),
	    FAIL_INVALID);
	assert_string_equal(code, "complaint.last-level");
	complaints_do(counter, id, "level");
	complaints_do(counter, id, "technical");
	complaint = complaints_read(counter, id);
	assert_string_equal(record_text(&complaint.review, REVIEW_CLASS),
	    "tim-teknis");
}

T(an_objection_opens_a_new_round_and_the_old_one_stays)
{
	struct counter *counter = *state;
	struct id id = received(counter);
	struct complaint complaint;

	complaints_bring_to(counter, id, "selesai");
	counter_at(counter, "2026-12-01T09:00");
	complaints_do(counter, id, "reopen");
	complaint = complaints_read(counter, id);
	assert_string_equal(complaint.status->state->name, "dibuka-kembali");
	assert_int_equal(complaint.round, 2);
	assert_int_equal(complaint.n_reviews, 1);
	assert_string_equal(record_text(&complaint.reviews[0],
	    REVIEW_ANSWER), "Berkas Bapak selesai hari ini.");
	assert_false(record_has(&complaint.review, REVIEW_ANSWER));
	assert_true(complaint.clock.is_running);
	assert_date(complaint.clock.started, 2026, 12, 1);
	assert_date(complaint.clock.due.date, 2026, 12, 21);
	complaints_do(counter, id, "review");
	complaints_do(counter, id, "group");
	assert_int_equal(complaints_read(counter, id).n_reviews, 2);
}

T(what_is_not_ours_is_forwarded_with_a_letter)
{
	struct counter *counter = *state;
	struct id id = received(counter);

	complaints_do(counter, id, "forward");
	assert_string_equal(complaints_state(counter, id),
	    "bukan-kewenangan");
	assert_false(complaints_read(counter, id).clock.is_running);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T_COUNTER(a_complaint_goes_all_the_way_and_is_answered_in_time),
		T_COUNTER(an_answer_on_the_fifteenth_day_is_one_day_late),
		T_COUNTER(closing_wants_both_told_and_reported),
		T_COUNTER(closing_early_names_every_duty_at_once),
		T_COUNTER(the_steps_of_the_review_go_in_their_order),
		T_COUNTER(an_answer_changed_since_its_approval_is_not_approved),
		T_COUNTER(a_role_that_may_approves_here_others_copy_a_paper),
		T_COUNTER(apip_wants_a_reason_and_the_head),
		T_COUNTER(a_level_is_left_only_with_its_written_report),
		T_COUNTER(an_objection_opens_a_new_round_and_the_old_one_stays),
		T_COUNTER(what_is_not_ours_is_forwarded_with_a_letter),
	};

	return T_RUN(tests);
}
