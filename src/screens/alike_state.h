#ifndef SCREENS_ALIKE_STATE_H
#define SCREENS_ALIKE_STATE_H

#include "desk/alike.h"
#include "screens/screen.h"
#include "ui/list.h"

/* What the two files of that screen share. */
struct alike_state {
	struct screen screen;
	struct arena *now;
	struct desk_alike *pairs;
	size_t n;
	size_t stays; /* which side of the one selected would stay */
	struct alike decided; /* the last, with its verdict */
	enum alike_verdict verdict; /* ALIKE_UNDECIDED: none to take back */
	struct list_source source;
	struct list list;
};

enum { ALIKE_ROWS = 5 };

/* One row of the list; context is the state. */
void alike_row_paint(void *context, size_t i, struct canvas *canvas,
    struct area area, enum face face) nonnull(1, 3);

void alike_paint(const struct screen *screen, struct canvas *canvas,
    struct area body) nonnull(1, 2);

#endif
