#include <stdlib.h>
#include <string.h>

#include "sync/admin.h"
#include "sync/container.h"

/* How long a used or expired invitation is still named: for counters that
 * were away meanwhile. */
#define KEEP_INVITATION_MS (INT64_C(90) * 24 * 60 * 60 * 1000)

static bool
is_used(const struct roster *roster, const struct invitation *invitation)
{
	for (size_t i = 0; i < roster->n_members; i++)
		if (roster->members[i].origin == MEMBER_INVITED &&
		    id_equal(&roster->members[i].sponsor, &invitation->id))
			return true;
	return false;
}

void
roster_next(
    const struct fleet *fleet, int64_t now_ms, struct roster *ret_roster)
{
	const struct roster *now = &fleet->roster;
	const struct members *members = &fleet->members;
	struct roster next = *now;

	next.version = now->version + 1;
	next.made_ms = now_ms;
	memcpy(next.prev, now->hash, HASH_SIZE);
	next.members =
	    arena_array(fleet->arena, members->n + 1, sizeof *next.members);
	memcpy(next.members, members->list, members->n * sizeof *next.members);
	next.n_members = members->n;
	next.invitations = NULL;
	next.n_invitations = 0;
	next.invitations = arena_array(
	    fleet->arena, now->n_invitations + 1, sizeof *next.invitations);
	for (size_t i = 0; i < now->n_invitations; i++)
		if (now_ms - now->invitations[i].expires_ms <
		    KEEP_INVITATION_MS)
			next.invitations[next.n_invitations++] =
			    now->invitations[i];
	*ret_roster = next;
}

enum fail
roster_invite(const struct fleet *fleet, struct roster *roster,
    const struct invitation *wanted, const struct entropy *entropy,
    struct station_keys *ret_once, struct err *err)
{
	struct invitation *list, one = *wanted;
	uint8_t seed[SEED_SIZE];
	const size_t n = roster->n_invitations;

	one.letter = members_letter(&fleet->members, roster, one.station);
	if (one.letter == 0 || n == ROSTER_INVITATIONS_MAX)
		return fail_say(
		    err, FAIL_CONFLICT, "sync.letters", one.station, NULL);
	entropy_fill(entropy, one.id.byte, ID_SIZE);
	entropy_fill(entropy, seed, sizeof seed);
	station_keys_make(&one.id, seed, ret_once);
	forget(seed, sizeof seed);
	memcpy(one.sign_key, ret_once->sign.public_key, SIGN_PUBLIC_SIZE);
	memcpy(one.box_key, ret_once->box.public_key, BOX_PUBLIC_SIZE);
	list = arena_array(fleet->arena, n + 1, sizeof *list);
	if (n > 0)
		memcpy(list, roster->invitations, n * sizeof *list);
	list[n] = one;
	roster->invitations = list;
	roster->n_invitations = n + 1;
	return FAIL_NONE;
}

enum fail
roster_retire(struct fleet *fleet, struct roster *roster,
    const struct id *writer, uint64_t until, const struct entropy *entropy,
    struct err *err)
{
	for (size_t i = 0; i < roster->n_members; i++) {
		struct member *member = &roster->members[i];

		if (!id_equal(&member->writer, writer) ||
		    member->state != MEMBER_ACTIVE)
			continue;
		member->state = MEMBER_RETIRED;
		member->until = until;
		return keyring_new_key(&fleet->keyring, entropy, err);
	}
	return fail_say(err, FAIL_MISSING, "sync.no-member", NULL);
}

enum fail
roster_add_gap(const struct fleet *fleet, struct roster *roster,
    const struct roster_gap *gap, struct err *err)
{
	const size_t n = roster->n_gaps;
	struct roster_gap *list;

	if (n == ROSTER_GAPS_MAX)
		return fail_say(err, FAIL_CONFLICT, "sync.gaps", NULL);
	list = arena_array(fleet->arena, n + 1, sizeof *list);
	if (n > 0)
		memcpy(list, roster->gaps, n * sizeof *list);
	list[n] = *gap;
	roster->gaps = list;
	roster->n_gaps = n + 1;
	return FAIL_NONE;
}

size_t
roster_withdraw(struct roster *roster, const char *station, int64_t now_ms)
{
	size_t n = 0;

	for (size_t i = 0; i < roster->n_invitations; i++) {
		struct invitation *one = &roster->invitations[i];

		if (strcmp(one->station, station) != 0 || one->is_withdrawn ||
		    one->expires_ms < now_ms || is_used(roster, one))
			continue;
		one->is_withdrawn = true;
		n++;
	}
	return n;
}

static void
add_box(const struct data_key *key, const struct id *holder,
    const uint8_t *box_key, const struct entropy *entropy,
    struct roster *roster)
{
	struct key_box *box = &roster->boxes[roster->n_boxes++];

	box->number = key->number;
	box->holder = *holder;
	box_seal(box_key, key->key, SECRET_KEY_SIZE, entropy, box->sealed);
}

/* Every key to every active writer, every open invitation, and the paper. */
static void
make_boxes(const struct fleet *fleet, struct roster *roster,
    const struct entropy *entropy)
{
	const struct keyring *keyring = &fleet->keyring;
	const struct id paper = { 0 };

	roster->boxes = arena_array(fleet->arena,
	    keyring->n_keys * (roster->n_members + roster->n_invitations + 1),
	    sizeof *roster->boxes);
	roster->n_boxes = 0;
	for (size_t k = 0; k < keyring->n_keys; k++) {
		const struct data_key *key = &keyring->keys[k];

		add_box(key, &paper, roster->paper_key, entropy, roster);
		for (size_t i = 0; i < roster->n_members; i++)
			if (roster->members[i].state == MEMBER_ACTIVE)
				add_box(key, &roster->members[i].writer,
				    roster->members[i].box_key, entropy,
				    roster);
		for (size_t i = 0; i < roster->n_invitations; i++)
			if (!roster->invitations[i].is_withdrawn &&
			    roster->invitations[i].expires_ms >=
				roster->made_ms &&
			    !is_used(roster, &roster->invitations[i]))
				add_box(key, &roster->invitations[i].id,
				    roster->invitations[i].box_key, entropy,
				    roster);
	}
}

enum fail
roster_commit(struct fleet *fleet, struct roster *roster,
    const struct admin *admin, const struct entropy *entropy, struct err *err)
{
	scoped_buf file = { 0 };
	enum fail fail;
	bool is_new;

	if (memcmp(admin->sign.public_key, fleet->keyring.admin_key,
		SIGN_PUBLIC_SIZE) != 0)
		return fail_say(err, FAIL_DENIED, "sync.not-admin", NULL);
	make_boxes(fleet, roster, entropy);
	buf_init(&file, container_size_limit(CONTAINER_ROSTER));
	/* A key that a roster names must be on the disk before it is. */
	fail = fleet_keep_keys(fleet, err);
	if (!fail)
		fail = roster_seal(roster, &admin->sign, entropy, &file, err);
	return fail ?
	    fail :
	    fleet_take_roster(fleet, file.text, file.size, &is_new, err);
}
