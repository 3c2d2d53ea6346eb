#include "desk/checklist.h"
#include "desk/setting.h"
#include "domain/checklist.h"
#include "lib/counter.h"

/* Judging requirements one by one, and the settings of a counter. */

static enum fail
judge(struct counter *counter, struct id id, const char *clause,
    const char *result, const char *note, struct err *err)
{
	struct check check = { .application = id, .clause = clause,
		.result = result, .note = note, .document = "Surat 1" };

	return desk_check(counter->desk, &check, err);
}

static struct id
received(struct counter *counter)
{
	counter_sign_in(counter, "ani");
	return counter_receive(counter);
}

T(a_judgement_keeps_who_and_when_and_what_was_seen)
{
	struct counter *counter = *state;
	struct id id = received(counter);
	const struct checklist_row *row;
	struct checklist list;
	struct err err = { 0 };

	counter_sign_in(counter, "budi");
	t_done(judge(counter, id, "32/1.A.2", "T", "belum ada akun", &err),
	    err);
	t_done(desk_checklist(counter->desk, &id, counter->arena, &list,
	    &err), err);
	row = checklist_row(&list, "32/1.A.2");
	assert_int_equal(row->result, CHECK_ABSENT);
	assert_string_equal(row->officer, "budi");
	assert_string_equal(row->note, "belum ada akun");
	assert_string_equal(row->document, "Surat 1");
	assert_int_equal(row->at_ms, counter->reg->now_ms);
	assert_int_equal(list.absent, 1);
}

T(a_judgement_can_be_taken_back)
{
	struct counter *counter = *state;
	struct id id = received(counter);
	struct checklist list;
	struct err err = { 0 };

	t_done(judge(counter, id, "32/1.A.2", "B", "", &err), err);
	t_done(judge(counter, id, "32/1.A.2", "", "", &err), err);
	t_done(desk_checklist(counter->desk, &id, counter->arena, &list,
	    &err), err);
	assert_int_equal(list.open, 8);
}

T(what_may_not_be_said_is_refused)
{
	static const struct {
		const char *clause, *result, *note;
	} wrong[] = {
		{ "32/1.A.2", "K", "" },          /* no note */
		{ "32/1.A.2", "N", "tidak ada" }, /* the standard: no */
		{ "32/1.A.9", "B", "" },          /* no such requirement */
		{ "32/1.A.2", "X", "" },          /* no such result */
	};
	struct counter *counter = *state;
	struct id id = received(counter);

	for (size_t i = 0; i < array_length(wrong); i++) {
		struct err err = { 0 };

		assert_int_equal(judge(counter, id, wrong[i].clause,
		    wrong[i].result, wrong[i].note, &err), FAIL_INVALID);
	}
}

T(what_was_issued_is_not_judged_any_more)
{
	static const char *const states[] = { "terbit", "diserahkan" };
	struct counter *counter = *state;

	counter_sign_in(counter, "ani");
	for (size_t i = 0; i < array_length(states); i++) {
		struct id id = counter_receive(counter);
		struct err err = { 0 };

		counter_bring_to(counter, id, states[i]);
		assert_int_equal(judge(counter, id, "32/1.A.2", "K", "salah",
		    &err), FAIL_CONFLICT);
		assert_string_equal(err.fact.code, "check.closed");
	}
}

T(notes_given_before_are_offered_the_most_used_first)
{
	static const char *const notes[] = { "denah lama", "foto kabur",
		"foto kabur" };
	struct counter *counter = *state;
	struct check_notes offered = { .arena = counter->arena, .limit = 5 };
	struct err err = { 0 };

	counter_sign_in(counter, "ani");
	for (size_t i = 0; i < array_length(notes); i++)
		t_done(judge(counter, counter_receive(counter), "32/1.B.1",
		    "K", notes[i], &err), err);
	t_done(desk_check_notes(counter->desk, "32/1.B.1", &offered, &err),
	    err);
	assert_int_equal(offered.n, 2);
	assert_string_equal(offered.list[0], "foto kabur");
	assert_string_equal(offered.list[1], "denah lama");
	t_done(desk_check_notes(counter->desk, "32/1.B.2", &offered, &err),
	    err);
	assert_int_equal(offered.n, 0);
}

T(a_setting_has_a_default_a_check_and_a_memory)
{
	static const struct {
		enum setting setting;
		const char *value;
	} wrong[] = {
		{ SETTING_TWO_PERSONS, "ya" }, { SETTING_IDLE_MINUTES, "0" },
		{ SETTING_IDLE_MINUTES, "61" }, { SETTING_IDLE_MINUTES, "" },
		{ SETTING_SYNC_MINUTES, "241" }, { SETTING_PAPER, "a5" },
		{ SETTING_SYNC_MINUTES, "" }, { SETTING_SYNC_MINUTES, "-1" },
		{ SETTING_SHARE, "dua\nbaris" },
	};
	struct counter *counter = *state;
	struct err err = { 0 };
	int minutes;

	t_done(desk_setting_number(counter->desk, SETTING_IDLE_MINUTES,
	    &minutes, &err), err);
	assert_int_equal(minutes, 5);
	counter_sign_in(counter, "admin");
	for (size_t i = 0; i < array_length(wrong); i++) {
		assert_int_equal(desk_setting_put(counter->desk,
		    wrong[i].setting, wrong[i].value, &err), FAIL_INVALID);
		assert_string_equal(err.fact.arg[0],
		    setting_name(wrong[i].setting));
	}
	t_done(desk_setting_put(counter->desk, SETTING_IDLE_MINUTES, "9",
	    &err), err);
	counter_reopen(counter);
	t_done(desk_setting_number(counter->desk, SETTING_IDLE_MINUTES,
	    &minutes, &err), err);
	assert_int_equal(minutes, 9);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T_COUNTER(a_judgement_keeps_who_and_when_and_what_was_seen),
		T_COUNTER(a_judgement_can_be_taken_back),
		T_COUNTER(what_may_not_be_said_is_refused),
		T_COUNTER(what_was_issued_is_not_judged_any_more),
		T_COUNTER(notes_given_before_are_offered_the_most_used_first),
		T_COUNTER(a_setting_has_a_default_a_check_and_a_memory),
	};

	return T_RUN(tests);
}
