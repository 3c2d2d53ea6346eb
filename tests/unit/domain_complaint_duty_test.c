/* What the office owes before a move: each duty, its clause, its field. */

#include "lib/complaint_case.h"

static void
is_one(const struct refusals *refusals, const char *code, const char *clause,
    const char *field)
{
	assert_int_equal(refusals->n, 1);
	assert_string_equal(refusals->list[0].fact.code, code);
	assert_string_equal(refusals->list[0].clause, clause);
	assert_string_equal(refusals->list[0].field, field);
}

T(with_every_duty_done_it_may_be_closed)
{
	scoped_arena arena = arena_new();
	struct handled handled;
	size_t n;

	for (enum handled_class class = 0; class < HANDLED_CLASSES; class++) {
		handled_begin(&handled, arena, class);
		n = handled_duties(&handled, "close").n;
		assert_int_equal(n, 0);
	}
}

T(closing_is_refused_for_each_missing_duty_by_its_clause)
{
	static const struct {
		enum need need;
		const char *code, *clause, *field;
	} rows[] = {
		{ NEED_IDENTITY, "duty.identity", "32/6.5.b", "name" },
		{ NEED_OBJECT, "duty.object", "32/6.5.b", "object" },
		{ NEED_GROUPING, "duty.grouping", "32/6.5.c", "field" },
		{ NEED_CORE, "duty.core", "32/6.6.a", "core" },
		{ NEED_CLAUSES, "duty.clauses", "32/6.6.b", "clauses" },
		{ NEED_EARLIER, "duty.earlier", "32/6.6.c", "earlier" },
		{ NEED_PLAN, "duty.plan", "32/6.6.d", "plan" },
		{ NEED_ACTION, "duty.action", "32/6.6.e", "kind" },
		{ NEED_LEVEL_REPORT, "duty.level-report", "32/6.7.a",
		    "number" },
		{ NEED_RESPONSE, "duty.response", "32/6.4", "response" },
		{ NEED_FOLLOW_UP, "duty.follow-up", "32/6.4", "follow_up" },
		{ NEED_APPROVED, "duty.approved", "32/6.4", "manner" },
		{ NEED_INFORMED, "duty.informed", "32/6.8", "informed" },
		{ NEED_REPORTED, "duty.reported", "32/6.8", "reported_to" },
	};
	scoped_arena arena = arena_new();
	struct handled handled;

	for (size_t i = 0; i < array_length(rows); i++) {
		struct refusals refusals;

		handled_begin(&handled, arena, HANDLED_INSIDE);
		handled_lose(&handled, rows[i].need);
		refusals = handled_duties(&handled, "close");
		is_one(&refusals, rows[i].code, rows[i].clause, rows[i].field);
	}
}

T(without_anything_every_duty_is_named_at_once)
{
	scoped_arena arena = arena_new();
	struct handled handled;
	struct refusals refusals;

	handled_begin(&handled, arena, HANDLED_BY_APIP);
	for (enum need need = 0; need < NEEDS_N; need++)
		handled_lose(&handled, need);
	refusals = handled_duties(&handled, "close");
	/* All but agency and level-report, which are of other classes. */
	assert_int_equal(refusals.n, 16);
}

T(a_complaint_with_no_review_at_all_owes_everything)
{
	scoped_arena arena = arena_new();
	struct handled handled;

	handled_begin(&handled, arena, HANDLED_INSIDE);
	handled.facts.review = NULL;
	for (enum need need = NEED_GROUPING; need < NEEDS_N; need++) {
		bool is_of_class = need == NEED_AGENCY ||
		    need == NEED_APIP_REASON || need == NEED_APIP_APPROVAL ||
		    need == NEED_LEVEL_REPORT;

		assert_int_equal(complaint_need_met(&handled.facts, need),
		    is_of_class);
	}
}

T(lainnya_wants_its_text_on_either_axis)
{
	scoped_arena arena = arena_new();
	struct handled handled;
	struct refusals refusals;

	handled_begin(&handled, arena, HANDLED_INSIDE);
	handled_write(&handled, REVIEW_PROBLEM, "lainnya");
	refusals = handled_duties(&handled, "close");
	is_one(&refusals, "duty.grouping", "32/6.5.c", "problem_other");
	handled_write(&handled, REVIEW_PROBLEM_OTHER, "Antrean");
	assert_int_equal(handled_duties(&handled, "close").n, 0);
	handled_write(&handled, REVIEW_SOURCE, "lainnya");
	refusals = handled_duties(&handled, "close");
	is_one(&refusals, "duty.grouping", "32/6.5.c", "source_other");
	handled_write(&handled, REVIEW_SOURCE_OTHER, "Maklumat");
	assert_int_equal(handled_duties(&handled, "close").n, 0);
	handled_write(&handled, REVIEW_SOURCE, "");
	refusals = handled_duties(&handled, "close");
	is_one(&refusals, "duty.grouping", "32/6.5.c", "source");
}

T(both_axes_are_wanted_and_one_word_of_the_first_is_enough)
{
	static const int first[] = { REVIEW_FIELD, REVIEW_SECTOR,
		REVIEW_SERVICE_KIND };
	scoped_arena arena = arena_new();
	struct handled handled;

	handled_begin(&handled, arena, HANDLED_INSIDE);
	for (size_t i = 0; i < array_length(first); i++) {
		for (size_t j = 0; j < array_length(first); j++)
			handled_write(&handled, first[j], i == j ? "x" : "");
		assert_true(
		    complaint_need_met(&handled.facts, NEED_GROUPING));
	}
	handled_write(&handled, REVIEW_PROBLEM, "");
	assert_false(complaint_need_met(&handled.facts, NEED_GROUPING));
}

T(no_clause_is_fine_with_a_reason)
{
	scoped_arena arena = arena_new();
	struct handled handled;

	handled_begin(&handled, arena, HANDLED_INSIDE);
	handled_write(&handled, REVIEW_CLAUSES, "");
	assert_false(complaint_need_met(&handled.facts, NEED_CLAUSES));
	handled_write(&handled, REVIEW_CLAUSES_REASON, "tidak ada");
	assert_true(complaint_need_met(&handled.facts, NEED_CLAUSES));
	/* Who and when belong to it. */
	handled_write(&handled, REVIEW_CLAUSES_OFFICER, "");
	assert_false(complaint_need_met(&handled.facts, NEED_CLAUSES));
}

T(an_answer_changed_after_its_approval_needs_another)
{
	scoped_arena arena = arena_new();
	struct handled handled;
	struct refusals refusals;

	handled_begin(&handled, arena, HANDLED_INSIDE);
	handled_write(&handled, REVIEW_ANSWER, "Jawaban yang lain.");
	refusals = handled_duties(&handled, "answer");
	is_one(&refusals, "duty.approved", "32/6.4", "manner");
	handled_approve(&handled, APPROVAL_OF_ANSWER, APPROVAL_BY_EVENT);
	assert_int_equal(handled_duties(&handled, "answer").n, 0);
}

T(an_approval_on_paper_has_number_date_and_name)
{
	static const int parts[] = { APPROVAL_NUMBER, APPROVAL_DATE,
		APPROVAL_NAME };
	scoped_arena arena = arena_new();
	struct handled handled;

	handled_begin(&handled, arena, HANDLED_BY_APIP);
	handled.facts.n_approvals = 0;
	handled_approve(&handled, APPROVAL_OF_ANSWER, APPROVAL_BY_PAPER);
	handled_approve(&handled, APPROVAL_OF_APIP, APPROVAL_BY_PAPER);
	for (size_t i = 0; i < handled.facts.n_approvals; i++)
		for (size_t j = 0; j < array_length(parts); j++) {
			struct record *approval = &handled.approvals[i];
			struct value kept = approval->cell[parts[j]];
			enum need need = i == 0 ? NEED_APPROVED :
			    NEED_APIP_APPROVAL;

			assert_true(complaint_need_met(&handled.facts, need));
			record_set_text(approval, arena, parts[j], "");
			assert_false(complaint_need_met(&handled.facts, need));
			approval->cell[parts[j]] = kept;
		}
}

T(apip_goes_by_approval_or_by_what_a_regulation_says)
{
	scoped_arena arena = arena_new();
	struct handled handled;
	struct refusals refusals;

	handled_begin(&handled, arena, HANDLED_BY_APIP);
	handled_lose(&handled, NEED_APIP_APPROVAL);
	handled_write(&handled, REVIEW_CLASS, "");
	handled_write(&handled, REVIEW_LEVEL, "");
	refusals = handled_duties(&handled, "apip");
	is_one(&refusals, "duty.apip-approval", "32/6.7.c", "manner");
	handled_write(&handled, REVIEW_APIP_BASIS, "PP 12/2017 pasal 20");
	assert_int_equal(handled_duties(&handled, "apip").n, 0);
	handled_write(&handled, REVIEW_APIP_BASIS, "");
	handled_approve(&handled, APPROVAL_OF_APIP, APPROVAL_BY_EVENT);
	assert_int_equal(handled_duties(&handled, "apip").n, 0);
	handled_lose(&handled, NEED_APIP_REASON);
	refusals = handled_duties(&handled, "apip");
	is_one(&refusals, "duty.apip-reason", "32/6.7.c", "apip_reason");
}

/* An approval of the answer is none of APIP, nor the other way round. */
T(one_approval_is_not_the_other)
{
	scoped_arena arena = arena_new();
	struct handled handled;

	handled_begin(&handled, arena, HANDLED_BY_APIP);
	handled.facts.n_approvals = 0;
	handled_approve(&handled, APPROVAL_OF_ANSWER, APPROVAL_BY_EVENT);
	assert_false(complaint_need_met(&handled.facts, NEED_APIP_APPROVAL));
	handled.facts.n_approvals = 0;
	handled_approve(&handled, APPROVAL_OF_APIP, APPROVAL_BY_EVENT);
	assert_false(complaint_need_met(&handled.facts, NEED_APPROVED));
}

T(what_another_round_did_counts_for_nothing)
{
	static const enum need needs[] = { NEED_ACTION, NEED_LEVEL_REPORT,
		NEED_APPROVED };
	scoped_arena arena = arena_new();
	struct handled handled;

	handled_begin(&handled, arena, HANDLED_INSIDE);
	record_set_integer(&handled.review, REVIEW_ROUND, 2);
	for (size_t i = 0; i < array_length(needs); i++)
		assert_false(complaint_need_met(&handled.facts, needs[i]));
}

T(a_level_is_left_only_with_its_own_written_report)
{
	scoped_arena arena = arena_new();
	struct handled handled;
	struct refusals refusals;
	struct record before;

	handled_begin(&handled, arena, HANDLED_OUTSIDE);
	assert_int_equal(handled_duties(&handled, "escalate").n, 0);
	/* The report of the level below says nothing of this one. */
	handled_write(&handled, REVIEW_LEVEL, "kepala-pd");
	refusals = handled_duties(&handled, "escalate");
	is_one(&refusals, "duty.level-report", "32/6.7.b", "number");
	/* A disposition that is on the sheet leaves the one that is stored. */
	handled_begin(&handled, arena, HANDLED_INSIDE);
	before = handled.review;
	handled_write(&handled, REVIEW_LEVEL, "kepala-pd");
	handled_write(&handled, REVIEW_AGENCY, "Tim Teknis DPMPTSP");
	handled.facts.before = &before;
	assert_int_equal(handled_duties(&handled, "technical").n, 0);
	handled_lose(&handled, NEED_LEVEL_REPORT);
	refusals = handled_duties(&handled, "technical");
	is_one(&refusals, "duty.level-report", "32/6.7.a", "number");
}

T(the_first_disposition_leaves_no_level)
{
	scoped_arena arena = arena_new();
	struct handled handled;

	handled_begin(&handled, arena, HANDLED_INSIDE);
	handled_lose(&handled, NEED_LEVEL_REPORT);
	handled_write(&handled, REVIEW_CLASS, "");
	assert_int_equal(handled_duties(&handled, "internal").n, 0);
}

T(only_who_cannot_be_reached_may_be_left_uninformed)
{
	scoped_arena arena = arena_new();
	struct handled handled;
	struct refusals refusals;

	handled_begin(&handled, arena, HANDLED_INSIDE);
	handled_write(&handled, REVIEW_INFORMED, INFORMED_CANNOT);
	refusals = handled_duties(&handled, "close");
	is_one(&refusals, "duty.informed", "32/6.8", "informed");
	book_who(&handled.book, COMPLAINANT_PHONE, "");
	book_who(&handled.book, COMPLAINANT_NIK, "3214015503900001");
	assert_int_equal(handled_duties(&handled, "close").n, 0);
}

T(late_ones_are_kept_with_a_reason_timely_ones_never_treated)
{
	scoped_arena arena = arena_new();
	struct handled handled;
	struct refusals refusals;

	handled_begin(&handled, arena, HANDLED_INSIDE);
	refusals = handled_duties(&handled, "treat");
	is_one(&refusals, "duty.late", "32/6.3", "service_date");
	book_say(&handled.book, COMPLAINT_SERVICE_DATE, "2026-10-01");
	assert_int_equal(handled_duties(&handled, "treat").n, 0);
	refusals = handled_duties(&handled, "review");
	is_one(&refusals, "duty.window", "32/6.3", "kind_reason");
	book_say(&handled.book, COMPLAINT_KIND_REASON, "Pelapor sakit.");
	refusals = handled_duties(&handled, "review");
	is_one(&refusals, "duty.window", "32/6.3", "kind_reason");
	book_say(&handled.book, COMPLAINT_KIND, "pengaduan");
	assert_int_equal(handled_duties(&handled, "review").n, 0);
}

/* a to d in this order; grouping at any time. */
T(the_steps_of_the_review_are_in_order)
{
	scoped_arena arena = arena_new();
	struct handled handled;

	handled_begin(&handled, arena, HANDLED_INSIDE);
	for (enum review_step step = 0; step < REVIEW_STEPS; step++)
		handled_lose(&handled, review_step_need(step));
	assert_true(review_step_open(&handled.facts, STEP_GROUPING));
	assert_true(review_step_open(&handled.facts, STEP_CORE));
	assert_false(review_step_open(&handled.facts, STEP_CLAUSES));
	assert_false(review_step_open(&handled.facts, STEP_PLAN));
	handled_write(&handled, REVIEW_CORE, "Waktu tidak pasti");
	assert_true(review_step_open(&handled.facts, STEP_CLAUSES));
	assert_false(review_step_open(&handled.facts, STEP_EARLIER));
}

T(every_duty_has_a_clause_of_the_standard_and_a_sheet)
{
	scoped_arena arena = arena_new();
	struct handled handled;

	handled_begin(&handled, arena, HANDLED_INSIDE);
	for (enum need need = NEED_IDENTITY; need < NEEDS_N; need++) {
		const char *clause =
		    need_clause(&handled.facts, need, arena);
		size_t size;

		assert_non_null(
		    standard_clause(&handled.book.standard, clause));
		asset_text(arena, arena_print(arena, "forms/%s.form",
		    need_form(need)), &size);
	}
	assert_string_equal(
	    need_clause(&handled.facts, NEED_REASON, arena), "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(with_every_duty_done_it_may_be_closed),
		cmocka_unit_test(
		    closing_is_refused_for_each_missing_duty_by_its_clause),
		cmocka_unit_test(without_anything_every_duty_is_named_at_once),
		cmocka_unit_test(
		    a_complaint_with_no_review_at_all_owes_everything),
		cmocka_unit_test(lainnya_wants_its_text_on_either_axis),
		cmocka_unit_test(
		    both_axes_are_wanted_and_one_word_of_the_first_is_enough),
		cmocka_unit_test(no_clause_is_fine_with_a_reason),
		cmocka_unit_test(
		    an_answer_changed_after_its_approval_needs_another),
		cmocka_unit_test(
		    an_approval_on_paper_has_number_date_and_name),
		cmocka_unit_test(
		    apip_goes_by_approval_or_by_what_a_regulation_says),
		cmocka_unit_test(one_approval_is_not_the_other),
		cmocka_unit_test(what_another_round_did_counts_for_nothing),
		cmocka_unit_test(
		    a_level_is_left_only_with_its_own_written_report),
		cmocka_unit_test(the_first_disposition_leaves_no_level),
		cmocka_unit_test(
		    only_who_cannot_be_reached_may_be_left_uninformed),
		cmocka_unit_test(
		    late_ones_are_kept_with_a_reason_timely_ones_never_treated),
		cmocka_unit_test(the_steps_of_the_review_are_in_order),
		cmocka_unit_test(
		    every_duty_has_a_clause_of_the_standard_and_a_sheet),
	};

	return T_RUN(tests);
}
