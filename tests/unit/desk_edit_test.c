#include "desk/history.h"
#include "domain/refusal.h"
#include "lib/counter.h"

/* Changing what was stated, after it was received. */

static struct answers *
answers_of(struct counter *counter, const struct application *seen)
{
	struct answers *answers;
	struct err err = { 0 };

	t_done(desk_application_answers(counter->desk, seen, counter->arena,
	    &answers, &err), err);
	return answers;
}

static enum fail
edit(struct counter *counter, const struct application *seen,
    const char *field, const char *typed, const char *reason,
    struct err *err)
{
	struct answers *answers = answers_of(counter, seen);

	if (field != NULL)
		counter_type(counter, answers, field, typed);
	return desk_edit(counter->desk, &seen->record, answers, reason, NULL,
	    err);
}

static struct application
received(struct counter *counter)
{
	counter_sign_in(counter, "ani");
	return counter_read(counter, counter_receive(counter));
}

T(a_change_wants_a_reason_and_the_history_keeps_it)
{
	struct counter *counter = *state;
	struct application seen = received(counter);
	struct history_line *lines;
	struct err err = { 0 };
	size_t n, found = 0;

	assert_int_equal(edit(counter, &seen, "phone", "0812-9999-0000", "",
	    &err), FAIL_INVALID);
	assert_string_equal(err.fact.code, "intake.no-reason");
	t_done(edit(counter, &seen, "phone", "0812-9999-0000", "nomor baru",
	    &err), err);
	t_done(desk_history(counter->desk, &seen.record.id, counter->arena,
	    &lines, &n, &err), err);
	for (size_t i = 0; i < n; i++)
		if (lines[i].kind == HISTORY_CHANGED &&
		    strcmp(lines[i].what, "phone") == 0) {
			found++;
			assert_string_equal(lines[i].reason, "nomor baru");
			assert_string_equal(lines[i].officer_name,
			    "Ani Lestari");
		}
	assert_int_equal(found, 1);
}

T(nothing_changed_is_no_change)
{
	struct counter *counter = *state;
	struct application seen = received(counter);
	struct err err = { 0 };

	assert_int_equal(edit(counter, &seen, NULL, NULL, "iseng", &err),
	    FAIL_INVALID);
	assert_string_equal(err.fact.code, "intake.no-change");
}

T(two_people_may_change_two_fields)
{
	struct counter *counter = *state;
	struct application seen = received(counter), now;
	struct err err = { 0 };

	t_done(edit(counter, &seen, "phone", "0812-9999-0000", "baru", &err),
	    err);
	counter_sign_in(counter, "dedi");
	t_done(edit(counter, &seen, "address", "Jl. Baru 1", "pindah", &err),
	    err);
	now = counter_read(counter, seen.record.id);
	assert_string_equal(record_text(&now.record, APPLICATION_PHONE),
	    "+6281299990000");
	assert_string_equal(record_text(&now.record, APPLICATION_ADDRESS),
	    "Jl. Baru 1");
}

T(two_people_do_not_change_one_field_unseen)
{
	struct counter *counter = *state;
	struct application seen = received(counter);
	struct err err = { 0 };

	t_done(edit(counter, &seen, "phone", "0812-9999-0000", "baru", &err),
	    err);
	counter_sign_in(counter, "dedi");
	assert_int_equal(edit(counter, &seen, "phone", "0812-1111-0000",
	    "lain", &err), FAIL_CONFLICT);
	assert_string_equal(err.fact.code, "intake.changed");
	assert_string_equal(err.fact.arg[0], "phone");
}

T(a_required_field_cannot_be_emptied)
{
	struct counter *counter = *state;
	struct application seen = received(counter);
	struct err err = { 0 };

	assert_int_equal(edit(counter, &seen, "phone", "", "salah", &err),
	    FAIL_INVALID);
	assert_string_equal(err.fact.code, "intake.missing");
}

T(a_reason_of_blanks_is_none)
{
	struct counter *counter = *state;
	struct application seen = received(counter);
	struct err err = { 0 };

	assert_int_equal(edit(counter, &seen, "phone", "0812-9999-0000",
	    " \n ", &err), FAIL_INVALID);
	assert_string_equal(err.fact.code, "intake.no-reason");
}

T(a_number_stays_of_a_scale_that_is_served)
{
	struct counter *counter = *state;
	struct application seen = received(counter);
	struct err err = { 0 };

	assert_int_equal(edit(counter, &seen, "scale", "mikro", "keliru",
	    &err), FAIL_INVALID);
	assert_string_equal(err.fact.code, "intake.is-consultation");
	t_done(edit(counter, &seen, "scale", "kecil", "keliru", &err), err);
}

T(the_day_it_came_stays_before_what_followed)
{
	struct counter *counter = *state;
	struct application seen = received(counter), now;
	struct err err = { 0 };

	counter_bring_to(counter, seen.record.id, "lengkap");
	counter_at(counter, "2026-11-05T08:00");
	assert_int_equal(edit(counter, &seen, "received_date", "03/11/2026",
	    "keliru", &err), FAIL_INVALID);
	assert_string_equal(err.fact.code, "intake.after-next");
	assert_int_equal(edit(counter, &seen, "received_date", "30/12/2025",
	    "keliru", &err), FAIL_INVALID);
	assert_string_equal(err.fact.code, "intake.other-year");
	assert_string_equal(err.fact.arg[0], "L03-2026-0001");
	t_done(edit(counter, &seen, "received_date", "30/10/2026", "keliru",
	    &err), err);
	now = counter_read(counter, seen.record.id);
	assert_string_equal(record_text(&now.record,
	    APPLICATION_RECEIVED_DATE), "2026-10-30");
}

T(a_case_that_has_ended_is_not_changed)
{
	struct counter *counter = *state;
	struct application seen = received(counter);
	struct moved moved;
	struct err err = { 0 };

	t_done(desk_demand_edit(counter->desk, &seen, &err), err);
	t_done(counter_move(counter, seen.record.id, "withdraw", &moved,
	    &err), err);
	seen = counter_read(counter, seen.record.id);
	assert_int_equal(desk_demand_edit(counter->desk, &seen, &err),
	    FAIL_CONFLICT);
	assert_string_equal(err.fact.code, "intake.closed");
	err = (struct err){ 0 };
	assert_int_equal(edit(counter, &seen, "phone", "0812-9999-0000",
	    "terlambat", &err), FAIL_CONFLICT);
	assert_string_equal(err.fact.code, "intake.closed");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T_COUNTER(a_change_wants_a_reason_and_the_history_keeps_it),
		T_COUNTER(nothing_changed_is_no_change),
		T_COUNTER(two_people_may_change_two_fields),
		T_COUNTER(two_people_do_not_change_one_field_unseen),
		T_COUNTER(a_required_field_cannot_be_emptied),
		T_COUNTER(a_reason_of_blanks_is_none),
		T_COUNTER(a_number_stays_of_a_scale_that_is_served),
		T_COUNTER(the_day_it_came_stays_before_what_followed),
		T_COUNTER(a_case_that_has_ended_is_not_changed),
	};

	return T_RUN(tests);
}
