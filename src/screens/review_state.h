#ifndef SCREENS_REVIEW_STATE_H
#define SCREENS_REVIEW_STATE_H

#include "desk/intake.h"
#include "screens/entries.h"
#include "screens/review.h"
#include "screens/screen.h"

/* What the two files of the review page share. */
struct review_line {
	enum face face;
	const char *text;
	const char *field; /* where Enter goes; NULL: nowhere */
};

enum { REASON_LATE, REASON_DOUBT, REASON_DUPLICATE, REASONS };
enum { LINES_MAX = 200 };

struct review_state {
	struct screen screen;
	struct review_arg arg;
	struct review review;
	struct review_line lines[LINES_MAX];
	size_t n, selected;
	struct entry entry[REASONS];
	int reason[REASONS]; /* which reason an entry is */
	size_t n_entries;
	struct entries entries;
	bool in_entries;
	struct difference *differences;
	size_t n_differences;
	bool has_chosen;
	enum register_choice choice;
};

/* Read what differs from the register, and make the lines of the page. */
void review_make_lines(struct review_state *state) nonnull(1);

#endif
