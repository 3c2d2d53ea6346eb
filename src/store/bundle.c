#include "store/bundle.h"

#include <assert.h>
#include <string.h>

#include "store/inside.h"
#include "store/sealed.h"

enum {
	ADD,
	ADD_PIECE,
	PIECES,
	SET_STATE,
	GET,
	OWN,
	OF_WRITER,
	FORKED,
};

#define COLUMNS \
	"writer, bno, hash, prev, state, first, last, size, at_ms, number"

static const struct sql bundle_sql[] = {
	[ADD] = { "INSERT INTO _applied(writer, bno, hash, prev, state, first, "
		  "last, size, at_ms) "
		  "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
	    false },
	[ADD_PIECE] = { "INSERT INTO _bundle(number, piece, bytes) "
			"VALUES(?1, ?2, ?3)",
	    false },
	[PIECES] = { "SELECT bytes FROM _bundle WHERE number = ?1 "
		     "ORDER BY piece",
	    false },
	[SET_STATE] = { "UPDATE _applied SET state = ?2 WHERE hash = ?1 "
			"AND state IN (1, 2)",
	    false },
	[GET] = { "SELECT " COLUMNS " FROM _applied WHERE hash = ?1", false },
	[OWN] = { "SELECT " COLUMNS " FROM _applied WHERE state IN (1, 2) "
		  "AND (?1 = 0 OR state = ?1) ORDER BY number",
	    false },
	[OF_WRITER] = { "SELECT " COLUMNS " FROM _applied WHERE writer = ?1 "
			"AND (?2 = 0 OR bno = ?2) ORDER BY bno, hash",
	    false },
	[FORKED] = { "SELECT " COLUMNS " FROM _applied a WHERE EXISTS "
		     "(SELECT 1 FROM _applied b WHERE b.writer = a.writer AND "
		     "b.bno = a.bno AND b.number <> a.number) "
		     "ORDER BY writer, bno, hash",
	    .scan = true },
};
const struct sql_set bundle_set = SQL_SET(bundle_sql);

/* A page cache's size apart: rows must stay below SQLite's limit. */
enum { PIECE_SIZE = 1 << 20 };

static enum fail
add_pieces(struct store *store, int64_t number, const uint8_t *bytes,
    size_t size, struct err *err)
{
	enum fail fail = FAIL_NONE;
	size_t at = 0;

	for (int64_t piece = 0; at < size && !fail; piece++) {
		scoped_query query = { 0 };
		size_t n = size - at < PIECE_SIZE ? size - at : PIECE_SIZE;

		fail = query_open(&query, store, &bundle_sql[ADD_PIECE], err);
		if (fail)
			break;
		query_integer(&query, 1, number);
		query_integer(&query, 2, piece);
		query_bytes(&query, 3, bytes + at, n);
		fail = query_run(&query, err);
		at += n;
	}
	return fail;
}

enum fail
bundle_add(struct store *store, const struct bundle *bundle, const void *file,
    struct err *err)
{
	scoped_query query = { 0 };
	enum fail fail;

	fail = query_open(&query, store, &bundle_sql[ADD], err);
	if (fail)
		return fail;
	query_id(&query, 1, &bundle->writer);
	query_integer(&query, 2, (int64_t)bundle->number);
	query_bytes(&query, 3, bundle->hash, HASH_SIZE);
	query_bytes(&query, 4, bundle->prev, HASH_SIZE);
	query_integer(&query, 5, bundle->state);
	query_integer(&query, 6, bundle->first);
	query_integer(&query, 7, bundle->last);
	query_integer(&query, 8, (int64_t)bundle->size);
	query_integer(&query, 9, bundle->made_ms);
	fail = query_run(&query, err);
	if (fail)
		return fail;
	return add_pieces(store, sqlite3_last_insert_rowid(store->db), file,
	    bundle->size, err);
}

enum fail
store_bundle_seal(struct store *store, const struct parcel *parcel,
    const uint8_t hash[HASH_SIZE], const void *file, size_t size,
    struct err *err)
{
	struct bundle bundle = { .writer = parcel->writer,
		.number = parcel->number,
		.state = BUNDLE_SEALED,
		.first = parcel->first,
		.last = parcel->last,
		.size = size,
		.made_ms = store->writing.now_ms };
	struct sealed sealed;
	enum fail fail;

	assert(store->writing.is_open && parcel->n > 0);
	fail = sealed_read(store, &sealed, err);
	if (fail)
		return fail;
	if (!id_equal(&parcel->writer, &store->writer) ||
	    sealed.number + 1 != parcel->number ||
	    sealed.last + 1 != parcel->first)
		return fail_say(err, FAIL_CONFLICT, "store.bundle-chain", NULL);
	memcpy(bundle.hash, hash, HASH_SIZE);
	memcpy(bundle.prev, parcel->prev, HASH_SIZE);
	return bundle_add(store, &bundle, file, err);
}

static enum fail
set_state(struct store *store, const uint8_t hash[HASH_SIZE],
    enum bundle_state state, struct err *err)
{
	scoped_transaction transaction = { 0 };
	scoped_query query = { 0 };
	enum fail fail;

	fail = local_begin(&transaction, store, "", err);
	if (!fail)
		fail = query_open(&query, store, &bundle_sql[SET_STATE], err);
	if (fail)
		return fail;
	query_bytes(&query, 1, hash, HASH_SIZE);
	query_integer(&query, 2, state);
	fail = query_run(&query, err);
	if (!fail && sqlite3_changes(store->db) == 0)
		fail = fail_say(err, FAIL_MISSING, "store.no-bundle", NULL);
	return fail ? fail : local_commit(&transaction, err);
}

enum fail
store_bundle_sent(
    struct store *store, const uint8_t hash[HASH_SIZE], struct err *err)
{
	return set_state(store, hash, BUNDLE_SENT, err);
}

enum fail
store_bundle_lost(
    struct store *store, const uint8_t hash[HASH_SIZE], struct err *err)
{
	return set_state(store, hash, BUNDLE_SEALED, err);
}

static void
take_hash(struct query *query, int i, uint8_t hash[HASH_SIZE])
{
	size_t size;
	const void *bytes = column_bytes(query, i, &size);

	if (size == HASH_SIZE)
		memcpy(hash, bytes, HASH_SIZE);
	else
		query->is_damaged = true;
}

static struct bundle
take_bundle(struct query *query)
{
	struct bundle bundle = { .writer = column_id(query, 0),
		.number = (uint64_t)column_integer(query, 1),
		.state = (enum bundle_state)column_integer(query, 4),
		.first = column_integer(query, 5),
		.last = column_integer(query, 6),
		.size = (size_t)column_integer(query, 7),
		.made_ms = column_integer(query, 8) };

	take_hash(query, 2, bundle.hash);
	take_hash(query, 3, bundle.prev);
	return bundle;
}

static enum fail
add_file(struct store *store, int64_t number, struct buf *file, struct err *err)
{
	scoped_query query = { 0 };
	bool has_row = false;
	enum fail fail;

	fail = query_open(&query, store, &bundle_sql[PIECES], err);
	if (fail)
		return fail;
	query_integer(&query, 1, number);
	fail = query_step(&query, &has_row, err);
	while (!fail && has_row) {
		size_t size;
		const void *bytes = column_bytes(&query, 0, &size);

		buf_add(file, bytes, size);
		fail = query_step(&query, &has_row, err);
	}
	if (!fail && file->is_over)
		fail = fail_say(err, FAIL_MEMORY, "store.memory", NULL);
	return fail;
}

enum fail
store_bundle_get(struct store *store, const uint8_t hash[HASH_SIZE],
    struct bundle *ret_bundle, struct buf *file, struct err *err)
{
	scoped_query query = { 0 };
	struct bundle bundle;
	bool has_row = false;
	enum fail fail;

	fail = query_open(&query, store, &bundle_sql[GET], err);
	if (fail)
		return fail;
	query_bytes(&query, 1, hash, HASH_SIZE);
	fail = query_step(&query, &has_row, err);
	if (fail)
		return fail;
	if (!has_row)
		return fail_say(err, FAIL_MISSING, "store.no-bundle", NULL);
	bundle = take_bundle(&query);
	fail = query_end(&query, err);
	if (!fail && file != NULL)
		fail = add_file(store, column_integer(&query, 9), file, err);
	if (!fail)
		*ret_bundle = bundle;
	return fail;
}

static enum fail
take_list(struct query *query, struct bundles *bundles, struct err *err)
{
	struct bundles found = { .arena = bundles->arena };
	size_t room = 0;
	bool has_row = false;
	enum fail fail;

	fail = query_step(query, &has_row, err);
	while (!fail && has_row) {
		found.list = arena_grow(found.arena, found.list, found.n, &room,
		    sizeof *found.list);
		found.list[found.n++] = take_bundle(query);
		fail = query_step(query, &has_row, err);
	}
	if (!fail)
		fail = query_end(query, err);
	if (!fail)
		*bundles = found;
	return fail;
}

enum fail
store_bundles_own(struct store *store, enum bundle_state state,
    struct bundles *bundles, struct err *err)
{
	scoped_query query = { 0 };
	enum fail fail;

	fail = query_open(&query, store, &bundle_sql[OWN], err);
	if (fail)
		return fail;
	query_integer(&query, 1, state);
	return take_list(&query, bundles, err);
}

enum fail
store_bundles_of(struct store *store, const struct id *writer, uint64_t number,
    struct bundles *bundles, struct err *err)
{
	scoped_query query = { 0 };
	enum fail fail;

	fail = query_open(&query, store, &bundle_sql[OF_WRITER], err);
	if (fail)
		return fail;
	query_id(&query, 1, writer);
	query_integer(&query, 2, (int64_t)number);
	return take_list(&query, bundles, err);
}

enum fail
store_bundles_forked(
    struct store *store, struct bundles *bundles, struct err *err)
{
	scoped_query query = { 0 };
	enum fail fail;

	fail = query_open(&query, store, &bundle_sql[FORKED], err);
	return fail ? fail : take_list(&query, bundles, err);
}
