#ifndef DESK_REVIEW_H
#define DESK_REVIEW_H

#include "desk/inside.h"
#include "desk/intake.h"
#include "domain/refusal.h"
#include "domain/standard.h"
#include "forms/answers.h"

/* A sheet looked at for receiving: what the review page shows, and what the
 * act goes on with. */
struct looked_at {
	struct answers *answers;         /* judged copy */
	struct record application;       /* of those answers */
	const struct standard *standard; /* in force; NULL when unknown */
	struct refusals rules;           /* that are not met */
	struct review review;
};

/* Which fields are missing, wrong, doubtful. */
void review_fields(const struct answers *answers, struct arena *arena,
    struct review *review) nonnull(1, 2, 3);

/* Look; everything lives in the arena. Nothing is asked of the roles. */
enum fail review_look(struct desk *desk, const struct id *id,
    const struct answers *answers, struct arena *arena,
    struct looked_at *ret_looked_at, struct err *err)
    must_check nonnull(1, 2, 3, 4, 5);

#endif
