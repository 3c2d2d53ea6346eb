#ifndef DESK_CHECKLIST_H
#define DESK_CHECKLIST_H

#include <stddef.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/id.h"

/*
 * The requirements of one application, judged one by one. Each is one row,
 * keyed by application and clause, so that two counters write the same one.
 * The rules stand in domain/checklist.h.
 */
struct desk;
struct checklist;

struct check {
	struct id application;
	const char *clause;   /* "32/1.A.4" */
	const char *result;   /* "B", "K", "T", "N", "" to empty it */
	const char *note;     /* wanted for K and T, and the reason of N */
	const char *document; /* number, date, place of a paper; may be "" */
};

/*
 * Judge one requirement. FAIL_MISSING application.none; FAIL_CONFLICT
 * check.closed: the case is in a state in which it is not judged;
 * FAIL_DENIED check.two-persons: the setting two-persons is on and this
 * officer received it; FAIL_INVALID: a rule of domain/checklist.h.
 */
enum fail desk_check(struct desk *desk, const struct check *check,
    struct err *err) must_check nonnull(1, 2);

/* The checklist as it stands now, in the arena. */
enum fail desk_checklist(struct desk *desk, const struct id *application,
    struct arena *arena, struct checklist *ret_checklist, struct err *err)
    must_check nonnull(1, 2, 3, 4);

/* The caller sets the arena and the limit, the rest is set. */
struct check_notes {
	struct arena *arena;
	size_t limit;
	const char *const *list;
	size_t n;
};

/* Notes given before for this clause, the most used first. */
enum fail desk_check_notes(struct desk *desk, const char *clause,
    struct check_notes *notes, struct err *err) must_check nonnull(1, 2, 3);

#endif
