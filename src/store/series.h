#ifndef STORE_SERIES_H
#define STORE_SERIES_H

#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "domain/number.h"
#include "store/store.h"

/*
 * The number series of this station: what was given, and what stands on
 * records, in both books.
 */
struct series {
	enum register_book book;
	char letter;
	int year;
	int32_t last;    /* given; 0 when the series is not written down */
	int32_t highest; /* on a record */
	int32_t *used;   /* on records, in no order */
	size_t n_used, room_used;
};

struct all_series {
	struct series *list;
	size_t n, room;
};

enum fail series_read(struct store *store, struct arena *arena,
    struct all_series *ret_all, struct err *err) must_check nonnull(1, 2, 3);

/* From now on numbers are given above the highest one on a record. */
enum fail series_raise(struct store *store, const struct series *series,
    struct err *err) must_check nonnull(1, 2);

#endif
