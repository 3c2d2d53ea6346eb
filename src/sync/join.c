#include "sync/join.h"

#include <string.h>

#include "base/file.h"
#include "sync/admin.h"
#include "sync/container.h"

/* The keyring of a joining that was interrupted, or a new one. */
static enum fail
open_keyring(const struct joining *joining, const struct offer *offer,
    struct arena *arena, struct keyring *keyring, struct err *err)
{
	enum fail fail =
	    keyring_read(arena_print(arena, "%s/fleet/keyring", joining->data),
		keyring, err);

	if (fail && fail != FAIL_MISSING)
		return fail;
	if (!fail && !id_equal(&keyring->fleet, &offer->fleet))
		return fail_say(err, FAIL_CONFLICT, "sync.has-fleet", NULL);
	keyring->fleet = offer->fleet;
	memcpy(keyring->admin_key, offer->admin_key, SIGN_PUBLIC_SIZE);
	return FAIL_NONE;
}

/* What the roster has sealed to the one-use secret. */
static enum fail
take_keys(const struct roster *roster, const struct station_keys *once,
    struct keyring *keyring, struct err *err)
{
	enum fail fail = FAIL_NONE;

	for (size_t i = 0; !fail && i < roster->n_boxes; i++) {
		const struct key_box *box = &roster->boxes[i];
		struct data_key key = { .number = box->number };

		if (!id_equal(&box->holder, &once->writer) ||
		    !box_open(
			&once->box, box->sealed, SEALED_KEY_SIZE, key.key))
			continue;
		data_key_name(&key);
		fail = keyring_take_key(keyring, &key, err);
		forget(&key, sizeof key);
	}
	return fail;
}

static void
describe(const struct station_keys *own, struct member *member)
{
	member->writer = own->writer;
	memcpy(member->sign_key, own->sign.public_key, SIGN_PUBLIC_SIZE);
	memcpy(member->box_key, own->box.public_key, BOX_PUBLIC_SIZE);
}

/* Make it known here as everywhere, by the same judgement. */
static enum fail
introduce(struct fleet *fleet, const struct introduction *introduction,
    const struct introduction_keys *keys, struct err *err)
{
	uint8_t hash[HASH_SIZE];
	struct file_bytes bytes;
	scoped_buf file = { 0 };
	struct fact reason;
	enum fail fail;
	bool is_new;

	buf_init(&file, container_size_limit(CONTAINER_INTRODUCTION));
	fail = introduction_seal(
	    introduction, &fleet->keyring.fleet, keys, &file, hash, err);
	if (fail)
		return fail;
	bytes = (struct file_bytes){ file.text, file.size };
	fail = fleet_take_introduction(fleet, &bytes, &is_new, &reason, err);
	if (!fail && !is_new && reason.code[0] != '\0')
		return fail_say(err, FAIL_DENIED, reason.code,
		    introduction->member.station, NULL);
	return fail;
}

static enum fail
introduce_invited(const struct joining *joining, const struct offer *offer,
    const struct station_keys *once, struct fleet *fleet, struct err *err)
{
	const struct station_keys *own =
	    keyring_station(&fleet->keyring, &joining->writer);
	struct introduction_keys keys = {
		.sponsor = &once->sign,
		.own = own,
		.entropy = joining->entropy,
	};
	struct introduction introduction = {
		.member = {
			.letter = offer->invitation.letter,
			.origin = MEMBER_INVITED,
			.sponsor = offer->invitation.id,
			.since_ms = joining->now_ms,
		},
	};

	memcpy(introduction.member.station, offer->invitation.station,
	    STATION_SIZE);
	describe(own, &introduction.member);
	return introduce(fleet, &introduction, &keys, err);
}

static enum fail
join_with(const struct joining *joining, const struct offer *offer,
    const struct station_keys *once, struct arena *arena, struct fleet *fleet,
    struct err *err)
{
	const struct station_keys *own;
	scoped_keyring keyring = { 0 };
	struct roster roster;
	enum fail fail;
	bool is_new;

	fail = open_keyring(joining, offer, arena, &keyring, err);
	if (!fail)
		fail = roster_open(offer->roster, offer->roster_size,
		    &offer->fleet, offer->admin_key, arena, &roster, err);
	if (!fail)
		fail = take_keys(&roster, once, &keyring, err);
	/* A later roster may seal a key to the invitation still. */
	if (!fail)
		fail = keyring_take_station(&keyring, once, err);
	if (!fail && keyring_station(&keyring, &joining->writer) == NULL)
		fail = keyring_add_station(
		    &keyring, &joining->writer, joining->entropy, &own, err);
	if (!fail)
		fail = fleet_begin(joining->data, &keyring, arena, fleet, err);
	if (!fail)
		fail = fleet_take_roster(
		    fleet, offer->roster, offer->roster_size, &is_new, err);
	return fail ? fail :
		      introduce_invited(joining, offer, once, fleet, err);
}

/* Member already? Then the invitation is not used up for nothing. */
enum fail
fleet_may_join(
    const struct joining *joining, struct arena *arena, struct err *err)
{
	scoped_fleet fleet = { 0 };
	enum fail fail = fleet_open(joining->data, arena, &fleet, err);

	if (fail)
		return FAIL_NONE;
	return members_find(&fleet.members, &joining->writer) == NULL ?
	    FAIL_NONE :
	    fail_say(err, FAIL_CONFLICT, "sync.has-fleet", NULL);
}

enum fail
fleet_join(const struct joining *joining, const struct offer *offer,
    struct arena *arena, struct fleet *ret_fleet, struct err *err)
{
	const struct invitation *invitation = &offer->invitation;
	scoped_station_keys once = { 0 };
	enum fail fail = fleet_may_join(joining, arena, err);

	if (fail)
		return fail;
	if (joining->now_ms > invitation->expires_ms)
		return fail_say(err, FAIL_DENIED, "sync.invitation-expired",
		    invitation->station, NULL);
	station_keys_make(&invitation->id, offer->secret, &once);
	return join_with(joining, offer, &once, arena, ret_fleet, err);
}

enum fail
fleet_succeed(
    struct fleet *fleet, const struct succession *succession, struct err *err)
{
	struct keyring *keyring = &fleet->keyring;
	const struct station_keys *before =
	    keyring_station(keyring, &succession->before);
	const struct station_keys *own =
	    keyring_station(keyring, &succession->writer);
	const struct member *member =
	    members_find(&fleet->members, &succession->before);
	struct introduction introduction = {
		.member = {
			.letter = succession->letter,
			.origin = MEMBER_SUCCEEDS,
			.sponsor = succession->before,
			.follows = succession->last_number,
			.since_ms = succession->now_ms,
		},
	};
	struct introduction_keys keys = { .entropy = succession->entropy };
	enum fail fail = FAIL_NONE;

	if (members_find(&fleet->members, &succession->writer) != NULL)
		return FAIL_NONE;
	if (before == NULL || member == NULL)
		return fail_say(
		    err, FAIL_DENIED, "sync.no-key-of-before", NULL);
	if (own == NULL)
		fail = keyring_add_station(keyring, &succession->writer,
		    succession->entropy, &own, err);
	if (!fail)
		fail = fleet_keep_keys(fleet, err);
	if (fail)
		return fail;
	memcpy(introduction.member.station, member->station, STATION_SIZE);
	memcpy(introduction.last_hash, succession->last_hash, HASH_SIZE);
	describe(own, &introduction.member);
	keys.sponsor = &before->sign;
	keys.own = own;
	return introduce(fleet, &introduction, &keys, err);
}
