#ifndef STORE_ROWS_H
#define STORE_ROWS_H

#include <stddef.h>

#include "base/arena.h"
#include "base/err.h"
#include "domain/record.h"
#include "store/store.h"

/*
 * Rows of the synced tables, as records. Nothing is ever deleted. What is
 * looked up by a cell needs an index: src/store/schema.c lists them.
 */
enum {
	STORE_TEXT_MAX = 64 * 1024, /* bytes of one cell */
	STORE_ROWS_MAX = 10000,     /* rows of one answer */
};

/* An answer of several rows: the caller sets the arena, the rest is set. */
struct records {
	struct arena *arena;
	struct record *list;
	size_t n;
};

/* The same of keys. limit: how many are wanted, where that is asked. */
struct ids {
	struct arena *arena;
	size_t limit;
	struct id *list;
	size_t n;
};

/* FAIL_MISSING when there is no such row. */
enum fail store_get(struct store *store, enum table_number table,
    const struct id *id, struct arena *arena, struct record *ret_record,
    struct err *err) must_check nonnull(1, 3, 4, 5);

/*
 * Write a row, inside a transaction: a new one when its key is unknown, else
 * the cells that differ. The record stands for the whole row: a cell without
 * a value empties it. So read the row inside the transaction, set what
 * changes, put it; a record read before may undo another's change.
 *
 * FAIL_INVALID: text that is no UTF-8 (store.not-utf8: cell) or longer than
 * STORE_TEXT_MAX (store.too-long: cell). FAIL_CONFLICT: an event that exists
 * with other values (store.event-fixed), or a row it names does not exist
 * (store.no-parent). FAIL_DENIED (store.admins-only): an officer or a closure,
 * at a counter that may not write those.
 */
enum fail store_put(struct store *store, const struct record *record,
    struct err *err) must_check nonnull(1, 2);

/* The rows whose key cell (EVENT_PARENT ...) is id, by rising key. */
enum fail store_children(struct store *store, enum table_number table, int cell,
    const struct id *id, struct records *records, struct err *err)
    must_check nonnull(1, 4, 5);

/* The rows whose text cell (PERSON_NIK ...) is exactly text, by rising key. */
enum fail store_find_text(struct store *store, enum table_number table,
    int cell, const char *text, struct records *records, struct err *err)
    must_check nonnull(1, 4, 5);

/*
 * Every row of a small table (officers, closures), by rising key.
 * FAIL_MEMORY: there are more than STORE_ROWS_MAX.
 */
enum fail store_all(struct store *store, enum table_number table,
    struct records *records, struct err *err) must_check nonnull(1, 3);

/*
 * Every row of any table, one at a time, for exports and reports: calls
 * each(context, record) with the arena emptied before every row, until it
 * returns other than FAIL_NONE. No writes while it runs.
 */
typedef enum fail store_each_fn(
    void *context, const struct record *record, struct err *err);
enum fail store_each(struct store *store, enum table_number table,
    struct arena *arena, store_each_fn *each, void *context, struct err *err)
    must_check nonnull(1, 3, 4);

#endif
