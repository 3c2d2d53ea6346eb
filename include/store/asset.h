#ifndef STORE_ASSET_H
#define STORE_ASSET_H

#include <stddef.h>

#include "base/arena.h"
#include "base/err.h"
#include "store/store.h"

/*
 * The texts of data/ and forms/ as they were when they last read well, and
 * every version a record was made under.
 */
enum { ASSET_TEXT_MAX = 4 * 1024 * 1024 };

struct asset {
	const char *name;    /* "forms/application.form" */
	const char *version; /* as the file names it; "" when it has none */
	const char *text;    /* NUL after it */
	size_t size;
};

/*
 * This text is good: keep it, as the last of its name. Does not write when
 * it is that already, so it may be called at every start. A version that
 * comes back with other words is kept beside the older one.
 */
enum fail store_asset_keep(struct store *store, const struct asset *asset,
    struct err *err) must_check nonnull(1, 2);

/* The last good text. FAIL_MISSING; FAIL_CORRUPT: it is not what was kept. */
enum fail store_asset_last(struct store *store, const char *name,
    struct arena *arena, struct asset *ret_asset, struct err *err)
    must_check nonnull(1, 2, 3, 4);

/* The latest text kept with that version. FAIL_MISSING. */
enum fail store_asset_version(struct store *store, const char *name,
    const char *version, struct arena *arena, struct asset *ret_asset,
    struct err *err) must_check nonnull(1, 2, 3, 4, 5);

/*
 * Names of the kept texts in a folder ("forms"), sorted, none of
 * other folders. Such a text may have no file any more.
 */
enum fail store_asset_names(struct store *store, const char *folder,
    struct arena *arena, const char ***ret_names, size_t *ret_n,
    struct err *err) must_check nonnull(1, 2, 3, 4, 5);

#endif
