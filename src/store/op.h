#ifndef STORE_OP_H
#define STORE_OP_H

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
 *	byte      0 nothing, 1 text, 2 integer, 3 id, and the value:
 *	          varint size and bytes; zigzag varint; 16 bytes
 *
 * A varint has 7 bits a byte, lowest first, the high bit says "more"; at most
 * 63 bits, no needless last byte, so that a body has one shape only.
 */
enum op_kind { OP_INSERT = 1, OP_UPDATE = 2 };

enum {
	OP_CELL_NUMBER_MAX = 255, /* newer programs may have more than we */
	OP_BASES_MAX = 64,        /* as many counters at one cell at once */
	OP_BODY_MAX = 4 * 1024 * 1024,
	OP_SUM_SIZE = 8,
};

struct op_cell {
	int number; /* of the registry: index + 1 */
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
	const struct op_cell *cells;
	size_t n_cells;
};

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

/* One value in the shape it has in a body. */
void op_encode_value(const struct value *value, struct buf *body) nonnull(1, 2);

#endif
