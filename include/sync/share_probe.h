#ifndef SYNC_SHARE_PROBE_H
#define SYNC_SHARE_PROBE_H

#include "sync/share_remote.h"

/*
 * What a share can do, tried one step at a time. It is for a person who sets
 * a server up: the exchange asks nobody and copes with what it finds.
 *
 * All is tried in a folder "probe" of one's own writer's folder, which is
 * empty and gone again after each step, and so are the folders that were made
 * for it. What a step that was killed has left, the next one removes. Nothing
 * is written to a share without its marker.
 */
enum probe_step {
	PROBE_CREATE,  /* a new file, and not twice the same (O_EXCL) */
	PROBE_SYNC,    /* fsync of a file and of its folder */
	PROBE_RENAME,  /* to a new name */
	PROBE_REPLACE, /* over a name that is there */
	PROBE_READER,  /* the same while somebody reads that */
	PROBE_LINK,    /* a second name for a file */
	PROBE_CASE,    /* are a and A two names? */
	PROBE_NAMES,   /* our longest name, and names that are never used */
	PROBE_LISTING, /* all names come back */
	PROBE_MIB,     /* how long a MiB takes, there and back */
	PROBE_CLOCK,   /* what the server calls now */
	PROBE_MOUNT,   /* how the kernel has it mounted; writes nothing */
	PROBE_STEPS,
};

/* Good; fit for use, but to be known; not fit for use. */
enum probe_level { PROBE_GOOD, PROBE_REMARK, PROBE_BAD };

struct probe {
	enum probe_level level;
	struct fact fact; /* probe.*, or why it could not be tried */
	int64_t ms;       /* of PROBE_CLOCK: the server's, UTC; else 0 */
};

/*
 * Try one step in the folder w/WRITER of the share, in this process. What
 * fails is said in ret_probe. Failpoints before each step: "probe-create",
 * "probe-sync" and so on.
 */
void share_probe(struct share_direct *direct, const char *folder,
    enum probe_step step, struct probe *ret_probe) nonnull(1, 2, 4);

/*
 * The same asked of the child. FAIL_BUSY (share.hung): no answer in time;
 * FAIL_IO (share.child): it has died.
 */
enum fail share_remote_probe(struct share_remote *remote, const char *folder,
    enum probe_step step, struct probe *ret_probe, struct err *err)
    must_check nonnull(1, 2, 4);

#endif
