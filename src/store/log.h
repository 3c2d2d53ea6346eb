#ifndef STORE_LOG_H
#define STORE_LOG_H

#include "store/op.h"
#include "store/query.h"
#include "store/store.h"

/* The operation log: writing the next entry, reading entries back. */

/*
 * Give table, id, kind and cells of op a version above highest_base, and
 * write it as the next entry, in the open transaction. Fills in the rest.
 */
enum fail log_write(struct store *store, struct op *op, int64_t highest_base,
    struct err *err) must_check nonnull(1, 2);

/* At commit: what logging keeps in _self. Does nothing without entries. */
enum fail log_settle(struct store *store, struct err *err)
    must_check nonnull(1);

/* The columns that log_read expects, in this order. */
#define LOG_COLUMNS \
	"seq, txn, hlc, sid, table_number, pk, kind, officer, station, body, " \
	"sum"

/* An entry as the parameters 1 to 11 of a statement, in this order. */
void log_bind(struct query *query, const struct op *op, const struct buf *body,
    const uint8_t sum[OP_SUM_SIZE]) nonnull(1, 2, 3);

/*
 * The entry in the query's row. FAIL_CORRUPT (store.log-damaged: seq) when it
 * cannot be read or its sum is another.
 */
enum fail log_read(struct query *query, struct arena *arena, struct op *ret_op,
    struct err *err) must_check nonnull(1, 2, 3);

#endif
