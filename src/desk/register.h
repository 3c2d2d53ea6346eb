#ifndef DESK_REGISTER_H
#define DESK_REGISTER_H

#include "desk/inside.h"
#include "desk/intake.h"
#include "forms/answers.h"

/*
 * Inside a transaction: the row of the applicant in the register of people,
 * and of the firm in that of companies; made when it is not known, changed
 * when that was chosen. Without NIK (NIB) there is none, and *ret_id stays.
 */
enum fail register_person(struct desk *desk, const struct answers *answers,
    enum register_choice choice, struct arena *arena, struct id *ret_id,
    struct err *err) must_check nonnull(1, 2, 4, 5);
enum fail register_company(struct desk *desk, const struct answers *answers,
    enum register_choice choice, const struct id *person,
    struct arena *arena, struct id *ret_id, struct err *err)
    must_check nonnull(1, 2, 4, 5, 6);

#endif
