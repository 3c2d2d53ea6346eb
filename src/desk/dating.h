#ifndef DESK_DATING_H
#define DESK_DATING_H

#include "desk/closure.h"
#include "desk/inside.h"

/*
 * Dates that were promised, counted again. Cases whose clock has stopped are
 * never looked at.
 */

/* Every running case whose date is another by this calendar. */
enum fail dating_scan(struct desk *desk, const struct calendar *calendar,
    struct arena *arena, struct moved_cases *ret_moved, struct err *err)
    must_check nonnull(1, 2, 3, 4);

/*
 * Give them their new dates, inside a transaction, and their history a line.
 * When it is nobody's act here (is_our_act false: a new table, a closure that
 * came by sync), every counter does it, and only the one that received the
 * case writes the line.
 */
enum fail dating_move(struct desk *desk, const struct moved_cases *moved,
    bool is_our_act, struct err *err) must_check nonnull(1, 2);

/* The dates in the register are those of the calendar in force. */
enum fail dating_remember(struct desk *desk, struct err *err)
    must_check nonnull(1);

#endif
