#ifndef UI_CHOICE_H
#define UI_CHOICE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/attr.h"
#include "ui/canvas.h"
#include "ui/line_edit.h"
#include "ui/list.h"

/*
 * A popup to choose one of many: typing narrows the rows, arrows and digits
 * choose. The rows come from a callback that is told the filter.
 */
struct choice_row {
	const char *code; /* in a column of its own; may be "" */
	const char *text;
	const char *note; /* on the right; may be NULL */
};

struct choice_source {
	/* Rows that fit what was typed ("": all); at most CHOICE_ROWS_MAX. */
	size_t (*filter)(void *context, const char *typed);
	/* Row i of the last filter(); borrowed until the next call. */
	struct choice_row (*row)(void *context, size_t i);
	void *context;
};

enum { CHOICE_ROWS_MAX = 1000 };

enum choice_result {
	CHOICE_OPEN,   /* goes on */
	CHOICE_CHOSEN, /* selected is the row */
	CHOICE_CLOSED, /* Esc */
	CHOICE_HELP,   /* F1 on the row */
};

struct choice {
	const struct choice_source *source;
	const char *title; /* borrowed, as are the other texts */
	const char *found; /* after the number of rows: "hasil" */
	const char *none;  /* instead of rows: "Tidak ada yang cocok." */
	const char *keys;  /* last line: "Enter pilih    Esc batal" */
	bool has_digits;   /* 1 to 9 choose at once; else they filter */
	int columns;	   /* width wanted, frame included */
	int rows_max;	   /* height wanted, in rows of the list */
	struct line_edit typed;
	size_t n, selected, top;
};

/*
 * Open over a source with what was typed already ("" if nothing). Set the
 * texts and options before painting; source must outlive the popup.
 */
void choice_init(struct choice *choice, const struct choice_source *source,
    const char *typed) nonnull(1, 2, 3);
void choice_done(struct choice *choice);

/* Select row i. */
void choice_select(struct choice *choice, size_t i) nonnull(1);

enum choice_result choice_key(struct choice *choice, const struct key *key)
    nonnull(1, 2);

/* Draw beside the field it belongs to (NULL: in the middle). */
void choice_paint(const struct choice *choice, struct canvas *canvas,
    const struct area *field) nonnull(1, 2);

#endif
