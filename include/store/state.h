#ifndef STORE_STATE_H
#define STORE_STATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "domain/record.h"
#include "store/rows.h"
#include "store/store.h"

/*
 * Where each case (an application; later a complaint) stands, written down so
 * that lists need not fold its events. Derived and local: desk folds the
 * events and puts the result in the transaction that wrote them; store_check
 * names every case that was forgotten.
 */
struct case_state {
	struct id id;
	enum table_number table;
	const char *state;       /* from data/life */
	const char *due;         /* "YYYY-MM-DD", "" when no clock runs */
	bool due_is_provisional; /* SEMENTARA */
	const char *started;     /* first day of the clock, "" */
	const char *stopped;     /* the day the clock stopped, "" */
	bool is_divided;         /* open ends in several states */
};

/* Inside a transaction. FAIL_MISSING: there is no such record. */
enum fail store_state_put(struct store *store, const struct case_state *state,
    struct err *err) must_check nonnull(1, 2);

/* FAIL_MISSING when none was put. */
enum fail store_state_get(struct store *store, const struct id *id,
    struct arena *arena, struct case_state *ret_state, struct err *err)
    must_check nonnull(1, 2, 3, 4);

/*
 * Cases of a table whose events are not those its state was put with (they
 * came by sync): fold these again. At most STORE_ROWS_MAX.
 */
enum fail store_state_stale(struct store *store, enum table_number table,
    struct ids *ids, struct err *err) must_check nonnull(1, 3);

/* Cases of a table that are divided, by key, at most STORE_ROWS_MAX. */
enum fail store_divided(struct store *store, enum table_number table,
    struct ids *ids, struct err *err) must_check nonnull(1, 3);

/* How many cases stand in a state with a due date up to due ("" for all). */
enum fail store_state_count(struct store *store, enum table_number table,
    const char *state, const char *due, int64_t *ret_n, struct err *err)
    must_check nonnull(1, 3, 4, 5);

/* How many were received under a number from one day to another, both
 * included. A konsultasi has none. */
enum fail store_received_count(struct store *store, enum table_number table,
    const char *from, const char *to, int64_t *ret_n, struct err *err)
    must_check nonnull(1, 3, 4, 5);

#endif
