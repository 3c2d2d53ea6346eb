#ifndef SCREENS_QUESTION_H
#define SCREENS_QUESTION_H

#include <stddef.h>

#include "ui/dialog.h"

/*
 * A question over the screen that asks it: title, text, buttons, perhaps one
 * line to type. The screen below resumes with the number of the button, from
 * 0 (the harmless one, Esc), and the line typed.
 */
struct question {
	const char *title, *text;
	struct dialog_button buttons[DIALOG_BUTTONS_MAX]; /* label NULL ends */
	const char *entry; /* label of the line; NULL: none */
	size_t entry_ceiling;
	bool drops_typed;  /* a question that destroys: no typing ahead */
};

extern const struct screen_ops question_screen;

#endif
