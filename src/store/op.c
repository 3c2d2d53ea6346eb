#include "store/op.h"

#include <string.h>

#include "base/crypto.h"
#include "store/wire.h"

enum { BODY_SHAPE = 1 };

void
op_encode(const struct op_cell *cells, size_t n, struct buf *body)
{
	buf_char(body, BODY_SHAPE);
	wire_varint(body, n);
	for (size_t i = 0; i < n; i++) {
		wire_varint(body, (uint64_t)cells[i].number);
		wire_varint(body, cells[i].n_bases);
		for (size_t j = 0; j < cells[i].n_bases; j++) {
			wire_varint(body, (uint64_t)cells[i].bases[j].hlc);
			wire_varint(body, (uint64_t)cells[i].bases[j].sid);
		}
		wire_value(body, &cells[i].value);
	}
}

static void
take_cell(struct wire *wire, struct op_cell *cell)
{
	struct version *bases;

	cell->number = (int)wire_take_varint(wire, OP_CELL_NUMBER_MAX);
	cell->n_bases = (size_t)wire_take_varint(wire, OP_BASES_MAX);
	bases = arena_array(wire->arena, cell->n_bases, sizeof *bases);
	for (size_t i = 0; i < cell->n_bases; i++) {
		bases[i].hlc = (int64_t)wire_take_varint(wire, INT64_MAX);
		bases[i].sid = (int64_t)wire_take_varint(wire, INT64_MAX);
	}
	cell->bases = bases;
	cell->value = wire_take_value(wire, OP_BODY_MAX);
	/* The row has no value, and is named only to tell what was known. */
	if (cell->number == 0)
		wire->is_bad |=
		    cell->n_bases == 0 || cell->value.type != VALUE_NONE;
}

enum fail
op_decode(const void *body, size_t size, struct arena *arena,
    const struct op_cell **ret_cells, size_t *ret_n, struct err *err)
{
	struct wire wire = wire_of(body, size, arena);
	struct op_cell *cells;
	size_t n;
	int last = -1;

	if (wire_take_byte(&wire) != BODY_SHAPE)
		wire.is_bad = true;
	n = (size_t)wire_take_varint(&wire, OP_CELLS_MAX);
	cells = arena_array(arena, n, sizeof *cells);
	for (size_t i = 0; i < n && !wire.is_bad; i++) {
		take_cell(&wire, &cells[i]);
		wire.is_bad |= cells[i].number <= last;
		last = cells[i].number;
	}
	if (wire.is_bad || wire.at != wire.end)
		return fail_say(err, FAIL_CORRUPT, "store.damaged", NULL);
	*ret_cells = cells;
	*ret_n = n;
	return FAIL_NONE;
}

static void
know(struct op *op, struct version *known, const struct op_cell *cell)
{
	for (size_t i = 0; i < cell->n_bases; i++) {
		const struct version *base = &cell->bases[i];
		size_t at = 0;

		while (at < op->n_known &&
		    (known[at].hlc != base->hlc || known[at].sid != base->sid))
			at++;
		known[at] = *base;
		op->n_known += at == op->n_known;
	}
}

void
op_split(struct op *op, struct arena *arena)
{
	struct version *known;
	size_t n = 0;

	op->n_known = 0;
	for (size_t i = 0; i < op->n_cells; i++)
		n += op->cells[i].n_bases;
	known = arena_array(arena, n, sizeof *known);
	op->known = known;
	if (op->n_cells > 0 && op->cells[0].number == 0) {
		know(op, known, &op->cells[0]);
		op->has_row = true;
		op->cells++;
		op->n_cells--;
		return;
	}
	for (size_t i = 0; i < op->n_cells; i++)
		know(op, known, &op->cells[i]);
}

static void
add_number(struct hash *hash, int64_t number)
{
	uint8_t bytes[8];

	for (int i = 0; i < 8; i++)
		bytes[i] = (uint8_t)((uint64_t)number >> (8 * i));
	hash_add(hash, bytes, sizeof bytes);
}

static void
add_bytes(struct hash *hash, const void *bytes, size_t size)
{
	add_number(hash, (int64_t)size);
	hash_add(hash, bytes, size);
}

void
op_sum(const struct op *op, const void *body, size_t size,
    uint8_t ret_sum[OP_SUM_SIZE])
{
	struct hash hash;
	uint8_t full[HASH_SIZE];

	hash_begin(&hash);
	add_number(&hash, op->seq);
	add_number(&hash, op->txn);
	add_number(&hash, op->version.hlc);
	add_number(&hash, op->version.sid);
	add_number(&hash, op->table_number);
	add_bytes(&hash, op->id.byte, sizeof op->id.byte);
	add_number(&hash, (int64_t)op->kind);
	add_bytes(&hash, op->officer, strlen(op->officer));
	add_bytes(&hash, op->station, strlen(op->station));
	add_bytes(&hash, body, size);
	hash_end(&hash, full);
	memcpy(ret_sum, full, OP_SUM_SIZE);
}
