#ifndef DESK_COMPLAINT_ACT_H
#define DESK_COMPLAINT_ACT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/err.h"
#include "base/id.h"
#include "domain/calendar.h"

/*
 * Everything an officer does with one entry of the complaint book after it was
 * received: one sheet, one act, one transaction. There are two sorts, and they
 * are asked for and done alike:
 *
 *   a move leads from state to state (data/life/complaint.conf); its name and
 *   form are those of the file. merge and split are moves between two entries:
 *   desk/complaint_merge.h.
 *
 *   a step writes down one duty and leaves the state as it is:
 *
 *	name            form                  writes
 *	keep            complaint-keep        COMPLAINT, 6.3: kept a pengaduan
 *	group           complaint-group       REVIEW, 6.5.c
 *	core            complaint-core        REVIEW, 6.6.a
 *	clauses         complaint-clauses     REVIEW, 6.6.b
 *	earlier         complaint-earlier     REVIEW, 6.6.c
 *	plan            complaint-plan        REVIEW, 6.6.d
 *	action          complaint-action      one HANDLING, 6.6.e
 *	level           complaint-level       one LEVEL, for the present level
 *	request-apip    complaint-apip        REVIEW, 6.7.c: the reason
 *	approve-apip    complaint-approve-apip  one APPROVAL of 6.7.c
 *	response        complaint-response    REVIEW, 6.4
 *	draft           complaint-draft       REVIEW, 6.4: the answer's text
 *	approve         complaint-approve     one APPROVAL of that text
 *	inform          complaint-inform      REVIEW, 6.8
 *
 * An approval by an event (manner event) is an act of a role that may approve;
 * one copied from paper may be written down by whoever reviews. Field names of
 * the forms are names of cells. Who and when (core_officer,
 * core_date ...) is written by the act.
 */
struct desk;
struct answers;
struct complaint;
struct form;
struct move;
struct refusals;

struct complaint_option {
	const char *name;  /* "core", "answer" */
	const char *label; /* of the move, or the form's title */
	const struct move *move;         /* NULL: a step; the state stays */
	const struct form *form;         /* what it asks; NULL: nothing */
	bool is_done;      /* a step whose duty is met in this round */
	bool is_pair;      /* merge, split: desk/complaint_merge.h */
	bool is_allowed;   /* refusals is empty then */
	/* All that blocks it, by clause; field is where the cursor goes, item
	 * the step that would mend it ("inform"), "" when none does. */
	const struct refusals *refusals;
};

/*
 * What can be done with it now: the steps in the order of the standard, then
 * the moves out of its state in the order of the file; also those that are
 * blocked. What a sheet would still give is not missed here.
 */
enum fail desk_complaint_options(struct desk *desk, const struct id *id,
    struct arena *arena, struct complaint_option **ret_options, size_t *ret_n,
    struct err *err) must_check nonnull(1, 2, 3, 4, 5);

/*
 * The sheet of a step or move with what is known put in: what was written
 * before, in this round; for a row that is added, the defaults of its form.
 * FAIL_MISSING move.unknown: no such act, or it asks nothing.
 */
enum fail desk_complaint_sheet(struct desk *desk,
    const struct complaint *complaint, const char *act, struct arena *arena,
    struct answers **ret_answers, struct err *err)
    must_check nonnull(1, 2, 3, 4, 5);

struct complaint_request {
	const char *act;               /* name of the step or move */
	const struct complaint *seen;  /* as the officer read it */
	const struct answers *answers; /* of its form; NULL without */
	/* For what asks no form; else its first date and its reason rule. */
	struct date date;              /* none: today */
	const char *reason;            /* may be NULL */
};

struct complaint_acted {
	const char *state; /* it is in now; of data/life */
	struct due due;    /* no date when no clock has run */
	struct id row;     /* the event, or the row that was added; or zero */
};

/*
 * Do it.
 *
 * FAIL_MISSING complaint.none, move.unknown. FAIL_CONFLICT move.changed:
 * another moved it since (who, when, the state now); complaint.changed: a cell
 * written here was written by another since (field, who, when);
 * move.wrong-state; complaint.closed: a step in a state that is no longer at
 * work. FAIL_DENIED: as desk/desk.h. FAIL_INVALID: duties, dates or fields;
 * the first in err, all of them in refusals, whose arena the caller set (may
 * be NULL).
 */
enum fail desk_complaint_act(struct desk *desk,
    const struct complaint_request *request, struct refusals *refusals,
    struct complaint_acted *ret_acted, struct err *err)
    must_check nonnull(1, 2, 4);

#endif
