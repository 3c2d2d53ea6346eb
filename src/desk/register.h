#ifndef DESK_REGISTER_H
#define DESK_REGISTER_H

#include "desk/inside.h"
#include "desk/intake.h"
#include "forms/answers.h"

/* What a received sheet does to the registers, and the rows it led to. */
struct registering {
	const struct answers *answers;
	enum register_choice person_choice, company_choice;
	struct id person, company; /* zero: none */
};

/*
 * Inside a transaction: the row of the applicant in the register of people,
 * and of the firm in that of companies; made when it is not known, changed
 * when that was chosen. Without NIK (NIB) there is none.
 */
enum fail register_person(struct desk *desk, struct registering *registering,
    struct arena *arena, struct err *err) must_check nonnull(1, 2, 3);

/* After register_person(): who came for the firm stands in its row. */
enum fail register_company(struct desk *desk,
    struct registering *registering, struct arena *arena, struct err *err)
    must_check nonnull(1, 2, 3);

#endif
