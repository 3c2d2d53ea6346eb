#ifndef SYNC_BASE32_H
#define SYNC_BASE32_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * RFC 4648 base32 in lower case without '='; what is over of the last five
 * bits is 0. text has room for (8 * size + 4) / 5 letters and a NUL.
 */
void base32_print(const uint8_t *bytes, size_t size, char *text);

/* length letters at text into size bytes; false when they are none. */
bool base32_parse(const char *text, size_t length, uint8_t *bytes, size_t size);

#endif
