#ifndef STORE_CONFLICT_H
#define STORE_CONFLICT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "domain/record.h"
#include "store/store.h"

/*
 * Conflicts: a cell was set to different values by people who did not know of
 * each other. All values are kept and none is lost by itself; which one is
 * shown is only the one with the highest version. It stays open until a
 * person decides, here or at any other counter, and the decision travels.
 *
 * Cells that are true together only (an address and its village) were written
 * together, are open together, and are decided together.
 */
struct conflict_value {
	int64_t hlc, sid;           /* its version: this room's business */
	const struct value *values; /* one for each cell of the conflict */
	const char *officer, *station;
	int64_t at_ms; /* UTC, by the clock of that counter */
	bool is_shown; /* it stands in the record now */
};

struct conflict {
	const struct table *table;
	struct id id;
	const int *cells; /* indexes in the table, rising; usually one */
	size_t n_cells;
	const struct conflict_value *values; /* the shown one first */
	size_t n_values; /* two or more; some may be equal */
};

/* The caller sets the arena, the rest is set. */
struct conflicts {
	struct arena *arena;
	struct conflict *list;
	size_t n;
};

enum { CONFLICTS_MAX = 1000 };

/*
 * The open ones, by table and key, at most CONFLICTS_MAX; of one record when
 * id is not NULL (then table must be its table; else it is ignored).
 */
enum fail store_conflicts(struct store *store, enum table_number table,
    const struct id *id, struct conflicts *conflicts, struct err *err)
    must_check nonnull(1, 4);

/* How many cells or groups of cells are open, for the head of the screens. */
enum fail store_conflict_count(struct store *store, int64_t *ret_n,
    struct err *err) must_check nonnull(1, 2);

/*
 * Decide: the value at index of the conflict as it was shown becomes the
 * record's, and replaces all the others. In the open transaction; logged as
 * any change, also when the record shows that value already.
 *
 * FAIL_CONFLICT (store.conflict-changed): it is decided already, or another
 * value came: show it again. Another value than those: store_put() closes
 * the conflict as well.
 */
enum fail store_conflict_decide(struct store *store,
    const struct conflict *conflict, size_t index, struct err *err)
    must_check nonnull(1, 2);

/*
 * Pembaruan paralel: was this record changed at two counters that did not
 * know of each other's change, and by nobody who knew both? Both changes
 * stand; when they were of the same cell, there is a conflict as well.
 */
enum fail store_is_parallel(struct store *store, enum table_number table,
    const struct id *id, bool *ret_is_parallel, struct err *err)
    must_check nonnull(1, 3, 4);

/*
 * Menunggu induk: records that name a record which is not here, normally
 * because it is in a bundle that has not come yet. Of which table, which key,
 * and the cell that names it. At most limit; *ret_n how many were set.
 */
struct orphan {
	const struct table *table;
	struct id id;
	int cell;
};

enum fail store_orphans(struct store *store, struct orphan *ret_orphans,
    size_t limit, size_t *ret_n, struct err *err) must_check nonnull(1, 2, 4);

/*
 * Parked: entries of others with tables or cells that a newer program has.
 * They are kept, and are applied when this one is replaced by that.
 */
enum fail store_parked_count(struct store *store, int64_t *ret_n,
    struct err *err) must_check nonnull(1, 2);

#endif
