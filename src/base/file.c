#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"

static void
close_fd(const int *fd)
{
	if (*fd >= 0)
		close(*fd);
}
#define scoped_fd scoped(close_fd) int

const char *
file_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash == NULL ? path : slash + 1;
}

/* All that is there, up to the ceiling of buf, which is then over. */
static enum fail
read_all(int fd, const char *path, struct buf *buf, struct err *err)
{
	char chunk[16384];
	ssize_t n;

	while (!buf->is_over) {
		n = read(fd, chunk, sizeof(chunk));
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0) {
			(void)fail_errno(err, "reading %s", path);
			return FAIL_IO;
		}
		if (n == 0)
			break;
		buf_add(buf, chunk, (size_t)n);
	}
	return FAIL_NONE;
}

enum fail
file_read(const char *path, size_t limit, struct arena *arena, char **ret_bytes,
    size_t *ret_size, struct err *err)
{
	scoped_buf buf = { 0 };
	struct stat status;
	enum fail fail;
	/* O_NONBLOCK: opening a FIFO would wait for its other end. */
	scoped_fd fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);

	if (fd < 0) {
		fail = fail_errno(err, "opening %s", path);
		return fail == FAIL_MISSING ? fail : FAIL_IO;
	}
	if (fstat(fd, &status) != 0) {
		(void)fail_errno(err, "looking at %s", path);
		return FAIL_IO;
	}
	if (!S_ISREG(status.st_mode))
		return fail_say(
		    err, FAIL_INVALID, "file.not-regular", path, NULL);
	buf_init(&buf, limit);
	fail = read_all(fd, path, &buf, err);
	if (fail)
		return fail;
	if (buf.is_over)
		return fail_say(
		    err, FAIL_INVALID, "file.too-large", path, NULL);
	*ret_bytes = arena_bytes(arena, buf.text, buf.size);
	*ret_size = buf.size;
	return FAIL_NONE;
}

static enum fail
write_all(int fd, const char *bytes, size_t size, struct err *err)
{
	ssize_t n;

	for (size_t done = 0; done < size; done += (size_t)n) {
		n = write(fd, bytes + done, size - done);
		if (n < 0 && errno == EINTR)
			n = 0;
		if (n < 0)
			return fail_errno(err, "writing");
	}
	return FAIL_NONE;
}

static enum fail
sync_folder_of(const char *path, struct err *err)
{
	char folder[PATH_MAX];
	size_t length = (size_t)(file_name(path) - path);

	snprintf(folder, sizeof(folder), "%.*s.", (int)length, path);

	scoped_fd fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (fd < 0)
		return fail_errno(err, "opening %s", folder);
	/* EINVAL: this file system has no such thing as a folder's fsync. */
	if (fsync(fd) != 0 && errno != EINVAL) {
		(void)fail_errno(err, "fsync of %s", folder);
		return FAIL_IO;
	}
	return FAIL_NONE;
}

/* Everything that can go wrong while only the temporary file is touched. */
static enum fail
fill_and_rename(int fd, const char *temporary, const char *path,
    const void *bytes, size_t size, struct err *err)
{
	enum fail fail = write_all(fd, bytes, size, err);

	if (fail)
		return fail;
	if (fsync(fd) != 0)
		return fail_errno(err, "fsync");
	if (rename(temporary, path) != 0)
		return fail_errno(err, "renaming");
	return FAIL_NONE;
}

enum fail
file_write(const char *path, const void *bytes, size_t size, mode_t mode,
    struct err *err)
{
	char temporary[PATH_MAX];
	const char *name = file_name(path);
	enum fail fail;
	int length;

	length = snprintf(temporary, sizeof(temporary), "%.*s.%s.XXXXXX",
	    (int)(name - path), path, name);
	if (length < 0 || (size_t)length >= sizeof(temporary))
		return fail_set(err, FAIL_INVALID, "the path is too long");

	scoped_fd fd = mkostemp(temporary, O_CLOEXEC);

	if (fd < 0)
		return fail_errno(err, "creating a file beside %s", path);
	if (fchmod(fd, mode) != 0)
		fail = fail_errno(err, "setting the mode");
	else
		fail = fill_and_rename(fd, temporary, path, bytes, size, err);
	if (fail) {
		unlink(temporary);
		fail_prefix(err, "%s", path);
		return fail;
	}
	return sync_folder_of(path, err);
}

/* Who holds the lock, as far as its file tells. */
static enum fail
say_busy(int fd, const char *path, struct err *err)
{
	char holder[24] = "";
	ssize_t n = pread(fd, holder, sizeof(holder) - 1, 0);

	holder[n > 0 ? n : 0] = '\0';
	holder[strspn(holder, "0123456789")] = '\0';
	return fail_say(err, FAIL_BUSY, "file.locked", path,
	    holder[0] != '\0' ? holder : "?", NULL);
}

enum fail
file_lock(const char *path, int *ret_fd, struct err *err)
{
	char number[24];
	enum fail fail;
	int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);

	if (fd < 0)
		return fail_errno(err, "opening %s", path);
	if (flock(fd, LOCK_EX | LOCK_NB) != 0) {
		fail = errno == EWOULDBLOCK ?
		    say_busy(fd, path, err) :
		    fail_errno(err, "locking %s", path);
		close(fd);
		return fail;
	}
	snprintf(number, sizeof(number), "%ld\n", (long)getpid());
	fail = ftruncate(fd, 0) != 0 ?
	    fail_errno(err, "emptying %s", path) :
	    write_all(fd, number, strlen(number), err);
	if (fail) {
		close(fd);
		return fail;
	}
	*ret_fd = fd;
	return FAIL_NONE;
}
