#include "sync/share_direct.h"

#include <errno.h>
#include <string.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "sync/share_inside.h"

enum { CHUNK = 64 << 10 };

/* An open file and where it is. */
struct reading {
	const char *path;
	int fd;
	size_t size;
};

static void
reading_done(const struct reading *reading)
{
	share_close(&reading->fd);
}
#define scoped_reading scoped(reading_done) struct reading

static enum fail
open_once(struct share_direct *direct, struct reading *reading, struct err *err)
{
	scoped_share_fd folder = -1;
	const char *name;
	enum fail fail;

	direct->was_stale = false;
	fail =
	    share_folder_of(direct, reading->path, false, &folder, &name, err);
	if (fail)
		return fail;
	return share_file_open(direct, folder, name, reading->path,
	    &reading->fd, &reading->size, err);
}

/* A stale handle is one that NFS and some servers of SMB gave away: asked by
 * name again, the file is there. */
static enum fail
open_to_read(
    struct share_direct *direct, struct reading *reading, struct err *err)
{
	enum fail fail = open_once(direct, reading, err);

	if (fail && direct->was_stale)
		fail = open_once(direct, reading, err);
	return fail;
}

static enum fail
too_large(const char *path, struct err *err)
{
	return fail_say(err, FAIL_INVALID, "share.too-large", path, NULL);
}

static enum fail
get(void *context, const char *path, size_t limit, struct buf *bytes,
    struct err *err)
{
	scoped_reading reading = { .path = path, .fd = -1 };
	char chunk[CHUNK];
	size_t before = bytes->size;
	enum fail fail = open_to_read(context, &reading, err);
	ssize_t n;

	if (fail)
		return fail;
	if (reading.size > limit)
		return too_large(path, err);
	while ((n = share_read(reading.fd, chunk, sizeof chunk)) > 0) {
		buf_add(bytes, chunk, (size_t)n);
		/* It may grow while it is read. */
		if (bytes->is_over || bytes->size - before > limit) {
			buf_cut(bytes, before);
			return too_large(path, err);
		}
	}
	if (n < 0) {
		buf_cut(bytes, before);
		return share_errno(context, path, err);
	}
	return FAIL_NONE;
}

static enum fail
differs(const char *path, struct err *err)
{
	return fail_set(err, FAIL_CORRUPT, "%s is not what was put", path);
}

static enum fail
compare(void *context, const char *path, size_t size,
    const uint8_t hash[HASH_SIZE], struct err *err)
{
	scoped_reading reading = { .path = path, .fd = -1 };
	uint8_t found[HASH_SIZE];
	char chunk[CHUNK];
	struct hash state;
	enum fail fail = open_to_read(context, &reading, err);
	ssize_t n = 0;

	if (fail)
		return fail;
	if (reading.size != size)
		return differs(path, err);
	hash_begin(&state);
	for (size_t done = 0; done <= size &&
	     (n = share_read(reading.fd, chunk, sizeof chunk)) > 0;
	     done += (size_t)n)
		hash_add(&state, chunk, (size_t)n);
	if (n < 0)
		return share_errno(context, path, err);
	hash_end(&state, found);
	return memcmp(found, hash, HASH_SIZE) == 0 ? FAIL_NONE :
						     differs(path, err);
}

static enum fail
remove_file(void *context, const char *path, struct err *err)
{
	scoped_share_fd folder = -1;
	const char *name;
	enum fail fail =
	    share_folder_of(context, path, false, &folder, &name, err);
	int removed;

	if (fail)
		return fail;
	do
		removed = unlinkat(folder, name, 0);
	while (removed != 0 && errno == EINTR);
	return removed == 0 ? FAIL_NONE : share_errno(context, path, err);
}

static enum fail
space(void *context, struct share_space *ret_space, struct err *err)
{
	struct share_direct *direct = context;
	scoped_share_fd fd = -1;
	struct statvfs status;
	enum fail fail = share_folder(direct, "", &fd, err);

	if (fail)
		return fail;
	if (fstatvfs(fd, &status) != 0)
		return share_errno(direct, direct->root, err);
	ret_space->size_bytes = (uint64_t)status.f_blocks * status.f_frsize;
	ret_space->free_bytes = (uint64_t)status.f_bavail * status.f_frsize;
	return FAIL_NONE;
}

enum fail
share_direct_size(struct share_direct *direct, const char *path,
    size_t *ret_size, struct err *err)
{
	scoped_reading reading = { .path = path, .fd = -1 };
	enum fail fail = open_to_read(direct, &reading, err);

	if (fail)
		return fail;
	*ret_size = reading.size;
	return FAIL_NONE;
}

struct share
share_direct(struct share_direct *direct)
{
	static const struct share_ops ops = {
		.list = share_direct_list,
		.get = get,
		.put = share_direct_put,
		.compare = compare,
		.remove = remove_file,
		.space = space,
	};

	return (struct share){ .ops = &ops, .context = direct };
}
