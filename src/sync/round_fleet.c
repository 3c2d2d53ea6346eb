#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "sync/round_inside.h"

enum {
	ROSTERS_MAX = 64,          /* versions looked at in one round */
	LOOKED_AT = 4,             /* in one writer's folder */
	NEWCOMERS_MAX = 256,       /* unknown folders looked at in one round */
	FLEET_FILE_MAX = 16 << 20, /* container_size_limit() of either kind */
};

/* Get a small file. ret_is_there false: not now, or quarantined. */
static enum fail
get(struct work *work, const char *path, struct buf *bytes, bool *ret_is_there,
    struct err *err)
{
	struct err why = { 0 };
	enum fail fail;

	buf_init(bytes, FLEET_FILE_MAX);
	fail = share_get(work->share, path, FLEET_FILE_MAX, bytes, &why);
	*ret_is_there = !fail;
	if (!fail || fail == FAIL_MISSING)
		return FAIL_NONE;
	return work_share_failed(work, fail, &why, err);
}

static enum fail
take_roster(struct work *work, const char *path, struct err *err)
{
	scoped_buf bytes = { 0 };
	struct err why = { 0 };
	const struct id nobody = { 0 };
	bool is_there, is_new;
	enum fail fail = get(work, path, &bytes, &is_there, err);

	if (fail || !is_there)
		return fail;
	fail = fleet_take_roster(
	    work->fleet, bytes.text, bytes.size, &is_new, &why);
	return fail ? work_quarantine(work, path, &nobody, &why, err) :
		      FAIL_NONE;
}

/* In the order of their versions, since each follows the one before. */
static enum fail
take_rosters(struct work *work, struct err *err)
{
	const struct share_wish wish = {
		.folder = "roster", .suffix = ".ros", .newest = ROSTERS_MAX
	};
	struct share_names names;
	struct name name;
	char path[2 * NAME_SIZE];
	enum fail fail = work_list(work, &wish, &names, err);

	for (size_t i = 0; i < names.n && !fail; i++) {
		snprintf(path, sizeof path, "roster/%s", names.name[i]);
		if (name_parse(path, &name) &&
		    name.number > work->fleet->roster.version)
			fail = take_roster(work, path, err);
	}
	return fail;
}

/* One that waits for a newer roster is no fault of anybody. */
static enum fail
take_introduction(struct work *work, const char *path, const struct id *writer,
    struct err *err)
{
	scoped_buf bytes = { 0 };
	struct err why = { 0 };
	struct fact reason = { 0 };
	struct file_bytes file;
	bool is_there, is_new;
	enum fail fail = get(work, path, &bytes, &is_there, err);

	if (fail || !is_there)
		return fail;
	file = (struct file_bytes){ bytes.text, bytes.size };
	fail =
	    fleet_take_introduction(work->fleet, &file, &is_new, &reason, &why);
	if (!fail &&
	    (reason.code[0] == '\0' ||
		strcmp(reason.code, "sync.sponsor-unknown") == 0))
		return FAIL_NONE;
	if (!fail)
		why.fact = reason;
	return work_quarantine(work, path, writer, &why, err);
}

static enum fail
meet(struct work *work, const struct id *writer, const char *folder,
    struct err *err)
{
	const struct share_wish wish = {
		.folder = arena_print(work->arena, "w/%s/i", folder),
		.suffix = ".int",
		.newest = LOOKED_AT,
	};
	struct share_names names;
	struct name name;
	char path[2 * NAME_SIZE];
	enum fail fail = work_list(work, &wish, &names, err);

	for (size_t i = 0; i < names.n && !fail; i++) {
		snprintf(
		    path, sizeof path, "%s/%s", wish.folder, names.name[i]);
		if (name_parse(path, &name))
			fail = take_introduction(work, path, writer, err);
	}
	return fail;
}

/* Folders of writers that nobody told us of. */
static enum fail
meet_newcomers(struct work *work, struct err *err)
{
	const struct share_wish wish = { .folder = "w",
		.suffix = "",
		.newest = SHARE_LIST_MAX,
		.is_folders = true };
	struct share_names names;
	struct id writer;
	size_t met = 0;
	enum fail fail = work_list(work, &wish, &names, err);

	for (size_t i = 0; i < names.n && !fail && met < NEWCOMERS_MAX; i++) {
		if (!name_writer_parse(names.name[i], &writer) ||
		    members_find(&work->fleet->members, &writer) != NULL)
			continue;
		met++;
		fail = meet(work, &writer, names.name[i], err);
	}
	return fail;
}

/* Until which entry a retired writer counts; 0: none of it is known here. */
static enum fail
last_entry(struct work *work, const struct member *member, int64_t *ret_until,
    struct err *err)
{
	struct bundles bundles = { .arena = work->arena };
	enum fail fail = FAIL_NONE;

	*ret_until = INT64_MAX;
	if (member->state == MEMBER_ACTIVE)
		return FAIL_NONE;
	*ret_until = 0;
	if (member->until > 0)
		fail = store_bundles_of(
		    work->store, &member->writer, member->until, &bundles, err);
	for (size_t i = 0; i < bundles.n && !fail; i++)
		if (bundles.list[i].last > *ret_until)
			*ret_until = bundles.list[i].last;
	return fail;
}

/* Who may write officers and closures. */
static enum fail
tell_admins(struct work *work, struct err *err)
{
	const struct members *members = &work->fleet->members;
	struct reference_writer *admins =
	    arena_array(work->arena, members->n + 1, sizeof *admins);
	size_t n = 0;
	enum fail fail = FAIL_NONE;

	for (size_t i = 0; i < members->n && !fail; i++) {
		if (!members->list[i].is_admin)
			continue;
		admins[n].writer = members->list[i].writer;
		fail =
		    last_entry(work, &members->list[i], &admins[n].until, err);
		if (admins[n].until > 0)
			n++;
	}
	return fail ? fail :
		      store_reference_writers(work->store, admins, n, err);
}

/*
 * A newcomer whom others refuse must not go on as if it belonged: what it
 * published would be nobody's.
 */
static enum fail
judge_self(struct work *work, struct err *err)
{
	const struct members *members = &work->fleet->members;
	const struct id self = store_writer(work->store);

	if (members_find(members, &self) != NULL)
		return FAIL_NONE;
	for (size_t i = 0; i < members->n_refused; i++)
		if (id_equal(&members->refused[i].writer, &self) &&
		    !members->refused[i].is_waiting)
			return fail_say(err, FAIL_DENIED,
			    members->refused[i].reason.code,
			    members->refused[i].reason.arg[0], NULL);
	return FAIL_NONE;
}

enum fail
round_take_fleet(struct work *work, struct err *err)
{
	enum fail fail = take_rosters(work, err);

	if (!fail)
		fail = meet_newcomers(work, err);
	if (!fail)
		fail = judge_self(work, err);
	if (fail)
		return fail;
	work->said = arena_array(
	    work->arena, work->fleet->members.n + 1, sizeof *work->said);
	work->trouble = arena_array(
	    work->arena, work->fleet->members.n + 1, sizeof *work->trouble);
	return tell_admins(work, err);
}

static enum fail
give_file(struct work *work, const struct fleet_file *own, struct err *err)
{
	char path[NAME_SIZE];
	struct share_file file = { .path = path, .may_replace = true };
	char *bytes;
	bool is_there;
	enum fail fail = file_read(
	    own->path, FLEET_FILE_MAX, work->arena, &bytes, &file.size, err);

	if (fail)
		return fail;
	file.bytes = bytes;
	name_print(&own->name, path);
	return work_put(work, &file, &is_there, err);
}

/*
 * The rosters and introductions this counter has: a share that was made anew
 * gets them from whoever comes first. What lies there already is compared and
 * left alone.
 */
enum fail
round_give_fleet(struct work *work, struct err *err)
{
	struct fleet_file *files;
	size_t n;
	enum fail fail = fleet_files(
	    work->fleet, work->is_share_older, work->arena, &files, &n, err);

	for (size_t i = 0; i < n && !fail && work->may_publish; i++)
		fail = give_file(work, &files[i], err);
	return fail;
}
