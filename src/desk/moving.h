#ifndef DESK_MOVING_H
#define DESK_MOVING_H

#include "desk/fold.h"
#include "desk/move.h"
#include "domain/refusal.h"

/*
 * What the setting two-persons forbids: who received it, does not check it.
 * FAIL_DENIED check.two-persons.
 */
enum fail demand_two_persons(struct desk *desk, const struct folded *folded,
    enum action action, struct err *err) must_check nonnull(1, 2);

/* May requirements still be judged in this state? */
bool state_is_judged(const struct life *life, const char *state)
    nonnull(1, 2);

/*
 * What must hold for a move, besides role and state. reason: what will be
 * given; NULL while it is not known yet, and not missed then.
 */
void move_needs(const struct move *move, const struct folded *folded,
    const char *reason, struct refusals *refusals) nonnull(1, 2, 4);

#endif
