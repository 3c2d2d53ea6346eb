#ifndef SCREENS_CHECKLIST_STATE_H
#define SCREENS_CHECKLIST_STATE_H

#include "desk/application.h"
#include "domain/checklist.h"
#include "screens/screen.h"

/* What the two files of the checklist share. */
struct checklist_state {
	struct screen screen;
	struct id id;
	struct arena *arena; /* of what was read last */
	struct application application;
	size_t selected;
	enum check_result asked; /* the result the note is asked for */
	bool asks_document;
};

/* Draw the body. */
void checklist_paint(const struct screen *screen, struct canvas *canvas,
    struct area body) nonnull(1, 2);

#endif
