#ifndef STORE_PARCEL_H
#define STORE_PARCEL_H

#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/crypto.h"
#include "base/err.h"
#include "base/id.h"
#include "store/store.h"

/*
 * A parcel: a run of log entries of one writer, whole transactions, as bytes.
 * It is what a bundle carries under its encryption; only this room writes and
 * reads it. data/README has its shape, byte by byte.
 *
 * The numbers of the entries (seq) are the writer's own: dense from 1 on, and
 * from 1 again in a new life of the database.
 */
enum {
	/* Large enough to be worth a file, small enough that whoever applies
	 * it holds the write lock for a moment only: 2,000 entries for a tenth
	 * of a second. One transaction is never cut: a larger one makes a
	 * parcel alone. More than the limits is not believed. */
	PARCEL_OPS = 2000,
	PARCEL_OPS_MAX = 20000,
	PARCEL_SIZE = 4 << 20,
	PARCEL_SIZE_MAX = 64 << 20,
	/* Of the language the entries are written in; a higher one waits for
	 * a newer program. */
	PARCEL_VOCABULARY = 1,
};

struct parcel {
	struct id writer;
	uint64_t number; /* of the bundle to be: 1, 2, ... of a writer */
	uint8_t prev[HASH_SIZE]; /* of the bundle before it; zeros: none */
	int64_t first, last;     /* entries from and to, both included */
	size_t n;                /* how many; 0: there is nothing to seal */
	int64_t hlc;             /* the highest version in it */
};

/*
 * The next entries of this counter that no bundle has. To be called inside
 * the transaction that store_bundle_seal() is called in, and again until n is
 * 0: then *payload is empty and the rest of ret_parcel not set.
 *
 * In the first bundle of a new life, prev names the last one of the life
 * before: its entries must not be overtaken.
 *
 * FAIL_MEMORY (store.parcel-large): one transaction has more than
 * PARCEL_SIZE_MAX; it never happens to what the screens write.
 */
enum fail store_parcel_next(struct store *store, struct buf *payload,
    struct parcel *ret_parcel, struct err *err) must_check nonnull(1, 2, 3);

/* How many entries of this counter no bundle has yet. */
enum fail store_unsealed(struct store *store, int64_t *ret_n, struct err *err)
    must_check nonnull(1, 2);

#endif
