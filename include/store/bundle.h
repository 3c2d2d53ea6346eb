#ifndef STORE_BUNDLE_H
#define STORE_BUNDLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/crypto.h"
#include "base/err.h"
#include "base/failpoint.h"
#include "base/id.h"
#include "domain/number.h"
#include "store/parcel.h"
#include "store/store.h"

/*
 * Bundles: every one that was sealed here or applied here is kept verbatim,
 * so that any counter can fill the share again. What a bundle is made of
 * (container, keys) is not this room's business: to it they are bytes with a
 * hash.
 */
enum bundle_state {
	BUNDLE_SEALED = 1, /* made here, not known to be on the share */
	BUNDLE_SENT = 2,   /* made here, read back from the share */
	BUNDLE_FOREIGN = 3,
};

struct bundle {
	struct id writer;
	uint64_t number; /* not unique: two lives may have used it twice */
	uint8_t hash[HASH_SIZE]; /* of the whole file: its name, and unique */
	uint8_t prev[HASH_SIZE]; /* zeros: the writer's first, and no life
				  * before it */
	enum bundle_state state;
	int64_t first,
	    last;        /* entries; set by store_apply() from the payload */
	size_t size;     /* of the file, bytes */
	int64_t made_ms; /* when it was sealed, or applied here */
};

/* An answer of several: the caller sets the arena, the rest is set. */
struct bundles {
	struct arena *arena;
	struct bundle *list;
	size_t n;
};

/*
 * Keep the file made of the parcel that store_parcel_next() gave, as sealed,
 * in the same open transaction: once that is committed the bytes are fixed,
 * and every attempt to publish uses them. Nothing may leave the machine
 * before. FAIL_CONFLICT (store.bundle-chain): another was sealed meanwhile.
 */
enum fail store_bundle_seal(struct store *store, const struct parcel *parcel,
    const uint8_t hash[HASH_SIZE], const void *file, size_t size,
    struct err *err) must_check nonnull(1, 2, 3, 4);

/* The file is on the share. In a transaction of its own. FAIL_MISSING. */
enum fail store_bundle_sent(struct store *store, const uint8_t hash[HASH_SIZE],
    struct err *err) must_check nonnull(1, 2);

/* It is not, or not whole, any more: it is to be published again. */
enum fail store_bundle_lost(struct store *store, const uint8_t hash[HASH_SIZE],
    struct err *err) must_check nonnull(1, 2);

/*
 * One bundle by its hash; its file is appended to file unless that is NULL.
 * FAIL_MISSING (store.no-bundle): not kept here.
 */
enum fail store_bundle_get(struct store *store, const uint8_t hash[HASH_SIZE],
    struct bundle *ret_bundle, struct buf *file, struct err *err)
    must_check nonnull(1, 2, 3);

/* Those made here, by this life and former ones, in the order they were made;
 * only those in one state, or in any (0). */
enum fail store_bundles_own(struct store *store, enum bundle_state state,
    struct bundles *bundles, struct err *err) must_check nonnull(1, 3);

/* All that are kept of one writer with one number: none, one, or (twins)
 * more. number 0: all numbers, rising. */
enum fail store_bundles_of(struct store *store, const struct id *writer,
    uint64_t number, struct bundles *bundles, struct err *err)
    must_check nonnull(1, 2, 4);

/* Bundles that share their writer and number with another: a fork. Both
 * machines must take a new life. */
enum fail store_bundles_forked(struct store *store, struct bundles *bundles,
    struct err *err) must_check nonnull(1, 2);

/* Was this one sealed or applied here? Also when its file was pruned. */
enum fail store_bundle_known(struct store *store, const uint8_t hash[HASH_SIZE],
    bool *ret_is_known, struct err *err) must_check nonnull(1, 2, 3);

/*
 * What was applied of each writer, this counter's own too: its last bundle;
 * of a forked one the last of each branch. Sorted by writer, number, hash, so
 * that two counters with the same have the same list. Two that have equal
 * vectors, no unsealed entries and the same schema have equal digests.
 */
struct vector_entry {
	struct id writer;
	uint64_t number;
	uint8_t hash[HASH_SIZE];
};

struct vector {
	struct arena *arena; /* set by the caller */
	struct vector_entry *list;
	size_t n;
};

enum fail store_vector(struct store *store, struct vector *vector,
    struct err *err) must_check nonnull(1, 2);

/*
 * Apply a bundle that was verified and opened: bundle names writer, number,
 * hash and prev, file is kept verbatim, payload is the parcel in it. All in
 * one transaction: the entries go into the log of others, the records, their
 * versions and open heads become what all entries known say, whatever the
 * order they came in. It commits by itself; on any failure nothing changed.
 *
 * Cases whose events changed are then stale (store_state_stale), and what
 * derives from closures, when tables has TABLE_CLOSURE: desk counts them
 * again.
 *
 * FAIL_MISSING  (store.bundle-waits) the bundle before it was not applied yet
 * FAIL_CONFLICT (store.parcel-newer) a newer program wrote it: that writer
 *               waits
 * FAIL_CORRUPT  (store.parcel-wrong) the payload is not what this or a newer
 *               program writes; (store.bundle-chain) number or entries do not
 *               follow prev: to be quarantined
 *
 * points, which may be NULL, are reached as "S24" to "S27".
 */
struct incoming {
	struct bundle bundle; /* writer, number, hash, prev */
	/* The one before it is lost for good, as all have been told: it does
	 * not wait, and what that one said stays unknown. */
	bool is_after_gap;
	const void *file;
	size_t size;
	const void *payload;
	size_t payload_size;
	const struct failpoint *points;
};

struct applied {
	bool was_known;   /* applied before: nothing to do */
	bool is_fork;     /* another bundle has this writer and number */
	size_t entries;   /* new ones */
	size_t rows;      /* records looked at again */
	size_t parked;    /* entries with what this program does not know */
	size_t conflicts; /* cells that are open now and were not before */
	uint64_t tables;  /* bit n: records of table number n were written */
};

enum fail store_apply(struct store *store, const struct incoming *incoming,
    struct applied *ret_applied, struct err *err) must_check nonnull(1, 2, 3);

/*
 * Who may write the reference tables (officers, closures): entries of others
 * are kept and do not count, here as everywhere. All writers that may, or
 * could at a time, from the roster; from and until are numbers of entries,
 * both included, 0 and INT64_MAX for no bound. A writer that succeeded another
 * has its rights. Does not write when it is the list already; else looks at
 * all reference rows again. In a transaction of its own.
 *
 * As long as this was never called, the counter is alone and its own entries
 * count. Afterwards store_put() refuses a reference row at a counter that
 * may not write one (FAIL_DENIED, store.admins-only).
 */
struct reference_writer {
	struct id writer;
	int64_t from, until;
};

enum fail store_reference_writers(struct store *store,
    const struct reference_writer *writers, size_t n, struct err *err)
    must_check nonnull(1);

/*
 * The lives of this database, oldest first; the last is the present one.
 * Those before it are closed: what they sealed is published still.
 */
struct past_life {
	struct id writer;
	char letter; /* of its number series, 'A' to 'Z' */
	int64_t made_ms;
	uint64_t sealed;         /* number of its last bundle; 0: none */
	uint8_t last[HASH_SIZE]; /* hash of that, or of the one before; zeros */
};

enum fail store_lives(struct store *store, struct arena *arena,
    struct past_life **ret_lives, size_t *ret_n, struct err *err)
    must_check nonnull(1, 2, 3, 4);

/* The present one's writer. */
struct id store_writer(const struct store *store) nonnull(1);

#endif
