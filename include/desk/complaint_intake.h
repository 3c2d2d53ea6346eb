#ifndef DESK_COMPLAINT_INTAKE_H
#define DESK_COMPLAINT_INTAKE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/err.h"
#include "base/id.h"
#include "desk/complaint_list.h"
#include "desk/intake.h"
#include "domain/calendar.h"

/*
 * From the first field of the complaint form to the number: the kind the
 * standard gives it, what the page before saving says, receiving, the opening
 * of the box, and changing later what was stated. The form is
 * forms/complaint.form; fields named as cells of COMPLAINT and COMPLAINANT
 * are those cells. `represented` has one represented person in each line.
 */
struct desk;
struct answers;
struct complaint;
struct refusals;

/* What the rule makes of the answers so far (6.2, 6.3, 6.5.b). */
struct complaint_kind {
	const char *kind; /* "pengaduan" or "saran" */
	const char *label; /* "Pengaduan", "Saran atau masukan" */
	/*
	 * Why: complete: a plain pengaduan; no-identity, no-object,
	 * no-identity-object: saran at once; late: more than 30 days, the
	 * officer chooses; service-running; service-date-unknown. Stored as
	 * COMPLAINT.KIND_RULE; domain/complaint.h has them.
	 */
	const char *rule;
	const char *clause;     /* that says so, "32/6.5.b"; "" */
	bool wants_choice;      /* late: the officer says what it is */
	bool wants_reason;      /* kept as pengaduan although late */
	int days;               /* calendar days since the service; -1 */
	struct date window_end; /* the last of the 30; none: not known */
	struct due due;         /* none for a suggestion */
};

/* Asked at every field that changes; reads nothing from the register. */
enum fail desk_complaint_kind(struct desk *desk, const struct answers *answers,
    struct complaint_kind *ret_kind, struct err *err)
    must_check nonnull(1, 2, 3);

struct complaint_intake {
	struct id id; /* from desk_new_id() when the form was opened */
	const struct answers *answers;
	struct id box; /* BOX row whose slip it is; zero: none */
	/*
	 * For a late one: saran, masukan, koreksi, revisi, or pengaduan, which
	 * wants a reason. Not looked at unless kind.wants_choice. NULL: what
	 * the form's own fields kind and kind_reason say.
	 */
	const char *kind, *kind_reason;
	/* Not looked at unless the review wants them; NULL as above. */
	const char *late_reason, *doubt_reason;
};

/* What the page before saving shows. Nothing was written. */
struct complaint_review {
	const struct review_field *missing, *wrong, *doubtful;
	size_t n_missing, n_wrong, n_doubtful;
	struct complaint_kind kind;
	bool wants_late_reason;  /* typed more than 3 working days after */
	bool wants_doubt_reason;
	bool wants_reading_back; /* lisan, and not read back yet: refused */
	/* Earlier entries of the same person, company or application. */
	const struct complaint_related *earlier;
	size_t n_earlier;
	/* All that keeps it from being received with what is given now. */
	const struct refusals *refusals;
	bool may_receive;
};

enum fail desk_complaint_review(struct desk *desk,
    const struct complaint_intake *intake, struct arena *arena,
    struct complaint_review *ret_review, struct err *err)
    must_check nonnull(1, 2, 3, 4);

/*
 * Receive: number, record, people (sealed when confidential), first event,
 * and the draft gone, in one transaction. A suggestion gets its number from
 * the same series and no clock. The same id again gives the same number.
 *
 * FAIL_INVALID: the review would not let it pass; the first reason in err, all
 * of them in refusals, whose arena the caller set (may be NULL): fields that
 * are wrong, dates in impossible order, complaint.names-you (it names who
 * types it: a colleague has to), reasons that are wanted.
 */
enum fail desk_complaint_receive(struct desk *desk,
    const struct complaint_intake *intake, struct refusals *refusals,
    struct received *ret_received, struct err *err)
    must_check nonnull(1, 2, 4);

/*
 * Change what was stated, with a reason, which stands in the history; the
 * kind stays. Only while the case is open or at rest.
 *
 * FAIL_CONFLICT intake.changed: a field that is changed here was changed by
 * another since `seen` was read; complaint.closed. FAIL_INVALID
 * intake.no-reason, or as receiving.
 */
enum fail desk_complaint_edit(struct desk *desk, const struct complaint *seen,
    const struct answers *answers, const char *reason,
    struct refusals *refusals, struct err *err) must_check nonnull(1, 2, 3, 4);

/*
 * The opening of the kotak pengaduan (form complaint-box): one row, once; its
 * slips are then received one by one, each with `box`. They came on the day of
 * the opening, by channel m. FAIL_INVALID: the form.
 */
enum fail desk_box_open(struct desk *desk, const struct id *id,
    const struct answers *answers, struct refusals *refusals, struct err *err)
    must_check nonnull(1, 2, 3);

struct box {
	struct record record; /* of BOX */
	int slips;            /* that were counted */
	struct complaint_line *received; /* slips that were entered */
	size_t n_received;
	int hidden;           /* entered, and not for who works */
};

/* One opening. FAIL_MISSING complaint.no-box. */
enum fail desk_box(struct desk *desk, const struct id *id,
    struct arena *arena, struct box *ret_box, struct err *err)
    must_check nonnull(1, 2, 3, 4);

/* The openings, latest first; those with slips not entered yet, or all. */
enum fail desk_boxes(struct desk *desk, bool unfinished, struct arena *arena,
    struct box **ret_boxes, size_t *ret_n, struct err *err)
    must_check nonnull(1, 3, 4, 5);

/*
 * A sheet for the next slip: forms/complaint.form with the channel, the day
 * and the hour of the opening put in.
 */
enum fail desk_box_slip(struct desk *desk, const struct id *box,
    struct arena *arena, struct answers **ret_answers, struct err *err)
    must_check nonnull(1, 2, 3, 4);

#endif
