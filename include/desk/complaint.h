#ifndef DESK_COMPLAINT_H
#define DESK_COMPLAINT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/err.h"
#include "base/id.h"
#include "desk/application.h"
#include "domain/calendar.h"
#include "domain/record.h"

/*
 * One entry of the complaint book as it stands: what was complained of, by
 * whom as far as the officer may know, what the office made of it round by
 * round, its life and its clock.
 *
 * Conflict of interest: an entry that names the officer who works
 * (named_officer) is not there for him, in no call of this room. Each answers
 * FAIL_MISSING complaint.none, as for an entry that does not exist, and notes
 * the denial in the register (ACCESS, act "denied").
 */
struct desk;
struct answers;
struct form;
struct standard;
struct status;

/* Where the 14 working days of clause 6.4 stand. */
struct answer_clock {
	bool is_running;
	struct date started; /* day 0 of this round; none: no clock has run */
	struct date stopped; /* the day of the answer, or of the end */
	struct due due;      /* the one that rules; none when none has run */
	struct due own;      /* without those merged into it */
	struct left left;    /* as of today, or of the day it stopped */
	bool is_soon;        /* runs, within 2 working days of due */
};

/* Another entry of the book that this one is tied to. */
struct complaint_tie {
	struct id id;
	const char *number, *object;
	struct date received;
	const char *state_label;
};

struct complaint {
	struct record record;       /* of COMPLAINT */
	const struct record *extra; /* its ANSWER rows */
	size_t n_extra;
	const struct form *form;    /* it was received under */
	const struct standard *standard;
	/*
	 * COMPLAINANT rows, the pelapor first; none when anonymous. Of a
	 * confidential entry they hold what desk_complaint_people() opens:
	 * here only part and proxy are to be seen.
	 */
	const struct record *people;
	size_t n_people;
	bool is_confidential;
	bool may_reveal;            /* who works may open the people */
	/* The present round, from 1: what 6.5.c to 6.8 say of it. A record
	 * without cells when nothing was written yet. */
	int round;
	struct record review;
	const struct record *reviews; /* REVIEW of every round, rising */
	size_t n_reviews;
	/* HANDLING, LEVEL and APPROVAL rows of all rounds, oldest first. */
	const struct record *handlings, *levels, *approvals;
	size_t n_handlings, n_levels, n_approvals;
	bool is_approved;           /* the answer as it now reads (APPROVAL) */
	/* Merged into this one, and still so; into: where this one went. */
	const struct complaint_tie *merged;
	size_t n_merged;
	const struct complaint_tie *into; /* NULL: nowhere */
	const struct complaint_tie *application; /* the linked one, or NULL */
	const struct application_event *events;
	size_t n_events;
	const struct status *status; /* domain/life.h */
	struct answer_clock clock;
	struct date window_end;     /* last of the 30 days; none: not known */
};

/*
 * Read it; everything lives in the arena. What was read is given again as
 * `seen` to an act, so that the act can tell what another changed since.
 * FAIL_MISSING complaint.none.
 */
enum fail desk_complaint(struct desk *desk, const struct id *id,
    struct arena *arena, struct complaint *ret_complaint, struct err *err)
    must_check nonnull(1, 2, 3, 4);

/*
 * What was stated, on the form of the record's version, to read or to change.
 * Of a confidential entry the people's fields are empty.
 */
enum fail desk_complaint_stated(struct desk *desk,
    const struct complaint *complaint, struct arena *arena,
    struct answers **ret_answers, struct err *err)
    must_check nonnull(1, 2, 3, 4);

/* The entry with that number, exactly. FAIL_MISSING complaint.no-number. */
enum fail desk_complaint_numbered(struct desk *desk, const char *number,
    struct id *ret_id, struct err *err) must_check nonnull(1, 2, 3);

/* COMPLAINANT rows in clear; the caller sets the arena, the rest is set. */
struct complaint_people {
	struct arena *arena;
	struct record *list; /* the pelapor first */
	size_t n;
};

/*
 * Who complains, in clear. Of a confidential entry only for a role that may
 * read confidential complainants, and only after the reading was written
 * down (ACCESS "reveal", with the reason), before anything is opened.
 * FAIL_DENIED: the role; FAIL_INVALID complaint.no-reveal-reason; FAIL_BUSY or
 * FAIL_IO: it could not be written down, and nothing was opened;
 * FAIL_DENIED complaint.no-key: this officer does not hold the office key.
 */
enum fail desk_complaint_people(struct desk *desk, const struct id *id,
    const char *reason, struct complaint_people *people, struct err *err)
    must_check nonnull(1, 2, 4);

#endif
