#ifndef STORE_COMPARE_H
#define STORE_COMPARE_H

#include "base/arena.h"
#include "base/err.h"
#include "domain/record.h"
#include "store/log.h"
#include "store/merge.h"
#include "store/store.h"

/*
 * The rows of a table beside what the log, our own and that of others, says
 * they are: both in the order of their keys, one pair at a time, in the
 * memory of one row.
 */

/* Our own entries and others', as entry_read() expects them; a condition on
 * _op, then on _foreign, may follow each. */
#define ENTRIES_OWN \
	"SELECT " LOG_COLUMNS ", (SELECT s.sid FROM _sid s WHERE s.idx = " \
	"_op.sid), x'' FROM _op WHERE table_number = ?1 "
#define ENTRIES_OTHERS \
	"UNION ALL SELECT " LOG_COLUMNS ", (SELECT s.sid FROM _sid s WHERE " \
	"s.idx = _foreign.sid), writer FROM _foreign WHERE table_number = ?1 "

/* The entry in the query's row. FAIL_CORRUPT as log_read(). */
enum fail entry_read(struct query *query, struct arena *arena,
    struct entry *ret_entry, struct err *err) must_check nonnull(1, 2, 3);

struct row_pair {
	const struct table *table;
	struct id id;
	/* NULL: the log knows no such row; it may know of one that is not
	 * there yet, because the entry that makes it has not come */
	const struct rebuilt *log;
	const struct record *row; /* NULL: there is no such row */
	bool row_is_unreadable;   /* a value of another type, no UTF-8 */
};

typedef enum fail pair_fn(
    void *context, const struct row_pair *pair, struct err *err);

/* Call each for every key of the table, or of the log. */
enum fail compare_table(struct store *store, const struct table *table,
    pair_fn *each, void *context, struct err *err) must_check nonnull(1, 2, 3);

/*
 * What the log says about one row; lists and texts live in the arena.
 * FAIL_MISSING: nothing.
 */
enum fail rebuild_row(struct store *store, const struct table *table,
    const struct id *id, struct arena *arena, struct rebuilt *ret_rebuilt,
    struct err *err) must_check nonnull(1, 2, 3, 4, 5);

/* Has the row an entry of others? */
enum fail has_foreign(struct store *store, const struct record *record,
    bool *ret_has, struct err *err) must_check nonnull(1, 2, 3);

/* Are the row's cells as they must be? */
bool pair_is_equal(const struct row_pair *pair) nonnull(1);

#endif
