#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/check.h"
#include "store/inside.h"

/* An empty file of our own, so that the mode is right from the first byte. */
static enum fail
make_empty(const char *path, struct err *err)
{
	int fd = open(
	    path, O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW | O_CLOEXEC, 0600);

	if (fd < 0 && errno == EEXIST)
		return fail_say(err, FAIL_CONFLICT, "store.exists", path, NULL);
	if (fd < 0)
		return fail_errno(err, "%s", path);
	close(fd);
	return FAIL_NONE;
}

/* The file, or the folder it is in, reaches the disk. */
static enum fail
sync_path(const char *path, int flags, struct err *err)
{
	enum fail fail = FAIL_NONE;
	int fd = open(path, flags | O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		return fail_errno(err, "%s", path);
	if (fsync(fd) != 0)
		fail = fail_errno(err, "fsync %s", path);
	close(fd);
	return fail;
}

static enum fail
sync_file_and_folder(const char *path, struct err *err)
{
	char folder[PATH_MAX];
	char *slash;
	enum fail fail;

	snprintf(folder, sizeof folder, "%s", path);
	slash = strrchr(folder, '/');
	if (slash == folder)
		slash++;
	*slash = '\0';
	fail = sync_path(path, O_NOFOLLOW, err);
	return fail ? fail : sync_path(folder, O_DIRECTORY, err);
}

static enum fail
copy_pages(sqlite3 *from, sqlite3 *to, struct err *err)
{
	sqlite3_backup *backup = sqlite3_backup_init(to, "main", from, "main");
	int rc;

	if (backup == NULL)
		return sqlite_fail(to, sqlite3_errcode(to), err);
	rc = sqlite3_backup_step(backup, -1);
	sqlite3_backup_finish(backup);
	return rc == SQLITE_DONE ? FAIL_NONE : sqlite_fail(to, rc, err);
}

/* Is what can be read back a whole database? */
static enum fail
check_copy(sqlite3 *db, struct err *err)
{
	sqlite3_stmt *stmt = NULL;
	bool is_ok = false;
	int rc;

	rc = sqlite3_prepare_v2(
	    db, "PRAGMA integrity_check(1)", -1, &stmt, NULL);
	if (rc == SQLITE_OK)
		rc = sqlite3_step(stmt);
	if (rc == SQLITE_ROW)
		is_ok = strcmp((const char *)sqlite3_column_text(stmt, 0),
			    "ok") == 0;
	sqlite3_finalize(stmt);
	if (rc != SQLITE_ROW)
		return sqlite_fail(db, rc, err);
	if (!is_ok)
		return fail_say(err, FAIL_CORRUPT, "store.damaged", NULL);
	return FAIL_NONE;
}

static enum fail
fill_copy(sqlite3 *db, const char *path, struct err *err)
{
	sqlite3 *copy = NULL;
	enum fail fail;
	int rc;

	rc = sqlite3_open_v2(path, &copy,
	    SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_NOMUTEX |
		SQLITE_OPEN_EXRESCODE,
	    NULL);
	fail = rc == SQLITE_OK ? FAIL_NONE : sqlite_fail(copy, rc, err);
	if (!fail)
		fail = copy_pages(db, copy, err);
	/* One file, without a WAL beside it, until it is used. */
	if (!fail)
		fail = sqlite_do(copy, "PRAGMA journal_mode = DELETE", err);
	if (!fail)
		fail = check_copy(copy, err);
	sqlite3_close(copy);
	return fail;
}

enum fail
copy_database(sqlite3 *db, const char *path, struct err *err)
{
	char part[PATH_MAX];
	struct stat stat;
	enum fail fail;
	int n = snprintf(part, sizeof part, "%s.part", path);

	if (n < 0 || (size_t)n >= sizeof part)
		return fail_set(err, FAIL_INVALID, "path too long");
	if (lstat(path, &stat) == 0)
		return fail_say(err, FAIL_CONFLICT, "store.exists", path, NULL);
	(void)unlink(part); /* of a copy that did not finish */
	fail = make_empty(part, err);
	if (fail)
		return fail;
	fail = fill_copy(db, part, err);
	if (!fail)
		fail = sync_path(part, O_NOFOLLOW, err);
	if (!fail && rename(part, path) != 0)
		fail = fail_errno(err, "rename %s", path);
	if (!fail)
		return sync_file_and_folder(path, err);
	(void)unlink(part);
	return fail;
}

enum fail
store_backup(struct store *store, const char *path, struct err *err)
{
	if (path[0] != '/')
		return fail_say(
		    err, FAIL_INVALID, "store.not-absolute", path, NULL);
	return copy_database(store->db, path, err);
}
