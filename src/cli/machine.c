#include "cli/machine.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statfs.h>

#include "base/buf.h"
#include "base/file.h"

enum { ONE_MAX = 4096, ALL_MAX = 64 * 1024 };

/* Files of /sys say 4096 bytes and hold less; what cannot be read is "". */
static const char *
line_of(struct arena *arena, const char *path)
{
	char *bytes = NULL;
	size_t size = 0;

	if (file_read(path, ONE_MAX, arena, &bytes, &size, NULL))
		return "";
	bytes[strcspn(bytes, "\n")] = '\0';
	return bytes;
}

static bool
is_there(const char *path)
{
	struct stat status;

	return stat(path, &status) == 0;
}

/* Of each disk that is built in: the first name its serial number has. */
static void
look_at_disks(const char *root, struct arena *arena, struct buf *all)
{
	static const char *const names[] = { "device/serial", "serial",
		"device/wwid", "wwid", "device/cid" };
	const char *folder = arena_print(arena, "%s/sys/block", root);
	const char *const *disks;
	size_t n;

	if (folder_list(folder, arena, &disks, &n, NULL))
		return;
	for (size_t i = 0; i < n; i++) {
		const char *disk =
		    arena_print(arena, "%s/%s", folder, disks[i]);
		const char *text = "";

		if (!is_there(arena_print(arena, "%s/device", disk)) ||
		    strcmp(line_of(
			       arena, arena_print(arena, "%s/removable", disk)),
			"1") == 0)
			continue;
		for (size_t f = 0; *text == '\0' && f < array_length(names);
		     f++)
			text = line_of(
			    arena, arena_print(arena, "%s/%s", disk, names[f]));
		if (*text != '\0')
			buf_print(all, "%s\n", text);
	}
}

/* Cards, not bridges and tunnels. */
static void
look_at_network(const char *root, struct arena *arena, struct buf *all)
{
	const char *folder = arena_print(arena, "%s/sys/class/net", root);
	const char *const *cards;
	size_t n;

	if (folder_list(folder, arena, &cards, &n, NULL))
		return;
	for (size_t i = 0; i < n; i++) {
		const char *card =
		    arena_print(arena, "%s/%s", folder, cards[i]);
		const char *text =
		    line_of(arena, arena_print(arena, "%s/address", card));

		if (*text != '\0' &&
		    is_there(arena_print(arena, "%s/device", card)))
			buf_print(all, "%s\n", text);
	}
}

static const char *
file_system(const char *folder, struct arena *arena)
{
	struct statfs status;
	int id[2];

	if (statfs(folder, &status) != 0)
		return "";
	memcpy(id, &status.f_fsid, sizeof id);
	return id[0] == 0 && id[1] == 0 ?
	    "" :
	    arena_print(arena, "%08x%08x", (unsigned)id[0], (unsigned)id[1]);
}

void
machine_look(const char *root, const char *folder, const struct id *word,
    struct arena *arena, struct machine *ret_machine)
{
	scoped_buf disks = { 0 };
	scoped_buf cards = { 0 };

	buf_init(&disks, ALL_MAX);
	buf_init(&cards, ALL_MAX);
	buf_text(&disks, "");
	buf_text(&cards, "");
	look_at_disks(root, arena, &disks);
	look_at_network(root, arena, &cards);
	*ret_machine = (struct machine){ 0 };
	machine_set(ret_machine, MACHINE_BOARD, word,
	    line_of(arena,
		arena_print(arena, "%s/sys/class/dmi/id/product_uuid", root)));
	machine_set(ret_machine, MACHINE_DISKS, word, disks.text);
	machine_set(ret_machine, MACHINE_NETWORK, word, cards.text);
	machine_set(ret_machine, MACHINE_INSTALL, word,
	    line_of(arena, arena_print(arena, "%s/etc/machine-id", root)));
	machine_set(ret_machine, MACHINE_FILE_SYSTEM, word,
	    *root == '\0' ? file_system(folder, arena) : "");
}
