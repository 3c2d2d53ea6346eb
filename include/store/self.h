#ifndef STORE_SELF_H
#define STORE_SELF_H

#include <stdint.h>

#include "base/err.h"
#include "store/store.h"

/* What a register says of itself. */

/* The letter of its number series, 'A' (not written) to 'Z'. */
char store_letter(const struct store *store) nonnull(1);

/*
 * Take another letter for the numbers given from now on, as a fleet gave it;
 * the writer stays. Nothing when it is the letter already.
 */
enum fail store_take_letter(struct store *store, const char *officer,
    char letter, struct err *err) must_check nonnull(1, 2);

/* The last entry of this register's own log, as a number; 0: none. */
enum fail store_last_entry(struct store *store, int64_t *ret_seq,
    struct err *err) must_check nonnull(1, 2);

#endif
