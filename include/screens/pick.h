#ifndef SCREENS_PICK_H
#define SCREENS_PICK_H

#include "ui/canvas.h"
#include "ui/choice.h"

/*
 * A popup to choose one of many beside the field it belongs to. The screen
 * below resumes with code 1 + the number of the chosen row in the source's
 * last filter, and the row's code as text; 0 when nothing was chosen. With
 * toggle Enter marks rows one by one, and the popup ends with Esc (code 0).
 */
struct pick {
	struct choice_source source; /* context outlives the popup */
	const char *title;
	const char *typed;        /* filter to begin with; NULL: "" */
	const struct area *field; /* NULL: in the middle */
	int columns;              /* 0: 60 */
	int rows;                 /* at most; 0: 10 */
	bool has_digits;
	void (*toggle)(void *context, size_t i); /* NULL: Enter chooses */
};

#endif
