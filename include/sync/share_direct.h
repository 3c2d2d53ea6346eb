#ifndef SYNC_SHARE_DIRECT_H
#define SYNC_SHARE_DIRECT_H

#include "base/clock.h"
#include "base/failpoint.h"
#include "sync/share.h"

/*
 * The share as a folder of this machine's file system, used in this process:
 * every call may hang for ever.
 *
 * A file is written as NAME.RANDOM.part beside its place, fsynced, closed,
 * renamed and read back. What is left of a part that failed is removed; what
 * a kill leaves behind, share_remove() takes away. Nothing is written to a
 * folder without the file "fleet" but that file itself: an empty mount point
 * looks like an empty share.
 *
 * Failpoints: S06 to S13 for bundles and S15 to S20 for heartbeats, each
 * before its step: the part is made, half of it written, all of it written,
 * fsync, close, rename, fsync of the folder, read back. Heartbeats have none
 * at "all written" and at close.
 */
struct share_direct {
	const char *root; /* absolute; not looked at before the first call */
	struct entropy entropy;
	const struct failpoint *failpoint; /* NULL for none */
	bool was_stale; /* the last failure was one of NFS's stale handles */
};

/* The share; direct must outlive it. */
struct share share_direct(struct share_direct *direct) nonnull(1);

/* Bytes of a regular file. Failures as share_get(). */
enum fail share_direct_size(struct share_direct *direct, const char *path,
    size_t *ret_size, struct err *err) must_check nonnull(1, 2, 3);

#endif
