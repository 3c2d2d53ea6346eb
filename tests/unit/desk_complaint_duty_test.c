#include "desk/print.h"
#include "lib/complaints.h"

/* Closing with each duty missing, by its clause; who may do what. */

/* A row with a cell emptied, written past the desk as another counter may. */
static void
empty_cell(struct counter *counter, const struct record *row, int cell)
{
	struct record record = *row;

	if (record.table->cells[cell].type == CELL_TEXT)
		record_set_text(&record, counter->arena, cell, "");
	register_put(counter->reg, &record);
}

static void
put_cell(struct counter *counter, const struct record *row, int cell,
    const char *text)
{
	struct record record = *row;

	record_set_text(&record, counter->arena, cell, text);
	register_put(counter->reg, &record);
}

/* Closing owes just this, and owes nothing once it is there again. */
static void
assert_owes(struct counter *counter, struct id id, const char *code,
    const char *clause)
{
	struct refusals refusals;
	struct err err = { 0 };

	assert_int_equal(complaints_try(counter, id, "close", &refusals,
	    &err), FAIL_INVALID);
	if (!complaints_refused(&refusals, code, clause))
		fail_msg("not %s %s, but %s %s", code, clause,
		    refusals.list[0].fact.code, refusals.list[0].clause);
	assert_string_equal(err.fact.code, refusals.list[0].fact.code);
	assert_int_equal(refusals.n, 1);
	assert_string_equal(complaints_state(counter, id), "dilaporkan");
}

T(closing_is_refused_for_each_duty_by_its_clause)
{
	static const struct {
		int cell;
		const char *code, *clause;
	} owed[] = {
		{ REVIEW_FIELD, "duty.grouping", "32/6.5.c" },
		{ REVIEW_PROBLEM, "duty.grouping", "32/6.5.c" },
		{ REVIEW_SOURCE, "duty.grouping", "32/6.5.c" },
		{ REVIEW_CORE, "duty.core", "32/6.6.a" },
		{ REVIEW_CLAUSES, "duty.clauses", "32/6.6.b" },
		{ REVIEW_EARLIER_NOTE, "duty.earlier", "32/6.6.c" },
		{ REVIEW_PLAN, "duty.plan", "32/6.6.d" },
		{ REVIEW_PLAN_PERSON, "duty.plan", "32/6.6.d" },
		{ REVIEW_RESPONSE, "duty.response", "32/6.4" },
		{ REVIEW_FOLLOW_UP, "duty.follow-up", "32/6.4" },
		{ REVIEW_INFORMED, "duty.informed", "32/6.8" },
		{ REVIEW_INFORMED_MEDIUM, "duty.informed", "32/6.8" },
		{ REVIEW_REPORTED_TO, "duty.reported", "32/6.8" },
		{ REVIEW_REPORTED_DATE, "duty.reported", "32/6.8" },
	};
	struct counter *counter = *state;
	struct complaint whole;
	struct id id;

	counter_sign_in(counter, "sri");
	id = complaints_new(counter);
	complaints_bring_to(counter, id, "dilaporkan");
	whole = complaints_read(counter, id);
	for (size_t i = 0; i < array_length(owed); i++) {
		empty_cell(counter, &whole.review, owed[i].cell);
		assert_owes(counter, id, owed[i].code, owed[i].clause);
		register_put(counter->reg, &whole.review);
	}
	complaints_do(counter, id, "close");
}

T(closing_is_refused_without_action_report_or_approval)
{
	struct counter *counter = *state;
	struct complaint whole;
	struct id id;

	counter_sign_in(counter, "sri");
	id = complaints_new(counter);
	complaints_bring_to(counter, id, "dilaporkan");
	whole = complaints_read(counter, id);
	empty_cell(counter, &whole.handlings[0], HANDLING_RESULT);
	assert_owes(counter, id, "duty.action", "32/6.6.e");
	register_put(counter->reg, &whole.handlings[0]);
	empty_cell(counter, &whole.levels[0], LEVEL_NUMBER);
	assert_owes(counter, id, "duty.level-report", "32/6.7.a");
	register_put(counter->reg, &whole.levels[0]);
	put_cell(counter, &whole.review, REVIEW_ANSWER, "Jawaban lain");
	assert_owes(counter, id, "duty.approved", "32/6.4");
	register_put(counter->reg, &whole.review);
	put_cell(counter, &whole.people[0], COMPLAINANT_NAME, "");
	assert_owes(counter, id, "duty.identity", "32/6.5.b");
	register_put(counter->reg, &whole.people[0]);
	complaints_do(counter, id, "close");
}

T(closing_is_refused_without_agency_or_apip_approval)
{
	struct counter *counter = *state;
	struct complaint whole;
	struct id id;
	struct refusals refusals;
	struct err err = { 0 };

	counter_sign_in(counter, "sri");
	id = complaints_new(counter);
	complaints_bring_to(counter, id, "dilaporkan");
	whole = complaints_read(counter, id);
	put_cell(counter, &whole.review, REVIEW_CLASS, "apip");
	assert_int_equal(complaints_try(counter, id, "close", &refusals,
	    &err), FAIL_INVALID);
	assert_true(complaints_refused(&refusals, "duty.apip-reason",
	    "32/6.7.c"));
	assert_true(complaints_refused(&refusals, "duty.apip-approval",
	    "32/6.7.c"));
	put_cell(counter, &whole.review, REVIEW_CLASS, "tim-teknis");
	assert_int_equal(complaints_try(counter, id, "close", &refusals,
	    &err), FAIL_INVALID);
	assert_true(complaints_refused(&refusals, "duty.agency",
	    "32/6.7.b"));
	assert_true(complaints_refused(&refusals, "duty.level-report",
	    "32/6.7.b"));
}

/* Nobody to tell: only then it may be closed so. */
T(not_to_be_informed_is_only_for_who_cannot_be_reached)
{
	struct counter *counter = *state;
	struct complaint whole;
	struct record person;
	struct id id;

	counter_sign_in(counter, "sri");
	id = complaints_new(counter);
	complaints_bring_to(counter, id, "dilaporkan");
	whole = complaints_read(counter, id);
	put_cell(counter, &whole.review, REVIEW_INFORMED, "tidak-dapat");
	assert_owes(counter, id, "duty.informed", "32/6.8");
	person = whole.people[0];
	record_set_text(&person, counter->arena, COMPLAINANT_PHONE, "");
	record_set_text(&person, counter->arena, COMPLAINANT_OTHER_ID,
	    "SIM 123");
	register_put(counter->reg, &person);
	complaints_do(counter, id, "close");
}

T(each_role_may_what_the_table_says)
{
	static const struct {
		const char *officer;
		enum fail record, review;
	} roles[] = {
		{ "dedi", FAIL_NONE, FAIL_DENIED },
		{ "budi", FAIL_NONE, FAIL_DENIED },
		{ "sri", FAIL_NONE, FAIL_NONE },
		{ "yusuf", FAIL_NONE, FAIL_NONE },
		{ "hendra", FAIL_NONE, FAIL_NONE },
		{ "ratna", FAIL_DENIED, FAIL_DENIED },
		{ "admin", FAIL_DENIED, FAIL_DENIED },
	};
	struct counter *counter = *state;

	for (size_t i = 0; i < array_length(roles); i++) {
		struct complaint_intake intake = {
			.id = desk_new_id(counter->desk) };
		struct complaint seen;
		struct complaint_request request = { .act = "review" };
		struct complaint_acted acted;
		struct received received;
		struct err err = { 0 };
		struct id id;

		counter_sign_in(counter, "sri");
		id = complaints_new(counter);
		seen = complaints_read(counter, id);
		request.seen = &seen;
		intake.answers = complaints_sheet(counter);
		counter_sign_in(counter, roles[i].officer);
		assert_int_equal(desk_complaint_receive(counter->desk,
		    &intake, NULL, &received, &err), roles[i].record);
		assert_int_equal(desk_complaint_act(counter->desk, &request,
		    NULL, &acted, &err), roles[i].review);
	}
}

T(the_papers_of_an_entry_are_not_printed_by_who_is_named)
{
	struct counter *counter = *state;
	struct answers *answers;
	struct id id;
	struct err err = { 0 };
	int copy;

	counter_sign_in(counter, "dedi");
	answers = complaints_sheet(counter);
	counter_type(counter, answers, "named_officer", "sri");
	id = complaints_receive(counter, answers);
	t_done(desk_print_begin(counter->desk, &id, "receipt-complaint",
	    &copy, &err), err);
	assert_int_equal(copy, 1);
	counter_sign_in(counter, "sri");
	assert_int_equal(desk_print_begin(counter->desk, &id,
	    "receipt-complaint", &copy, &err), FAIL_MISSING);
	assert_int_equal(desk_print_count(counter->desk, &id,
	    "receipt-complaint", &copy, &err), FAIL_MISSING);
}

/* Taken as a suggestion, and a complaint after all, with a reason. */
T(a_late_one_may_be_kept_after_all)
{
	struct counter *counter = *state;
	struct answers *answers;
	struct complaint_intake intake = { .kind = "saran" };
	struct complaint complaint;
	struct received received;
	struct refusals refusals;
	struct err err = { 0 };

	counter_sign_in(counter, "sri");
	answers = complaints_sheet(counter);
	counter_type(counter, answers, "service_date", "01/09/2026");
	intake.id = desk_new_id(counter->desk);
	intake.answers = answers;
	t_done(desk_complaint_receive(counter->desk, &intake, NULL, &received,
	    &err), err);
	assert_string_equal(complaints_state(counter, received.id), "saran");
	assert_int_equal(complaints_try(counter, received.id, "complete",
	    &refusals, &err), FAIL_INVALID);
	assert_true(complaints_refused(&refusals, "duty.window", "32/6.3"));
	complaints_do(counter, received.id, "keep");
	complaint = complaints_read(counter, received.id);
	assert_string_equal(record_text(&complaint.record, COMPLAINT_KIND),
	    "saran");
	complaints_do(counter, received.id, "complete");
	complaint = complaints_read(counter, received.id);
	assert_string_equal(record_text(&complaint.record, COMPLAINT_KIND),
	    "pengaduan");
	assert_string_equal(complaint.status->state->name, "diterima");
	assert_true(complaint.clock.is_running);
	complaints_do(counter, received.id, "treat");
	assert_string_equal(complaints_state(counter, received.id), "saran");
	assert_false(complaints_read(counter, received.id).clock.is_running);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T_COUNTER(closing_is_refused_for_each_duty_by_its_clause),
		T_COUNTER(
		    closing_is_refused_without_action_report_or_approval),
		T_COUNTER(closing_is_refused_without_agency_or_apip_approval),
		T_COUNTER(
		    not_to_be_informed_is_only_for_who_cannot_be_reached),
		T_COUNTER(each_role_may_what_the_table_says),
		T_COUNTER(
		    the_papers_of_an_entry_are_not_printed_by_who_is_named),
		T_COUNTER(a_late_one_may_be_kept_after_all),
	};

	return T_RUN(tests);
}
