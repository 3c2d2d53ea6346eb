#ifndef STORE_VERSIONS_H
#define STORE_VERSIONS_H

#include "store/merge.h"

/* The tables _ver, _head and _pend, kept for each row as the log says. */
enum fail versions_put(struct store *store, const struct rebuilt *rebuilt,
    struct err *err) must_check nonnull(1, 2);

/* How many rows those tables have, to find what belongs to no record. */
struct version_counts {
	int64_t versions, heads, waited;
};

/*
 * Are they as the log says of this row? rebuilt NULL: the log knows nothing
 * of it. What is there is added to counts.
 */
enum fail versions_are(struct store *store, const struct table *table,
    const struct id *id, const struct rebuilt *rebuilt,
    struct version_counts *counts, bool *ret_are, struct err *err)
    must_check nonnull(1, 2, 3, 5, 6);

/* All there are. */
enum fail versions_count(struct store *store, struct version_counts *ret_counts,
    struct err *err) must_check nonnull(1, 2);

/* Forget those of rows that no log knows. */
enum fail versions_drop_stray(struct store *store, struct err *err)
    must_check nonnull(1);

#endif
