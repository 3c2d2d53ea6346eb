#ifndef DESK_COMPLAINT_STEP_H
#define DESK_COMPLAINT_STEP_H

#include "desk/complaint_act.h"
#include "desk/complaint_inside.h"
#include "desk/inside.h"
#include "domain/complaint_duty.h"

/*
 * What an act on an entry writes, and when it may: the table of steps, and
 * the same for the moves of data/life/complaint.conf.
 */
enum when_open {
	WHEN_AT_WORK,   /* the entry is open */
	WHEN_REVIEWED,  /* its review was begun, and the steps before done */
	WHEN_LEVELED,   /* it lies at a level of a chain */
	WHEN_UNANSWERED, /* the answer of this round was not given yet */
};

/* One act: a step, or a move. */
struct complaint_step {
	const char *name, *form;
	enum table_number target; /* the row its fields are cells of */
	bool adds;                /* a new row at each time; else the one */
	enum need need;           /* the duty; NEEDS_N: none */
	enum when_open when;
	int officer, date;        /* REVIEW cells the act fills; or -1 */
	const struct move *move;  /* NULL: a step */
};

/* The steps, in the order of the standard. */
extern const struct complaint_step complaint_steps[];
extern const size_t complaint_steps_n;

/* The step or move of that name; false when there is none. */
bool complaint_step_find(const struct life *life, const char *name,
    struct complaint_step *ret_step) must_check nonnull(1, 2, 3);

/* The same of a move. */
struct complaint_step complaint_step_of_move(const struct move *move)
    nonnull(1);

/* Is the state one of the three ways of settling (6.7)? Its name is then the
 * class of the review. */
bool complaint_is_class(const char *state) nonnull(1);

/* The name of the step or move by which a missing duty ("duty.core") is met;
 * "" when it is not met by one. */
const char *complaint_step_of_duty(const struct refusal *duty) nonnull(1);

/* The role's action; answers, which may be NULL, tell an approval on paper. */
enum action complaint_step_action(const struct complaint_step *step,
    const struct answers *answers) nonnull(1);

/* What keeps a step from being written down now, whatever is on its sheet. */
void complaint_step_refusals(const struct complaint_step *step,
    const struct folded_complaint *folded, struct refusals *refusals)
    nonnull(1, 2, 3);

#endif
