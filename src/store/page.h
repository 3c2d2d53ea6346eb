#ifndef STORE_PAGE_H
#define STORE_PAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/id.h"
#include "store/query.h"

/*
 * Pages of a list by key and id: the next one is asked for by the place of
 * the last row, so that every page costs the same.
 */
struct place {
	const char *key; /* what the list is sorted by: sort_key() */
	struct id id;
	size_t row; /* which of the rows read it is the place of */
};

/* The places of rows that were read, in the order they were. */
struct places {
	struct place *list;
	size_t n, room;
};

/* Before and after every key: dates, numbers and "~". */
#define KEY_FIRST ""
#define KEY_LAST "~~"

/* A key that is not there ("" or NULL) stands last: "~". */
const char *sort_key(const char *text);

/* The other way round, for a column that was read: "~" is "". */
const char *without_sort_key(const char *text) nonnull(1);

/* Bind key and id of where a walk begins, at parameters i and i + 1: beyond
 * after, or before all that is from the key start on. */
void place_bind(struct query *query, int i, const struct place *after,
    const char *start, bool is_descending) nonnull(1, 4);

void places_add(struct places *places, struct arena *arena, const char *key,
    const struct id *id) nonnull(1, 2, 3, 4);

/* How a page is wanted. */
struct page_order {
	bool is_merged;     /* several walks: bring them into one order */
	bool is_descending; /* in the direction walked, which for a page */
	bool is_backwards;  /* that is read backwards is the other one */
	size_t limit;
};

/* Only places beyond after remain. */
void places_skip(struct places *places, const struct place *after,
    bool is_descending) nonnull(1, 2);

/* The nearest limit places, then turned into the order of the list. */
void places_settle(struct places *places, const struct page_order *order)
    nonnull(1, 2);

/* The rows of these places, in their order: an array of things of a size. */
void *places_rows(const struct places *places, struct arena *arena,
    const void *rows, size_t size) nonnull(1, 2);

#endif
