#ifndef STORE_HISTORY_H
#define STORE_HISTORY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "domain/record.h"
#include "store/store.h"

/*
 * Who changed what, from which value to which: the operation log, read, of
 * this counter and of all whose bundles were applied. What a cell held before
 * is what its author saw, which another may have changed meanwhile.
 */
struct history_cell {
	int cell;         /* index in the table */
	const char *name; /* its name; "#61" for one this program lacks */
	struct value before, after;
};

struct history_row {
	int64_t order; /* rises with time, at all counters alike */
	int64_t seq;   /* dense, rising for each writer */
	int64_t txn;   /* the same for all entries of one transaction */
	int64_t at_ms; /* UTC */
	bool is_foreign; /* came from another counter, or an earlier life */
	const char *officer, *station;
	const struct table *table; /* NULL: a newer program made it */
	struct id id;
	bool is_new; /* the row was made; before is empty */
	const struct history_cell *cells;
	size_t n_cells;
};

/* The caller sets the arena, the rest is set. */
struct history {
	struct arena *arena;
	struct history_row *list;
	size_t n;
};

/* Everything that happened to one row, oldest first. */
enum fail store_history(struct store *store, enum table_number table,
    const struct id *id, struct history *history, struct err *err)
    must_check nonnull(1, 3, 4);

/* Of this counter: the limit entries after seq (0: from the first), oldest
 * first. */
enum fail store_history_since(struct store *store, int64_t seq, size_t limit,
    struct history *history, struct err *err) must_check nonnull(1, 4);

/* The same: the limit entries before seq (0: the latest), latest first. */
enum fail store_history_before(struct store *store, int64_t seq, size_t limit,
    struct history *history, struct err *err) must_check nonnull(1, 4);

#endif
