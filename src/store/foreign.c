#include "store/foreign.h"

#include <stdlib.h>
#include <string.h>

#include "store/log.h"

enum { FIND_SID, ADD_SID, RAISE_SID, IS_KNOWN, ADD, PARK };

static const struct sql foreign_sql[] = {
	[FIND_SID] = { "SELECT idx FROM _sid WHERE sid = ?1", false },
	[ADD_SID] = { "INSERT INTO _sid(sid, writer, started_ms, hlc) "
		      "VALUES(?1, ?2, 0, 0)",
	    false },
	[RAISE_SID] = { "UPDATE _sid SET hlc = max(hlc, ?2) WHERE idx = ?1",
	    false },
	/* Ours come back when they were sealed in a life that is over. */
	[IS_KNOWN] = { "SELECT 1 FROM _foreign WHERE sid = ?1 AND hlc = ?2 "
		"UNION ALL SELECT 1 FROM _op WHERE table_number = ?3 "
		       "AND pk = ?4 AND hlc = ?2 AND sid = ?1 LIMIT 1",
	    false },
	[ADD] = { "INSERT INTO _foreign(" LOG_COLUMNS ", writer) "
		  "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
	    false },
	[PARK] = { "INSERT INTO _park(number, table_number, pk, cell) "
		   "VALUES(?1, ?2, ?3, ?4)",
	    false },
};
const struct sql_set foreign_set = SQL_SET(foreign_sql);

static enum fail
know_sid(struct foreign *foreign, const uint8_t sid[SID_SIZE], int64_t *ret_idx,
    struct err *err)
{
	scoped_query find = { 0 }, add = { 0 };
	struct store *store = foreign->store;
	bool has_row = false;
	enum fail fail;

	fail = query_open(&find, store, &foreign_sql[FIND_SID], err);
	if (fail)
		return fail;
	query_bytes(&find, 1, sid, SID_SIZE);
	fail = query_step(&find, &has_row, err);
	if (!fail && has_row)
		*ret_idx = column_integer(&find, 0);
	if (fail || has_row)
		return fail;
	fail = query_open(&add, store, &foreign_sql[ADD_SID], err);
	if (fail)
		return fail;
	query_bytes(&add, 1, sid, SID_SIZE);
	query_id(&add, 2, &foreign->writer);
	fail = query_run(&add, err);
	if (!fail)
		*ret_idx = sqlite3_last_insert_rowid(store->db);
	return fail;
}

enum fail
foreign_begin(struct foreign *foreign, struct err *err)
{
	const struct parcel_content *content = foreign->content;
	enum fail fail = FAIL_NONE;

	foreign->idx =
	    arena_array(foreign->arena, content->n_sids, sizeof *foreign->idx);
	foreign->highest = arena_array(
	    foreign->arena, content->n_sids, sizeof *foreign->highest);
	foreign->keys =
	    arena_array(foreign->arena, content->n, sizeof *foreign->keys);
	for (size_t i = 0; i < content->n_sids && !fail; i++)
		fail =
		    know_sid(foreign, content->sids[i], &foreign->idx[i], err);
	return fail;
}

/* The entry with sids of this file. */
static struct op
localised(
    const struct foreign *foreign, const struct op *op, struct arena *arena)
{
	struct op_cell *cells = arena_array(arena, op->n_cells, sizeof *cells);
	struct op local = *op;

	local.version.sid = foreign->idx[op->version.sid];
	for (size_t i = 0; i < op->n_cells; i++) {
		struct version *bases =
		    arena_array(arena, op->cells[i].n_bases, sizeof *bases);

		cells[i] = op->cells[i];
		for (size_t j = 0; j < cells[i].n_bases; j++) {
			bases[j] = cells[i].bases[j];
			bases[j].sid = foreign->idx[bases[j].sid];
		}
		cells[i].bases = bases;
	}
	local.cells = cells;
	return local;
}

static enum fail
is_known(struct foreign *foreign, const struct op *op, bool *ret_is_known,
    struct err *err)
{
	scoped_query query = { 0 };
	enum fail fail;

	fail = query_open(&query, foreign->store, &foreign_sql[IS_KNOWN], err);
	if (fail)
		return fail;
	query_integer(&query, 1, op->version.sid);
	query_integer(&query, 2, op->version.hlc);
	query_integer(&query, 3, op->table_number);
	query_id(&query, 4, &op->id);
	return query_step(&query, ret_is_known, err);
}

static enum fail
write(struct foreign *foreign, const struct op *op, struct err *err)
{
	struct store *store = foreign->store;
	scoped_query query = { 0 };
	scoped_buf body = { 0 };
	uint8_t sum[OP_SUM_SIZE];
	enum fail fail;

	buf_init(&body, OP_BODY_MAX);
	op_encode(op->cells, op->n_cells, &body);
	if (body.is_over)
		return fail_say(err, FAIL_CORRUPT, "store.parcel-wrong", NULL);
	op_sum(op, body.text, body.size, sum);
	fail = query_open(&query, store, &foreign_sql[ADD], err);
	if (fail)
		return fail;
	log_bind(&query, op, &body, sum);
	query_id(&query, 12, &foreign->writer);
	store->writing.may_log = true;
	fail = query_run(&query, err);
	store->writing.may_log = false;
	return fail;
}

/* The lowest cell that this program lacks, 0 for the table; -1: none. */
static int
unknown_cell(const struct op *op)
{
	const struct table *table =
	    table_of((enum table_number)op->table_number);

	if (table == NULL)
		return 0;
	for (size_t i = 0; i < op->n_cells; i++)
		if ((size_t)op->cells[i].number > table->n_cells)
			return op->cells[i].number;
	return -1;
}

static enum fail
park(struct foreign *foreign, const struct op *op, struct err *err)
{
	struct store *store = foreign->store;
	int64_t number = sqlite3_last_insert_rowid(store->db);
	int cell = unknown_cell(op);
	scoped_query query = { 0 };
	enum fail fail;

	if (cell < 0)
		return FAIL_NONE;
	fail = query_open(&query, store, &foreign_sql[PARK], err);
	if (fail)
		return fail;
	query_integer(&query, 1, number);
	query_integer(&query, 2, op->table_number);
	query_id(&query, 3, &op->id);
	query_integer(&query, 4, cell);
	foreign->parked++;
	return query_run(&query, err);
}

enum fail
foreign_add(struct foreign *foreign, const struct op *op, struct err *err)
{
	scoped_arena arena = arena_new();
	struct op local = localised(foreign, op, arena);
	bool has = false;
	enum fail fail;

	fail = is_known(foreign, &local, &has, err);
	if (fail || has)
		return fail;
	fail = write(foreign, &local, err);
	if (!fail)
		fail = park(foreign, &local, err);
	if (fail)
		return fail;
	foreign->entries++;
	foreign->highest[op->version.sid] = op->version.hlc;
	foreign->keys[foreign->n_keys++] =
	    (struct row_key){ op->table_number, op->id };
	return FAIL_NONE;
}

static int
by_key(const void *a, const void *b)
{
	const struct row_key *left = a, *right = b;

	if (left->table != right->table)
		return left->table < right->table ? -1 : 1;
	return memcmp(left->id.byte, right->id.byte, ID_SIZE);
}

static enum fail
raise_sid(struct foreign *foreign, size_t at, struct err *err)
{
	scoped_query query = { 0 };
	enum fail fail;

	fail = query_open(&query, foreign->store, &foreign_sql[RAISE_SID], err);
	if (fail)
		return fail;
	query_integer(&query, 1, foreign->idx[at]);
	query_integer(&query, 2, foreign->highest[at]);
	return query_run(&query, err);
}

enum fail
foreign_end(struct foreign *foreign, struct err *err)
{
	enum fail fail = FAIL_NONE;
	size_t n = 0;

	for (size_t i = 0; i < foreign->content->n_sids && !fail; i++)
		if (foreign->highest[i] != 0)
			fail = raise_sid(foreign, i, err);
	if (foreign->n_keys > 0)
		qsort(foreign->keys, foreign->n_keys, sizeof *foreign->keys,
		    by_key);
	for (size_t i = 0; i < foreign->n_keys; i++)
		if (i == 0 ||
		    by_key(&foreign->keys[i], &foreign->keys[i - 1]) != 0)
			foreign->keys[n++] = foreign->keys[i];
	foreign->n_keys = n;
	return fail;
}
