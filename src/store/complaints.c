#include "store/complaints.h"

#include <assert.h>
#include <string.h>

#include "store/applications.h"
#include "store/complaint_walk.h"
#include "store/inside.h"
#include "store/page.h"

/*
 * A page is a walk along one tag. Of all conditions of a filter the one that
 * the fewest rows meet gives the tag; the others are asked of each row's line.
 * That gives places; only the rows of the page are then read whole.
 */
enum { ROW, UP, DOWN, MEANT, COUNT };

/*
 * What is asked of a line, as one opaque thing (the plus). Taken one by one
 * the planner would believe that next to no row is left, and sort all rows of
 * a tag rather than walk them in order.
 */
#define CONDITIONS \
	"+((?5 IS NULL OR l.kind = ?5) " \
	"AND (?6 IS NULL OR l.channel = ?6) " \
	"AND (?7 IS NULL OR l.service = ?7) " \
	"AND (?8 IS NULL OR l.problem = ?8) " \
	"AND (?9 IS NULL OR instr(' ' || l.clauses || ' ', ?9) > 0) " \
	"AND (?10 IS NULL OR instr(?10, ' ' || l.state || ' ') > 0) " \
	"AND (?11 IS NULL OR l.due >= ?11) " \
	"AND (?12 IS NULL OR l.due <= ?12) " \
	"AND (?13 IS NULL OR l.received_date >= ?13) " \
	"AND (?14 IS NULL OR l.received_date <= ?14) " \
	"AND (?15 IS NULL OR l.named_officer <> ?15))"

#define COLUMNS \
	"l.id, l.number, l.kind, l.channel, l.received_date, " \
	"m.completed_date, (SELECT p.name FROM complainant p " \
	"WHERE p.complaint_id = l.id AND p.part = 'pelapor' LIMIT 1), " \
	"m.confidential, m.object, m.company_name, l.problem, r.class, " \
	"r.level, c.state, c.due, c.due_is_provisional, c.started, c.stopped"
#define WALKED(beyond, end) \
	"FROM complaint_tag t CROSS JOIN complaint_line l WHERE l.id = t.id " \
	"AND t.tag = ?1 AND (t.key, t.id) " beyond " (?2, ?3) " \
	"AND t.key " end " ?16 AND " CONDITIONS
#define WALK(beyond, end, order) \
	"SELECT t.id, t.key " WALKED(beyond, end) " ORDER BY t.key " order \
						  ", t.id " order " LIMIT ?4"

static const struct sql complaints_sql[] = {
	[ROW] = { "SELECT " COLUMNS " FROM complaint_line l "
		  "CROSS JOIN case_state c CROSS JOIN complaint m "
		  "LEFT JOIN review r ON r.id = l.review "
		  "WHERE l.id = ?1 AND c.id = ?1 AND m.id = ?1 AND "
		  "(?2 IS NULL OR l.named_officer <> ?2)",
	    false },
	[UP] = { WALK(">", "<=", "ASC"), false },
	[DOWN] = { WALK("<", ">=", "DESC"), false },
	[MEANT] = { "SELECT l.id, l.received_date, l.due, l.number "
		    "FROM complaint_line l WHERE l.id = ?1 AND " CONDITIONS,
	    false },
	[COUNT] = { "SELECT count(*) FROM (SELECT 1 " WALKED(
			">", "<=") " LIMIT ?4)",
	    false },
};
const struct sql_set complaints_set = SQL_SET(complaints_sql);

static struct complaint_row
read_row(struct query *query, struct arena *arena)
{
	struct complaint_row row = {
		.id = column_id(query, 0),
		.number = without_sort_key(column_text(query, 1, arena)),
		.kind = column_text(query, 2, arena),
		.channel = column_text(query, 3, arena),
		.received_date = without_sort_key(column_text(query, 4, arena)),
		.completed_date = column_text(query, 5, arena),
		.name = column_text(query, 6, arena),
		.is_confidential =
		    strcmp(column_text(query, 7, arena), "Y") == 0,
		.object = column_text(query, 8, arena),
		.company_name = column_text(query, 9, arena),
		.problem = column_text(query, 10, arena),
		.class = column_text(query, 11, arena),
		.level = column_text(query, 12, arena),
		.state = column_text(query, 13, arena),
		.due = without_sort_key(column_text(query, 14, arena)),
		.due_is_provisional = column_integer(query, 15) != 0,
		.started = column_text(query, 16, arena),
		.stopped = column_text(query, 17, arena),
	};

	if (row.is_confidential)
		row.name = "";
	return row;
}

static const char *
key_of(const struct complaint_row *row, enum complaint_sort sort)
{
	const char *key = "";

	switch (sort) {
	case COMPLAINTS_RECEIVED: key = row->received_date; break;
	case COMPLAINTS_DUE: key = row->due; break;
	case COMPLAINTS_NUMBER: key = row->number; break;
	}
	return sort_key(key);
}

/* What is found for a page, before its rows are read. */
struct found {
	const struct complaint_filter *filter;
	struct arena *arena;
	struct places places;
};

/* All places of a query: id, and the key in that column. */
static enum fail
take_places(
    struct query *query, int column, struct found *found, struct err *err)
{
	bool has_row = false;
	enum fail fail;

	fail = query_step(query, &has_row, err);
	while (!fail && has_row) {
		struct id id = column_id(query, 0);

		places_add(&found->places, found->arena,
		    column_text(query, column, found->arena), &id);
		fail = query_step(query, &has_row, err);
	}
	return fail;
}

/* The places of one tag, beyond the one where the page before ended. */
static enum fail
walk(struct store *store, const char *tag, const struct page_order *order,
    const struct place *after, struct found *found, struct err *err)
{
	const char *first = walk_first(found->filter);
	const char *last = walk_last(found->filter);
	bool is_down = order->is_descending;
	scoped_query query = { 0 };
	enum fail fail;

	fail = query_open(
	    &query, store, &complaints_sql[is_down ? DOWN : UP], err);
	if (fail)
		return fail;
	query_text(&query, P_TAG, tag);
	place_bind(&query, P_KEY, after, is_down ? last : first, is_down);
	query_integer(&query, P_LIMIT, (int64_t)order->limit);
	query_text(&query, P_END, is_down ? first : last);
	walk_bind(&query, found->filter);
	return take_places(&query, 1, found, err);
}

/* The places of what a free text means, in no order. */
static enum fail
find_meant(struct store *store, struct found *found, struct err *err)
{
	static const int columns[] = {
		[COMPLAINTS_RECEIVED] = 1,
		[COMPLAINTS_DUE] = 2,
		[COMPLAINTS_NUMBER] = 3,
	};
	struct ids ids = { .arena = found->arena, .limit = COMPLAINT_TEXT_MAX };
	enum fail fail;

	fail = store_search(
	    store, TABLE_COMPLAINT, found->filter->text, &ids, err);
	for (size_t i = 0; i < ids.n && !fail; i++) {
		scoped_query query = { 0 };

		fail = query_open(&query, store, &complaints_sql[MEANT], err);
		if (fail)
			break;
		query_id(&query, 1, &ids.list[i]);
		walk_bind(&query, found->filter);
		fail = take_places(
		    &query, columns[found->filter->sort], found, err);
	}
	return fail;
}

static bool
has_text(const struct complaint_filter *filter)
{
	return filter->text != NULL && *filter->text != '\0';
}

/* What the page may need: enough places of each walk. */
static enum fail
find_page(struct store *store, struct page_order *order,
    const struct place *after, struct found *found, struct err *err)
{
	struct facet facet;
	enum fail fail;

	if (has_text(found->filter)) {
		order->is_merged = true;
		fail = find_meant(store, found, err);
		if (!fail && after != NULL)
			places_skip(
			    &found->places, after, order->is_descending);
		return fail;
	}
	fail = walk_choose(store, found->filter, found->arena, &facet, err);
	for (size_t i = 0; i < facet.n && !fail; i++)
		fail = walk(store, facet.tags[i], order, after, found, err);
	order->is_merged = facet.n > 1;
	return fail;
}

enum fail
store_complaint_row(struct store *store, const struct id *id,
    const char *hidden_from, struct arena *arena, struct complaint_row *ret_row,
    struct err *err)
{
	scoped_query query = { 0 };
	struct complaint_row row;
	bool has_row = false;
	enum fail fail;

	fail = query_open(&query, store, &complaints_sql[ROW], err);
	if (fail)
		return fail;
	query_id(&query, 1, id);
	query_text(&query, 2, hidden_from);
	fail = query_step(&query, &has_row, err);
	if (fail)
		return fail;
	if (!has_row)
		return fail_say(err, FAIL_MISSING, "store.no-state", NULL);
	row = read_row(&query, arena);
	fail = query_end(&query, err);
	if (!fail)
		*ret_row = row;
	return fail;
}

enum fail
store_complaints(struct store *store, const struct complaint_filter *filter,
    struct complaint_page *page, struct err *err)
{
	struct page_order order = {
		.is_descending = filter->is_descending != page->is_backwards,
		.is_backwards = page->is_backwards,
		.limit = page->limit,
	};
	struct found found = { .filter = filter, .arena = page->arena };
	struct complaint_row *list;
	struct place after = { 0 };
	enum fail fail;

	assert(page->limit <= COMPLAINT_PAGE_MAX);
	assert(filter->n_states <= COMPLAINT_STATES_MAX);
	if (page->after != NULL)
		after = (struct place){ key_of(page->after, filter->sort),
			page->after->id, 0 };
	fail = find_page(
	    store, &order, page->after == NULL ? NULL : &after, &found, err);
	if (fail)
		return fail;
	places_settle(&found.places, &order);
	list = arena_array(page->arena, found.places.n, sizeof *list);
	for (size_t i = 0; i < found.places.n && !fail; i++)
		fail = store_complaint_row(store, &found.places.list[i].id,
		    filter->hidden_from, page->arena, &list[i], err);
	if (fail)
		return fail;
	page->list = list;
	page->n = found.places.n;
	return FAIL_NONE;
}

static enum fail
count_tag(struct store *store, const char *tag,
    const struct complaint_filter *filter, size_t limit, size_t *n,
    struct err *err)
{
	scoped_query query = { 0 };
	bool has_row = false;
	enum fail fail;

	fail = query_open(&query, store, &complaints_sql[COUNT], err);
	if (fail)
		return fail;
	query_text(&query, P_TAG, tag);
	place_bind(&query, P_KEY, NULL, walk_first(filter), false);
	query_integer(&query, P_LIMIT, (int64_t)(limit - *n));
	query_text(&query, P_END, walk_last(filter));
	walk_bind(&query, filter);
	fail = query_step(&query, &has_row, err);
	if (!fail)
		*n += (size_t)column_integer(&query, 0);
	return fail;
}

enum fail
store_complaint_count(struct store *store,
    const struct complaint_filter *filter, size_t limit, size_t *ret_n,
    struct err *err)
{
	scoped_arena arena = arena_new();
	/* Any order: the one in which the walk is the shortest. */
	struct complaint_filter quick = *filter;
	struct found found = { .filter = &quick, .arena = arena };
	struct facet facet = { .n = 0 };
	size_t n = 0;
	enum fail fail;

	quick.sort =
	    walk_is_running(filter) ? COMPLAINTS_DUE : COMPLAINTS_RECEIVED;
	if (has_text(filter)) {
		fail = find_meant(store, &found, err);
		n = found.places.n < limit ? found.places.n : limit;
	} else {
		fail = walk_choose(store, &quick, arena, &facet, err);
	}
	for (size_t i = 0; i < facet.n && n < limit && !fail; i++)
		fail = count_tag(store, facet.tags[i], &quick, limit, &n, err);
	if (!fail)
		*ret_n = n;
	return fail;
}
