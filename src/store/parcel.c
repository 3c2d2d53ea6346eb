#include "store/parcel.h"

#include <assert.h>
#include <string.h>

#include "store/inside.h"
#include "store/log.h"
#include "store/parcel_wire.h"
#include "store/sealed.h"

enum { LIFE, SEALED_OF, SEALED_LAST, AFTER, SID, COUNT_AFTER };

static const struct sql parcel_sql[] = {
	[LIFE] = { "SELECT first FROM _life ORDER BY number DESC LIMIT 1",
	    .scan = true },
	[SEALED_OF] = { "SELECT bno, last FROM _applied WHERE writer = ?1 "
			"AND state IN (1, 2) ORDER BY bno DESC LIMIT 1",
	    false },
	[SEALED_LAST] = { "SELECT hash FROM _applied WHERE state IN (1, 2) "
			  "ORDER BY number DESC LIMIT 1",
	    false },
	[AFTER] = { "SELECT " LOG_COLUMNS " FROM _op WHERE seq > ?1 "
		    "ORDER BY seq",
	    false },
	[SID] = { "SELECT sid FROM _sid WHERE idx = ?1", false },
	[COUNT_AFTER] = { "SELECT count(*) FROM _op WHERE seq > ?1", false },
};
const struct sql_set parcel_set = SQL_SET(parcel_sql);

static enum fail
read_last(struct store *store, struct sealed *sealed, struct err *err)
{
	scoped_query query = { 0 };
	bool has_row = false;
	const void *bytes;
	size_t size;
	enum fail fail;

	fail = query_open(&query, store, &parcel_sql[SEALED_LAST], err);
	if (!fail)
		fail = query_step(&query, &has_row, err);
	if (fail || !has_row)
		return fail;
	bytes = column_bytes(&query, 0, &size);
	if (size != HASH_SIZE)
		return fail_say(err, FAIL_CORRUPT, "store.damaged", NULL);
	memcpy(sealed->hash, bytes, HASH_SIZE);
	return FAIL_NONE;
}

enum fail
sealed_read(struct store *store, struct sealed *ret_sealed, struct err *err)
{
	scoped_query life = { 0 }, last = { 0 };
	struct sealed sealed = { 0 };
	bool has_life = false, has_row = false;
	enum fail fail;

	fail = query_open(&life, store, &parcel_sql[LIFE], err);
	if (!fail)
		fail = query_step(&life, &has_life, err);
	if (!fail)
		fail = query_open(&last, store, &parcel_sql[SEALED_OF], err);
	if (fail)
		return fail;
	if (!has_life)
		return fail_say(err, FAIL_CORRUPT, "store.damaged", NULL);
	sealed.begin = column_integer(&life, 0);
	query_id(&last, 1, &store->writer);
	fail = query_step(&last, &has_row, err);
	if (!fail && has_row) {
		sealed.number = (uint64_t)column_integer(&last, 0);
		sealed.last = column_integer(&last, 1);
	}
	if (!fail)
		fail = read_last(store, &sealed, err);
	if (!fail)
		*ret_sealed = sealed;
	return fail;
}

static enum fail
find_sid(void *context, int64_t idx, uint8_t ret_sid[SID_SIZE], struct err *err)
{
	scoped_query query = { 0 };
	bool has_row = false;
	const void *bytes;
	size_t size = 0;
	enum fail fail;

	fail = query_open(&query, context, &parcel_sql[SID], err);
	if (fail)
		return fail;
	query_integer(&query, 1, idx);
	fail = query_step(&query, &has_row, err);
	if (fail)
		return fail;
	bytes = column_bytes(&query, 0, &size);
	if (!has_row || size != SID_SIZE)
		return fail_say(err, FAIL_CORRUPT, "store.damaged", NULL);
	memcpy(ret_sid, bytes, SID_SIZE);
	return FAIL_NONE;
}

/* What fits was written up to here: the end of a transaction. */
struct fitting {
	struct parcel_writer writer;
	size_t size;
};

static bool
is_full(const struct parcel_writer *writer)
{
	return writer->n > PARCEL_OPS || writer->entries->size > PARCEL_SIZE;
}

/*
 * Entries from the query on, as many whole transactions as fit, one at
 * least.
 */
static enum fail
fill(struct store *store, struct query *query, const struct sealed *sealed,
    struct parcel_writer *writer, struct err *err)
{
	struct fitting fitting = { 0 };
	bool has_row = false;
	enum fail fail;

	fail = query_step(query, &has_row, err);
	while (!fail && has_row) {
		scoped_arena arena = arena_new();
		struct op op;

		fail = log_read(query, arena, &op, err);
		if (fail)
			break;
		if (op.txn == op.seq)
			fitting =
			    (struct fitting){ *writer, writer->entries->size };
		op.seq -= sealed->begin - 1;
		op.txn -= sealed->begin - 1;
		fail = parcel_add(writer, &op, find_sid, store, err);
		if (!fail && is_full(writer) && fitting.writer.n > 0)
			break;
		if (!fail)
			fail = query_step(query, &has_row, err);
	}
	if (fail || !has_row)
		return fail;
	*writer = fitting.writer;
	buf_cut(writer->entries, fitting.size);
	return FAIL_NONE;
}

static enum fail
gather(struct store *store, const struct sealed *sealed,
    struct parcel_writer *writer, struct err *err)
{
	scoped_query query = { 0 };
	enum fail fail;

	fail = query_open(&query, store, &parcel_sql[AFTER], err);
	if (fail)
		return fail;
	query_integer(&query, 1, sealed->begin - 1 + sealed->last);
	return fill(store, &query, sealed, writer, err);
}

enum fail
store_parcel_next(struct store *store, struct buf *payload,
    struct parcel *ret_parcel, struct err *err)
{
	scoped_arena arena = arena_new();
	scoped_buf entries = { 0 };
	struct parcel_writer writer = { .sids.arena = arena,
		.entries = &entries };
	struct sealed sealed;
	enum fail fail;

	assert(store->writing.is_open);
	buf_init(&entries, PARCEL_SIZE_MAX);
	fail = sealed_read(store, &sealed, err);
	if (!fail)
		fail = gather(store, &sealed, &writer, err);
	if (fail)
		return fail;
	buf_clear(payload);
	if (writer.n > 0)
		parcel_end(&writer, sealed.last + 1, payload);
	if (entries.is_over || payload->is_over ||
	    payload->size > PARCEL_SIZE_MAX)
		return fail_say(err, FAIL_MEMORY, "store.parcel-large", NULL);
	*ret_parcel = (struct parcel){ .writer = store->writer,
		.number = sealed.number + 1,
		.first = sealed.last + 1,
		.last = sealed.last + (int64_t)writer.n,
		.n = writer.n,
		.hlc = writer.hlc };
	memcpy(ret_parcel->prev, sealed.hash, HASH_SIZE);
	return FAIL_NONE;
}

enum fail
store_unsealed(struct store *store, int64_t *ret_n, struct err *err)
{
	scoped_reading reading = { 0 };
	scoped_query query = { 0 };
	struct sealed sealed;
	bool has_row = false;
	enum fail fail;

	fail = reading_begin(&reading, store, err);
	if (!fail)
		fail = sealed_read(store, &sealed, err);
	if (!fail)
		fail = query_open(&query, store, &parcel_sql[COUNT_AFTER], err);
	if (fail)
		return fail;
	query_integer(&query, 1, sealed.begin - 1 + sealed.last);
	fail = query_step(&query, &has_row, err);
	if (!fail)
		*ret_n = column_integer(&query, 0);
	return fail;
}
