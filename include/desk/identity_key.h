#ifndef DESK_IDENTITY_KEY_H
#define DESK_IDENTITY_KEY_H

#include <stddef.h>

#include "base/arena.h"
#include "base/err.h"

/*
 * The key with which confidential complainants are read. An officer whose role
 * may read them gets it once he has chosen his passphrase himself: one that an
 * admin set is known to two. The admin's counter hands it to the first two by
 * itself; after that an officer who holds it has to say so for each colleague.
 * data/README says who could read what, and until when.
 */
struct desk;

enum key_standing {
	KEY_NOT_ASKED,    /* nobody works, or his role does not read */
	KEY_NO_PAIR,      /* he has to choose a passphrase himself first */
	KEY_NOT_HANDED,   /* waits until somebody hands it to him */
	KEY_ASLEEP,       /* the lock shut it: his passphrase is needed */
	KEY_HELD,
};

/* How who works stands to it. */
enum key_standing desk_key_standing(struct desk *desk) nonnull(1);

struct key_waiting {
	const char *staff_id, *name, *station; /* station: his counter */
};

/*
 * Who waits for it, by staff id; none when who works does not hold it. Lives
 * in the arena.
 */
enum fail desk_key_waiting(struct desk *desk, struct arena *arena,
    struct key_waiting **ret_waiting, size_t *ret_n, struct err *err)
    must_check nonnull(1, 2, 3, 4);

/*
 * Hand it to that officer, at every counter where he waits; noted in the
 * register (ACCESS "key", with his staff id). FAIL_DENIED complaint.no-key;
 * FAIL_MISSING key.not-waiting.
 */
enum fail desk_key_hand_on(struct desk *desk, const char *staff_id,
    struct err *err) must_check nonnull(1, 2);

#endif
