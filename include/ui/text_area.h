#ifndef UI_TEXT_AREA_H
#define UI_TEXT_AREA_H

#include <stdbool.h>
#include <stddef.h>

#include "base/attr.h"
#include "ui/canvas.h"
#include "ui/edit.h"

/*
 * Several lines of text being typed: hard newlines are stored, soft breaks
 * are computed. Up in the first line and Down in the last are EDIT_IGNORED,
 * so that a form can move on; Tab and Esc too.
 */
struct text_area {
	struct edit edit;
	int rows, columns; /* of the window on the text */
	size_t top;	   /* first line shown */
	size_t goal;	   /* column that Up and Down keep to; internal */
	bool has_goal;
};

/* ceiling in characters; 0: EDIT_CEILING. */
void text_area_init(struct text_area *area, size_t ceiling, int rows,
    int columns) nonnull(1);
void text_area_done(struct text_area *area);

void text_area_set(struct text_area *area, const char *text) nonnull(1, 2);
const char *text_area_text(const struct text_area *area) nonnull(1);

/* Another size of the window; the cursor stays in sight. */
void text_area_resize(struct text_area *area, int rows, int columns)
    nonnull(1);

enum edit_result text_area_key(struct text_area *area, const struct key *key)
    nonnull(1, 2);

/* Line of the cursor and number of lines, both from 1: "baris 3 dari 9". */
void text_area_where(const struct text_area *area, size_t *ret_line,
    size_t *ret_lines) nonnull(1, 2, 3);

/* Draw rows x columns cells at row, column; as line_edit_paint(). */
void text_area_paint(const struct text_area *area, struct canvas *canvas,
    int row, int column, enum face face, bool has_focus) nonnull(1, 2);

/* The first rows of a text that is not being edited. */
void text_area_show(struct canvas *canvas, struct area area, enum face face,
    const char *text) nonnull(1, 4);

#endif
