#include "store/wire.h"

#include <string.h>

#include "base/text.h"

enum { VARINT_SIZE_MAX = 9 };

void
wire_varint(struct buf *out, uint64_t number)
{
	while (number >= 0x80) {
		buf_char(out, (char)(0x80 | (number & 0x7f)));
		number >>= 7;
	}
	buf_char(out, (char)number);
}

void
wire_text(struct buf *out, const char *text)
{
	size_t size = strlen(text);

	wire_varint(out, size);
	buf_add(out, text, size);
}

void
wire_value(struct buf *out, const struct value *value)
{
	uint64_t zigzag;

	buf_char(out, (char)value->type);
	switch (value->type) {
	case VALUE_NONE: break;
	case VALUE_TEXT: wire_text(out, value->text); break;
	case VALUE_INTEGER:
		zigzag = (uint64_t)value->integer << 1;
		if (value->integer < 0)
			zigzag = ~zigzag;
		/* 64 bits do not fit a varint: two halves. */
		wire_varint(out, zigzag & 0xffffffff);
		wire_varint(out, zigzag >> 32);
		break;
	case VALUE_ID:
		buf_add(out, value->id.byte, sizeof value->id.byte);
		break;
	}
}

struct wire
wire_of(const void *bytes, size_t size, struct arena *arena)
{
	struct wire wire = { .at = bytes, .arena = arena };

	wire.end = wire.at + size;
	return wire;
}

bool
wire_is_short(struct wire *wire, uint64_t size)
{
	wire->is_bad |= size > (uint64_t)(wire->end - wire->at);
	return wire->is_bad;
}

uint8_t
wire_take_byte(struct wire *wire)
{
	return wire_is_short(wire, 1) ? 0 : *wire->at++;
}

void
wire_take_bytes(struct wire *wire, void *bytes, size_t size)
{
	if (wire_is_short(wire, size)) {
		memset(bytes, 0, size);
		return;
	}
	memcpy(bytes, wire->at, size);
	wire->at += size;
}

uint64_t
wire_take_varint(struct wire *wire, uint64_t max)
{
	uint64_t number = 0;
	uint8_t byte = 0x80;

	for (int i = 0; i < VARINT_SIZE_MAX && (byte & 0x80) != 0; i++) {
		byte = wire_take_byte(wire);
		number |= (uint64_t)(byte & 0x7f) << (7 * i);
		if (i > 0 && byte == 0)
			wire->is_bad = true;
	}
	if ((byte & 0x80) != 0 || number > max)
		wire->is_bad = true;
	return wire->is_bad ? 0 : number;
}

const char *
wire_take_text(struct wire *wire, size_t max)
{
	uint64_t size = wire_take_varint(wire, max);
	const char *text = (const char *)wire->at;

	if (wire_is_short(wire, size))
		return "";
	wire->at += size;
	if (text_is_valid(text, (size_t)size))
		return arena_bytes(wire->arena, text, (size_t)size);
	wire->is_bad = true;
	return "";
}

struct value
wire_take_value(struct wire *wire, size_t text_max)
{
	struct value value = { 0 };
	uint8_t type = wire_take_byte(wire);
	uint64_t zigzag;

	switch (type) {
	case VALUE_NONE: break;
	case VALUE_TEXT:
		value.type = VALUE_TEXT;
		value.text = wire_take_text(wire, text_max);
		break;
	case VALUE_INTEGER:
		value.type = VALUE_INTEGER;
		zigzag = wire_take_varint(wire, UINT32_MAX);
		zigzag |= wire_take_varint(wire, UINT32_MAX) << 32;
		value.integer = (int64_t)(zigzag >> 1);
		if ((zigzag & 1) != 0)
			value.integer = ~value.integer;
		break;
	case VALUE_ID:
		value.type = VALUE_ID;
		wire_take_bytes(wire, value.id.byte, ID_SIZE);
		break;
	default: wire->is_bad = true;
	}
	return value;
}
