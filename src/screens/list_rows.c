#include "screens/list_rows.h"

#include <string.h>

void
list_rows_init(struct list_rows *rows)
{
	*rows = (struct list_rows){ .arena = arena_new() };
}

void
list_rows_done(struct list_rows *rows)
{
	arena_free(rows->arena);
	*rows = (struct list_rows){ 0 };
}

static void
forget_rows(struct list_rows *rows)
{
	arena_reset(rows->arena);
	rows->rows = NULL;
	rows->first = rows->n = rows->count = 0;
	rows->is_search = false;
}

enum fail
list_rows_read(struct list_rows *rows, struct desk *desk,
    const struct list_query *query, bool from_end, struct err *err)
{
	struct list_page page = { .arena = rows->arena, .limit = LIST_PAGE,
		.is_backwards = from_end };
	enum fail fail;

	forget_rows(rows);
	fail = desk_list_count(desk, query, &rows->count, err);
	if (!fail)
		fail = desk_list(desk, query, &page, err);
	if (fail) {
		forget_rows(rows);
		return fail;
	}
	rows->rows = page.list;
	rows->n = page.n;
	/* Somebody else may have added one between the two questions. */
	if (rows->count < rows->n)
		rows->count = rows->n;
	rows->first = from_end ? rows->count - rows->n : 0;
	return FAIL_NONE;
}

enum fail
list_rows_search(struct list_rows *rows, struct desk *desk, const char *text,
    struct err *err)
{
	struct list_page page = { .arena = rows->arena, .limit = LIST_PAGE };
	enum fail fail;

	forget_rows(rows);
	rows->is_search = true;
	fail = desk_search(desk, text, &page, err);
	rows->rows = page.list;
	rows->n = rows->count = page.n;
	return fail;
}

/* One more page at the end, or with is_backwards at the beginning. */
static enum fail
extend(struct list_rows *rows, struct desk *desk,
    const struct list_query *query, bool is_backwards, struct err *err)
{
	struct list_page page = { .arena = rows->arena, .limit = LIST_PAGE,
		.after = &rows->rows[is_backwards ? 0 : rows->n - 1],
		.is_backwards = is_backwards };
	struct list_row *all;
	size_t n;
	enum fail fail;

	fail = desk_list(desk, query, &page, err);
	n = page.n;
	if (fail || n == 0)
		return fail;
	all = arena_array(rows->arena, rows->n + n, sizeof *all);
	memcpy(is_backwards ? all : all + rows->n, page.list,
	    n * sizeof *all);
	memcpy(is_backwards ? all + n : all, rows->rows,
	    rows->n * sizeof *all);
	rows->rows = all;
	rows->n += n;
	if (is_backwards)
		rows->first = rows->first > n ? rows->first - n : 0;
	if (rows->count < rows->first + rows->n)
		rows->count = rows->first + rows->n;
	return FAIL_NONE;
}

enum fail
list_rows_reach(struct list_rows *rows, struct desk *desk,
    const struct list_query *query, size_t from, size_t to, struct err *err)
{
	size_t before;
	enum fail fail = FAIL_NONE;

	if (rows->is_search || rows->n == 0)
		return FAIL_NONE;
	if (to > rows->count)
		to = rows->count;
	/* Far away: from the nearer end is the shorter way. */
	if (from > rows->first + rows->n + LIST_PAGE &&
	    rows->count - from < from - rows->first)
		fail = list_rows_read(rows, desk, query, true, err);
	else if (from + LIST_PAGE < rows->first && from < rows->first - from)
		fail = list_rows_read(rows, desk, query, false, err);
	while (!fail && rows->n > 0 && from < rows->first) {
		before = rows->n;
		fail = extend(rows, desk, query, true, err);
		if (rows->n == before)
			break;
	}
	while (!fail && rows->n > 0 && to > rows->first + rows->n) {
		before = rows->n;
		fail = extend(rows, desk, query, false, err);
		if (rows->n == before)
			break;
	}
	return fail;
}

const struct list_row *
list_rows_at(const struct list_rows *rows, size_t i)
{
	if (i < rows->first || i - rows->first >= rows->n)
		return NULL;
	return &rows->rows[i - rows->first];
}
