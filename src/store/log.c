#include "store/log.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "store/inside.h"

enum { LAST_SEQ, LAST_HLC, ADD_SID, ADD_OP, PUT_HLC };

static const struct sql log_sql[] = {
	[LAST_SEQ] = { "SELECT max(seq) FROM _op", false },
	[LAST_HLC] = { "SELECT hlc FROM _self WHERE one = 1", false },
	[ADD_SID] = { "INSERT INTO _sid(sid, writer, started_ms, hlc) "
		      "VALUES(?1, ?2, ?3, 0)",
	    false },
	[ADD_OP] = { "INSERT INTO _op(" LOG_COLUMNS ") "
		     "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
	    false },
	[PUT_HLC] = { "UPDATE _self SET hlc = ?1 WHERE one = 1", false },
};
const struct sql_set log_set = SQL_SET(log_sql);

static enum fail
read_integer(
    struct store *store, int which, int64_t *ret_integer, struct err *err)
{
	scoped_query query = { 0 };
	bool has_row = false;
	enum fail fail;

	fail = query_open(&query, store, &log_sql[which], err);
	if (!fail)
		fail = query_step(&query, &has_row, err);
	if (fail)
		return fail;
	if (!has_row)
		return fail_say(err, FAIL_CORRUPT, "store.damaged", NULL);
	*ret_integer = column_integer(&query, 0);
	return FAIL_NONE;
}

/* The session id: one for each process, made when it first writes. */
static enum fail
make_sid(struct store *store, struct err *err)
{
	scoped_query query = { 0 };
	uint8_t sid[SID_SIZE];
	enum fail fail;

	entropy_fill(&store->entropy, sid, sizeof sid);
	fail = query_open(&query, store, &log_sql[ADD_SID], err);
	if (fail)
		return fail;
	query_bytes(&query, 1, sid, sizeof sid);
	query_id(&query, 2, &store->writer);
	query_integer(&query, 3, store->writing.now_ms);
	fail = query_run(&query, err);
	if (fail)
		return fail;
	store->sid = sqlite3_last_insert_rowid(store->db);
	store->sid_is_new = true;
	return FAIL_NONE;
}

/* The first entry of a transaction: where the log stands. */
static enum fail
begin_logging(struct store *store, struct err *err)
{
	struct writing *writing = &store->writing;
	int64_t last_seq = 0;
	enum fail fail;

	fail = read_integer(store, LAST_HLC, &writing->hlc, err);
	if (!fail)
		fail = read_integer(store, LAST_SEQ, &last_seq, err);
	if (!fail && store->sid == 0)
		fail = make_sid(store, err);
	if (fail)
		return fail;
	writing->txn = last_seq + 1;
	writing->is_logging = true;
	return FAIL_NONE;
}

void
log_bind(struct query *query, const struct op *op, const struct buf *body,
    const uint8_t sum[OP_SUM_SIZE])
{
	query_integer(query, 1, op->seq);
	query_integer(query, 2, op->txn);
	query_integer(query, 3, op->version.hlc);
	query_integer(query, 4, op->version.sid);
	query_integer(query, 5, op->table_number);
	query_id(query, 6, &op->id);
	query_integer(query, 7, op->kind);
	query_text(query, 8, op->officer);
	query_text(query, 9, op->station);
	query_bytes(query, 10, body->text, body->size);
	query_bytes(query, 11, sum, OP_SUM_SIZE);
}

static enum fail
add_op(struct store *store, const struct op *op, const struct buf *body,
    struct err *err)
{
	scoped_query query = { 0 };
	uint8_t sum[OP_SUM_SIZE];
	enum fail fail;

	op_sum(op, body->text, body->size, sum);
	fail = query_open(&query, store, &log_sql[ADD_OP], err);
	if (fail)
		return fail;
	log_bind(&query, op, body, sum);
	store->writing.may_log = true;
	fail = query_run(&query, err);
	store->writing.may_log = false;
	return fail;
}

enum fail
log_write(
    struct store *store, struct op *op, int64_t highest_base, struct err *err)
{
	struct writing *writing = &store->writing;
	scoped_buf body = { 0 };
	int64_t last_seq = 0;
	enum fail fail = FAIL_NONE;

	assert(writing->is_open);
	buf_init(&body, OP_BODY_MAX);
	op_encode(op->cells, op->n_cells, &body);
	if (body.is_over)
		return fail_say(err, FAIL_INVALID, "store.too-long", NULL);
	if (!writing->is_logging)
		fail = begin_logging(store, err);
	/* Read anew: an entry whose statement was undone left its number. */
	if (!fail)
		fail = read_integer(store, LAST_SEQ, &last_seq, err);
	if (fail)
		return fail;
	writing->hlc = hlc_next(writing->now_ms, writing->hlc, highest_base);
	op->seq = last_seq + 1;
	op->txn = writing->txn;
	op->version = (struct version){ writing->hlc, store->sid };
	op->officer = writing->officer;
	op->station = store->station;
	return add_op(store, op, &body, err);
}

enum fail
log_settle(struct store *store, struct err *err)
{
	scoped_query query = { 0 };
	enum fail fail;

	if (!store->writing.is_logging)
		return FAIL_NONE;
	fail = query_open(&query, store, &log_sql[PUT_HLC], err);
	if (fail)
		return fail;
	query_integer(&query, 1, store->writing.hlc);
	return query_run(&query, err);
}

static enum fail
damaged(const struct op *op, struct err *err)
{
	char seq[24];

	snprintf(seq, sizeof seq, "%" PRId64, op->seq);
	return fail_say(err, FAIL_CORRUPT, "store.log-damaged", seq, NULL);
}

enum fail
log_read(struct query *query, struct arena *arena, struct op *ret_op,
    struct err *err)
{
	struct op op = { .seq = column_integer(query, 0) };
	uint8_t sum[OP_SUM_SIZE];
	const void *body, *stored;
	size_t size, stored_size;

	op.txn = column_integer(query, 1);
	op.version.hlc = column_integer(query, 2);
	op.version.sid = column_integer(query, 3);
	op.table_number = (int)column_integer(query, 4);
	op.id = column_id(query, 5);
	op.kind = column_integer(query, 6) == OP_INSERT ? OP_INSERT : OP_UPDATE;
	op.officer = column_text(query, 7, arena);
	op.station = column_text(query, 8, arena);
	body = column_bytes(query, 9, &size);
	stored = column_bytes(query, 10, &stored_size);
	op_sum(&op, body, size, sum);
	if (query->is_damaged || stored_size != sizeof sum ||
	    memcmp(stored, sum, sizeof sum) != 0 ||
	    op_decode(body, size, arena, &op.cells, &op.n_cells, NULL))
		return damaged(&op, err);
	op_split(&op, arena);
	*ret_op = op;
	return FAIL_NONE;
}
