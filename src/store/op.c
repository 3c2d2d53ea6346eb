#include "store/op.h"

#include <string.h>

#include "base/crypto.h"
#include "base/text.h"

enum { BODY_SHAPE = 1, VARINT_SIZE_MAX = 9 };

static void
put_varint(struct buf *body, uint64_t number)
{
	while (number >= 0x80) {
		buf_char(body, (char)(0x80 | (number & 0x7f)));
		number >>= 7;
	}
	buf_char(body, (char)number);
}

void
op_encode_value(const struct value *value, struct buf *body)
{
	uint64_t zigzag;
	size_t size;

	buf_char(body, (char)value->type);
	switch (value->type) {
	case VALUE_NONE: break;
	case VALUE_TEXT:
		size = strlen(value->text);
		put_varint(body, size);
		buf_add(body, value->text, size);
		break;
	case VALUE_INTEGER:
		zigzag = (uint64_t)value->integer << 1;
		if (value->integer < 0)
			zigzag = ~zigzag;
		/* 64 bits do not fit a varint: two halves. */
		put_varint(body, zigzag & 0xffffffff);
		put_varint(body, zigzag >> 32);
		break;
	case VALUE_ID:
		buf_add(body, value->id.byte, sizeof value->id.byte);
		break;
	}
}

void
op_encode(const struct op_cell *cells, size_t n, struct buf *body)
{
	buf_char(body, BODY_SHAPE);
	put_varint(body, n);
	for (size_t i = 0; i < n; i++) {
		put_varint(body, (uint64_t)cells[i].number);
		put_varint(body, cells[i].n_bases);
		for (size_t j = 0; j < cells[i].n_bases; j++) {
			put_varint(body, (uint64_t)cells[i].bases[j].hlc);
			put_varint(body, (uint64_t)cells[i].bases[j].sid);
		}
		op_encode_value(&cells[i].value, body);
	}
}

/* What is left to read. is_bad stays true once it is. */
struct reader {
	const uint8_t *at, *end;
	bool is_bad;
	struct arena *arena;
};

static bool
is_short(struct reader *reader, uint64_t size)
{
	reader->is_bad |= size > (uint64_t)(reader->end - reader->at);
	return reader->is_bad;
}

static uint8_t
take_byte(struct reader *reader)
{
	return is_short(reader, 1) ? 0 : *reader->at++;
}

/* A number up to max; 0 when it is none. */
static uint64_t
take_varint(struct reader *reader, uint64_t max)
{
	uint64_t number = 0;
	uint8_t byte = 0x80;

	for (int i = 0; i < VARINT_SIZE_MAX && (byte & 0x80) != 0; i++) {
		byte = take_byte(reader);
		number |= (uint64_t)(byte & 0x7f) << (7 * i);
		if (i > 0 && byte == 0)
			reader->is_bad = true;
	}
	if ((byte & 0x80) != 0 || number > max)
		reader->is_bad = true;
	return reader->is_bad ? 0 : number;
}

static void
take_text(struct reader *reader, struct value *value)
{
	uint64_t size = take_varint(reader, OP_BODY_MAX);
	const char *text = (const char *)reader->at;

	value->text = "";
	if (is_short(reader, size))
		return;
	reader->at += size;
	if (!text_is_valid(text, (size_t)size))
		reader->is_bad = true;
	else
		value->text = arena_bytes(reader->arena, text, (size_t)size);
}

static struct value
take_value(struct reader *reader)
{
	struct value value = { 0 };
	uint8_t type = take_byte(reader);
	uint64_t zigzag;

	switch (type) {
	case VALUE_NONE: break;
	case VALUE_TEXT:
		value.type = VALUE_TEXT;
		take_text(reader, &value);
		break;
	case VALUE_INTEGER:
		value.type = VALUE_INTEGER;
		zigzag = take_varint(reader, UINT32_MAX);
		zigzag |= take_varint(reader, UINT32_MAX) << 32;
		value.integer = (int64_t)(zigzag >> 1);
		if ((zigzag & 1) != 0)
			value.integer = ~value.integer;
		break;
	case VALUE_ID:
		value.type = VALUE_ID;
		if (is_short(reader, ID_SIZE))
			break;
		memcpy(value.id.byte, reader->at, ID_SIZE);
		reader->at += ID_SIZE;
		break;
	default: reader->is_bad = true;
	}
	return value;
}

static void
take_cell(struct reader *reader, struct op_cell *cell)
{
	struct version *bases;

	cell->number = (int)take_varint(reader, OP_CELL_NUMBER_MAX);
	cell->n_bases = (size_t)take_varint(reader, OP_BASES_MAX);
	bases = arena_array(reader->arena, cell->n_bases, sizeof *bases);
	for (size_t i = 0; i < cell->n_bases; i++) {
		bases[i].hlc = (int64_t)take_varint(reader, INT64_MAX);
		bases[i].sid = (int64_t)take_varint(reader, INT64_MAX);
	}
	cell->bases = bases;
	cell->value = take_value(reader);
}

enum fail
op_decode(const void *body, size_t size, struct arena *arena,
    const struct op_cell **ret_cells, size_t *ret_n, struct err *err)
{
	struct reader reader = { .at = body, .arena = arena };
	struct op_cell *cells;
	size_t n;
	int last = 0;

	reader.end = reader.at + size;
	if (take_byte(&reader) != BODY_SHAPE)
		reader.is_bad = true;
	n = (size_t)take_varint(&reader, OP_CELL_NUMBER_MAX);
	cells = arena_array(arena, n, sizeof *cells);
	for (size_t i = 0; i < n && !reader.is_bad; i++) {
		take_cell(&reader, &cells[i]);
		reader.is_bad |= cells[i].number <= last;
		last = cells[i].number;
	}
	if (reader.is_bad || reader.at != reader.end)
		return fail_say(err, FAIL_CORRUPT, "store.damaged", NULL);
	*ret_cells = cells;
	*ret_n = n;
	return FAIL_NONE;
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
