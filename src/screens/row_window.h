#ifndef SCREENS_ROW_WINDOW_H
#define SCREENS_ROW_WINDOW_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/err.h"

/*
 * The rows of a long list that are in memory: one run of neighbours, read page
 * by page as the officer moves, or the answer of a search. Row numbers count
 * from the beginning of the whole list.
 */
enum { ROW_PAGE = 100 };

/* One page: up to ROW_PAGE rows after (or before) a row, NULL: from an end. */
struct row_page {
	struct arena *arena; /* the rows live in it */
	const void *after;
	bool is_backwards;
	void *list; /* set by the call */
	size_t n;
};

/* Where the rows come from. */
struct row_source {
	size_t row_size; /* bytes */
	enum fail (*count)(void *context, size_t *ret_n, struct err *err);
	enum fail (*page)(void *context, struct row_page *page,
	    struct err *err);
	/* What a search finds, best first; NULL: this list has none. */
	enum fail (*search)(void *context, const char *text,
	    struct row_page *page, struct err *err);
	void *context;
};

struct row_window {
	const struct row_source *source;
	struct arena *arena; /* of the rows; emptied when they are read anew */
	char *rows;
	size_t first, n; /* rows [first, first + n) are here */
	size_t count;    /* of the whole list */
	bool is_search;
};

/* source must outlive the window. */
void row_window_init(struct row_window *window,
    const struct row_source *source) nonnull(1, 2);

/* Also of one that was never begun. */
void row_window_done(struct row_window *window) nonnull(1);

/* Read the beginning, or with from_end the end. */
enum fail row_window_read(struct row_window *window, bool from_end,
    struct err *err) must_check nonnull(1);

/* Read what a search finds. */
enum fail row_window_search(struct row_window *window, const char *text,
    struct err *err) must_check nonnull(1, 2);

/* See to it that rows from..to (to excluded) are here, where they exist. */
enum fail row_window_reach(struct row_window *window, size_t from, size_t to,
    struct err *err) must_check nonnull(1);

/* Row i, or NULL when it is not here. */
const void *row_window_at(const struct row_window *window, size_t i)
    nonnull(1);

#endif
