#include "lib/t.h"

#include <unistd.h>

#include "lib/pair.h"

T(who_joins_belongs_at_both_and_has_the_key)
{
	scoped_pair pair;
	scoped_buf file = { 0 };
	scoped_fleet joined = { 0 };
	struct id writer = office_id(7);
	struct offer offer;
	struct fact reason;

	pair_open(&pair);
	offer = pair_invite(&pair, &file);
	assert_string_equal(offer.invitation.station, "L07");
	assert_int_equal(offer.invitation.letter, 'A');
	assert_int_equal(offer.n_officers, 1);
	assert_string_equal(offer.officers[0].staff_id, "ani");
	assert_int_equal(
	    pair_join(&pair, &pair.other, 7, &offer, OFFICE_NOW, &joined), 0);
	assert_int_equal(joined.members.n, 2);
	pair_meet(&pair.fleet, &joined, &reason);
	assert_string_equal(reason.code, "");
	assert_non_null(members_find(&pair.fleet.members, &writer));
	assert_memory_equal(keyring_newest(&joined.keyring)->key,
	    keyring_newest(&pair.fleet.keyring)->key, SECRET_KEY_SIZE);
}

T(a_second_to_use_an_invitation_is_refused)
{
	scoped_pair pair;
	scoped_buf file = { 0 };
	scoped_fleet first = { 0 };
	scoped_fleet second = { 0 };
	struct id writer = office_id(7);
	struct offer offer;
	struct fact reason;

	pair_open(&pair);
	offer = pair_invite(&pair, &file);
	assert_int_equal(
	    pair_join(&pair, &pair.other, 7, &offer, OFFICE_NOW, &first), 0);
	assert_int_equal(
	    pair_join(&pair, &pair.third, 8, &offer, OFFICE_NOW + 1, &second),
	    0);
	pair_meet(&pair.fleet, &first, &reason);
	pair_meet(&pair.fleet, &second, &reason);
	assert_string_equal(reason.code, "sync.invitation-used");
	pair_meet(&first, &second, &reason);
	assert_string_equal(reason.code, "sync.invitation-used");
	pair_meet(&second, &first, &reason);
	assert_string_equal(reason.code, "");
	assert_non_null(members_find(&second.members, &writer));
	assert_int_equal(second.members.n, 2);
}

T(an_expired_invitation_is_refused_at_once)
{
	scoped_pair pair;
	scoped_buf file = { 0 };
	struct fleet joined;
	struct offer offer;

	pair_open(&pair);
	offer = pair_invite(&pair, &file);
	assert_int_equal(pair_join(&pair, &pair.other, 7, &offer,
			     OFFICE_NOW + 15 * (int64_t)DAY_MS, &joined),
	    FAIL_DENIED);
}

T(nobody_joins_twice_or_a_second_fleet)
{
	scoped_pair pair;
	scoped_buf file = { 0 };
	scoped_fleet joined = { 0 };
	struct fleet again;
	struct offer offer;

	pair_open(&pair);
	offer = pair_invite(&pair, &file);
	assert_int_equal(
	    pair_join(&pair, &pair.other, 7, &offer, OFFICE_NOW, &joined), 0);
	assert_int_equal(
	    pair_join(&pair, &pair.other, 7, &offer, OFFICE_NOW, &again),
	    FAIL_CONFLICT);
	offer.fleet = office_id(9);
	assert_int_equal(
	    pair_join(&pair, &pair.other, 8, &offer, OFFICE_NOW, &again),
	    FAIL_CONFLICT);
}

T(a_joining_that_was_interrupted_is_done_again)
{
	scoped_pair pair;
	scoped_buf file = { 0 };
	scoped_fleet joined = { 0 };
	scoped_fleet again = { 0 };
	const char *const *names;
	const char *folder;
	struct offer offer;
	struct err err = { 0 };
	size_t n;

	pair_open(&pair);
	offer = pair_invite(&pair, &file);
	assert_int_equal(
	    pair_join(&pair, &pair.other, 7, &offer, OFFICE_NOW, &joined), 0);
	folder = t_path(pair.arena, &pair.other, "fleet/intro");
	t_done(folder_list(folder, pair.arena, &names, &n, &err), err);
	assert_int_equal(n, 1);
	assert_int_equal(
	    unlink(arena_print(pair.arena, "%s/%s", folder, names[0])), 0);
	assert_int_equal(
	    pair_join(&pair, &pair.other, 7, &offer, OFFICE_NOW, &again), 0);
	assert_memory_equal(
	    &again.keyring, &joined.keyring, sizeof again.keyring);
}

T(an_invitation_with_any_byte_changed_or_cut_is_refused)
{
	scoped_pair pair;
	scoped_buf file = { 0 };
	struct offer offer;

	pair_open(&pair);
	(void)pair_invite(&pair, &file);
	for (size_t at = 0; at < file.size; at += 13) {
		file.text[at] ^= 2;
		assert_int_equal(
		    offer_parse(file.text, file.size, pair.arena, &offer, NULL),
		    FAIL_CORRUPT);
		file.text[at] ^= 2;
		assert_int_equal(
		    offer_parse(file.text, at, pair.arena, &offer, NULL),
		    FAIL_CORRUPT);
	}
}

T(a_new_life_follows_the_one_before)
{
	scoped_pair pair;
	struct succession next = {
		.before = office_id(1),
		.writer = office_id(2),
		.letter = 'B',
		.last_number = 4,
		.now_ms = OFFICE_NOW,
	};
	struct err err = { 0 };
	size_t keys;

	pair_open(&pair);
	next.entropy = &pair.entropy;
	t_done(fleet_succeed(&pair.fleet, &next, &err), err);
	assert_int_equal(pair.fleet.members.n, 2);
	assert_true(members_find(&pair.fleet.members, &next.writer)->is_admin);
	assert_int_equal(members_find(&pair.fleet.members,
	    &next.writer)->follows, 4);
	keys = pair.fleet.keyring.n_stations;
	t_done(fleet_succeed(&pair.fleet, &next, &err), err);
	assert_int_equal(pair.fleet.keyring.n_stations, keys);
	next.before = office_id(9);
	next.writer = office_id(3);
	assert_int_equal(fleet_succeed(&pair.fleet, &next, &err), FAIL_DENIED);
	assert_string_equal(err.fact.code, "sync.no-key-of-before");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(who_joins_belongs_at_both_and_has_the_key),
		cmocka_unit_test(a_second_to_use_an_invitation_is_refused),
		cmocka_unit_test(an_expired_invitation_is_refused_at_once),
		cmocka_unit_test(nobody_joins_twice_or_a_second_fleet),
		cmocka_unit_test(a_joining_that_was_interrupted_is_done_again),
		cmocka_unit_test(
		    an_invitation_with_any_byte_changed_or_cut_is_refused),
		cmocka_unit_test(a_new_life_follows_the_one_before),
	};
	struct err err;

	return crypto_start(&err) ? 1 : T_RUN(tests);
}
