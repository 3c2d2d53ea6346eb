#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "domain/record.h"
#include "fuzz/fuzz.h"
#include "store/bundle.h"
#include "store/parcel_wire.h"
#include "store/rows.h"

/*
 * A bundle's payload is applied to a register that has some rows, as it is
 * when the signature was right. Nothing of it stays: at the last place before
 * the commit it is taken back, so that each input finds the same register.
 */
enum { ROWS = 6, SIDS = 4, CELLS = 5, BASES = 3 };

/* The bytes that say what to make; when there are no more, zeros. */
struct maker {
	const uint8_t *at, *end;
	struct arena *arena;
};

static int64_t
draw(struct maker *maker, int below)
{
	return maker->at < maker->end ? *maker->at++ % below : 0;
}

static struct id
row_id(int64_t n)
{
	struct id id = { { 0 } };

	id.byte[ID_SIZE - 1] = (uint8_t)(1 + n);
	return id;
}

static int64_t
now(void *context)
{
	(void)context;
	return INT64_C(1795000000000);
}

static void
fill_random(void *context, void *bytes, size_t size)
{
	(void)context;
	memset(bytes, 0x5a, size);
}

static void
put_rows(struct store *store)
{
	static const enum table_number filled[] = { TABLE_PERSON,
		TABLE_APPLICATION, TABLE_COMPLAINT };
	scoped_transaction transaction = { 0 };
	enum fail fail = transaction_begin(&transaction, store, "ani", NULL);

	for (size_t t = 0; t < array_length(filled) && !fail; t++)
		for (int64_t i = 0; i < ROWS / 2 && !fail; i++) {
			struct record record = record_of(filled[t], row_id(i));

			fail = store_put(store, &record, NULL);
		}
	if (!fail)
		fail = transaction_commit(&transaction, NULL);
	assert(!fail);
}

/* Made once. Only what ends with the process can be told where it is. */
static struct {
	char folder[32];
	struct store *store;
} fixture = { .folder = "/tmp/loket-fuzz-XXXXXX" };

static void
remove_register(void)
{
	static const char *const ends[] = { "", "-wal", "-shm" };
	char path[64];

	store_close(fixture.store);
	for (size_t i = 0; i < array_length(ends); i++) {
		snprintf(path, sizeof path, "%s/loket.db%s", fixture.folder,
		    ends[i]);
		unlink(path);
	}
	rmdir(fixture.folder);
}

static void
make_register(void)
{
	const struct store_options options = {
		.clock = { .now_ms = now },
		.entropy = { .fill = fill_random },
		.station = "L03",
		.may_create = true,
	};
	char path[64];

	if (mkdtemp(fixture.folder) == NULL || atexit(remove_register) != 0)
		abort();
	snprintf(path, sizeof path, "%s/loket.db", fixture.folder);
	if (store_open(path, &options, &fixture.store, NULL))
		abort();
	put_rows(fixture.store);
}

static void
make_value(struct maker *maker, const struct table *table, struct op_cell *cell)
{
	static const char *const texts[] = { "", "diterima", "Y", "2026-11-02",
		"00000000000000000000000000000001", "L03-2026-0001", "ani" };
	enum cell_type type = CELL_TEXT;

	if (table != NULL && cell->number >= 1 &&
	    (size_t)cell->number <= table->n_cells)
		type = table->cells[cell->number - 1].type;
	if (draw(maker, 5) == 1)
		return;
	switch (type) {
	case CELL_TEXT:
		cell->value.type = VALUE_TEXT;
		cell->value.text = texts[draw(maker, array_length(texts))];
		break;
	case CELL_INTEGER:
		cell->value.type = VALUE_INTEGER;
		cell->value.integer = draw(maker, 256) - 3;
		break;
	case CELL_ID:
		cell->value.type = VALUE_ID;
		cell->value.id = row_id(draw(maker, ROWS));
		break;
	}
}

static void
make_bases(struct maker *maker, const struct op *op, struct op_cell *cell)
{
	struct version *bases = arena_array(maker->arena, BASES, sizeof *bases);

	cell->bases = bases;
	if (op->kind == OP_INSERT)
		return;
	cell->n_bases = (size_t)draw(maker, BASES + 1);
	for (size_t i = 0; i < cell->n_bases; i++) {
		bases[i].hlc = op->version.hlc - 1 - draw(maker, 40);
		bases[i].sid = draw(maker, SIDS);
	}
}

static void
make_op(struct maker *maker, const struct op *before, struct op *op)
{
	struct op_cell *cells =
	    arena_array(maker->arena, CELLS + 1, sizeof *cells);
	const struct table *table;
	int number = 0;

	op->table_number = 1 + (int)draw(maker, 23);
	table = table_of((enum table_number)op->table_number);
	op->id = row_id(draw(maker, ROWS));
	op->kind = draw(maker, 2) == 0 ? OP_INSERT : OP_UPDATE;
	op->seq = before == NULL ? 1 : before->seq + 1;
	op->txn = before == NULL || draw(maker, 2) == 0 ? op->seq : before->txn;
	op->version.hlc =
	    (before == NULL ? 1000 : before->version.hlc) + 1 + draw(maker, 30);
	op->version.sid = draw(maker, SIDS);
	op->officer = draw(maker, 2) == 0 ? "ani" : "budi";
	op->station = "L02";
	op->cells = cells + 1;
	op->has_row = op->kind == OP_UPDATE && draw(maker, 4) == 0;
	if (op->has_row)
		make_bases(maker, op, &cells[0]);
	op->n_cells = (size_t)draw(maker, CELLS + 1);
	for (size_t i = 1; i <= op->n_cells; i++) {
		number += 1 + (int)draw(maker, 9);
		cells[i].number = number;
		make_bases(maker, op, &cells[i]);
		make_value(maker, table, &cells[i]);
	}
}

static enum fail
find_sid(void *context, int64_t idx, uint8_t ret_sid[SID_SIZE], struct err *err)
{
	(void)context;
	(void)err;
	memset(ret_sid, 7 + (int)idx, SID_SIZE);
	return FAIL_NONE;
}

/* A parcel as a counter would write it, if it did what the bytes say. */
static void
make_parcel(struct maker *maker, struct buf *payload)
{
	scoped_buf entries = { 0 };
	struct parcel_writer writer = { .sids.arena = maker->arena,
		.entries = &entries };
	struct op *before = NULL;

	buf_init(&entries, PARCEL_SIZE_MAX);
	do {
		struct op *op = arena_alloc(maker->arena, sizeof *op);

		make_op(maker, before, op);
		if (parcel_add(&writer, op, find_sid, NULL, NULL))
			abort();
		before = op;
	} while (maker->at < maker->end);
	parcel_end(&writer, 1, payload);
}

static enum fail
take_back(void *context, const char *name, struct err *err)
{
	(void)context;
	return strcmp(name, "S26") == 0 ?
	    fail_set(err, FAIL_BUSY, "taken back") :
	    FAIL_NONE;
}

static void
apply(const void *payload, size_t size)
{
	const struct failpoint points = { .reach = take_back };
	struct incoming incoming = {
		.bundle = { .writer = row_id(40), .number = 1 },
		.file = payload,
		.size = size,
		.payload = payload,
		.payload_size = size,
		.points = &points,
	};
	struct applied applied;
	struct err err = { 0 };
	enum fail fail;

	hash_bytes(payload, size, NULL, 0, incoming.bundle.hash);
	fail = store_apply(fixture.store, &incoming, &applied, &err);
	if (fail != FAIL_BUSY && fail != FAIL_CORRUPT && fail != FAIL_CONFLICT)
		fprintf(stderr, "%s %s\n", fail_name(fail), err.text);
	assert(
	    fail == FAIL_BUSY || fail == FAIL_CORRUPT || fail == FAIL_CONFLICT);
}

/* The first byte: a payload as it is, or one made of what follows. */
int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	scoped_arena arena = arena_new();
	scoped_buf payload = { 0 };
	struct maker maker = { .arena = arena };

	if (fixture.store == NULL)
		make_register();
	if (size == 0)
		return 0;
	if (bytes[0] % 2 == 0) {
		apply(bytes + 1, size - 1);
		return 0;
	}
	maker.at = bytes + 1;
	maker.end = bytes + size;
	buf_init(&payload, PARCEL_SIZE_MAX);
	make_parcel(&maker, &payload);
	apply(payload.text, payload.size);
	return 0;
}
