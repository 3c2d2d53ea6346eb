/* What the exchange remembers between its runs: notes, a child that hangs. */
#include "store/exchange.h"
#include "store/inside.h"
#include "store/wire.h"

enum { PUT, GET, FORGET };

static const struct sql note_sql[] = {
	[PUT] = { "INSERT INTO _note(name, bytes) VALUES(?1, ?2) "
		  "ON CONFLICT DO UPDATE SET bytes = excluded.bytes",
	    false },
	[GET] = { "SELECT bytes FROM _note WHERE name = ?1", false },
	[FORGET] = { "DELETE FROM _note WHERE name = ?1", false },
};
const struct sql_set note_set = SQL_SET(note_sql);

enum fail
store_note_put(struct store *store, const char *name, const void *bytes,
    size_t size, struct err *err)
{
	scoped_transaction transaction = { 0 };
	scoped_query query = { 0 };
	enum fail fail;

	if (size > EXCHANGE_NOTE_MAX)
		return fail_say(err, FAIL_MEMORY, "store.too-long", name, NULL);
	fail = local_begin(&transaction, store, "", err);
	if (!fail)
		fail = query_open(&query, store,
		    &note_sql[bytes == NULL ? FORGET : PUT], err);
	if (fail)
		return fail;
	query_text(&query, 1, name);
	if (bytes != NULL)
		query_bytes(&query, 2, size == 0 ? "" : bytes, size);
	fail = query_run(&query, err);
	return fail ? fail : local_commit(&transaction, err);
}

enum fail
store_note_get(struct store *store, const char *name, struct arena *arena,
    const void **ret_bytes, size_t *ret_size, struct err *err)
{
	scoped_query query = { 0 };
	bool has_row = false;
	const void *bytes;
	size_t size;
	enum fail fail;

	fail = query_open(&query, store, &note_sql[GET], err);
	if (fail)
		return fail;
	query_text(&query, 1, name);
	fail = query_step(&query, &has_row, err);
	if (fail)
		return fail;
	if (!has_row)
		return fail_say(err, FAIL_MISSING, "store.no-note", name, NULL);
	bytes = column_bytes(&query, 0, &size);
	*ret_bytes = arena_bytes(arena, size == 0 ? "" : bytes, size);
	*ret_size = size;
	return FAIL_NONE;
}

/* Its note: three varints. */
#define STUCK "stuck-child"

enum fail
store_stuck_put(
    struct store *store, const struct stuck_child *child, struct err *err)
{
	scoped_buf text = { 0 };

	if (child->pid == 0)
		return store_note_put(store, STUCK, NULL, 0, err);
	buf_init(&text, 64);
	wire_varint(&text, (uint64_t)child->pid);
	wire_varint(&text, (uint64_t)child->began);
	wire_varint(&text, (uint64_t)child->since_ms);
	return store_note_put(store, STUCK, text.text, text.size, err);
}

enum fail
store_stuck_get(
    struct store *store, struct stuck_child *ret_child, struct err *err)
{
	scoped_arena arena = arena_new();
	struct err ignored = { 0 };
	struct stuck_child child = { 0 };
	const void *bytes;
	struct wire wire;
	size_t size;
	enum fail fail;

	fail = store_note_get(store, STUCK, arena, &bytes, &size, &ignored);
	if (fail && fail != FAIL_MISSING) {
		if (err != NULL)
			*err = ignored;
		return fail;
	}
	if (!fail) {
		wire = wire_of(bytes, size, arena);
		child.pid = (int64_t)wire_take_varint(&wire, INT64_MAX);
		child.began = (int64_t)wire_take_varint(&wire, INT64_MAX);
		child.since_ms = (int64_t)wire_take_varint(&wire, INT64_MAX);
		if (wire.is_bad)
			return fail_say(
			    err, FAIL_CORRUPT, "store.damaged", NULL);
	}
	*ret_child = child;
	return FAIL_NONE;
}
