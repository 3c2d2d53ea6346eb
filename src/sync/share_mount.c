#include <string.h>

#include "base/mount.h"
#include "sync/share_inside.h"
#include "sync/share_probing.h"

/* Is option NAME, or NAME=something, among those of a list? */
static bool
has_option(const char *options, const char *name)
{
	size_t n = strlen(name);

	for (const char *at = options; *at != '\0';
	     at += strcspn(at, ","), at += *at == ',')
		if (strncmp(at, name, n) == 0 && strchr(",=", at[n]) != NULL)
			return true;
	return false;
}

/* A server's mount has more options than an answer has room: those by which
 * it waits, gives up, and believes what it remembers. */
static const char *
chosen(const char *options, struct arena *arena)
{
	static const char *const wanted[] = { "ro", "vers", "soft", "softerr",
		"hard", "seal", "cache", "actimeo", "acregmax", "timeo",
		"retrans", "echo_interval", "lookupcache", "noserverino",
		"nobrl", "sync" };
	scoped_buf text = { 0 };
	size_t n;

	buf_init(&text, FACT_ARG_SIZE);
	for (const char *at = options; *at != '\0'; at += n + (at[n] == ',')) {
		n = strcspn(at, ",");
		for (size_t i = 0; i < array_length(wanted); i++)
			if (has_option(arena_bytes(arena, at, n), wanted[i]))
				buf_print(&text, "%s%.*s",
				    text.size > 0 ? "," : "", (int)n, at);
	}
	return arena_text(arena, text.size > 0 ? text.text : "rw");
}

static void
judge(struct probing *probing, const struct mount *mount)
{
	struct probe *probe = probing->probe;

	probe->level = PROBE_GOOD;
	fact_set(&probe->fact, "probe.mount", mount->type, mount->source,
	    mount->point, chosen(mount->options, probing->arena), NULL);
	if (strcmp(mount->type, "tmpfs") == 0 ||
	    strcmp(mount->type, "ramfs") == 0)
		probing_say(
		    probing, PROBE_REMARK, "probe.mount-fleeting", mount->type);
	else if (strncmp(mount->type, "nfs", 3) == 0 &&
	    has_option(mount->options, "hard"))
		probing_say(
		    probing, PROBE_REMARK, "probe.mount-hard", mount->source);
}

void
probe_mount(struct probing *probing)
{
	scoped_share_fd root = -1;
	struct mount mount;
	struct err err = { 0 };

	if (share_folder(probing->direct, "", &root, &err) == FAIL_NONE &&
	    mount_of(root, probing->arena, &mount, &err) == FAIL_NONE)
		judge(probing, &mount);
	else
		probing_say(
		    probing, PROBE_REMARK, "probe.mount-unknown", err.text);
}
