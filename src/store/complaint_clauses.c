/* Complaints by clause and month, counted along their tags. */
#include <string.h>

#include "store/complaint_line.h"
#include "store/complaints.h"
#include "store/inside.h"

enum { NEXT_TAG, NEXT_KEY, COUNT };

static const struct sql complaint_clauses_sql[] = {
	[NEXT_TAG] = { "SELECT tag FROM complaint_tag "
		       "WHERE tag > ?1 AND tag < ?2 ORDER BY tag LIMIT 1",
	    false },
	[NEXT_KEY] = { "SELECT key FROM complaint_tag WHERE tag = ?1 "
		       "AND key >= ?2 AND key <= ?3 ORDER BY key LIMIT 1",
	    false },
	[COUNT] = { "SELECT count(*) FROM complaint_tag WHERE tag = ?1 "
		    "AND key >= ?2 AND key <= ?3 "
		    "AND (?4 IS NULL OR named_officer <> ?4)",
	    false },
};
const struct sql_set complaint_clauses_set = SQL_SET(complaint_clauses_sql);

enum {
	MONTH_SIZE = sizeof "2026-11" - 1,
	CLAUSE_AT = 2, /* in a tag: what stands before is order and kind */
};

/* What is counted: the keys of a tag, both ends included. */
struct span {
	const char *tag, *from, *to, *hidden_from;
};

static enum fail
open_span(struct query *query, struct store *store, int which,
    const struct span *span, struct err *err)
{
	enum fail fail;

	fail = query_open(query, store, &complaint_clauses_sql[which], err);
	if (fail)
		return fail;
	query_text(query, 1, span->tag);
	query_text(query, 2, span->from);
	query_text(query, 3, span->to);
	return FAIL_NONE;
}

/* The first tag, or key, of a span; NULL when there is none. */
static enum fail
first_of(struct store *store, int which, const struct span *span,
    struct arena *arena, const char **ret_text, struct err *err)
{
	scoped_query query = { 0 };
	bool has_row = false;
	enum fail fail;

	if (which == NEXT_TAG) {
		fail = query_open(
		    &query, store, &complaint_clauses_sql[which], err);
		if (!fail)
			query_text(&query, 1, span->from);
		if (!fail)
			query_text(&query, 2, span->to);
	} else {
		fail = open_span(&query, store, which, span, err);
	}
	if (!fail)
		fail = query_step(&query, &has_row, err);
	if (fail)
		return fail;
	*ret_text = has_row ? column_text(&query, 0, arena) : NULL;
	return query_end(&query, err);
}

static enum fail
count_span(struct store *store, const struct span *span, int64_t *ret_n,
    struct err *err)
{
	scoped_query query = { 0 };
	bool has_row = false;
	enum fail fail;

	fail = open_span(&query, store, COUNT, span, err);
	if (fail)
		return fail;
	query_text(&query, 4, span->hidden_from);
	fail = query_step(&query, &has_row, err);
	if (!fail)
		*ret_n = column_integer(&query, 0);
	return fail;
}

/* The months of one clause. No day is "2026-11~", the end of a month. */
static enum fail
count_clause(struct store *store, struct span span,
    struct clause_counts *counts, size_t *room, struct err *err)
{
	const char *last = span.to, *key = NULL;
	struct arena *arena = counts->arena;
	enum fail fail;

	fail = first_of(store, NEXT_KEY, &span, arena, &key, err);
	while (!fail && key != NULL) {
		struct clause_count count = {
			.clause = span.tag + CLAUSE_AT,
			.month =
			    arena_bytes(arena, key, strnlen(key, MONTH_SIZE)),
		};

		span.to = arena_print(arena, "%s~", count.month);
		if (strcmp(span.to, last) > 0)
			span.to = last;
		fail = count_span(store, &span, &count.n, err);
		if (fail)
			return fail;
		if (count.n > 0) {
			counts->list = arena_grow(
			    arena, counts->list, counts->n, room, sizeof count);
			counts->list[counts->n++] = count;
		}
		if (span.to == last)
			break;
		span.from = span.to;
		span.to = last;
		fail = first_of(store, NEXT_KEY, &span, arena, &key, err);
	}
	return fail;
}

enum fail
store_complaint_clauses(struct store *store, const char *from, const char *to,
    const char *hidden_from, struct clause_counts *counts, struct err *err)
{
	struct arena *arena = counts->arena;
	struct clause_counts found = { .arena = arena };
	/* Between the tags of this kind and those of the next. */
	struct span all = { .from =
				line_tag(arena, ORDER_RECEIVED, TAG_CLAUSE, ""),
		.to = line_tag(arena, ORDER_RECEIVED, TAG_CLAUSE, "~") };
	struct span span = {
		.from = from, .to = to, .hidden_from = hidden_from
	};
	size_t room = 0;
	enum fail fail;

	fail = first_of(store, NEXT_TAG, &all, arena, &span.tag, err);
	while (!fail && span.tag != NULL) {
		fail = count_clause(store, span, &found, &room, err);
		all.from = span.tag;
		if (!fail)
			fail = first_of(
			    store, NEXT_TAG, &all, arena, &span.tag, err);
	}
	if (fail)
		return fail;
	counts->list = found.list;
	counts->n = found.n;
	return FAIL_NONE;
}
