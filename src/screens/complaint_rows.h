#ifndef SCREENS_COMPLAINT_ROWS_H
#define SCREENS_COMPLAINT_ROWS_H

#include "desk/complaint_list.h"
#include "screens/row_window.h"
#include "ui/canvas.h"

/* Where the rows of the complaint book come from, and how one looks. */
struct complaint_rows {
	struct desk *desk;
	struct complaint_query query;
};

/* Rows are struct complaint_line. */
struct row_source complaint_rows_source(struct complaint_rows *rows)
    nonnull(1);

/*
 * One row: mark (! past its date, ~ within two working days), number, day,
 * channel, complainant, matter, state, days left. What is confidential says
 * so in place of the name.
 */
void complaint_row_paint(const struct complaint_line *line,
    struct canvas *canvas, struct area area, enum face face) nonnull(1, 2);

/* The headings over such rows, in the same columns. */
void complaint_row_heads(struct canvas *canvas, struct area area) nonnull(1);

#endif
