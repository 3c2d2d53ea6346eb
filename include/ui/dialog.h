#ifndef UI_DIALOG_H
#define UI_DIALOG_H

#include <stdbool.h>
#include <stddef.h>

#include "base/attr.h"
#include "ui/canvas.h"
#include "ui/line_edit.h"

/*
 * A question with buttons. The first button is the harmless answer: it has
 * the focus at first and Esc means it. A letter presses its button at once
 * unless the dialog has an entry; then letters are text.
 */
enum { DIALOG_BUTTONS_MAX = 6 };

struct dialog_button {
	const char *label; /* "Simpan"; borrowed */
	char letter;	   /* upper case; 0: only arrows and Enter */
};

struct dialog {
	const char *title; /* borrowed, as are all texts */
	const char *text;  /* wrapped; '\n' breaks */
	struct dialog_button buttons[DIALOG_BUTTONS_MAX];
	int n;
	int focus;		 /* a button; n: the entry */
	const char *entry_label; /* NULL: no entry */
	struct line_edit entry;
	int columns; /* width; 0: fits the text, at most 64 */
	int top;     /* first line of a long text shown; internal */
};

enum { DIALOG_GOES_ON = -1 };

/* title and text; buttons are added one by one. */
void dialog_init(struct dialog *dialog, const char *title, const char *text)
    nonnull(1, 2, 3);
void dialog_done(struct dialog *dialog);

void dialog_button(struct dialog *dialog, const char *label, char letter)
    nonnull(1, 2);

/* Ask for a line too (a reason, the word PULIHKAN); it gets the focus. */
void dialog_ask(struct dialog *dialog, const char *label, size_t ceiling)
    nonnull(1, 2);

/* The button pressed, or DIALOG_GOES_ON. Esc is button 0. */
int dialog_key(struct dialog *dialog, const struct key *key) nonnull(1, 2);

void dialog_paint(const struct dialog *dialog, struct canvas *canvas)
    nonnull(1, 2);

#endif
