#ifndef DESK_COMPLAINT_REPORT_H
#define DESK_COMPLAINT_REPORT_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/err.h"
#include "desk/complaint_list.h"

/*
 * What the complaint book adds up to: complaints by clause and month, and the
 * list for the superior of the day.
 */
struct desk;

enum { CLAUSE_MONTHS = 12 };

struct clause_row {
	const char *clause; /* "32/3" */
	const char *brief;  /* its short title, or title; "" */
	int64_t months[CLAUSE_MONTHS];
	int64_t total;
};

/* The caller sets the arena, the rest is set. */
struct clause_table {
	struct arena *arena;
	struct date from, to; /* the first of a month, the last of one */
	int n_months;
	struct clause_row *rows; /* clauses of the standard, in its order */
	size_t n;
	struct clause_row sum; /* entries with several clauses count in each */
};

/*
 * Complaints received in up to CLAUSE_MONTHS months that end with the month
 * of `last`, by the clauses their review names. The entries behind a cell:
 * desk_complaints() with clause, received_from and received_to. Needs the
 * action report.
 */
enum fail desk_clause_table(struct desk *desk, struct date last, int months,
    struct clause_table *table, struct err *err) must_check nonnull(1, 4);

/* Some of many: the first rows, and how many there are in all. */
struct list_part {
	struct complaint_lines lines;
	size_t total;
};

/* The daily list for the superior: what came, and what waits for an answer. */
struct daily_list {
	struct arena *arena; /* set by the caller, */
	size_t limit;        /* of each part; this too */
	struct date day;
	struct list_part received; /* that day */
	struct list_part overdue, soon; /* as of today */
	struct list_part waiting; /* the clock runs, not due soon */
};

/* Needs the action read. FAIL_INVALID date.future: a day that has not come. */
enum fail desk_daily_list(struct desk *desk, struct date day,
    struct daily_list *list, struct err *err) must_check nonnull(1, 3);

/*
 * The entries for a page of the register: the first lines->limit that the
 * query means. Needs the action report, as registers do.
 */
enum fail desk_register_list(struct desk *desk,
    const struct complaint_query *query, struct list_part *part,
    struct err *err) must_check nonnull(1, 2, 3);

#endif
