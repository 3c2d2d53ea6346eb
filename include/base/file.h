#ifndef BASE_FILE_H
#define BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "base/arena.h"
#include "base/err.h"

/* Whole files: read with a limit, replace so that old or new is there. */

/* What follows the last '/' of path. */
const char *file_name(const char *path) nonnull(1);

/*
 * Read a regular file of at most limit bytes; a NUL is put after it. Never
 * blocks on a FIFO, never reads a device.
 *
 * FAIL_MISSING: no such file; FAIL_INVALID: larger, or not a regular file;
 * FAIL_IO: it cannot be read.
 */
enum fail file_read(const char *path, size_t limit, struct arena *arena,
    char **ret_bytes, size_t *ret_size, struct err *err) must_check;

/*
 * Replace or create path: temporary file beside it, write, fsync, rename,
 * fsync of the folder. On failure the old file is untouched and the temporary
 * one is gone; only when that last fsync fails (FAIL_IO) the new file is there
 * already, and may be old again after a power failure. mode is taken as it
 * is, whatever the umask.
 */
enum fail file_write(const char *path, const void *bytes, size_t size,
    mode_t mode, struct err *err) must_check;

/*
 * Make folder path, and its parents, with mode; fine when it exists.
 * FAIL_INVALID when something there is no folder.
 */
enum fail folder_make(const char *path, mode_t mode, struct err *err)
    must_check;

/*
 * Names in a folder, without . and .., sorted bytewise. FAIL_MEMORY when
 * there are more than FOLDER_NAMES_MAX.
 */
enum { FOLDER_NAMES_MAX = 1000000 };
enum fail folder_list(const char *path, struct arena *arena,
    const char *const **ret_names, size_t *ret_n, struct err *err) must_check;

/*
 * Hold an advisory lock on path for as long as ret_fd stays open; written
 * into it: the process number. FAIL_BUSY when another process holds it.
 */
enum fail file_lock(const char *path, int *ret_fd, struct err *err) must_check;

/* What the file system of path is, by statfs. */
enum file_system { FILE_SYSTEM_LOCAL, FILE_SYSTEM_NETWORK, FILE_SYSTEM_FUSE };
enum fail file_system_of(
    const char *path, enum file_system *ret_kind, struct err *err) must_check;

/* The same for the number that statfs gives. */
enum file_system file_system_kind(unsigned long magic);

#endif
