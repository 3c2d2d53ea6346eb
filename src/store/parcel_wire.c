#include "store/parcel_wire.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/parcel.h"
#include "store/rows.h"
#include "store/wire.h"

enum { BEGINS = 1, MAKES = 2, SAME_PEOPLE = 4, ALL_FLAGS = 7 };

/* The least an entry takes: flags, table, key, sid, hlc, cells. */
enum { ENTRY_SIZE_MIN = 1 + 1 + ID_SIZE + 1 + 1 + 1 };

enum { TABLE_NUMBER_MAX = 9999 };

static enum fail
find_sid(struct parcel_writer *writer, int64_t idx, parcel_sid_fn *find,
    void *context, size_t *ret_at, struct err *err)
{
	struct parcel_sids *sids = &writer->sids;
	struct parcel_sid sid = { .idx = idx };
	enum fail fail;

	for (size_t i = 0; i < sids->n; i++)
		if (sids->list[i].idx == idx) {
			*ret_at = i;
			return FAIL_NONE;
		}
	fail = find(context, idx, sid.bytes, err);
	if (fail)
		return fail;
	sids->list = arena_grow(
	    sids->arena, sids->list, sids->n, &sids->room, sizeof sid);
	sids->list[sids->n] = sid;
	*ret_at = sids->n++;
	return FAIL_NONE;
}

static void
add_people(struct parcel_writer *writer, const struct op *op, bool is_same)
{
	if (is_same)
		return;
	wire_text(writer->entries, op->officer);
	wire_text(writer->entries, op->station);
	snprintf(writer->officer, sizeof writer->officer, "%s", op->officer);
	snprintf(writer->station, sizeof writer->station, "%s", op->station);
}

static enum fail
add_cell(struct parcel_writer *writer, const struct op *op,
    const struct op_cell *cell, parcel_sid_fn *find, void *context,
    struct err *err)
{
	struct buf *out = writer->entries;
	size_t at = 0;
	enum fail fail = FAIL_NONE;

	wire_varint(out, (uint64_t)cell->number);
	wire_varint(out, cell->n_bases);
	for (size_t i = 0; i < cell->n_bases && !fail; i++) {
		wire_varint(
		    out, (uint64_t)(op->version.hlc - cell->bases[i].hlc));
		fail = find_sid(
		    writer, cell->bases[i].sid, find, context, &at, err);
		wire_varint(out, at);
	}
	wire_value(out, &cell->value);
	return fail;
}

enum fail
parcel_add(struct parcel_writer *writer, const struct op *op,
    parcel_sid_fn *find, void *context, struct err *err)
{
	struct buf *out = writer->entries;
	bool is_same = writer->n > 0 &&
	    strcmp(writer->officer, op->officer) == 0 &&
	    strcmp(writer->station, op->station) == 0;
	const struct op_cell *cells = op->cells - (op->has_row ? 1 : 0);
	size_t n_cells = op->n_cells + (op->has_row ? 1 : 0), at = 0;
	enum fail fail;

	fail = find_sid(writer, op->version.sid, find, context, &at, err);
	if (fail)
		return fail;
	buf_char(out,
	    (char)((op->txn == op->seq ? BEGINS : 0) |
		(op->kind == OP_INSERT ? MAKES : 0) |
		(is_same ? SAME_PEOPLE : 0)));
	wire_varint(out, (uint64_t)op->table_number);
	buf_add(out, op->id.byte, ID_SIZE);
	wire_varint(out, at);
	wire_varint(out, (uint64_t)(op->version.hlc - writer->hlc));
	add_people(writer, op, is_same);
	wire_varint(out, n_cells);
	for (size_t i = 0; i < n_cells && !fail; i++)
		fail = add_cell(writer, op, &cells[i], find, context, err);
	writer->hlc = op->version.hlc;
	writer->n++;
	return fail;
}

void
parcel_end(
    const struct parcel_writer *writer, int64_t first, struct buf *payload)
{
	wire_varint(payload, PARCEL_VOCABULARY);
	wire_varint(payload, (uint64_t)first);
	wire_varint(payload, writer->sids.n);
	for (size_t i = 0; i < writer->sids.n; i++)
		buf_add(payload, writer->sids.list[i].bytes, SID_SIZE);
	wire_varint(payload, writer->n);
	buf_add(payload, writer->entries->text, writer->entries->size);
}

/* A parcel while it is read. */
struct reading_parcel {
	struct wire wire;
	struct parcel_content *content;
	size_t n_used; /* sids seen in use so far */
	const char *officer, *station;
	int64_t txn;
	size_t n_txns;
};

static int64_t
take_sid(struct reading_parcel *reading)
{
	uint64_t at = wire_take_varint(&reading->wire, INT64_MAX);

	if (at > reading->n_used || at >= reading->content->n_sids) {
		reading->wire.is_bad = true;
		return 0;
	}
	reading->n_used += at == reading->n_used;
	return (int64_t)at;
}

static void
take_bases(
    struct reading_parcel *reading, const struct op *op, struct op_cell *cell)
{
	struct wire *wire = &reading->wire;
	struct version *bases;

	cell->n_bases = (size_t)wire_take_varint(wire, OP_BASES_MAX);
	bases = arena_array(wire->arena, cell->n_bases, sizeof *bases);
	for (size_t i = 0; i < cell->n_bases && !wire->is_bad; i++) {
		uint64_t lower = wire_take_varint(wire, INT64_MAX);

		if (lower == 0 || (int64_t)lower >= op->version.hlc)
			wire->is_bad = true;
		bases[i].hlc = op->version.hlc - (int64_t)lower;
		bases[i].sid = take_sid(reading);
	}
	cell->bases = bases;
}

static bool
fits(const struct table *table, const struct op_cell *cell)
{
	static const int types[] = {
		[CELL_TEXT] = VALUE_TEXT,
		[CELL_INTEGER] = VALUE_INTEGER,
		[CELL_ID] = VALUE_ID,
	};

	if (cell->number == 0)
		return cell->n_bases > 0 && cell->value.type == VALUE_NONE;
	if (table == NULL || (size_t)cell->number > table->n_cells ||
	    cell->value.type == VALUE_NONE)
		return true;
	return (int)cell->value.type ==
	    types[table->cells[cell->number - 1].type];
}

static void
take_cells(struct reading_parcel *reading, struct op *op)
{
	const struct table *table =
	    table_of((enum table_number)op->table_number);
	struct wire *wire = &reading->wire;
	struct op_cell *cells;
	int last = -1;

	op->n_cells = (size_t)wire_take_varint(wire, OP_CELLS_MAX);
	cells = arena_array(wire->arena, op->n_cells, sizeof *cells);
	op->cells = cells;
	for (size_t i = 0; i < op->n_cells && !wire->is_bad; i++) {
		struct op_cell *cell = &cells[i];

		cell->number = (int)wire_take_varint(wire, OP_CELL_NUMBER_MAX);
		take_bases(reading, op, cell);
		cell->value = wire_take_value(wire, STORE_TEXT_MAX);
		if (cell->number <= last || !fits(table, cell))
			wire->is_bad = true;
		if (op->kind == OP_INSERT && cell->n_bases > 0)
			wire->is_bad = true;
		last = cell->number;
	}
	/* A change is of something, and never of an event. */
	if (op->kind == OP_UPDATE &&
	    (last <= 0 || (table != NULL && table->kind == TABLE_IS_EVENT)))
		wire->is_bad = true;
}

static void
take_people(struct reading_parcel *reading, int flags, bool is_first)
{
	const char *officer, *station;

	if ((flags & SAME_PEOPLE) != 0) {
		reading->wire.is_bad |= is_first;
		return;
	}
	officer = wire_take_text(&reading->wire, OFFICER_SIZE - 1);
	station = wire_take_text(&reading->wire, STATION_SIZE - 1);
	if (!is_first && strcmp(officer, reading->officer) == 0 &&
	    strcmp(station, reading->station) == 0)
		reading->wire.is_bad = true;
	reading->officer = officer;
	reading->station = station;
}

static void
take_entry(struct reading_parcel *reading, struct op *op, size_t at)
{
	struct wire *wire = &reading->wire;
	int64_t before = at == 0 ? 0 : op[-1].version.hlc;
	int flags = wire_take_byte(wire);
	uint64_t rise;

	op->seq = reading->content->first + (int64_t)at;
	if ((flags & BEGINS) != 0) {
		reading->txn = op->seq;
		reading->n_txns++;
	}
	wire->is_bad |= (flags & ~ALL_FLAGS) != 0 || reading->n_txns == 0;
	op->txn = reading->txn;
	op->kind = (flags & MAKES) != 0 ? OP_INSERT : OP_UPDATE;
	op->table_number = (int)wire_take_varint(wire, TABLE_NUMBER_MAX);
	wire_take_bytes(wire, op->id.byte, ID_SIZE);
	op->version.sid = take_sid(reading);
	rise = wire_take_varint(wire, INT64_MAX);
	if (rise == 0 || rise > (uint64_t)(INT64_MAX - before))
		wire->is_bad = true;
	op->version.hlc = before + (int64_t)(wire->is_bad ? 0 : rise);
	wire->is_bad |= op->table_number == 0 || id_is_zero(&op->id);
	take_people(reading, flags, at == 0);
	op->officer = reading->officer;
	op->station = reading->station;
	if (!wire->is_bad)
		take_cells(reading, op);
}

/* What stands before the entries; memory for them is asked for only when
 * there are bytes enough to fill it. */
static void
take_head(struct reading_parcel *reading)
{
	struct parcel_content *content = reading->content;
	struct wire *wire = &reading->wire;

	content->first = (int64_t)wire_take_varint(wire, INT64_MAX / 2);
	content->n_sids = (size_t)wire_take_varint(wire, PARCEL_SIZE_MAX);
	if (wire_is_short(wire, content->n_sids * SID_SIZE))
		content->n_sids = 0;
	content->sids =
	    arena_array(wire->arena, content->n_sids, sizeof *content->sids);
	for (size_t i = 0; i < content->n_sids; i++)
		wire_take_bytes(wire, content->sids[i], SID_SIZE);
	content->n = (size_t)wire_take_varint(wire, PARCEL_SIZE_MAX);
	if (content->n == 0 || content->first == 0 ||
	    wire_is_short(wire, content->n * ENTRY_SIZE_MIN)) {
		wire->is_bad = true;
		content->n = 0;
	}
	content->ops =
	    arena_array(wire->arena, content->n, sizeof *content->ops);
}

static int
by_bytes(const void *a, const void *b)
{
	return memcmp(a, b, SID_SIZE);
}

/* Does a sid stand there twice? */
static bool
is_double(const struct parcel_content *content, struct arena *arena)
{
	uint8_t(*sorted)[SID_SIZE] =
	    arena_array(arena, content->n_sids, sizeof *sorted);

	if (content->n_sids < 2)
		return false;
	memcpy(sorted, content->sids, content->n_sids * sizeof *sorted);
	qsort(sorted, content->n_sids, sizeof *sorted, by_bytes);
	for (size_t i = 1; i < content->n_sids; i++)
		if (memcmp(sorted[i - 1], sorted[i], SID_SIZE) == 0)
			return true;
	return false;
}

enum fail
parcel_read(const void *bytes, size_t size, struct arena *arena,
    struct parcel_content *ret_content, struct err *err)
{
	struct parcel_content content = { 0 };
	struct reading_parcel reading = { .content = &content,
		.wire = wire_of(bytes, size, arena) };
	struct wire *wire = &reading.wire;
	uint64_t vocabulary = wire_take_varint(wire, UINT32_MAX);
	char text[24];

	if (!wire->is_bad && vocabulary > PARCEL_VOCABULARY) {
		snprintf(text, sizeof text, "%d", (int)vocabulary);
		return fail_say(
		    err, FAIL_CONFLICT, "store.parcel-newer", text, NULL);
	}
	wire->is_bad |= vocabulary == 0 || size > PARCEL_SIZE_MAX;
	if (!wire->is_bad)
		take_head(&reading);
	for (size_t i = 0; i < content.n && !wire->is_bad; i++)
		take_entry(&reading, &content.ops[i], i);
	if (wire->is_bad || wire->at != wire->end ||
	    reading.n_used != content.n_sids || is_double(&content, arena) ||
	    (content.n > PARCEL_OPS_MAX && reading.n_txns > 1))
		return fail_say(err, FAIL_CORRUPT, "store.parcel-wrong", NULL);
	*ret_content = content;
	return FAIL_NONE;
}
