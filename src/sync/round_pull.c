#include <string.h>

#include "sync/round_inside.h"

enum { MONTHS_FIRST = 2, MONTHS_ALL = 1200, LIVES_MAX = 100 };

static enum fail
is_known(struct work *work, const struct id *author, const struct name *name,
    bool *ret_is_known, struct err *err)
{
	struct bundles bundles = { .arena = work->arena };
	enum fail fail =
	    store_bundles_of(work->store, author, name->number, &bundles, err);

	*ret_is_known = false;
	for (size_t i = 0; i < bundles.n && !fail; i++)
		if (name_has_hash(name, bundles.list[i].hash))
			*ret_is_known = true;
	return fail;
}

/* All that can be verified before a table is touched. */
static enum fail
open_bundle(struct work *work, const struct member *member,
    const struct name *name, const struct buf *file,
    struct container_head *head, struct buf *payload, uint8_t hash[HASH_SIZE],
    struct err *why)
{
	struct container_expect expect = {
		.kind = CONTAINER_OPS,
		.fleet = work->fleet->keyring.fleet,
		.writer = member->writer,
		.number = name->number,
		.hash = hash,
		.public_key = member->sign_key,
	};
	const struct data_key *key;
	enum fail fail = container_peek(file->text, file->size, head, why);

	if (fail)
		return fail;
	container_hash(file->text, file->size, hash);
	if (!name_has_hash(name, hash))
		return fail_say(why, FAIL_INVALID, "sync.other-hash", NULL);
	key = keyring_key(&work->fleet->keyring, head->key_id);
	/* Is it authentic at all, or does it only claim an unknown key? */
	if (key == NULL) {
		fail = container_verify(
		    file->text, file->size, &expect, head, why);
		return fail ? fail :
			      fail_say(why, FAIL_MISSING, "sync.no-key", NULL);
	}
	expect.data_key = key->key;
	return container_open(
	    file->text, file->size, &expect, head, payload, why);
}

static enum fail
apply(struct work *work, const struct container_head *head, bool is_after_gap,
    const struct buf *file, const struct buf *payload,
    const uint8_t hash[HASH_SIZE], struct err *why)
{
	struct incoming incoming = {
		.bundle = { .writer = head->writer, .number = head->number },
		.is_after_gap = is_after_gap,
		.file = file->text,
		.size = file->size,
		.payload = payload->text,
		.payload_size = payload->size,
		.points = work->round->failpoint,
	};
	struct applied applied = { 0 };
	enum fail fail;

	memcpy(incoming.bundle.hash, hash, HASH_SIZE);
	memcpy(incoming.bundle.prev, head->prev, HASH_SIZE);
	fail = store_apply(work->store, &incoming, &applied, why);
	if (fail)
		return fail;
	work->run->applied++;
	work->run->entries += (int64_t)applied.entries;
	work->round->tables |= applied.tables;
	work->is_changed = work->is_changed || !applied.was_known;
	work->has_digest = work->has_digest && applied.was_known;
	return FAIL_NONE;
}

/* Whether what went wrong is the file's fault, its time's, or ours. */
static enum fail
judge(struct work *work, const struct member *member, const char *path,
    enum fail fail, const struct err *why, enum fetched *ret_fetched,
    struct err *err)
{
	const char *code = why->fact.code;

	if (strcmp(code, "sync.no-key") == 0 ||
	    strcmp(code, "sync.newer") == 0 ||
	    strcmp(code, "store.parcel-newer") == 0 ||
	    strcmp(code, "store.bundle-waits") == 0) {
		*ret_fetched = FETCHED_WAITS;
		work->trouble[member - work->fleet->members.list] = why->fact;
		return FAIL_NONE;
	}
	if (strncmp(code, "sync.", 5) == 0 ||
	    strcmp(code, "store.parcel-wrong") == 0 ||
	    strcmp(code, "store.bundle-chain") == 0) {
		*ret_fetched = FETCHED_REFUSED;
		return work_quarantine(work, path, &member->writer, why, err);
	}
	if (err != NULL)
		*err = *why;
	return fail;
}

static enum fail
get_file(struct work *work, const struct member *member, const char *path,
    struct buf *file, enum fetched *ret_fetched, struct err *err)
{
	size_t limit = container_size_limit(CONTAINER_OPS);
	struct err why = { 0 };
	enum fail fail = work_point(work, "S22", err);

	if (fail)
		return fail;
	buf_init(file, limit);
	fail = share_get(work->share, path, limit, file, &why);
	*ret_fetched = FETCHED_MISSING;
	if (fail == FAIL_MISSING)
		return FAIL_NONE;
	if (fail == FAIL_INVALID) {
		*ret_fetched = FETCHED_REFUSED;
		return work_quarantine(work, path, &member->writer, &why, err);
	}
	if (fail)
		return work_share_failed(work, fail, &why, err);
	*ret_fetched = FETCHED_NEW;
	work->run->pulled++;
	work->run->bytes_done += (int64_t)file->size;
	return work_point(work, "S23", err);
}

enum fail
round_fetch(struct work *work, const struct member *member,
    const struct name *name, enum fetched *ret_fetched, struct err *err)
{
	char path[NAME_SIZE];
	uint8_t hash[HASH_SIZE];
	scoped_buf file = { 0 };
	scoped_buf payload = { 0 };
	struct container_head head;
	struct err why = { 0 };
	bool known;
	enum fail fail = is_known(work, &member->writer, name, &known, err);

	*ret_fetched = FETCHED_KNOWN;
	if (fail || known)
		return fail;
	name_print(name, path);
	fail = get_file(work, member, path, &file, ret_fetched, err);
	if (fail || *ret_fetched != FETCHED_NEW)
		return fail;
	buf_init(&payload, container_limit(CONTAINER_OPS));
	fail =
	    open_bundle(work, member, name, &file, &head, &payload, hash, &why);
	if (!fail)
		fail = apply(work, &head,
		    round_is_after_gap(work, member, name->number), &file,
		    &payload, hash, &why);
	if (fail)
		return judge(work, member, path, fail, &why, ret_fetched, err);
	fail = work_point(work, "S28", err);
	if (!fail && work->has_quarantine)
		fail = store_quarantine_drop(work->store, path, err);
	return fail;
}

/* Junk under the number of what is here already is no reason to ask. */
static enum fail
ask_for(struct work *work, const struct id *writer, uint64_t number,
    struct err *err)
{
	struct bundles bundles = { .arena = work->arena };
	enum fail fail =
	    store_bundles_of(work->store, writer, number, &bundles, err);

	if (!fail && bundles.n == 0)
		work_want(work, writer, number);
	return fail;
}

/* Under that number another may be here already: two machines used it. */
static void
ask_before(struct work *work, const struct member *member, uint64_t number)
{
	struct fact *trouble =
	    &work->trouble[member - work->fleet->members.list];
	struct heartbeat_want before;

	if (!round_before(member, number, &before))
		return;
	work_want(work, &before.writer, before.number);
	if (strcmp(trouble->code, "store.bundle-waits") == 0)
		round_say_waits(work, &before, trouble);
}

/* One after the other; what is not to be had is asked for by number. */
static enum fail
fetch_all(struct work *work, const struct member *member,
    struct candidates *candidates, bool *ret_waits, struct err *err)
{
	enum fetched fetched;
	enum fail fail = FAIL_NONE;

	round_sort(candidates);
	for (size_t i = 0; i < candidates->n && !fail; i++) {
		const struct name *name = &candidates->list[i];

		if (!member_counts(member, name->number))
			continue;
		fail = round_fetch(work, member, name, &fetched, err);
		if (!fail && fetched != FETCHED_KNOWN)
			fail = work_found_one(work, err);
		if (fail)
			return fail;
		if (fetched == FETCHED_MISSING || fetched == FETCHED_REFUSED)
			fail =
			    ask_for(work, &member->writer, name->number, err);
		if (fetched != FETCHED_WAITS)
			continue;
		*ret_waits = true;
		ask_before(work, member, name->number);
		/* The rest of the chain waits behind it. */
		if (i + 1 < candidates->n &&
		    candidates->list[i + 1].number != name->number)
			break;
	}
	return fail;
}

/* In every month, after all of the writer that it follows, and so on back:
 * the branch it stands on may be older than the newest months of that one. */
static enum fail
pull_lives(struct work *work, size_t i, size_t depth, struct err *err)
{
	const struct members *members = &work->fleet->members;
	const struct member *member = &members->list[i], *before = NULL;
	struct candidates candidates = { 0 };
	bool waits = false;
	enum fail fail = FAIL_NONE;

	if (member->origin == MEMBER_SUCCEEDS && depth < LIVES_MAX)
		before = members_find(members, &member->sponsor);
	if (before != NULL)
		fail = pull_lives(
		    work, (size_t)(before - members->list), depth + 1, err);
	if (fail)
		return fail;
	work->trouble[i] = (struct fact){ 0 };
	round_add_said(work, member, &work->said[i], &candidates);
	fail = round_add_listed(work, member, MONTHS_ALL, &candidates, err);
	return fail ? fail : fetch_all(work, member, &candidates, &waits, err);
}

enum fail
round_pull_whole(
    struct work *work, const struct member *member, struct err *err)
{
	return pull_lives(
	    work, (size_t)(member - work->fleet->members.list), 0, err);
}

static enum fail
pull_from(struct work *work, size_t i, struct err *err)
{
	const struct member *member = &work->fleet->members.list[i];
	struct candidates candidates = { 0 };
	bool waits = false;
	enum fail fail;

	work->trouble[i] = (struct fact){ 0 };
	round_add_said(work, member, &work->said[i], &candidates);
	fail = round_add_listed(work, member, MONTHS_FIRST, &candidates, err);
	if (!fail)
		fail = fetch_all(work, member, &candidates, &waits, err);
	/* Away for long: what it waits for is older than the last months. */
	return fail || !waits ? fail : round_pull_whole(work, member, err);
}

/* Every writer, this one too: a copy of this machine may have used its name.
 * No writer waits for another. */
enum fail
round_pull(struct work *work, struct err *err)
{
	const struct members *members = &work->fleet->members;
	int64_t missing = 0;
	enum fail fail = round_count_missing(work, &missing, err);

	if (!fail)
		fail = work_phase(work, EXCHANGE_APPLYING, missing, err);
	work->n_wants = 0;
	if (!fail)
		fail = round_want_gaps(work, err);
	for (size_t i = 0; i < members->n && !fail; i++)
		fail = pull_from(work, i, err);
	return fail ? fail : round_pull_told(work, err);
}
