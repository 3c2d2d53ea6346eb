#ifndef SCREENS_ENTRY_PAGE_H
#define SCREENS_ENTRY_PAGE_H

#include "desk/complaint_intake.h"
#include "screens/entry_review.h"
#include "screens/screen.h"
#include "screens/summary.h"

/* What the two files of the page before saving share. */
enum { REASON_KIND, REASON_LATE, REASON_DOUBT };

struct entry_review_state {
	struct screen screen;
	struct entry_review_arg arg;
	struct complaint_review review;
	struct summary summary;
	const char *choice; /* what a late one is treated as; NULL: not yet */
};

/* The kinds a late complaint may be treated as, in the order of the digits. */
enum { TREATED_N = 5 };
const char *treated_as(int i);

/* Is the page itself where that field is decided (kind, a reason)? */
bool entry_review_has(const struct entry_review_state *state,
    const char *field) nonnull(1, 2);

/* Said by mouth, and not read back to the complainant yet. */
bool entry_review_wants_reading(const struct entry_review_state *state)
    nonnull(1);

/* Make the lines of the page from the review. */
void entry_review_lines(struct entry_review_state *state) nonnull(1);

#endif
