#ifndef STORE_OP_H
#define STORE_OP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "domain/record.h"
#include "store/version.h"

/*
 * One entry of the operation log: a row that was made, or cells of it that
 * were changed. Its body is
 *
 *	byte      1, the shape of the body
 *	varint    number of cells, then for each, by rising number
 *	varint    number of the cell, from 1
 *	varint    number of versions it replaces (0 in a new row), for each
 *	varint varint  hlc, idx of the sid
 *	value     as in store/wire.h
 *
 * so that a body has one shape only. Cell 0, without a value, stands for the
 * row itself: the versions it replaces are the latest entries about the row
 * that its author knew. It is left out where the cells name them all.
 */
enum op_kind { OP_INSERT = 1, OP_UPDATE = 2 };

enum {
	OP_CELL_NUMBER_MAX = 255, /* newer programs may have more than we */
	OP_CELLS_MAX = OP_CELL_NUMBER_MAX + 1,
	OP_BASES_MAX = 64, /* as many counters at one cell at once */
	OP_BODY_MAX = 4 * 1024 * 1024,
	OP_SUM_SIZE = 8,
};

struct op_cell {
	int number; /* of the registry: index + 1; 0: the row */
	struct value value;
	const struct version *bases;
	size_t n_bases;
};

struct op {
	int64_t seq, txn;
	struct version version;
	int table_number;
	struct id id;
	enum op_kind kind;
	const char *officer, *station;
	const struct op_cell *cells; /* to be written: with cell 0, if any */
	size_t n_cells;
	/* As read: the latest entries about the row its author knew. */
	const struct version *known;
	size_t n_known;
	bool has_row; /* cell 0 stands before the cells */
};

/* Take cell 0, if any, out of the cells that were read, and set known. */
void op_split(struct op *op, struct arena *arena) nonnull(1, 2);

void op_encode(const struct op_cell *cells, size_t n, struct buf *body)
    nonnull(3);

/*
 * Read a body; everything lives in the arena. FAIL_CORRUPT (store.damaged)
 * for anything op_encode would not write.
 */
enum fail op_decode(const void *body, size_t size, struct arena *arena,
    const struct op_cell **ret_cells, size_t *ret_n, struct err *err)
    must_check nonnull(3, 4, 5);

/* The sum over everything of an entry but the sum. */
void op_sum(const struct op *op, const void *body, size_t size,
    uint8_t ret_sum[OP_SUM_SIZE]) nonnull(1);

#endif
