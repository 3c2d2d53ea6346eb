#ifndef DESK_DEMO_SHEET_H
#define DESK_DEMO_SHEET_H

#include "desk/demo_data.h"
#include "desk/inside.h"
#include "forms/answers.h"

/* What an invented applicant would have typed. All live in the arena. */

/* A whole sheet of forms/application.form; consultation: skala mikro. */
enum fail demo_application(struct desk *desk, struct demo_data *data,
    bool is_consultation, struct arena *arena, struct answers **ret_answers,
    struct err *err) must_check nonnull(1, 2, 4, 5);

/*
 * The sheet of a move, every field that is asked; name is who takes the
 * certificate, nib that of the case.
 */
enum fail demo_move(struct desk *desk, struct demo_data *data,
    const struct move *move, const struct record *application,
    struct arena *arena, struct answers **ret_answers, struct err *err)
    must_check nonnull(1, 2, 3, 4, 5, 6);

#endif
