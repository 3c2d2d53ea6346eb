#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/failpoint.h"
#include "sync/share_inside.h"

enum { FILE_MODE = 0644, CHUNK = 64 << 10, PART_RANDOM = 8 };

enum point {
	POINT_CREATE,
	POINT_HALF,
	POINT_WRITTEN,
	POINT_SYNC,
	POINT_CLOSE,
	POINT_RENAME,
	POINT_FOLDER,
	POINT_BACK,
	POINTS,
};

static const char *const points[][POINTS] = {
	[SHARE_PLAIN] = { NULL },
	[SHARE_BUNDLE] = { "S06", "S07", "S08", "S09", "S10", "S11", "S12",
	    "S13" },
	[SHARE_HEARTBEAT] = { "S15", "S16", NULL, "S17", NULL, "S18", "S19",
	    "S20" },
};

struct writing {
	struct share_direct *direct;
	const struct share_file *file;
	const char *name;
	char part[SHARE_NAME_SIZE];
	int folder, fd; /* -1: closed */
	int64_t mtime_ms;
};

static void
writing_done(struct writing *writing)
{
	share_close(&writing->fd);
	share_close(&writing->folder);
}
#define scoped_writing scoped(writing_done) struct writing

static enum fail
wrong(struct writing *writing, struct err *err)
{
	return share_errno(writing->direct, writing->file->path, err);
}

static enum fail
reach(struct writing *writing, enum point point, struct err *err)
{
	const char *name = points[writing->file->kind][point];

	if (name == NULL ||
	    failpoint_reach(writing->direct->failpoint, name, NULL) ==
		FAIL_NONE)
		return FAIL_NONE;
	return wrong(writing, err);
}

/*
 * What has the final name: FAIL_NONE: our bytes; FAIL_CORRUPT: others;
 * FAIL_MISSING: nothing.
 */
static enum fail
look(struct writing *writing, struct err *err)
{
	const struct share_file *file = writing->file;
	const char *bytes = file->bytes;
	char chunk[CHUNK];
	scoped_share_fd fd = -1;
	size_t size, done = 0;
	enum fail fail = share_file_open(writing->direct, writing->folder,
	    writing->name, file->path, &fd, &size, err);
	ssize_t n;

	if (fail)
		return fail;
	/* Ask for what the server has, not for what we remember. */
	(void)posix_fadvise(fd, 0, 0, POSIX_FADV_DONTNEED);
	while ((n = share_read(fd, chunk, sizeof chunk)) > 0) {
		if ((size_t)n > file->size - done ||
		    memcmp(bytes + done, chunk, (size_t)n) != 0)
			return FAIL_CORRUPT;
		done += (size_t)n;
	}
	if (n < 0)
		return wrong(writing, err);
	return done == file->size ? FAIL_NONE : FAIL_CORRUPT;
}

static void
name_part(struct writing *writing)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz234567";
	unsigned char drawn[PART_RANDOM];
	char random[PART_RANDOM + 1] = "";

	entropy_fill(&writing->direct->entropy, drawn, sizeof drawn);
	for (size_t i = 0; i < PART_RANDOM; i++)
		random[i] = letters[drawn[i] % 32];
	snprintf(writing->part, sizeof writing->part, "%s.%s.part",
	    writing->name, random);
}

static enum fail
write_range(struct writing *writing, size_t from, size_t to, struct err *err)
{
	const char *bytes = writing->file->bytes;
	size_t chunk;
	ssize_t n;

	for (size_t at = from; at < to; at += (size_t)n) {
		chunk = to - at < CHUNK ? to - at : CHUNK;
		n = write(writing->fd, bytes + at, chunk);
		if (n < 0 && errno == EINTR)
			n = 0;
		if (n < 0)
			return wrong(writing, err);
	}
	return FAIL_NONE;
}

/* A failed fsync is not tried again: the kernel may have dropped the pages
 * and will say that all is well. */
static enum fail
sync_part(struct writing *writing, struct err *err)
{
	const size_t size = writing->file->size;
	struct stat status;
	int done;

	if (reach(writing, POINT_WRITTEN, err))
		return err->fail;
	if (fstat(writing->fd, &status) != 0)
		return wrong(writing, err);
	if ((size_t)status.st_size != size)
		return fail_say(err, FAIL_CORRUPT, "share.not-kept",
		    writing->file->path, NULL);
	if (reach(writing, POINT_SYNC, err))
		return err->fail;
	do
		done = fsync(writing->fd);
	while (done != 0 && errno == EINTR);
	if (done != 0)
		return wrong(writing, err);
	if (fstat(writing->fd, &status) == 0)
		writing->mtime_ms = (int64_t)status.st_mtim.tv_sec * 1000 +
		    status.st_mtim.tv_nsec / 1000000;
	return FAIL_NONE;
}

static enum fail
close_part(struct writing *writing, struct err *err)
{
	int fd = writing->fd;

	if (reach(writing, POINT_CLOSE, err))
		return err->fail;
	writing->fd = -1;
	/* Over a network the last of the writing happens here. */
	if (close(fd) != 0 && errno != EINTR)
		return wrong(writing, err);
	return FAIL_NONE;
}

static enum fail
write_part(struct writing *writing, struct err *err)
{
	const size_t size = writing->file->size;
	enum fail fail = write_range(writing, 0, size / 2, err);

	if (!fail)
		fail = reach(writing, POINT_HALF, err);
	if (!fail)
		fail = write_range(writing, size / 2, size, err);
	if (!fail)
		fail = sync_part(writing, err);
	return fail ? fail : close_part(writing, err);
}

/* The answer may be lost and the deed done: the name is looked at. */
static enum fail
rename_part(struct writing *writing, struct err *err)
{
	enum fail fail = reach(writing, POINT_RENAME, err);
	int renamed;

	if (fail)
		return fail;
	do
		renamed = renameat(writing->folder, writing->part,
		    writing->folder, writing->name);
	while (renamed != 0 && errno == EINTR);
	if (renamed == 0)
		return FAIL_NONE;
	fail = wrong(writing, err);
	return look(writing, NULL) == FAIL_NONE ? FAIL_NONE : fail;
}

/* Many servers know no fsync of a folder; what counts is read back. */
static bool
may_be_unknown(int error)
{
	return error == EINVAL || error == ENOTSUP || error == EBADF ||
	    error == EACCES || error == ENOSYS || error == EINTR;
}

static enum fail
settle(struct writing *writing, struct err *err)
{
	enum fail fail = reach(writing, POINT_FOLDER, err);

	if (fail)
		return fail;
	if (fsync(writing->folder) != 0 && !may_be_unknown(errno))
		return wrong(writing, err);
	fail = reach(writing, POINT_BACK, err);
	if (fail)
		return fail;
	fail = look(writing, err);
	if (fail == FAIL_CORRUPT || fail == FAIL_MISSING)
		return fail_say(err, FAIL_CORRUPT, "share.not-kept",
		    writing->file->path, NULL);
	return fail;
}

static enum fail
write_new(struct writing *writing, struct err *err)
{
	enum fail fail = reach(writing, POINT_CREATE, err);

	if (fail)
		return fail;
	name_part(writing);
	do
		writing->fd = openat(writing->folder, writing->part,
		    O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
		    FILE_MODE);
	while (writing->fd < 0 && errno == EINTR);
	if (writing->fd < 0)
		return wrong(writing, err);
	fail = write_part(writing, err);
	if (!fail)
		fail = rename_part(writing, err);
	if (fail) {
		(void)unlinkat(writing->folder, writing->part, 0);
		return fail;
	}
	return settle(writing, err);
}

enum fail
share_direct_put(void *context, const struct share_file *file, int64_t *ret_ms,
    struct err *err)
{
	struct err own = { 0 };
	scoped_writing writing = {
		.direct = context, .file = file, .folder = -1, .fd = -1
	};
	enum fail fail;

	if (err == NULL)
		err = &own;
	fail = share_folder_of(
	    context, file->path, true, &writing.folder, &writing.name, err);
	if (fail)
		return fail;
	fail = look(&writing, err);
	if (fail == FAIL_CORRUPT && !file->may_replace)
		return fail_say(
		    err, FAIL_CONFLICT, "share.other-bytes", file->path, NULL);
	if (fail && fail != FAIL_CORRUPT && fail != FAIL_MISSING)
		return fail;
	if (fail)
		fail = write_new(&writing, err);
	if (!fail)
		*ret_ms = writing.mtime_ms;
	return fail;
}
