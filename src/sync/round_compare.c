#include <stdio.h>
#include <string.h>

#include "sync/round_inside.h"

/* How many folders of months have bundles that a listing looks at: the
 * present one and the one before. Thorough rounds look at every file. */
enum { MONTHS = 2 };

/* Is it there as it was sent? ret_is_lost: no, or other bytes. */
static enum fail
compare_one(struct work *work, const struct bundle *bundle, bool *ret_is_lost,
    struct err *err)
{
	char path[NAME_SIZE];
	uint8_t hash[HASH_SIZE];
	scoped_buf bytes = { 0 };
	struct bundle found;
	struct err why = { 0 };
	struct name name;
	enum fail fail;

	buf_init(&bytes, container_size_limit(CONTAINER_OPS));
	fail = store_bundle_get(work->store, bundle->hash, &found, &bytes, err);
	if (!fail)
		fail = round_name_bundle(
		    work, bundle, &bytes, NAME_BUNDLE, &name, err);
	if (fail)
		return fail;
	name_print(&name, path);
	hash_bytes(bytes.text, bytes.size, NULL, 0, hash);
	fail = share_compare(work->share, path, bytes.size, hash, &why);
	*ret_is_lost = fail == FAIL_MISSING || fail == FAIL_CORRUPT ||
	    fail == FAIL_INVALID;
	if (!fail || *ret_is_lost)
		return FAIL_NONE;
	return work_share_failed(work, fail, &why, err);
}

/* What the newest months list, as one sorted array of (number, hash). */
struct listed {
	struct name *list;
	size_t n, room;
};

static enum fail
list_month(struct work *work, const struct id *writer, const char *month,
    struct listed *listed, struct err *err)
{
	char text[NAME_WRITER_SIZE], path[2 * NAME_SIZE];
	struct share_wish wish = { .suffix = ".bnd", .newest = SHARE_LIST_MAX };
	struct share_names names;
	struct name name;
	enum fail fail;

	name_writer(writer, text);
	wish.folder = arena_print(work->arena, "w/%s/b/%s", text, month);
	fail = work_list(work, &wish, &names, err);
	for (size_t i = 0; i < names.n && !fail; i++) {
		snprintf(
		    path, sizeof path, "%s/%s", wish.folder, names.name[i]);
		if (!name_parse(path, &name))
			continue;
		listed->list = arena_grow(work->arena, listed->list, listed->n,
		    &listed->room, sizeof name);
		listed->list[listed->n++] = name;
	}
	if (!fail)
		fail = round_remove_parts(work, wish.folder, err);
	return fail;
}

static enum fail
list_own(struct work *work, struct listed *listed, struct err *err)
{
	char text[NAME_WRITER_SIZE];
	struct share_wish wish = {
		.suffix = "", .newest = MONTHS, .is_folders = true
	};
	struct share_names months;
	enum fail fail;

	name_writer(&work->self, text);
	wish.folder = arena_print(work->arena, "w/%s/b", text);
	fail = work_list(work, &wish, &months, err);
	for (size_t i = 0; i < months.n && !fail; i++)
		fail =
		    list_month(work, &work->self, months.name[i], listed, err);
	return fail;
}

static bool
is_listed(const struct listed *listed, const struct bundle *bundle)
{
	for (size_t i = listed->n; i > 0; i--)
		if (listed->list[i - 1].number == bundle->number &&
		    name_has_hash(&listed->list[i - 1], bundle->hash))
			return true;
	return false;
}

/* Later than this is in the newest months, whatever the calendar. */
static bool
is_recent(const struct work *work, const struct bundle *bundle)
{
	const int64_t month_ms = INT64_C(28) * 24 * 3600 * 1000;

	return clock_now(&work->round->clock) - bundle->made_ms < month_ms;
}

static bool
is_to_be_compared(const struct work *work, const struct listed *listed,
    const struct bundle *bundle)
{
	if (work->is_thorough)
		return true;
	return id_equal(&bundle->writer, &work->self) &&
	    is_recent(work, bundle) && !is_listed(listed, bundle);
}

/* Once a day every file is looked at, whoever calls. Less than a day, so that
 * a night run that comes a little early counts. */
#define NOTE_COMPARED "compared"
enum { COMPARED_MS = 20 * 3600 * 1000 };

static void
decide_thorough(struct work *work)
{
	int64_t now = clock_now(&work->round->clock), last = 0;
	const void *bytes;
	size_t size;

	if (store_note_get(work->store, NOTE_COMPARED, work->arena, &bytes,
		&size, NULL) == FAIL_NONE &&
	    size == sizeof last)
		memcpy(&last, bytes, sizeof last);
	/* A clock that was set back is no reason to wait. */
	work->is_thorough = work->round->is_thorough || work->is_share_older ||
	    now < last || now - last >= COMPARED_MS;
}

static enum fail
note_compared(struct work *work, struct err *err)
{
	int64_t now = clock_now(&work->round->clock);

	if (!work->is_thorough)
		return FAIL_NONE;
	return store_note_put(
	    work->store, NOTE_COMPARED, &now, sizeof now, err);
}

/*
 * One's own files on the share beside those kept: torn, eaten, gone with a
 * share that was set back or made anew. The one loop that heals all of it.
 */
enum fail
round_compare(struct work *work, struct err *err)
{
	struct bundles sent = { .arena = work->arena };
	struct listed listed = { 0 };
	bool is_lost, is_any = false;
	enum fail fail =
	    store_bundles_own(work->store, BUNDLE_SENT, &sent, err);

	decide_thorough(work);
	if (!fail && sent.n > 0)
		fail = list_own(work, &listed, err);
	for (size_t i = 0; i < sent.n && !fail; i++) {
		if (!is_to_be_compared(work, &listed, &sent.list[i]))
			continue;
		is_lost = false;
		fail = compare_one(work, &sent.list[i], &is_lost, err);
		if (!fail && is_lost) {
			is_any = true;
			fail = store_bundle_lost(
			    work->store, sent.list[i].hash, err);
		}
	}
	if (!fail)
		fail = note_compared(work, err);
	return fail || !is_any ? fail : round_publish(work, err);
}
