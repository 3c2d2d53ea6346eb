#ifndef PAPER_RENDER_H
#define PAPER_RENDER_H

#include <stddef.h>

#include "base/buf.h"
#include "paper/template.h"

/*
 * A template and values to plain text, line by line, within a width. No value
 * can bring a control or bidi character onto paper: each passes
 * text_sanitise.
 */
struct paper_size {
	size_t columns; /* of the text */
	size_t margin;  /* blanks before each line */
	size_t lines;   /* of a page, a form feed after each; 0: a roll */
	bool is_wide;
};

/* A4 at ten characters an inch: 80 columns, 62 lines within the margins. */
struct paper_size paper_a4(void);

/* A roll of 80 mm: 48 columns (font A of ESC/POS printers). */
struct paper_size paper_roll(void);

/* Where values come from. */
struct paper_source {
	/* The value of a name, in entry index of list (NULL outside "each").
	 * NULL or "" when there is none. */
	const char *(*value)(const void *context, const char *name,
	    const char *list, size_t index);
	/* How many entries a list has. */
	size_t (*count)(const void *context, const char *list);
	const void *context;
};

/* Append the text of the paper. out->is_over tells when it did not fit. */
void paper_render(const struct paper *paper, const struct paper_source *source,
    struct paper_size size, struct buf *out) nonnull(1, 2, 4);

#endif
