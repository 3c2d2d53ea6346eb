#ifndef SYNC_SHARE_H
#define SYNC_SHARE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/crypto.h"
#include "base/err.h"

/*
 * The share: a folder that may be absent, slow, hung, full, set back to an
 * older day, and written to by anybody. Nothing is concluded from what is
 * not there, no time of a file is believed, nothing is locked; what is read
 * is verified by whoever asked for it. Files are written once under a name
 * made of their content, and lie in the folder of the one who writes them.
 *
 * This is no file system: it is what the exchange does with one, as a table
 * of functions. There are three: direct (share_direct.h), in the process that
 * may hang; remote (share_remote.h), which asks a child process to do it and
 * gives it up at a deadline; and the simulator's, which has no disk at all.
 *
 * Paths are relative to the share, of components of [a-z0-9.-] joined by '/'
 * (share_path_is_fine). Symbolic links are followed nowhere below the share's
 * own folder, and only regular files are opened.
 *
 * Every function may fail with
 *
 *	FAIL_MISSING  no such file, or a folder on the way is not there
 *	FAIL_INVALID  no regular file, a link on the way, larger than the limit
 *	FAIL_DENIED   not permitted, or read-only (share.denied)
 *	FAIL_IO       the share failed (share.io), or is full (share.full)
 *	FAIL_BUSY     remote only: no answer in time (share.hung); from then on
 *	              every call fails so at once
 */
enum {
	/* 7.3 of the exchange's format: at most 60; ".12345678.part" more
	 * while a file is written, and a NUL. */
	SHARE_NAME_MAX = 60,
	SHARE_NAME_SIZE = 80,
	/* "w/", a writer of 26, "/s/", a folder and a name. */
	SHARE_PATH_SIZE = 200,
	/* The largest bundle carries 64 MiB; padding, chunks and head. */
	SHARE_FILE_MAX = 66 << 20,
	/* More names than this are not wanted of any folder. */
	SHARE_LIST_MAX = 4096,
	/* So many entries of a folder are looked at, junk and all. */
	SHARE_ENTRIES_MAX = 1000000,
};

/* What a put writes: its numbered points (S06-S13, S15-S20) have names. */
enum share_kind { SHARE_PLAIN, SHARE_BUNDLE, SHARE_HEARTBEAT };

struct share_file {
	const char *path;
	const void *bytes;
	size_t size;
	enum share_kind kind;
	bool may_replace; /* damaged content under this name gives way */
};

/* Which names of a folder are wanted: the bytewise greatest, at most so many
 * (1 to SHARE_LIST_MAX), that end as told ("" for all). */
struct share_wish {
	const char *folder; /* "" is the share itself */
	const char *suffix;
	size_t newest;
	bool is_folders; /* folders instead of regular files */
};

/* What a listing found. It is a hint: it may be short, stale, or both. */
struct share_names {
	const char *const *name; /* sorted bytewise */
	size_t n;
	size_t ignored;     /* entries that no name of ours could be */
	const char *sample; /* one of them, made fit to be shown; "" if none */
};

struct share_space {
	uint64_t size_bytes;
	uint64_t free_bytes;
};

typedef enum fail share_list_fn(void *context, const struct share_wish *wish,
    struct arena *arena, struct share_names *ret_names, struct err *err);
typedef enum fail share_get_fn(void *context, const char *path, size_t limit,
    struct buf *bytes, struct err *err);
typedef enum fail share_put_fn(void *context, const struct share_file *file,
    int64_t *ret_ms, struct err *err);
typedef enum fail share_compare_fn(void *context, const char *path, size_t size,
    const uint8_t hash[HASH_SIZE], struct err *err);
typedef enum fail share_remove_fn(
    void *context, const char *path, struct err *err);
typedef enum fail share_space_fn(
    void *context, struct share_space *ret_space, struct err *err);

struct share_ops {
	share_list_fn *list;

	/* The whole file is appended to bytes, at most limit of it. */
	share_get_fn *get;

	/*
	 * The file is there under its name, whole, and was read back the
	 * same; folders on the way are made. ret_ms: what the share calls
	 * now, UTC milliseconds; 0 when it did not have to be written. Fit
	 * for a warning about clocks and for nothing else.
	 *
	 * FAIL_CONFLICT: something else has this name (share.other-bytes);
	 * FAIL_CORRUPT: it was written and reads back otherwise
	 * (share.not-kept).
	 */
	share_put_fn *put;

	/*
	 * Is this file there, of this size and with this BLAKE2b-256?
	 * FAIL_CORRUPT: it is there and differs.
	 */
	share_compare_fn *compare;

	/* Only for one's own files, by a name from one's own register. */
	share_remove_fn *remove;

	share_space_fn *space;
};

struct share {
	const struct share_ops *ops;
	void *context;
};

/* The calls. Outputs are untouched when one fails. */
enum fail share_list(const struct share *share, const struct share_wish *wish,
    struct arena *arena, struct share_names *ret_names, struct err *err)
    must_check nonnull(1, 2, 3, 4);
enum fail share_get(const struct share *share, const char *path, size_t limit,
    struct buf *bytes, struct err *err) must_check nonnull(1, 2, 4);
enum fail share_put(const struct share *share, const struct share_file *file,
    int64_t *ret_ms, struct err *err) must_check nonnull(1, 2, 3);
enum fail share_compare(const struct share *share, const char *path,
    size_t size, const uint8_t hash[HASH_SIZE], struct err *err)
    must_check nonnull(1, 2, 4);
enum fail share_remove(const struct share *share, const char *path,
    struct err *err) must_check nonnull(1, 2);
enum fail share_space(const struct share *share, struct share_space *ret_space,
    struct err *err) must_check nonnull(1, 2);

/* Is it the failure of a full share, or of one that gave no answer? */
bool share_is_full(const struct err *err) nonnull(1);
bool share_is_hung(const struct err *err) nonnull(1);

/*
 * Could it be a name on the share? Lower-case letters, digits, '.' and '-',
 * not first or last a '.' or '-', and none of the names that DOS kept for
 * devices (con, nul, com1 and their kin, whatever follows a dot).
 */
bool share_name_is_fine(const char *name) nonnull(1);

/* Such names joined by single '/', shorter than SHARE_PATH_SIZE. */
bool share_path_is_fine(const char *path) nonnull(1);

#endif
