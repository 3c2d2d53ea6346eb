#ifndef BASE_MOUNT_H
#define BASE_MOUNT_H

#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"

/* How the kernel has a folder mounted: for reports, nothing is decided by it.
 * Texts are as the kernel has them, with its escapes undone. */
struct mount {
	const char *type;    /* "ext4", "cifs" */
	const char *source;  /* "/dev/sda2", "//server/share" */
	const char *point;   /* where it is mounted */
	const char *options; /* of the mount, then those of the file system */
};

/*
 * What the open descriptor fd lies on. FAIL_MISSING: the kernel does not tell
 * (before Linux 5.8, or no /proc).
 */
enum fail mount_of(int fd, struct arena *arena, struct mount *ret_mount,
    struct err *err) must_check nonnull(2, 3);

/*
 * The mount of that number in text, as proc(5) describes mountinfo.
 * FAIL_MISSING: it is not there, or its line cannot be read.
 */
enum fail mount_find(const char *text, uint64_t number, struct arena *arena,
    struct mount *ret_mount, struct err *err) must_check nonnull(1, 3, 4);

#endif
