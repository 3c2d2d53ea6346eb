#ifndef SCREENS_LIST_ROWS_H
#define SCREENS_LIST_ROWS_H

#include "desk/list.h"
#include "screens/row_window.h"

/* Where the rows of the list of applications come from: struct list_row. */
struct list_rows {
	struct desk *desk;
	struct list_query query;
};

struct row_source list_rows_source(struct list_rows *rows) nonnull(1);

#endif
