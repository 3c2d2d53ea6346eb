#ifndef SYNC_JOIN_H
#define SYNC_JOIN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "sync/fleet.h"
#include "sync/share.h"

/*
 * Joining a fleet. An invitation is one file, for one station, used once,
 * until a day: the roster in which it stands, the secret that belongs to it,
 * and how the officers of the inviting counter prove to be who they are, so
 * that they can sign in at the new one at once. It is as good as a key until
 * it is used; where it travels is for people to guard.
 */
enum { OFFERED_OFFICERS_MAX = 500, OFFER_SIZE_MAX = 24 << 20 };

struct offered_officer {
	const char *staff_id;
	const char *verifier; /* base/crypto.h: passphrase_is() */
};

struct offer {
	struct id fleet;
	uint8_t admin_key[SIGN_PUBLIC_SIZE];
	struct invitation invitation;
	uint8_t secret[SEED_SIZE];
	bool is_practice;               /* from LATIHAN, only to LATIHAN */
	uint8_t marks[SECRET_KEY_SIZE]; /* the office's: desk/marks.h */
	struct offered_officer *officers;
	size_t n_officers;
	const void *roster; /* the signed file */
	size_t roster_size;
};

/* Append the file of an invitation. FAIL_MEMORY: the ceiling of file. */
enum fail offer_print(const struct offer *offer, struct buf *file,
    struct err *err) must_check nonnull(1, 2);

/*
 * Read one; it lives in arena. FAIL_CORRUPT sync.offer-damaged: it is no
 * invitation, or not whole. The roster in it is verified, and names it.
 */
enum fail offer_parse(const void *bytes, size_t size, struct arena *arena,
    struct offer *ret_offer, struct err *err) must_check nonnull(3, 4);

/*
 * Before anything is changed for it: is that share the fleet's of the
 * invitation, and has nobody used it there? What cannot be read there now is
 * left out; the first round judges again.
 *
 * Failures of marker_check(); FAIL_DENIED sync.invitation-used, -withdrawn
 * (station).
 */
enum fail offer_check(const struct offer *offer, const struct share *share,
    const char *path, struct arena *arena, struct err *err)
    must_check nonnull(1, 2, 3, 4);

/*
 * Join: the counter in folder data, whose present writer is given, becomes a
 * member. Interrupted, it is done again with the same invitation.
 *
 * FAIL_CONFLICT sync.has-fleet: it belongs to another fleet, or to this one
 * already. FAIL_DENIED sync.invitation-used, -expired, -withdrawn (station).
 */
struct joining {
	const char *data;
	struct id writer;
	int64_t now_ms;
	const struct entropy *entropy;
};

/* The first of these two, before anything is changed for it. */
enum fail fleet_may_join(const struct joining *joining, struct arena *arena,
    struct err *err) must_check nonnull(1, 2);

enum fail fleet_join(const struct joining *joining, const struct offer *offer,
    struct arena *arena, struct fleet *ret_fleet, struct err *err)
    must_check nonnull(1, 2, 3, 4);

/*
 * A writer began a new life (store_new_life()): keys for it, and the note that
 * it follows the one before, signed by that one's key. Nothing when it has
 * keys already, so that it may be asked at every start. last_number and
 * last_hash: of the last bundle sealed before, 0 and zeros for none.
 *
 * FAIL_DENIED sync.no-key-of-before: the keys of the writer before are not
 * here; this counter needs an invitation.
 */
struct succession {
	struct id before, writer;
	char letter;
	uint64_t last_number;
	uint8_t last_hash[HASH_SIZE];
	int64_t now_ms;
	const struct entropy *entropy;
};

enum fail fleet_succeed(
    struct fleet *fleet, const struct succession *succession, struct err *err)
    must_check nonnull(1, 2);

#endif
