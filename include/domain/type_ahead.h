#ifndef DOMAIN_TYPE_AHEAD_H
#define DOMAIN_TYPE_AHEAD_H

#include <stddef.h>

#include "base/arena.h"
#include "base/attr.h"

/*
 * Which rows of a table a person may mean by what was typed so far: the code
 * or its beginning, or words of the row in any order, without case, accents,
 * and blanks ("nagrikaler" finds Nagri Kaler).
 */
struct type_ahead_row {
	const char *code;  /* folded, without dots */
	const char *name;  /* folded, without blanks */
	const char *words; /* folded, all that may be searched */
};

/* Make a row; more are further words (a district, a postal code). */
struct type_ahead_row type_ahead_row(struct arena *arena, const char *code,
    const char *name, const char *more) nonnull(1, 2, 3, 4);

/*
 * Fill indexes with the rows that match, at most limit, and return how many
 * match in all. First those whose code begins with the query, then those
 * whose name does, then the rest, each in the table's order. An empty query
 * matches all.
 */
size_t type_ahead(const struct type_ahead_row *rows, size_t n,
    const char *query, size_t *indexes, size_t limit) nonnull(3);

#endif
