#ifndef SCREENS_LIST_STATE_H
#define SCREENS_LIST_STATE_H

#include "screens/list_rows.h"
#include "screens/screen.h"
#include "ui/line_edit.h"
#include "ui/list.h"

/* What the two files of the list of applications share. */
struct list_state {
	struct screen screen;
	struct list_rows of;
	struct row_source pages;
	struct row_window rows;
	struct list_source source;
	struct list list;
	struct line_edit search;
	bool in_search;
	bool opens_checklist;
};

/* Code of the word for a filter or an order. */
enum { LIST_FILTERS = LIST_CONSULTATIONS + 1 };
const char *list_filter_word(size_t filter);
const char *list_sort_word(enum list_sort sort);

void list_frame(const struct screen *screen, struct arena *arena,
    struct frame *frame) nonnull(1, 2, 3);
void list_screen_paint(const struct screen *screen, struct canvas *canvas,
    struct area body) nonnull(1, 2);

#endif
