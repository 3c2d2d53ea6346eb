#include "desk/identity_key.h"

#include "base/file.h"

#include "desk/inside.h"
#include "desk/key_box.h"
#include "desk/officer.h"
#include "desk/sealing.h"
#include "lib/counter.h"
#include "store/setting.h"

/* Who gets the key to identities, from whom, and when it is out of reach. */
#define SET_BY_ADMIN "empat kata yang dipilih admin"
#define HIS_OWN "gunung biru tanpa awan hari ini"

static void
sign_in_with(struct counter *counter, const char *staff_id,
    const char *passphrase)
{
	struct err err = { 0 };

	t_done(desk_sign_in(counter->desk, staff_id, passphrase, NULL, &err),
	    err);
}

/* The admin forgot that sri knows hers, or wants it to be his. */
static void
reset_sri(struct counter *counter)
{
	struct err err = { 0 };

	counter_sign_in(counter, "ani");
	t_done(desk_passphrase_reset(counter->desk, "sri", SET_BY_ADMIN, &err),
	    err);
	desk_sign_out(counter->desk);
}

static size_t
waiting(struct counter *counter, struct key_waiting **ret_list)
{
	struct err err = { 0 };
	size_t n;

	t_done(desk_key_waiting(counter->desk, counter->arena, ret_list, &n,
	    &err), err);
	return n;
}

static void
choose_own(struct counter *counter)
{
	struct err err = { 0 };

	sign_in_with(counter, "sri", SET_BY_ADMIN);
	t_done(desk_passphrase_change(counter->desk, SET_BY_ADMIN, HIS_OWN,
	    &err), err);
	desk_sign_out(counter->desk);
}

T(a_passphrase_the_admin_knows_opens_nothing)
{
	struct counter *counter = *state;
	struct key_waiting *list;
	struct box_pair pair;
	bool is_here;

	reset_sri(counter);
	sign_in_with(counter, "sri", SET_BY_ADMIN);
	assert_int_equal(desk_key_standing(counter->desk), KEY_NO_PAIR);
	assert_int_equal(key_box_own(counter->desk, "sri", SET_BY_ADMIN,
	    &pair, &is_here, NULL), FAIL_MISSING);
	/* Nor does anything of hers wait for a key now. */
	counter_sign_in(counter, "hendra");
	assert_int_equal(waiting(counter, &list), 0);
}

T(a_holder_hands_the_key_to_who_chose_his_passphrase)
{
	struct counter *counter = *state;
	struct key_waiting *list;
	struct err err = { 0 };

	reset_sri(counter);
	choose_own(counter);
	sign_in_with(counter, "sri", HIS_OWN);
	assert_int_equal(desk_key_standing(counter->desk), KEY_NOT_HANDED);
	desk_sign_out(counter->desk);
	counter_sign_in(counter, "hendra");
	assert_int_equal(waiting(counter, &list), 1);
	assert_string_equal(list[0].staff_id, "sri");
	assert_string_equal(list[0].name, "Sri Mulyani");
	t_done(desk_key_hand_on(counter->desk, "sri", &err), err);
	assert_int_equal(waiting(counter, &list), 0);
	sign_in_with(counter, "sri", HIS_OWN);
	assert_int_equal(desk_key_standing(counter->desk), KEY_HELD);
}

T(handing_it_on_is_written_down)
{
	struct counter *counter = *state;
	struct records rows = { .arena = counter->arena };
	struct err err = { 0 };
	size_t found = 0;

	reset_sri(counter);
	choose_own(counter);
	counter_sign_in(counter, "hendra");
	t_done(desk_key_hand_on(counter->desk, "sri", &err), err);
	t_done(store_all(counter->reg->store, TABLE_ACCESS, &rows, &err), err);
	for (size_t i = 0; i < rows.n; i++)
		found += strcmp(record_text(&rows.list[i], ACCESS_ACT),
		    "key") == 0 && strcmp(record_text(&rows.list[i],
		    ACCESS_REASON), "sri") == 0 && strcmp(record_text(
		    &rows.list[i], ACCESS_OFFICER), "hendra") == 0;
	assert_int_equal(found, 1);
}

T(no_sign_in_hands_it_on_once_two_hold_it)
{
	static const char *const all[] = { "ani", "hendra", "ratna", "admin",
		"yusuf" };
	struct counter *counter = *state;

	reset_sri(counter);
	choose_own(counter);
	for (size_t i = 0; i < array_length(all); i++) {
		counter_sign_in(counter, all[i]);
		desk_sign_out(counter->desk);
	}
	sign_in_with(counter, "sri", HIS_OWN);
	assert_int_equal(desk_key_standing(counter->desk), KEY_NOT_HANDED);
}

T(only_a_holder_hands_on_and_only_to_who_waits)
{
	struct counter *counter = *state;
	struct err err = { 0 };

	counter_sign_in(counter, "ani");
	assert_int_equal(desk_key_hand_on(counter->desk, "sri", &err),
	    FAIL_DENIED);
	counter_sign_in(counter, "hendra");
	assert_int_equal(desk_key_hand_on(counter->desk, "sri", &err),
	    FAIL_MISSING);
	assert_string_equal(err.fact.code, "key.not-waiting");
	assert_int_equal(desk_key_hand_on(counter->desk, "dedi", &err),
	    FAIL_MISSING);
}

T(the_escrow_of_the_admin_has_ended)
{
	struct counter *counter = *state;
	const char *value;

	/* The fixture gave the key to three. */
	assert_int_equal(store_setting_get(counter->reg->store, "escrow",
	    counter->arena, &value, &(struct err){ 0 }), FAIL_MISSING);
	counter_sign_in(counter, "ani");
	assert_int_equal(counter->desk->session.secrets[0].held.n, 0);
}

/* It began with the office's key, whose, and the cost. */
T(no_byte_of_the_escrow_is_left_when_it_has_ended)
{
	struct counter *counter = *state;
	uint8_t public_key[BOX_PUBLIC_SIZE];
	char office[ID_HEX_SIZE], *bytes;
	struct err err = { 0 };
	const char *looked_for;
	struct id id;
	size_t size;

	t_done(office_key_public(counter->desk, &id, public_key, &err), err);
	id_print(&id, office);
	looked_for = arena_print(counter->arena, "%s ani 1 ", office);
	counter_reopen(counter);
	t_done(file_read(counter->reg->path, 64 << 20, counter->arena, &bytes,
	    &size, &err), err);
	for (size_t i = 0; i + strlen(looked_for) <= size; i++)
		assert_true(memcmp(bytes + i, looked_for,
		    strlen(looked_for)) != 0);
}

T(a_role_given_later_waits_for_the_key_too)
{
	struct counter *counter = *state;
	struct officer yusuf = { .staff_id = "yusuf",
		.name = "Yusuf Hamdani", .post = "", .superior = "",
		.roles = ROLE_BIT(ROLE_SUPERIOR) | ROLE_BIT(ROLE_COMPLAINT),
		.is_active = true };
	struct key_waiting *list;
	struct err err = { 0 };

	counter_sign_in(counter, "yusuf");
	t_done(desk_passphrase_change(counter->desk, COUNTER_PASSPHRASE,
	    HIS_OWN, &err), err);
	counter_sign_in(counter, "hendra");
	assert_int_equal(waiting(counter, &list), 0);
	counter_sign_in(counter, "ani");
	t_done(desk_officer_change(counter->desk, &yusuf, &err), err);
	counter_sign_in(counter, "hendra");
	assert_int_equal(waiting(counter, &list), 1);
	assert_string_equal(list[0].staff_id, "yusuf");
}

/* The bytes of the private half anywhere in the seats. */
static bool
memory_holds(const struct counter *counter, const uint8_t *secret)
{
	const uint8_t *at = (const uint8_t *)&counter->desk->session;

	for (size_t i = 0; i + BOX_SECRET_SIZE <= sizeof(struct session); i++)
		if (memcmp(at + i, secret, BOX_SECRET_SIZE) == 0)
			return true;
	return false;
}

T(a_locked_seat_has_no_key_in_its_memory_until_the_pin)
{
	struct counter *counter = *state;
	uint8_t secret[BOX_SECRET_SIZE];
	struct err err = { 0 };

	counter_sign_in(counter, "sri");
	t_done(desk_set_pin(counter->desk, "280194", &err), err);
	memcpy(secret, counter->desk->session.secrets[0].held.list[0].pair
	    .secret_key, sizeof secret);
	assert_true(memory_holds(counter, secret));
	desk_lock(counter->desk);
	assert_false(memory_holds(counter, secret));
	assert_int_equal(desk_unlock(counter->desk, "sri", "280195", &err),
	    FAIL_DENIED);
	assert_false(memory_holds(counter, secret));
	t_done(desk_unlock(counter->desk, "sri", "280194", &err), err);
	assert_int_equal(desk_key_standing(counter->desk), KEY_HELD);
	/* Another works: this seat is locked. */
	counter_sign_in(counter, "dedi");
	assert_false(memory_holds(counter, secret));
	t_done(desk_unlock(counter->desk, "sri", "280194", &err), err);
	assert_int_equal(desk_key_standing(counter->desk), KEY_HELD);
	desk_sign_out(counter->desk);
	assert_false(memory_holds(counter, secret));
}

T(without_a_pin_the_key_comes_back_with_the_passphrase)
{
	struct counter *counter = *state;
	struct err err = { 0 };
	struct held_keys *held;

	counter_sign_in(counter, "sri");
	held = &counter->desk->session.secrets[0].held;
	desk_lock(counter->desk);
	assert_int_equal(held->n, 0);
	counter_sign_in(counter, "sri");
	assert_int_equal(desk_key_standing(counter->desk), KEY_HELD);
	/* A PIN taken away by wrong tries does not keep it either. */
	t_done(desk_set_pin(counter->desk, "280194", &err), err);
	desk_lock(counter->desk);
	for (int i = 0; i < PIN_TRIES; i++)
		assert_int_equal(desk_unlock(counter->desk, "sri", "280195",
		    &err), FAIL_DENIED);
	assert_int_equal(held->n, 0);
	counter_sign_in(counter, "sri");
	assert_int_equal(desk_key_standing(counter->desk), KEY_HELD);
}

static struct record
own_row(struct counter *counter, const char *station)
{
	struct id sri = officer_id("sri"), id = id_derived("own-key", &sri,
	    station);
	struct record record = record_of(TABLE_KEY_BOX, id);
	struct err err = { 0 };

	if (store_get(counter->reg->store, TABLE_KEY_BOX, &id, counter->arena,
	    &record, &err) == FAIL_MISSING)
		record = record_of(TABLE_KEY_BOX, id);
	return record;
}

T(a_pair_of_another_counter_serves_where_the_passphrase_is_the_same)
{
	struct counter *counter = *state;
	struct record here = own_row(counter, "L03");
	struct record there = here;
	const char *public = record_text(&here, KEY_BOX_PUBLIC);

	/* As if she had only ever been at L09, and this came from there. */
	there.id = own_row(counter, "L09").id;
	record_set_text(&there, counter->arena, KEY_BOX_STATION, "L09");
	record_set_text(&here, counter->arena, KEY_BOX_WRAPPED, "1 2 none");
	record_set_text(&here, counter->arena, KEY_BOX_PUBLIC, "none");
	register_put(counter->reg, &there);
	register_put(counter->reg, &here);
	counter_sign_in(counter, "sri");
	assert_int_equal(desk_key_standing(counter->desk), KEY_HELD);
	here = own_row(counter, "L03");
	assert_string_equal(record_text(&here, KEY_BOX_PUBLIC), public);
}

T(an_old_passphrase_is_not_a_new_one)
{
	struct counter *counter = *state;
	struct err err = { 0 };

	counter_sign_in(counter, "sri");
	assert_int_equal(desk_passphrase_change(counter->desk,
	    COUNTER_PASSPHRASE, COUNTER_PASSPHRASE, &err), FAIL_INVALID);
	assert_string_equal(err.fact.code, "passphrase.same");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T_COUNTER(a_passphrase_the_admin_knows_opens_nothing),
		T_COUNTER(a_holder_hands_the_key_to_who_chose_his_passphrase),
		T_COUNTER(handing_it_on_is_written_down),
		T_COUNTER(no_sign_in_hands_it_on_once_two_hold_it),
		T_COUNTER(only_a_holder_hands_on_and_only_to_who_waits),
		T_COUNTER(the_escrow_of_the_admin_has_ended),
		T_COUNTER(no_byte_of_the_escrow_is_left_when_it_has_ended),
		T_COUNTER(a_role_given_later_waits_for_the_key_too),
		T_COUNTER(
		    a_locked_seat_has_no_key_in_its_memory_until_the_pin),
		T_COUNTER(
		    without_a_pin_the_key_comes_back_with_the_passphrase),
		T_COUNTER(
	    a_pair_of_another_counter_serves_where_the_passphrase_is_the_same),
		T_COUNTER(an_old_passphrase_is_not_a_new_one),
	};

	return T_RUN(tests);
}
