#ifndef DESK_LIST_H
#define DESK_LIST_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/err.h"
#include "base/id.h"
#include "domain/calendar.h"

/*
 * The list of applications, page by page, and the one search box. A page is
 * asked for by the last row of the one before it, so that every page costs
 * the same.
 */
struct desk;

enum list_sort { LIST_RECEIVED, LIST_DUE, LIST_NUMBER };

/* Which cases: the filters of the list and the rows of the dashboard. */
enum list_filter {
	LIST_ALL,
	LIST_OPEN,       /* not ended */
	LIST_INCOMPLETE, /* received or returned, not yet complete */
	LIST_RUNNING,    /* the clock runs */
	LIST_READY,      /* issued, waits to be handed over */
	LIST_ENDED,
	LIST_CONSULTATIONS,
};

enum { LIST_PAGE_MAX = 500, LIST_STATES_MAX = 16 };

struct list_row {
	struct id id;
	const char *number;      /* "" for a consultation */
	struct date received;
	const char *name, *company_name, *nib, *kbli;
	const char *state, *state_label;
	struct due due;          /* no date when no clock has run */
	struct date stopped;     /* the day it stopped; none: it runs */
	struct left left;        /* for a clock that runs */
};

struct list_query {
	enum list_sort sort;
	bool is_descending;
	enum list_filter filter;
	const char *state; /* only this one, in place of the filter; or NULL */
};

/*
 * Up to limit rows after `after`, or from the beginning when it is NULL; with
 * is_backwards those before it, or the last ones. Always in the order of the
 * query.
 */
enum fail desk_list(struct desk *desk, const struct list_query *query,
    const struct list_row *after, bool is_backwards, size_t limit,
    struct arena *arena, struct list_row **ret_rows, size_t *ret_n,
    struct err *err) must_check nonnull(1, 2, 6, 7, 8);

/* How many the query means. */
enum fail desk_list_count(struct desk *desk, const struct list_query *query,
    size_t *ret_n, struct err *err) must_check nonnull(1, 2, 3);

/*
 * Applications found by number, its running part, name, NIB, NIK or
 * telephone; best or newest first, at most limit.
 */
enum fail desk_search(struct desk *desk, const char *query, size_t limit,
    struct arena *arena, struct list_row **ret_rows, size_t *ret_n,
    struct err *err) must_check nonnull(1, 2, 4, 5, 6);

/* One row again, after it was acted on. FAIL_MISSING. */
enum fail desk_list_row(struct desk *desk, const struct id *id,
    struct arena *arena, struct list_row *ret_row, struct err *err)
    must_check nonnull(1, 2, 3, 4);

/* A name, NIB or NIK typed for a known applicant: rows of PERSON. */
struct record;
enum fail desk_search_people(struct desk *desk, const char *query,
    size_t limit, struct arena *arena, struct record **ret_records,
    size_t *ret_n, struct err *err) must_check nonnull(1, 2, 4, 5, 6);
enum fail desk_search_companies(struct desk *desk, const char *query,
    size_t limit, struct arena *arena, struct record **ret_records,
    size_t *ret_n, struct err *err) must_check nonnull(1, 2, 4, 5, 6);

#endif
