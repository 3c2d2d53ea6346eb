#ifndef STORE_FINDINGS_H
#define STORE_FINDINGS_H

#include "store/check.h"

/* Add one: code and up to four arguments, ended by NULL. */
void finding(struct findings *findings, const char *code, ...)
    sentinel nonnull(1, 2);

/* The same about a row: table, first half of its key, and one more. */
void row_finding(struct findings *findings, const char *code, const char *table,
    const struct id *id, const char *more) nonnull(1, 2, 3, 4);

/* The parts of a check; each adds what it finds. */
enum fail check_log(struct store *store, struct findings *findings,
    struct err *err) must_check nonnull(1, 2);
enum fail check_series(struct store *store, struct findings *findings,
    struct err *err) must_check nonnull(1, 2);
enum fail check_states(struct store *store, struct findings *findings,
    struct err *err) must_check nonnull(1, 2);
enum fail check_book(struct store *store, struct findings *findings,
    struct err *err) must_check nonnull(1, 2);
enum fail check_alike(struct store *store, struct findings *findings,
    struct err *err) must_check nonnull(1, 2);
enum fail check_search(struct store *store, struct findings *findings,
    struct err *err) must_check nonnull(1, 2);
/* Inside a transaction: SQLite asks it as a write, though it writes nothing. */
enum fail check_index(struct store *store, struct findings *findings,
    struct err *err) must_check nonnull(1, 2);
enum fail check_rows(struct store *store, struct findings *findings,
    struct err *err) must_check nonnull(1, 2);
enum fail check_integrity(struct store *store, struct findings *findings,
    struct err *err) must_check nonnull(1, 2);
/* Texts of data/ and forms/ that are not those that were kept. */
enum fail check_assets(struct store *store, struct findings *findings,
    struct err *err) must_check nonnull(1, 2);
enum fail check_schema(struct store *store, struct findings *findings,
    struct err *err) must_check nonnull(1, 2);

/* Was a fact with that code found? */
bool was_found(const struct findings *findings, const char *code) nonnull(1, 2);

#endif
