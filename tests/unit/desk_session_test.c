#include <stdio.h>

#include "desk/officer.h"
#include "desk/setting.h"
#include "lib/counter.h"

/* Signing in, waiting, locking, several officers at one counter. */

static enum fail
sign_in(struct counter *counter, const char *staff_id,
    const char *passphrase, struct err *err)
{
	return desk_sign_in(counter->desk, staff_id, passphrase, NULL, err);
}

T(the_right_passphrase_signs_in)
{
	struct counter *counter = *state;
	struct err err = { 0 };

	t_done(sign_in(counter, " ANI ", COUNTER_PASSPHRASE, &err), err);
	assert_string_equal(desk_officer(counter->desk)->name, "Ani Lestari");
	assert_true(desk_may(counter->desk, ACTION_ADMINISTER));
}

T(one_answer_for_a_wrong_passphrase_and_for_nobody)
{
	static const char *const who[] = { "ani", "tidakada", "", "dua kata",
		"seorang.dengan.nama.yang.sangat.panjang.sekali" };
	struct counter *counter = *state;

	for (size_t i = 0; i < array_length(who); i++) {
		struct err err = { 0 };

		assert_int_equal(sign_in(counter, who[i],
		    "bukan kata sandinya", &err), FAIL_DENIED);
		assert_string_equal(err.fact.code, "session.wrong");
		assert_null(desk_officer(counter->desk));
	}
}

/* Decision 22: before attempt n one waits 0, 0, 1, 2, 4 ... 900 seconds. */
static void
check_waits(struct counter *counter, const char *who)
{
	static const int waits[] = { 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256,
		512, 900, 900 };

	for (size_t i = 0; i < array_length(waits); i++) {
		struct err err = { 0 };
		char seconds[8];

		snprintf(seconds, sizeof seconds, "%d", waits[i]);
		if (waits[i] > 0) {
			assert_int_equal(sign_in(counter, who, "salah",
			    &err), FAIL_BUSY);
			assert_string_equal(err.fact.code, "session.wait");
			assert_string_equal(err.fact.arg[0], seconds);
		}
		counter->reg->now_ms += waits[i] * INT64_C(1000);
		assert_int_equal(sign_in(counter, who, "salah", &err),
		    FAIL_DENIED);
	}
}

T(each_wrong_attempt_makes_the_next_one_wait_longer)
{
	check_waits(*state, "ani");
}

T(one_waits_just_as_long_for_an_officer_who_does_not_exist)
{
	check_waits(*state, "tidakada");
}

T(the_wait_survives_a_restart)
{
	struct counter *counter = *state;
	struct err err = { 0 };

	for (int i = 0; i < 2; i++)
		assert_int_equal(sign_in(counter, "ani", "salah", &err),
		    FAIL_DENIED);
	counter_reopen(counter);
	assert_int_equal(sign_in(counter, "ani", COUNTER_PASSPHRASE, &err),
	    FAIL_BUSY);
}

T(nobody_else_waits)
{
	struct counter *counter = *state;
	struct err err = { 0 };

	for (int i = 0; i < 2; i++)
		assert_int_equal(sign_in(counter, "ani", "salah", &err),
		    FAIL_DENIED);
	t_done(sign_in(counter, "budi", COUNTER_PASSPHRASE, &err), err);
}

T(the_right_passphrase_ends_the_waiting_and_tells_of_it)
{
	struct counter *counter = *state;
	struct welcome welcome;
	struct err err = { 0 };

	assert_int_equal(sign_in(counter, "budi", "salah", &err),
	    FAIL_DENIED);
	t_done(desk_sign_in(counter->desk, "budi", COUNTER_PASSPHRASE,
	    &welcome, &err), err);
	assert_int_equal(welcome.failures, 1);
	assert_int_equal(welcome.succeeded_ms, 0);
	t_done(desk_sign_in(counter->desk, "budi", COUNTER_PASSPHRASE,
	    &welcome, &err), err);
	assert_int_equal(welcome.failures, 0);
	assert_int_equal(welcome.succeeded_ms, counter->reg->now_ms);
}

T(after_a_hundred_wrong_attempts_only_an_admin_opens)
{
	struct counter *counter = *state;
	struct err err = { 0 };

	for (int i = 0; i < PASSPHRASE_TRIES; i++) {
		counter->reg->now_ms += PASSPHRASE_WAIT_MAX_S * INT64_C(1000);
		assert_int_equal(sign_in(counter, "budi", "salah", &err),
		    FAIL_DENIED);
	}
	counter->reg->now_ms += PASSPHRASE_WAIT_MAX_S * INT64_C(1000);
	assert_int_equal(sign_in(counter, "budi", COUNTER_PASSPHRASE, &err),
	    FAIL_DENIED);
	assert_string_equal(err.fact.code, "session.blocked");
	counter_sign_in(counter, "admin");
	t_done(desk_passphrase_reset(counter->desk, "budi",
	    "empat kata lain lagi", &err), err);
	t_done(sign_in(counter, "budi", "empat kata lain lagi", &err), err);
}

T(a_clock_that_was_set_back_does_not_lock_out)
{
	struct counter *counter = *state;
	struct err err = { 0 };

	for (int i = 0; i < 3; i++) {
		counter->reg->now_ms += 10000;
		assert_int_equal(sign_in(counter, "ani", "salah", &err),
		    FAIL_DENIED);
	}
	counter_at(counter, "2026-10-01T08:00");
	t_done(sign_in(counter, "ani", COUNTER_PASSPHRASE, &err), err);
}

T(who_comes_second_locks_the_first)
{
	struct counter *counter = *state;
	const struct seat *seats;
	size_t n;

	counter_sign_in(counter, "ani");
	counter_sign_in(counter, "budi");
	seats = desk_seats(counter->desk, &n);
	assert_int_equal(n, 2);
	assert_true(seats[0].is_locked);
	assert_false(seats[1].is_locked);
	assert_string_equal(desk_officer(counter->desk)->staff_id, "budi");
}

T(a_pin_is_six_digits_that_are_not_too_easy)
{
	static const struct {
		const char *pin, *code;
	} wrong[] = {
		{ "12345", "session.pin-shape" },
		{ "1234567", "session.pin-shape" },
		{ "12345a", "session.pin-shape" },
		{ "", "session.pin-shape" },
		{ "111111", "session.pin-easy" },
		{ "123456", "session.pin-easy" },
		{ "987654", "session.pin-easy" },
	};
	struct counter *counter = *state;
	struct err err = { 0 };

	counter_sign_in(counter, "ani");
	for (size_t i = 0; i < array_length(wrong); i++) {
		assert_int_equal(desk_set_pin(counter->desk, wrong[i].pin,
		    &err), FAIL_INVALID);
		assert_string_equal(err.fact.code, wrong[i].code);
	}
	t_done(desk_set_pin(counter->desk, "135790", &err), err);
}

T(a_locked_counter_does_nothing_until_the_pin)
{
	struct counter *counter = *state;
	struct err err = { 0 };

	counter_sign_in(counter, "ani");
	t_done(desk_set_pin(counter->desk, "135790", &err), err);
	desk_lock(counter->desk);
	assert_int_equal(desk_demand(counter->desk, ACTION_READ, &err),
	    FAIL_DENIED);
	assert_string_equal(err.fact.code, "desk.nobody");
	assert_int_equal(desk_unlock(counter->desk, "ani", "135791", &err),
	    FAIL_DENIED);
	assert_string_equal(err.fact.code, "session.pin-wrong");
	assert_string_equal(err.fact.arg[0], "4");
	t_done(desk_unlock(counter->desk, "ani", "135790", &err), err);
	t_done(desk_demand(counter->desk, ACTION_READ, &err), err);
}

T(after_five_wrong_pins_the_passphrase_is_asked)
{
	struct counter *counter = *state;
	struct err err = { 0 };

	counter_sign_in(counter, "ani");
	t_done(desk_set_pin(counter->desk, "135790", &err), err);
	desk_lock(counter->desk);
	for (int i = 0; i < PIN_TRIES; i++)
		assert_int_equal(desk_unlock(counter->desk, "ani", "000001",
		    &err), FAIL_DENIED);
	assert_int_equal(desk_unlock(counter->desk, "ani", "135790", &err),
	    FAIL_DENIED);
	assert_string_equal(err.fact.code, "session.pin-none");
	counter_sign_in(counter, "ani");
}

T(a_pin_opens_only_its_own_seat)
{
	struct counter *counter = *state;
	struct err err = { 0 };

	counter_sign_in(counter, "ani");
	t_done(desk_set_pin(counter->desk, "135790", &err), err);
	counter_sign_in(counter, "budi");
	t_done(desk_set_pin(counter->desk, "246813", &err), err);
	assert_int_equal(desk_unlock(counter->desk, "ani", "246813", &err),
	    FAIL_DENIED);
	t_done(desk_unlock(counter->desk, "ani", "135790", &err), err);
	assert_string_equal(desk_officer(counter->desk)->staff_id, "ani");
	assert_int_equal(desk_unlock(counter->desk, "dedi", "135790", &err),
	    FAIL_MISSING);
}

T(a_pin_ends_with_the_program)
{
	struct counter *counter = *state;
	size_t n;

	counter_sign_in(counter, "ani");
	counter_reopen(counter);
	desk_seats(counter->desk, &n);
	assert_int_equal(n, 0);
}

T(signing_out_leaves_the_others_where_they_are)
{
	struct counter *counter = *state;
	struct err err = { 0 };
	const struct seat *seats;
	size_t n;

	counter_sign_in(counter, "ani");
	counter_sign_in(counter, "budi");
	t_done(desk_set_pin(counter->desk, "246813", &err), err);
	counter_sign_in(counter, "dedi");
	t_done(desk_unlock(counter->desk, "budi", "246813", &err), err);
	desk_sign_out(counter->desk);
	assert_null(desk_officer(counter->desk));
	seats = desk_seats(counter->desk, &n);
	assert_int_equal(n, 2);
	assert_string_equal(seats[0].staff_id, "ani");
	assert_string_equal(seats[1].staff_id, "dedi");
	assert_string_equal(seats[1].name, "Dedi Kurnia");
}

T(the_counter_has_as_many_seats_as_it_says)
{
	static const char *const all[] = { "ani", "dedi", "budi", "sri",
		"yusuf", "hendra", "ratna", "admin" };
	struct counter *counter = *state;
	struct officer ninth = { .staff_id = "sembilan", .name = "Sembilan",
		.roles = ROLE_BIT(ROLE_CLERK) };
	struct err err = { 0 };

	for (size_t i = 0; i < array_length(all); i++)
		counter_sign_in(counter, all[i]);
	t_done(desk_officer_add(counter->desk, &ninth, COUNTER_PASSPHRASE,
	    &err), err);
	assert_int_equal(sign_in(counter, "sembilan", COUNTER_PASSPHRASE,
	    &err), FAIL_CONFLICT);
	assert_string_equal(err.fact.code, "session.full");
	/* Who is signed in already is not a ninth. */
	counter_sign_in(counter, "dedi");
}

T(roles_taken_away_elsewhere_are_gone_here)
{
	struct counter *counter = *state;
	struct record row;
	struct id id, none = { 0 };
	struct err err = { 0 };

	counter_sign_in(counter, "budi");
	id = id_derived("officer", &none, "budi");
	t_done(store_get(counter->reg->store, TABLE_OFFICER, &id,
	    counter->arena, &row, &err), err);
	record_set_text(&row, counter->arena, OFFICER_ACTIVE, "T");
	register_put(counter->reg, &row);
	assert_int_equal(desk_demand(counter->desk, ACTION_READ, &err),
	    FAIL_DENIED);
	assert_null(desk_officer(counter->desk));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T_COUNTER(the_right_passphrase_signs_in),
		T_COUNTER(one_answer_for_a_wrong_passphrase_and_for_nobody),
		T_COUNTER(each_wrong_attempt_makes_the_next_one_wait_longer),
		T_COUNTER(
		    one_waits_just_as_long_for_an_officer_who_does_not_exist),
		T_COUNTER(the_wait_survives_a_restart),
		T_COUNTER(nobody_else_waits),
		T_COUNTER(
		    the_right_passphrase_ends_the_waiting_and_tells_of_it),
		T_COUNTER(after_a_hundred_wrong_attempts_only_an_admin_opens),
		T_COUNTER(a_clock_that_was_set_back_does_not_lock_out),
		T_COUNTER(who_comes_second_locks_the_first),
		T_COUNTER(a_pin_is_six_digits_that_are_not_too_easy),
		T_COUNTER(a_locked_counter_does_nothing_until_the_pin),
		T_COUNTER(after_five_wrong_pins_the_passphrase_is_asked),
		T_COUNTER(a_pin_opens_only_its_own_seat),
		T_COUNTER(a_pin_ends_with_the_program),
		T_COUNTER(signing_out_leaves_the_others_where_they_are),
		T_COUNTER(the_counter_has_as_many_seats_as_it_says),
		T_COUNTER(roles_taken_away_elsewhere_are_gone_here),
	};

	return T_RUN(tests);
}
