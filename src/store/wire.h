#ifndef STORE_WIRE_H
#define STORE_WIRE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "domain/record.h"

/*
 * Numbers, texts and values as they stand in the log and in parcels.
 *
 * A varint has 7 bits a byte, lowest first, the high bit says "more"; at most
 * 63 bits, no needless last byte, so that a number has one shape only. A value
 * is one byte (0 nothing, 1 text, 2 integer, 3 id), then varint size and
 * bytes; the zigzag number as two varints of 32 bits; 16 bytes.
 */
void wire_varint(struct buf *out, uint64_t number) nonnull(1);
void wire_text(struct buf *out, const char *text) nonnull(1, 2);
void wire_value(struct buf *out, const struct value *value) nonnull(1, 2);

/*
 * What is left to read. is_bad becomes and stays true when it is not what the
 * functions above write; then they give 0, "", nothing.
 */
struct wire {
	const uint8_t *at, *end;
	bool is_bad;
	struct arena *arena; /* of texts */
};

struct wire wire_of(const void *bytes, size_t size, struct arena *arena);

/* Is the rest shorter than size? */
bool wire_is_short(struct wire *wire, uint64_t size) nonnull(1);
uint8_t wire_take_byte(struct wire *wire) nonnull(1);
void wire_take_bytes(struct wire *wire, void *bytes, size_t size) nonnull(1, 2);
/* A number up to max. */
uint64_t wire_take_varint(struct wire *wire, uint64_t max) nonnull(1);
/* UTF-8 without NUL, at most max bytes. */
const char *wire_take_text(struct wire *wire, size_t max) nonnull(1);
struct value wire_take_value(struct wire *wire, size_t text_max) nonnull(1);

#endif
