#ifndef SCREENS_REVIEW_STATE_H
#define SCREENS_REVIEW_STATE_H

#include "desk/intake.h"
#include "screens/review.h"
#include "screens/screen.h"
#include "screens/summary.h"

/* What the two files of the review page share. */
enum { REASON_LATE, REASON_DOUBT, REASON_DUPLICATE };

struct review_state {
	struct screen screen;
	struct review_arg arg;
	struct review review;
	struct summary summary;
	struct difference *differences;
	size_t n_differences;
	bool has_chosen;
	enum register_choice choice;
};

/* Read what differs from the register, and make the lines of the page. */
void review_make_lines(struct review_state *state) nonnull(1);

#endif
