#include <stdio.h>

#include "sync/round_inside.h"

bool
round_before(const struct member *member, uint64_t number,
    struct heartbeat_want *ret_before)
{
	*ret_before = (struct heartbeat_want){ member->writer, number - 1 };
	if (number > 1)
		return true;
	*ret_before =
	    (struct heartbeat_want){ member->sponsor, member->follows };
	return member->origin == MEMBER_SUCCEEDS && member->follows > 0;
}

void
round_say_waits(const struct work *work, const struct heartbeat_want *before,
    struct fact *trouble)
{
	const struct member *author =
	    members_find(&work->fleet->members, &before->writer);
	char name[MEMBER_NAME_SIZE], number[24];

	if (author == NULL)
		return;
	member_print(author, name);
	snprintf(
	    number, sizeof number, "%llu", (unsigned long long)before->number);
	fact_set(trouble, "sync.bundle-waits", name, number, NULL);
}

bool
round_is_after_gap(
    const struct work *work, const struct member *member, uint64_t number)
{
	const struct roster *roster = &work->fleet->roster;
	struct heartbeat_want before;

	if (!round_before(member, number, &before))
		return false;
	for (size_t i = 0; i < roster->n_gaps; i++)
		if (id_equal(&roster->gaps[i].writer, &before.writer) &&
		    roster->gaps[i].first <= before.number &&
		    before.number <= roster->gaps[i].last)
			return true;
	return false;
}

static enum fail
want_gap(struct work *work, const struct roster_gap *gap, struct err *err)
{
	enum fail fail = FAIL_NONE;

	for (uint64_t number = gap->first; number <= gap->last && !fail &&
	     work->n_wants < HEARTBEAT_WANTS_MAX;
	     number++) {
		struct bundles bundles = { .arena = work->arena };

		fail = store_bundles_of(
		    work->store, &gap->writer, number, &bundles, err);
		if (!fail && bundles.n == 0)
			work_want(work, &gap->writer, number);
	}
	return fail;
}

enum fail
round_want_gaps(struct work *work, struct err *err)
{
	const struct roster *roster = &work->fleet->roster;
	enum fail fail = FAIL_NONE;

	for (size_t i = 0; i < roster->n_gaps && !fail; i++)
		fail = want_gap(work, &roster->gaps[i], err);
	return fail;
}
