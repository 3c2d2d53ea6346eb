#ifndef STORE_REPAIR_H
#define STORE_REPAIR_H

#include "base/err.h"
#include "store/store.h"

/*
 * Put tables, triggers and indexes back as they must be; inside the repair's
 * transaction, with foreign keys off. A synced table that is not as it must
 * be is made anew, empty: its rows come back from the log.
 */
enum fail repair_schema(struct store *store, struct err *err)
    must_check nonnull(1);

/*
 * Put the rows of the synced tables and their versions back, and write an
 * ACCESS row for each.
 */
enum fail repair_rows(struct store *store, struct err *err)
    must_check nonnull(1);

/* Put series, copies in case states and the search index back. */
enum fail repair_derived(struct store *store, struct err *err)
    must_check nonnull(1);

#endif
