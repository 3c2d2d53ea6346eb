#ifndef DESK_COMPLAINT_LIST_H
#define DESK_COMPLAINT_LIST_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/err.h"
#include "base/id.h"
#include "domain/calendar.h"

/*
 * The complaint book, page by page. A page is asked for by the last row of the
 * one before it, so that every page costs the same. Entries that name the
 * officer who works are in no page and no count; a confidential complainant is
 * in none either, and is found by nothing typed.
 */
struct desk;
struct complaint;

enum complaint_order { COMPLAINTS_BY_LEFT, COMPLAINTS_BY_RECEIVED,
	COMPLAINTS_BY_NUMBER };

/* The filters of the book and the rows of the dashboard. */
enum complaint_show {
	COMPLAINTS_ALL,
	COMPLAINTS_OPEN,        /* not ended, not at rest */
	COMPLAINTS_OVERDUE,     /* the clock runs and its day is past */
	COMPLAINTS_SOON,        /* it runs, due within 2 working days */
	COMPLAINTS_UNANSWERED,  /* the clock runs */
	COMPLAINTS_SUGGESTIONS, /* of every kind but pengaduan, still open */
	COMPLAINTS_ENDED,       /* ended or at rest */
};

struct complaint_line {
	struct id id;
	const char *number;
	const char *kind, *kind_label;       /* "saran", "Saran" */
	const char *channel, *channel_label; /* "f", "WA" */
	struct date received, completed;     /* completed: none mostly */
	const char *name;    /* "" when confidential or anonymous */
	bool is_confidential;
	const char *object, *company_name;
	const char *problem; /* "" before it is grouped */
	const char *level;   /* label; "" before */
	const char *state, *state_label;
	struct due due;      /* no date when no clock has run */
	struct date stopped; /* the day it stopped; none: it runs */
	struct left left;    /* for a clock that runs */
	bool is_soon;        /* runs, due within 2 working days */
};

/* All conditions hold together; NULL, zero, none: any. */
struct complaint_query {
	enum complaint_order order;
	bool is_descending;
	enum complaint_show show;
	const char *state;   /* only this one, in place of `show` */
	const char *kind, *channel, *problem, *clause, *service;
	struct date received_from, received_to; /* both included */
	const char *text;    /* number, object, company, complainant */
};

/* What page is wanted, and the rows of it. */
struct complaint_lines {
	struct arena *arena;                /* set by the caller, */
	size_t limit;                       /* these too */
	const struct complaint_line *after; /* NULL: from the beginning */
	bool is_backwards;
	struct complaint_line *list;        /* set by the call */
	size_t n;
};

/*
 * Up to limit rows after `after`, or from the beginning; with is_backwards
 * those before it, or the last ones. Always in the order of the query.
 */
enum fail desk_complaints(struct desk *desk,
    const struct complaint_query *query, struct complaint_lines *lines,
    struct err *err) must_check nonnull(1, 2, 3);

/* How many the query means. */
enum fail desk_complaint_count(struct desk *desk,
    const struct complaint_query *query, size_t *ret_n, struct err *err)
    must_check nonnull(1, 2, 3);

/* Found by what was typed, newest first, at most lines->limit. */
enum fail desk_complaint_search(struct desk *desk, const char *typed,
    struct complaint_lines *lines, struct err *err) must_check nonnull(1, 2, 3);

/* One row again, after it was acted on. FAIL_MISSING complaint.none. */
enum fail desk_complaint_line(struct desk *desk, const struct id *id,
    struct arena *arena, struct complaint_line *ret_line, struct err *err)
    must_check nonnull(1, 2, 3, 4);

/* An earlier complaint or application that may have to do with it (6.6.c). */
struct complaint_related {
	struct id id;
	bool is_application;
	const char *number, *about, *state_label;
	struct date received;
	/* Why it is shown; several may hold. */
	bool by_person, by_application, by_company, by_name, by_clause,
	    by_service;
};

/* The caller sets the arena and the limit of each reason, at most 100. */
struct complaint_earlier {
	struct arena *arena;
	size_t limit;
	struct complaint_related *list;
	size_t n;
};

/*
 * Earlier cases of the same person (found by marks when confidential),
 * application, company, name, clause or service; each once.
 */
enum fail desk_complaint_earlier(struct desk *desk,
    const struct complaint *complaint, struct complaint_earlier *earlier,
    struct err *err) must_check nonnull(1, 2, 3);

#endif
