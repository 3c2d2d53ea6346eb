#ifndef DOMAIN_TABLE_GROUP_H
#define DOMAIN_TABLE_GROUP_H

#include "domain/table.h"

/*
 * Cells that are true together only: an address and its village, a date and
 * what it is the date of. When one is changed, all of its group are written,
 * so that two counters that changed two of them do not make up a third truth:
 * they stand against each other as a conflict, and are decided together.
 */

/* The group of a cell in its table, from 1; 0: it stands alone. */
int table_group(const struct table *table, int cell) nonnull(1);

#endif
