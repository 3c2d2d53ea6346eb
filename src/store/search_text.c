/*
 * The index of names: search_text holds each record's names folded, the FTS5
 * table search their trigrams. Kept here, in the transaction that wrote the
 * record, because no trigger may touch a virtual table.
 */
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "domain/record.h"
#include "store/inside.h"
#include "store/search_text.h"

enum { GET, ADD, CHANGE, INDEX, UNINDEX };

static const struct sql search_text_sql[] = {
	[GET] = { "SELECT number, folded FROM search_text WHERE id = ?1",
	    false },
	[ADD] = { "INSERT INTO search_text(table_number, id, folded) "
		  "VALUES(?1, ?2, ?3)",
	    false },
	[CHANGE] = { "UPDATE search_text SET folded = ?2 WHERE number = ?1",
	    false },
	[INDEX] = { "INSERT INTO search(rowid, folded) VALUES(?1, ?2)", false },
	[UNINDEX] = { "INSERT INTO search(search, rowid, folded) "
		      "VALUES('delete', ?1, ?2)",
	    false },
};
const struct sql_set search_text_set = SQL_SET(search_text_sql);

static const struct {
	enum table_number table;
	int cells[2];
	size_t n;
} searched[] = {
	{ TABLE_PERSON, { PERSON_NAME }, 1 },
	{ TABLE_COMPANY, { COMPANY_COMPANY_NAME }, 1 },
	{ TABLE_APPLICATION, { APPLICATION_NAME, APPLICATION_COMPANY_NAME },
	    2 },
};

bool
search_folded(const struct record *record, struct buf *out)
{
	for (size_t i = 0; i < array_length(searched); i++) {
		if (searched[i].table != record->table->number)
			continue;
		for (size_t j = 0; j < searched[i].n; j++) {
			if (out->size > 0)
				buf_char(out, ' ');
			text_fold(record_text(record, searched[i].cells[j]),
			    true, out);
		}
		return true;
	}
	return false;
}

static enum fail
run_text(struct store *store, int which, int64_t number, const char *text,
    struct err *err)
{
	scoped_query query = { 0 };
	enum fail fail;

	fail = query_open(&query, store, &search_text_sql[which], err);
	if (fail)
		return fail;
	query_integer(&query, 1, number);
	query_text(&query, 2, text);
	return query_run(&query, err);
}

static enum fail
add(struct store *store, const struct record *record, const char *folded,
    struct err *err)
{
	scoped_query query = { 0 };
	enum fail fail;

	fail = query_open(&query, store, &search_text_sql[ADD], err);
	if (fail)
		return fail;
	query_integer(&query, 1, record->table->number);
	query_id(&query, 2, &record->id);
	query_text(&query, 3, folded);
	fail = query_run(&query, err);
	if (fail)
		return fail;
	return run_text(
	    store, INDEX, sqlite3_last_insert_rowid(store->db), folded, err);
}

enum fail
search_text_get(struct store *store, const struct id *id, struct arena *arena,
    int64_t *ret_number, const char **ret_folded, struct err *err)
{
	scoped_query query = { 0 };
	bool has_row = false;
	enum fail fail;

	fail = query_open(&query, store, &search_text_sql[GET], err);
	if (fail)
		return fail;
	query_id(&query, 1, id);
	fail = query_step(&query, &has_row, err);
	if (fail)
		return fail;
	*ret_number = has_row ? column_integer(&query, 0) : 0;
	*ret_folded = has_row ? column_text(&query, 1, arena) : "";
	return query_end(&query, err);
}

enum fail
search_keep(struct store *store, const struct record *record, struct err *err)
{
	scoped_arena arena = arena_new();
	const char *old = "";
	int64_t number = 0;
	scoped_buf folded = { 0 };
	enum fail fail;

	buf_init(&folded, SEARCH_TEXT_MAX);
	if (!search_folded(record, &folded) || folded.size == 0)
		return FAIL_NONE;
	fail = search_text_get(store, &record->id, arena, &number, &old, err);
	if (fail || (number != 0 && strcmp(old, folded.text) == 0))
		return fail;
	if (number == 0)
		return add(store, record, folded.text, err);
	fail = run_text(store, UNINDEX, number, old, err);
	if (!fail)
		fail = run_text(store, CHANGE, number, folded.text, err);
	if (!fail)
		fail = run_text(store, INDEX, number, folded.text, err);
	return fail;
}
