#ifndef DESK_COMPLAINT_MERGE_H
#define DESK_COMPLAINT_MERGE_H

#include "base/attr.h"
#include "base/err.h"

/*
 * Two entries about the same matter are worked on as one. Both numbers and
 * both persons stay; the earliest due date of the group rules; what is
 * answered to the one is answered to all (complaint.merged names them); split
 * puts each back to the state it was in, with its own clock.
 */
struct desk;
struct complaint;
struct complaint_acted;
struct refusals;

struct complaint_merging {
	const struct complaint *from, *into; /* as the officer read them */
	const char *reason;
};

/*
 * Merge one into another, which must be at work and not merged itself. What
 * was merged into `from` goes with it.
 *
 * FAIL_MISSING complaint.none; FAIL_CONFLICT move.changed, move.wrong-state,
 * complaint.merge-closed;
 * FAIL_INVALID complaint.merge-self, complaint.merge-suggestion (a suggestion
 * and a complaint are not one matter), complaint.merge-named (not the same
 * officer: he would read of one in the other), complaint.merge-answered,
 * move.no-reason.
 */
enum fail desk_complaint_merge(struct desk *desk,
    const struct complaint_merging *merging, struct refusals *refusals,
    struct complaint_acted *ret_acted, struct err *err)
    must_check nonnull(1, 2, 4);

/* Take one out again: back to the state before. FAIL_CONFLICT as above. */
enum fail desk_complaint_split(struct desk *desk,
    const struct complaint *from, const char *reason,
    struct refusals *refusals, struct complaint_acted *ret_acted,
    struct err *err) must_check nonnull(1, 2, 5);

#endif
