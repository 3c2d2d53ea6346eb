#ifndef BASE_CHARSET_H
#define BASE_CHARSET_H

#include <stddef.h>

#include "base/buf.h"
#include "base/err.h"

/*
 * Between UTF-8 and what printers and old files use, through iconv. CP437 and
 * CP858 are tables of our own, because GNU libiconv usually lacks them. Never
 * relies on //TRANSLIT or on bare UTF-16, where implementations disagree.
 */

/*
 * Append text in a charset. What the charset lacks is replaced: typographic
 * quotes, dashes, bullets, check marks, box drawing and no-break spaces by
 * their likeness in ASCII; anything else becomes '?' and is counted. No BOM
 * is written.
 *
 * FAIL_MISSING: there is no such charset here, or its name leaves the order
 * of bytes open (UTF-16, UTF-32); FAIL_INVALID: text is no UTF-8;
 * FAIL_MEMORY: the ceiling of out. out may then hold a part.
 */
enum fail charset_from_utf8(const char *charset, const char *text, size_t size,
    struct buf *out, size_t *ret_replaced, struct err *err) must_check;

/*
 * Append bytes as UTF-8; a BOM at their beginning is left out.
 *
 * FAIL_INVALID ("charset.bytes": charset, line): bytes that the charset does
 * not have; else as above.
 */
enum fail charset_to_utf8(const char *charset, const char *bytes, size_t size,
    struct buf *out, struct err *err) must_check;

#endif
