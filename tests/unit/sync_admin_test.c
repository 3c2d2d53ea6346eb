#include "lib/t.h"

#include "lib/pair.h"

T(a_retired_writer_gets_no_new_key_and_the_others_do)
{
	scoped_pair pair;
	scoped_buf file = { 0 };
	scoped_fleet joined = { 0 };
	struct id seven = office_id(7), one = office_id(1);
	struct roster roster;
	struct offer offer;
	struct fact reason;
	struct err err = { 0 };
	size_t boxes_of_one = 0;

	pair_open(&pair);
	offer = pair_invite(&pair, &file);
	assert_int_equal(
	    pair_join(&pair, &pair.other, 7, &offer, OFFICE_NOW, &joined), 0);
	pair_meet(&pair.fleet, &joined, &reason);
	roster_next(&pair.fleet, OFFICE_NOW + 5, &roster);
	t_done(
	    roster_retire(&pair.fleet, &roster, &seven, 3, &pair.entropy, &err),
	    err);
	pair_commit(&pair, &roster);
	assert_int_equal(keyring_newest(&pair.fleet.keyring)->number, 2);
	for (size_t i = 0; i < pair.fleet.roster.n_boxes; i++) {
		const struct key_box *box = &pair.fleet.roster.boxes[i];

		assert_false(id_equal(&box->holder, &seven));
		assert_false(id_equal(&box->holder, &offer.invitation.id));
		boxes_of_one += id_equal(&box->holder, &one);
	}
	assert_int_equal(boxes_of_one, 2);
	assert_true(
	    member_counts(members_find(&pair.fleet.members, &seven), 3));
	assert_false(
	    member_counts(members_find(&pair.fleet.members, &seven), 4));
}

T(a_key_made_before_the_admin_met_a_newcomer_reaches_it)
{
	scoped_pair pair;
	scoped_buf file = { 0 };
	scoped_fleet joined = { 0 };
	struct roster roster;
	struct offer offer, next = { 0 };
	struct err err = { 0 };
	bool is_new;

	pair_open(&pair);
	offer = pair_invite(&pair, &file);
	assert_int_equal(
	    pair_join(&pair, &pair.other, 7, &offer, OFFICE_NOW, &joined), 0);
	roster_next(&pair.fleet, OFFICE_NOW + 5, &roster);
	t_done(keyring_new_key(&pair.fleet.keyring, &pair.entropy, &err), err);
	pair_commit(&pair, &roster);
	pair_read_roster(&pair, &next);
	t_done(fleet_take_roster(
		   &joined, next.roster, next.roster_size, &is_new, &err),
	    err);
	assert_int_equal(keyring_newest(&joined.keyring)->number, 2);
}

T(the_recovery_key_opens_the_admin_key_as_people_type_it)
{
	scoped_pair pair;
	scoped_admin admin = { 0 };
	char typed[PAPER_TEXT_SIZE], at;
	struct err err = { 0 };

	pair_open(&pair);
	memcpy(typed, pair.paper, sizeof typed);
	for (size_t i = 0; typed[i] != '\0'; i++) {
		if (typed[i] == '-')
			typed[i] = ' ';
		if (typed[i] >= 'a' && typed[i] <= 'z')
			typed[i] = (char)(typed[i] - 'a' + 'A');
	}
	t_done(admin_from_paper(&pair.fleet.roster, typed, &admin, &err), err);
	assert_memory_equal(admin.sign.public_key, pair.fleet.keyring.admin_key,
	    SIGN_PUBLIC_SIZE);
	for (size_t i = 0; typed[i] != '\0'; i++) {
		at = typed[i];
		typed[i] = at == 'Q' ? 'R' : 'Q';
		if (at != ' ')
			assert_int_equal(admin_from_paper(&pair.fleet.roster,
					     typed, &admin, &err),
			    FAIL_INVALID);
		typed[i] = at;
	}
	typed[60] = '\0';
	assert_int_equal(
	    admin_from_paper(&pair.fleet.roster, typed, &admin, &err),
	    FAIL_INVALID);
}

T(the_admin_key_opens_with_its_passphrase)
{
	scoped_pair pair;
	scoped_admin admin = { 0 };
	struct err err = { 0 };
	char *bytes;
	size_t size;

	pair_open(&pair);
	assert_int_equal(
	    admin_read(pair.admin_path, "lain sama sekali", &admin, &err),
	    FAIL_DENIED);
	assert_string_equal(err.fact.code, "sync.admin-wrong");
	assert_int_equal(admin_read(t_path(pair.arena, &pair.other, "x"),
			     pair_phrase, &admin, &err),
	    FAIL_MISSING);
	t_done(file_read(
		   pair.admin_path, 1 << 20, pair.arena, &bytes, &size, &err),
	    err);
	t_done(file_write(pair.admin_path, bytes, size - 1, 0600, &err), err);
	assert_int_equal(admin_read(pair.admin_path, pair_phrase, &admin, &err),
	    FAIL_CORRUPT);
	/* Memory for a passphrase that the file only claims to need. */
	memset(bytes + 16, 0xff, 8);
	t_done(file_write(pair.admin_path, bytes, size, 0600, &err), err);
	assert_int_equal(admin_read(pair.admin_path, pair_phrase, &admin, &err),
	    FAIL_CORRUPT);
}

T(another_key_signs_no_roster)
{
	scoped_pair pair;
	struct admin other = { 0 };
	struct roster roster;
	struct err err = { 0 };

	pair_open(&pair);
	sign_pair_make(other.seed, &other.sign);
	roster_next(&pair.fleet, OFFICE_NOW, &roster);
	assert_int_equal(
	    roster_commit(&pair.fleet, &roster, &other, &pair.entropy, &err),
	    FAIL_DENIED);
	assert_int_equal(pair.fleet.roster.version, 1);
}

T(who_joined_stands_in_the_next_roster)
{
	scoped_pair pair;
	scoped_buf file = { 0 };
	scoped_fleet joined = { 0 };
	struct roster roster;
	struct offer offer;
	struct fact reason;

	pair_open(&pair);
	offer = pair_invite(&pair, &file);
	assert_int_equal(
	    pair_join(&pair, &pair.other, 7, &offer, OFFICE_NOW, &joined), 0);
	pair_meet(&pair.fleet, &joined, &reason);
	roster_next(&pair.fleet, OFFICE_NOW + 5, &roster);
	assert_int_equal(roster.n_members, 2);
	assert_int_equal(roster.n_invitations, 1);
	assert_int_equal(roster_withdraw(&roster, "L07", OFFICE_NOW), 0);
	roster_next(&pair.fleet, OFFICE_NOW + 120 * (int64_t)DAY_MS, &roster);
	assert_int_equal(roster.n_invitations, 0);
	pair_commit(&pair, &roster);
	assert_int_equal(pair.fleet.members.n, 2);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    a_retired_writer_gets_no_new_key_and_the_others_do),
		cmocka_unit_test(
		    a_key_made_before_the_admin_met_a_newcomer_reaches_it),
		cmocka_unit_test(
		    the_recovery_key_opens_the_admin_key_as_people_type_it),
		cmocka_unit_test(the_admin_key_opens_with_its_passphrase),
		cmocka_unit_test(another_key_signs_no_roster),
		cmocka_unit_test(who_joined_stands_in_the_next_roster),
	};
	struct err err;

	return crypto_start(&err) ? 1 : T_RUN(tests);
}
