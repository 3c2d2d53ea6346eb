#ifndef DESK_COMPLAINT_ACTING_H
#define DESK_COMPLAINT_ACTING_H

#include "desk/complaint_step.h"

/* One act while it is being done, inside its transaction. */
struct complaint_acting {
	const struct complaint_request *request;
	struct complaint_step step;
	struct folded_complaint folded; /* as it stands */
	struct answers *answers;        /* judged; NULL: it asks nothing */
	/* As they will stand. */
	struct record complaint, review, row;
	struct records levels;          /* the new one among them */
	struct complaint_facts facts;
	struct date date;
	const char *reason;
	struct refusals refusals;
	struct arena *arena;
};

/*
 * Did somebody act since the officer looked? FAIL_CONFLICT move.changed, when
 * it was moved; complaint.changed, when a cell that would be written here, or
 * that is approved here, was written.
 */
enum fail acting_demand_seen(struct desk *desk,
    const struct complaint_acting *acting, struct err *err)
    must_check nonnull(1, 2);

/* Put the answers into the rows they are of, and what the act knows itself. */
void acting_apply(struct desk *desk, struct complaint_acting *acting)
    nonnull(1, 2);

/* All that stands in the way, at once. */
void acting_check(struct desk *desk, struct complaint_acting *acting)
    nonnull(1, 2);

#endif
