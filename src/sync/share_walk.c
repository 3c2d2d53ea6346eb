#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sync/share_inside.h"

/* Folders are for everybody to read: what lies in them is encrypted, and
 * counters may be different users to the server. */
enum { FOLDER_MODE = 0755, WRITERS_MODE = 01777 };

void
share_close(const int *fd)
{
	if (*fd >= 0)
		close(*fd);
}

enum fail
share_errno(struct share_direct *direct, const char *path, struct err *err)
{
	int error = errno;

	direct->was_stale = error == ESTALE;
	switch (error) {
	case ENOENT:
		return fail_set(err, FAIL_MISSING, "%s is not there", path);
	case ENOTDIR:
	case ELOOP:
	case EISDIR:
		return fail_say(
		    err, FAIL_INVALID, "share.not-ours", path, NULL);
	case ENOSPC:
	case EDQUOT:
	case EFBIG: return fail_say(err, FAIL_IO, "share.full", path, NULL);
	case EACCES:
	case EPERM:
	case EROFS:
		return fail_say(err, FAIL_DENIED, "share.denied", path,
		    strerrordesc_np(error), NULL);
	default:
		return fail_say(err, FAIL_IO, "share.io", path,
		    strerrordesc_np(error), NULL);
	}
}

static int
open_again(int folder, const char *name, int flags)
{
	int fd;

	do
		fd = openat(
		    folder, name, flags | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
	while (fd < 0 && errno == EINTR);
	return fd;
}

/* The folder that holds the writers must take each of them, whoever they are
 * to the server. Where modes mean nothing this may fail. */
static void
make_folder(int parent, const char *name, bool is_first)
{
	int made;

	do
		made = mkdirat(parent, name, FOLDER_MODE);
	while (made != 0 && errno == EINTR);
	if (made == 0 && is_first && strcmp(name, "w") == 0 &&
	    fchmodat(parent, name, WRITERS_MODE, 0) != 0)
		errno = 0;
}

/* An empty mount point must stay empty. */
static bool
has_marker(int root)
{
	struct stat status;

	return fstatat(root, SHARE_MARKER, &status, AT_SYMLINK_NOFOLLOW) == 0 &&
	    S_ISREG(status.st_mode);
}

/* One step down; *fd is replaced. False: errno says why not. */
static bool
step(int *fd, const char *name, bool may_make, bool is_first)
{
	int below = open_again(*fd, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW);

	if (below < 0 && errno == ENOENT && may_make) {
		make_folder(*fd, name, is_first);
		below =
		    open_again(*fd, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
	}
	if (below < 0)
		return false;
	close(*fd);
	*fd = below;
	return true;
}

/* The folder named by the first n bytes of path. */
static enum fail
walk(struct share_direct *direct, const char *path, size_t n, bool may_make,
    int *ret_fd, struct err *err)
{
	char name[SHARE_PATH_SIZE];
	int fd = open_again(AT_FDCWD, direct->root, O_RDONLY | O_DIRECTORY);
	enum fail fail = FAIL_NONE;
	size_t length;

	direct->was_stale = false;
	if (fd < 0)
		return share_errno(direct, direct->root, err);
	if (may_make && !has_marker(fd)) {
		close(fd);
		return fail_say(
		    err, FAIL_MISSING, "share.no-marker", direct->root, NULL);
	}
	for (size_t at = 0; at < n && !fail; at += length + 1) {
		length = strcspn(path + at, "/");
		memcpy(name, path + at, length);
		name[length] = '\0';
		if (!step(&fd, name, may_make, at == 0))
			fail = share_errno(direct, path, err);
	}
	if (fail) {
		close(fd);
		return fail;
	}
	*ret_fd = fd;
	return FAIL_NONE;
}

enum fail
share_folder(struct share_direct *direct, const char *folder, int *ret_fd,
    struct err *err)
{
	if (*folder != '\0' && !share_path_is_fine(folder))
		return fail_set(err, FAIL_INVALID, "no path of the share");
	return walk(direct, folder, strlen(folder), false, ret_fd, err);
}

enum fail
share_folder_of(struct share_direct *direct, const char *path, bool may_make,
    int *ret_fd, const char **ret_name, struct err *err)
{
	const char *slash;
	size_t n;
	enum fail fail;

	if (!share_path_is_fine(path))
		return fail_set(err, FAIL_INVALID, "no path of the share");
	slash = strrchr(path, '/');
	n = slash == NULL ? 0 : (size_t)(slash - path);
	fail = walk(direct, path, n,
	    may_make && strcmp(path, SHARE_MARKER) != 0, ret_fd, err);
	if (!fail)
		*ret_name = slash == NULL ? path : slash + 1;
	return fail;
}

enum fail
share_file_open(struct share_direct *direct, int folder, const char *name,
    const char *path, int *ret_fd, size_t *ret_size, struct err *err)
{
	struct stat status;
	int fd = open_again(folder, name, O_RDONLY | O_NOFOLLOW);
	enum fail fail = FAIL_NONE;

	if (fd < 0)
		return share_errno(direct, path, err);
	if (fstat(fd, &status) != 0)
		fail = share_errno(direct, path, err);
	else if (!S_ISREG(status.st_mode))
		fail =
		    fail_say(err, FAIL_INVALID, "share.not-ours", path, NULL);
	if (fail) {
		close(fd);
		return fail;
	}
	*ret_fd = fd;
	*ret_size = (size_t)status.st_size;
	return FAIL_NONE;
}

ssize_t
share_read(int fd, void *bytes, size_t size)
{
	ssize_t n;

	do
		n = read(fd, bytes, size);
	while (n < 0 && errno == EINTR);
	return n;
}
