#ifndef STORE_SETTING_H
#define STORE_SETTING_H

#include <stddef.h>

#include "base/arena.h"
#include "base/err.h"
#include "store/store.h"

/* Settings of this counter: names and values, both text. Not synced. */

/* FAIL_MISSING when it was never set. */
enum fail store_setting_get(struct store *store, const char *name,
    struct arena *arena, const char **ret_value, struct err *err)
    must_check nonnull(1, 2, 3, 4);

/*
 * NULL forgets it. In the open transaction, or one of its own (then officer
 * is who acts, "" for the program).
 */
enum fail store_setting_put(struct store *store, const char *officer,
    const char *name, const char *value, struct err *err)
    must_check nonnull(1, 2, 3);

#endif
