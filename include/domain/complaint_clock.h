#ifndef DOMAIN_COMPLAINT_CLOCK_H
#define DOMAIN_COMPLAINT_CLOCK_H

#include <stdbool.h>
#include <stddef.h>

#include "domain/complaint.h"
#include "domain/process_clock.h"

/*
 * The clock of 6.4: 14 working days (the standard's complaint_answer) since
 * the complaint arrived, not since it was typed, or since one without
 * identity or object was completed; an objection starts it anew. It is judged
 * by the day of the answer. A saran has none.
 */
struct complaint_clock {
	/* started, due, steps; state PROCESS_NOT_STARTED for a saran. */
	struct process_clock clock;
	struct date answered; /* of this round; none while it is owed */
	bool is_joint;        /* the due date is that of a merged one */
};

/*
 * From the EVENT records of one complaint, oldest first. The dates of
 * "record" and "complete" are those of the record (complaint_arrived(),
 * completed_date), so that a date corrected later counts.
 */
struct complaint_clock complaint_clock_of(const struct life *life,
    const struct calendar *calendar, const struct standard *standard,
    const struct record *complaint, const struct record *events, size_t n,
    struct arena *arena) nonnull(1, 2, 3, 4, 7);

/*
 * Of complaints that were merged the earliest due date rules all: put that of
 * a merged one (other) into this one when it is earlier. One whose clock does
 * not run binds nobody.
 */
void complaint_clock_join(struct complaint_clock *clock,
    const struct complaint_clock *other) nonnull(1, 2);

/* The other way round: the answer of the one it was merged into is its own. */
void complaint_clock_follow(struct complaint_clock *clock,
    const struct complaint_clock *leader) nonnull(1, 2);

/*
 * How the day of the answer, or today while one is owed, stands against the
 * due date. false when none is owed and none was given: a saran, one that
 * was withdrawn or forwarded.
 */
bool complaint_clock_left(const struct complaint_clock *clock,
    const struct calendar *calendar, struct date today, struct left *ret_left)
    must_check nonnull(1, 2, 4);

/* Past, within PROCESS_DUE_SOON working days, or neither. Answered in time or
 * late, it has no mark. */
enum clock_mark complaint_clock_mark(const struct complaint_clock *clock,
    const struct calendar *calendar, struct date today) nonnull(1, 2);

#endif
