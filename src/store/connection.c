/* How every connection to a register is set: flags, limits, pragmas. */
#include "store/inside.h"

static const struct {
	int which, value;
} switches[] = {
	{ SQLITE_DBCONFIG_DEFENSIVE, 1 },
	{ SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
	{ SQLITE_DBCONFIG_ENABLE_TRIGGER, 1 },
	{ SQLITE_DBCONFIG_ENABLE_VIEW, 0 },
	{ SQLITE_DBCONFIG_ENABLE_FKEY, 1 },
	{ SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
	{ SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0 },
	{ SQLITE_DBCONFIG_DQS_DML, 0 },
	{ SQLITE_DBCONFIG_DQS_DDL, 0 },
	{ SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0 },
};

/* As low as our own statements and the largest asset allow. */
static const struct {
	int which, value;
} limits[] = {
	{ SQLITE_LIMIT_LENGTH, 8 * 1024 * 1024 },
	{ SQLITE_LIMIT_SQL_LENGTH, 100 * 1000 },
	{ SQLITE_LIMIT_COLUMN, 200 },
	{ SQLITE_LIMIT_EXPR_DEPTH, 100 },
	{ SQLITE_LIMIT_COMPOUND_SELECT, 10 },
	{ SQLITE_LIMIT_VDBE_OP, 25000 },
	{ SQLITE_LIMIT_FUNCTION_ARG, 127 },
	{ SQLITE_LIMIT_ATTACHED, 0 },
	{ SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100 },
	{ SQLITE_LIMIT_VARIABLE_NUMBER, 200 },
	{ SQLITE_LIMIT_TRIGGER_DEPTH, 10 },
	{ SQLITE_LIMIT_WORKER_THREADS, 0 },
};

/*
 * secure_delete: what is deleted is overwritten. mmap_size 0: an I/O error is
 * an error, not a signal. The WAL is cut after a checkpoint, so that it does
 * not stay as large as it once was.
 */
static const char *const pragmas[] = {
	"PRAGMA synchronous = FULL",
	"PRAGMA foreign_keys = ON",
	"PRAGMA recursive_triggers = ON",
	"PRAGMA trusted_schema = OFF",
	"PRAGMA cell_size_check = ON",
	"PRAGMA secure_delete = ON",
	"PRAGMA mmap_size = 0",
	"PRAGMA temp_store = MEMORY",
	"PRAGMA journal_size_limit = 4194304",
};

enum fail
connection_harden(sqlite3 *db, struct err *err)
{
	enum fail fail = FAIL_NONE;
	int64_t synchronous = 0;
	int rc = SQLITE_OK;

	for (size_t i = 0; i < array_length(switches) && rc == SQLITE_OK; i++)
		rc = sqlite3_db_config(
		    db, switches[i].which, switches[i].value, NULL);
	if (rc != SQLITE_OK)
		return sqlite_fail(db, rc, err);
	for (size_t i = 0; i < array_length(limits); i++)
		sqlite3_limit(db, limits[i].which, limits[i].value);
	for (size_t i = 0; i < array_length(pragmas) && !fail; i++)
		fail = sqlite_do(db, pragmas[i], err);
	if (!fail)
		fail =
		    sqlite_integer(db, "PRAGMA synchronous", &synchronous, err);
	/* 2 is FULL; with less a power cut loses what was acknowledged. */
	if (!fail && synchronous != 2)
		fail = fail_set(err, FAIL_IO, "synchronous is not FULL");
	return fail;
}
