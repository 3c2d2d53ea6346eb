#include "store/applications.h"

#include <assert.h>

#include "store/inside.h"
#include "store/page.h"

#define ROW_COLUMNS \
	"c.id, c.number, c.received_date, a.name, a.company_name, a.nib, " \
	"a.kbli, c.state, c.due, c.due_is_provisional, c.started, c.stopped, " \
	"EXISTS(SELECT 1 FROM case_divided d WHERE d.id = c.id)"

/*
 * A page in one order: the rows beyond (?1, ?2) of the table ?4. Cases are
 * taken from the index, each application then by its key.
 */
#define PAGE(state, key, beyond, order) \
	{ \
		"SELECT " ROW_COLUMNS \
		" FROM case_state c CROSS JOIN application a " \
		"WHERE c.table_number = ?4 AND " state "(c." key \
		", c.id) " beyond " (?1, ?2) AND a.id = c.id " \
		"ORDER BY c." key " " order ", c.id " order " LIMIT ?3", \
		    false \
	}
#define PAGES(state, key) \
	{ \
		PAGE(state, key, ">", "ASC"), PAGE(state, key, "<", "DESC") \
	}
#define ONE_STATE "c.state = ?5 AND "

/* By sort, one state or all, descending. */
static const struct sql page_sql[3][2][2] = {
	[SORT_RECEIVED] = { PAGES("", "received_date"),
	    PAGES(ONE_STATE, "received_date") },
	[SORT_DUE] = { PAGES("", "due"), PAGES(ONE_STATE, "due") },
	[SORT_NUMBER] = { PAGES("", "number"), PAGES(ONE_STATE, "number") },
};
const struct sql_set page_set = { &page_sql[0][0][0],
	sizeof page_sql / sizeof page_sql[0][0][0] };

enum { ROW };

static const struct sql applications_sql[] = {
	[ROW] = { "SELECT " ROW_COLUMNS " FROM case_state c CROSS JOIN "
		  "application a WHERE c.id = ?1 AND a.id = c.id",
	    false },
};
const struct sql_set applications_set = SQL_SET(applications_sql);

struct rows {
	struct application_row *list;
	size_t n, room;
	struct places places;
};

static struct application_row
read_row(struct query *query, struct arena *arena)
{
	return (struct application_row){
		.id = column_id(query, 0),
		.number = without_sort_key(column_text(query, 1, arena)),
		.received_date = without_sort_key(column_text(query, 2, arena)),
		.name = column_text(query, 3, arena),
		.company_name = column_text(query, 4, arena),
		.nib = column_text(query, 5, arena),
		.kbli = column_text(query, 6, arena),
		.state = column_text(query, 7, arena),
		.due = without_sort_key(column_text(query, 8, arena)),
		.due_is_provisional = column_integer(query, 9) != 0,
		.started = column_text(query, 10, arena),
		.stopped = column_text(query, 11, arena),
		.is_divided = column_integer(query, 12) != 0,
	};
}

static const char *
key_of(const struct application_row *row, enum application_sort sort)
{
	const char *key = "";

	switch (sort) {
	case SORT_RECEIVED: key = row->received_date; break;
	case SORT_DUE: key = row->due; break;
	case SORT_NUMBER: key = row->number; break;
	}
	return sort_key(key);
}

/* What one query of a page is asked. */
struct ask {
	const struct application_filter *filter;
	const struct application_page *page;
	const char *state; /* NULL: all */
	bool is_descending;
};

static void
take_row(const struct ask *ask, struct query *query, struct rows *rows)
{
	struct arena *arena = ask->page->arena;
	struct application_row row = read_row(query, arena);

	rows->list = arena_grow(
	    arena, rows->list, rows->n, &rows->room, sizeof *rows->list);
	rows->list[rows->n++] = row;
	places_add(
	    &rows->places, arena, key_of(&row, ask->filter->sort), &row.id);
}

static enum fail
add_rows(struct store *store, const struct ask *ask, struct rows *rows,
    struct err *err)
{
	const struct application_row *after = ask->page->after;
	enum application_sort sort = ask->filter->sort;
	struct place place = { 0 };
	scoped_query query = { 0 };
	bool has_row = false;
	enum fail fail;

	fail = query_open(&query, store,
	    &page_sql[sort][ask->state != NULL][ask->is_descending], err);
	if (fail)
		return fail;
	if (after != NULL)
		place = (struct place){ key_of(after, sort), after->id, 0 };
	place_bind(&query, 1, after != NULL ? &place : NULL,
	    ask->is_descending ? KEY_LAST : KEY_FIRST, ask->is_descending);
	query_integer(&query, 3, (int64_t)ask->page->limit);
	query_integer(&query, 4, TABLE_APPLICATION);
	if (ask->state != NULL)
		query_text(&query, 5, ask->state);
	fail = query_step(&query, &has_row, err);
	while (!fail && has_row) {
		take_row(ask, &query, rows);
		fail = query_step(&query, &has_row, err);
	}
	return fail;
}

enum fail
store_applications(struct store *store, const struct application_filter *filter,
    struct application_page *page, struct err *err)
{
	struct page_order order = { .is_merged = filter->n_states > 1,
		.is_descending = filter->is_descending != page->is_backwards,
		.is_backwards = page->is_backwards,
		.limit = page->limit };
	struct ask ask = { .filter = filter,
		.page = page,
		.is_descending = order.is_descending };
	struct rows rows = { 0 };
	enum fail fail = FAIL_NONE;

	assert(page->limit <= APPLICATION_PAGE_MAX);
	assert(filter->n_states <= APPLICATION_STATES_MAX);
	if (filter->n_states == 0)
		fail = add_rows(store, &ask, &rows, err);
	for (size_t i = 0; i < filter->n_states && !fail; i++) {
		ask.state = filter->states[i];
		fail = add_rows(store, &ask, &rows, err);
	}
	if (fail)
		return fail;
	places_settle(&rows.places, &order);
	page->n = rows.places.n;
	page->list = places_rows(
	    &rows.places, page->arena, rows.list, sizeof *rows.list);
	return FAIL_NONE;
}

enum fail
store_application_row(struct store *store, const struct id *id,
    struct arena *arena, struct application_row *ret_row, struct err *err)
{
	scoped_query query = { 0 };
	struct application_row row;
	bool has_row = false;
	enum fail fail;

	fail = query_open(&query, store, &applications_sql[ROW], err);
	if (fail)
		return fail;
	query_id(&query, 1, id);
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
