#ifndef DESK_MARKS_H
#define DESK_MARKS_H

#include <stdint.h>

#include "base/crypto.h"
#include "base/err.h"

/*
 * The key by which sealed identities are found again (the marks). All counters
 * of an office must have the same; it travels in invitations, never on the
 * share.
 */
struct desk;

void desk_marks_key(const struct desk *desk,
    uint8_t ret_key[SECRET_KEY_SIZE]) nonnull(1);

/*
 * Use the office's from now on, in the file of keys too. Identities this
 * counter sealed before are found by their old marks no more.
 */
enum fail desk_take_marks_key(struct desk *desk,
    const uint8_t key[SECRET_KEY_SIZE], struct err *err) must_check
    nonnull(1);

#endif
