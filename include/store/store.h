#ifndef STORE_STORE_H
#define STORE_STORE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/clock.h"
#include "base/err.h"
#include "base/id.h"

/*
 * The register of one counter: one SQLite file, opened here and nowhere else.
 *
 * Everything is written inside a transaction, and what a transaction wrote is
 * on the disk when transaction_commit() has returned FAIL_NONE: WAL with
 * synchronous=FULL. Every change to a synced table goes into the operation
 * log in the same transaction. Every function below may fail with
 *
 *	FAIL_BUSY     another process holds the lock (store.busy)
 *	FAIL_IO       store.disk-full, or store.io for another disk error
 *	FAIL_CORRUPT  what was read cannot be right (store.damaged)
 *
 * besides what its own comment names. A failed call changes nothing the
 * caller holds. Values and rows read live in the arena the caller gives.
 */
struct store;

struct store_options {
	struct clock clock;
	struct entropy entropy;
	/* "L01". Needed to create; else NULL, or it must be the one stored. */
	const char *station;
	bool may_create;   /* make the file when there is none */
	bool is_read_only; /* never write, whatever the file is */
	bool is_practice;  /* LATIHAN: must agree with the file */
	int busy_ms;       /* how long to wait for a lock; 0: 5000 */
};

/*
 * Open the register at an absolute path, made with mode 0600 when it may be
 * created, migrated when it is older than the program.
 *
 * A file that may not be written is still opened, for reading; then
 * store_refusal() says why, and transaction_begin() fails with it:
 *
 *	store.newer           made by a newer program (version of the file)
 *	store.schema-changed  tables or triggers are not as this program made
 *	                      them (name); store_repair() is the one cure
 *	store.file-changed    a schema file is not the one it was made with
 *	store.read-only       asked for, or the file is write-protected
 *
 * FAIL_MISSING (store.none): no file and it may not be created.
 * FAIL_INVALID: the path is not absolute; the station code is none
 * (store.station). FAIL_CONFLICT: not a register (store.not-ours), practice
 * and register mixed up (store.practice, store.not-practice), or another
 * station's (store.other-station).
 */
enum fail store_open(const char *path, const struct store_options *options,
    struct store **ret_store, struct err *err) must_check nonnull(1, 2, 3);

/* Rolls back what is not committed. NULL is allowed. */
void store_close(struct store *store);
void store_closep(struct store **store);
#define scoped_store scoped(store_closep) struct store *

/* NULL when the store may be written; else the fact that says why not. */
const struct fact *store_refusal(const struct store *store) nonnull(1);

const char *store_path(const struct store *store) nonnull(1);
const char *store_station(const struct store *store) nonnull(1);
bool store_is_practice(const struct store *store) nonnull(1);

/*
 * UTC milliseconds: inside a transaction the moment it began, the same at
 * every call; outside, the clock's.
 */
int64_t store_now(const struct store *store) nonnull(1);

/*
 * UTC milliseconds of the latest entry of the log, 0 when it is empty. A
 * clock that stands before it was set back; one far after it wants a look.
 */
enum fail store_last_ms(struct store *store, int64_t *ret_ms, struct err *err)
    must_check nonnull(1, 2);

/* A new row key. */
struct id store_new_id(const struct store *store) nonnull(1);

/*
 * The file is another life of a register: restored from a backup, or cloned.
 * Takes a new writer and the next series letter (none, B, C ... Z), so that no
 * number is given twice. What was sealed stays the old writer's; entries that
 * no bundle has become the new one's first. FAIL_CONFLICT: Z is used up
 * (store.letters).
 */
enum fail store_new_life(struct store *store, const char *officer,
    struct err *err) must_check nonnull(1, 2);

/*
 * A transaction. It holds the write lock from its beginning, so that what it
 * reads cannot change before it writes.
 *
 *	scoped_transaction transaction = { 0 };
 *	fail = transaction_begin(&transaction, store, "ani", err);
 *	if (fail) return fail;
 *	...
 *	return transaction_commit(&transaction, err);
 *
 * Leaving the scope without a commit rolls back. One at a time for a store.
 */
struct transaction {
	struct store *store;
};

/*
 * officer is the staff id of who acts, "" when no person does (the program
 * itself); it goes into every entry of the log. FAIL_CONFLICT or FAIL_CORRUPT
 * with the fact of store_refusal() when the store may not be written.
 */
enum fail transaction_begin(struct transaction *transaction,
    struct store *store, const char *officer, struct err *err)
    must_check nonnull(1, 2, 3);

/*
 * Make it durable. When it fails, all is rolled back. A transaction in which
 * a write failed does not commit: FAIL_CONFLICT (store.half). After a failed
 * fsync (FAIL_IO, store.sync-failed) the store refuses to write until it is
 * opened anew: what the kernel then says about those pages cannot be trusted.
 */
enum fail transaction_commit(struct transaction *transaction, struct err *err)
    must_check nonnull(1);

void transaction_done(struct transaction *transaction);
#define scoped_transaction scoped(transaction_done) struct transaction

#endif
