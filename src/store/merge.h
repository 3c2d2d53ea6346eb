#ifndef STORE_MERGE_H
#define STORE_MERGE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "domain/record.h"
#include "store/inside.h"
#include "store/op.h"

/*
 * The merge rule: what a row is, from all entries about it that are known, in
 * whatever order. It depends on the set of entries only.
 *
 * Every entry names the versions it replaces. A version that no entry names
 * is a head of its cell; the row shows the head with the highest version.
 * Making a row writes all its cells, those of newer programs too; making one
 * that is there already (a derived key) replaces nothing, so that both values
 * of each cell are heads. The row itself is cell 0: two heads of it are two
 * changes whose authors did not know of each other.
 */
struct entry {
	struct op op;
	bool is_foreign;
	struct id writer;      /* of a foreign one */
	uint8_t sid[SID_SIZE]; /* what op.version.sid stands for */
};

/* A head of a cell that has several. */
struct head {
	int cell; /* number; 0: the row, which has no value */
	struct version version;
	struct value value;
	const struct entry *entry;
};

/* A version that is named as replaced by an entry, and is not here. */
struct waited {
	int cell;
	struct version version;
};

struct rebuilt {
	struct record record;
	bool is_there; /* the entry that made it is known */
	/* version[0]: the row was made, by the highest; version[i + 1]: what
	 * cell i shows, where that is another; hlc 0: it is not */
	struct version version[1 + TABLE_CELLS_MAX];
	/* Of cells with several, by rising version; of the row also a single
	 * one that version does not have. */
	struct head *heads;
	size_t n_heads;
	struct waited *waited; /* by cell */
	size_t n_waited;
	bool is_damaged; /* an entry is unreadable, or the first is missing */
};

/* The row of entries; lists live in the arena, texts where the entries'. */
void merge_row(const struct table *table, const struct id *id,
    const struct entry *entries, size_t n, struct arena *arena,
    struct rebuilt *ret_rebuilt) nonnull(1, 2, 5, 6);

/* By hlc, then by the bytes of the sid: the same at all counters. */
int entry_compare(const struct entry *a, const struct entry *b) nonnull(1, 2);

#endif
