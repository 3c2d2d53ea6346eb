#include "desk/identity_key.h"

#include <string.h>

#include "desk/inside.h"
#include "desk/key_box.h"
#include "desk/sealing.h"

/* ACCESS.ACT: the key to identities was handed to an officer (reason). */
#define ACT_KEY "key"

/* A row of his own; whether it opens, a sign-in as a reader has shown. */
static bool
has_pair(struct desk *desk)
{
	scoped_arena arena = arena_new();
	struct records records = { .arena = arena };

	if (store_find_text(desk->store, TABLE_KEY_BOX, KEY_BOX_OFFICER,
	    act_officer(desk), &records, NULL))
		return false;
	for (size_t i = 0; i < records.n; i++)
		if (!record_has(&records.list[i], KEY_BOX_OFFICE_KEY) &&
		    strcmp(record_text(&records.list[i], KEY_BOX_STATION),
			desk_station(desk)) == 0)
			return true;
	return false;
}

enum key_standing
desk_key_standing(struct desk *desk)
{
	const struct session *session = &desk->session;
	const struct seat_secret *seat;

	if (!desk_may(desk, ACTION_READ_CONFIDENTIAL))
		return KEY_NOT_ASKED;
	if (sealing_may_open(desk))
		return KEY_HELD;
	seat = &session->secrets[session->working];
	if (seat->shut.is_lost)
		return KEY_ASLEEP;
	return !seat->lacks_pair && has_pair(desk) ? KEY_NOT_HANDED :
						     KEY_NO_PAIR;
}

/* Keys of who works with which he reads. */
static const struct held_key *
next_key(const struct desk *desk, size_t *i)
{
	const struct held_keys *held =
	    &desk->session.secrets[desk->session.working].held;

	for (; *i < held->n; ++*i)
		if (!held->list[*i].is_escrow)
			return &held->list[(*i)++];
	return NULL;
}

static bool
is_listed(const struct key_waiting *list, size_t n, const struct record *row)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(list[i].staff_id, record_text(row,
		    KEY_BOX_OFFICER)) == 0 &&
		    strcmp(list[i].station, record_text(row,
		    KEY_BOX_STATION)) == 0)
			return true;
	return false;
}

enum fail
desk_key_waiting(struct desk *desk, struct arena *arena,
    struct key_waiting **ret_waiting, size_t *ret_n, struct err *err)
{
	const struct held_key *key;
	size_t at = 0, room = 0;

	*ret_waiting = NULL;
	*ret_n = 0;
	if (!sealing_may_open(desk))
		return FAIL_NONE;
	while ((key = next_key(desk, &at)) != NULL) {
		struct records rows = { .arena = arena };
		enum fail fail = key_box_waiting(desk, key, &rows, err);

		if (fail)
			return fail;
		for (size_t i = 0; i < rows.n; i++) {
			const struct record *row = &rows.list[i];

			if (is_listed(*ret_waiting, *ret_n, row))
				continue;
			*ret_waiting = arena_grow(arena, *ret_waiting, *ret_n,
			    &room, sizeof **ret_waiting);
			(*ret_waiting)[(*ret_n)++] = (struct key_waiting){
				.staff_id = record_text(row, KEY_BOX_OFFICER),
				.name = officer_name(desk, record_text(row,
				    KEY_BOX_OFFICER), arena),
				.station = record_text(row, KEY_BOX_STATION),
			};
		}
	}
	return FAIL_NONE;
}

static enum fail
hand_on(struct desk *desk, const struct held_key *key, const char *staff_id,
    size_t *n, struct err *err)
{
	scoped_arena arena = arena_new();
	struct records rows = { .arena = arena };
	enum fail fail = key_box_waiting(desk, key, &rows, err);

	for (size_t i = 0; i < rows.n && !fail; i++) {
		if (strcmp(record_text(&rows.list[i], KEY_BOX_OFFICER),
		    staff_id) != 0)
			continue;
		++*n;
		fail = key_box_hand_on(desk, key, &rows.list[i], err);
	}
	return fail;
}

enum fail
desk_key_hand_on(struct desk *desk, const char *staff_id, struct err *err)
{
	scoped_transaction transaction = { 0 };
	const struct held_key *key;
	size_t at = 0, n = 0;
	enum fail fail = act_begin(desk, ACTION_READ_CONFIDENTIAL,
	    &transaction, err);

	if (!fail && !sealing_may_open(desk))
		fail = fail_say(err, FAIL_DENIED, "complaint.no-key", NULL);
	while (!fail && (key = next_key(desk, &at)) != NULL)
		fail = hand_on(desk, key, staff_id, &n, err);
	if (!fail && n == 0)
		fail = fail_say(err, FAIL_MISSING, "key.not-waiting",
		    staff_id, NULL);
	if (!fail)
		fail = access_note(desk, NULL, ACT_KEY, staff_id, err);
	return fail ? fail : transaction_commit(&transaction, err);
}
