#include "store/applications.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "store/inside.h"

#define ROW_COLUMNS \
	"c.id, c.number, c.received_date, a.name, a.company_name, a.nib, " \
	"a.kbli, c.state, c.due, c.due_is_provisional, c.started, c.stopped"

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

/* Before and after every key: dates, numbers and "~". */
#define KEY_FIRST ""
#define KEY_LAST "~~"

struct rows {
	struct application_row *list;
	size_t n, room;
};

static const char *
without_tilde(const char *text)
{
	return strcmp(text, "~") == 0 ? "" : text;
}

static struct application_row
read_row(struct query *query, struct arena *arena)
{
	return (struct application_row){
		.id = column_id(query, 0),
		.number = without_tilde(column_text(query, 1, arena)),
		.received_date = without_tilde(column_text(query, 2, arena)),
		.name = column_text(query, 3, arena),
		.company_name = column_text(query, 4, arena),
		.nib = column_text(query, 5, arena),
		.kbli = column_text(query, 6, arena),
		.state = column_text(query, 7, arena),
		.due = without_tilde(column_text(query, 8, arena)),
		.due_is_provisional = column_integer(query, 9) != 0,
		.started = column_text(query, 10, arena),
		.stopped = column_text(query, 11, arena),
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
	return *key == '\0' ? "~" : key;
}

static int
compare(const struct application_row *a, const struct application_row *b,
    enum application_sort sort)
{
	int order = strcmp(key_of(a, sort), key_of(b, sort));

	return order != 0 ? order : memcmp(a->id.byte, b->id.byte, ID_SIZE);
}

static int
by_received(const void *a, const void *b)
{
	return compare(a, b, SORT_RECEIVED);
}

static int
by_due(const void *a, const void *b)
{
	return compare(a, b, SORT_DUE);
}

static int
by_number(const void *a, const void *b)
{
	return compare(a, b, SORT_NUMBER);
}

/* What one query of a page is asked. */
struct ask {
	const struct application_filter *filter;
	const struct application_page *page;
	const char *state; /* NULL: all */
	bool is_descending;
};

static enum fail
add_rows(struct store *store, const struct ask *ask, struct rows *rows,
    struct err *err)
{
	static const struct id zero,
	    ones = { { 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
		0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff } };
	const struct application_row *after = ask->page->after;
	enum application_sort sort = ask->filter->sort;
	struct arena *arena = ask->page->arena;
	const char *key = ask->is_descending ? KEY_LAST : KEY_FIRST;
	const struct id *id = ask->is_descending ? &ones : &zero;
	scoped_query query = { 0 };
	bool has_row = false;
	enum fail fail;

	fail = query_open(&query, store,
	    &page_sql[sort][ask->state != NULL][ask->is_descending], err);
	if (fail)
		return fail;
	if (after != NULL) {
		key = key_of(after, sort);
		id = &after->id;
	}
	query_text(&query, 1, key);
	query_id(&query, 2, id);
	query_integer(&query, 3, (int64_t)ask->page->limit);
	query_integer(&query, 4, TABLE_APPLICATION);
	if (ask->state != NULL)
		query_text(&query, 5, ask->state);
	fail = query_step(&query, &has_row, err);
	while (!fail && has_row) {
		rows->list = arena_grow(arena, rows->list, rows->n, &rows->room,
		    sizeof *rows->list);
		rows->list[rows->n++] = read_row(&query, arena);
		fail = query_step(&query, &has_row, err);
	}
	return fail;
}

static void
turn(struct rows *rows)
{
	for (size_t i = 0; i < rows->n / 2; i++) {
		struct application_row row = rows->list[i];

		rows->list[i] = rows->list[rows->n - 1 - i];
		rows->list[rows->n - 1 - i] = row;
	}
}

/*
 * The states' pages become one: the nearest limit rows of all. Each was
 * already in the order asked for.
 */
static void
merge(struct rows *rows, enum application_sort sort, bool is_descending,
    size_t limit)
{
	static int (*const orders[])(const void *, const void *) = {
		[SORT_RECEIVED] = by_received,
		[SORT_DUE] = by_due,
		[SORT_NUMBER] = by_number,
	};

	if (rows->n == 0)
		return;
	qsort(rows->list, rows->n, sizeof *rows->list, orders[sort]);
	if (is_descending)
		turn(rows);
	if (rows->n > limit)
		rows->n = limit;
}

enum fail
store_applications(struct store *store, const struct application_filter *filter,
    struct application_page *page, struct err *err)
{
	struct ask ask = { .filter = filter, .page = page };
	struct rows rows = { 0 };
	enum fail fail = FAIL_NONE;

	assert(page->limit <= APPLICATION_PAGE_MAX);
	assert(filter->n_states <= APPLICATION_STATES_MAX);
	ask.is_descending = filter->is_descending != page->is_backwards;
	if (filter->n_states == 0)
		fail = add_rows(store, &ask, &rows, err);
	for (size_t i = 0; i < filter->n_states && !fail; i++) {
		ask.state = filter->states[i];
		fail = add_rows(store, &ask, &rows, err);
	}
	if (fail)
		return fail;
	if (filter->n_states > 1)
		merge(&rows, filter->sort, ask.is_descending, page->limit);
	if (page->is_backwards)
		turn(&rows);
	page->list = rows.list;
	page->n = rows.n;
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
