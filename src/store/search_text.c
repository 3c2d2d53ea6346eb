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
#include "store/rows.h"
#include "store/search_text.h"

enum { GET, ADD, CHANGE, INDEX, UNINDEX, COMPLAINANTS };

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
	[COMPLAINANTS] = { "SELECT name FROM complainant "
			   "WHERE complaint_id = ?1 ORDER BY id",
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
	{ TABLE_COMPLAINT, { COMPLAINT_OBJECT, COMPLAINT_COMPANY_NAME }, 2 },
};

static void
add_name(struct buf *out, const char *name)
{
	if (out->size > 0)
		buf_char(out, ' ');
	text_fold(name, true, out);
}

/*
 * A complaint is found by who complains, unless that is confidential: then
 * nothing of it is kept, whatever the cells hold.
 */
static enum fail
add_complainants(struct store *store, const struct record *record,
    struct buf *out, struct err *err)
{
	scoped_arena arena = arena_new();
	scoped_query query = { 0 };
	bool has_row = false;
	enum fail fail;

	if (record->table->number != TABLE_COMPLAINT ||
	    strcmp(record_text(record, COMPLAINT_CONFIDENTIAL), "Y") == 0)
		return FAIL_NONE;
	fail = query_open(&query, store, &search_text_sql[COMPLAINANTS], err);
	if (fail)
		return fail;
	query_id(&query, 1, &record->id);
	fail = query_step(&query, &has_row, err);
	while (!fail && has_row) {
		add_name(out, column_text(&query, 0, arena));
		fail = query_step(&query, &has_row, err);
	}
	return fail;
}

enum fail
search_folded(struct store *store, const struct record *record, struct buf *out,
    struct err *err)
{
	for (size_t i = 0; i < array_length(searched); i++) {
		if (searched[i].table != record->table->number)
			continue;
		for (size_t j = 0; j < searched[i].n; j++)
			add_name(
			    out, record_text(record, searched[i].cells[j]));
	}
	return add_complainants(store, record, out, err);
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

static enum fail
keep(struct store *store, const struct record *record, struct err *err)
{
	scoped_arena arena = arena_new();
	const char *old = "", *text;
	int64_t number = 0;
	scoped_buf folded = { 0 };
	enum fail fail;

	buf_init(&folded, SEARCH_TEXT_MAX);
	fail = search_folded(store, record, &folded, err);
	if (!fail)
		fail = search_text_get(
		    store, &record->id, arena, &number, &old, err);
	text = folded.size > 0 ? folded.text : "";
	if (fail || strcmp(old, text) == 0)
		return fail;
	if (number == 0)
		return add(store, record, text, err);
	fail = run_text(store, UNINDEX, number, old, err);
	if (!fail)
		fail = run_text(store, CHANGE, number, text, err);
	if (!fail)
		fail = run_text(store, INDEX, number, text, err);
	return fail;
}

enum fail
search_keep(struct store *store, const struct record *record, struct err *err)
{
	scoped_arena arena = arena_new();
	struct record complaint;
	struct id id;
	enum fail fail;

	for (size_t i = 0; i < array_length(searched); i++)
		if (searched[i].table == record->table->number)
			return keep(store, record, err);
	if (record->table->number != TABLE_COMPLAINANT)
		return FAIL_NONE;
	id = record_id(record, COMPLAINANT_COMPLAINT_ID);
	fail = store_get(store, TABLE_COMPLAINT, &id, arena, &complaint, err);
	if (fail)
		return fail == FAIL_MISSING ? FAIL_NONE : fail;
	return keep(store, &complaint, err);
}
