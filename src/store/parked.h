#ifndef STORE_PARKED_H
#define STORE_PARKED_H

#include "base/err.h"
#include "store/store.h"

/*
 * Apply parked entries whose tables and cells this program has; after every
 * opening, because a migration may have brought them. Most times there are
 * none, and nothing is written. A row that still has unknown cells in a later
 * entry is parked by that entry's own mark.
 */
enum fail parked_replay(struct store *store, struct err *err)
    must_check nonnull(1);

#endif
