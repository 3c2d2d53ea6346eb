#include <stdio.h>
#include <string.h>

#include "store/check.h"
#include "sync/round_inside.h"

/* Newest heartbeats of one writer that are looked at, until one is good. */
enum { LOOKED_AT = 8, TEXT_MAX = 1 << 20 };

/* Verified and opened; why says what is wrong with it. */
static enum fail
open_heartbeat(struct work *work, const struct member *member,
    const struct name *name, const struct buf *file, struct buf *text,
    struct err *why)
{
	uint8_t hash[HASH_SIZE];
	struct container_expect expect = {
		.kind = CONTAINER_HEARTBEAT,
		.fleet = work->fleet->keyring.fleet,
		.writer = member->writer,
		.number = name->number,
		.hash = hash,
		.public_key = member->sign_key,
	};
	struct container_head head;
	const struct data_key *key;
	enum fail fail = container_peek(file->text, file->size, &head, why);

	if (fail)
		return fail;
	container_hash(file->text, file->size, hash);
	if (!name_has_hash(name, hash))
		return fail_say(why, FAIL_INVALID, "sync.other-hash", NULL);
	key = keyring_key(&work->fleet->keyring, head.key_id);
	if (key == NULL)
		return fail_say(why, FAIL_MISSING, "sync.no-key", NULL);
	expect.data_key = key->key;
	return container_open(
	    file->text, file->size, &expect, &head, text, why);
}

static void
remember(struct peer *peer, const struct heartbeat *beat,
    const struct buf *text, uint64_t counter, int64_t now_ms)
{
	peer->heartbeat = counter;
	peer->seen_ms = now_ms;
	if (peer->first_ms == 0)
		peer->first_ms = now_ms;
	peer->made_ms = beat->made_ms;
	peer->sealed = beat->sealed;
	peer->schema = beat->schema;
	peer->ahead_ms = beat->ahead_ms;
	peer->conflicts = beat->conflicts;
	peer->heartbeat_text = text->text;
	peer->heartbeat_size = text->size;
}

/* One heartbeat. ret_is_good false: look at the one before it. */
static enum fail
hear_one(struct work *work, const struct member *member, struct peer *peer,
    const char *path, bool *ret_is_good, struct err *err)
{
	scoped_buf file = { 0 };
	scoped_buf text = { 0 };
	size_t limit = container_size_limit(CONTAINER_HEARTBEAT);
	struct heartbeat beat;
	struct err why = { 0 };
	struct name name;
	enum fail fail;

	*ret_is_good = false;
	if (!name_parse(path, &name) || name.number <= peer->heartbeat)
		return FAIL_NONE;
	buf_init(&file, limit);
	buf_init(&text, TEXT_MAX);
	fail = share_get(work->share, path, limit, &file, &why);
	if (fail == FAIL_MISSING)
		return FAIL_NONE;
	if (fail && fail != FAIL_INVALID)
		return work_share_failed(work, fail, &why, err);
	if (!fail)
		fail = work_point(work, "S21", err);
	else
		return work_quarantine(work, path, &member->writer, &why, err);
	if (fail)
		return fail;
	fail = open_heartbeat(work, member, &name, &file, &text, &why);
	if (!fail)
		fail = heartbeat_parse(
		    text.text, text.size, work->arena, &beat, &why);
	if (fail)
		return work_quarantine(work, path, &member->writer, &why, err);
	*ret_is_good = true;
	remember(
	    peer, &beat, &text, name.number, clock_now(&work->round->clock));
	return store_peer_put(work->store, peer, err);
}

/* As the roster has it; what was heard before stays. */
static enum fail
find_peer(struct work *work, const struct member *member, struct peer *ret_peer,
    struct err *err)
{
	struct err why = { 0 };
	struct peer peer = { 0 };
	enum fail fail = store_peer_get(
	    work->store, &member->writer, work->arena, &peer, &why);

	if (fail && fail != FAIL_MISSING) {
		*err = why;
		return fail;
	}
	peer.writer = member->writer;
	snprintf(peer.station, sizeof peer.station, "%s", member->station);
	peer.letter = member->letter;
	peer.is_active = member->state == MEMBER_ACTIVE;
	if (peer.first_ms == 0)
		peer.first_ms = clock_now(&work->round->clock);
	*ret_peer = peer;
	return FAIL_NONE;
}

/* Its newest heartbeat that is good and newer than what was heard. */
static enum fail
hear(struct work *work, const struct member *member, struct peer *peer,
    struct err *err)
{
	char folder[NAME_SIZE], path[2 * NAME_SIZE];
	const struct name any = { .kind = NAME_HEARTBEAT,
		.writer = member->writer };
	const struct share_wish wish = {
		.folder = folder, .suffix = ".det", .newest = LOOKED_AT
	};
	struct share_names names;
	struct name name;
	bool is_good = false;
	enum fail fail;

	name_folder(&any, folder);
	fail = work_list(work, &wish, &names, err);
	for (size_t i = names.n; i > 0 && !fail && !is_good; i--) {
		snprintf(path, sizeof path, "%s/%s", folder, names.name[i - 1]);
		/* All there are come before what was heard long ago. */
		if (i == names.n && name_parse(path, &name) &&
		    name.number < peer->heartbeat)
			work->is_share_older = true;
		fail = hear_one(work, member, peer, path, &is_good, err);
	}
	return fail;
}

/* What it said last, now or in an earlier round. */
static void
recall(struct work *work, const struct peer *peer, struct heartbeat *beat)
{
	if (peer->heartbeat_size == 0 ||
	    heartbeat_parse(peer->heartbeat_text, peer->heartbeat_size,
		work->arena, beat, NULL))
		*beat = (struct heartbeat){ 0 };
}

enum fail
round_hear(struct work *work, struct err *err)
{
	const struct members *members = &work->fleet->members;
	bool was_older = work->is_share_older;
	struct peer peer;
	enum fail fail =
	    work_phase(work, EXCHANGE_PULLING, (int64_t)members->n, err);

	for (size_t i = 0; i < members->n && !fail; i++) {
		const struct member *member = &members->list[i];

		if (id_equal(&member->writer, &work->self))
			continue;
		fail = find_peer(work, member, &peer, err);
		if (!fail)
			fail = store_peer_put(work->store, &peer, err);
		if (!fail)
			fail = hear(work, member, &peer, err);
		if (!fail)
			fail = store_peer_get(work->store, &member->writer,
			    work->arena, &peer, err);
		if (!fail)
			recall(work, &peer, &work->said[i]);
		if (!fail)
			fail = work_done_one(work, err);
	}
	/* Others' files went back in time, and so did ours. */
	if (!fail && work->is_share_older && !was_older)
		fail = round_compare(work, err);
	return fail;
}

enum fail
round_count_missing(struct work *work, int64_t *ret_n, struct err *err)
{
	struct peer *peers = NULL;
	size_t n = 0;
	enum fail fail = store_peers(work->store, work->arena, &peers, &n, err);

	*ret_n = 0;
	for (size_t i = 0; i < n; i++)
		if (!id_equal(&peers[i].writer, &work->self) &&
		    peers[i].sealed > peers[i].applied)
			*ret_n += (int64_t)(peers[i].sealed - peers[i].applied);
	return fail;
}

static bool
is_zero(const uint8_t digest[HASH_SIZE])
{
	static const uint8_t zeros[HASH_SIZE];

	return memcmp(digest, zeros, HASH_SIZE) == 0;
}

/* Have the two of us applied the very same? */
static bool
is_same_vector(const struct heartbeat *beat, const struct vector *vector)
{
	if (beat->n_applied != vector->n)
		return false;
	for (size_t i = 0; i < vector->n; i++)
		if (!id_equal(
			&beat->applied[i].writer, &vector->list[i].writer) ||
		    memcmp(beat->applied[i].hash, vector->list[i].hash,
			HASH_SIZE) != 0)
			return false;
	return true;
}

static uint64_t
applied_of(const struct vector *vector, const struct id *writer)
{
	uint64_t number = 0;

	for (size_t i = 0; i < vector->n; i++)
		if (id_equal(&vector->list[i].writer, writer) &&
		    vector->list[i].number > number)
			number = vector->list[i].number;
	return number;
}

/* Clocks further apart than this are named: a due date may be wrong by it. */
enum { HOUR_MS = 3600 * 1000, DAY_HOURS = 24 };

/*
 * Its clock against this one: each has measured its own against the share's,
 * and whose is right is for people to see.
 */
static void
compare_clocks(
    const struct work *work, const struct heartbeat *beat, struct fact *trouble)
{
	int64_t ahead = (beat->ahead_ms - work->ahead_ms) / HOUR_MS;
	bool is_ahead = ahead > 0, is_long;
	char number[24];

	if (beat->ahead_ms == 0 || work->ahead_ms == 0 || ahead == 0 ||
	    trouble->code[0] != '\0')
		return;
	if (!is_ahead)
		ahead = -ahead;
	is_long = ahead >= 2 * DAY_HOURS;
	snprintf(number, sizeof number, "%lld",
	    (long long)(is_long ? ahead / DAY_HOURS : ahead));
	if (is_ahead)
		fact_set(trouble,
		    is_long ? "sync.clock-days-ahead" :
			      "sync.clock-hours-ahead",
		    number, NULL);
	else
		fact_set(trouble,
		    is_long ? "sync.clock-days-behind" :
			      "sync.clock-hours-behind",
		    number, NULL);
}

/* What this round knows of one peer beside what it said. */
static enum fail
judge(struct work *work, size_t i, const struct vector *vector, struct err *err)
{
	const struct member *member = &work->fleet->members.list[i];
	const struct heartbeat *beat = &work->said[i];
	const struct heartbeat_applied *ours =
	    heartbeat_applied_of(beat, &work->self);
	struct peer peer;
	bool is_comparable = beat->n_applied > 0 &&
	    beat->schema == (uint32_t)work->schema &&
	    is_same_vector(beat, vector);
	enum fail fail = store_peer_get(
	    work->store, &member->writer, work->arena, &peer, err);

	if (fail)
		return fail;
	peer.applied = applied_of(vector, &member->writer);
	peer.has_of_us = ours != NULL ? ours->number : 0;
	peer.trouble = work->trouble[i];
	compare_clocks(work, beat, &peer.trouble);
	is_comparable = is_comparable && !is_zero(beat->digest);
	/* Nothing is said when nothing can be compared. */
	if (is_comparable)
		peer.digest_differs =
		    memcmp(beat->digest, work->digest, HASH_SIZE) != 0;
	return store_peer_put(work->store, &peer, err);
}

enum fail
round_judge_peers(struct work *work, struct err *err)
{
	struct vector vector = { .arena = work->arena };
	int64_t unsealed = 0;
	enum fail fail = store_vector(work->store, &vector, err);

	if (!fail)
		fail = store_unsealed(work->store, &unsealed, err);
	if (!fail)
		fail = work_digest(work, err);
	/* Somebody typed meanwhile: the next round will tell. */
	if (!fail && unsealed > 0)
		vector.n = 0;
	for (size_t i = 0; i < work->fleet->members.n && !fail; i++)
		if (!id_equal(
			&work->fleet->members.list[i].writer, &work->self))
			fail = judge(work, i, &vector, err);
	return fail;
}
