#include "desk/assets.h"
#include "desk/checklist.h"
#include "desk/print.h"
#include "domain/checklist.h"
#include "domain/process_clock.h"
#include "domain/refusal.h"
#include "lib/counter.h"
#include "store/check.h"

/* The life of applications, played without a screen. */

static void
assert_due(struct date date, const char *text)
{
	char printed[DATE_TEXT_SIZE];

	date_print(date, printed);
	assert_string_equal(printed, text);
}

static void
judge(struct counter *counter, struct id id, const char *clause,
    const char *result, const char *note)
{
	struct check check = { .application = id, .clause = clause,
		.result = result, .note = note };
	struct err err = { 0 };

	t_done(desk_check(counter->desk, &check, &err), err);
}

static struct moved
move(struct counter *counter, struct id id, const char *name)
{
	struct moved moved;
	struct err err = { 0 };

	t_done(counter_move(counter, id, name, &moved, &err), err);
	return moved;
}

T(a_file_is_returned_completed_issued_and_handed_over)
{
	struct counter *counter = *state;
	struct application seen;
	struct moved moved;
	struct id id;

	counter_at(counter, "2026-11-02T08:16");
	counter_sign_in(counter, "ani");
	id = counter_receive(counter);
	assert_string_equal(counter_read(counter, id).status->state->name,
	    "diterima");

	counter_sign_in(counter, "budi");
	judge(counter, id, "32/1.A.4", "K", "surat RDTR");
	judge(counter, id, "32/1.B.2", "T", "uraian tugas");
	moved = move(counter, id, "return");
	assert_string_equal(moved.state, "dikembalikan");
	assert_true(date_is_none(moved.due.date));

	counter_at(counter, "2026-11-05T09:00");
	counter_check_all(counter, id);
	moved = move(counter, id, "complete");
	assert_string_equal(moved.state, "lengkap");
	assert_due(moved.due.date, "2026-11-16");
	assert_false(moved.due.is_provisional);

	counter_at(counter, "2026-11-10T09:00");
	move(counter, id, "process");
	move(counter, id, "technical");
	move(counter, id, "verify");
	counter_at(counter, "2026-11-12T09:00");
	move(counter, id, "issue");
	counter_sign_in(counter, "dedi");
	move(counter, id, "handover");

	seen = counter_read(counter, id);
	assert_string_equal(seen.status->state->name, "diserahkan");
	assert_int_equal(seen.clock->state, PROCESS_ENDED);
	assert_due(seen.clock->stopped, "2026-11-12");
	assert_due(seen.due.date, "2026-11-16");
	assert_int_equal(seen.n_events, 8);
	assert_string_equal(record_text(&seen.record,
	    APPLICATION_CERTIFICATE_NUMBER), "SS/2026/0001");
	assert_string_equal(record_text(&seen.record,
	    APPLICATION_HANDOVER_DATE), "2026-11-12");
}

T(the_clock_starts_at_day_0_again_after_a_return)
{
	struct counter *counter = *state;
	struct application seen;
	struct moved moved;
	struct id id;

	counter_sign_in(counter, "ani");
	id = counter_receive(counter);
	counter_check_all(counter, id);
	/* The vector of the decisions: 2 Nov 2026 + 7 = 11 Nov 2026. */
	assert_due(move(counter, id, "complete").due.date, "2026-11-11");
	counter_at(counter, "2026-11-09T10:00");
	judge(counter, id, "32/1.B.1", "K", "foto lama");
	moved = move(counter, id, "return");
	assert_due(moved.due.date, "2026-11-11");
	seen = counter_read(counter, id);
	assert_int_equal(seen.clock->state, PROCESS_STOPPED);
	counter_at(counter, "2026-12-17T10:00");
	judge(counter, id, "32/1.B.1", "B", "");
	/* 24 Dec is cuti bersama, 25 Dec a holiday. */
	assert_due(move(counter, id, "complete").due.date, "2026-12-30");
	seen = counter_read(counter, id);
	assert_int_equal(seen.clock->n_steps, 3);
}

T(a_date_in_a_year_without_calendar_is_sementara)
{
	struct counter *counter = *state;
	struct moved moved;
	struct id id;

	counter_at(counter, "2028-12-28T08:00");
	counter_sign_in(counter, "ani");
	id = counter_receive(counter);
	counter_check_all(counter, id);
	moved = move(counter, id, "complete");
	assert_true(moved.due.is_provisional);
}

/* The hand-over, on a day. */
static enum fail
hand_over(struct counter *counter, struct id id, const char *day,
    struct err *err)
{
	static const char *const typed[][2] = {
		{ "receiver", "Désirée Ayu Lestari" },
		{ "receiver_as", "pemohon" },
		{ "identity_seen", "ktp" },
	};
	struct application seen = counter_read(counter, id);
	const struct form *form;
	struct answers *answers;
	struct move_request request = { .application = id,
		.move = "handover", .seen = seen.status->ends,
		.n_seen = seen.status->n_ends };
	struct moved moved;

	t_done(desk_form(counter->desk, "move-handover", NULL, &form, err),
	    *err);
	answers = answers_new(counter->arena, form);
	for (size_t i = 0; i < array_length(typed); i++)
		counter_type(counter, answers, typed[i][0], typed[i][1]);
	counter_type(counter, answers, "handover_date", day);
	request.answers = answers;
	return desk_move(counter->desk, &request, NULL, &moved, err);
}

T(no_certificate_is_handed_over_before_it_was_issued)
{
	struct counter *counter = *state;
	struct err err = { 0 };
	struct id id;

	counter_sign_in(counter, "ani");
	id = counter_receive(counter);
	counter_at(counter, "2026-11-05T09:00");
	counter_bring_to(counter, id, "terbit");
	assert_int_equal(hand_over(counter, id, "04/11/2026", &err),
	    FAIL_INVALID);
	assert_string_equal(err.fact.code, "move.too-early");
	assert_string_equal(err.fact.arg[0], "05/11/2026");
	t_done(hand_over(counter, id, "05/11/2026", &err), err);
}

T(the_obligation_after_issue_never_blocks)
{
	struct counter *counter = *state;
	struct application seen;
	struct id id;

	counter_sign_in(counter, "ani");
	id = counter_receive(counter);
	counter_check_all(counter, id);
	seen = counter_read(counter, id);
	assert_int_equal(seen.checklist->wanted, 8);
	assert_int_equal(seen.checklist->right, 8);
	assert_int_equal(seen.checklist->n, 9);
	move(counter, id, "complete");
}

T(the_applicant_may_take_it_back_and_the_number_stays)
{
	struct counter *counter = *state;
	struct application seen;
	struct id id;

	counter_sign_in(counter, "ani");
	id = counter_receive(counter);
	move(counter, id, "withdraw");
	seen = counter_read(counter, id);
	assert_string_equal(seen.status->state->name, "ditarik");
	assert_string_equal(record_text(&seen.record, APPLICATION_NUMBER),
	    "L03-2026-0001");
	assert_string_equal(seen.events[1].reason, "alasan contoh");
}

T(only_atasan_and_kepala_cancel_a_number)
{
	struct counter *counter = *state;
	struct moved moved;
	struct err err = { 0 };
	struct id id;

	counter_sign_in(counter, "ani");
	id = counter_receive(counter);
	assert_int_equal(counter_move(counter, id, "cancel", &moved, &err),
	    FAIL_DENIED);
	assert_string_equal(err.fact.code, "denied.cancel");
	assert_string_equal(err.fact.arg[0], "atasan kepala");
	counter_sign_in(counter, "hendra");
	assert_string_equal(move(counter, id, "cancel").state, "batal");
}

T(prints_are_counted_and_kept)
{
	struct counter *counter = *state;
	struct err err = { 0 };
	struct id id;
	int copy;

	counter_sign_in(counter, "ani");
	id = counter_receive(counter);
	for (int i = 1; i <= 3; i++) {
		t_done(desk_print_begin(counter->desk, &id, "receipt", &copy,
		    &err), err);
		assert_int_equal(copy, i);
	}
	t_done(desk_print_begin(counter->desk, &id, "deficiency", &copy, &err),
	    err);
	assert_int_equal(copy, 1);
	t_done(desk_print_count(counter->desk, &id, "receipt", &copy, &err),
	    err);
	assert_int_equal(copy, 3);
}

T(a_paper_of_nothing_is_not_printed)
{
	struct counter *counter = *state;
	struct id id = desk_new_id(counter->desk);
	struct err err = { 0 };
	int copy;

	counter_sign_in(counter, "ani");
	assert_int_equal(desk_print_begin(counter->desk, &id, "receipt",
	    &copy, &err), FAIL_MISSING);
	t_done(desk_print_count(counter->desk, &id, "receipt", &copy, &err),
	    err);
	assert_int_equal(copy, 0);
}

T(the_log_says_what_the_records_say)
{
	struct counter *counter = *state;
	struct findings findings = { .arena = counter->arena };
	struct err err = { 0 };
	struct id id;

	counter_sign_in(counter, "ani");
	id = counter_receive(counter);
	counter_bring_to(counter, id, "diserahkan");
	t_done(store_check(counter->reg->store, &findings, &err), err);
	if (findings.total > 0)
		fail_msg("%s", findings.list[0].code);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T_COUNTER(a_file_is_returned_completed_issued_and_handed_over),
		T_COUNTER(the_clock_starts_at_day_0_again_after_a_return),
		T_COUNTER(a_date_in_a_year_without_calendar_is_sementara),
		T_COUNTER(no_certificate_is_handed_over_before_it_was_issued),
		T_COUNTER(the_obligation_after_issue_never_blocks),
		T_COUNTER(the_applicant_may_take_it_back_and_the_number_stays),
		T_COUNTER(only_atasan_and_kepala_cancel_a_number),
		T_COUNTER(prints_are_counted_and_kept),
		T_COUNTER(a_paper_of_nothing_is_not_printed),
		T_COUNTER(the_log_says_what_the_records_say),
	};

	return T_RUN(tests);
}
