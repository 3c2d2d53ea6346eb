/* The tags of a line: each value it is asked by, in each order. */
#include <string.h>

#include "store/complaint_line.h"
#include "store/inside.h"

enum { GET_TAG, ADD_TAG, DROP_TAG };

static const struct sql complaint_tag_sql[] = {
	[GET_TAG] = { "SELECT named_officer FROM complaint_tag "
		      "WHERE id = ?1 AND tag = ?2 AND key = ?3",
	    false },
	[ADD_TAG] = { "INSERT INTO complaint_tag(id, tag, key, named_officer) "
		      "VALUES(?1, ?2, ?3, ?4)",
	    false },
	[DROP_TAG] = { "DELETE FROM complaint_tag "
		       "WHERE id = ?1 AND tag = ?2 AND key = ?3",
	    false },
};
const struct sql_set complaint_tag_set = SQL_SET(complaint_tag_sql);

const char *
line_tag(struct arena *arena, enum line_order order, enum line_tag of,
    const char *value)
{
	return arena_print(arena, "%c%c%s", (int)order, (int)of, value);
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

static enum fail
change_tag(struct store *store, int which, const struct id *id,
    const struct tag *tag, struct err *err)
{
	scoped_query query = { 0 };
	enum fail fail;

	fail = query_open(&query, store, &complaint_tag_sql[which], err);
	if (fail)
		return fail;
	query_id(&query, 1, id);
	query_text(&query, 2, tag->tag);
	query_text(&query, 3, tag->key);
	if (which == ADD_TAG)
		query_text(&query, 4, tag->named_officer);
	return query_run(&query, err);
}

enum fail
line_change_tags(struct store *store, const struct complaint_line *old,
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
line_count_tags(struct store *store, const struct complaint_line *line,
    size_t *ret_n, size_t *ret_kept, struct err *err)
{
	scoped_arena arena = arena_new();
	struct tags tags = tags_of(line, arena);
	enum fail fail = FAIL_NONE;
	size_t kept = 0;

	for (size_t i = 0; i < tags.n && !fail; i++) {
		const struct tag *tag = &tags.list[i];
		scoped_query query = { 0 };
		bool has_row = false;

		fail =
		    query_open(&query, store, &complaint_tag_sql[GET_TAG], err);
		if (fail)
			break;
		query_id(&query, 1, &line->id);
		query_text(&query, 2, tag->tag);
		query_text(&query, 3, tag->key);
		fail = query_step(&query, &has_row, err);
		kept += has_row &&
		    strcmp(column_text(&query, 0, arena), tag->named_officer) ==
			0;
	}
	*ret_n = tags.n;
	*ret_kept = kept;
	return fail;
}
