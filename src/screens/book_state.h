#ifndef SCREENS_BOOK_STATE_H
#define SCREENS_BOOK_STATE_H

#include "screens/complaint_rows.h"
#include "screens/screen.h"
#include "ui/line_edit.h"
#include "ui/list.h"

/* What the two files of the complaint book share. */
struct book_state {
	struct screen screen;
	struct complaint_rows of;
	struct row_source pages;
	struct row_window rows;
	struct list_source source;
	struct list list;
	struct line_edit search;
	bool in_search;
	bool chooses;
	bool picks_paper; /* the popup is of papers, not of filters */
	const char *title; /* NULL: the whole book */
	size_t open, overdue, soon;
};

/* Code of the word for a filter or an order. */
enum { BOOK_SHOWS = COMPLAINTS_ENDED + 1 };
const char *book_show_word(size_t show);
const char *book_order_word(enum complaint_order order);

/* "belum selesai, saluran f": what of the book is shown. */
const char *book_shown(const struct book_state *state, struct arena *arena)
    nonnull(1, 2);

/* F9 asks what to print; then the one that was chosen, from 0. */
struct step book_ask_paper(struct book_state *state) nonnull(1);
struct step book_print(struct book_state *state, size_t chosen) nonnull(1);

void book_frame(const struct screen *screen, struct arena *arena,
    struct frame *frame) nonnull(1, 2, 3);
void book_paint(const struct screen *screen, struct canvas *canvas,
    struct area body) nonnull(1, 2);

#endif
