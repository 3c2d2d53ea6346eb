#ifndef SCREENS_MOVE_ARG_H
#define SCREENS_MOVE_ARG_H

#include "base/id.h"

/* One move of one application. Leaves MOVE_DONE with the paper to print. */
struct move_arg {
	struct id id;
	const char *move; /* its name in data/life */
};

enum { MOVE_DONE = 1 };

#endif
