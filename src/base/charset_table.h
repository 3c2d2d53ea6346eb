#ifndef BASE_CHARSET_TABLE_H
#define BASE_CHARSET_TABLE_H

#include <stdint.h>

#include "base/attr.h"

/* Code pages of receipt printers, one byte a character. */
struct charset_table;

/* NULL when there is no table of that name (in any case of letters). */
const struct charset_table *charset_table_named(const char *name) nonnull(1);

/* The byte of a character, or -1. */
int charset_table_byte(const struct charset_table *table, uint32_t point)
    nonnull(1);

/* The character of a byte; every byte has one. */
uint32_t charset_table_point(
    const struct charset_table *table, unsigned char byte) nonnull(1);

#endif
