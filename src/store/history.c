#include "store/history.h"

#include <string.h>

#include "store/inside.h"
#include "store/log.h"

enum { OF_ROW, SINCE, BEFORE, EARLIER };

#define ENTRIES "SELECT " LOG_COLUMNS " FROM _op WHERE "

static const struct sql history_sql[] = {
	[OF_ROW] = { ENTRIES "table_number = ?1 AND pk = ?2 ORDER BY seq",
	    false },
	[SINCE] = { ENTRIES "seq > ?1 ORDER BY seq LIMIT ?2", false },
	[BEFORE] = { ENTRIES "seq < ?1 ORDER BY seq DESC LIMIT ?2", false },
	[EARLIER] = { ENTRIES "table_number = ?1 AND pk = ?2 AND seq < ?3 "
			      "ORDER BY seq DESC",
	    false },
};
const struct sql_set history_set = SQL_SET(history_sql);

struct list {
	struct history_row *rows;
	size_t n, room;
};

static const char *
cell_name(const struct table *table, int number, struct arena *arena)
{
	if (table == NULL || (size_t)number > table->n_cells)
		return arena_print(arena, "#%d", number);
	return table->cells[number - 1].name;
}

static struct history_row
row_of(const struct op *op, struct arena *arena)
{
	struct history_row row = {
		.seq = op->seq,
		.txn = op->txn,
		.at_ms = hlc_ms(op->version.hlc),
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
		cells[i].cell = op->cells[i].number - 1;
		cells[i].name =
		    cell_name(row.table, op->cells[i].number, arena);
		cells[i].after = op->cells[i].value;
	}
	row.cells = cells;
	return row;
}

/* All rows of an open query; a damaged entry ends it. */
static enum fail
read_list(struct query *query, struct arena *arena, struct list *list,
    struct err *err)
{
	struct op op;
	bool has_row = false;
	enum fail fail;

	fail = query_step(query, &has_row, err);
	while (!fail && has_row) {
		fail = log_read(query, arena, &op, err);
		if (fail)
			break;
		list->rows = arena_grow(arena, list->rows, list->n, &list->room,
		    sizeof *list->rows);
		list->rows[list->n++] = row_of(&op, arena);
		fail = query_step(query, &has_row, err);
	}
	return fail;
}

/* Which of the row's cells an earlier entry had set, and to what. */
static size_t
take_before(struct history_cell *cells, bool *is_known, size_t n,
    const struct op *earlier)
{
	size_t taken = 0;

	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j < earlier->n_cells; j++)
			if (!is_known[i] &&
			    earlier->cells[j].number == cells[i].cell + 1) {
				cells[i].before = earlier->cells[j].value;
				is_known[i] = true;
				taken++;
			}
	return taken;
}

/* What the cells held: in the nearest earlier entries of the same row. */
static enum fail
fill_before(struct store *store, struct history_row *row, struct arena *arena,
    struct err *err)
{
	struct history_cell *cells;
	bool *is_known = arena_array(arena, row->n_cells, sizeof *is_known);
	size_t left = row->n_cells;
	scoped_query query = { 0 };
	bool has_row = false;
	struct op earlier;
	enum fail fail;

	if (row->is_new)
		return FAIL_NONE;
	cells = arena_array(arena, row->n_cells, sizeof *cells);
	memcpy(cells, row->cells, row->n_cells * sizeof *cells);
	fail = query_open(&query, store, &history_sql[EARLIER], err);
	if (fail)
		return fail;
	query_integer(
	    &query, 1, row->table == NULL ? 0 : (int64_t)row->table->number);
	query_id(&query, 2, &row->id);
	query_integer(&query, 3, row->seq);
	fail = query_step(&query, &has_row, err);
	while (!fail && has_row && left > 0) {
		fail = log_read(&query, arena, &earlier, err);
		if (fail)
			break;
		left -= take_before(cells, is_known, row->n_cells, &earlier);
		if (earlier.kind == OP_INSERT)
			break;
		fail = query_step(&query, &has_row, err);
	}
	row->cells = cells;
	return fail;
}

static enum fail
finish(struct store *store, struct query *query, struct history *history,
    struct err *err)
{
	struct list list = { 0 };
	enum fail fail;

	fail = read_list(query, history->arena, &list, err);
	query_done(query);
	for (size_t i = 0; i < list.n && !fail; i++)
		fail = fill_before(store, &list.rows[i], history->arena, err);
	if (fail)
		return fail;
	history->list = list.rows;
	history->n = list.n;
	return FAIL_NONE;
}

enum fail
store_history(struct store *store, enum table_number table, const struct id *id,
    struct history *history, struct err *err)
{
	scoped_query query = { 0 };
	enum fail fail;

	fail = query_open(&query, store, &history_sql[OF_ROW], err);
	if (fail)
		return fail;
	query_integer(&query, 1, table);
	query_id(&query, 2, id);
	return finish(store, &query, history, err);
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
