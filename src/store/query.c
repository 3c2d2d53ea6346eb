#include "store/query.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "base/text.h"
#include "store/inside.h"

/* The place of a text in the cache, taken or free. */
static struct statement *
statement_of(struct store *store, const char *text)
{
	size_t i = ((uintptr_t)text >> 3) % STATEMENTS_MAX;

	for (size_t n = 0; n < STATEMENTS_MAX; n++) {
		struct statement *statement = &store->statements[i];

		if (statement->text == NULL || statement->text == text)
			return statement;
		i = (i + 1) % STATEMENTS_MAX;
	}
	return NULL;
}

enum fail
query_open(struct query *query, struct store *store, const struct sql *sql,
    struct err *err)
{
	struct statement *statement = statement_of(store, sql->text);
	int rc;

	assert(statement != NULL);
	if (statement->stmt == NULL) {
		rc = sqlite3_prepare_v3(store->db, sql->text, -1,
		    SQLITE_PREPARE_PERSISTENT, &statement->stmt, NULL);
		if (rc != SQLITE_OK)
			return sqlite_fail(store->db, rc, err);
		statement->text = sql->text;
	}
	assert(!sqlite3_stmt_busy(statement->stmt));
	*query = (struct query){ .store = store, .stmt = statement->stmt };
	return FAIL_NONE;
}

void
query_done(struct query *query)
{
	if (query->stmt == NULL)
		return;
	sqlite3_reset(query->stmt);
	sqlite3_clear_bindings(query->stmt);
	query->stmt = NULL;
}

static void
note_bind(struct query *query, int rc)
{
	if (query->rc == SQLITE_OK)
		query->rc = rc;
}

void
query_text(struct query *query, int i, const char *text)
{
	note_bind(query,
	    sqlite3_bind_text(query->stmt, i, text, -1, SQLITE_TRANSIENT));
}

void
query_integer(struct query *query, int i, int64_t integer)
{
	note_bind(query, sqlite3_bind_int64(query->stmt, i, integer));
}

void
query_id(struct query *query, int i, const struct id *id)
{
	query_bytes(query, i, id->byte, sizeof id->byte);
}

void
query_bytes(struct query *query, int i, const void *bytes, size_t size)
{
	note_bind(query,
	    sqlite3_bind_blob64(query->stmt, i, bytes, size, SQLITE_TRANSIENT));
}

void
query_value(struct query *query, int i, const struct value *value)
{
	switch (value->type) {
	case VALUE_NONE:
		note_bind(query, sqlite3_bind_null(query->stmt, i));
		break;
	case VALUE_TEXT: query_text(query, i, value->text); break;
	case VALUE_INTEGER: query_integer(query, i, value->integer); break;
	case VALUE_ID: query_id(query, i, &value->id); break;
	}
}

/*
 * A write that failed may have taken the transaction with it, and what it was
 * to write is missing: nothing of this transaction must be committed.
 */
static enum fail
step_fail(struct query *query, int rc, struct err *err)
{
	struct writing *writing = &query->store->writing;
	enum fail fail = writing->inner.fail;

	if (writing->is_open &&
	    (!sqlite3_stmt_readonly(query->stmt) ||
		sqlite3_get_autocommit(query->store->db)))
		writing->is_broken = true;
	if (!fail)
		return sqlite_fail(query->store->db, rc, err);
	if (err != NULL)
		*err = writing->inner;
	writing->inner = (struct err){ 0 };
	return fail;
}

enum fail
query_step(struct query *query, bool *ret_has_row, struct err *err)
{
	enum fail fail;
	int rc = query->rc;

	fail = query_end(query, err);
	if (fail)
		return fail;
	if (rc == SQLITE_OK)
		rc = sqlite3_step(query->stmt);
	if (rc == SQLITE_ROW || rc == SQLITE_DONE) {
		*ret_has_row = rc == SQLITE_ROW;
		return FAIL_NONE;
	}
	return step_fail(query, rc, err);
}

enum fail
query_run(struct query *query, struct err *err)
{
	bool has_row = true;
	enum fail fail = FAIL_NONE;

	while (!fail && has_row)
		fail = query_step(query, &has_row, err);
	return fail;
}

enum fail
query_end(const struct query *query, struct err *err)
{
	if (!query->is_damaged)
		return FAIL_NONE;
	fail_say(err, FAIL_CORRUPT, "store.damaged", NULL);
	fail_prefix(err, "%s", sqlite3_sql(query->stmt));
	return FAIL_CORRUPT;
}

const char *
column_text(struct query *query, int i, struct arena *arena)
{
	const void *text = sqlite3_column_text(query->stmt, i);
	size_t size = (size_t)sqlite3_column_bytes(query->stmt, i);

	if (sqlite3_column_type(query->stmt, i) == SQLITE_NULL)
		return "";
	if (text == NULL || !text_is_valid(text, size)) {
		query->is_damaged = true;
		return "";
	}
	return arena_bytes(arena, text, size);
}

int64_t
column_integer(struct query *query, int i)
{
	return sqlite3_column_int64(query->stmt, i);
}

struct id
column_id(struct query *query, int i)
{
	struct id id = { { 0 } };
	size_t size;
	const void *bytes = column_bytes(query, i, &size);

	if (size == sizeof id.byte)
		memcpy(id.byte, bytes, size);
	else
		query->is_damaged = true;
	return id;
}

const void *
column_bytes(struct query *query, int i, size_t *ret_size)
{
	const void *bytes = sqlite3_column_blob(query->stmt, i);

	*ret_size = (size_t)sqlite3_column_bytes(query->stmt, i);
	return bytes;
}

struct value
column_value(
    struct query *query, int i, enum cell_type type, struct arena *arena)
{
	struct value value = { 0 };
	int stored = sqlite3_column_type(query->stmt, i);

	if (stored == SQLITE_NULL)
		return value;
	switch (type) {
	case CELL_TEXT:
		value.type = VALUE_TEXT;
		value.text = column_text(query, i, arena);
		query->is_damaged |= stored != SQLITE_TEXT;
		break;
	case CELL_INTEGER:
		value.type = VALUE_INTEGER;
		value.integer = column_integer(query, i);
		query->is_damaged |= stored != SQLITE_INTEGER;
		break;
	case CELL_ID:
		value.type = VALUE_ID;
		value.id = column_id(query, i);
		break;
	}
	return value;
}

void
statements_close(struct store *store)
{
	for (size_t i = 0; i < STATEMENTS_MAX; i++)
		sqlite3_finalize(store->statements[i].stmt);
	memset(store->statements, 0, sizeof store->statements);
}
