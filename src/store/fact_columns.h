#ifndef STORE_FACT_COLUMNS_H
#define STORE_FACT_COLUMNS_H

#include "base/fact.h"
#include "store/query.h"

/* A fact in two columns: its code, and its arguments each ended by a line
 * feed. */
void query_fact(struct query *query, int i, const struct fact *fact)
    nonnull(1, 3);
void column_fact(struct query *query, int i, struct arena *arena,
    struct fact *ret_fact) nonnull(1, 3, 4);

#endif
