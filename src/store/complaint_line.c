#include "store/complaint_line.h"

#include <string.h>

#include "store/inside.h"
#include "store/page.h"
#include "store/rows.h"

enum { STATE, REVIEWS, GET, PUT, FORGET, FORGET_TAGS };

static const struct sql complaint_line_sql[] = {
	[STATE] = { "SELECT state, due FROM case_state "
		    "WHERE id = ?1 AND table_number = ?2",
	    false },
	[REVIEWS] = { "SELECT id, problem, clauses FROM review "
		      "WHERE complaint_id = ?1 ORDER BY round DESC, id",
	    false },
	[GET] = { "SELECT coalesce(review, zeroblob(16)), state, due, number, "
		  "received_date, kind, channel, service, named_officer, "
		  "problem, clauses FROM complaint_line WHERE id = ?1",
	    false },
	[PUT] = { "INSERT INTO complaint_line(id, review, state, due, number, "
		  "received_date, kind, channel, service, named_officer, "
		  "problem, clauses) VALUES(?1, nullif(?2, zeroblob(16)), ?3, "
		  "?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12) "
		  "ON CONFLICT DO UPDATE SET review = excluded.review, "
		  "state = excluded.state, due = excluded.due, "
		  "number = excluded.number, "
		  "received_date = excluded.received_date, "
		  "kind = excluded.kind, channel = excluded.channel, "
		  "service = excluded.service, "
		  "named_officer = excluded.named_officer, "
		  "problem = excluded.problem, clauses = excluded.clauses",
	    false },
	[FORGET] = { "DELETE FROM complaint_line", .scan = true },
	[FORGET_TAGS] = { "DELETE FROM complaint_tag", .scan = true },
};
const struct sql_set complaint_line_set = SQL_SET(complaint_line_sql);

static enum fail
open_row(struct query *query, struct store *store, int which,
    const struct id *id, struct err *err)
{
	enum fail fail;

	fail = query_open(query, store, &complaint_line_sql[which], err);
	if (!fail)
		query_id(query, 1, id);
	return fail;
}

/* Where it stands; false when that was never put. */
static enum fail
read_state(struct store *store, struct arena *arena,
    struct complaint_line *line, bool *ret_has, struct err *err)
{
	scoped_query query = { 0 };
	enum fail fail;

	fail = open_row(&query, store, STATE, &line->id, err);
	if (fail)
		return fail;
	query_integer(&query, 2, TABLE_COMPLAINT);
	fail = query_step(&query, ret_has, err);
	if (fail || !*ret_has)
		return fail;
	line->text[LINE_STATE] = column_text(&query, 0, arena);
	line->text[LINE_DUE] = column_text(&query, 1, arena);
	return query_end(&query, err);
}

/* From the latest round back: the first that says something. */
static enum fail
read_reviews(struct store *store, struct arena *arena,
    struct complaint_line *line, struct err *err)
{
	scoped_query query = { 0 };
	bool has_row = false;
	enum fail fail;

	fail = open_row(&query, store, REVIEWS, &line->id, err);
	if (!fail)
		fail = query_step(&query, &has_row, err);
	while (!fail && has_row) {
		if (id_is_zero(&line->review))
			line->review = column_id(&query, 0);
		for (int i = LINE_PROBLEM; i <= LINE_CLAUSES; i++)
			if (*line->text[i] == '\0')
				line->text[i] = column_text(
				    &query, 1 + i - LINE_PROBLEM, arena);
		fail = query_step(&query, &has_row, err);
	}
	return fail;
}

enum fail
line_of_records(struct store *store, const struct id *id, struct arena *arena,
    struct complaint_line *ret_line, bool *ret_has, struct err *err)
{
	static const struct {
		enum line_text text;
		int cell;
	} copied[] = {
		{ LINE_NUMBER, COMPLAINT_NUMBER },
		{ LINE_RECEIVED_DATE, COMPLAINT_RECEIVED_DATE },
		{ LINE_KIND, COMPLAINT_KIND },
		{ LINE_CHANNEL, COMPLAINT_CHANNEL },
		{ LINE_SERVICE, COMPLAINT_SERVICE },
		{ LINE_NAMED_OFFICER, COMPLAINT_NAMED_OFFICER },
	};
	struct complaint_line line = { .id = *id };
	struct record record;
	bool has = false;
	enum fail fail;

	*ret_has = false;
	for (size_t i = 0; i < LINE_TEXTS_N; i++)
		line.text[i] = "";
	fail = read_state(store, arena, &line, &has, err);
	if (fail || !has)
		return fail;
	fail = store_get(store, TABLE_COMPLAINT, id, arena, &record, err);
	if (fail)
		return fail == FAIL_MISSING ? FAIL_NONE : fail;
	for (size_t i = 0; i < array_length(copied); i++)
		line.text[copied[i].text] =
		    record_text(&record, copied[i].cell);
	line.text[LINE_NUMBER] = sort_key(line.text[LINE_NUMBER]);
	line.text[LINE_RECEIVED_DATE] = sort_key(line.text[LINE_RECEIVED_DATE]);
	fail = read_reviews(store, arena, &line, err);
	if (fail)
		return fail;
	*ret_line = line;
	*ret_has = true;
	return FAIL_NONE;
}

enum fail
line_kept(struct store *store, const struct id *id, struct arena *arena,
    struct complaint_line *ret_line, bool *ret_has, struct err *err)
{
	struct complaint_line line = { .id = *id };
	scoped_query query = { 0 };
	enum fail fail;

	fail = open_row(&query, store, GET, id, err);
	if (!fail)
		fail = query_step(&query, ret_has, err);
	if (fail || !*ret_has)
		return fail;
	line.review = column_id(&query, 0);
	for (int i = 0; i < LINE_TEXTS_N; i++)
		line.text[i] = column_text(&query, 1 + i, arena);
	fail = query_end(&query, err);
	if (!fail)
		*ret_line = line;
	return fail;
}

bool
line_equal(const struct complaint_line *a, const struct complaint_line *b)
{
	for (size_t i = 0; i < LINE_TEXTS_N; i++)
		if (strcmp(a->text[i], b->text[i]) != 0)
			return false;
	return id_equal(&a->review, &b->review);
}

enum fail
line_keep(struct store *store, const struct id *id, struct err *err)
{
	scoped_arena arena = arena_new();
	struct complaint_line old = { 0 }, line;
	bool has_old = false, has = false;
	scoped_query query = { 0 };
	enum fail fail;

	fail = line_of_records(store, id, arena, &line, &has, err);
	if (!fail && has)
		fail = line_kept(store, id, arena, &old, &has_old, err);
	if (fail || !has || (has_old && line_equal(&old, &line)))
		return fail;
	fail = line_change_tags(store, has_old ? &old : NULL, &line, err);
	if (!fail)
		fail = open_row(&query, store, PUT, id, err);
	if (fail)
		return fail;
	query_id(&query, 2, &line.review);
	for (int i = 0; i < LINE_TEXTS_N; i++)
		query_text(&query, 3 + i, line.text[i]);
	return query_run(&query, err);
}

enum fail
line_follow(struct store *store, const struct record *record, struct err *err)
{
	struct id id;

	if (record->table->number == TABLE_COMPLAINT)
		return line_keep(store, &record->id, err);
	if (record->table->number != TABLE_REVIEW)
		return FAIL_NONE;
	id = record_id(record, REVIEW_COMPLAINT_ID);
	return line_keep(store, &id, err);
}

static enum fail
mend_line(void *context, const struct record *record, struct err *err)
{
	return line_keep(context, &record->id, err);
}

enum fail
lines_mend(struct store *store, struct err *err)
{
	scoped_arena arena = arena_new();
	enum fail fail = FAIL_NONE;

	for (int which = FORGET; which <= FORGET_TAGS && !fail; which++) {
		scoped_query query = { 0 };

		fail =
		    query_open(&query, store, &complaint_line_sql[which], err);
		if (!fail)
			fail = query_run(&query, err);
	}
	return fail ?
	    fail :
	    store_each(store, TABLE_COMPLAINT, arena, mend_line, store, err);
}
