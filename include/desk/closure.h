#ifndef DESK_CLOSURE_H
#define DESK_CLOSURE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/err.h"
#include "base/id.h"
#include "domain/calendar.h"
#include "domain/table.h"

/*
 * Days by local decision, and what they do to dates that were promised: every
 * open case whose clock runs is dated again and its history says so. Cases
 * whose clock has stopped keep their date for ever.
 */
struct desk;

struct moved_case {
	struct id id;
	enum table_number table;   /* APPLICATION or COMPLAINT */
	const char *number, *name; /* name: "" of a complaint */
	struct due before, after;
};

struct moved_cases {
	const struct moved_case *list;
	size_t n;
};

/* What would move, without doing it. FAIL_INVALID: as calendar_add(). */
enum fail desk_closure_preview(struct desk *desk,
    const struct calendar_entry *entry, struct arena *arena,
    struct moved_cases *ret_moved, struct err *err)
    must_check nonnull(1, 2, 3, 4);

/*
 * Add the day and move the cases, in one transaction. FAIL_CONFLICT
 * closure.exists: that day has one already.
 */
enum fail desk_closure_add(struct desk *desk,
    const struct calendar_entry *entry, struct arena *arena,
    struct moved_cases *ret_moved, struct err *err)
    must_check nonnull(1, 2, 3, 4);

/*
 * Date all running cases again: after a new table of holidays or closures
 * that came by sync. desk_open() does it; the program calls it after a sync.
 */
enum fail desk_redate(struct desk *desk, struct arena *arena,
    struct moved_cases *ret_moved, struct err *err) must_check nonnull(1, 2, 3);

#endif
