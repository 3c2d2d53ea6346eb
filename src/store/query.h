#ifndef STORE_QUERY_H
#define STORE_QUERY_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/id.h"
#include "domain/record.h"

/*
 * Statements: constants beside the functions that use them, prepared at first
 * use, kept until the store closes.
 *
 *	scoped_query query = { 0 };
 *	fail = query_open(&query, store, &draft_sql[DRAFT_GET], err);
 *	if (fail) return fail;
 *	query_text(&query, 1, officer);
 *	fail = query_step(&query, &has_row, err);
 *
 * Binding and reading cannot fail by themselves: what goes wrong is kept and
 * reported by the next query_step(), query_run() or query_end().
 */
struct store;

struct sql {
	const char *text;
	bool scan; /* may read a whole table: it is small, or all is wanted */
};

struct sql_set {
	const struct sql *list;
	size_t n;
};
#define SQL_SET(list) \
	{ \
		list, array_length(list) \
	}

/* Every set of this room, for the test that prepares all; NULL ends it. */
extern const struct sql_set *const sql_sets[];

/* A prepared statement in the cache, found by its text's address. */
struct statement {
	const char *text;
	sqlite3_stmt *stmt;
};

struct query {
	struct store *store;
	sqlite3_stmt *stmt;
	int rc;          /* the first bind that failed */
	bool is_damaged; /* a column was not what it must be */
};

enum fail query_open(struct query *query, struct store *store,
    const struct sql *sql, struct err *err) must_check nonnull(1, 2, 3);
void query_done(struct query *query);
#define scoped_query scoped(query_done) struct query

void query_text(struct query *query, int i, const char *text) nonnull(1);
void query_integer(struct query *query, int i, int64_t integer) nonnull(1);
void query_id(struct query *query, int i, const struct id *id) nonnull(1, 3);
void query_bytes(struct query *query, int i, const void *bytes, size_t size)
    nonnull(1);
void query_value(struct query *query, int i, const struct value *value)
    nonnull(1, 3);

/* To the next row; *ret_has_row false after the last. */
enum fail query_step(struct query *query, bool *ret_has_row, struct err *err)
    must_check nonnull(1, 2);

/* Run to the end; rows are not wanted. */
enum fail query_run(struct query *query, struct err *err) must_check nonnull(1);

/* After the last column was read: was all as it must be? */
enum fail query_end(const struct query *query, struct err *err)
    must_check nonnull(1);

/* Columns, from 0. Text is copied to the arena and is "" for NULL. */
const char *column_text(struct query *query, int i, struct arena *arena)
    nonnull(1, 3);
int64_t column_integer(struct query *query, int i) nonnull(1);
struct id column_id(struct query *query, int i) nonnull(1);
const void *column_bytes(struct query *query, int i, size_t *ret_size)
    nonnull(1, 3);
/* By the type a cell has in the registry. */
struct value column_value(struct query *query, int i, enum cell_type type,
    struct arena *arena) nonnull(1, 4);

/* What an SQLite result code means, told as a fact; closes nothing. */
enum fail sqlite_fail(sqlite3 *db, int rc, struct err *err) must_check;

/* A statement without parameters, for pragmas and schema work. */
enum fail sqlite_do(sqlite3 *db, const char *text, struct err *err)
    must_check nonnull(1, 2);

/* The one integer that a statement without parameters gives. */
enum fail sqlite_integer(sqlite3 *db, const char *text, int64_t *ret_integer,
    struct err *err) must_check nonnull(1, 2, 3);

/* Finalise all that is kept. */
void statements_close(struct store *store) nonnull(1);

#endif
