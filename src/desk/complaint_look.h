#ifndef DESK_COMPLAINT_LOOK_H
#define DESK_COMPLAINT_LOOK_H

#include "desk/complaint_inside.h"
#include "desk/complaint_intake.h"
#include "desk/inside.h"
#include "domain/complaint.h"

/* A complaint sheet looked at for receiving: what the page before saving
 * shows, and what the act goes on with. */
struct complaint_look {
	const struct complaint_intake *intake;
	struct answers *answers;         /* judged copy */
	struct record complaint;         /* of those answers */
	struct record reporter;          /* the same; in clear */
	const struct standard *standard; /* in force; NULL when unknown */
	struct kind_ruling ruling;
	bool has_identity;
	bool is_late;                    /* typed late: a reason is wanted */
	bool is_doubtful;
	const char *late_reason, *doubt_reason; /* "" when none */
	struct refusals refusals;        /* all that keeps it out */
};

/* Look; everything lives in the arena. Nothing is asked of the roles. */
enum fail complaint_look(struct desk *desk,
    const struct complaint_intake *intake, struct arena *arena,
    struct complaint_look *ret_look, struct err *err)
    must_check nonnull(1, 2, 3, 4);

/* The rows of a sheet: complaint, pelapor; standard_ruling on them. */
void complaint_rows(const struct answers *answers, const struct id *id,
    struct arena *arena, struct record *ret_complaint,
    struct record *ret_reporter) nonnull(1, 2, 3, 4, 5);

/* Tie it to the application whose number it names; else a refusal. */
enum fail complaint_link_application(struct desk *desk,
    struct record *complaint, struct refusals *refusals, struct arena *arena,
    struct err *err) must_check nonnull(1, 2, 3, 4);

/* What the rule says, as screens show it. FAIL_INVALID: as calendar_due. */
enum fail complaint_kind_of(struct desk *desk, const struct standard *standard,
    const struct record *complaint, const struct kind_ruling *ruling,
    struct complaint_kind *ret_kind, struct err *err)
    must_check nonnull(1, 2, 3, 4, 5);

/* "Pengaduan" for "pengaduan"; as forms/complaint.form says it. */
const char *complaint_kind_label(struct desk *desk, const char *kind)
    nonnull(1, 2);

#endif
