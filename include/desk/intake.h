#ifndef DESK_INTAKE_H
#define DESK_INTAKE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/err.h"
#include "base/id.h"
#include "domain/calendar.h"
#include "domain/record.h"

/*
 * From the first field of the intake form to the number: who is known, what
 * is open already, what the review page says, receiving, and changing later
 * what was stated.
 */
struct desk;
struct answers;
struct application;
struct form;
struct refusals;

/* The register's row by NIK (16 digits). FAIL_MISSING: not known. */
enum fail desk_known_person(struct desk *desk, const char *nik,
    struct arena *arena, struct record *ret_person, struct err *err)
    must_check nonnull(1, 2, 3, 4);

/* The register's row by NIB (13 digits). FAIL_MISSING: not known. */
enum fail desk_known_company(struct desk *desk, const char *nib,
    struct arena *arena, struct record *ret_company, struct err *err)
    must_check nonnull(1, 2, 3, 4);

/* Which cells of the register's row say otherwise than the answers. */
struct difference {
	const char *field;         /* the name of the cell */
	const char *stored, *typed;
};

/* The caller sets the arena, the rest is set. */
struct differences {
	struct arena *arena;
	struct difference *list;
	size_t n;
};

enum fail desk_differences(struct desk *desk, const struct record *known,
    const struct answers *answers, struct differences *differences,
    struct err *err) must_check nonnull(1, 2, 3, 4);

/* One field of the review page. */
struct review_field {
	const char *field, *label;
	struct fact fact;
};

struct duplicate {
	struct id id;
	const char *number, *company_name, *state;
	const char *received_date;
};

/* What the review page shows. Nothing was written. */
struct review {
	const struct review_field *missing, *wrong, *doubtful;
	size_t n_missing, n_wrong, n_doubtful;
	/* Same NIB and same activity (KBLI in either edition), still open. */
	const struct duplicate *duplicates;
	size_t n_duplicates;
	/* Rules of the standard that are not met, and how. */
	const struct refusals *refusals;
	bool is_consultation;  /* skala mikro or besar: no number */
	bool wants_late_reason;   /* received more than 3 working days ago */
	bool wants_doubt_reason;  /* something doubtful is to be passed */
	bool wants_duplicate_reason;
	struct due due;        /* were it lengkap dan benar today */
	bool may_receive;
};

enum fail desk_review(struct desk *desk, const struct id *id,
    const struct answers *answers, struct arena *arena,
    struct review *ret_review, struct err *err)
    must_check nonnull(1, 2, 3, 4, 5);

/* What to do with a register row that says otherwise. */
enum register_choice {
	REGISTER_KEEP,   /* the answers are of this file only */
	REGISTER_UPDATE, /* the register takes the answers */
};

struct intake {
	struct id id; /* from desk_new_id() when the form was opened */
	const struct answers *answers;
	enum register_choice person, company;
	/* Reasons; those the review does not want are not looked at. */
	const char *late_reason, *doubt_reason, *duplicate_reason;
};

struct received {
	struct id id;
	char number[32];     /* "" for a consultation */
	bool was_there;      /* it had been received already, nothing is new */
};

/*
 * Receive: number, record, registers, first event, and the draft gone, in one
 * transaction. Complete or not, the file gets its number; no clock starts.
 * Form and standard are those of the answers. The same id again gives the
 * same number again.
 *
 * FAIL_INVALID: the review would not let it pass; the first reason in err, all
 * of them in refusals, whose arena the caller set (may be NULL).
 */
enum fail desk_receive(struct desk *desk, const struct intake *intake,
    struct refusals *refusals, struct received *ret_received,
    struct err *err) must_check nonnull(1, 2, 4);

/*
 * Keep as a consultation: no number, no clock. FAIL_INVALID
 * intake.no-consultation: the scale is of this standard.
 */
enum fail desk_consult(struct desk *desk, const struct intake *intake,
    struct refusals *refusals, struct received *ret_received,
    struct err *err) must_check nonnull(1, 2, 4);

/*
 * May what was stated be changed, by who works and as it stands? For a screen,
 * before anything is typed; desk_edit() asks again. FAIL_DENIED as in
 * desk/desk.h, FAIL_CONFLICT intake.closed.
 */
enum fail desk_demand_edit(struct desk *desk,
    const struct application *application, struct err *err)
    must_check nonnull(1, 2);

/*
 * Change what was stated, with a reason, which stands in the history; the
 * registers stay as they are. Only while the case is open.
 *
 * FAIL_CONFLICT intake.changed: a field that is changed here was changed by
 * another since `seen` was read. FAIL_INVALID intake.no-reason, or as
 * receiving; FAIL_CONFLICT intake.closed.
 */
enum fail desk_edit(struct desk *desk, const struct record *seen,
    const struct answers *answers, const char *reason,
    struct refusals *refusals, struct err *err) must_check nonnull(1, 2, 3, 4);

#endif
