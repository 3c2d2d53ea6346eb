#ifndef STORE_SEALED_H
#define STORE_SEALED_H

#include "store/bundle.h"

/* How far our own log is in bundles. */
struct sealed {
	int64_t begin;           /* seq in _op of this life's first entry */
	int64_t last;            /* of this life, counted from 1: sealed; 0 */
	uint64_t number;         /* of this life: its last bundle; 0 */
	uint8_t hash[HASH_SIZE]; /* of our last bundle, of any life; zeros */
};

enum fail sealed_read(struct store *store, struct sealed *ret_sealed,
    struct err *err) must_check nonnull(1, 2);

/* Note a bundle as part of this register, and keep its file. */
enum fail bundle_add(struct store *store, const struct bundle *bundle,
    const void *file, struct err *err) must_check nonnull(1, 2, 3);

#endif
