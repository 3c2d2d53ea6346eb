#ifndef SCREENS_BOOK_ARG_H
#define SCREENS_BOOK_ARG_H

#include <stdbool.h>

#include "base/id.h"
#include "desk/complaint_list.h"

/* How the complaint book is opened. */
struct book_arg {
	struct complaint_query query; /* texts live as long as the screen */
	const char *title; /* of a part of it; NULL: the whole book */
	/* Choose one, and leave BOOK_CHOSEN with its number as text. */
	bool chooses;
};

enum { BOOK_CHOSEN = 1 };

/* How the complaint form is opened; NULL: a new complaint. */
struct entry_arg {
	struct id draft; /* zero: none */
	struct id box;   /* whose next slip it is; zero: none */
};

/* One entry of the book; acts: with its acts offered at once. */
struct complaint_arg {
	struct id id;
	bool acts;
};

/* One act of one entry: a step or a move. Leaves COMPLAINT_ACT_DONE with the
 * paper to print, or "". */
struct complaint_act_arg {
	struct id id;
	const char *act;  /* its name, */
	const char *form; /* or NULL there, and the form it asks */
};

enum { COMPLAINT_ACT_DONE = 1 };

#endif
