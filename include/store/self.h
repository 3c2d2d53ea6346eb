#ifndef STORE_SELF_H
#define STORE_SELF_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "domain/number.h"
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

/* How far a series of numbers is. */
struct series_end {
	enum register_book book;
	int year;
	char letter;
	int32_t last; /* the last number given */
};

/* All of them, by book, year, letter; in arena. */
enum fail store_series_ends(struct store *store, struct arena *arena,
    struct series_end **ret_list, size_t *ret_n, struct err *err)
    must_check nonnull(1, 2, 3, 4);

#endif
