#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>

static enum fail
make_one(const char *path, mode_t mode, struct err *err)
{
	struct stat status;

	if (mkdir(path, mode) == 0)
		return FAIL_NONE;
	if (errno != EEXIST)
		return fail_errno(err, "making folder %s", path);
	if (stat(path, &status) != 0)
		return fail_errno(err, "looking at %s", path);
	if (!S_ISDIR(status.st_mode))
		return fail_say(
		    err, FAIL_INVALID, "file.not-folder", path, NULL);
	return FAIL_NONE;
}

enum fail
folder_make(const char *path, mode_t mode, struct err *err)
{
	char parent[PATH_MAX];
	size_t length = strlen(path);
	enum fail fail;

	if (length == 0 || length >= sizeof(parent))
		return fail_set(err, FAIL_INVALID, "no folder has this path");
	memcpy(parent, path, length + 1);
	for (size_t i = 1; i < length; i++) {
		if (parent[i] != '/')
			continue;
		parent[i] = '\0';
		fail = make_one(parent, mode, err);
		if (fail)
			return fail;
		parent[i] = '/';
	}
	return make_one(path, mode, err);
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
	const struct dirent *entry;
	const char **names = NULL;
	size_t n = 0, room = 0;

	if (folder == NULL)
		return fail_errno(err, "opening folder %s", path);
	for (;;) {
		errno = 0;
		entry = readdir(folder);
		if (entry == NULL)
			break;
		if (strcmp(entry->d_name, ".") == 0 ||
		    strcmp(entry->d_name, "..") == 0)
			continue;
		if (n >= FOLDER_NAMES_MAX)
			return fail_set(err, FAIL_MEMORY,
			    "%s has more than %d files", path,
			    FOLDER_NAMES_MAX);
		names = arena_grow(arena, names, n, &room, sizeof(*names));
		names[n++] = arena_text(arena, entry->d_name);
	}
	if (errno != 0)
		return fail_errno(err, "reading folder %s", path);
	if (n > 0)
		qsort(names, n, sizeof(*names), compare_names);
	*ret_names = names;
	*ret_n = n;
	return FAIL_NONE;
}

/* Numbers as in linux/magic.h and statfs(2); not all stand in the header. */
enum file_system
file_system_kind(unsigned long magic)
{
	static const unsigned long network[] = {
		0x6969,     /* NFS */
		0x517B,     /* SMB */
		0xFF534D42, /* CIFS */
		0xFE534D42, /* SMB2 */
		0x01021997, /* 9p */
		0x5346414F, /* AFS */
		0x73757245, /* Coda */
		0x564C,     /* NCP */
		0x00C36400, /* Ceph */
		0x7461636F, /* OCFS2 */
		0x01161970, /* GFS2 */
		0x0BD00BD0, /* Lustre */
		0x786F4256, /* folders shared by VirtualBox */
	};

	for (size_t i = 0; i < array_length(network); i++)
		if ((magic & 0xFFFFFFFF) == network[i])
			return FILE_SYSTEM_NETWORK;
	return magic == 0x65735546 ? FILE_SYSTEM_FUSE : FILE_SYSTEM_LOCAL;
}

enum fail
file_system_of(const char *path, enum file_system *ret_kind, struct err *err)
{
	struct statfs status;

	if (statfs(path, &status) != 0)
		return fail_errno(
		    err, "looking at the file system of %s", path);
	*ret_kind = file_system_kind((unsigned long)status.f_type);
	return FAIL_NONE;
}
