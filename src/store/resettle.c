#include "store/resettle.h"

#include <assert.h>
#include <string.h>

#include "store/compare.h"
#include "store/rows.h"
#include "store/rows_sql.h"
#include "store/versions.h"

enum { OPEN_CELLS };

static const struct sql resettle_sql[] = {
	/* Cells with heads of different values. */
	[OPEN_CELLS] = { "SELECT count(*) FROM (SELECT cell FROM _head "
			 "WHERE table_number = ?1 AND pk = ?2 "
			 "GROUP BY cell HAVING count(DISTINCT value) > 1)",
	    false },
};
const struct sql_set resettle_set = SQL_SET(resettle_sql);

static enum fail
count_open(struct store *store, const struct table *table, const struct id *id,
    int64_t *ret_n, struct err *err)
{
	scoped_query query = { 0 };
	bool has_row = false;
	enum fail fail;

	fail = query_open(&query, store, &resettle_sql[OPEN_CELLS], err);
	if (fail)
		return fail;
	query_integer(&query, 1, table->number);
	query_id(&query, 2, id);
	fail = query_step(&query, &has_row, err);
	if (!fail)
		*ret_n = column_integer(&query, 0);
	return fail;
}

static bool
is_same_row(const struct record *a, const struct record *b)
{
	for (size_t i = 0; i < a->table->n_cells; i++)
		if (!value_equal(&a->cell[i], &b->cell[i]))
			return false;
	return true;
}

static enum fail
remove_row(struct store *store, const struct record *record, struct err *err)
{
	scoped_query query = { 0 };
	enum fail fail;

	fail = query_open(
	    &query, store, &rows_sql(store, record->table)->remove, err);
	if (fail)
		return fail;
	query_id(&query, 1, &record->id);
	return query_run(&query, err);
}

/* The row in its table, and what derives from it. */
static enum fail
write_row(struct store *store, const struct rebuilt *rebuilt, bool *ret_written,
    struct err *err)
{
	const struct record *record = &rebuilt->record;
	const struct table_sql *sql = rows_sql(store, record->table);
	scoped_arena arena = arena_new();
	struct record old = { 0 };
	enum fail found, fail;

	found = store_get(
	    store, record->table->number, &record->id, arena, &old, err);
	if (found && found != FAIL_MISSING)
		return found;
	if (found ? !rebuilt->is_there :
		    rebuilt->is_there && is_same_row(record, &old))
		return FAIL_NONE;
	*ret_written = true;
	if (!rebuilt->is_there)
		return remove_row(store, record, err);
	fail =
	    row_write(store, found ? &sql->insert : &sql->update, record, err);
	return fail ? fail : derived_keep(store, record, err);
}

enum fail
row_resettle(struct store *store, const struct table *table,
    const struct id *id, struct resettled *ret_resettled, struct err *err)
{
	scoped_arena arena = arena_new();
	struct resettled resettled = { 0 };
	struct rebuilt rebuilt;
	int64_t before = 0, after = 0;
	enum fail fail;

	fail = rebuild_row(store, table, id, arena, &rebuilt, err);
	if (!fail && rebuilt.is_damaged)
		fail = fail_say(err, FAIL_CORRUPT, "store.restore", NULL);
	if (!fail && rebuilt.n_heads > 0)
		fail = count_open(store, table, id, &before, err);
	if (!fail)
		fail = write_row(store, &rebuilt, &resettled.was_written, err);
	if (!fail)
		fail = versions_put(store, &rebuilt, err);
	if (!fail && rebuilt.n_heads > 0)
		fail = count_open(store, table, id, &after, err);
	if (fail)
		return fail;
	resettled.conflicts = after > before ? (size_t)(after - before) : 0;
	*ret_resettled = resettled;
	return FAIL_NONE;
}

enum fail
row_meet(struct store *store, const struct record *record, struct err *err)
{
	struct resettled resettled;
	bool has = false;
	enum fail fail;

	fail = has_foreign(store, record, &has, err);
	if (fail || !has)
		return fail;
	store->capture = CAPTURE_REPAIR;
	fail = row_resettle(store, record->table, &record->id, &resettled, err);
	store->capture = CAPTURE_LOG;
	return fail;
}

enum fail
settling_begin(struct settling *settling, struct store *store, struct err *err)
{
	enum fail fail;

	assert(!store->writing.is_open);
	settling->store = store;
	fail = sqlite_do(store->db, "PRAGMA foreign_keys = OFF", err);
	if (!fail)
		fail =
		    transaction_begin(&settling->transaction, store, "", err);
	if (!fail)
		store->capture = CAPTURE_REPAIR;
	return fail;
}

/* Back to the capture and to foreign keys; without them nothing is written. */
static void
give_back(struct settling *settling)
{
	struct store *store = settling->store;
	struct err err = { 0 };

	transaction_done(&settling->transaction);
	settling->store = NULL;
	store->capture = CAPTURE_LOG;
	if (!sqlite_do(store->db, "PRAGMA foreign_keys = ON", &err))
		return;
	store->refusal_fail = err.fail;
	store->refusal = err.fact;
}

enum fail
settling_commit(struct settling *settling, struct err *err)
{
	enum fail fail = transaction_commit(&settling->transaction, err);

	give_back(settling);
	return fail;
}

void
settling_done(struct settling *settling)
{
	if (settling->store != NULL)
		give_back(settling);
}

enum fail
settle_row(struct settling *settling, const struct table *table,
    const struct id *id, struct err *err)
{
	struct resettled resettled = { 0 };
	enum fail fail;

	fail = row_resettle(settling->store, table, id, &resettled, err);
	if (fail)
		return fail;
	settling->rows++;
	settling->conflicts += resettled.conflicts;
	if (resettled.was_written)
		settling->tables |= UINT64_C(1) << table->number;
	return FAIL_NONE;
}

/* The keys of a table's rows, or of those its log knows. */
struct keys {
	struct arena *arena;
	struct id *list;
	size_t n, room;
};

static enum fail
note_key(void *context, const struct row_pair *pair, struct err *err)
{
	struct keys *keys = context;

	(void)err;
	if (pair->log == NULL)
		return FAIL_NONE;
	keys->list = arena_grow(
	    keys->arena, keys->list, keys->n, &keys->room, sizeof pair->id);
	keys->list[keys->n++] = pair->id;
	return FAIL_NONE;
}

enum fail
settle_table(
    struct settling *settling, const struct table *table, struct err *err)
{
	scoped_arena arena = arena_new();
	struct keys keys = { .arena = arena };
	enum fail fail;

	fail = compare_table(settling->store, table, note_key, &keys, err);
	for (size_t i = 0; i < keys.n && !fail; i++)
		fail = settle_row(settling, table, &keys.list[i], err);
	return fail;
}
