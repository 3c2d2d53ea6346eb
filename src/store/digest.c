#include <string.h>

#include "base/buf.h"
#include "store/check.h"
#include "store/inside.h"
#include "store/rows.h"
#include "store/wire.h"

/*
 * For each table by rising number, for each row by rising key: the table's
 * number, the key, and each cell that has a value as its number and the value
 * in the shape of the log. Then the open heads with their writers' session
 * ids, and the versions that are named and have not come. Cells without a value
 * are left out, so that a program with more cells gives the same digest until
 * one is used.
 */
enum { HEADS, WAITED };

static const struct sql digest_sql[] = {
	[HEADS] = { "SELECT h.table_number, h.pk, h.cell, h.hlc, s.sid, "
		    "h.value FROM _head h JOIN _sid s ON s.idx = h.sid "
		    "ORDER BY h.table_number, h.pk, h.cell, h.hlc, s.sid",
	    .scan = true },
	/* With a value that no head has, so that neither is taken for it. */
	[WAITED] = { "SELECT table_number, pk, cell, hlc, sid, x'' "
		     "FROM _pend ORDER BY table_number, pk, cell, hlc, sid",
	    .scan = true },
};
const struct sql_set digest_set = SQL_SET(digest_sql);

enum { ROW_MAX = 8 * 1024 * 1024 };

static void
put_number(struct buf *out, uint64_t number)
{
	for (int i = 0; i < 8; i++)
		buf_char(out, (char)(number >> (8 * i)));
}

struct digest {
	struct hash hash;
	struct buf *row;
};

static enum fail
add_row(void *context, const struct record *record, struct err *err)
{
	struct digest *digest = context;
	struct buf *out = digest->row;

	buf_clear(out);
	put_number(out, (uint64_t)record->table->number);
	buf_add(out, record->id.byte, ID_SIZE);
	for (size_t i = 0; i < record->table->n_cells; i++) {
		if (record->cell[i].type == VALUE_NONE)
			continue;
		put_number(out, i + 1);
		wire_value(out, &record->cell[i]);
	}
	put_number(out, 0);
	if (out->is_over)
		return fail_say(err, FAIL_MEMORY, "store.too-long",
		    record->table->name, NULL);
	hash_add(&digest->hash, out->text, out->size);
	return FAIL_NONE;
}

static enum fail
add_versions(
    struct store *store, int which, struct digest *digest, struct err *err)
{
	scoped_query query = { 0 };
	bool has_row = false;
	enum fail fail;

	fail = query_open(&query, store, &digest_sql[which], err);
	if (!fail)
		fail = query_step(&query, &has_row, err);
	while (!fail && has_row) {
		struct buf *out = digest->row;
		struct id id = column_id(&query, 1);
		const void *bytes;
		size_t size;

		buf_clear(out);
		put_number(out, (uint64_t)column_integer(&query, 0));
		buf_add(out, id.byte, ID_SIZE);
		put_number(out, (uint64_t)column_integer(&query, 2));
		put_number(out, (uint64_t)column_integer(&query, 3));
		for (int i = 4; i <= 5; i++) {
			bytes = column_bytes(&query, i, &size);
			put_number(out, size);
			buf_add(out, bytes, size);
		}
		hash_add(&digest->hash, out->text, out->size);
		fail = query_step(&query, &has_row, err);
	}
	return fail;
}

enum fail
store_digest(struct store *store, uint8_t ret_hash[HASH_SIZE], struct err *err)
{
	scoped_arena arena = arena_new();
	scoped_reading reading = { 0 };
	scoped_buf row = { 0 };
	struct digest digest = { .row = &row };
	enum fail fail;

	buf_init(&row, ROW_MAX);
	hash_begin(&digest.hash);
	fail = reading_begin(&reading, store, err);
	for (size_t i = 0; i < tables_n && !fail; i++)
		fail = store_each(
		    store, tables[i].number, arena, add_row, &digest, err);
	if (!fail)
		fail = add_versions(store, HEADS, &digest, err);
	if (!fail)
		fail = add_versions(store, WAITED, &digest, err);
	if (!fail)
		hash_end(&digest.hash, ret_hash);
	return fail;
}
