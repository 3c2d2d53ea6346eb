#ifndef BASE_PACK_H
#define BASE_PACK_H

#include <stddef.h>

#include "base/buf.h"
#include "base/err.h"

/* Bytes made smaller and back, by zstd; a packed text has its checksum. */

/* Append size bytes packed. FAIL_MEMORY: the ceiling of out. */
enum fail pack_bytes(const void *bytes, size_t size, struct buf *out,
    struct err *err) must_check;

/*
 * Append what was packed, at most limit bytes of it: a small text may claim
 * to be a huge one, and is believed only as far as it is unpacked.
 *
 * FAIL_CORRUPT: not packed, damaged, cut short, or followed by something
 * else; FAIL_INVALID: larger than limit; FAIL_MEMORY: the ceiling of out.
 * out is as before when it fails.
 */
enum fail unpack_bytes(const void *bytes, size_t size, size_t limit,
    struct buf *out, struct err *err) must_check;

#endif
