#include <string.h>

#include "base/file.h"
#include "sync/admin.h"

enum fail
fleet_none(const char *data, struct arena *arena, struct err *err)
{
	const char *const *names;
	size_t n = 0;
	enum fail fail =
	    folder_list(arena_print(arena, "%s/fleet/roster", data), arena,
		&names, &n, err);

	if (fail && fail != FAIL_MISSING)
		return fail;
	return n == 0 ? FAIL_NONE :
			fail_say(err, FAIL_CONFLICT, "sync.has-fleet", NULL);
}

static void
make_admin(const struct entropy *entropy, struct roster *roster,
    struct admin *admin, char paper[PAPER_TEXT_SIZE])
{
	const struct id nobody = { 0 };
	scoped_station_keys keys = { 0 };
	uint8_t seed[SEED_SIZE];

	entropy_fill(entropy, admin->seed, SEED_SIZE);
	sign_pair_make(admin->seed, &admin->sign);
	memcpy(roster->admin_key, admin->sign.public_key, SIGN_PUBLIC_SIZE);
	entropy_fill(entropy, seed, sizeof seed);
	station_keys_make(&nobody, seed, &keys);
	paper_print(seed, paper);
	forget(seed, sizeof seed);
	memcpy(roster->paper_key, keys.box.public_key, BOX_PUBLIC_SIZE);
	box_seal(keys.box.public_key, admin->seed, SEED_SIZE, entropy,
	    roster->admin_seed);
}

/* The counter that founds it is its first member. */
static struct member
first_member(const struct founding *founding, const struct station_keys *keys)
{
	struct member member = {
		.writer = founding->writer,
		.letter = founding->letter,
		.is_admin = true,
		.since_ms = founding->now_ms,
	};

	memcpy(
	    member.station, founding->station, strlen(founding->station) + 1);
	memcpy(member.sign_key, keys->sign.public_key, SIGN_PUBLIC_SIZE);
	memcpy(member.box_key, keys->box.public_key, BOX_PUBLIC_SIZE);
	return member;
}

/* The counter's own keys, and the first of the fleet's. */
static enum fail
make_keyring(const struct founding *founding, const struct roster *roster,
    struct keyring *keyring, struct member *ret_member, struct err *err)
{
	const struct station_keys *keys;
	enum fail fail;

	keyring->fleet = roster->fleet;
	memcpy(keyring->admin_key, roster->admin_key, SIGN_PUBLIC_SIZE);
	fail = keyring_add_station(
	    keyring, &founding->writer, founding->entropy, &keys, err);
	if (fail)
		return fail;
	*ret_member = first_member(founding, keys);
	return keyring_new_key(keyring, founding->entropy, err);
}

enum fail
fleet_found(const struct founding *founding, struct arena *arena,
    struct fleet *ret_fleet, char ret_paper[PAPER_TEXT_SIZE], struct err *err)
{
	struct member *own = arena_alloc(arena, sizeof *own);
	struct roster roster = {
		.version = 1,
		.made_ms = founding->now_ms,
		.members = own,
		.n_members = 1,
	};
	scoped_keyring keyring = { 0 };
	scoped_admin admin = { 0 };
	enum fail fail = fleet_none(founding->data, arena, err);

	if (fail)
		return fail;
	entropy_fill(founding->entropy, roster.fleet.byte, ID_SIZE);
	make_admin(founding->entropy, &roster, &admin, ret_paper);
	fail = admin_write(founding->admin_path, &admin, founding->passphrase,
	    founding->cost, founding->entropy, err);
	if (!fail)
		fail = make_keyring(founding, &roster, &keyring, own, err);
	if (!fail)
		fail = fleet_begin(
		    founding->data, &keyring, arena, ret_fleet, err);
	return fail ?
	    fail :
	    roster_commit(ret_fleet, &roster, &admin, founding->entropy, err);
}
