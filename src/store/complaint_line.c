#include "store/complaint_line.h"

#include <string.h>

#include "store/inside.h"
#include "store/page.h"
#include "store/rows.h"

enum { STATE, REVIEWS, GET, PUT, ADD_TAG, DROP_TAG, FORGET, FORGET_TAGS };

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
	[ADD_TAG] = { "INSERT INTO complaint_tag(id, tag, key, named_officer) "
		      "VALUES(?1, ?2, ?3, ?4)",
	    false },
	[DROP_TAG] = { "DELETE FROM complaint_tag "
		       "WHERE id = ?1 AND tag = ?2 AND key = ?3",
	    false },
	[FORGET] = { "DELETE FROM complaint_line", .scan = true },
	[FORGET_TAGS] = { "DELETE FROM complaint_tag", .scan = true },
};
const struct sql_set complaint_line_set = SQL_SET(complaint_line_sql);

const char *
line_tag(struct arena *arena, enum line_order order, enum line_tag of,
    const char *value)
{
	return arena_print(arena, "%c%c%s", (int)order, (int)of, value);
}

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

/* One row of complaint_tag of a line. */
struct tag {
	const char *tag, *key, *named_officer;
};

struct tags {
	struct arena *arena;
	const struct complaint_line *line;
	struct tag *list;
	size_t n, room;
};

static bool
has_tag(const struct tags *tags, const struct tag *tag)
{
	for (size_t i = 0; i < tags->n; i++)
		if (strcmp(tags->list[i].tag, tag->tag) == 0 &&
		    strcmp(tags->list[i].key, tag->key) == 0 &&
		    strcmp(tags->list[i].named_officer, tag->named_officer) ==
			0)
			return true;
	return false;
}

/* A value, in each order. */
static void
add_tag(struct tags *tags, enum line_tag of, const char *value)
{
	static const struct {
		enum line_order order;
		enum line_text key;
	} orders[] = {
		{ ORDER_DUE, LINE_DUE },
		{ ORDER_NUMBER, LINE_NUMBER },
		{ ORDER_RECEIVED, LINE_RECEIVED_DATE },
	};
	const char *const *text = tags->line->text;

	for (size_t i = 0; i < array_length(orders); i++) {
		struct tag tag = {
			line_tag(tags->arena, orders[i].order, of, value),
			text[orders[i].key],
			text[LINE_NAMED_OFFICER],
		};

		if (has_tag(tags, &tag))
			continue;
		tags->list = arena_grow(
		    tags->arena, tags->list, tags->n, &tags->room, sizeof tag);
		tags->list[tags->n++] = tag;
	}
}

static struct tags
tags_of(const struct complaint_line *line, struct arena *arena)
{
	static const struct {
		enum line_tag of;
		enum line_text text;
	} plain[] = {
		{ TAG_STATE, LINE_STATE },
		{ TAG_KIND, LINE_KIND },
		{ TAG_CHANNEL, LINE_CHANNEL },
		{ TAG_SERVICE, LINE_SERVICE },
		{ TAG_PROBLEM, LINE_PROBLEM },
	};
	struct tags tags = { .arena = arena, .line = line };
	const char *at = line->text[LINE_CLAUSES];

	add_tag(&tags, TAG_ALL, "");
	if (strcmp(line->text[LINE_DUE], "~") != 0)
		add_tag(&tags, TAG_RUNNING, "");
	for (size_t i = 0; i < array_length(plain); i++)
		if (*line->text[plain[i].text] != '\0')
			add_tag(&tags, plain[i].of, line->text[plain[i].text]);
	for (;;) {
		size_t size;

		at += strspn(at, " ");
		size = strcspn(at, " ");
		if (size == 0)
			return tags;
		add_tag(&tags, TAG_CLAUSE, arena_bytes(arena, at, size));
		at += size;
	}
}

size_t
line_tags(const struct complaint_line *line)
{
	scoped_arena arena = arena_new();

	return tags_of(line, arena).n;
}

static enum fail
change_tag(struct store *store, int which, const struct id *id,
    const struct tag *tag, struct err *err)
{
	scoped_query query = { 0 };
	enum fail fail;

	fail = open_row(&query, store, which, id, err);
	if (fail)
		return fail;
	query_text(&query, 2, tag->tag);
	query_text(&query, 3, tag->key);
	if (which == ADD_TAG)
		query_text(&query, 4, tag->named_officer);
	return query_run(&query, err);
}

/* From the tags of the old line (none: NULL) to those of the new one. */
static enum fail
change_tags(struct store *store, const struct complaint_line *old,
    const struct complaint_line *line, struct err *err)
{
	scoped_arena arena = arena_new();
	struct tags before = { .n = 0 }, after = tags_of(line, arena);
	enum fail fail = FAIL_NONE;

	if (old != NULL)
		before = tags_of(old, arena);
	for (size_t i = 0; i < before.n && !fail; i++)
		if (!has_tag(&after, &before.list[i]))
			fail = change_tag(
			    store, DROP_TAG, &line->id, &before.list[i], err);
	for (size_t i = 0; i < after.n && !fail; i++)
		if (!has_tag(&before, &after.list[i]))
			fail = change_tag(
			    store, ADD_TAG, &line->id, &after.list[i], err);
	return fail;
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
	fail = change_tags(store, has_old ? &old : NULL, &line, err);
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
