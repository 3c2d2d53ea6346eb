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

#endif
