#ifndef SCREENS_LIST_ROWS_H
#define SCREENS_LIST_ROWS_H

#include "desk/list.h"

/*
 * The rows of the list that are in memory: one run of neighbours, read page
 * by page as the officer moves, or the answer of a search. Row numbers count
 * from the beginning of the whole list.
 */
enum { LIST_PAGE = 100 };

struct list_rows {
	struct arena *arena; /* of the rows; emptied when they are read anew */
	struct list_row *rows;
	size_t first, n; /* rows [first, first + n) are here */
	size_t count;    /* of the whole list */
	bool is_search;
};

void list_rows_init(struct list_rows *rows) nonnull(1);
void list_rows_done(struct list_rows *rows) nonnull(1);

/* Read the beginning, or with from_end the end, of what a query means. */
enum fail list_rows_read(struct list_rows *rows, struct desk *desk,
    const struct list_query *query, bool from_end, struct err *err)
    must_check nonnull(1, 2, 3);

/* Read what a search finds. */
enum fail list_rows_search(struct list_rows *rows, struct desk *desk,
    const char *text, struct err *err) must_check nonnull(1, 2, 3);

/* See to it that rows from..to (to excluded) are here, where they exist. */
enum fail list_rows_reach(struct list_rows *rows, struct desk *desk,
    const struct list_query *query, size_t from, size_t to, struct err *err)
    must_check nonnull(1, 2, 3);

/* Row i, or NULL when it is not here. */
const struct list_row *list_rows_at(const struct list_rows *rows, size_t i)
    nonnull(1);

#endif
