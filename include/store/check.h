#ifndef STORE_CHECK_H
#define STORE_CHECK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/crypto.h"
#include "base/err.h"
#include "store/store.h"

/*
 * Is what is stored what was done? The records are rebuilt from the operation
 * log and compared cell by cell.
 */
enum { FINDINGS_MAX = 1000 };

struct findings {
	struct arena *arena; /* set by the caller */
	struct fact *list;   /* the first FINDINGS_MAX */
	size_t n, room;
	size_t total;          /* how many there were */
	int64_t rows, entries; /* looked at: records, log entries */
};

/*
 * Look at everything; every difference is one fact ("finding.…"). FAIL_NONE
 * also when there are findings. Writes nothing.
 */
enum fail store_check(struct store *store, struct findings *findings,
    struct err *err) must_check nonnull(1, 2);

/*
 * Put records, versions, triggers, indexes, search and series back as the log
 * and the registry say; each difference mended is one fact, and each record
 * touched is written down in an ACCESS row ("repair") by that officer. A row
 * the log does not know is set aside in the table _stray. Works on a store
 * that refuses to write for a changed schema, and lifts the refusal.
 *
 * FAIL_CORRUPT (store.restore): the log itself is damaged, or a table of this
 * counter's own is not as it was made. Nothing is changed then.
 */
enum fail store_repair(struct store *store, const char *officer,
    struct findings *findings, struct err *err) must_check nonnull(1, 2, 3);

/*
 * Quick, for before anything is published: is the file whole page by page
 * (FAIL_CORRUPT, store.damaged), and is what is committed on the disk
 * (FAIL_CONFLICT, store.not-durable)? With less than synchronous=FULL a power
 * cut would make this counter forget what others have been told.
 */
enum fail store_health(struct store *store, struct err *err)
    must_check nonnull(1);

/* The second half of it alone, which takes no time. */
enum fail store_durable(struct store *store, struct err *err)
    must_check nonnull(1);

/* The number of the last schema file this register was made with. */
enum fail store_schema(struct store *store, int64_t *ret_number,
    struct err *err) must_check nonnull(1, 2);

/*
 * Digest of the content of all synced tables: equal on all counters that have
 * the same entries, whatever the order they came in.
 */
enum fail store_digest(struct store *store, uint8_t ret_hash[HASH_SIZE],
    struct err *err) must_check nonnull(1);

/*
 * A copy of the whole register at path (absolute, must not exist), taken in
 * one piece while others work, read back, checked, fsynced, mode 0600.
 * FAIL_CONFLICT: there is something at path (store.exists).
 */
enum fail store_backup(struct store *store, const char *path, struct err *err)
    must_check nonnull(1, 2);

#endif
