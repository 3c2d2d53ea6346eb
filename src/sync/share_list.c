#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"
#include "sync/share_inside.h"

/*
 * The greatest names of a folder, however many it has: room for twice as many
 * as are wanted, and when that is full the lower half goes.
 */
struct listing {
	const struct share_wish *wish;
	char (*name)[SHARE_NAME_SIZE];
	size_t n;
	size_t ignored;
	char sample[256]; /* a name of Linux has at most 255 bytes */
};

static int
by_name(const void *a, const void *b)
{
	return strcmp(a, b);
}

static void
sort(struct listing *listing)
{
	size_t wanted = listing->wish->newest;

	qsort(listing->name, listing->n, sizeof listing->name[0], by_name);
	if (listing->n <= wanted)
		return;
	memmove(listing->name, listing->name + listing->n - wanted,
	    wanted * sizeof listing->name[0]);
	listing->n = wanted;
}

static bool
ends_with(const char *name, const char *suffix)
{
	size_t n = strlen(name), size = strlen(suffix);

	return n >= size && strcmp(name + n - size, suffix) == 0;
}

/* Some servers do not say what an entry is. */
static bool
is_what_is_wanted(
    const struct listing *listing, int folder, const struct dirent *entry)
{
	const bool is_folders = listing->wish->is_folders;
	struct stat status;

	if (entry->d_type == DT_DIR || entry->d_type == DT_REG)
		return is_folders == (entry->d_type == DT_DIR);
	if (entry->d_type != DT_UNKNOWN)
		return false;
	if (fstatat(folder, entry->d_name, &status, AT_SYMLINK_NOFOLLOW) != 0)
		return false;
	return is_folders ? S_ISDIR(status.st_mode) : S_ISREG(status.st_mode);
}

static void
ignore(struct listing *listing, const char *name)
{
	if (listing->ignored++ == 0)
		memcpy(listing->sample, name,
		    strnlen(name, sizeof listing->sample - 1));
}

static void
take(struct listing *listing, int folder, const struct dirent *entry)
{
	const char *name = entry->d_name;

	if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0)
		return;
	if (!share_name_is_fine(name)) {
		ignore(listing, name);
		return;
	}
	if (!ends_with(name, listing->wish->suffix) ||
	    !is_what_is_wanted(listing, folder, entry))
		return;
	if (listing->n == 2 * listing->wish->newest)
		sort(listing);
	memcpy(listing->name[listing->n++], name, strlen(name) + 1);
}

/* What comes before an error in the middle is taken: servers lose the thread
 * (ENOENT, EINTR) and a listing is a hint. */
static void
read_all(DIR *folder, struct listing *listing)
{
	const struct dirent *entry;

	for (size_t i = 0; i < SHARE_ENTRIES_MAX; i++) {
		errno = 0;
		entry = readdir(folder);
		if (entry != NULL)
			take(listing, dirfd(folder), entry);
		else if (errno != EINTR)
			return;
	}
}

static void
give(struct listing *listing, struct arena *arena, struct share_names *names)
{
	const char **list =
	    arena_array(arena, listing->n > 0 ? listing->n : 1, sizeof *list);
	scoped_buf shown = { 0 };

	sort(listing);
	for (size_t i = 0; i < listing->n; i++)
		list[i] = listing->name[i];
	buf_init(&shown, sizeof listing->sample * 3);
	text_sanitise(listing->sample, strlen(listing->sample), &shown);
	names->name = list;
	names->n = listing->n;
	names->ignored = listing->ignored;
	names->sample = arena_text(arena, shown.size > 0 ? shown.text : "");
}

enum fail
share_direct_list(void *context, const struct share_wish *wish,
    struct arena *arena, struct share_names *ret_names, struct err *err)
{
	struct share_direct *direct = context;
	struct listing listing = { .wish = wish };
	enum fail fail;
	DIR *folder;
	int fd = -1;

	if (wish->newest < 1 || wish->newest > SHARE_LIST_MAX)
		return fail_set(err, FAIL_INVALID, "so many names");
	fail = share_folder(direct, wish->folder, &fd, err);
	if (fail)
		return fail;
	folder = fdopendir(fd);
	if (folder == NULL) {
		fail = share_errno(direct, wish->folder, err);
		close(fd);
		return fail;
	}
	listing.name =
	    arena_array(arena, 2 * wish->newest, sizeof listing.name[0]);
	read_all(folder, &listing);
	closedir(folder);
	give(&listing, arena, ret_names);
	return FAIL_NONE;
}
