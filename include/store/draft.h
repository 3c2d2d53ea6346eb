#ifndef STORE_DRAFT_H
#define STORE_DRAFT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "store/store.h"

/*
 * Half-written sheets: one for each officer, form and key (the id of the
 * record they change, or "" or any word for a new one). They stay on this
 * counter. Each function runs in the open transaction, or in one of its own,
 * so that the draft of a received record goes in the same act.
 */
enum {
	DRAFT_DAYS = 30,          /* kept since the last change */
	DRAFT_DISCARDED_DAYS = 7, /* kept since it was thrown away */
	DRAFT_BODY_MAX = 512 * 1024,
};

struct draft {
	const char *officer, *form, *key;
	const char *body;     /* what was typed, in the caller's own shape */
	const char *field;    /* where the cursor stood */
	int64_t at_ms;        /* last change; set by store_draft_put */
	int64_t discarded_ms; /* 0: not thrown away */
};

/* Which draft. */
struct draft_key {
	const char *officer, *form, *key;
};

/* The caller sets the arena, the rest is set. */
struct drafts {
	struct arena *arena;
	struct draft *list;
	size_t n;
};

/* Keep it, in place of what was kept. FAIL_INVALID as store_put. */
enum fail store_draft_put(struct store *store, const struct draft *draft,
    struct err *err) must_check nonnull(1, 2);

/* FAIL_MISSING when there is none, or only a discarded one. */
enum fail store_draft_get(struct store *store, const struct draft_key *key,
    struct arena *arena, struct draft *ret_draft, struct err *err)
    must_check nonnull(1, 2, 3, 4);

/* The officer's drafts, discarded ones too, latest first. */
enum fail store_draft_list(struct store *store, const char *officer,
    struct drafts *drafts, struct err *err) must_check nonnull(1, 2, 3);

/* Mark as thrown away. Fine when there is none. */
enum fail store_draft_discard(struct store *store, const struct draft_key *key,
    struct err *err) must_check nonnull(1, 2);

/* Take a discarded one back. FAIL_MISSING when there is none. */
enum fail store_draft_restore(struct store *store, const struct draft_key *key,
    struct err *err) must_check nonnull(1, 2);

/* Remove for good: the record was saved. Fine when there is none. */
enum fail store_draft_drop(struct store *store, const struct draft_key *key,
    struct err *err) must_check nonnull(1, 2);

/*
 * Remove what is past its days, so that no byte of it stays in the file;
 * ret_n, which may be NULL, says how many.
 */
enum fail store_draft_purge(struct store *store, size_t *ret_n, struct err *err)
    must_check nonnull(1);

#endif
