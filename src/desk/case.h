#ifndef DESK_CASE_H
#define DESK_CASE_H

#include "desk/application.h"
#include "desk/events.h"
#include "desk/inside.h"
#include "desk/list.h"
#include "domain/life.h"
#include "domain/process_clock.h"
#include "domain/refusal.h"

/* One application and its events, for the acts of this room. */

/* As desk_application(), inside a transaction or outside. */
enum fail case_read(struct desk *desk, const struct id *id,
    struct arena *arena, struct application *ret_application,
    struct err *err) must_check nonnull(1, 2, 3, 4);

/*
 * Write the event of a step and the derived state, inside a transaction. The
 * record itself must have been put before.
 */
enum fail case_step(struct desk *desk, const struct id *id,
    const struct case_step *step, struct arena *arena, struct id *ret_event,
    struct err *err) must_check nonnull(1, 2, 3, 4, 5);

/* Cases a filter means, with a due date up to due ("": all). */
enum fail list_count(struct desk *desk, enum list_filter filter,
    const char *due, int64_t *ret_n, struct err *err)
    must_check nonnull(1, 3, 4);

#endif
