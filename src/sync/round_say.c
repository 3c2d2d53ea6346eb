#include <stdio.h>
#include <string.h>

#include "store/check.h"
#include "store/conflict.h"
#include "sync/round_inside.h"

/* So many of one's own heartbeats stay on the share. */
enum { KEPT = 3, TEXT_MAX = 1 << 20 };

/* Names of the last ones, newest first, one a line: kept in the register,
 * since nothing is removed by what a listing says. */
#define NOTE_NAMES "heartbeat-names"
#define NOTE_COUNTER "heartbeat"

static enum fail
own_bundles(struct work *work, struct heartbeat *beat, struct err *err)
{
	struct bundles bundles = { .arena = work->arena };
	enum fail fail =
	    store_bundles_of(work->store, &work->self, 0, &bundles, err);
	size_t from = 0;

	if (fail)
		return fail;
	if (bundles.n > HEARTBEAT_OWN_MAX)
		from = bundles.n - HEARTBEAT_OWN_MAX;
	beat->own =
	    arena_array(work->arena, bundles.n - from + 1, sizeof *beat->own);
	for (size_t i = from; i < bundles.n && !fail; i++) {
		scoped_buf file = { 0 };
		struct heartbeat_own *own = &beat->own[beat->n_own];
		struct container_head head;
		struct bundle found;

		buf_init(&file, container_size_limit(CONTAINER_OPS));
		fail = store_bundle_get(
		    work->store, bundles.list[i].hash, &found, &file, err);
		if (!fail)
			fail = container_peek(file.text, file.size, &head, err);
		if (fail)
			return fail;
		own->number = bundles.list[i].number;
		own->month = name_month(head.hlc);
		memcpy(own->hash, bundles.list[i].hash, sizeof own->hash);
		beat->n_own++;
		beat->sealed = own->number;
	}
	return FAIL_NONE;
}

static enum fail
applied(struct work *work, struct heartbeat *beat, struct err *err)
{
	struct vector vector = { .arena = work->arena };
	enum fail fail = store_vector(work->store, &vector, err);

	if (fail)
		return fail;
	beat->applied =
	    arena_array(work->arena, vector.n + 1, sizeof *beat->applied);
	for (size_t i = 0; i < vector.n; i++) {
		beat->applied[i].writer = vector.list[i].writer;
		beat->applied[i].number = vector.list[i].number;
		memcpy(beat->applied[i].hash, vector.list[i].hash, HASH_SIZE);
	}
	beat->n_applied = vector.n;
	return FAIL_NONE;
}

static enum fail
refused(struct work *work, struct heartbeat *beat, struct err *err)
{
	struct quarantined *list = NULL;
	size_t n = 0;
	int64_t total;
	enum fail fail = store_quarantine(work->store, HEARTBEAT_BAD_MAX,
	    work->arena, &list, &n, &total, err);

	if (fail)
		return fail;
	work->has_quarantine = n > 0;
	beat->bad = arena_array(work->arena, n + 1, sizeof *beat->bad);
	for (size_t i = 0; i < n; i++) {
		snprintf(beat->bad[i].path, sizeof beat->bad[i].path, "%.*s",
		    HEARTBEAT_BAD_SIZE - 1, list[i].path);
		snprintf(beat->bad[i].code, sizeof beat->bad[i].code, "%s",
		    list[i].reason.code);
	}
	beat->n_bad = n;
	return FAIL_NONE;
}

static enum fail
figures(struct work *work, struct heartbeat *beat, struct err *err)
{
	struct share_space space = { 0 };
	struct err why = { 0 };
	int64_t conflicts = 0, unsealed = 0;
	enum fail fail = work_digest(work, err);

	if (!fail)
		fail = store_unsealed(work->store, &unsealed, err);
	if (!fail)
		fail = store_conflict_count(work->store, &conflicts, err);
	if (fail)
		return fail;
	/* What was typed since the seal is in it and nobody else has it. */
	if (unsealed == 0)
		memcpy(beat->digest, work->digest, HASH_SIZE);
	beat->conflicts = (uint32_t)conflicts;
	fail = share_space(work->share, &space, &why);
	beat->free_bytes = space.free_bytes;
	return fail ? work_share_failed(work, fail, &why, err) : FAIL_NONE;
}

static enum fail
compose(struct work *work, struct heartbeat *beat, struct err *err)
{
	enum fail fail;

	snprintf(beat->station, sizeof beat->station, "%s",
	    store_station(work->store));
	snprintf(
	    beat->program, sizeof beat->program, "%s", work->round->program);
	beat->schema = (uint32_t)work->schema;
	beat->vocabulary = PARCEL_VOCABULARY;
	beat->made_ms = clock_now(&work->round->clock);
	memcpy(beat->token, work->token, sizeof beat->token);
	beat->roster = work->fleet->roster.version;
	beat->key = work->key->number;
	beat->ahead_ms = work->ahead_ms;
	beat->wants = work->wants;
	beat->n_wants = work->n_wants;
	fail = own_bundles(work, beat, err);
	if (!fail)
		fail = applied(work, beat, err);
	if (!fail)
		fail = refused(work, beat, err);
	return fail ? fail : figures(work, beat, err);
}

/* The counter is on the disk before anybody sees it. */
static enum fail
next_counter(struct work *work, uint64_t *ret_counter, struct err *err)
{
	const void *bytes;
	uint64_t counter = 0;
	size_t size;
	struct err none = { 0 };
	enum fail fail = store_note_get(
	    work->store, NOTE_COUNTER, work->arena, &bytes, &size, &none);

	if (!fail && size == sizeof counter)
		memcpy(&counter, bytes, sizeof counter);
	else if (fail && fail != FAIL_MISSING) {
		*err = none;
		return fail;
	}
	*ret_counter = ++counter;
	return store_note_put(
	    work->store, NOTE_COUNTER, &counter, sizeof counter, err);
}

static enum fail
seal(struct work *work, const struct heartbeat *beat, uint64_t counter,
    struct buf *file, uint8_t hash[HASH_SIZE], struct err *err)
{
	const struct container_keys keys = {
		.signer = &work->keys->sign,
		.data_key = work->key->key,
		.entropy = &work->round->entropy,
	};
	struct container_head head = {
		.kind = CONTAINER_HEARTBEAT,
		.fleet = work->fleet->keyring.fleet,
		.writer = work->self,
		.number = counter,
		.schema = (uint32_t)work->schema,
		.vocabulary = PARCEL_VOCABULARY,
	};
	scoped_buf text = { 0 };

	memcpy(head.key_id, work->key->id, sizeof head.key_id);
	buf_init(&text, TEXT_MAX);
	heartbeat_print(beat, &text);
	buf_init(file, container_size_limit(CONTAINER_HEARTBEAT));
	return container_seal(
	    &head, text.text, text.size, &keys, file, hash, err);
}

/* The one that was put, and those before it; the oldest goes. */
static enum fail
let_go(struct work *work, const char *path, struct err *err)
{
	scoped_buf kept = { 0 };
	const void *bytes = "";
	size_t size = 0, n = 1;
	const char *line;

	if (store_note_get(
		work->store, NOTE_NAMES, work->arena, &bytes, &size, NULL))
		bytes = "";
	buf_init(&kept, (size_t)(KEPT + 2) * NAME_SIZE);
	buf_print(&kept, "%s\n", path);
	for (line = bytes; *line != '\0'; line += strcspn(line, "\n") + 1) {
		const char *old =
		    arena_bytes(work->arena, line, strcspn(line, "\n"));
		struct err why = { 0 };
		enum fail fail = FAIL_NONE;

		if (n++ < KEPT)
			buf_print(&kept, "%s\n", old);
		else
			fail = share_remove(work->share, old, &why);
		if (fail && fail != FAIL_MISSING)
			fail = work_share_failed(work, fail, &why, err);
		if (fail && fail != FAIL_MISSING)
			return fail;
		if (line[strcspn(line, "\n")] == '\0')
			break;
	}
	return store_note_put(
	    work->store, NOTE_NAMES, kept.text, kept.size, err);
}

enum fail
round_say(struct work *work, struct err *err)
{
	char path[NAME_SIZE];
	uint8_t hash[HASH_SIZE];
	struct heartbeat beat = { 0 };
	struct name name = { .kind = NAME_HEARTBEAT, .writer = work->self };
	scoped_buf file = { 0 };
	bool is_there;
	enum fail fail = work_phase(work, EXCHANGE_SAYING, 0, err);

	if (fail || !work->may_publish)
		return fail;
	fail = compose(work, &beat, err);
	if (!fail)
		fail = next_counter(work, &name.number, err);
	if (!fail)
		fail = seal(work, &beat, name.number, &file, hash, err);
	if (fail)
		return fail;
	memcpy(name.hash, hash, sizeof name.hash);
	name_print(&name, path);

	const struct share_file put = {
		.path = path,
		.bytes = file.text,
		.size = file.size,
		.kind = SHARE_HEARTBEAT,
	};

	work->is_changed = false;
	memcpy(work->told, work->wants, sizeof work->told);
	work->n_told = work->n_wants;
	fail = work_put(work, &put, &is_there, err);
	return fail || !is_there ? fail : let_go(work, path, err);
}
