#ifndef STORE_FOREIGN_H
#define STORE_FOREIGN_H

#include "store/parcel_wire.h"

/* The log of others: entries of a parcel written into it. */
struct row_key {
	int table;
	struct id id;
};

struct foreign {
	struct store *store;
	struct arena *arena;
	struct id writer;
	const struct parcel_content *content;
	int64_t *idx;         /* of the content's sids in _sid */
	int64_t *highest;     /* hlc of each that was written */
	struct row_key *keys; /* of new entries; one row's many times */
	size_t n_keys;
	size_t entries, parked;
};

/* Know the parcel's sids, or make them known. */
enum fail foreign_begin(struct foreign *foreign, struct err *err)
    must_check nonnull(1);

/* Write one entry, unless it is known, from whose bundle ever. */
enum fail foreign_add(struct foreign *foreign, const struct op *op,
    struct err *err) must_check nonnull(1, 2);

/* After the last: the keys sorted, each once. */
enum fail foreign_end(struct foreign *foreign, struct err *err)
    must_check nonnull(1);

#endif
