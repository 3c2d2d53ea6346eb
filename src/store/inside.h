#ifndef STORE_INSIDE_H
#define STORE_INSIDE_H

#include <limits.h>
#include <sqlite3.h>

#include "base/arena.h"
#include "domain/table.h"
#include "store/number.h"
#include "store/query.h"
#include "store/store.h"

/*
 * What a store is inside: shared by the files of this room only.
 */
enum { OFFICER_SIZE = 64, LETTER_SIZE = 2, SID_SIZE = 8 };

/* "LOKT": PRAGMA application_id of every register. */
enum { STORE_APPLICATION_ID = 0x4c4f4b54 };

/* What the functions behind the triggers do. */
enum capture {
	CAPTURE_LOG,    /* write the log */
	CAPTURE_OFF,    /* nothing: a migration fills new cells */
	CAPTURE_REPAIR, /* nothing, and let events and deletes pass */
};

/* Cells that are written whatever they hold: store_conflict_decide(). */
struct decision {
	int table;
	struct id id;
	const int *cells; /* indexes */
	size_t n_cells;
};

/* The transaction that is open, if any. */
struct writing {
	bool is_open;
	bool is_broken;  /* a write failed: it must not commit */
	bool is_logging; /* the three below were read, and _self is due */
	bool may_log;    /* the capture is writing its own entry */
	int64_t now_ms;
	int64_t hlc; /* the last version given */
	int64_t txn; /* seq of this transaction's first entry */
	char officer[OFFICER_SIZE];
	const struct decision *decision; /* NULL: none */
	struct err inner; /* why a function behind a trigger failed */
};

/* The statements for one table, made from the registry at first use. */
struct table_sql {
	struct sql get, insert, update, all;
	struct sql remove; /* of a row no log knows: repair.c only */
	struct sql find[TABLE_CELLS_MAX], begins[TABLE_CELLS_MAX];
	struct sql orphans[TABLE_CELLS_MAX];
};

enum { STATEMENTS_MAX = 1024, TABLES_MAX = 64 };

struct store {
	struct arena *arena;
	sqlite3 *db;
	struct clock clock;
	struct entropy entropy;
	char path[PATH_MAX];
	int busy_ms; /* how long a lock is waited for */
	struct id writer;
	char station[STATION_SIZE];
	char letter[LETTER_SIZE]; /* of the number series, "A" to "Z" */
	bool is_practice;
	enum fail refusal_fail; /* FAIL_NONE: it may be written */
	struct fact refusal;
	int64_t schema_version; /* PRAGMA, when the schema was compared */
	enum capture capture;
	struct writing writing;
	int64_t sid;     /* idx in _sid of this process, 0: none yet */
	bool sid_is_new; /* made in the transaction that is open */
	struct statement statements[STATEMENTS_MAX];
	struct table_sql *table_sql[TABLES_MAX];
};

/*
 * A transaction for an act that may stand alone: joins the one that is open,
 * or begins its own. local_commit() ends only its own.
 */
enum fail local_begin(struct transaction *transaction, struct store *store,
    const char *officer, struct err *err) must_check nonnull(1, 2, 3);
enum fail local_commit(struct transaction *transaction, struct err *err)
    must_check nonnull(1);

/* One view of the whole file for several reads; ended by reading_done(). */
struct reading {
	struct store *store;
};
enum fail reading_begin(struct reading *reading, struct store *store,
    struct err *err) must_check nonnull(1, 2);
void reading_done(struct reading *reading);
#define scoped_reading scoped(reading_done) struct reading

/* Register the functions behind the triggers with a connection. */
enum fail capture_register(struct store *store, struct err *err)
    must_check nonnull(1);

/* Flags, limits and pragmas of a connection just opened. */
enum fail connection_harden(sqlite3 *db, struct err *err) must_check nonnull(1);

/*
 * Compare the schema in the file with the expected one, and set or lift the
 * refusal store.schema-changed. Fails only when it cannot be read.
 */
enum fail schema_judge(struct store *store, struct err *err)
    must_check nonnull(1);

/* Bring the file to the program's schema, or find out why not. */
enum fail store_migrate(
    struct store *store, const struct store_options *options, struct err *err)
    must_check nonnull(1, 2);

/* A copy of db at path, read back and checked. */
enum fail copy_database(sqlite3 *db, const char *path, struct err *err)
    must_check nonnull(1, 2);

/* Run a table's insert or update with the record's cells. */
struct record;
enum fail row_write(struct store *store, const struct sql *sql,
    const struct record *record, struct err *err) must_check nonnull(1, 2, 3);

/* How a book is named in the table series. */
const char *book_letter(enum register_book book);

/*
 * What derives from a record, after it was put in whatever way; in its
 * transaction. The case states of desk's making are not among it.
 */
enum fail derived_keep(struct store *store, const struct record *record,
    struct err *err) must_check nonnull(1, 2);

/* The parts of it; complaint_line.h has one more. */
enum fail search_keep(struct store *store, const struct record *record,
    struct err *err) must_check nonnull(1, 2);
enum fail state_follow(struct store *store, const struct record *record,
    struct err *err) must_check nonnull(1, 2);

#endif
