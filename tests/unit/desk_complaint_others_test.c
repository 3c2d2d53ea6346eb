#include "lib/complaints.h"

/* Two officers at one entry, and the one it names. */

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

T(the_second_of_two_is_told_who_was_first_and_when)
{
	struct counter *counter = *state;
	struct id id = received(counter);
	struct complaint seen;
	struct complaint_request request = { .act = "answer" };
	struct complaint_acted acted;
	struct err err = { 0 };

	complaints_bring_to(counter, id, "ditindaklanjuti");
	complaints_do(counter, id, "response");
	complaints_do(counter, id, "draft");
	counter_sign_in(counter, "yusuf");
	complaints_do(counter, id, "approve");
	seen = complaints_read(counter, id);
	request.seen = &seen;
	request.answers = complaints_act_sheet(counter, &seen, "answer");
	counter_sign_in(counter, "sri");
	complaints_do(counter, id, "answer");
	counter_sign_in(counter, "yusuf");
	assert_int_equal(desk_complaint_act(counter->desk, &request, NULL,
	    &acted, &err), FAIL_CONFLICT);
	assert_string_equal(err.fact.code, "move.changed");
	assert_string_equal(err.fact.arg[0], "Sri Mulyani");
}

T(a_text_written_by_another_since_is_not_overwritten)
{
	struct counter *counter = *state;
	struct id id = received(counter);
	struct complaint seen;
	struct complaint_request request = { .act = "core" };
	struct answers *answers;
	struct complaint_acted acted;
	struct err err = { 0 };

	complaints_do(counter, id, "review");
	seen = complaints_read(counter, id);
	request.seen = &seen;
	complaints_do(counter, id, "core");
	counter_sign_in(counter, "yusuf");
	answers = complaints_form(counter, "complaint-core");
	counter_type(counter, answers, "core", "Menurut saya lain");
	request.answers = answers;
	assert_int_equal(desk_complaint_act(counter->desk, &request, NULL,
	    &acted, &err), FAIL_CONFLICT);
	assert_string_equal(err.fact.code, "complaint.changed");
	assert_string_equal(err.fact.arg[1], "Sri Mulyani");
	assert_string_equal(err.fact.arg[2], "02/11/2026 08:00");
}

T(who_is_named_neither_sees_nor_handles_it)
{
	struct counter *counter = *state;
	struct answers *answers;
	struct id id;
	struct complaint complaint;
	struct records notes = { .arena = counter->arena };
	struct err err = { 0 };

	counter_sign_in(counter, "dedi");
	answers = complaints_sheet(counter);
	counter_type(counter, answers, "named_officer", "sri");
	id = complaints_receive(counter, answers);
	counter_sign_in(counter, "sri");
	assert_int_equal(desk_complaint(counter->desk, &id, counter->arena,
	    &complaint, &err), FAIL_MISSING);
	assert_string_equal(err.fact.code, "complaint.none");
	t_done(store_children(counter->reg->store, TABLE_ACCESS,
	    ACCESS_PARENT, &id, &notes, &err), err);
	assert_int_equal(notes.n, 1);
	assert_string_equal(record_text(&notes.list[0], ACCESS_ACT),
	    "denied");
	assert_string_equal(record_text(&notes.list[0], ACCESS_OFFICER),
	    "sri");
	counter_sign_in(counter, "yusuf");
	assert_string_equal(complaints_state(counter, id), "diterima");
}

T(a_suggestion_completed_later_has_its_clock_from_that_day)
{
	struct counter *counter = *state;
	struct answers *answers;
	struct complaint complaint;
	struct refusals refusals;
	struct id id;
	const char *code;
	struct err err = { 0 };

	counter_sign_in(counter, "sri");
	answers = complaints_sheet(counter);
	counter_type(counter, answers, "name", "");
	counter_type(counter, answers, "phone", "");
	id = complaints_receive(counter, answers);
	assert_string_equal(complaints_state(counter, id), "saran");
	counter_at(counter, "2026-11-09T10:00");
	assert_int_equal(try(counter, id, "complete", &refusals, &code),
	    FAIL_INVALID);
	assert_string_equal(code, "duty.identity");
	complaint = complaints_read(counter, id);
	t_done(desk_complaint_stated(counter->desk, &complaint,
	    counter->arena, &answers, &err), err);
	counter_type(counter, answers, "name", "Nurhayati");
	counter_type(counter, answers, "phone", "0812-1111-2222");
	t_done(desk_complaint_edit(counter->desk, &complaint, answers,
	    "pelapor datang", NULL, &err), err);
	complaints_do(counter, id, "complete");
	complaint = complaints_read(counter, id);
	assert_string_equal(complaint.status->state->name, "diterima");
	assert_string_equal(record_text(&complaint.record, COMPLAINT_KIND),
	    "pengaduan");
	assert_string_equal(record_text(&complaint.record,
	    COMPLAINT_RECEIVED_DATE), "2026-11-02");
	assert_date(complaint.clock.started, 2026, 11, 9);
	assert_date(complaint.clock.due.date, 2026, 11, 27);
}

T(who_is_named_is_not_to_handle_it)
{
	struct counter *counter = *state;
	struct answers *answers;
	struct complaint seen;
	struct complaint_request request = { .act = "plan", .seen = &seen };
	struct complaint_acted acted;
	struct refusals refusals = { .arena = counter->arena };
	struct id id;
	struct err err = { 0 };

	counter_sign_in(counter, "sri");
	answers = complaints_sheet(counter);
	counter_type(counter, answers, "named_officer", "dedi");
	id = complaints_receive(counter, answers);
	complaints_do(counter, id, "review");
	complaints_do(counter, id, "core");
	complaints_do(counter, id, "clauses");
	complaints_do(counter, id, "earlier");
	seen = complaints_read(counter, id);
	answers = complaints_act_sheet(counter, &seen, "plan");
	counter_type(counter, answers, "plan_person", "Dedi Kurnia");
	request.answers = answers;
	assert_int_equal(desk_complaint_act(counter->desk, &request,
	    &refusals, &acted, &err), FAIL_INVALID);
	assert_true(complaints_refused(&refusals,
	    "complaint.handler-is-named", NULL));
}

/* Nothing is called done that only is not owed. */
T(what_can_be_done_says_what_is_done)
{
	static const char *const open[] = { "keep", "level", "request-apip",
		"approve-apip", "response", "draft", "approve", "inform" };
	struct counter *counter = *state;
	struct complaint_option *options;
	struct id id = received(counter);
	size_t n;
	struct err err = { 0 };

	complaints_do(counter, id, "review");
	complaints_do(counter, id, "core");
	t_done(desk_complaint_options(counter->desk, &id, counter->arena,
	    &options, &n, &err), err);
	for (size_t i = 0; i < n; i++) {
		if (strcmp(options[i].name, "core") == 0)
			assert_true(options[i].is_done);
		for (size_t j = 0; j < array_length(open); j++)
			if (strcmp(options[i].name, open[j]) == 0)
				assert_false(options[i].is_done);
	}
}

T(a_regulation_stands_in_for_the_approval_of_apip)
{
	struct counter *counter = *state;
	struct complaint_option *options;
	struct complaint seen;
	struct complaint_request request = { .act = "apip", .seen = &seen };
	struct complaint_acted acted;
	struct answers *answers;
	struct id id = received(counter);
	size_t n;
	struct err err = { 0 };

	complaints_bring_to(counter, id, "internal");
	complaints_do(counter, id, "level");
	t_done(desk_complaint_options(counter->desk, &id, counter->arena,
	    &options, &n, &err), err);
	for (size_t i = 0; i < n; i++)
		if (strcmp(options[i].name, "apip") == 0)
			assert_true(options[i].is_allowed);
	seen = complaints_read(counter, id);
	answers = complaints_act_sheet(counter, &seen, "apip");
	counter_type(counter, answers, "apip_basis", "PP 12/2017 pasal 20");
	request.answers = answers;
	t_done(desk_complaint_act(counter->desk, &request, NULL, &acted,
	    &err), err);
	assert_string_equal(acted.state, "apip");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T_COUNTER(the_second_of_two_is_told_who_was_first_and_when),
		T_COUNTER(a_text_written_by_another_since_is_not_overwritten),
		T_COUNTER(who_is_named_neither_sees_nor_handles_it),
		T_COUNTER(
		    a_suggestion_completed_later_has_its_clock_from_that_day),
		T_COUNTER(who_is_named_is_not_to_handle_it),
		T_COUNTER(what_can_be_done_says_what_is_done),
		T_COUNTER(a_regulation_stands_in_for_the_approval_of_apip),
	};

	return T_RUN(tests);
}
