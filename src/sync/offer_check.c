#include <string.h>

#include "sync/container.h"
#include "sync/join.h"

enum {
	LOOKED_AT = 4,       /* introductions in one writer's folder */
	FOLDERS_LOOKED_AT = 512,
	FLEET_FILE_MAX = 16 << 20, /* container_size_limit() of either kind */
};

/* A share that is looked at before joining. */
struct looking {
	const struct share *share;
	const struct offer *offer;
	struct arena *arena;
	struct file_bytes *introductions;
	size_t n, room;
};

enum fail
marker_check(const struct share *share, const struct id *fleet,
    const char *path, struct err *err)
{
	scoped_buf text = { 0 };
	struct id other;
	enum fail fail;

	buf_init(&text, MARKER_SIZE_MAX);
	fail = share_get(share, "fleet", MARKER_SIZE_MAX, &text, err);
	if (fail == FAIL_MISSING)
		return fail_say(err, FAIL_MISSING, "share.no-marker", path,
		    NULL);
	if (!fail)
		fail = marker_parse(text.text, text.size, &other, err);
	if (fail || id_equal(&other, fleet))
		return fail;
	return fail_say(err, FAIL_CONFLICT, "share.other-fleet", path, NULL);
}

/* Nothing is there, or what cannot be had: nothing is concluded from it. */
static bool
get(const struct looking *looking, const char *path, struct file_bytes *file)
{
	scoped_buf bytes = { 0 };

	buf_init(&bytes, FLEET_FILE_MAX);
	if (share_get(looking->share, path, FLEET_FILE_MAX, &bytes, NULL))
		return false;
	file->bytes = arena_bytes(looking->arena, bytes.text, bytes.size);
	file->size = bytes.size;
	return true;
}

static enum fail
list(const struct looking *looking, const struct share_wish *wish,
    struct share_names *names, struct err *err)
{
	struct err why = { 0 };
	enum fail fail =
	    share_list(looking->share, wish, looking->arena, names, &why);

	if (fail == FAIL_MISSING)
		*names = (struct share_names){ .sample = "" };
	else if (fail)
		*err = why;
	return fail == FAIL_MISSING ? FAIL_NONE : fail;
}

/* The newest roster there, or the one that came with the invitation. */
static enum fail
find_roster(const struct looking *looking, struct roster *ret_roster,
    struct err *err)
{
	const struct share_wish wish = {
		.folder = "roster", .suffix = ".ros", .newest = 1
	};
	const struct offer *offer = looking->offer;
	struct share_names names = { 0 };
	struct file_bytes file;
	enum fail fail = list(looking, &wish, &names, err);

	if (fail)
		return fail;
	if (names.n > 0 &&
	    get(looking, arena_print(looking->arena, "roster/%s",
	    names.name[0]), &file) &&
	    roster_open(file.bytes, file.size, &offer->fleet,
	    offer->admin_key, looking->arena, ret_roster, NULL) == 0)
		return FAIL_NONE;
	return roster_open(offer->roster, offer->roster_size, &offer->fleet,
	    offer->admin_key, looking->arena, ret_roster, err);
}

static enum fail
take_introductions(struct looking *looking, const char *writer,
    struct err *err)
{
	const struct share_wish wish = {
		.folder = arena_print(looking->arena, "w/%s/i", writer),
		.suffix = ".int",
		.newest = LOOKED_AT,
	};
	struct share_names names = { 0 };
	struct file_bytes file;
	enum fail fail = list(looking, &wish, &names, err);

	for (size_t i = 0; i < names.n && !fail; i++) {
		if (!get(looking, arena_print(looking->arena, "%s/%s",
		    wish.folder, names.name[i]), &file))
			continue;
		looking->introductions = arena_grow(looking->arena,
		    looking->introductions, looking->n, &looking->room,
		    sizeof file);
		looking->introductions[looking->n++] = file;
	}
	return fail;
}

static enum fail
judge(const struct looking *looking, const struct roster *roster,
    struct err *err)
{
	const struct invitation *ours = &looking->offer->invitation;
	struct members members;

	for (size_t i = 0; i < roster->n_invitations; i++)
		if (id_equal(&roster->invitations[i].id, &ours->id) &&
		    roster->invitations[i].is_withdrawn)
			return fail_say(err, FAIL_DENIED,
			    "sync.invitation-withdrawn", ours->station, NULL);
	members_make(roster, looking->introductions, looking->n,
	    looking->arena, &members);
	for (size_t i = 0; i < members.n; i++)
		if (members.list[i].origin == MEMBER_INVITED &&
		    id_equal(&members.list[i].sponsor, &ours->id))
			return fail_say(err, FAIL_DENIED,
			    "sync.invitation-used", ours->station, NULL);
	return FAIL_NONE;
}

enum fail
offer_check(const struct offer *offer, const struct share *share,
    const char *path, struct arena *arena, struct err *err)
{
	const struct share_wish wish = { .folder = "w", .suffix = "",
		.newest = FOLDERS_LOOKED_AT, .is_folders = true };
	struct looking looking = { share, offer, arena, NULL, 0, 0 };
	struct share_names names = { 0 };
	struct roster roster = { 0 };
	enum fail fail = marker_check(share, &offer->fleet, path, err);

	if (!fail)
		fail = find_roster(&looking, &roster, err);
	if (!fail)
		fail = list(&looking, &wish, &names, err);
	for (size_t i = 0; i < names.n && !fail; i++)
		fail = take_introductions(&looking, names.name[i], err);
	return fail ? fail : judge(&looking, &roster, err);
}
