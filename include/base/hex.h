#ifndef BASE_HEX_H
#define BASE_HEX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/* Bytes as lower-case hex digits, for text files and text cells. */
char *hex_print(const void *bytes, size_t size, struct arena *arena)
    nonnull(3);

/*
 * Exactly size bytes from the first 2 * size characters of text, after which
 * it must end. false otherwise; ret_bytes may then hold a part.
 */
bool hex_parse(const char *text, uint8_t *ret_bytes, size_t size)
    must_check nonnull(1, 2);

#endif
