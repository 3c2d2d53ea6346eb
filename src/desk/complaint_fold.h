#ifndef DESK_COMPLAINT_FOLD_H
#define DESK_COMPLAINT_FOLD_H

#include "desk/events.h"
#include "desk/inside.h"
#include "domain/complaint_clock.h"
#include "domain/complaint_duty.h"
#include "domain/standard.h"
#include "store/rows.h"

/* Names the program itself knows, of data/life/complaint.conf. */
#define LIFE_COMPLAINT "complaint"
#define MOVE_RECORD "record"
#define MOVE_RECORD_SUGGESTION "record-suggestion"
#define MOVE_REVIEW "review"
#define MOVE_ANSWER "answer"
#define MOVE_ESCALATE "escalate"
#define MOVE_COMPLETE "complete"
#define MOVE_REOPEN "reopen"
#define MOVE_MERGE "merge"
#define MOVE_SPLIT "split"
#define STATE_SUGGESTION "saran"

/* COMPLAINANT.PART, and the codes their keys are derived from. */
#define PART_REPORTER "pelapor"
#define PART_REPRESENTED "diwakili"

/*
 * One entry of the complaint book with its life folded: everything an act
 * decides on, read in one place. Inside a transaction nothing of it can change
 * before the commit.
 */
struct folded_complaint {
	struct record complaint;
	const struct life *life;
	const struct standard *standard; /* of the record's version */
	struct records people;           /* the pelapor first */
	const struct record *reporter;   /* of people, or NULL */
	struct records reviews;          /* by rising round */
	struct records handlings, levels, approvals; /* oldest first */
	struct records merges; /* MERGE rows of this one into others */
	struct records merged; /* of others into this one */
	struct records events;
	struct status status;
	int round;                       /* from 1 */
	struct record review;            /* of the round; empty if none */
	struct complaint_clock own;      /* without those merged into it */
	struct complaint_clock clock;
};

/*
 * Read and fold. The clock counts with the calendar given; one that has
 * stopped keeps the date that was promised then. FAIL_MISSING complaint.none.
 */
enum fail complaint_fold(struct desk *desk, const struct id *id,
    const struct calendar *calendar, struct folded_complaint *ret_folded,
    struct arena *arena, struct err *err) must_check nonnull(1, 2, 3, 4, 5);

/* Fold again what was written since, and keep the derived state of it and of
 * what it is merged into: inside the transaction that wrote. */
enum fail complaint_keep(struct desk *desk, const struct id *id,
    struct folded_complaint *ret_folded, struct arena *arena, struct err *err)
    must_check nonnull(1, 2, 3, 4);

/* The MERGE row by which it is merged now, or NULL. */
const struct record *complaint_merge_row(const struct folded_complaint *folded)
    nonnull(1);

/* For the duties; review and before are those of the present round. */
struct complaint_facts complaint_facts_of(const struct folded_complaint *folded)
    nonnull(1);

/* The key of the review of a round. */
struct id complaint_review_id(const struct id *complaint, int round)
    nonnull(1);

/*
 * Is it there for who works? FAIL_MISSING complaint.none when it does not
 * exist, and when it names him: that is noted, in a transaction of its own.
 * To be asked outside of any transaction.
 */
enum fail complaint_guard(struct desk *desk, const struct id *id,
    struct err *err) must_check nonnull(1, 2);

/* The same inside a transaction, without a note. */
bool complaint_names(const struct desk *desk, const struct record *complaint)
    nonnull(1, 2);

#endif
