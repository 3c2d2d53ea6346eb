#include "store/rows.h"

#include <assert.h>
#include <string.h>

#include "base/text.h"
#include "store/alike_keep.h"
#include "store/complaint_line.h"
#include "store/references.h"
#include "store/resettle.h"
#include "store/rows_sql.h"

enum fail
store_get(struct store *store, enum table_number table, const struct id *id,
    struct arena *arena, struct record *ret_record, struct err *err)
{
	const struct table *of = table_of(table);
	scoped_query query = { 0 };
	bool has_row = false;
	struct record record;
	enum fail fail;

	assert(of != NULL);
	fail = query_open(&query, store, &rows_sql(store, of)->get, err);
	if (fail)
		return fail;
	query_id(&query, 1, id);
	fail = query_step(&query, &has_row, err);
	if (fail)
		return fail;
	if (!has_row)
		return fail_say(
		    err, FAIL_MISSING, "store.no-row", of->name, NULL);
	record = row_read(&query, of, arena);
	fail = query_end(&query, err);
	if (!fail)
		*ret_record = record;
	return fail;
}

/* The rest of a query's rows, as records. */
static enum fail
read_rows(struct query *query, const struct table *table,
    struct records *records, struct err *err)
{
	struct record *list = NULL;
	size_t n = 0, room = 0;
	bool has_row = false;
	enum fail fail;

	fail = query_step(query, &has_row, err);
	while (!fail && has_row) {
		if (n == STORE_ROWS_MAX)
			return fail_say(err, FAIL_MEMORY, "store.too-many",
			    table->name, NULL);
		list = arena_grow(records->arena, list, n, &room, sizeof *list);
		list[n++] = row_read(query, table, records->arena);
		fail = query_step(query, &has_row, err);
	}
	if (fail)
		return fail;
	records->list = list;
	records->n = n;
	return FAIL_NONE;
}

enum fail
store_children(struct store *store, enum table_number table, int cell,
    const struct id *id, struct records *records, struct err *err)
{
	const struct table *of = table_of(table);
	scoped_query query = { 0 };
	enum fail fail;

	assert(of != NULL && of->cells[cell].type == CELL_ID);
	fail = query_open(&query, store, rows_find(store, of, cell), err);
	if (fail)
		return fail;
	query_id(&query, 1, id);
	query_integer(&query, 2, STORE_ROWS_MAX + 1);
	return read_rows(&query, of, records, err);
}

enum fail
store_find_text(struct store *store, enum table_number table, int cell,
    const char *text, struct records *records, struct err *err)
{
	const struct table *of = table_of(table);
	scoped_query query = { 0 };
	enum fail fail;

	assert(of != NULL && of->cells[cell].type == CELL_TEXT);
	fail = query_open(&query, store, rows_find(store, of, cell), err);
	if (fail)
		return fail;
	query_text(&query, 1, text);
	query_integer(&query, 2, STORE_ROWS_MAX + 1);
	return read_rows(&query, of, records, err);
}

enum fail
store_all(struct store *store, enum table_number table, struct records *records,
    struct err *err)
{
	const struct table *of = table_of(table);
	scoped_query query = { 0 };
	enum fail fail;

	assert(of != NULL);
	fail = query_open(&query, store, &rows_sql(store, of)->all, err);
	if (fail)
		return fail;
	return read_rows(&query, of, records, err);
}

enum fail
store_each(struct store *store, enum table_number table, struct arena *arena,
    store_each_fn *each, void *context, struct err *err)
{
	const struct table *of = table_of(table);
	scoped_query query = { 0 };
	bool has_row = false;
	enum fail fail;

	assert(of != NULL);
	fail = query_open(&query, store, &rows_sql(store, of)->all, err);
	if (!fail)
		fail = query_step(&query, &has_row, err);
	while (!fail && has_row) {
		struct record record;

		arena_reset(arena);
		record = row_read(&query, of, arena);
		fail = query_end(&query, err);
		if (!fail)
			fail = each(context, &record, err);
		if (!fail)
			fail = query_step(&query, &has_row, err);
	}
	return fail;
}

/* What may be stored: the last door before the disk. */
static enum fail
check_cells(const struct record *record, struct err *err)
{
	for (size_t i = 0; i < record->table->n_cells; i++) {
		const struct value *value = &record->cell[i];
		const char *name = record->table->cells[i].name;
		size_t size;

		if (value->type != VALUE_TEXT)
			continue;
		size = strlen(value->text);
		if (size > STORE_TEXT_MAX)
			return fail_say(
			    err, FAIL_INVALID, "store.too-long", name, NULL);
		if (!text_is_valid(value->text, size))
			return fail_say(
			    err, FAIL_INVALID, "store.not-utf8", name, NULL);
	}
	return FAIL_NONE;
}

static bool
is_equal(const struct record *a, const struct record *b)
{
	for (size_t i = 0; i < a->table->n_cells; i++)
		if (!value_equal(&a->cell[i], &b->cell[i]))
			return false;
	return true;
}

enum fail
row_write(struct store *store, const struct sql *sql,
    const struct record *record, struct err *err)
{
	scoped_query query = { 0 };
	enum fail fail;

	fail = query_open(&query, store, sql, err);
	if (fail)
		return fail;
	row_bind(&query, record);
	return query_run(&query, err);
}

enum fail
derived_keep(struct store *store, const struct record *record, struct err *err)
{
	enum fail fail;

	fail = search_keep(store, record, err);
	if (!fail)
		fail = alike_keep(store, record, err);
	if (!fail)
		fail = state_follow(store, record, err);
	return fail ? fail : line_follow(store, record, err);
}

enum fail
store_put(struct store *store, const struct record *record, struct err *err)
{
	const struct table_sql *sql = rows_sql(store, record->table);
	scoped_arena arena = arena_new();
	struct record old = { 0 };
	bool is_new = false;
	enum fail fail;

	assert(store->writing.is_open);
	assert(!id_is_zero(&record->id));
	fail = check_cells(record, err);
	if (!fail)
		fail = references_check(store, record->table, err);
	if (fail)
		return fail;
	fail = store_get(
	    store, record->table->number, &record->id, arena, &old, err);
	if (fail && fail != FAIL_MISSING)
		return fail;
	if (fail == FAIL_MISSING) {
		is_new = true;
		fail = row_write(store, &sql->insert, record, err);
	} else {
		if (is_equal(record, &old))
			return FAIL_NONE;
		if (record->table->kind == TABLE_IS_EVENT)
			return fail_say(err, FAIL_CONFLICT, "store.event-fixed",
			    record->table->name, NULL);
		fail = row_write(store, &sql->update, record, err);
	}
	if (!fail)
		fail = derived_keep(store, record, err);
	return fail || !is_new ? fail : row_meet(store, record, err);
}
