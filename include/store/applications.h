#ifndef STORE_APPLICATIONS_H
#define STORE_APPLICATIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/id.h"
#include "domain/table.h"
#include "store/rows.h"
#include "store/store.h"

/*
 * The list of applications, page by page: the next page is asked for by the
 * last row of this one, so the first, the last and any page cost the same
 * with a hundred rows and with a million. Only applications whose state was
 * put (store/state.h) are listed.
 */
enum application_sort { SORT_RECEIVED, SORT_DUE, SORT_NUMBER };

struct application_row {
	struct id id;
	const char *number; /* "" for a konsultasi */
	const char *received_date;
	const char *name, *company_name, *nib, *kbli;
	const char *state;
	const char *due; /* "" when no clock runs */
	bool due_is_provisional;
	const char *started, *stopped;
	bool is_divided; /* open ends in several states */
};

enum { APPLICATION_STATES_MAX = 16, APPLICATION_PAGE_MAX = 500 };

struct application_filter {
	enum application_sort sort;
	bool is_descending;
	/* Only these states; none: all. */
	const char *states[APPLICATION_STATES_MAX];
	size_t n_states;
};

/* What page is wanted, and the rows of it. */
struct application_page {
	struct arena *arena;                 /* set by the caller, */
	size_t limit;                        /* these too */
	const struct application_row *after; /* NULL: from the beginning */
	bool is_backwards;
	struct application_row *list; /* set by the call */
	size_t n;
};

/*
 * Up to limit rows after the row `after` in the order of the filter, or from
 * its beginning. With is_backwards the rows before it (or the last ones),
 * still given in the order of the filter. Cases without the sort's value (no
 * due date, no number) come last, when descending first.
 */
enum fail store_applications(struct store *store,
    const struct application_filter *filter, struct application_page *page,
    struct err *err) must_check nonnull(1, 2, 3);

/* One row of that list. FAIL_MISSING. */
enum fail store_application_row(struct store *store, const struct id *id,
    struct arena *arena, struct application_row *ret_row, struct err *err)
    must_check nonnull(1, 2, 3, 4);

/*
 * Keys of the rows of a table (PERSON, COMPANY, APPLICATION) that a query
 * means, at most ids->limit. The query may be a whole NIK (16 digits: only
 * exact), the beginning of a NIB, a telephone or a register number, the
 * running part of one of this year's numbers here (up to 5 digits), or parts
 * of names: every word must occur. Names are answered newest first; a query of
 * only one or two letters means names that begin with it, or else new ones
 * that have it.
 */
enum fail store_search(struct store *store, enum table_number table,
    const char *query, struct ids *ids, struct err *err)
    must_check nonnull(1, 3, 4);

#endif
