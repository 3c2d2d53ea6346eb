#ifndef SCREENS_COMPLAINT_DRAFT_H
#define SCREENS_COMPLAINT_DRAFT_H

#include "desk/complaint.h"
#include "screens/filling.h"
#include "screens/pick.h"

/*
 * The templates of answers in a popup, those for the kind of problem first.
 * What was chosen goes into the field of the answer, its names filled in. Where
 * something stands already it is asked: to stay, to go behind it, to replace.
 */
struct complaint_draft {
	struct arena *arena; /* NULL: nothing is asked */
	const struct complaint *complaint;
	size_t *order; /* of all templates, */
	size_t *rows;  /* and those of them that fit what was typed */
	size_t n;
	const char *text; /* filled in, while it is asked what to do */
	struct pick pick;
};

/* Is that the field, of that form? */
bool complaint_draft_is(const struct filling *filling) nonnull(1);

struct step complaint_draft_open(struct complaint_draft *draft,
    struct filling *filling, const struct complaint *complaint)
    nonnull(1, 2, 3);

/* The popup or the question closed. */
struct step complaint_draft_take(struct complaint_draft *draft,
    struct filling *filling, const struct screen_ops *from,
    const struct outcome *outcome) nonnull(1, 2, 3, 4);

/* Also of one that was never opened. */
void complaint_draft_done(struct complaint_draft *draft) nonnull(1);

#endif
