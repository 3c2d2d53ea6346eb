#include <errno.h>

#include "store/query.h"

/* A disk without room speaks in three ways. */
static bool
is_full(sqlite3 *db, int rc)
{
	int error = db == NULL ? 0 : sqlite3_system_errno(db);

	if ((rc & 0xff) == SQLITE_FULL)
		return true;
	return (rc & 0xff) == SQLITE_IOERR &&
	    (error == ENOSPC || error == EDQUOT || error == EFBIG);
}

struct meaning {
	int rc;
	enum fail fail;
	const char *code;
};

static const struct meaning meanings[] = {
	{ SQLITE_BUSY, FAIL_BUSY, "store.busy" },
	{ SQLITE_LOCKED, FAIL_BUSY, "store.busy" },
	{ SQLITE_CORRUPT, FAIL_CORRUPT, "store.damaged" },
	{ SQLITE_NOTADB, FAIL_CORRUPT, "store.damaged" },
	{ SQLITE_NOMEM, FAIL_MEMORY, "store.memory" },
	{ SQLITE_TOOBIG, FAIL_INVALID, "store.too-long" },
	{ SQLITE_READONLY, FAIL_CONFLICT, "store.read-only" },
	{ SQLITE_CONSTRAINT, FAIL_CONFLICT, "store.refused" },
};

enum fail
sqlite_fail(sqlite3 *db, int rc, struct err *err)
{
	const char *text = db == NULL ? sqlite3_errstr(rc) : sqlite3_errmsg(db);
	enum fail fail = FAIL_IO;
	const char *code = "store.io";

	for (size_t i = 0; i < array_length(meanings); i++)
		if (meanings[i].rc == (rc & 0xff)) {
			fail = meanings[i].fail;
			code = meanings[i].code;
		}
	if (rc == SQLITE_CONSTRAINT_FOREIGNKEY)
		code = "store.no-parent";
	if (is_full(db, rc))
		code = "store.disk-full";
	fail_say(err, fail, code, text, NULL);
	fail_prefix(err, "sqlite %d", rc);
	return fail;
}

enum fail
sqlite_do(sqlite3 *db, const char *text, struct err *err)
{
	int rc = sqlite3_exec(db, text, NULL, NULL, NULL);

	return rc == SQLITE_OK ? FAIL_NONE : sqlite_fail(db, rc, err);
}

enum fail
sqlite_integer(
    sqlite3 *db, const char *text, int64_t *ret_integer, struct err *err)
{
	sqlite3_stmt *stmt = NULL;
	int64_t integer = 0;
	int rc = sqlite3_prepare_v2(db, text, -1, &stmt, NULL);

	if (rc == SQLITE_OK)
		rc = sqlite3_step(stmt);
	if (rc == SQLITE_ROW)
		integer = sqlite3_column_int64(stmt, 0);
	sqlite3_finalize(stmt);
	if (rc != SQLITE_ROW)
		return sqlite_fail(db, rc, err);
	*ret_integer = integer;
	return FAIL_NONE;
}
