#ifndef STORE_COMPARE_H
#define STORE_COMPARE_H

#include "base/arena.h"
#include "base/err.h"
#include "domain/record.h"
#include "store/store.h"
#include "store/version.h"

/*
 * The rows of a table beside what the log says they are: both in the order of
 * their keys, one pair at a time, in constant memory.
 */
struct rebuilt {
	struct record record;
	/* version[0]: the row was made; version[i + 1]: cell i was changed;
	 * hlc 0: it was not */
	struct version version[1 + TABLE_CELLS_MAX];
	bool is_damaged; /* an entry is unreadable, or the first is missing */
};

struct row_pair {
	const struct table *table;
	struct id id;
	const struct rebuilt *log; /* NULL: the log knows no such row */
	const struct record *row;  /* NULL: there is no such row */
	bool row_is_unreadable;    /* a value of another type, no UTF-8 */
};

typedef enum fail pair_fn(
    void *context, const struct row_pair *pair, struct err *err);

/* Call each for every key of the table, or of the log. */
enum fail compare_table(struct store *store, const struct table *table,
    pair_fn *each, void *context, struct err *err) must_check nonnull(1, 2, 3);

/* What the log says about one row. FAIL_MISSING: nothing. */
enum fail rebuild_row(struct store *store, const struct table *table,
    const struct id *id, struct arena *arena, struct rebuilt *ret_rebuilt,
    struct err *err) must_check nonnull(1, 2, 3, 4, 5);

/* Is the pair as it must be? */
bool pair_is_equal(const struct row_pair *pair) nonnull(1);

#endif
