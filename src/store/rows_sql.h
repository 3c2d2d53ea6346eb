#ifndef STORE_ROWS_SQL_H
#define STORE_ROWS_SQL_H

#include "domain/record.h"
#include "store/inside.h"

/*
 * The statements for a table's rows, written from the registry at first use.
 * A row's columns are id and then the cells in their order.
 */
const struct table_sql *rows_sql(struct store *store, const struct table *table)
    nonnull(1, 2);

/* WHERE cell = ?1, and cell >= ?1 AND cell < ?2; the cell is indexed. */
const struct sql *rows_find(
    struct store *store, const struct table *table, int cell) nonnull(1, 2);
const struct sql *rows_begins(
    struct store *store, const struct table *table, int cell) nonnull(1, 2);

/* The record in the query's row. */
struct record row_read(struct query *query, const struct table *table,
    struct arena *arena) nonnull(1, 2, 3);

/* Bind key and cells for insert or update. */
void row_bind(struct query *query, const struct record *record) nonnull(1, 2);

/*
 * Rows whose cell, which refers to a table, names a row that is not there: id,
 * and 1 when an entry of others is about them. ?1: how many.
 */
const struct sql *rows_orphans(
    struct store *store, const struct table *table, int cell) nonnull(1, 2);

#endif
