#include <stdio.h>

#include "desk/draft.h"
#include "domain/refusal.h"
#include "lib/counter.h"

/* Receiving: the number, the registers, what is refused, asking twice. */

static struct intake
intake_of(struct counter *counter, const struct answers *answers)
{
	return (struct intake){
		.id = desk_new_id(counter->desk),
		.answers = answers,
	};
}

static struct received
receive(struct counter *counter, const struct intake *intake)
{
	struct received received;
	struct err err = { 0 };

	t_done(desk_receive(counter->desk, intake, NULL, &received, &err),
	    err);
	return received;
}

/* Refused, and for this reason among others. */
static void
assert_refused(struct counter *counter, const struct intake *intake,
    const char *code, const char *field)
{
	struct refusals refusals = { .arena = counter->arena };
	struct received received;
	struct err err = { 0 };

	assert_int_equal(desk_receive(counter->desk, intake, &refusals,
	    &received, &err), FAIL_INVALID);
	for (size_t i = 0; i < refusals.n; i++)
		if (strcmp(refusals.list[i].fact.code, code) == 0) {
			assert_string_equal(refusals.list[i].field, field);
			return;
		}
	fail_msg("not %s, but %s", code, err.fact.code);
}

T(numbers_rise_without_a_gap_past_what_was_refused)
{
	struct counter *counter = *state;
	struct answers *empty;
	struct intake refused;
	char number[32];

	counter_sign_in(counter, "ani");
	for (int i = 1; i <= 50; i++) {
		struct application seen =
		    counter_read(counter, counter_receive(counter));

		snprintf(number, sizeof number, "L03-2026-%04d", i);
		assert_string_equal(record_text(&seen.record,
		    APPLICATION_NUMBER), number);
		empty = counter_sheet(counter);
		counter_type(counter, empty, "nib", "");
		refused = intake_of(counter, empty);
		assert_refused(counter, &refused, "intake.missing", "nib");
	}
}

T(the_series_is_of_the_year_the_file_came)
{
	struct counter *counter = *state;
	struct answers *answers;
	struct intake intake;

	counter_at(counter, "2027-01-04T08:00");
	counter_sign_in(counter, "ani");
	answers = counter_sheet(counter);
	counter_type(counter, answers, "received_date", "31/12/2026");
	intake = intake_of(counter, answers);
	assert_string_equal(receive(counter, &intake).number,
	    "L03-2026-0001");
	intake = intake_of(counter, counter_sheet(counter));
	intake.duplicate_reason = "berkas kedua";
	assert_string_equal(receive(counter, &intake).number,
	    "L03-2027-0001");
}

T(asking_again_after_a_crash_receives_nothing_new)
{
	struct counter *counter = *state;
	struct desk_draft draft;
	struct answers *answers;
	struct received first, again;
	struct intake intake;
	struct err err = { 0 };

	counter_sign_in(counter, "ani");
	answers = counter_sheet(counter);
	intake = intake_of(counter, answers);
	first = receive(counter, &intake);
	counter_reopen(counter);
	counter_sign_in(counter, "ani");
	intake.answers = counter_sheet(counter);
	t_done(desk_draft_keep(counter->desk, &intake.id, intake.answers, "",
	    "", &err), err);
	again = receive(counter, &intake);
	assert_true(again.was_there);
	assert_string_equal(again.number, first.number);
	assert_int_equal(counter_read(counter, intake.id).n_events, 1);
	assert_int_equal(desk_draft_take(counter->desk, "application",
	    &intake.id, counter->arena, &draft, &err),
	    FAIL_MISSING);
}

T(the_draft_goes_with_the_number)
{
	struct counter *counter = *state;
	struct desk_draft draft;
	struct answers *answers;
	struct intake intake;
	struct err err = { 0 };

	counter_sign_in(counter, "ani");
	answers = counter_sheet(counter);
	intake = intake_of(counter, answers);
	t_done(desk_draft_keep(counter->desk, &intake.id, answers, "Désirée",
	    "name", &err), err);
	receive(counter, &intake);
	assert_int_equal(desk_draft_take(counter->desk, "application",
	    &intake.id, counter->arena, &draft, &err),
	    FAIL_MISSING);
}

T(the_draft_stays_when_it_is_refused)
{
	struct counter *counter = *state;
	struct desk_draft draft;
	struct answers *answers;
	struct intake intake;
	struct err err = { 0 };

	counter_sign_in(counter, "ani");
	answers = counter_sheet(counter);
	counter_type(counter, answers, "nib", "123");
	intake = intake_of(counter, answers);
	t_done(desk_draft_keep(counter->desk, &intake.id, answers, "", "nib",
	    &err), err);
	assert_refused(counter, &intake, "nib.length", "nib");
	t_done(desk_draft_take(counter->desk, "application", &intake.id,
	    counter->arena, &draft, &err), err);
}

T(an_incomplete_sheet_names_its_field_and_clause)
{
	struct counter *counter = *state;
	struct refusals refusals = { .arena = counter->arena };
	struct answers *answers;
	struct received received;
	struct intake intake;
	struct err err = { 0 };

	counter_sign_in(counter, "ani");
	answers = counter_sheet(counter);
	counter_type(counter, answers, "scale", "");
	intake = intake_of(counter, answers);
	assert_int_equal(desk_receive(counter->desk, &intake, &refusals,
	    &received, &err), FAIL_INVALID);
	assert_string_equal(refusals.list[0].field, "scale");
	assert_string_equal(refusals.list[0].clause, "32/1.A.1");
}

T(what_a_screen_found_good_is_judged_again)
{
	struct counter *counter = *state;
	struct answers *answers;
	struct intake intake;

	/* Typed when the day was right; given when it is in the future. */
	counter_sign_in(counter, "ani");
	answers = counter_sheet(counter);
	counter_at(counter, "2026-11-01T08:00");
	intake = intake_of(counter, answers);
	assert_refused(counter, &intake, "application.future",
	    "received_date");
}

T(another_activity_is_not_of_this_standard)
{
	struct counter *counter = *state;
	struct answers *answers;
	struct intake intake;

	counter_sign_in(counter, "ani");
	answers = counter_sheet(counter);
	counter_type(counter, answers, "kbli", "22220/2020");
	intake = intake_of(counter, answers);
	assert_refused(counter, &intake, "application.other-kbli", "kbli");
}

T(a_file_typed_late_wants_a_reason)
{
	struct counter *counter = *state;
	struct application seen;
	struct answers *answers;
	struct intake intake;

	counter_at(counter, "2026-11-09T08:00");
	counter_sign_in(counter, "ani");
	answers = counter_sheet(counter);
	counter_type(counter, answers, "received_date", "02/11/2026");
	intake = intake_of(counter, answers);
	assert_refused(counter, &intake, "intake.late-reason", "late_reason");
	intake.late_reason = "  ";
	assert_refused(counter, &intake, "intake.late-reason", "late_reason");
	intake.late_reason = "listrik padam";
	receive(counter, &intake);
	seen = counter_read(counter, intake.id);
	assert_string_equal(record_text(&seen.record,
	    APPLICATION_LATE_REASON), "listrik padam");
}

T(a_doubt_is_passed_with_a_reason)
{
	struct counter *counter = *state;
	struct answers *answers;
	struct intake intake;

	counter_sign_in(counter, "ani");
	answers = counter_sheet(counter);
	counter_type(counter, answers, "birth_date", "16/03/1990");
	intake = intake_of(counter, answers);
	assert_refused(counter, &intake, "intake.doubt-reason",
	    "doubt_reason");
	intake.doubt_reason = "KTP-el dilihat";
	receive(counter, &intake);
}

T(a_second_file_of_the_same_firm_and_activity_is_shown_first)
{
	struct counter *counter = *state;
	struct answers *answers;
	struct intake intake;
	struct review review;
	struct err err = { 0 };

	counter_sign_in(counter, "ani");
	counter_receive(counter);
	answers = counter_sheet(counter);
	/* The same activity under its code of the other edition. */
	counter_type(counter, answers, "kbli", "22201/2025");
	intake = intake_of(counter, answers);
	t_done(desk_review(counter->desk, &intake.id, answers, counter->arena,
	    &review, &err), err);
	assert_int_equal(review.n_duplicates, 1);
	assert_string_equal(review.duplicates[0].number, "L03-2026-0001");
	assert_refused(counter, &intake, "intake.duplicate-reason",
	    "duplicate_reason");
	intake.duplicate_reason = "pabrik kedua";
	receive(counter, &intake);
}

T(a_file_that_has_ended_is_no_duplicate)
{
	struct counter *counter = *state;
	struct intake intake;
	struct moved moved;
	struct err err = { 0 };
	struct id id;

	counter_sign_in(counter, "ani");
	id = counter_receive(counter);
	t_done(counter_move(counter, id, "withdraw", &moved, &err), err);
	intake = intake_of(counter, counter_sheet(counter));
	receive(counter, &intake);
}

T(skala_mikro_is_a_consultation_without_number)
{
	struct counter *counter = *state;
	struct answers *answers;
	struct received received;
	struct intake intake;
	struct err err = { 0 };

	counter_sign_in(counter, "ani");
	answers = counter_sheet(counter);
	counter_type(counter, answers, "scale", "mikro");
	intake = intake_of(counter, answers);
	assert_refused(counter, &intake, "intake.is-consultation", "scale");
	counter_at(counter, "2026-11-01T08:00");
	assert_int_equal(desk_consult(counter->desk, &intake, NULL, &received,
	    &err), FAIL_INVALID);
	assert_string_equal(err.fact.code, "application.future");
	counter_at(counter, "2026-11-02T08:00");
	t_done(desk_consult(counter->desk, &intake, NULL, &received, &err),
	    err);
	assert_string_equal(received.number, "");
	assert_string_equal(counter_read(counter, intake.id).status->state
	    ->name, "konsultasi");
	intake = intake_of(counter, counter_sheet(counter));
	assert_string_equal(receive(counter, &intake).number,
	    "L03-2026-0001");
}

T(skala_kecil_is_no_consultation)
{
	struct counter *counter = *state;
	struct intake intake;
	struct received received;
	struct err err = { 0 };

	counter_sign_in(counter, "ani");
	intake = intake_of(counter, counter_sheet(counter));
	assert_int_equal(desk_consult(counter->desk, &intake, NULL, &received,
	    &err), FAIL_INVALID);
	assert_string_equal(err.fact.code, "intake.no-consultation");
}

T(the_review_tells_the_date_were_it_complete_today)
{
	struct counter *counter = *state;
	struct answers *answers;
	struct review review;
	struct err err = { 0 };
	char due[DATE_TEXT_SIZE];
	struct id id;

	counter_sign_in(counter, "ani");
	answers = counter_sheet(counter);
	id = desk_new_id(counter->desk);
	t_done(desk_review(counter->desk, &id, answers, counter->arena,
	    &review, &err), err);
	assert_true(review.may_receive);
	date_print(review.due.date, due);
	assert_string_equal(due, "2026-11-11");
}

T(form_and_standard_are_kept_with_their_versions)
{
	struct counter *counter = *state;
	struct application seen;

	counter_sign_in(counter, "ani");
	seen = counter_read(counter, counter_receive(counter));
	assert_string_equal(record_text(&seen.record, APPLICATION_STANDARD),
	    "32");
	assert_string_equal(record_text(&seen.record,
	    APPLICATION_STANDARD_VERSION), "1");
	assert_string_equal(record_text(&seen.record, APPLICATION_FORM),
	    "application");
	assert_string_equal(record_text(&seen.record,
	    APPLICATION_FORM_VERSION), "1");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T_COUNTER(numbers_rise_without_a_gap_past_what_was_refused),
		T_COUNTER(the_series_is_of_the_year_the_file_came),
		T_COUNTER(asking_again_after_a_crash_receives_nothing_new),
		T_COUNTER(the_draft_goes_with_the_number),
		T_COUNTER(the_draft_stays_when_it_is_refused),
		T_COUNTER(an_incomplete_sheet_names_its_field_and_clause),
		T_COUNTER(what_a_screen_found_good_is_judged_again),
		T_COUNTER(another_activity_is_not_of_this_standard),
		T_COUNTER(a_file_typed_late_wants_a_reason),
		T_COUNTER(a_doubt_is_passed_with_a_reason),
		T_COUNTER(
		    a_second_file_of_the_same_firm_and_activity_is_shown_first),
		T_COUNTER(a_file_that_has_ended_is_no_duplicate),
		T_COUNTER(skala_mikro_is_a_consultation_without_number),
		T_COUNTER(skala_kecil_is_no_consultation),
		T_COUNTER(the_review_tells_the_date_were_it_complete_today),
		T_COUNTER(form_and_standard_are_kept_with_their_versions),
	};

	return T_RUN(tests);
}
