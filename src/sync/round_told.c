#include "sync/round_inside.h"

/* Is it here, or nothing that counts? */
static enum fail
is_settled(struct work *work, const struct heartbeat_applied *told,
    bool *ret_is_settled, struct err *err)
{
	const struct member *member =
	    members_find(&work->fleet->members, &told->writer);

	*ret_is_settled =
	    member == NULL || !member_counts(member, told->number);
	if (*ret_is_settled)
		return FAIL_NONE;
	return store_bundle_known(work->store, told->hash, ret_is_settled, err);
}

/* Looked for in every month; what is not there is asked for. */
static enum fail
look_for(
    struct work *work, const struct heartbeat_applied *told, struct err *err)
{
	bool is_settled_now;
	enum fail fail = round_pull_whole(
	    work, members_find(&work->fleet->members, &told->writer), err);

	if (!fail)
		fail = is_settled(work, told, &is_settled_now, err);
	if (!fail && !is_settled_now)
		work_want(work, &told->writer, told->number);
	return fail;
}

/*
 * Each counter says which bundles were the last it applied. One that is not
 * here is a branch that neither its author's newest heartbeat nor the newest
 * months name any more: a twin's, when the other went on under their name.
 */
enum fail
round_pull_told(struct work *work, struct err *err)
{
	enum fail fail = FAIL_NONE;

	for (size_t i = 0; i < work->fleet->members.n && !fail; i++) {
		const struct heartbeat *beat = &work->said[i];

		for (size_t j = 0; j < beat->n_applied && !fail; j++) {
			bool is_here;

			fail =
			    is_settled(work, &beat->applied[j], &is_here, err);
			if (!fail && !is_here &&
			    !work_wants(work, &beat->applied[j].writer,
				beat->applied[j].number))
				fail = look_for(work, &beat->applied[j], err);
		}
	}
	return fail;
}
