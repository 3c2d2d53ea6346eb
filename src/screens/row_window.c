#include "screens/row_window.h"

#include <string.h>

void
row_window_init(struct row_window *window, const struct row_source *source)
{
	*window = (struct row_window){ .source = source,
		.arena = arena_new() };
}

void
row_window_done(struct row_window *window)
{
	arena_free(window->arena);
	*window = (struct row_window){ 0 };
}

static void
forget_rows(struct row_window *window)
{
	arena_reset(window->arena);
	window->rows = NULL;
	window->first = window->n = window->count = 0;
	window->is_search = false;
}

enum fail
row_window_read(struct row_window *window, bool from_end, struct err *err)
{
	const struct row_source *source = window->source;
	struct row_page page = { .arena = window->arena,
		.is_backwards = from_end };
	enum fail fail;

	forget_rows(window);
	fail = source->count(source->context, &window->count, err);
	if (!fail)
		fail = source->page(source->context, &page, err);
	if (fail) {
		forget_rows(window);
		return fail;
	}
	window->rows = page.list;
	window->n = page.n;
	/* Somebody else may have added one between the two questions. */
	if (window->count < window->n)
		window->count = window->n;
	window->first = from_end ? window->count - window->n : 0;
	return FAIL_NONE;
}

enum fail
row_window_search(struct row_window *window, const char *text,
    struct err *err)
{
	const struct row_source *source = window->source;
	struct row_page page = { .arena = window->arena };
	enum fail fail;

	forget_rows(window);
	window->is_search = true;
	fail = source->search(source->context, text, &page, err);
	if (fail)
		return fail;
	window->rows = page.list;
	window->n = window->count = page.n;
	return FAIL_NONE;
}

/* One more page at the end, or with is_backwards at the beginning. */
static enum fail
extend(struct row_window *window, bool is_backwards, struct err *err)
{
	const struct row_source *source = window->source;
	size_t size = source->row_size;
	struct row_page page = { .arena = window->arena,
		.is_backwards = is_backwards,
		.after = window->rows +
		    (is_backwards ? 0 : (window->n - 1) * size) };
	char *all;
	enum fail fail;

	fail = source->page(source->context, &page, err);
	if (fail || page.n == 0)
		return fail;
	all = arena_array(window->arena, window->n + page.n, size);
	memcpy(is_backwards ? all : all + window->n * size, page.list,
	    page.n * size);
	memcpy(is_backwards ? all + page.n * size : all, window->rows,
	    window->n * size);
	window->rows = all;
	window->n += page.n;
	if (is_backwards)
		window->first =
		    window->first > page.n ? window->first - page.n : 0;
	if (window->count < window->first + window->n)
		window->count = window->first + window->n;
	return FAIL_NONE;
}

/* Far away: from the nearer end is the shorter way. */
static enum fail
jump(struct row_window *window, size_t from, struct err *err)
{
	size_t first = window->first;

	if (from > first + window->n + ROW_PAGE &&
	    window->count - from < from - first)
		return row_window_read(window, true, err);
	if (from + ROW_PAGE < first && from < first - from)
		return row_window_read(window, false, err);
	return FAIL_NONE;
}

enum fail
row_window_reach(struct row_window *window, size_t from, size_t to,
    struct err *err)
{
	size_t before;
	enum fail fail;

	if (window->is_search || window->n == 0)
		return FAIL_NONE;
	if (to > window->count)
		to = window->count;
	fail = jump(window, from, err);
	while (!fail && window->n > 0 && from < window->first) {
		before = window->n;
		fail = extend(window, true, err);
		if (window->n == before)
			break;
	}
	while (!fail && window->n > 0 && to > window->first + window->n) {
		before = window->n;
		fail = extend(window, false, err);
		if (window->n == before)
			break;
	}
	return fail;
}

const void *
row_window_at(const struct row_window *window, size_t i)
{
	if (i < window->first || i - window->first >= window->n)
		return NULL;
	return window->rows + (i - window->first) * window->source->row_size;
}
