#ifndef DESK_EVENTS_H
#define DESK_EVENTS_H

#include "desk/application.h"
#include "desk/inside.h"
#include "domain/life.h"
#include "domain/process_clock.h"
#include "store/rows.h"

/* The events of a record of any kind, an application or a complaint. */

/* Put them in order, each after those it was decided on, and fold them. */
struct status events_fold(const struct life *life, struct records *events,
    struct arena *arena) nonnull(1, 2, 3);

/* A clock that has stopped keeps the date that was promised then: not any
 * later calendar changes it. */
void events_keep_promised(const struct life *life,
    const struct records *events, struct process_clock *clock)
    nonnull(1, 2, 3);

/* What an event that stops a running clock remembers: " due=2026-11-11~". */
void events_snapshot_due(const struct process_clock *clock, struct buf *out)
    nonnull(1, 2);

/* One step to write. */
struct case_step {
	const struct move *move;
	const char *state;    /* reached; NULL: where the move leads */
	struct date date;     /* business date */
	const char *reason;   /* may be NULL */
	const char *snapshot; /* of what was decided on; or NULL */
	const struct id *ends; /* the open ends it was decided on */
	size_t n_ends;
};

/* Write the event of a step; inside a transaction. The derived state is for
 * the caller to keep. */
enum fail event_put(struct desk *desk, const struct id *parent,
    const struct case_step *step, struct arena *arena, struct id *ret_event,
    struct err *err) must_check nonnull(1, 2, 3, 4, 5);

/* As they are shown, in the arena of the records. */
const struct application_event *events_shown(struct desk *desk,
    const struct records *events) nonnull(1, 2);

/*
 * Did somebody act since the officer saw these open ends? Then he decides
 * again. FAIL_CONFLICT move.changed: who, when, the state now. There is at
 * least one event.
 */
enum fail events_demand_seen(struct desk *desk, const struct records *events,
    const struct status *status, const struct id *seen, size_t n_seen,
    struct err *err) must_check nonnull(1, 2, 3);

/* "24/11/2026 08:14", local. */
enum { MOMENT_SIZE = 32 };
void moment_print(int64_t at_ms, char text[MOMENT_SIZE]) nonnull(2);

#endif
