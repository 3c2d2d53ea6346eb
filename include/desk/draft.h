#ifndef DESK_DRAFT_H
#define DESK_DRAFT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/id.h"

/*
 * Half-typed sheets of the officer who works, kept at each field, so that a
 * power cut costs the one under the cursor. Each officer has his own; nobody
 * else's are ever listed. A draft has no number and starts no clock. It is
 * opened with the version of the form it was typed into.
 */
struct desk;
struct answers;
struct form;

struct desk_draft {
	struct answers *answers; /* NULL in lists */
	const char *form;     /* its name */
	struct id id;         /* of the record to be, or that is changed */
	const char *title;    /* what is in its most telling field, or "" */
	const char *field;    /* where the cursor stood */
	int64_t at_ms;        /* the last change */
	int64_t discarded_ms; /* 0: not thrown away */
};

/*
 * Keep what is typed, valid or not, in place of what was kept. title is what
 * will stand in the list ("Désirée Ayu Lestari / PT Contoh Plastik").
 */
enum fail desk_draft_keep(struct desk *desk, const struct id *id,
    const struct answers *answers, const char *title, const char *field,
    struct err *err) must_check nonnull(1, 2, 3);

/*
 * What was kept, as answers of the version it was typed into. FAIL_MISSING
 * draft.none. FAIL_CORRUPT draft.unreadable.
 */
enum fail desk_draft_take(struct desk *desk, const char *form,
    const struct id *id, struct arena *arena, struct desk_draft *ret_draft,
    struct err *err) must_check nonnull(1, 2, 3, 4, 5);

/* Latest first. With discarded: only those thrown away, else only others. */
enum fail desk_drafts(struct desk *desk, bool discarded, struct arena *arena,
    struct desk_draft **ret_drafts, size_t *ret_n, struct err *err)
    must_check nonnull(1, 3, 4, 5);

/* Throw away; it can be taken back for 7 days. Fine when there is none. */
enum fail desk_draft_discard(struct desk *desk, const char *form,
    const struct id *id, struct err *err) must_check nonnull(1, 2, 3);

/* FAIL_MISSING draft.none. */
enum fail desk_draft_restore(struct desk *desk, const char *form,
    const struct id *id, struct err *err) must_check nonnull(1, 2, 3);

#endif
