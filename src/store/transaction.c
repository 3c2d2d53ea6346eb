#include <assert.h>
#include <stdio.h>

#include "base/text.h"
#include "store/inside.h"
#include "store/log.h"

enum { BEGIN_WRITING, BEGIN_READING, COMMIT, ROLLBACK, SCHEMA_VERSION };

static const struct sql transaction_sql[] = {
	[BEGIN_WRITING] = { "BEGIN IMMEDIATE", false },
	[BEGIN_READING] = { "BEGIN", false },
	[COMMIT] = { "COMMIT", false },
	[ROLLBACK] = { "ROLLBACK", false },
	[SCHEMA_VERSION] = { "PRAGMA schema_version", false },
};
const struct sql_set transaction_set = SQL_SET(transaction_sql);

static enum fail
run(struct store *store, int which, struct err *err)
{
	scoped_query query = { 0 };
	enum fail fail;

	fail = query_open(&query, store, &transaction_sql[which], err);
	return fail ? fail : query_run(&query, err);
}

/* Back to before the transaction, whatever state it is in. */
static void
roll_back(struct store *store)
{
	if (!sqlite3_get_autocommit(store->db))
		(void)run(store, ROLLBACK, NULL);
	if (store->sid_is_new) {
		store->sid = 0;
		store->sid_is_new = false;
	}
	store->writing = (struct writing){ 0 };
}

static enum fail
refused(const struct store *store, struct err *err)
{
	const struct fact *fact = &store->refusal;

	return fail_say(err, store->refusal_fail, fact->code, fact->arg[0],
	    fact->arg[1], NULL);
}

/* A file put in our place would be written, and then be nobody's. */
static enum fail
check_place(struct store *store, struct err *err)
{
	int has_moved = 0;

	sqlite3_file_control(
	    store->db, "main", SQLITE_FCNTL_HAS_MOVED, &has_moved);
	if (has_moved)
		return fail_say(err, FAIL_IO, "store.moved", store->path, NULL);
	return FAIL_NONE;
}

/* Has another process changed tables or triggers since they were compared? */
static enum fail
check_schema(struct store *store, struct err *err)
{
	scoped_query query = { 0 };
	bool has_row = false;
	int64_t version;
	enum fail fail;

	fail = query_open(&query, store, &transaction_sql[SCHEMA_VERSION], err);
	if (!fail)
		fail = query_step(&query, &has_row, err);
	if (fail)
		return fail;
	version = column_integer(&query, 0);
	query_done(&query);
	if (version == store->schema_version)
		return FAIL_NONE;
	fail = schema_judge(store, err);
	return fail || !store->refusal_fail ? fail : refused(store, err);
}

enum fail
transaction_begin(struct transaction *transaction, struct store *store,
    const char *officer, struct err *err)
{
	enum fail fail;

	assert(!store->writing.is_open);
	if (store->refusal_fail)
		return refused(store, err);
	fail = check_place(store, err);
	if (!fail)
		fail = run(store, BEGIN_WRITING, err);
	if (fail)
		return fail;
	store->writing = (struct writing){
		.is_open = true,
		.now_ms = clock_now(&store->clock),
	};
	text_copy(store->writing.officer, OFFICER_SIZE, officer);
	fail = check_schema(store, err);
	if (fail) {
		roll_back(store);
		return fail;
	}
	transaction->store = store;
	return FAIL_NONE;
}

/*
 * After a failed fsync the kernel may call the lost pages clean, so that a
 * second try would succeed with nothing written: no second try.
 */
static enum fail
note_failed_sync(struct store *store, enum fail fail, struct err *err)
{
	int rc = sqlite3_extended_errcode(store->db);

	if (rc != SQLITE_IOERR_FSYNC && rc != SQLITE_IOERR_DIR_FSYNC)
		return fail;
	store->refusal_fail = FAIL_IO;
	fact_set(&store->refusal, "store.sync-failed", NULL);
	return refused(store, err);
}

enum fail
transaction_commit(struct transaction *transaction, struct err *err)
{
	struct store *store = transaction->store;
	enum fail fail = FAIL_NONE;

	assert(store != NULL && store->writing.is_open);
	transaction->store = NULL;
	if (store->writing.is_broken)
		fail = fail_say(err, FAIL_CONFLICT, "store.half", NULL);
	if (!fail)
		fail = log_settle(store, err);
	if (!fail)
		fail = run(store, COMMIT, err);
	if (fail) {
		fail = note_failed_sync(store, fail, err);
		roll_back(store);
		return fail;
	}
	store->sid_is_new = false;
	store->writing = (struct writing){ 0 };
	return FAIL_NONE;
}

void
transaction_done(struct transaction *transaction)
{
	if (transaction->store != NULL)
		roll_back(transaction->store);
	transaction->store = NULL;
}

enum fail
local_begin(struct transaction *transaction, struct store *store,
    const char *officer, struct err *err)
{
	if (store->writing.is_open)
		return FAIL_NONE;
	return transaction_begin(transaction, store, officer, err);
}

enum fail
local_commit(struct transaction *transaction, struct err *err)
{
	if (transaction->store == NULL)
		return FAIL_NONE;
	return transaction_commit(transaction, err);
}

enum fail
reading_begin(struct reading *reading, struct store *store, struct err *err)
{
	enum fail fail;

	/* Inside a transaction the view is one already. */
	if (!sqlite3_get_autocommit(store->db))
		return FAIL_NONE;
	fail = run(store, BEGIN_READING, err);
	if (!fail)
		reading->store = store;
	return fail;
}

void
reading_done(struct reading *reading)
{
	if (reading->store != NULL)
		(void)run(reading->store, ROLLBACK, NULL);
	reading->store = NULL;
}

int64_t
store_now(const struct store *store)
{
	return store->writing.is_open ? store->writing.now_ms :
					clock_now(&store->clock);
}
