#include "store/history.h"

#include <stdlib.h>
#include <string.h>

#include "store/compare.h"
#include "store/inside.h"

enum { OF_ROW, SINCE, BEFORE };

#define OWN "SELECT " LOG_COLUMNS " FROM _op WHERE "

static const struct sql history_sql[] = {
	[OF_ROW] = { ENTRIES_OWN "AND pk = ?2 " ENTRIES_OTHERS "AND pk = ?2",
	    false },
	[SINCE] = { OWN "seq > ?1 ORDER BY seq LIMIT ?2", false },
	[BEFORE] = { OWN "seq < ?1 ORDER BY seq DESC LIMIT ?2", false },
};
const struct sql_set history_set = SQL_SET(history_sql);

struct list {
	struct entry *entries;
	size_t n, room;
};

static const char *
cell_name(const struct table *table, int number, struct arena *arena)
{
	if (table == NULL || (size_t)number > table->n_cells)
		return arena_print(arena, "#%d", number);
	return table->cells[number - 1].name;
}

/* Others count their transactions as we do ours; two numbers must differ. */
static int64_t
transaction_of(const struct entry *entry)
{
	uint64_t mixed = 0;

	if (!entry->is_foreign)
		return entry->op.txn;
	for (size_t i = 0; i < sizeof mixed; i++)
		mixed = mixed << 8 | entry->writer.byte[ID_SIZE - 1 - i];
	mixed ^= (uint64_t)entry->op.txn;
	return -(int64_t)(mixed >> 1) - 1;
}

/* All entries of a query without those two columns are ours. */
static enum fail
read_own(struct query *query, struct arena *arena, struct entry *entry,
    struct err *err)
{
	memset(entry, 0, sizeof *entry);
	return log_read(query, arena, &entry->op, err);
}

/* All rows of an open query; a damaged entry ends it. */
static enum fail
read_list(struct query *query, struct arena *arena,
    enum fail (*read)(
	struct query *, struct arena *, struct entry *, struct err *),
    struct list *list, struct err *err)
{
	bool has_row = false;
	enum fail fail;

	fail = query_step(query, &has_row, err);
	while (!fail && has_row) {
		struct entry entry;

		fail = read(query, arena, &entry, err);
		if (fail)
			break;
		list->entries = arena_grow(
		    arena, list->entries, list->n, &list->room, sizeof entry);
		list->entries[list->n++] = entry;
		fail = query_step(query, &has_row, err);
	}
	return fail;
}

static int
by_version(const void *a, const void *b)
{
	return entry_compare(a, b);
}

/* All about a row, oldest first. */
static enum fail
read_row(struct store *store, int table, const struct id *id,
    struct arena *arena, struct list *list, struct err *err)
{
	scoped_query query = { 0 };
	enum fail fail;

	fail = query_open(&query, store, &history_sql[OF_ROW], err);
	if (fail)
		return fail;
	query_integer(&query, 1, table);
	query_id(&query, 2, id);
	fail = read_list(&query, arena, entry_read, list, err);
	if (!fail && list->n > 1)
		qsort(
		    list->entries, list->n, sizeof *list->entries, by_version);
	return fail;
}

static bool
is_base(const struct op_cell *cell, const struct version *version)
{
	for (size_t i = 0; i < cell->n_bases; i++)
		if (cell->bases[i].hlc == version->hlc &&
		    cell->bases[i].sid == version->sid)
			return true;
	return false;
}

/*
 * What the author saw in the cell: of the versions the entry replaces, the
 * highest is the one that was shown.
 */
static struct value
value_before(const struct list *row, const struct op_cell *cell)
{
	for (size_t i = row->n; i-- > 0;) {
		const struct op *op = &row->entries[i].op;

		if (!is_base(cell, &op->version))
			continue;
		for (size_t j = 0; j < op->n_cells; j++)
			if (op->cells[j].number == cell->number)
				return op->cells[j].value;
		break;
	}
	return (struct value){ 0 };
}

/* What was written only because it goes with another, unless all was: then
 * somebody decided to keep it. */
static void
drop_unchanged(struct history_row *row, struct history_cell *cells)
{
	size_t n = 0;

	for (size_t i = 0; i < row->n_cells && !row->is_new; i++)
		n += !value_equal(&cells[i].before, &cells[i].after);
	if (n == 0)
		return;
	n = 0;
	for (size_t i = 0; i < row->n_cells; i++)
		if (!value_equal(&cells[i].before, &cells[i].after))
			cells[n++] = cells[i];
	row->n_cells = n;
}

static struct history_row
row_of(const struct entry *entry, const struct list *row, struct arena *arena)
{
	const struct op *op = &entry->op;
	struct history_row made = {
		.order = op->version.hlc,
		.seq = op->seq,
		.txn = transaction_of(entry),
		.at_ms = hlc_ms(op->version.hlc),
		.is_foreign = entry->is_foreign,
		.officer = op->officer,
		.station = op->station,
		.table = table_of((enum table_number)op->table_number),
		.id = op->id,
		.is_new = op->kind == OP_INSERT,
		.n_cells = op->n_cells,
	};
	struct history_cell *cells;

	cells = arena_array(arena, op->n_cells, sizeof *cells);
	for (size_t i = 0; i < op->n_cells; i++) {
		const struct op_cell *cell = &op->cells[i];

		cells[i].cell = cell->number - 1;
		cells[i].name = cell_name(made.table, cell->number, arena);
		cells[i].after = cell->value;
		if (!made.is_new)
			cells[i].before = value_before(row, cell);
	}
	made.cells = cells;
	drop_unchanged(&made, cells);
	return made;
}

enum fail
store_history(struct store *store, enum table_number table, const struct id *id,
    struct history *history, struct err *err)
{
	struct arena *arena = history->arena;
	struct history_row *rows;
	struct list list = { 0 };
	enum fail fail;

	fail = read_row(store, (int)table, id, arena, &list, err);
	if (fail)
		return fail;
	rows = arena_array(arena, list.n, sizeof *rows);
	for (size_t i = 0; i < list.n; i++)
		rows[i] = row_of(&list.entries[i], &list, arena);
	history->list = rows;
	history->n = list.n;
	return FAIL_NONE;
}

/* Our own entries, each with what it found. */
static enum fail
finish(struct store *store, struct query *query, struct history *history,
    struct err *err)
{
	struct arena *arena = history->arena;
	struct history_row *rows;
	struct list list = { 0 };
	enum fail fail;

	fail = read_list(query, arena, read_own, &list, err);
	query_done(query);
	rows = arena_array(arena, list.n, sizeof *rows);
	for (size_t i = 0; i < list.n && !fail; i++) {
		const struct op *op = &list.entries[i].op;
		struct list row = { 0 };

		if (op->kind == OP_UPDATE)
			fail = read_row(
			    store, op->table_number, &op->id, arena, &row, err);
		rows[i] = row_of(&list.entries[i], &row, arena);
	}
	if (fail)
		return fail;
	history->list = rows;
	history->n = list.n;
	return FAIL_NONE;
}

enum fail
store_history_since(struct store *store, int64_t seq, size_t limit,
    struct history *history, struct err *err)
{
	scoped_query query = { 0 };
	enum fail fail;

	fail = query_open(&query, store, &history_sql[SINCE], err);
	if (fail)
		return fail;
	query_integer(&query, 1, seq);
	query_integer(&query, 2, (int64_t)limit);
	return finish(store, &query, history, err);
}

enum fail
store_history_before(struct store *store, int64_t seq, size_t limit,
    struct history *history, struct err *err)
{
	scoped_query query = { 0 };
	enum fail fail;

	fail = query_open(&query, store, &history_sql[BEFORE], err);
	if (fail)
		return fail;
	query_integer(&query, 1, seq == 0 ? INT64_MAX : seq);
	query_integer(&query, 2, (int64_t)limit);
	return finish(store, &query, history, err);
}
