#include "lib/complaints.h"

/* Receiving an entry of the complaint book: its kind, its clock, its people. */

static enum fail
receive(struct counter *counter, const struct complaint_intake *intake,
    struct refusals *refusals, struct received *ret_received)
{
	struct err err = { 0 };

	*refusals = (struct refusals){ .arena = counter->arena };
	return desk_complaint_receive(counter->desk, intake, refusals,
	    ret_received, &err);
}

static struct complaint_intake
intake_of(struct counter *counter, const struct answers *answers)
{
	return (struct complaint_intake){ .answers = answers,
		.id = desk_new_id(counter->desk) };
}

T(a_complaint_gets_a_number_and_14_working_days)
{
	struct counter *counter = *state;
	struct complaint complaint;

	counter_sign_in(counter, "dedi");
	complaint = complaints_read(counter, complaints_new(counter));
	assert_string_equal(record_text(&complaint.record, COMPLAINT_NUMBER),
	    "P-L03-2026-0001");
	assert_string_equal(record_text(&complaint.record, COMPLAINT_KIND),
	    "pengaduan");
	assert_string_equal(complaint.status->state->name, "diterima");
	assert_true(complaint.clock.is_running);
	assert_date(complaint.clock.due.date, 2026, 11, 20);
	assert_int_equal(complaint.n_people, 1);
	assert_string_equal(record_text(&complaint.people[0],
	    COMPLAINANT_NAME), "I Wayan Sudarma");
	assert_date(complaint.window_end, 2026, 11, 25);
}

T(an_anonymous_slip_is_a_suggestion_without_a_clock)
{
	struct counter *counter = *state;
	struct answers *answers;
	struct complaint complaint;

	counter_sign_in(counter, "dedi");
	(void)complaints_new(counter);
	answers = complaints_form(counter, "complaint");
	counter_type(counter, answers, "channel", "m");
	counter_type(counter, answers, "manner", "tulisan");
	counter_type(counter, answers, "object", "Petugas ketus");
	complaint = complaints_read(counter,
	    complaints_receive(counter, answers));
	assert_string_equal(record_text(&complaint.record, COMPLAINT_NUMBER),
	    "P-L03-2026-0002");
	assert_string_equal(record_text(&complaint.record, COMPLAINT_KIND),
	    "saran");
	assert_string_equal(record_text(&complaint.record,
	    COMPLAINT_KIND_RULE), "no-identity");
	assert_string_equal(complaint.status->state->name, "saran");
	assert_false(complaint.clock.is_running);
	assert_true(date_is_none(complaint.clock.due.date));
	assert_int_equal(complaint.n_people, 0);
}

T(the_kind_follows_what_is_typed)
{
	struct counter *counter = *state;
	struct answers *answers;
	struct complaint_kind kind;
	struct err err = { 0 };

	counter_sign_in(counter, "dedi");
	answers = complaints_form(counter, "complaint");
	t_done(desk_complaint_kind(counter->desk, answers, &kind, &err), err);
	assert_string_equal(kind.kind, "saran");
	assert_string_equal(kind.rule, "no-identity-object");
	assert_string_equal(kind.clause, "32/6.5.b");
	answers = complaints_sheet(counter);
	t_done(desk_complaint_kind(counter->desk, answers, &kind, &err), err);
	assert_string_equal(kind.kind, "pengaduan");
	assert_int_equal(kind.days, 7);
	assert_date(kind.due.date, 2026, 11, 20);
}

T(the_thirtieth_day_is_in_time_and_the_31st_asks_for_a_kind)
{
	struct counter *counter = *state;
	struct answers *answers;
	struct complaint_intake intake;
	struct refusals refusals;
	struct received received;

	counter_sign_in(counter, "dedi");
	answers = complaints_sheet(counter);
	counter_type(counter, answers, "service_date", "03/10/2026");
	(void)complaints_receive(counter, answers);
	counter_type(counter, answers, "service_date", "02/10/2026");
	intake = intake_of(counter, answers);
	assert_int_equal(receive(counter, &intake, &refusals, &received),
	    FAIL_INVALID);
	assert_true(complaints_refused(&refusals, "book.kind-to-choose",
	    "32/6.3"));
	intake.kind = "pengaduan";
	assert_int_equal(receive(counter, &intake, &refusals, &received),
	    FAIL_INVALID);
	assert_true(complaints_refused(&refusals, "book.kind-reason", NULL));
	intake.kind_reason = "Pelapor dirawat di rumah sakit";
	assert_int_equal(receive(counter, &intake, &refusals, &received),
	    FAIL_NONE);
	assert_string_equal(complaints_state(counter, received.id),
	    "diterima");
	intake = intake_of(counter, answers);
	intake.kind = "koreksi";
	assert_int_equal(receive(counter, &intake, &refusals, &received),
	    FAIL_NONE);
	assert_string_equal(complaints_state(counter, received.id), "saran");
}

T(the_clock_starts_on_the_day_it_arrived)
{
	struct counter *counter = *state;
	struct answers *answers;
	struct complaint_intake intake;
	struct refusals refusals;
	struct received received;
	struct complaint complaint;

	counter_at(counter, "2026-11-09T08:00");
	counter_sign_in(counter, "dedi");
	answers = complaints_sheet(counter);
	/* A Saturday. */
	counter_type(counter, answers, "received_date", "31/10/2026");
	intake = intake_of(counter, answers);
	assert_int_equal(receive(counter, &intake, &refusals, &received),
	    FAIL_INVALID);
	assert_true(complaints_refused(&refusals, "intake.late-reason",
	    NULL));
	intake.late_reason = "Loket tutup";
	assert_int_equal(receive(counter, &intake, &refusals, &received),
	    FAIL_NONE);
	complaint = complaints_read(counter, received.id);
	assert_date(complaint.clock.started, 2026, 10, 31);
	assert_date(complaint.clock.due.date, 2026, 11, 19);
	assert_int_equal(complaint.clock.left.days, 8);
}

T(the_same_key_again_gives_the_same_number_again)
{
	struct counter *counter = *state;
	struct complaint_intake intake;
	struct refusals refusals;
	struct received first, second;

	counter_sign_in(counter, "dedi");
	intake = intake_of(counter, complaints_sheet(counter));
	assert_int_equal(receive(counter, &intake, &refusals, &first),
	    FAIL_NONE);
	assert_int_equal(receive(counter, &intake, &refusals, &second),
	    FAIL_NONE);
	assert_string_equal(first.number, second.number);
	assert_true(second.was_there);
}

T(dates_in_impossible_order_are_all_refused_at_once)
{
	struct counter *counter = *state;
	struct answers *answers;
	struct complaint_intake intake;
	struct refusals refusals;
	struct received received;

	counter_sign_in(counter, "dedi");
	answers = complaints_sheet(counter);
	counter_type(counter, answers, "channel", "c");
	counter_type(counter, answers, "manner", "tulisan");
	counter_type(counter, answers, "received_date", "28/10/2026");
	counter_type(counter, answers, "service_date", "29/10/2026");
	counter_type(counter, answers, "letter_date", "30/10/2026");
	counter_type(counter, answers, "letter_arrived", "29/10/2026");
	intake = intake_of(counter, answers);
	intake.late_reason = "sakit";
	assert_int_equal(receive(counter, &intake, &refusals, &received),
	    FAIL_INVALID);
	assert_true(complaints_refused(&refusals,
	    "book.service-after-receipt", NULL));
	assert_true(complaints_refused(&refusals,
	    "book.letter-after-arrival", NULL));
	assert_true(complaints_refused(&refusals,
	    "book.arrival-after-receipt", NULL));
}

T(what_was_not_read_back_is_no_oral_complaint_yet)
{
	struct counter *counter = *state;
	struct answers *answers;
	struct complaint_intake intake;
	struct refusals refusals;
	struct received received;

	counter_sign_in(counter, "dedi");
	answers = complaints_sheet(counter);
	counter_type(counter, answers, "read_back", "T");
	intake = intake_of(counter, answers);
	assert_int_equal(receive(counter, &intake, &refusals, &received),
	    FAIL_INVALID);
	assert_true(complaints_refused(&refusals, "complaint.not-read-back",
	    "32/6.2"));
}

T(who_is_complained_of_does_not_write_it_down)
{
	struct counter *counter = *state;
	struct answers *answers;
	struct complaint_intake intake;
	struct refusals refusals;
	struct received received;

	counter_sign_in(counter, "dedi");
	answers = complaints_sheet(counter);
	counter_type(counter, answers, "named_officer", "dedi");
	intake = intake_of(counter, answers);
	assert_int_equal(receive(counter, &intake, &refusals, &received),
	    FAIL_INVALID);
	assert_true(complaints_refused(&refusals, "complaint.names-you",
	    NULL));
	counter_sign_in(counter, "ani");
	assert_int_equal(receive(counter, &intake, &refusals, &received),
	    FAIL_NONE);
}

T(each_represented_person_is_a_row_of_his_own)
{
	struct counter *counter = *state;
	struct answers *answers;
	struct complaint complaint;

	counter_sign_in(counter, "dedi");
	answers = complaints_sheet(counter);
	counter_type(counter, answers, "proxy", "Y");
	counter_type(counter, answers, "represented", "Ujang\nSiti\n");
	complaint = complaints_read(counter,
	    complaints_receive(counter, answers));
	assert_int_equal(complaint.n_people, 3);
	assert_string_equal(record_text(&complaint.people[0],
	    COMPLAINANT_PART), "pelapor");
	assert_string_equal(record_text(&complaint.people[1],
	    COMPLAINANT_PART), "diwakili");
	assert_int_equal(complaint.n_extra, 0);
}

T(a_story_of_ten_thousand_characters_is_kept_clean)
{
	struct counter *counter = *state;
	struct answers *answers;
	struct complaint complaint;
	scoped_buf story;
	const char *kept;

	counter_sign_in(counter, "dedi");
	buf_init(&story, 64 * 1024);
	buf_text(&story, "\x1b[31m\xe2\x80\xae");
	for (int i = 0; i < 1999; i++)
		buf_text(&story, "kata ");
	answers = complaints_sheet(counter);
	counter_type(counter, answers, "material", story.text);
	complaint = complaints_read(counter,
	    complaints_receive(counter, answers));
	kept = record_text(&complaint.record, COMPLAINT_MATERIAL);
	assert_true(strlen(kept) >= 9985);
	assert_null(strchr(kept, '\x1b'));
	assert_null(strstr(kept, "\xe2\x80\xae"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T_COUNTER(
		    a_complaint_gets_a_number_and_14_working_days),
		T_COUNTER(
		    an_anonymous_slip_is_a_suggestion_without_a_clock),
		T_COUNTER(the_kind_follows_what_is_typed),
		T_COUNTER(
		    the_thirtieth_day_is_in_time_and_the_31st_asks_for_a_kind),
		T_COUNTER(
		    the_clock_starts_on_the_day_it_arrived),
		T_COUNTER(the_same_key_again_gives_the_same_number_again),
		T_COUNTER(dates_in_impossible_order_are_all_refused_at_once),
		T_COUNTER(what_was_not_read_back_is_no_oral_complaint_yet),
		T_COUNTER(who_is_complained_of_does_not_write_it_down),
		T_COUNTER(each_represented_person_is_a_row_of_his_own),
		T_COUNTER(
		    a_story_of_ten_thousand_characters_is_kept_clean),
	};

	return T_RUN(tests);
}
