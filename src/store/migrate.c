#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/buf.h"
#include "store/alike_keep.h"
#include "store/inside.h"
#include "store/schema.h"

/*
 * From the schema a file has to the one this program has: each missing file
 * of data/schema in a transaction of its own, with the synced tables as the
 * registry has them now. PRAGMA user_version is the number of the
 * last file run.
 */
static int
newest(void)
{
	return schema_file_number(&schema_files[schema_files_n - 1]);
}

static enum fail
version_of(sqlite3 *db, int64_t *ret_version, struct err *err)
{
	return sqlite_integer(db, "PRAGMA user_version", ret_version, err);
}

/* Write down that a file was run. */
static enum fail
record_file(
    struct store *store, const struct schema_file *file, struct err *err)
{
	uint8_t hash[HASH_SIZE];
	char pragma[64];
	sqlite3_stmt *stmt = NULL;
	int rc;

	schema_file_hash(file, hash);
	rc = sqlite3_prepare_v2(store->db,
	    "INSERT INTO _migration(number, "
	    "name, hash, at_ms) VALUES(?1, ?2, ?3, ?4)",
	    -1, &stmt, NULL);
	sqlite3_bind_int(stmt, 1, schema_file_number(file));
	sqlite3_bind_text(stmt, 2, file->name, -1, SQLITE_STATIC);
	sqlite3_bind_blob(stmt, 3, hash, sizeof hash, SQLITE_STATIC);
	sqlite3_bind_int64(stmt, 4, clock_now(&store->clock));
	if (rc == SQLITE_OK)
		rc = sqlite3_step(stmt);
	sqlite3_finalize(stmt);
	if (rc != SQLITE_DONE)
		return sqlite_fail(store->db, rc, err);
	snprintf(pragma, sizeof pragma, "PRAGMA user_version = %d",
	    schema_file_number(file));
	return sqlite_do(store->db, pragma, err);
}

/* The single row that says whose register this is. */
static enum fail
write_self(
    struct store *store, const struct store_options *options, struct err *err)
{
	int64_t now_ms = clock_now(&store->clock);
	char pragma[64];
	struct id writer;
	sqlite3_stmt *stmt = NULL;
	int rc;

	snprintf(pragma, sizeof pragma, "PRAGMA application_id = %d",
	    STORE_APPLICATION_ID);
	entropy_fill(&store->entropy, writer.byte, sizeof writer.byte);
	rc = sqlite3_prepare_v2(store->db,
	    "INSERT INTO _self(one, writer, "
	    "station, letter, is_practice, hlc, made_ms) "
	    "VALUES(1, ?1, ?2, 'A', ?3, 0, ?4)",
	    -1, &stmt, NULL);
	sqlite3_bind_blob(
	    stmt, 1, writer.byte, sizeof writer.byte, SQLITE_STATIC);
	sqlite3_bind_text(stmt, 2, options->station, -1, SQLITE_STATIC);
	sqlite3_bind_int(stmt, 3, options->is_practice);
	sqlite3_bind_int64(stmt, 4, now_ms);
	if (rc == SQLITE_OK)
		rc = sqlite3_step(stmt);
	sqlite3_finalize(stmt);
	if (rc != SQLITE_DONE)
		return sqlite_fail(store->db, rc, err);
	return sqlite_do(store->db, pragma, err);
}

/* After this file what is there already is looked through. */
enum { ALIKE_FILE = 4 };

/* One file, inside its transaction. */
static enum fail
run_file(struct store *store, const struct store_options *options,
    const struct schema_file *file, struct err *err)
{
	scoped_arena arena = arena_new();
	bool is_first = file == &schema_files[0];
	enum fail fail = FAIL_NONE;

	/* A later file may fill cells that came with it. */
	if (!is_first)
		fail = registry_apply(store->db, err);
	if (!fail)
		fail = sqlite_do(store->db, schema_file_text(file, arena), err);
	if (!fail && is_first)
		fail = registry_apply(store->db, err);
	if (!fail && schema_file_number(file) == ALIKE_FILE)
		fail = alike_mend(store, err);
	if (!fail && is_first)
		fail = write_self(store, options, err);
	return fail ? fail : record_file(store, file, err);
}

static enum fail
migrate_one(struct store *store, const struct store_options *options,
    const struct schema_file *file, struct err *err)
{
	int64_t version = 0;
	enum fail fail;

	fail = sqlite_do(store->db, "BEGIN IMMEDIATE", err);
	if (fail)
		return fail;
	/* Another process may have done it while we waited. */
	fail = version_of(store->db, &version, err);
	if (!fail && version < schema_file_number(file))
		fail = run_file(store, options, file, err);
	if (!fail)
		fail = sqlite_do(store->db, "COMMIT", err);
	if (fail)
		sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
	return fail;
}

/* NAME.before-0002: the file as it was, before the first migration. */
static enum fail
keep_old(struct store *store, int64_t version, struct err *err)
{
	char path[PATH_MAX];
	struct stat stat;
	int n;

	n = snprintf(
	    path, sizeof path, "%s.before-%04d", store->path, (int)version + 1);
	if (n < 0 || (size_t)n >= sizeof path)
		return fail_set(err, FAIL_INVALID, "path too long");
	if (lstat(path, &stat) == 0)
		return FAIL_NONE; /* kept by a migration that did not finish */
	return copy_database(store->db, path, err);
}

/* A schema file that was run must be the one this program has. */
static enum fail
check_files(struct store *store, struct err *err)
{
	sqlite3_stmt *stmt = NULL;
	int rc;

	rc = sqlite3_prepare_v2(store->db,
	    "SELECT hash FROM _migration "
	    "WHERE number = ?1",
	    -1, &stmt, NULL);
	for (size_t i = 0; i < schema_files_n && rc == SQLITE_OK; i++) {
		uint8_t hash[HASH_SIZE];

		schema_file_hash(&schema_files[i], hash);
		sqlite3_bind_int(stmt, 1, schema_file_number(&schema_files[i]));
		if (sqlite3_step(stmt) == SQLITE_ROW &&
		    (sqlite3_column_bytes(stmt, 0) != HASH_SIZE ||
			memcmp(sqlite3_column_blob(stmt, 0), hash, HASH_SIZE) !=
			    0)) {
			store->refusal_fail = FAIL_CORRUPT;
			fact_set(&store->refusal, "store.file-changed",
			    schema_files[i].name, NULL);
		}
		rc = sqlite3_reset(stmt);
	}
	sqlite3_finalize(stmt);
	return rc == SQLITE_OK ? FAIL_NONE : sqlite_fail(store->db, rc, err);
}

static enum fail
run_missing(struct store *store, const struct store_options *options,
    int64_t version, struct err *err)
{
	enum fail fail = FAIL_NONE;

	if (version > 0)
		fail = keep_old(store, version, err);
	/* New cells are filled without entries in the log. */
	store->capture = CAPTURE_OFF;
	for (size_t i = 0; i < schema_files_n && !fail; i++)
		if (schema_file_number(&schema_files[i]) > version)
			fail =
			    migrate_one(store, options, &schema_files[i], err);
	store->capture = CAPTURE_LOG;
	return fail;
}

enum fail
store_migrate(
    struct store *store, const struct store_options *options, struct err *err)
{
	int64_t version = 0;
	char text[24];
	enum fail fail;

	fail = version_of(store->db, &version, err);
	if (fail)
		return fail;
	if (version > newest()) {
		snprintf(text, sizeof text, "%d", (int)version);
		store->refusal_fail = FAIL_CONFLICT;
		fact_set(&store->refusal, "store.newer", text, NULL);
		return FAIL_NONE;
	}
	if (version < newest() && options->is_read_only)
		return fail_say(err, FAIL_CONFLICT, "store.older", NULL);
	if (version < newest())
		fail = run_missing(store, options, version, err);
	if (!fail)
		fail = schema_judge(store, err);
	if (!fail && !store->refusal_fail)
		fail = check_files(store, err);
	return fail;
}
