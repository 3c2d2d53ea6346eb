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
 * A row in clear keeps another, made of this one by the key: whoever has the
 * register alone can tell which sealed rows are of one person, but not that a
 * sealed row and a named one are.
 */
void mark_of(const struct desk *desk, const char *what, const char *text,
    char ret_mark[MARK_SIZE]) nonnull(1, 2, 3);

/* By what other rows of the same person are found, sealed or in clear. */
struct marks {
	char nik[MARK_SIZE], phone[MARK_SIZE], name[MARK_SIZE];
};
struct person_marks {
	struct marks sealed, open;
};

/* Of a row as it is stored, sealed or in clear. */
void complainant_marks(const struct desk *desk, const struct record *record,
    struct person_marks *ret_marks) nonnull(1, 2, 3);

/*
 * Put the marks of a COMPLAINANT row into it; and, to keep it confidential,
 * seal what is said of the person: SEALED and SEAL_KEY are set, the personal
 * cells emptied. Call one of them before store_put(). FAIL_MISSING
 * complaint.no-office-key: there is none yet; an admin has to sign in with his
 * passphrase once.
 */
void complainant_mark(const struct desk *desk, struct record *record,
    struct arena *arena) nonnull(1, 2, 3);
enum fail complainant_seal(struct desk *desk, struct record *record,
    struct arena *arena, struct err *err) must_check nonnull(1, 2, 3);

bool complainant_is_sealed(const struct record *record) nonnull(1);

/*
 * Open a sealed row in place, in memory only. Whether the officer may, and
 * that he did, is the caller's to ask and to write down before.
 * FAIL_DENIED as sealing_demand(); FAIL_CORRUPT complaint.seal-damaged.
 */
enum fail complainant_open(struct desk *desk, struct record *record,
    struct arena *arena, struct err *err) must_check nonnull(1, 2, 3);

/* Does who works hold a key with which he may read? */
bool sealing_may_open(const struct desk *desk) nonnull(1);

/*
 * FAIL_DENIED when not, and what would help: complaint.no-key,
 * complaint.no-key-pair, complaint.key-asleep.
 */
enum fail sealing_demand(struct desk *desk, struct err *err)
    must_check nonnull(1);

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
