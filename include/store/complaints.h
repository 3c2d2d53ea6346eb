#ifndef STORE_COMPLAINTS_H
#define STORE_COMPLAINTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/id.h"
#include "domain/table.h"
#include "store/store.h"

/*
 * The complaint book: page by page, counted, by clause and month, and what
 * there was before of the same person, company, service or clause.
 *
 * It lists complaints whose state was put (store/state.h); after that the
 * list follows COMPLAINT, COMPLAINANT and REVIEW by itself, in the transaction
 * that wrote them. Problem and clauses are those of the latest round of review
 * that names any. A due date in the state means that the clock runs.
 *
 * hidden_from is the staff id of who asks: complaints that name this officer
 * (named_officer) are not there for him, in no page, count or search. NULL:
 * for the program's own work.
 */
enum complaint_sort { COMPLAINTS_RECEIVED, COMPLAINTS_DUE, COMPLAINTS_NUMBER };

enum {
	COMPLAINT_STATES_MAX = 20,
	COMPLAINT_PAGE_MAX = 500,
	COMPLAINT_TEXT_MAX = 500, /* rows that a free text means, at most */
};

struct complaint_row {
	struct id id;
	const char *number;
	const char *kind, *channel; /* as stored: pengaduan; a to m */
	const char *received_date;
	const char *completed_date; /* "" when it was complete at once */
	const char *name; /* the complainant's; "" when confidential or none */
	bool is_confidential;
	const char *object, *company_name;
	const char *problem;       /* "" before it is grouped */
	const char *class, *level; /* of the latest round, "" before */
	const char *state;
	const char *due; /* "" when no clock runs */
	bool due_is_provisional;
	const char *started, *stopped;
};

/* All conditions hold together; NULL (none): any. */
struct complaint_filter {
	enum complaint_sort sort;
	bool is_descending;
	const char *states[COMPLAINT_STATES_MAX]; /* one of these */
	size_t n_states;
	const char *kind, *channel, *service, *problem;
	const char *clause; /* one that the review names */
	/* Days, both included. A due bound means: and the clock runs. */
	const char *due_from, *due_to;
	const char *received_from, *received_to;
	/*
	 * Number, object, company or complainant as in store_search(); of the
	 * newest COMPLAINT_TEXT_MAX that it means. A confidential complainant
	 * is found by nothing typed.
	 */
	const char *text;
	const char *hidden_from;
};

/* What page is wanted, and the rows of it. */
struct complaint_page {
	struct arena *arena;               /* set by the caller, */
	size_t limit;                      /* these too */
	const struct complaint_row *after; /* NULL: from the beginning */
	bool is_backwards;
	struct complaint_row *list; /* set by the call */
	size_t n;
};

/*
 * Up to limit rows after the row `after` in the order of the filter, or from
 * its beginning. With is_backwards the rows before it (or the last ones),
 * still given in the order of the filter. Rows without the sort's value come
 * last, when descending first. A page costs the same however long the book
 * is; conditions that many rows meet alone and few together cost more.
 */
enum fail store_complaints(struct store *store,
    const struct complaint_filter *filter, struct complaint_page *page,
    struct err *err) must_check nonnull(1, 2, 3);

/*
 * One row of that list. FAIL_MISSING: there is none, it has no state, or it is
 * hidden from who asks (may be NULL): told the same way.
 */
enum fail store_complaint_row(struct store *store, const struct id *id,
    const char *hidden_from, struct arena *arena, struct complaint_row *ret_row,
    struct err *err) must_check nonnull(1, 2, 4, 5);

/* How many rows the filter means; no more than limit are counted. */
enum fail store_complaint_count(struct store *store,
    const struct complaint_filter *filter, size_t limit, size_t *ret_n,
    struct err *err) must_check nonnull(1, 2, 4);

/* Cases by clause and month: the cells of a table that are not empty. */
struct clause_count {
	const char *clause; /* "32/6.4" */
	const char *month;  /* "2026-11", of the day it was received */
	int64_t n;
};

/* The caller sets the arena, the rest is set: by clause, then by month. */
struct clause_counts {
	struct arena *arena;
	struct clause_count *list;
	size_t n;
};

/*
 * Complaints received from one day to another, both included, by the clauses
 * their review names. The rows behind a cell: store_complaints() with clause
 * and received_from, received_to.
 */
enum fail store_complaint_clauses(struct store *store, const char *from,
    const char *to, const char *hidden_from, struct clause_counts *counts,
    struct err *err) must_check nonnull(1, 2, 3, 5);

/* Why an earlier case is of interest; several may hold. */
enum related_by {
	RELATED_PERSON = 1,      /* NIK, telephone, or their marks */
	RELATED_APPLICATION = 2, /* the same application, or that one itself */
	RELATED_COMPANY = 4,     /* NIB */
	RELATED_NAME = 8,        /* only the name is the same */
	RELATED_CLAUSE = 16,
	RELATED_SERVICE = 32,
};

/* What is known of the case at hand; NULL or "" what is not. */
struct relation {
	struct id except; /* the complaint itself, or zero */
	struct id application_id;
	const char *nik, *phone, *name;                /* as stored */
	const char *nik_mark, *phone_mark, *name_mark; /* keyed marks */
	const char *nib, *service;
	const char *clauses; /* joined by blanks */
	const char *hidden_from;
};

struct related_case {
	enum table_number table; /* COMPLAINT or APPLICATION */
	struct id id;
	unsigned by; /* enum related_by, added up */
	const char *number, *received_date;
	const char *state;
	const char *about; /* object, or company that applied */
};

/* The caller sets arena and limit, the rest is set. */
struct related {
	struct arena *arena;
	size_t limit; /* of each cell that agrees, newest first; <= 100 */
	struct related_case *list;
	size_t n;
};

/* Earlier cases, each once, in the order of enum related_by. */
enum fail store_related(struct store *store, const struct relation *relation,
    struct related *related, struct err *err) must_check nonnull(1, 2, 3);

#endif
