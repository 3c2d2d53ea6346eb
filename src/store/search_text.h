#ifndef STORE_SEARCH_TEXT_H
#define STORE_SEARCH_TEXT_H

#include "base/arena.h"
#include "base/buf.h"
#include "domain/record.h"
#include "store/store.h"

/* The index of names, as the rest of the room sees it. */
enum { SEARCH_TEXT_MAX = 256 * 1024 };

/* The names of a record, folded; nothing when its table has none. */
enum fail search_folded(struct store *store, const struct record *record,
    struct buf *out, struct err *err) must_check nonnull(1, 2, 3);

/* What is kept for a row: *ret_number 0 when nothing is. */
enum fail search_text_get(struct store *store, const struct id *id,
    struct arena *arena, int64_t *ret_number, const char **ret_folded,
    struct err *err) must_check nonnull(1, 2, 3, 4, 5);

#endif
