#include "sync/round.h"

#include <string.h>

#include "base/child.h"
#include "store/check.h"
#include "sync/round_inside.h"

enum { SHOW_MS = 1000 };

enum fail
work_point(struct work *work, const char *name, struct err *err)
{
	return failpoint_reach(work->round->failpoint, name, err);
}

static enum fail
show(struct work *work, struct err *err)
{
	int64_t now = monotonic_ms();

	if (!work->round->is_shown || now - work->shown_at < SHOW_MS)
		return FAIL_NONE;
	work->shown_at = now;
	work->run->seconds_left = -1;
	if (work->run->done > 0 && work->run->total >= work->run->done)
		work->run->seconds_left = (now - work->phase_at) *
		    (work->run->total - work->run->done) / work->run->done /
		    1000;
	return store_run_show(work->store, work->run, err);
}

/* Between two files, where nothing is half done. */
static enum fail
look_up(struct work *work, struct err *err)
{
	const volatile sig_atomic_t *stop = work->round->stop;

	if (stop != NULL && *stop)
		return fail_say(err, FAIL_BUSY, "sync.stopped", NULL);
	return show(work, err);
}

enum fail
work_phase(struct work *work, enum exchange_phase phase, int64_t total,
    struct err *err)
{
	work->run->phase = phase;
	work->run->done = 0;
	work->run->total = total;
	work->phase_at = monotonic_ms();
	return look_up(work, err);
}

enum fail
work_done_one(struct work *work, struct err *err)
{
	work->run->done++;
	return look_up(work, err);
}

enum fail
work_found_one(struct work *work, struct err *err)
{
	if (work->run->done == work->run->total)
		work->run->total++;
	return work_done_one(work, err);
}

enum fail
work_share_failed(
    struct work *work, enum fail fail, const struct err *why, struct err *err)
{
	struct fact *later = &work->round->later;

	if (share_is_hung(why) || strcmp(why->fact.code, "share.child") == 0) {
		if (err != NULL)
			*err = *why;
		return fail;
	}
	if (later->code[0] == '\0' && why->fact.code[0] != '\0')
		*later = why->fact;
	return FAIL_NONE;
}

enum fail
work_digest(struct work *work, struct err *err)
{
	enum fail fail = FAIL_NONE;

	if (!work->has_digest)
		fail = store_digest(work->store, work->digest, err);
	work->has_digest = !fail;
	return fail;
}

void
work_want(struct work *work, const struct id *writer, uint64_t number)
{
	if (number == 0 || work->n_wants == HEARTBEAT_WANTS_MAX ||
	    work_wants(work, writer, number))
		return;
	work->wants[work->n_wants].writer = *writer;
	work->wants[work->n_wants++].number = number;
}

bool
work_wants(const struct work *work, const struct id *writer, uint64_t number)
{
	for (size_t i = 0; i < work->n_wants; i++)
		if (id_equal(&work->wants[i].writer, writer) &&
		    work->wants[i].number == number)
			return true;
	return false;
}

enum fail
work_quarantine(struct work *work, const char *path, const struct id *writer,
    const struct err *why, struct err *err)
{
	struct quarantined file = { .writer = *writer, .reason = why->fact };

	memcpy(file.path, path, strnlen(path, sizeof file.path - 1));
	work->run->refused++;
	work->has_quarantine = true;
	return store_quarantine_put(work->store, &file, err);
}

enum fail
work_put(struct work *work, const struct share_file *file, bool *ret_is_there,
    struct err *err)
{
	struct err why = { 0 };
	int64_t ms = 0;
	enum fail fail = FAIL_NONE;

	*ret_is_there = false;
	if (!work->may_publish)
		return FAIL_NONE;
	fail = share_put(work->share, file, &ms, &why);
	if (!fail) {
		*ret_is_there = true;
		if (ms != 0)
			work->ahead_ms = clock_now(&work->round->clock) - ms;
		return FAIL_NONE;
	}
	/* What cannot take one file cannot take the next. */
	if (share_is_full(&why) || fail == FAIL_DENIED || fail == FAIL_MISSING)
		work->may_publish = false;
	return work_share_failed(work, fail, &why, err);
}

enum fail
work_list(struct work *work, const struct share_wish *wish,
    struct share_names *ret_names, struct err *err)
{
	struct err why = { 0 };
	enum fail fail =
	    share_list(work->share, wish, work->arena, ret_names, &why);

	if (!fail)
		return FAIL_NONE;
	*ret_names = (struct share_names){ .sample = "" };
	return fail == FAIL_MISSING ? FAIL_NONE :
				      work_share_failed(work, fail, &why, err);
}

/* Is it our share? Where its marker is not, nothing is done at all. */
static enum fail
read_marker(struct work *work, struct err *err)
{
	enum fail fail = work_point(work, "S05", err);

	return fail ? fail :
		      marker_check(work->share, &work->fleet->keyring.fleet,
			  work->run->share, err);
}

/* Keys of this writer, and the fleet's newest. */
static enum fail
find_keys(struct work *work, struct err *err)
{
	work->self = store_writer(work->store);
	work->keys = keyring_station(&work->fleet->keyring, &work->self);
	work->key = keyring_newest(&work->fleet->keyring);
	if (work->keys == NULL)
		return fail_say(
		    err, FAIL_MISSING, "sync.no-station-keys", NULL);
	if (work->key == NULL)
		return fail_say(err, FAIL_MISSING, "sync.no-key", NULL);
	return FAIL_NONE;
}

/* What the last round missed is asked for until it came. */
#define NOTE_WANTS "wants"

static enum fail
recall_wants(struct work *work, struct err *err)
{
	struct err why = { 0 };
	const void *bytes;
	size_t size;
	enum fail fail = store_note_get(
	    work->store, NOTE_WANTS, work->arena, &bytes, &size, &why);

	if (fail && fail != FAIL_MISSING) {
		*err = why;
		return fail;
	}
	if (!fail && size <= sizeof work->wants &&
	    size % sizeof work->wants[0] == 0) {
		memcpy(work->wants, bytes, size);
		work->n_wants = size / sizeof work->wants[0];
	}
	return FAIL_NONE;
}

/* Before anything is published. */
static enum fail
prepare(struct work *work, struct err *err)
{
	enum fail fail = work_phase(work, EXCHANGE_STARTING, 0, err);

	entropy_fill(&work->round->entropy, work->token, sizeof work->token);
	if (!fail)
		fail = store_health(work->store, err);
	if (!fail)
		fail = store_schema(work->store, &work->schema, err);
	if (!fail)
		fail = read_marker(work, err);
	if (!fail)
		fail = round_take_fleet(work, err);
	if (!fail)
		fail = find_keys(work, err);
	if (!fail)
		fail = recall_wants(work, err);
	return fail ? fail : round_look_at_own(work, err);
}

static enum fail
give(struct work *work, struct err *err)
{
	enum fail fail = round_seal(work, err);

	if (!fail)
		fail = round_give_fleet(work, err);
	if (!fail)
		fail = round_publish(work, err);
	if (!fail)
		fail = round_compare(work, err);
	return fail ? fail : round_say(work, err);
}

static bool
are_wants_told(const struct work *work)
{
	return work->n_wants == work->n_told &&
	    memcmp(work->wants, work->told,
		work->n_wants * sizeof work->wants[0]) == 0;
}

/* So that others learn in this round what was applied, and what is missed. */
static enum fail
say_again(struct work *work, struct err *err)
{
	enum fail fail;

	if (!work->is_changed && are_wants_told(work))
		return FAIL_NONE;
	fail = store_note_put(work->store, NOTE_WANTS, work->wants,
	    work->n_wants * sizeof work->wants[0], err);
	return fail ? fail : round_say(work, err);
}

static enum fail
take(struct work *work, struct err *err)
{
	bool is_new = false;
	enum fail fail = round_hear(work, err);

	if (!fail)
		fail = round_pull(work, err);
	if (!fail && work->n_wants > 0)
		fail = round_take_relayed(work, &is_new, err);
	/* What waited for a bundle that was relayed need not wait now. */
	if (!fail && is_new)
		fail = round_pull(work, err);
	return fail ? fail : round_answer_wants(work, err);
}

enum fail
round_go(struct round *round, struct err *err)
{
	scoped_arena arena = arena_new();
	struct work *work = arena_alloc(arena, sizeof *work);
	enum fail fail;

	*work = (struct work){
		.round = round,
		.store = round->store,
		.fleet = round->fleet,
		.share = &round->share,
		.run = round->run,
		.arena = arena,
		.may_publish = true,
	};
	round->later = (struct fact){ 0 };
	round->tables = 0;
	fail = prepare(work, err);
	if (!fail)
		fail = give(work, err);
	if (!fail)
		fail = take(work, err);
	if (!fail)
		fail = say_again(work, err);
	return fail ? fail : round_judge_peers(work, err);
}

bool
round_is_later(const struct err *err)
{
	return strncmp(err->fact.code, "share.", 6) == 0 ||
	    strcmp(err->fact.code, "sync.stopped") == 0 ||
	    strcmp(err->fact.code, "sync.marker-wrong") == 0;
}
