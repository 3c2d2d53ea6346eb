#ifndef SCREENS_APPLICATION_STATE_H
#define SCREENS_APPLICATION_STATE_H

#include "desk/application.h"
#include "desk/move.h"
#include "screens/pager.h"
#include "screens/screen.h"

/* What the two files of one application's screen share. */
struct case_state {
	struct screen screen;
	struct id id;
	struct arena *arena; /* of what was read last */
	struct application application;
	struct pager pager;
	struct move_option *options;
	size_t n_options;
	bool picks_paper;
};

/* Make the lines of what was read: clock, checklist, steps, facts. */
void application_make_lines(struct case_state *state) nonnull(1);

#endif
