#ifndef STORE_COMPLAINT_WALK_H
#define STORE_COMPLAINT_WALK_H

#include "base/arena.h"
#include "store/complaints.h"
#include "store/query.h"

/*
 * How a filter of the complaint book becomes a walk along one tag, with the
 * other conditions asked of each line met.
 */
/* What a walk is asked, by number of the parameter. */
enum {
	P_TAG = 1,
	P_KEY = 2, /* and the id after it */
	P_LIMIT = 4,
	P_KIND = 5,
	P_CHANNEL,
	P_SERVICE,
	P_PROBLEM,
	P_CLAUSE, /* between blanks, to be found in a list of words */
	P_STATES, /* such a list */
	P_DUE_FROM,
	P_DUE_TO,
	P_RECEIVED_FROM,
	P_RECEIVED_TO,
	P_HIDDEN_FROM,
	P_END, /* the last key of the walk */
};

/* The tags of one condition: one for each value it allows. */
struct facet {
	const char *tags[COMPLAINT_STATES_MAX];
	size_t n;
};

/* The condition of a filter that the fewest rows meet. */
enum fail walk_choose(struct store *store,
    const struct complaint_filter *filter, struct arena *arena,
    struct facet *ret_facet, struct err *err) must_check nonnull(1, 2, 3, 4);

/* The keys between which a walk in the filter's order may find something. */
const char *walk_first(const struct complaint_filter *filter) nonnull(1);
const char *walk_last(const struct complaint_filter *filter) nonnull(1);

/* Does the filter mean only complaints whose clock runs? */
bool walk_is_running(const struct complaint_filter *filter) nonnull(1);

/* Bind the conditions, P_KIND to P_HIDDEN_FROM. */
void walk_bind(struct query *query, const struct complaint_filter *filter)
    nonnull(1, 2);

#endif
