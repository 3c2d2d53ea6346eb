#ifndef DESK_HISTORY_H
#define DESK_HISTORY_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/id.h"

/*
 * Who changed what, when, from what to what: the operation log of one
 * application or complaint with all that hangs on it (steps, checklist, review,
 * answers, papers, dates that moved, who looked), as rows to show. A NIK is
 * masked here, a confidential complainant never said; there is no way to have
 * it otherwise.
 */
struct desk;

enum history_kind {
	HISTORY_MADE,    /* the record was made */
	HISTORY_CHANGED, /* one cell: before, after */
	HISTORY_MOVED,   /* a step of its life; what: the move, after: state */
	HISTORY_CHECKED, /* one requirement; what: its clause */
	HISTORY_PRINTED, /* what: the paper, after: the copy */
	HISTORY_DATED,   /* the calendar moved its due date */
	HISTORY_ACCESSED, /* what: reveal (reason), or denied: who tried */
	HISTORY_JUDGED, /* one with another case (label)? what: same (this one
			   stays), copy, different, undecided again */
	HISTORY_REPAIRED, /* by loket check --repair */
};

struct history_line {
	int64_t at_ms;
	const char *officer, *officer_name, *station;
	enum history_kind kind;
	const char *what;          /* name of cell, move, clause, paper, act */
	const char *label;         /* the same for people, from form or life */
	const char *before, *after; /* "" when there is none */
	const char *reason;        /* "" when there is none */
};

/* "made", "changed", ...: for --json and exports. */
const char *history_kind_name(enum history_kind kind);

/* Of one application or complaint, oldest first. FAIL_MISSING
 * application.none, also for a complaint that names who works. */
enum fail desk_history(struct desk *desk, const struct id *id,
    struct arena *arena, struct history_line **ret_lines, size_t *ret_n,
    struct err *err) must_check nonnull(1, 2, 3, 4, 5);

#endif
