#ifndef STORE_ALIKE_KEEP_H
#define STORE_ALIKE_KEEP_H

#include "base/err.h"
#include "domain/record.h"
#include "store/store.h"

/* The pairs of a record, after it was put in whatever way and its names are
 * in the index; in its transaction. */
enum fail alike_keep(struct store *store, const struct record *record,
    struct err *err) must_check nonnull(1, 2);

/* Find all pairs anew. */
enum fail alike_mend(struct store *store, struct err *err)
    must_check nonnull(1);

#endif
