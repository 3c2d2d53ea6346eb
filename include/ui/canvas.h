#ifndef UI_CANVAS_H
#define UI_CANVAS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/attr.h"
#include "base/buf.h"
#include "ui/face.h"

/*
 * A grid of cells that screens draw on and a terminal, or a test, shows.
 *
 * Rows and columns count from 0. Whatever lies outside is cut, so drawing
 * never fails; a wide character that would be cut in half is a blank instead.
 * Text goes through text_sanitise(): nothing but visible characters comes
 * onto the grid.
 */
struct canvas;

struct area {
	int row, column, rows, columns;
};

/* What the terminal can and the officer wants. */
struct canvas_style {
	bool is_ascii;	 /* no character above U+007E: boxes of + - | */
	bool is_plain;	 /* no boxes, no rules (--plain) */
	bool has_extent; /* empty cells of fields are '_' (mono) */
};

/* rows and columns at least 1 and at most 1000 (clamped). */
struct canvas *canvas_new(int rows, int columns);
void canvas_free(struct canvas *canvas);
void canvas_freep(struct canvas **canvas);
#define scoped_canvas scoped(canvas_freep) struct canvas *

void canvas_set_style(struct canvas *canvas, struct canvas_style style)
    nonnull(1);
struct canvas_style canvas_style(const struct canvas *canvas) nonnull(1);

/* Another size; everything becomes blank. */
void canvas_resize(struct canvas *canvas, int rows, int columns) nonnull(1);

/* All blanks in FACE_PLAIN, cursor in the corner. */
void canvas_clear(struct canvas *canvas) nonnull(1);

int canvas_rows(const struct canvas *canvas) nonnull(1);
int canvas_columns(const struct canvas *canvas) nonnull(1);
struct area canvas_area(const struct canvas *canvas) nonnull(1);

/* Draw text; returns the column after it (cut or not). */
int canvas_put(struct canvas *canvas, int row, int column, enum face face,
    const char *text) nonnull(1, 5);

/*
 * Draw into exactly columns cells: text that is longer is cut and ends in
 * '…', shorter text is followed by blanks. Returns the column after it.
 */
int canvas_put_in(struct canvas *canvas, int row, int column, int columns,
    enum face face, const char *text) nonnull(1, 6);

/* The same, moved to the right end of the columns. */
int canvas_put_right(struct canvas *canvas, int row, int column, int columns,
    enum face face, const char *text) nonnull(1, 6);

int canvas_print_at(struct canvas *canvas, int row, int column, enum face face,
    const char *format, ...) printf_like(5, 6) nonnull(1, 5);

/*
 * Text over several lines of the area (wrapped at blanks, '\n' kept), from
 * wrapped line first on. Returns how many lines the text has.
 */
int canvas_flow(struct canvas *canvas, struct area area, int first,
    enum face face, const char *text) nonnull(1, 5);

/* Blanks in a face. */
void canvas_fill(struct canvas *canvas, struct area area, enum face face)
    nonnull(1);

/* Another face, same text. */
void canvas_paint(struct canvas *canvas, struct area area, enum face face)
    nonnull(1);

/* Lines; nothing in plain style. */
void canvas_rule(struct canvas *canvas, int row, int column, int columns,
    enum face face) nonnull(1);
void canvas_rule_down(struct canvas *canvas, int row, int column, int rows,
    enum face face) nonnull(1);

/*
 * A popup: the area is blanked in FACE_BOX and framed; title stands in the
 * upper line on the left, note on the right (either may be NULL). Returns
 * the area inside (one blank column at each side).
 */
struct area canvas_box(struct canvas *canvas, struct area area,
    const char *title, const char *note) nonnull(1);

/* A bar of columns cells, part of whole filled: "███░░" or "##...". */
void canvas_bar(struct canvas *canvas, int row, int column, int columns,
    long long part, long long whole) nonnull(1);

/* Where the hardware cursor stands: always on the focus. */
void canvas_cursor(struct canvas *canvas, int row, int column) nonnull(1);
void canvas_cursor_at(const struct canvas *canvas, int *ret_row,
    int *ret_column) nonnull(1, 2, 3);

/*
 * Where a popup of rows x columns (frame included) goes: below the field it
 * belongs to, else above it, never over it and never over the last four
 * lines; field NULL: in the middle of the body. It shrinks when there is no
 * room.
 */
struct area popup_area(const struct canvas *canvas, int rows, int columns,
    const struct area *field) nonnull(1);

/* What a cell shows. */
struct glyph {
	const char *text; /* one cluster; "" in the right half of a wide one */
	int columns;	  /* 1 or 2; 0 in the right half */
	enum face face;
};
struct glyph canvas_cell(const struct canvas *canvas, int row, int column)
    nonnull(1);

/* The grid as lines, blanks at their ends cut; each line ends in '\n'. */
void canvas_print(const struct canvas *canvas, struct buf *out) nonnull(1, 2);

/* One face letter for each cell, '.' at the ends of lines cut. */
void canvas_faces(const struct canvas *canvas, struct buf *out) nonnull(1, 2);

#endif
