#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/text.h"
#include "sync/share_inside.h"
#include "sync/share_probing.h"

/* A listing has to bring back so many; it is read no further than that. */
enum { FILES = 48, LISTED_MAX = 1000 };

void
probe_case(struct probing *probing)
{
	struct stat status;

	if (!probing_make(probing, "one", "one"))
		probing_errno(probing, PROBE_BAD, "probe.create-bad");
	else if (fstatat(
		     probing->folder, "ONE", &status, AT_SYMLINK_NOFOLLOW) == 0)
		probing_say(probing, PROBE_REMARK, "probe.case-same", NULL);
	else
		probing_say(probing, PROBE_GOOD, "probe.case", NULL);
}

/* All names of the folder, as the exchange sees them. */
static bool
list_all(struct probing *probing, struct share_names *names)
{
	const struct share_wish wish = {
		.folder = probing->path, .suffix = "", .newest = SHARE_LIST_MAX
	};

	return share_direct_list(probing->direct, &wish, probing->arena, names,
		   NULL) == FAIL_NONE;
}

static bool
longest_comes_back(struct probing *probing)
{
	char name[SHARE_NAME_SIZE] = "";
	struct share_names names;

	/* 60 and ".12345678.part", as while a bundle is written. */
	memset(name, 'a', SHARE_NAME_MAX);
	snprintf(name + SHARE_NAME_MAX, sizeof name - SHARE_NAME_MAX,
	    ".12345678.part");
	return probing_make(probing, name, "long") &&
	    list_all(probing, &names) && names.n == 1 &&
	    strcmp(names.name[0], name) == 0;
}

/* Does the server list it under the name it was given? */
static bool
is_listed(struct probing *probing, const char *name)
{
	int fd =
	    openat(probing->folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	DIR *list = fd < 0 ? NULL : fdopendir(fd);
	const struct dirent *entry;
	bool is_there = false;

	if (list == NULL) {
		share_close(&fd);
		return false;
	}
	for (int i = 0; i < LISTED_MAX && !is_there; i++) {
		entry = readdir(list);
		if (entry == NULL)
			break;
		is_there = strcmp(entry->d_name, name) == 0;
	}
	closedir(list);
	return is_there;
}

/*
 * Names that this program never gives, for servers tell by them what they
 * are: a last dot, a first one, a letter that is not ASCII, a device of DOS.
 * None with a colon: smbnetfs answers it by failing the whole share for
 * twenty seconds (measured with Samba 4.17).
 */
void
probe_names(struct probing *probing)
{
	static const char *const odd[] = { "ends.", ".dot", "caf\303\251",
		"con" };
	scoped_buf refused = { 0 };

	if (!longest_comes_back(probing)) {
		probing_say(probing, PROBE_BAD, "probe.names-bad", NULL);
		return;
	}
	buf_init(&refused, FACT_ARG_SIZE);
	for (size_t i = 0; i < array_length(odd); i++)
		if (!probing_make(probing, odd[i], "odd") ||
		    !is_listed(probing, odd[i]))
			buf_print(&refused, "%s%s", refused.size > 0 ? " " : "",
			    odd[i]);
	if (refused.size > 0)
		probing_say(
		    probing, PROBE_REMARK, "probe.names-odd", refused.text);
	else
		probing_say(probing, PROBE_GOOD, "probe.names", NULL);
}

void
probe_listing(struct probing *probing)
{
	struct share_names names;
	char name[SHARE_NAME_SIZE];
	size_t same = 0;

	for (int i = 0; i < FILES; i++) {
		snprintf(name, sizeof name, "%010d-r7q2m4k9z3x5w6v8.bnd", i);
		if (!probing_make(probing, name, name)) {
			probing_errno(probing, PROBE_BAD, "probe.create-bad");
			return;
		}
	}
	if (!list_all(probing, &names))
		names.n = 0;
	for (size_t i = 0; i < names.n; i++) {
		snprintf(
		    name, sizeof name, "%010d-r7q2m4k9z3x5w6v8.bnd", (int)i);
		same += strcmp(names.name[i], name) == 0;
	}
	probing_say(probing,
	    same == FILES && names.n == FILES ? PROBE_GOOD : PROBE_BAD,
	    same == FILES ? "probe.listing" : "probe.listing-bad",
	    arena_print(probing->arena, "%zu", same));
	fact_arg(&probing->probe->fact, 1, "%d", FILES);
}
