#ifndef BASE_CHARSET_H
#define BASE_CHARSET_H

#include <stddef.h>

#include "base/buf.h"
#include "base/err.h"

/*
 * Between UTF-8 and what printers and old files use, through iconv. Never
 * relies on //TRANSLIT or on bare UTF-16: typographic quotes, dashes, box
 * drawing and no-break spaces are replaced by a table of our own first, then
 * any character the target lacks becomes '?' and is counted.
 *
 * FAIL_MISSING: this iconv does not know the charset.
 */
enum fail charset_from_utf8(const char *charset, const char *text, size_t size,
    struct buf *out, size_t *ret_replaced, struct err *err) must_check;

/* FAIL_INVALID: bytes that the charset does not have, with the line. */
enum fail charset_to_utf8(const char *charset, const char *bytes, size_t size,
    struct buf *out, struct err *err) must_check;

#endif
