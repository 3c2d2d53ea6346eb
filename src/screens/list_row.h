#ifndef SCREENS_LIST_ROW_H
#define SCREENS_LIST_ROW_H

#include "desk/list.h"
#include "ui/canvas.h"

/*
 * One row of the list: mark (! past its date, ~ within two working days),
 * number, day, company and applicant, state, days left.
 */
void list_row_paint(const struct list_row *row, struct canvas *canvas,
    struct area area, enum face face) nonnull(1, 2);

/*
 * The same two for any clock: the day it stopped (none: it runs) and what is
 * left. "" and ' ' when none has run.
 */
const char *list_row_left(struct arena *arena, struct due due,
    struct date stopped, struct left left) nonnull(1);
const char *list_row_mark(struct due due, struct date stopped,
    struct left left);

#endif
