#include <stdio.h>
#include <string.h>

#include "sync/round_inside.h"

enum {
	/* A writer heard of within this mends its own files. */
	ALIVE_MS = 24 * 3600 * 1000,
	/* Put into one's own relay folder in one round. */
	RELAYED_MAX = 64,
};

static const struct member *
author_of(const struct work *work, const struct name *name)
{
	const struct member *author =
	    members_find(&work->fleet->members, &name->author);

	if (author == NULL || !member_counts(author, name->number) ||
	    !work_wants(work, &name->author, name->number))
		return NULL;
	return author;
}

static enum fail
take_from(struct work *work, const struct member *member, bool *ret_is_new,
    struct err *err)
{
	char writer[NAME_WRITER_SIZE], path[2 * NAME_SIZE];
	struct share_wish wish = { .suffix = ".bnd", .newest = SHARE_LIST_MAX };
	struct share_names names;
	enum fetched fetched;
	struct name name;
	enum fail fail;

	name_writer(&member->writer, writer);
	wish.folder = arena_print(work->arena, "w/%s/relay", writer);
	fail = work_list(work, &wish, &names, err);
	for (size_t i = 0; i < names.n && !fail; i++) {
		const struct member *author;

		snprintf(
		    path, sizeof path, "%s/%s", wish.folder, names.name[i]);
		if (!name_parse(path, &name) || name.kind != NAME_RELAY)
			continue;
		author = author_of(work, &name);
		if (author == NULL)
			continue;
		fail = round_fetch(work, author, &name, &fetched, err);
		if (!fail && fetched == FETCHED_NEW)
			*ret_is_new = true;
	}
	return fail;
}

enum fail
round_take_relayed(struct work *work, bool *ret_is_new, struct err *err)
{
	const struct members *members = &work->fleet->members;
	enum fail fail = FAIL_NONE;

	*ret_is_new = false;
	for (size_t i = 0; i < members->n && !fail; i++)
		fail = take_from(work, &members->list[i], ret_is_new, err);
	return fail;
}

/* One's own bundle: is it there? If not it goes out again at once. */
static enum fail
give_again(struct work *work, const struct bundle *bundle, struct err *err)
{
	bool is_there;

	return round_give(work, bundle, NAME_BUNDLE, &is_there, err);
}

static enum fail
is_alive(struct work *work, const struct id *writer, bool *ret_is_alive,
    struct err *err)
{
	struct err why = { 0 };
	struct peer peer;
	enum fail fail =
	    store_peer_get(work->store, writer, work->arena, &peer, &why);

	*ret_is_alive = false;
	if (fail == FAIL_MISSING)
		return FAIL_NONE;
	if (fail) {
		*err = why;
		return fail;
	}
	*ret_is_alive = peer.is_active && peer.seen_ms != 0 &&
	    clock_now(&work->round->clock) - peer.seen_ms < ALIVE_MS;
	return FAIL_NONE;
}

static enum fail
answer(struct work *work, const struct heartbeat_want *want, size_t *given,
    struct err *err)
{
	struct bundles bundles = { .arena = work->arena };
	bool alive = false, is_there, is_own = false;
	enum fail fail = store_bundles_of(
	    work->store, &want->writer, want->number, &bundles, err);

	if (fail || bundles.n == 0)
		return fail;
	is_own = bundles.list[0].state != BUNDLE_FOREIGN;
	if (!is_own)
		fail = is_alive(work, &want->writer, &alive, err);
	for (size_t i = 0; i < bundles.n && !fail && !alive; i++) {
		if (++*given > RELAYED_MAX)
			return FAIL_NONE;
		fail = is_own ? give_again(work, &bundles.list[i], err) :
				round_give(work, &bundles.list[i], NAME_RELAY,
				    &is_there, err);
	}
	return fail;
}

/* What others miss and this counter has. */
enum fail
round_answer_wants(struct work *work, struct err *err)
{
	size_t given = 0;
	enum fail fail = FAIL_NONE;

	for (size_t i = 0; i < work->fleet->members.n && !fail; i++) {
		const struct heartbeat *beat = &work->said[i];

		for (size_t j = 0; j < beat->n_wants && !fail; j++)
			if (work->may_publish && given < RELAYED_MAX)
				fail =
				    answer(work, &beat->wants[j], &given, err);
	}
	return fail;
}
