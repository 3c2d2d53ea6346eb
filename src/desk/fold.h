#ifndef DESK_FOLD_H
#define DESK_FOLD_H

#include "desk/inside.h"
#include "domain/checklist.h"
#include "domain/life.h"
#include "domain/process_clock.h"
#include "domain/standard.h"
#include "store/rows.h"

/*
 * An application with its life folded: everything an act decides on, read in
 * one place. Inside a transaction nothing of it can change before the commit.
 */
struct folded {
	struct record application;
	struct records events; /* each after those it was decided on */
	const struct standard *standard; /* of the record's version */
	struct status status;
	struct process_clock clock;
	struct checklist checklist;
};

/*
 * Read and fold. The clock counts with the calendar given; one that has
 * stopped keeps the date that was promised then. FAIL_MISSING
 * application.none.
 */
enum fail fold(struct desk *desk, const struct id *id,
    const struct calendar *calendar, struct folded *ret_folded,
    struct arena *arena, struct err *err) must_check nonnull(1, 2, 3, 4, 5);

/* Read again what was written since, and keep the derived state: inside the
 * transaction that wrote an event. */
enum fail fold_keep(struct desk *desk, const struct id *id,
    struct folded *ret_folded, struct arena *arena, struct err *err)
    must_check nonnull(1, 2, 3, 4);

/* Keep the derived state as folded. */
enum fail fold_put(struct desk *desk, const struct folded *folded,
    struct err *err) must_check nonnull(1, 2);

/* What an event that touches the clock remembers: checklist and due date. */
void fold_snapshot(const struct folded *folded, struct buf *out)
    nonnull(1, 2);

#endif
