#ifndef DESK_MOVE_H
#define DESK_MOVE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/err.h"
#include "base/id.h"
#include "domain/calendar.h"

/*
 * From one state to the next (data/life/application.conf): which moves there
 * are now, what each lacks, and doing one.
 */
struct desk;
struct answers;
struct form;
struct move;
struct refusals;

struct move_option {
	const struct move *move;         /* domain/life.h; borrowed */
	const struct form *form;         /* what it asks; NULL: nothing */
	bool is_allowed;                 /* refusals is empty then */
	const struct refusals *refusals; /* everything that blocks it */
};

/*
 * The moves out of the state the application is in, in the order of the file,
 * also those that are blocked: each with all that blocks it.
 */
enum fail desk_moves(struct desk *desk, const struct id *application,
    struct arena *arena, struct move_option **ret_options, size_t *ret_n,
    struct err *err) must_check nonnull(1, 2, 3, 4, 5);

struct move_request {
	struct id application;
	const char *move;
	/* The open ends the officer saw: application.status. */
	const struct id *seen;
	size_t n_seen;
	struct date date;              /* business date; none: today */
	const char *reason;            /* may be NULL */
	const struct answers *answers; /* of the move's form; NULL without */
};

struct moved {
	struct id event;
	const char *state;  /* reached */
	struct due due;     /* no date when no clock has run */
};

/*
 * Make the move: event, cells of its form and the derived state in one
 * transaction.
 *
 * FAIL_MISSING application.none, move.unknown. FAIL_CONFLICT move.changed:
 * another acted since (who, when, the state now); move.wrong-state: there is
 * no such move from here. FAIL_DENIED: as desk/desk.h, or check.two-persons.
 * FAIL_INVALID: needs, dates or fields; the first in err, all of them in
 * refusals, whose arena the caller set (may be NULL).
 */
enum fail desk_move(struct desk *desk, const struct move_request *request,
    struct refusals *refusals, struct moved *ret_moved, struct err *err)
    must_check nonnull(1, 2, 4);

#endif
