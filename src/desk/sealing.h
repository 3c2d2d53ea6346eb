#ifndef DESK_SEALING_H
#define DESK_SEALING_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "domain/record.h"

/*
 * A confidential complainant's identity: shut at save, found again by marks,
 * opened only by who holds the office key; and half-typed sheets that may
 * hold one.
 */
struct desk;

/* Hex digits of a mark: 16 bytes of a keyed BLAKE2b. */
enum { MARK_SIZE = 33 };

/*
 * The mark of a NIK ("nik"), telephone ("phone") or name ("name"), however it
 * was typed; "" for an empty text. Two counters of one office with the same
 * key file give the same mark; without that file nobody can try out all NIK.
 */
void mark_of(const struct desk *desk, const char *what, const char *text,
    char ret_mark[MARK_SIZE]) nonnull(1, 2, 3);

/*
 * Put the marks of a COMPLAINANT row into it; and, to keep it confidential,
 * seal what is said of the person: SEALED and SEAL_KEY are set, the personal
 * cells emptied. Call before store_put(). FAIL_MISSING complaint.no-office-key:
 * there is none yet; an admin has to sign in with his passphrase once.
 */
void complainant_mark(const struct desk *desk, struct record *record,
    struct arena *arena) nonnull(1, 2, 3);
enum fail complainant_seal(struct desk *desk, struct record *record,
    struct arena *arena, struct err *err) must_check nonnull(1, 2, 3);

bool complainant_is_sealed(const struct record *record) nonnull(1);

/*
 * Open a sealed row in place, in memory only. Whether the officer may, and
 * that he did, is the caller's to ask and to write down before.
 * FAIL_DENIED complaint.no-key: who works does not hold the office key;
 * FAIL_CORRUPT complaint.seal-damaged.
 */
enum fail complainant_open(struct desk *desk, struct record *record,
    struct arena *arena, struct err *err) must_check nonnull(1, 2, 3);

/* Does who works hold a key with which he may read? */
bool sealing_may_open(const struct desk *desk) nonnull(1);

/*
 * The body of a draft as it is stored. Sheets of the complaint book are shut
 * whole with the draft key of this counter, whatever is in them; others pass.
 */
enum { DRAFT_SHUT_MARK = '*' };
void draft_shut(const struct desk *desk, const char *form, struct buf *body)
    nonnull(1, 2, 3);
/* FAIL_CORRUPT draft.unreadable. */
enum fail draft_open(const struct desk *desk, const char *form,
    const char **body, struct arena *arena, struct err *err)
    must_check nonnull(1, 2, 3, 4);

#endif
