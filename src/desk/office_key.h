#ifndef DESK_OFFICE_KEY_H
#define DESK_OFFICE_KEY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/crypto.h"
#include "base/err.h"
#include "base/id.h"

/*
 * The key pair of the office, to which identities are sealed. An officer who
 * chose his passphrase himself has a pair of his own, wrapped by it, and if
 * his role may read identities, the office's private half is sealed to that
 * pair. A pair under a passphrase that an admin set would be the admin's too,
 * for ever: the log keeps what it wrapped. Until two officers hold the key the
 * admin who made it keeps it as well (escrow, wrapped by his passphrase, on
 * this counter only): to hand it on, not to read; without that, one forgotten
 * passphrase would lose all.
 */
struct desk;

/* Counters that met may have made a key each. */
enum { HELD_MAX = 16 };

/* One private half in the memory of a seat. */
struct held_key {
	struct id office;
	struct box_pair pair;
	bool is_escrow; /* to hand on only */
};

struct held_keys {
	struct held_key list[HELD_MAX];
	size_t n;
};

/* The same while the seat is locked. */
struct shut_keys {
	bool has_pin, is_shut;
	bool is_lost; /* there were keys, and no PIN to shut them with */
	uint8_t salt[SALT_SIZE];
	uint8_t public_key[BOX_PUBLIC_SIZE];
	uint8_t sealed[sizeof(struct held_keys) + BOX_EXTRA];
};

/* The row in use; FAIL_MISSING complaint.no-office-key. */
enum fail office_key_public(struct desk *desk, struct id *ret_office,
    uint8_t ret_public[BOX_PUBLIC_SIZE], struct err *err)
    must_check nonnull(1, 2);

/*
 * Inside the transaction of the first officer, who chose his passphrase: the
 * pair, its escrow, and his own.
 */
enum fail office_key_first(struct desk *desk, const char *staff_id,
    const char *passphrase, struct err *err) must_check nonnull(1, 2);

/*
 * An officer signed in with his passphrase and has the seat that works: takes
 * what he holds into its memory, hands on what is in escrow, and ends that
 * when two hold the key. What cannot be done now (a full disk, a register
 * that may only be read) is done at the next sign-in; nobody is kept out.
 */
void office_key_enter(struct desk *desk, const char *passphrase)
    nonnull(1, 2);

/*
 * Inside a transaction: who works chose a passphrase. What the old one wraps
 * is wrapped by the new; old may be NULL, not known: then by what is in memory.
 */
enum fail office_key_choose(struct desk *desk, const char *old,
    const char *new, struct err *err) must_check nonnull(1, 3);

/*
 * Keys in the memory of a seat that is locked are sealed to a pair made of its
 * PIN, so that a copy of the memory holds none; without a PIN they are gone,
 * and come back with the passphrase. In practice they stay.
 */
void seat_key_pin(struct desk *desk, int seat, const char *pin)
    nonnull(1, 3);
void seat_key_new(struct desk *desk, int seat) nonnull(1); /* taken anew */
void seat_key_shut(struct desk *desk, int seat) nonnull(1);
void seat_key_wake(struct desk *desk, int seat, const char *pin)
    nonnull(1, 3);

/* The file of keys beside the register, made at the first opening. */
enum fail key_file_open(struct desk *desk, struct err *err)
    must_check nonnull(1);

#endif
