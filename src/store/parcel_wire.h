#ifndef STORE_PARCEL_WIRE_H
#define STORE_PARCEL_WIRE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "store/inside.h"
#include "store/op.h"

/*
 * A parcel's bytes. Numbers, texts and values as in store/wire.h:
 *
 *	varint    vocabulary: 1
 *	varint    number of the first entry; the others follow without gaps
 *	varint    how many sids, then each: 8 bytes; each is used, and they
 *	          stand in the order of their first use
 *	varint    how many entries, one at least, then each:
 *	byte      1 begins a transaction, 2 makes the row (else changes it),
 *	          4 officer and station are those of the entry before; summed
 *	varint    table
 *	16 bytes  key
 *	varint    sid, counted from 0
 *	varint    hlc, less that of the entry before (0 before the first): it
 *	          rises
 *	text text officer, station: only without 4
 *	varint    how many cells, then each, by rising number:
 *	varint    number; 0 is the row, and has no value but 0
 *	varint    how many versions it replaces, then each:
 *	varint varint  by how much its hlc is lower than the entry's; its sid
 *	value
 *
 * The same entries always make the same bytes.
 */

/* Sids of a parcel; index is what stands in its entries. */
struct parcel_sids {
	struct arena *arena;
	struct parcel_sid {
		uint8_t bytes[SID_SIZE];
		int64_t idx; /* writing: in _sid */
	} * list;
	size_t n, room;
};

/* What a parcel is written with. */
struct parcel_writer {
	struct parcel_sids sids;
	struct buf *entries;
	size_t n;
	int64_t hlc;
	char officer[OFFICER_SIZE];
	char station[STATION_SIZE];
};

/* The bytes of a sid by its idx. */
typedef enum fail parcel_sid_fn(
    void *context, int64_t idx, uint8_t ret_sid[SID_SIZE], struct err *err);

/* Add an entry as log_read() gave it; seq and txn already the writer's. */
enum fail parcel_add(struct parcel_writer *writer, const struct op *op,
    parcel_sid_fn *find, void *context, struct err *err)
    must_check nonnull(1, 2, 3);

/* The whole, with entries from first on. */
void parcel_end(const struct parcel_writer *writer, int64_t first,
    struct buf *payload) nonnull(1, 3);

/* A parcel read; sids of versions are indexes into its list. */
struct parcel_content {
	uint8_t (*sids)[SID_SIZE];
	size_t n_sids;
	struct op *ops;
	size_t n;
	int64_t first;
};

/*
 * Everything lives in the arena. FAIL_CONFLICT (store.parcel-newer: the
 * vocabulary); FAIL_CORRUPT (store.parcel-wrong) for all that parcel_end()
 * would not write.
 */
enum fail parcel_read(const void *bytes, size_t size, struct arena *arena,
    struct parcel_content *ret_content, struct err *err)
    must_check nonnull(3, 4);

#endif
