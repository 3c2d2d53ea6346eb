#include <stdio.h>
#include <string.h>

#include "sync/round_inside.h"

static void
own_name(const struct work *work, enum name_kind kind, struct name *ret_name)
{
	*ret_name = (struct name){ .kind = kind, .writer = work->self };
}

/* What a killed round left half written. Nobody but this counter writes into
 * these folders, and no other round of it is running. */
enum fail
round_remove_parts(struct work *work, const char *folder, struct err *err)
{
	const struct share_wish wish = {
		.folder = folder, .suffix = ".part", .newest = SHARE_LIST_MAX
	};
	struct share_names names;
	enum fail fail = work_list(work, &wish, &names, err);

	for (size_t i = 0; i < names.n && !fail; i++) {
		struct err why = { 0 };

		fail = share_remove(work->share,
		    arena_print(work->arena, "%s/%s", folder, names.name[i]),
		    &why);
		if (fail)
			fail = fail == FAIL_MISSING ?
			    FAIL_NONE :
			    work_share_failed(work, fail, &why, err);
	}
	return fail;
}

static uint64_t
last_counter(struct work *work)
{
	const void *bytes;
	uint64_t counter = 0;
	size_t size;

	if (store_note_get(work->store, "heartbeat", work->arena, &bytes, &size,
		NULL) == FAIL_NONE &&
	    size == sizeof counter)
		memcpy(&counter, bytes, sizeof counter);
	return counter;
}

/* Did this writer sign it, or does it only lie there under such a name? */
static enum fail
is_ours(struct work *work, const char *path, const struct name *name,
    bool *ret_is_ours, struct err *err)
{
	size_t limit = container_size_limit(CONTAINER_HEARTBEAT);
	const struct container_expect expect = {
		.kind = CONTAINER_HEARTBEAT,
		.fleet = work->fleet->keyring.fleet,
		.writer = work->self,
		.number = name->number,
		.public_key = work->keys->sign.public_key,
	};
	scoped_buf file = { 0 };
	struct container_head head;
	struct err why = { 0 };
	enum fail fail;

	*ret_is_ours = false;
	buf_init(&file, limit);
	fail = share_get(work->share, path, limit, &file, &why);
	if (fail == FAIL_MISSING)
		return FAIL_NONE;
	if (fail && fail != FAIL_INVALID)
		return work_share_failed(work, fail, &why, err);
	if (!fail)
		fail = container_verify(
		    file.text, file.size, &expect, &head, &why);
	*ret_is_ours = !fail;
	return fail ? work_quarantine(work, path, &work->self, &why, err) :
		      FAIL_NONE;
}

/* A heartbeat of ours that we have not sent: another machine did, or this
 * one before it was set back. */
static enum fail
judge_own(struct work *work, const struct share_names *names,
    const char *folder, struct err *err)
{
	char path[2 * NAME_SIZE];
	uint64_t counter = last_counter(work);
	struct name name;
	bool ours;
	enum fail fail;

	for (size_t i = 0; i < names->n; i++) {
		snprintf(path, sizeof path, "%s/%s", folder, names->name[i]);
		if (!name_parse(path, &name) || name.number <= counter)
			continue;
		fail = is_ours(work, path, &name, &ours, err);
		if (!fail && ours)
			fail = fail_say(err, FAIL_CONFLICT, "sync.outrun",
			    work->fleet->folder, NULL);
		if (fail)
			return fail;
	}
	/* And one of ours that was there and is not: an older share. */
	if (counter > 0 && names->n == 0)
		work->is_share_older = true;
	return FAIL_NONE;
}

enum fail
round_look_at_own(struct work *work, struct err *err)
{
	char folder[NAME_SIZE];
	struct share_wish wish = {
		.folder = folder, .suffix = ".det", .newest = 16
	};
	struct share_names names;
	struct name name;
	enum fail fail;

	own_name(work, NAME_HEARTBEAT, &name);
	name_folder(&name, folder);
	fail = work_list(work, &wish, &names, err);
	if (!fail)
		fail = judge_own(work, &names, folder, err);
	return fail ? fail : round_remove_parts(work, folder, err);
}

/* Where a bundle lies: its month is in its own head. */
enum fail
round_name_bundle(const struct work *work, const struct bundle *bundle,
    const struct buf *file, enum name_kind kind, struct name *ret_name,
    struct err *err)
{
	struct container_head head;
	enum fail fail = container_peek(file->text, file->size, &head, err);

	if (fail)
		return fail;
	*ret_name = (struct name){
		.kind = kind,
		.writer = kind == NAME_RELAY ? work->self : bundle->writer,
		.author = bundle->writer,
		.number = bundle->number,
		.month = name_month(head.hlc),
	};
	memcpy(ret_name->hash, bundle->hash, NAME_HASH_SIZE);
	return FAIL_NONE;
}

/* The name is made of the content: other bytes under it are damaged ones, and
 * give way to the right ones. */
enum fail
round_give(struct work *work, const struct bundle *bundle, enum name_kind kind,
    bool *ret_is_there, struct err *err)
{
	char path[NAME_SIZE];
	scoped_buf bytes = { 0 };
	struct bundle found;
	struct name name;
	enum fail fail;

	buf_init(&bytes, container_size_limit(CONTAINER_OPS));
	fail = store_bundle_get(work->store, bundle->hash, &found, &bytes, err);
	if (!fail)
		fail =
		    round_name_bundle(work, bundle, &bytes, kind, &name, err);
	if (fail)
		return fail;
	name_print(&name, path);

	const struct share_file file = {
		.path = path,
		.bytes = bytes.text,
		.size = bytes.size,
		.kind = SHARE_BUNDLE,
		.may_replace = true,
	};

	fail = work_put(work, &file, ret_is_there, err);
	if (!fail && *ret_is_there)
		work->run->bytes_done += (int64_t)bytes.size;
	return fail;
}

/* The mark is set after the deed: the other way round a kill between the two
 * would lose it for ever. */
static enum fail
publish_one(struct work *work, const struct bundle *bundle, struct err *err)
{
	bool is_there;
	enum fail fail = round_give(work, bundle, NAME_BUNDLE, &is_there, err);

	if (fail || !is_there)
		return fail;
	fail = work_point(work, "S14", err);
	if (!fail)
		fail = store_bundle_sent(work->store, bundle->hash, err);
	if (fail)
		return fail;
	work->run->sent++;
	return work_done_one(work, err);
}

enum fail
round_publish(struct work *work, struct err *err)
{
	struct bundles sealed = { .arena = work->arena };
	enum fail fail =
	    store_bundles_own(work->store, BUNDLE_SEALED, &sealed, err);

	if (!fail)
		fail = work_phase(
		    work, EXCHANGE_PUBLISHING, (int64_t)sealed.n, err);
	for (size_t i = 0; i < sealed.n && !fail && work->may_publish; i++)
		fail = publish_one(work, &sealed.list[i], err);
	return fail;
}
