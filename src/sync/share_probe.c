#include "sync/share_probe.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sync/share_inside.h"
#include "sync/share_probing.h"

enum {
	FILE_MODE = 0644,
	MIB = 1 << 20,
	/* So slow that the night's work would take hours. */
	SLOW_MS = 10 * 1000,
	/* As many as a listing of the share may have, and no more. */
	LEFT_MAX = 10000,
};

void
probing_say(struct probing *probing, enum probe_level level, const char *code,
    const char *what)
{
	probing->probe->level = level;
	fact_set(&probing->probe->fact, code, what, NULL);
}

void
probing_errno(struct probing *probing, enum probe_level level, const char *code)
{
	probing_say(probing, level, code, strerrordesc_np(errno));
}

static int
create(struct probing *probing, const char *name)
{
	int fd;

	do
		fd = openat(probing->folder, name,
		    O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
		    FILE_MODE);
	while (fd < 0 && errno == EINTR);
	return fd;
}

bool
probing_make(struct probing *probing, const char *name, const char *text)
{
	scoped_share_fd fd = create(probing, name);
	size_t size = strlen(text);

	return fd >= 0 && write(fd, text, size) == (ssize_t)size;
}

bool
probing_has(struct probing *probing, const char *name, const char *text)
{
	scoped_share_fd fd =
	    openat(probing->folder, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
	char found[64];
	ssize_t n = fd >= 0 ? share_read(fd, found, sizeof found) : -1;

	return n == (ssize_t)strlen(text) &&
	    memcmp(found, text, (size_t)n) == 0;
}

static void
probe_create(struct probing *probing)
{
	scoped_share_fd one = create(probing, "one");
	scoped_share_fd again = -1;

	if (one < 0) {
		probing_errno(probing, PROBE_BAD, "probe.create-bad");
		return;
	}
	again = create(probing, "one");
	if (again < 0 && errno == EEXIST)
		probing_say(probing, PROBE_GOOD, "probe.create", NULL);
	else
		probing_say(probing, PROBE_BAD, "probe.create-twice", NULL);
}

/* Many servers know no fsync of a folder; content is read back instead. */
static void
probe_sync(struct probing *probing)
{
	scoped_share_fd fd = create(probing, "one");

	if (fd < 0 || write(fd, "one", 3) != 3 || fsync(fd) != 0)
		probing_errno(probing, PROBE_BAD, "probe.sync-bad");
	else if (fsync(probing->folder) != 0)
		probing_errno(probing, PROBE_REMARK, "probe.sync-folder");
	else
		probing_say(probing, PROBE_GOOD, "probe.sync", NULL);
}

static bool
rename_it(struct probing *probing, const char *from, const char *to)
{
	int renamed;

	do
		renamed = renameat(probing->folder, from, probing->folder, to);
	while (renamed != 0 && errno == EINTR);
	return renamed == 0;
}

static void
probe_rename(struct probing *probing)
{
	if (!probing_make(probing, "one", "one") ||
	    !rename_it(probing, "one", "two"))
		probing_errno(probing, PROBE_BAD, "probe.rename-bad");
	else if (!probing_has(probing, "two", "one") ||
	    probing_has(probing, "one", "one"))
		probing_say(probing, PROBE_BAD, "probe.rename-lost", NULL);
	else
		probing_say(probing, PROBE_GOOD, "probe.rename", NULL);
}

static void
probe_replace(struct probing *probing)
{
	if (!probing_make(probing, "one", "one") ||
	    !probing_make(probing, "two", "two"))
		probing_errno(probing, PROBE_BAD, "probe.create-bad");
	else if (!rename_it(probing, "one", "two"))
		probing_errno(probing, PROBE_REMARK, "probe.replace-bad");
	else if (!probing_has(probing, "two", "one"))
		probing_say(probing, PROBE_BAD, "probe.rename-lost", NULL);
	else
		probing_say(probing, PROBE_GOOD, "probe.replace", NULL);
}

static void
probe_reader(struct probing *probing)
{
	scoped_share_fd reader = -1;

	if (probing_make(probing, "one", "one") &&
	    probing_make(probing, "two", "two"))
		reader = openat(
		    probing->folder, "two", O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
	if (reader < 0)
		probing_errno(probing, PROBE_BAD, "probe.create-bad");
	else if (!rename_it(probing, "one", "two"))
		probing_errno(probing, PROBE_REMARK, "probe.reader-bad");
	else
		probing_say(probing, PROBE_GOOD, "probe.reader", NULL);
}

static void
probe_link(struct probing *probing)
{
	if (!probing_make(probing, "one", "one"))
		probing_errno(probing, PROBE_BAD, "probe.create-bad");
	else if (linkat(probing->folder, "one", probing->folder, "two", 0) != 0)
		probing_errno(probing, PROBE_REMARK, "probe.link-bad");
	else
		probing_say(probing, PROBE_GOOD, "probe.link", NULL);
}

/* By the same way a bundle goes: written, fsynced, renamed, read back. */
static void
probe_mib(struct probing *probing)
{
	struct share share = share_direct(probing->direct);
	unsigned char *bytes = arena_alloc(probing->arena, MIB);
	const struct share_file file = {
		.path = arena_print(probing->arena, "%s/mib", probing->path),
		.bytes = bytes,
		.size = MIB,
		.kind = SHARE_PLAIN,
	};
	struct err err = { 0 };
	int64_t began = monotonic_ms(), ms;

	entropy_fill(&probing->direct->entropy, bytes, MIB);
	if (share_put(&share, &file, &ms, &err)) {
		probing_say(probing, PROBE_BAD, "probe.mib-bad", err.text);
		return;
	}
	ms = monotonic_ms() - began;
	probing_say(probing, ms > SLOW_MS ? PROBE_REMARK : PROBE_GOOD,
	    ms > SLOW_MS ? "probe.mib-slow" : "probe.mib",
	    arena_print(probing->arena, "%lld", (long long)ms));
}

static void
probe_clock(struct probing *probing)
{
	struct stat status;

	if (!probing_make(probing, "one", "one") ||
	    fstatat(probing->folder, "one", &status, AT_SYMLINK_NOFOLLOW) !=
		0) {
		probing_errno(probing, PROBE_BAD, "probe.create-bad");
		return;
	}
	probing->probe->ms = (int64_t)status.st_mtim.tv_sec * 1000 +
	    status.st_mtim.tv_nsec / 1000000;
	probing_say(probing, PROBE_GOOD, "probe.clock", NULL);
}

static const struct {
	const char *point;
	void (*try)(struct probing *probing);
} steps[PROBE_STEPS] = {
	[PROBE_CREATE] = { "probe-create", probe_create },
	[PROBE_SYNC] = { "probe-sync", probe_sync },
	[PROBE_RENAME] = { "probe-rename", probe_rename },
	[PROBE_REPLACE] = { "probe-replace", probe_replace },
	[PROBE_READER] = { "probe-reader", probe_reader },
	[PROBE_LINK] = { "probe-link", probe_link },
	[PROBE_CASE] = { "probe-case", probe_case },
	[PROBE_NAMES] = { "probe-names", probe_names },
	[PROBE_LISTING] = { "probe-listing", probe_listing },
	[PROBE_MIB] = { "probe-mib", probe_mib },
	[PROBE_CLOCK] = { "probe-clock", probe_clock },
	[PROBE_MOUNT] = { "probe-mount", probe_mount },
};

/* Whatever is in this folder is ours, under whatever name it came to be. */
static void
empty(int folder)
{
	int again = openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	DIR *list = again < 0 ? NULL : fdopendir(again);
	const struct dirent *entry;

	if (list == NULL) {
		share_close(&again);
		return;
	}
	for (int i = 0; i < LEFT_MAX; i++) {
		entry = readdir(list);
		if (entry == NULL)
			break;
		if (strcmp(entry->d_name, ".") != 0 &&
		    strcmp(entry->d_name, "..") != 0)
			(void)unlinkat(folder, entry->d_name, 0);
	}
	closedir(list);
}

/* Which of the folders on the way, "w", "w/WRITER", were not there before. */
static int
folders_missing(struct share_direct *direct, const char *folder)
{
	scoped_share_fd w = -1, own = -1;
	int missing = 0;

	if (share_folder(direct, folder, &own, NULL))
		missing++;
	if (share_folder(direct, "w", &w, NULL))
		missing++;
	return missing;
}

/* Gone unless it has something in it. */
static void
remove_folder(struct share_direct *direct, const char *parent, const char *name)
{
	scoped_share_fd fd = -1;

	if (share_folder(direct, parent, &fd, NULL) == FAIL_NONE)
		(void)unlinkat(fd, name, AT_REMOVEDIR);
}

static void
try_in(struct probing *probing, enum probe_step step)
{
	const char *inside = arena_print(probing->arena, "%s/x", probing->path);
	scoped_share_fd fd = -1;
	struct err err = { 0 };
	const char *name;

	if (share_folder_of(probing->direct, inside, true, &fd, &name, &err)) {
		probing_say(probing, PROBE_BAD, "probe.create-bad", err.text);
		if (err.fact.code[0] != '\0')
			probing->probe->fact = err.fact;
		return;
	}
	probing->folder = fd;
	empty(fd);
	if (failpoint_reach(probing->direct->failpoint, steps[step].point,
		NULL) == FAIL_NONE)
		steps[step].try(probing);
	else
		probing_errno(probing, PROBE_BAD, "probe.create-bad");
	empty(fd);
}

/* A server may keep a folder that somebody has open: each is closed first. */
static void
try_and_leave(struct probing *probing, const char *folder, enum probe_step step)
{
	int missing = folders_missing(probing->direct, folder);

	probing->path = arena_print(probing->arena, "%s/probe", folder);
	try_in(probing, step);
	remove_folder(probing->direct, folder, "probe");
	if (missing > 0)
		remove_folder(probing->direct, "w", strrchr(folder, '/') + 1);
	if (missing > 1)
		remove_folder(probing->direct, "", "w");
}

void
share_probe(struct share_direct *direct, const char *folder,
    enum probe_step step, struct probe *ret_probe)
{
	scoped_arena arena = arena_new();
	struct probing probing = {
		.direct = direct,
		.folder = -1,
		.arena = arena,
		.probe = ret_probe,
	};

	*ret_probe = (struct probe){ 0 };
	if (step == PROBE_MOUNT)
		probe_mount(&probing);
	else
		try_and_leave(&probing, folder, step);
}
