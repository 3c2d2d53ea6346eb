#include "store/compare.h"

#include <string.h>

#include "store/inside.h"
#include "store/log.h"
#include "store/rows_sql.h"

enum { OF_TABLE, OF_ROW };

static const struct sql compare_sql[] = {
	[OF_TABLE] = { "SELECT " LOG_COLUMNS " FROM _op "
		       "WHERE table_number = ?1 ORDER BY pk, seq",
	    false },
	[OF_ROW] = { "SELECT " LOG_COLUMNS " FROM _op "
		     "WHERE table_number = ?1 AND pk = ?2 ORDER BY seq",
	    false },
};
const struct sql_set compare_set = SQL_SET(compare_sql);

enum { PK_COLUMN = 5 };

static void
apply(struct rebuilt *rebuilt, const struct op *op, bool is_first)
{
	const struct table *table = rebuilt->record.table;

	if (is_first != (op->kind == OP_INSERT))
		rebuilt->is_damaged = true;
	if (op->kind == OP_INSERT)
		rebuilt->version[0] = op->version;
	for (size_t i = 0; i < op->n_cells; i++) {
		int number = op->cells[i].number;

		/* A newer program's cell: not ours to judge. */
		if ((size_t)number > table->n_cells)
			continue;
		rebuilt->record.cell[number - 1] = op->cells[i].value;
		if (op->kind == OP_UPDATE)
			rebuilt->version[number] = op->version;
	}
}

/* All entries of the row the query stands on; leaves it on the next row. */
static enum fail
take_row(struct query *query, const struct table *table, struct arena *arena,
    struct rebuilt *rebuilt, bool *has_row, struct err *err)
{
	struct id id = column_id(query, PK_COLUMN);
	bool is_first = true;
	enum fail fail = FAIL_NONE;

	memset(rebuilt, 0, sizeof *rebuilt);
	rebuilt->record = record_of(table->number, id);
	while (!fail && *has_row) {
		struct id next = column_id(query, PK_COLUMN);
		struct op op;

		if (!id_equal(&id, &next))
			break;
		if (log_read(query, arena, &op, NULL))
			rebuilt->is_damaged = true;
		else
			apply(rebuilt, &op, is_first);
		query->is_damaged = false;
		is_first = false;
		fail = query_step(query, has_row, err);
	}
	return fail;
}

enum fail
rebuild_row(struct store *store, const struct table *table, const struct id *id,
    struct arena *arena, struct rebuilt *ret_rebuilt, struct err *err)
{
	scoped_query query = { 0 };
	bool has_row = false;
	enum fail fail;

	fail = query_open(&query, store, &compare_sql[OF_ROW], err);
	if (fail)
		return fail;
	query_integer(&query, 1, table->number);
	query_id(&query, 2, id);
	fail = query_step(&query, &has_row, err);
	if (fail)
		return fail;
	if (!has_row)
		return fail_say(
		    err, FAIL_MISSING, "store.no-row", table->name, NULL);
	return take_row(&query, table, arena, ret_rebuilt, &has_row, err);
}

/* Both sides of a comparison on their way. */
struct side {
	struct query query;
	bool has_row;
	struct arena *arena; /* the pair's own values */
};

static void
side_done(struct side *side)
{
	query_done(&side->query);
	arena_free(side->arena);
}

#define scoped_side scoped(side_done) struct side

static enum fail
open_sides(struct store *store, const struct table *table, struct side *log,
    struct side *rows, struct err *err)
{
	enum fail fail;

	fail = query_open(&log->query, store, &compare_sql[OF_TABLE], err);
	if (fail)
		return fail;
	query_integer(&log->query, 1, table->number);
	fail = query_step(&log->query, &log->has_row, err);
	if (!fail)
		fail = query_open(
		    &rows->query, store, &rows_sql(store, table)->all, err);
	if (!fail)
		fail = query_step(&rows->query, &rows->has_row, err);
	return fail;
}

/* Which side has the lower key: <0 the log, >0 the rows, 0 both. */
static int
which_side(struct side *log, struct side *rows)
{
	struct id left, right;

	if (!log->has_row)
		return 1;
	if (!rows->has_row)
		return -1;
	left = column_id(&log->query, PK_COLUMN);
	right = column_id(&rows->query, 0);
	return memcmp(left.byte, right.byte, ID_SIZE);
}

static enum fail
take_pair(const struct table *table, struct side *log, struct side *rows,
    pair_fn *each, void *context, struct err *err)
{
	int side = which_side(log, rows);
	struct row_pair pair = { .table = table };
	struct rebuilt rebuilt;
	struct record record;
	enum fail fail = FAIL_NONE;

	arena_reset(log->arena);
	if (side >= 0) {
		rows->query.is_damaged = false;
		record = row_read(&rows->query, table, log->arena);
		pair.row_is_unreadable = rows->query.is_damaged;
		rows->query.is_damaged = false;
		pair.row = &record;
		pair.id = record.id;
		fail = query_step(&rows->query, &rows->has_row, err);
	}
	if (!fail && side <= 0) {
		fail = take_row(&log->query, table, log->arena, &rebuilt,
		    &log->has_row, err);
		pair.log = &rebuilt;
		pair.id = rebuilt.record.id;
	}
	return fail ? fail : each(context, &pair, err);
}

enum fail
compare_table(struct store *store, const struct table *table, pair_fn *each,
    void *context, struct err *err)
{
	scoped_side log = { .arena = arena_new() };
	scoped_side rows = { 0 };
	enum fail fail;

	fail = open_sides(store, table, &log, &rows, err);
	while (!fail && (log.has_row || rows.has_row))
		fail = take_pair(table, &log, &rows, each, context, err);
	return fail;
}

bool
pair_is_equal(const struct row_pair *pair)
{
	if (pair->log == NULL || pair->row == NULL || pair->row_is_unreadable)
		return false;
	for (size_t i = 0; i < pair->table->n_cells; i++)
		if (!value_equal(
			&pair->row->cell[i], &pair->log->record.cell[i]))
			return false;
	return true;
}
