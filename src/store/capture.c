/*
 * The functions the triggers of the synced tables call:
 *
 *	loket_insert(table number, key, cells)
 *	loket_update(table number, old key, new key, old cells, new cells)
 *	loket_refuse(what)   deletes, and updates of events
 *	loket_log()          guards _op: only the capture may add to it
 *
 * A tool that does not have them cannot write these tables at all. They are
 * marked innocuous because triggers may call nothing else under
 * trusted_schema=OFF; what they do is write the log.
 */
#include <assert.h>
#include <string.h>

#include "domain/table_group.h"
#include "store/inside.h"
#include "store/log.h"

enum { GET_VER, GET_ROW, PUT_VER, GET_HEADS, DROP_HEADS };

static const struct sql capture_sql[] = {
	[GET_VER] = { "SELECT hlc, sid FROM _ver "
		      "WHERE table_number = ?1 AND pk = ?2 AND cell IN (0, ?3) "
		      "ORDER BY cell DESC LIMIT 1",
	    false },
	/* Cell 0 of the row: the highest version is that of its last entry. */
	[GET_ROW] = { "SELECT hlc, sid FROM _ver "
		      "WHERE table_number = ?1 AND pk = ?2 AND cell >= ?3 "
		      "ORDER BY hlc DESC LIMIT 1",
	    false },
	[PUT_VER] = { "INSERT INTO _ver(table_number, pk, cell, hlc, sid) "
		      "VALUES(?1, ?2, ?3, ?4, ?5) ON CONFLICT DO UPDATE "
		      "SET hlc = excluded.hlc, sid = excluded.sid",
	    false },
	[GET_HEADS] = { "SELECT hlc, sid FROM _head "
			"WHERE table_number = ?1 AND pk = ?2 AND cell = ?3 "
			"ORDER BY hlc, sid LIMIT 64",
	    false },
	[DROP_HEADS] = { "DELETE FROM _head "
			 "WHERE table_number = ?1 AND pk = ?2 AND cell = ?3",
	    false },
};
const struct sql_set capture_set = SQL_SET(capture_sql);

static void
bind_cell(struct query *query, const struct op *op, int number)
{
	query_integer(query, 1, op->table_number);
	query_id(query, 2, &op->id);
	query_integer(query, 3, number);
}

static enum fail
put_version(
    struct store *store, const struct op *op, int number, struct err *err)
{
	scoped_query query = { 0 };
	enum fail fail;

	fail = query_open(&query, store, &capture_sql[PUT_VER], err);
	if (fail)
		return fail;
	bind_cell(&query, op, number);
	query_integer(&query, 4, op->version.hlc);
	query_integer(&query, 5, op->version.sid);
	return query_run(&query, err);
}

/* Versions that a change of one cell replaces. */
struct bases {
	struct version list[OP_BASES_MAX];
	size_t n;
};

static enum fail
read_bases(struct store *store, int which, const struct op *op, int number,
    struct bases *bases, struct err *err)
{
	scoped_query query = { 0 };
	bool has_row = false;
	enum fail fail;

	fail = query_open(&query, store, &capture_sql[which], err);
	if (fail)
		return fail;
	bind_cell(&query, op, number);
	fail = query_step(&query, &has_row, err);
	while (!fail && has_row && bases->n < OP_BASES_MAX) {
		bases->list[bases->n].hlc = column_integer(&query, 0);
		bases->list[bases->n++].sid = column_integer(&query, 1);
		fail = query_step(&query, &has_row, err);
	}
	return fail;
}

static enum fail
drop_heads(
    struct store *store, const struct op *op, int number, struct err *err)
{
	scoped_query query = { 0 };
	enum fail fail;

	fail = query_open(&query, store, &capture_sql[DROP_HEADS], err);
	if (fail)
		return fail;
	bind_cell(&query, op, number);
	return query_run(&query, err);
}

/*
 * What a change of this cell replaces: all its open heads, or the one version
 * it has. The change settles the heads. The same of the row as cell 0.
 */
static enum fail
find_bases(struct store *store, const struct op *op, struct op_cell *cell,
    struct arena *arena, struct err *err)
{
	struct bases bases = { .n = 0 };
	int single = cell->number == 0 ? GET_ROW : GET_VER;
	struct version *kept;
	enum fail fail;

	fail = read_bases(store, GET_HEADS, op, cell->number, &bases, err);
	if (!fail && bases.n > 0)
		fail = drop_heads(store, op, cell->number, err);
	else if (!fail)
		fail = read_bases(store, single, op, cell->number, &bases, err);
	if (fail)
		return fail;
	kept = arena_array(arena, bases.n, sizeof *kept);
	memcpy(kept, bases.list, bases.n * sizeof *kept);
	cell->bases = kept;
	cell->n_bases = bases.n;
	return FAIL_NONE;
}

static bool
is_named(const struct version *version, const struct op *op)
{
	for (size_t i = 1; i < op->n_cells; i++)
		for (size_t j = 0; j < op->cells[i].n_bases; j++)
			if (op->cells[i].bases[j].hlc == version->hlc &&
			    op->cells[i].bases[j].sid == version->sid)
				return true;
	return false;
}

/* cells[0] is the row's, and is left out where the others say as much. */
static void
drop_needless_row(struct op *op)
{
	for (size_t i = 0; i < op->cells[0].n_bases; i++)
		if (!is_named(&op->cells[0].bases[i], op))
			return;
	op->cells++;
	op->n_cells--;
}

static struct value
argument(sqlite3_value *given, struct arena *arena)
{
	struct value value = { 0 };

	switch (sqlite3_value_type(given)) {
	case SQLITE_TEXT:
		value.type = VALUE_TEXT;
		value.text =
		    arena_text(arena, (const char *)sqlite3_value_text(given));
		break;
	case SQLITE_INTEGER:
		value.type = VALUE_INTEGER;
		value.integer = sqlite3_value_int64(given);
		break;
	case SQLITE_BLOB:
		if (sqlite3_value_bytes(given) != ID_SIZE)
			break;
		value.type = VALUE_ID;
		memcpy(value.id.byte, sqlite3_value_blob(given), ID_SIZE);
		break;
	}
	return value;
}

/* Entry and versions of a row just made or changed. */
static enum fail
capture_op(struct store *store, struct op *op, struct err *err)
{
	int64_t highest = 0;
	enum fail fail;

	for (size_t i = 0; i < op->n_cells; i++)
		for (size_t j = 0; j < op->cells[i].n_bases; j++)
			if (op->cells[i].bases[j].hlc > highest)
				highest = op->cells[i].bases[j].hlc;
	fail = log_write(store, op, highest, err);
	if (!fail && op->kind == OP_INSERT)
		return put_version(store, op, 0, err);
	for (size_t i = 0; i < op->n_cells && !fail; i++)
		if (op->cells[i].number != 0)
			fail = put_version(store, op, op->cells[i].number, err);
	return fail;
}

/* SQLite only passes a text on; query_step() finds the rest in inner. */
static void
answer(sqlite3_context *context, struct store *store, enum fail fail,
    const struct err *err)
{
	if (!fail)
		return;
	store->writing.inner = *err;
	sqlite3_result_error(context, err->text, -1);
}

/* May this connection write a synced row now, and is it to be logged? */
static bool
is_logged(sqlite3_context *context, const struct store *store)
{
	if (store->capture != CAPTURE_LOG)
		return false;
	if (store->writing.is_open)
		return true;
	sqlite3_result_error(context, "written outside a transaction", -1);
	return false;
}

static void
loket_insert(sqlite3_context *context, int n, sqlite3_value **given)
{
	struct store *store = sqlite3_user_data(context);
	struct op op = { .kind = OP_INSERT };
	struct op_cell *cells;
	struct err err = { 0 };
	scoped_arena arena = arena_new();

	if (!is_logged(context, store))
		return;
	op.table_number = sqlite3_value_int(given[0]);
	op.id = argument(given[1], arena).id;
	cells = arena_array(arena, (size_t)n, sizeof *cells);
	for (int i = 2; i < n; i++) {
		if (sqlite3_value_type(given[i]) == SQLITE_NULL)
			continue;
		cells[op.n_cells].number = i - 1;
		cells[op.n_cells++].value = argument(given[i], arena);
	}
	op.cells = cells;
	answer(context, store, capture_op(store, &op, &err), &err);
}

/* Is this cell of a conflict that is being decided? Then it is written even
 * when the value that stands is the one that was kept. */
static bool
decides(const struct store *store, const struct op *op, int cell)
{
	const struct decision *decision = store->writing.decision;

	if (decision == NULL || decision->table != op->table_number ||
	    !id_equal(&decision->id, &op->id))
		return false;
	for (size_t i = 0; i < decision->n_cells; i++)
		if (decision->cells[i] == cell)
			return true;
	return false;
}

/* Which cells are written: those that differ, with all of their groups. */
static void
choose_cells(const struct store *store, sqlite3_value **given, int n_cells,
    const struct op *op, struct arena *arena, bool *is_written)
{
	const struct table *table =
	    table_of((enum table_number)op->table_number);
	bool is_group_written[TABLE_CELLS_MAX + 1] = { false };

	for (int i = 0; i < n_cells; i++) {
		struct value old = argument(given[3 + i], arena);
		struct value new = argument(given[3 + n_cells + i], arena);

		is_written[i] =
		    !value_equal(&old, &new) || decides(store, op, i);
		if (table != NULL && is_written[i])
			is_group_written[table_group(table, i)] = true;
	}
	is_group_written[0] = false;
	for (int i = 0; i < n_cells && table != NULL; i++)
		is_written[i] |= is_group_written[table_group(table, i)];
}

/* These cells, each with what it replaces; cells[0] is the row. */
static enum fail
compare_cells(struct store *store, sqlite3_value **given, int n_cells,
    struct op *op, struct arena *arena, struct err *err)
{
	bool is_written[TABLE_CELLS_MAX] = { false };
	struct op_cell *cells;
	enum fail fail = FAIL_NONE;

	assert(n_cells <= TABLE_CELLS_MAX);
	choose_cells(store, given, n_cells, op, arena, is_written);
	cells = arena_array(arena, (size_t)n_cells + 1, sizeof *cells);
	op->cells = cells;
	op->n_cells = 1;
	for (int i = 0; i < n_cells && !fail; i++) {
		struct op_cell *cell = &cells[op->n_cells];

		if (!is_written[i])
			continue;
		cell->number = i + 1;
		cell->value = argument(given[3 + n_cells + i], arena);
		fail = find_bases(store, op, cell, arena, err);
		op->n_cells++;
	}
	if (op->n_cells == 1)
		op->n_cells = 0;
	if (fail || op->n_cells == 0)
		return fail;
	fail = find_bases(store, op, &cells[0], arena, err);
	drop_needless_row(op);
	return fail;
}

static void
loket_update(sqlite3_context *context, int n, sqlite3_value **given)
{
	struct store *store = sqlite3_user_data(context);
	struct op op = { .kind = OP_UPDATE };
	struct err err = { 0 };
	enum fail fail;
	scoped_arena arena = arena_new();
	struct id new_id = argument(given[2], arena).id;

	op.table_number = sqlite3_value_int(given[0]);
	op.id = argument(given[1], arena).id;
	if (!id_equal(&op.id, &new_id)) {
		sqlite3_result_error(context, "a key is never changed", -1);
		return;
	}
	if (!is_logged(context, store))
		return;
	fail = compare_cells(store, given, (n - 3) / 2, &op, arena, &err);
	if (!fail && op.n_cells > 0)
		fail = capture_op(store, &op, &err);
	answer(context, store, fail, &err);
}

static void
loket_refuse(sqlite3_context *context, int n, sqlite3_value **given)
{
	const struct store *store = sqlite3_user_data(context);

	(void)n;
	(void)given;
	if (store->capture != CAPTURE_REPAIR)
		sqlite3_result_error(context,
		    "rows are never deleted, and "
		    "events never changed",
		    -1);
}

static void
loket_log(sqlite3_context *context, int n, sqlite3_value **given)
{
	const struct store *store = sqlite3_user_data(context);

	(void)n;
	(void)given;
	if (!store->writing.may_log)
		sqlite3_result_error(
		    context, "only the capture writes the log", -1);
}

enum fail
capture_register(struct store *store, struct err *err)
{
	static const struct {
		const char *name;
		int n;
		void (*function)(sqlite3_context *, int, sqlite3_value **);
	} functions[] = {
		{ "loket_insert", -1, loket_insert },
		{ "loket_update", -1, loket_update },
		{ "loket_refuse", 1, loket_refuse },
		{ "loket_log", 0, loket_log },
	};
	int rc;

	for (size_t i = 0; i < array_length(functions); i++) {
		rc = sqlite3_create_function_v2(store->db, functions[i].name,
		    functions[i].n, SQLITE_UTF8 | SQLITE_INNOCUOUS, store,
		    functions[i].function, NULL, NULL, NULL);
		if (rc != SQLITE_OK)
			return sqlite_fail(store->db, rc, err);
	}
	return FAIL_NONE;
}
