#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/inside.h"
#include "store/parked.h"
#include "store/version.h"

enum { BUSY_MS = 5000, LOOK_MS = 5, HEAP_MAX = 256 * 1024 * 1024 };

enum { SELF, HLC };

static const struct sql open_sql[] = {
	[SELF] = { "SELECT writer, station, letter, is_practice FROM _self "
		   "WHERE one = 1",
	    false },
	[HLC] = { "SELECT hlc FROM _self WHERE one = 1", false },
};
const struct sql_set open_set = SQL_SET(open_sql);

/*
 * The folder's links are followed once, here, so that SQLite can be told to
 * follow none.
 */
static enum fail
resolve(const char *path, char resolved[PATH_MAX], struct err *err)
{
	char folder[PATH_MAX], real[PATH_MAX];
	const char *name;
	int n;

	if (path[0] != '/' || strlen(path) >= PATH_MAX)
		return fail_say(
		    err, FAIL_INVALID, "store.not-absolute", path, NULL);
	name = strrchr(path, '/') + 1;
	snprintf(folder, sizeof folder, "%.*s", (int)(name - path), path);
	if (realpath(folder, real) == NULL)
		return fail_errno(err, "%s", folder);
	n = snprintf(resolved, PATH_MAX, "%s/%s",
	    strcmp(real, "/") == 0 ? "" : real, name);
	if (n < 0 || n >= PATH_MAX)
		return fail_say(
		    err, FAIL_INVALID, "store.not-absolute", path, NULL);
	return FAIL_NONE;
}

static bool
has_station(const struct store_options *options)
{
	return options->station != NULL && station_is_valid(options->station);
}

/*
 * The file must be a regular one of mode 0600 before SQLite opens it, which
 * gives WAL and shared memory the same mode. It is not opened here when it
 * exists: closing it would drop the locks of another store on it.
 */
static enum fail
prepare_file(const struct store *store, const struct store_options *options,
    struct err *err)
{
	struct stat stat;
	int fd;

	if (lstat(store->path, &stat) == 0) {
		if (!S_ISREG(stat.st_mode))
			return fail_say(err, FAIL_CONFLICT, "store.not-ours",
			    store->path, NULL);
		if ((stat.st_mode & 077) != 0 && !options->is_read_only)
			(void)chmod(store->path, 0600);
		return FAIL_NONE;
	}
	if (errno != ENOENT || !options->may_create || options->is_read_only)
		return fail_say(
		    err, FAIL_MISSING, "store.none", store->path, NULL);
	if (!has_station(options))
		return fail_say(err, FAIL_INVALID, "store.station",
		    options->station == NULL ? "" : options->station, NULL);
	fd = open(store->path,
	    O_CREAT | O_EXCL | O_RDWR | O_NOFOLLOW | O_CLOEXEC, 0600);
	if (fd < 0)
		return fail_errno(err, "%s", store->path);
	close(fd);
	return FAIL_NONE;
}

/*
 * Somebody else is writing. SQLite's own patience looks again after 100 ms,
 * and would miss each of the moments between two bundles that are applied: a
 * person would wait until the last of them.
 */
static int
wait_for_lock(void *context, int times)
{
	const struct store *store = context;

	if (times >= store->busy_ms / LOOK_MS)
		return 0;
	sqlite3_sleep(LOOK_MS);
	return 1;
}

static enum fail
connect_file(
    struct store *store, const struct store_options *options, struct err *err)
{
	int rc;

	store->busy_ms = options->busy_ms > 0 ? options->busy_ms : BUSY_MS;
	rc = sqlite3_open_v2(store->path, &store->db,
	    SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_NOMUTEX |
		SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_EXRESCODE,
	    NULL);
	if (rc == SQLITE_OK)
		rc = sqlite3_busy_handler(store->db, wait_for_lock, store);
	if (rc != SQLITE_OK)
		return sqlite_fail(store->db, rc, err);
	sqlite3_hard_heap_limit64(HEAP_MAX);
	return connection_harden(store->db, err);
}

/* Empty, or a register: nothing of anybody else's is ever written. */
static enum fail
check_owner(struct store *store, const struct store_options *options,
    bool *ret_is_new, struct err *err)
{
	int64_t application = 0, pages = 0;
	enum fail fail;

	fail = sqlite_integer(
	    store->db, "PRAGMA application_id", &application, err);
	if (!fail)
		fail = sqlite_integer(store->db,
		    "SELECT count(*) FROM sqlite_schema", &pages, err);
	if (fail || application == STORE_APPLICATION_ID)
		return fail;
	if (application != 0 || pages != 0)
		return fail_say(
		    err, FAIL_CONFLICT, "store.not-ours", store->path, NULL);
	/* A creation that was killed before its one transaction. */
	if (!options->may_create || options->is_read_only)
		return fail_say(
		    err, FAIL_MISSING, "store.none", store->path, NULL);
	if (!has_station(options))
		return fail_say(err, FAIL_INVALID, "store.station", "", NULL);
	*ret_is_new = true;
	return FAIL_NONE;
}

static enum fail
read_self(
    struct store *store, const struct store_options *options, struct err *err)
{
	scoped_arena arena = arena_new();
	scoped_query query = { 0 };
	bool has_row = false;
	enum fail fail;

	fail = query_open(&query, store, &open_sql[SELF], err);
	if (!fail)
		fail = query_step(&query, &has_row, err);
	if (fail)
		return fail;
	if (!has_row)
		return fail_say(err, FAIL_CORRUPT, "store.damaged", NULL);
	store->writer = column_id(&query, 0);
	snprintf(store->station, sizeof store->station, "%s",
	    column_text(&query, 1, arena));
	snprintf(store->letter, sizeof store->letter, "%s",
	    column_text(&query, 2, arena));
	store->is_practice = column_integer(&query, 3) != 0;
	fail = query_end(&query, err);
	if (fail)
		return fail;
	if (store->is_practice != options->is_practice)
		return fail_say(err, FAIL_CONFLICT,
		    store->is_practice ? "store.practice" :
					 "store.not-practice",
		    NULL);
	if (options->station != NULL &&
	    strcmp(options->station, store->station) != 0)
		return fail_say(err, FAIL_CONFLICT, "store.other-station",
		    store->station, options->station, NULL);
	return FAIL_NONE;
}

/* WAL is a property of the file; a write-protected one keeps what it has. */
static enum fail
set_journal(
    struct store *store, const struct store_options *options, struct err *err)
{
	if (options->is_read_only ||
	    sqlite3_db_readonly(store->db, "main") == 1)
		return FAIL_NONE;
	return sqlite_do(store->db, "PRAGMA journal_mode = WAL", err);
}

static enum fail
set_read_only(
    struct store *store, const struct store_options *options, struct err *err)
{
	if (!options->is_read_only &&
	    sqlite3_db_readonly(store->db, "main") != 1)
		return FAIL_NONE;
	if (!store->refusal_fail) {
		store->refusal_fail = FAIL_CONFLICT;
		fact_set(&store->refusal, "store.read-only", NULL);
	}
	return sqlite_do(store->db, "PRAGMA query_only = ON", err);
}

/* Another process that holds the lock, or the next opening, will do it. */
static enum fail
replay_parked(struct store *store, struct err *err)
{
	struct err parked = { 0 };
	enum fail fail;

	if (store->refusal_fail)
		return FAIL_NONE;
	fail = parked_replay(store, &parked);
	if (fail == FAIL_NONE || fail == FAIL_BUSY)
		return FAIL_NONE;
	if (err != NULL)
		*err = parked;
	return fail;
}

static enum fail
open_all(
    struct store *store, const struct store_options *options, struct err *err)
{
	bool is_new = false;
	enum fail fail;

	fail = prepare_file(store, options, err);
	if (!fail)
		fail = connect_file(store, options, err);
	if (!fail)
		fail = check_owner(store, options, &is_new, err);
	if (fail == FAIL_CORRUPT &&
	    (sqlite3_errcode(store->db) & 0xff) == SQLITE_NOTADB)
		return fail_say(
		    err, FAIL_CONFLICT, "store.not-ours", store->path, NULL);
	if (!fail)
		fail = set_journal(store, options, err);
	if (!fail)
		fail = capture_register(store, err);
	/* Whose it is, before a migration writes it, and once it is made. */
	if (!fail && !is_new)
		fail = read_self(store, options, err);
	if (!fail)
		fail = store_migrate(store, options, err);
	if (!fail && is_new)
		fail = read_self(store, options, err);
	if (!fail)
		fail = set_read_only(store, options, err);
	return fail ? fail : replay_parked(store, err);
}

enum fail
store_open(const char *path, const struct store_options *options,
    struct store **ret_store, struct err *err)
{
	scoped_arena arena = arena_new();
	scoped_store store = arena_alloc(arena, sizeof *store);
	enum fail fail;

	store->arena = arena;
	arena = NULL; /* store_close gives it back */
	store->clock = options->clock;
	store->entropy = options->entropy;
	fail = resolve(path, store->path, err);
	if (!fail)
		fail = open_all(store, options, err);
	if (fail)
		return fail;
	*ret_store = store;
	store = NULL;
	return FAIL_NONE;
}

void
store_close(struct store *store)
{
	struct arena *arena;

	if (store == NULL)
		return;
	statements_close(store);
	sqlite3_close(store->db);
	arena = store->arena;
	arena_free(arena);
}

void
store_closep(struct store **store)
{
	store_close(*store);
	*store = NULL;
}

const struct fact *
store_refusal(const struct store *store)
{
	return store->refusal_fail ? &store->refusal : NULL;
}

const char *
store_path(const struct store *store)
{
	return store->path;
}

const char *
store_station(const struct store *store)
{
	return store->station;
}

bool
store_is_practice(const struct store *store)
{
	return store->is_practice;
}

struct id
store_new_id(const struct store *store)
{
	return id_new(store_now(store), &store->entropy);
}

enum fail
store_last_ms(struct store *store, int64_t *ret_ms, struct err *err)
{
	scoped_query query = { 0 };
	bool has_row = false;
	enum fail fail;

	fail = query_open(&query, store, &open_sql[HLC], err);
	if (!fail)
		fail = query_step(&query, &has_row, err);
	if (fail)
		return fail;
	*ret_ms = has_row ? hlc_ms(column_integer(&query, 0)) : 0;
	return FAIL_NONE;
}
