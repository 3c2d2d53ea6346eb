#ifndef DESK_OFFICE_KEY_H
#define DESK_OFFICE_KEY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/crypto.h"
#include "base/err.h"
#include "base/id.h"

/*
 * The key pair of the office, to which identities are sealed. Each officer
 * whose role may read them has a pair of his own, wrapped by his passphrase,
 * and the office's private half sealed to it. Whoever holds it hands it on to
 * colleagues who may. Until two of them hold it, the admin who made it keeps
 * it too (escrow, wrapped by his passphrase, on this counter only): to hand it
 * on, not to read; without that, one forgotten passphrase would lose all.
 */
struct desk;
struct officer;

enum { HELD_MAX = 4 };

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

/* The row in use; FAIL_MISSING complaint.no-office-key. */
enum fail office_key_public(struct desk *desk, struct id *ret_office,
    uint8_t ret_public[BOX_PUBLIC_SIZE], struct err *err)
    must_check nonnull(1, 2);

/* Inside the transaction of the first officer: the pair, and its escrow. */
enum fail office_key_make(struct desk *desk, const char *staff_id,
    const char *passphrase, struct err *err) must_check nonnull(1, 2);

/*
 * Inside a transaction: an officer got a passphrase from the admin who works.
 * Makes his pair when he may read, and hands the office key on when a seat of
 * this counter holds it.
 */
enum fail office_key_welcome(struct desk *desk, const struct officer *officer,
    const char *passphrase, struct err *err) must_check nonnull(1, 2);

/*
 * An officer signed in with his passphrase and has the seat that works: takes
 * what he holds into its memory, hands on what is due, and ends the escrow
 * when two hold the key. What cannot be done now (a full disk, a register
 * that may only be read) is done at the next sign-in; nobody is kept out.
 */
void office_key_enter(struct desk *desk, const char *passphrase)
    nonnull(1, 2);

/* His passphrase changes: what the old one wraps is wrapped by the new. */
enum fail office_key_rewrap(struct desk *desk, const char *staff_id,
    const char *old, const char *new, struct err *err)
    must_check nonnull(1, 2, 3, 4);

/* The file of keys beside the register, made at the first opening. */
enum fail key_file_open(struct desk *desk, struct err *err)
    must_check nonnull(1);

#endif
