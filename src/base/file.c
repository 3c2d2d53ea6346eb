#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

static void
close_fd(int *fd)
{
	if (*fd >= 0)
		close(*fd);
}

#define scoped_fd scoped(close_fd) int

/* Read size bytes, or fewer when the file has become shorter. */
static enum fail
read_all(int fd, const char *path, char *bytes, size_t *size, struct err *err)
{
	size_t got = 0;

	while (got < *size) {
		ssize_t n = read(fd, bytes + got, *size - got);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return fail_errno(err, "%s", path);
		if (n == 0)
			break;
		got += (size_t)n;
	}
	*size = got;
	return FAIL_NONE;
}

enum fail
file_read(const char *path, size_t limit, struct arena *arena,
    char **ret_bytes, size_t *ret_size, struct err *err)
{
	/* Without O_NONBLOCK a FIFO would hang the program. */
	scoped_fd fd = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	struct stat about;
	char *bytes;
	size_t size;
	enum fail fail;

	if (fd < 0)
		return fail_errno(err, "%s", path);
	if (fstat(fd, &about) != 0)
		return fail_errno(err, "%s", path);
	if (!S_ISREG(about.st_mode))
		return fail_say(err, FAIL_INVALID, "file.not-regular", path,
		    NULL);
	if ((uintmax_t)about.st_size > limit)
		return fail_say(err, FAIL_INVALID, "file.too-large", path,
		    NULL);
	size = (size_t)about.st_size;
	bytes = arena_alloc(arena, size + 1);
	fail = read_all(fd, path, bytes, &size, err);
	if (fail)
		return fail;
	bytes[size] = '\0';
	*ret_bytes = bytes;
	*ret_size = size;
	return FAIL_NONE;
}

static enum fail
write_all(int fd, const char *path, const char *bytes, size_t size,
    struct err *err)
{
	while (size > 0) {
		ssize_t n = write(fd, bytes, size);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return fail_errno(err, "%s", path);
		bytes += n;
		size -= (size_t)n;
	}
	if (fsync(fd) != 0)
		return fail_errno(err, "%s", path);
	return FAIL_NONE;
}

/* The folder a path lies in, so that a rename in it can be made durable. */
static enum fail
sync_folder_of(const char *path, struct arena *arena, struct err *err)
{
	const char *slash = strrchr(path, '/');
	const char *folder = slash == NULL ? "." :
	    slash == path ? "/" :
	    arena_bytes(arena, path, (size_t)(slash - path));
	scoped_fd fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (fd < 0 || fsync(fd) != 0)
		return fail_errno(err, "%s", folder);
	return FAIL_NONE;
}

enum fail
file_write(const char *path, const void *bytes, size_t size, mode_t mode,
    struct err *err)
{
	scoped_arena arena = arena_new();
	char *temporary = arena_print(arena, "%s.XXXXXX", path);
	scoped_fd fd = mkostemp(temporary, O_CLOEXEC);
	enum fail fail;

	if (fd < 0)
		return fail_errno(err, "%s", path);
	fail = fchmod(fd, mode) == 0 ? FAIL_NONE :
				       fail_errno(err, "%s", path);
	if (!fail)
		fail = write_all(fd, path, bytes, size, err);
	if (!fail && rename(temporary, path) != 0)
		fail = fail_errno(err, "%s", path);
	if (fail) {
		unlink(temporary);
		return fail;
	}
	return sync_folder_of(path, arena, err);
}

enum fail
folder_make(const char *path, mode_t mode, struct err *err)
{
	scoped_arena arena = arena_new();
	char *part = arena_text(arena, path);
	struct stat about;

	for (char *at = part + 1; at[-1] != '\0'; at++) {
		char was = *at;

		if (was != '/' && was != '\0')
			continue;
		*at = '\0';
		if (mkdir(part, mode) != 0 && errno != EEXIST)
			return fail_errno(err, "%s", part);
		*at = was;
	}
	if (stat(path, &about) != 0)
		return fail_errno(err, "%s", path);
	if (!S_ISDIR(about.st_mode))
		return fail_say(err, FAIL_INVALID, "file.not-folder", path,
		    NULL);
	return FAIL_NONE;
}

static int
compare_names(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void
close_folder(DIR **folder)
{
	if (*folder != NULL)
		closedir(*folder);
}

enum fail
folder_list(const char *path, struct arena *arena,
    const char *const **ret_names, size_t *ret_n, struct err *err)
{
	scoped(close_folder) DIR *folder = opendir(path);
	const char **names = NULL;
	size_t n = 0, room = 0;
	struct dirent *entry;

	if (folder == NULL)
		return fail_errno(err, "%s", path);
	for (errno = 0; (entry = readdir(folder)) != NULL; errno = 0) {
		if (strcmp(entry->d_name, ".") == 0 ||
		    strcmp(entry->d_name, "..") == 0)
			continue;
		names = arena_grow(arena, names, n, &room, sizeof *names);
		names[n++] = arena_text(arena, entry->d_name);
	}
	if (errno != 0)
		return fail_errno(err, "%s", path);
	if (n > 0)
		qsort(names, n, sizeof *names, compare_names);
	*ret_names = names;
	*ret_n = n;
	return FAIL_NONE;
}

enum fail
file_lock(const char *path, int *ret_fd, struct err *err)
{
	int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
	char text[32];
	int size;

	if (fd < 0)
		return fail_errno(err, "%s", path);
	if (flock(fd, LOCK_EX | LOCK_NB) != 0) {
		enum fail fail = errno == EWOULDBLOCK ?
		    fail_say(err, FAIL_BUSY, "file.locked", path, NULL) :
		    fail_errno(err, "%s", path);

		close(fd);
		return fail;
	}
	/* Only a help for whoever looks: a failure here is no failure. */
	size = snprintf(text, sizeof text, "%ld\n", (long)getpid());
	if (ftruncate(fd, 0) == 0 && pwrite(fd, text, (size_t)size, 0) < 0)
		errno = 0;
	*ret_fd = fd;
	return FAIL_NONE;
}

/* Magic numbers of statfs(2) that linux/magic.h lacks or names otherwise. */
enum {
	MAGIC_NFS = 0x6969,
	MAGIC_SMB = 0x517B,
	MAGIC_FUSE = 0x65735546,
	MAGIC_9P = 0x01021997,
	MAGIC_CEPH = 0x00C36400,
	MAGIC_AFS = 0x5346414F,
};
static const unsigned long magic_cifs = 0xFF534D42;
static const unsigned long magic_smb2 = 0xFE534D42;

enum fail
file_system_of(const char *path, enum file_system *ret_kind, struct err *err)
{
	struct statfs about;
	unsigned long magic;

	if (statfs(path, &about) != 0)
		return fail_errno(err, "%s", path);
	magic = (unsigned long)about.f_type & 0xFFFFFFFFUL;
	if (magic == MAGIC_FUSE)
		*ret_kind = FILE_SYSTEM_FUSE;
	else if (magic == MAGIC_NFS || magic == MAGIC_SMB ||
	    magic == MAGIC_9P || magic == MAGIC_CEPH || magic == MAGIC_AFS ||
	    magic == magic_cifs || magic == magic_smb2)
		*ret_kind = FILE_SYSTEM_NETWORK;
	else
		*ret_kind = FILE_SYSTEM_LOCAL;
	return FAIL_NONE;
}
