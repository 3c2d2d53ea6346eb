#ifndef STORE_RESETTLE_H
#define STORE_RESETTLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "store/inside.h"

/* Rows put into their table as all entries known say. */
struct resettled {
	bool was_written; /* the row itself is another, or is gone */
	size_t conflicts; /* cells open now that were not */
};

/* One row, in the open transaction, with the capture set aside. */
enum fail row_resettle(struct store *store, const struct table *table,
    const struct id *id, struct resettled *ret_resettled, struct err *err)
    must_check nonnull(1, 2, 3, 4);

/*
 * After our own entry made a row: others may have made it too, or changed it
 * before it came, when its key is a derived one.
 */
enum fail row_meet(struct store *store, const struct record *record,
    struct err *err) must_check nonnull(1, 2);

/*
 * A transaction that brings entries of others: nobody's name is on it, and
 * foreign keys are off, because a child may come before its parent.
 */
struct settling {
	struct store *store;
	struct transaction transaction;
	size_t rows, conflicts;
	uint64_t tables; /* bit n: table number n was written */
};

enum fail settling_begin(struct settling *settling, struct store *store,
    struct err *err) must_check nonnull(1, 2);
enum fail settling_commit(struct settling *settling, struct err *err)
    must_check nonnull(1);
void settling_done(struct settling *settling);
#define scoped_settling scoped(settling_done) struct settling

enum fail settle_row(struct settling *settling, const struct table *table,
    const struct id *id, struct err *err) must_check nonnull(1, 2, 3);

/* All rows of a small table. */
enum fail settle_table(struct settling *settling, const struct table *table,
    struct err *err) must_check nonnull(1, 2);

#endif
