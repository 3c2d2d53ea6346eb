#ifndef DESK_LIST_H
#define DESK_LIST_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/err.h"
#include "base/id.h"
#include "domain/calendar.h"
#include "domain/record.h"

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
	bool is_divided;         /* perlu ditinjau: it stands in others too */
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

/* What page is wanted, and the rows of it. */
struct list_page {
	struct arena *arena;          /* set by the caller, */
	size_t limit;                 /* these too */
	const struct list_row *after; /* NULL: from the beginning */
	bool is_backwards;
	struct list_row *list;        /* set by the call */
	size_t n;
};

/*
 * Up to limit rows after `after`, or from the beginning; with is_backwards
 * those before it, or the last ones. Always in the order of the query.
 */
enum fail desk_list(struct desk *desk, const struct list_query *query,
    struct list_page *page, struct err *err) must_check nonnull(1, 2, 3);

/* How many the query means. */
enum fail desk_list_count(struct desk *desk, const struct list_query *query,
    size_t *ret_n, struct err *err) must_check nonnull(1, 2, 3);

/*
 * Applications found by number, its running part, name, NIB, NIK or
 * telephone; best or newest first, at most page->limit.
 */
enum fail desk_search(struct desk *desk, const char *query,
    struct list_page *page, struct err *err) must_check nonnull(1, 2, 3);

/* One row again, after it was acted on. FAIL_MISSING. */
enum fail desk_list_row(struct desk *desk, const struct id *id,
    struct arena *arena, struct list_row *ret_row, struct err *err)
    must_check nonnull(1, 2, 3, 4);

/* Rows of a register; the caller sets the arena and the limit. */
struct found_records {
	struct arena *arena;
	size_t limit;
	struct record *list;
	size_t n;
};

/* A name, NIB or NIK typed for a known applicant: rows of PERSON. */
enum fail desk_search_people(struct desk *desk, const char *query,
    struct found_records *found, struct err *err) must_check nonnull(1, 2, 3);
enum fail desk_search_companies(struct desk *desk, const char *query,
    struct found_records *found, struct err *err) must_check nonnull(1, 2, 3);

#endif
