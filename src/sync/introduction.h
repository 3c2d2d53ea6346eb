#ifndef SYNC_INTRODUCTION_H
#define SYNC_INTRODUCTION_H

#include "sync/container.h"
#include "sync/roster.h"

/*
 * The sponsor (invitation or writer) that a header names, to know whose key
 * must have signed it. FAIL_INVALID: another kind or fleet.
 */
enum fail introduction_peek(const struct file_bytes *file,
    const struct id *fleet, struct id *ret_writer, struct id *ret_sponsor,
    struct err *err) must_check;

/*
 * Verify by the sponsor's key and read. FAIL_CORRUPT sync.introduction-wrong
 * (line, 0 for what the newcomer did not sign itself).
 */
enum fail introduction_open(const struct file_bytes *file,
    const struct id *fleet, const uint8_t sponsor_key[SIGN_PUBLIC_SIZE],
    struct introduction *ret_introduction, struct err *err) must_check;

#endif
