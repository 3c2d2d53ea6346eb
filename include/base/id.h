#ifndef BASE_ID_H
#define BASE_ID_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/clock.h"

/*
 * Row keys: 16 bytes, UUID version 7 (RFC 9562), or derived from a parent
 * key. Nothing may read time or order out of a key.
 */
enum { ID_SIZE = 16, ID_HEX_SIZE = 33 };

struct id {
	uint8_t byte[ID_SIZE];
};

/*
 * A new key from the clock's milliseconds and random bytes. Rising inside one
 * call sequence is not promised.
 */
struct id id_new(int64_t now_ms, const struct entropy *entropy) nonnull(2);

/*
 * The key two counters both give to the same thing: BLAKE2b-128 over a domain
 * word, the parent's key and a code, each with its length (8 bytes, highest
 * first) before it. Fixed for ever.
 */
struct id id_derived(const char *word, const struct id *parent,
    const char *code) nonnull(1, 2, 3);

bool id_is_zero(const struct id *id) nonnull(1);
bool id_equal(const struct id *a, const struct id *b) nonnull(1, 2);

/* 32 lower-case hex digits and a NUL. */
void id_print(const struct id *id, char text[ID_HEX_SIZE]) nonnull(1, 2);

/* false when text is not 32 hex digits; ret_id is then untouched. */
bool id_parse(const char *text, struct id *ret_id) must_check nonnull(1, 2);

#endif
