#include "ui/canvas.h"

#include <assert.h>
#include <string.h>

#include "base/text.h"
#include "ui/canvas_grid.h"

enum { SIDE_MAX = 1000 };

static int
clamp(int value, int low, int high)
{
	if (value < low)
		return low;
	return value > high ? high : value;
}

static void
cell_set(struct grid_cell *cell, const char *text, int columns)
{
	size_t size = text_fit_bytes(text, GRID_TEXT - 1);

	memcpy(cell->text, text, size);
	cell->text[size] = '\0';
	cell->columns = (uint8_t)columns;
}

static void
grid_make(struct canvas *canvas, int rows, int columns)
{
	canvas->rows = clamp(rows, 1, SIDE_MAX);
	canvas->columns = clamp(columns, 1, SIDE_MAX);
	canvas->cell = arena_array(canvas->grid,
	    (size_t)canvas->rows * (size_t)canvas->columns,
	    sizeof(*canvas->cell));
	for (int i = 0; i < canvas->rows * canvas->columns; i++)
		cell_set(&canvas->cell[i], " ", 1);
	canvas_clear(canvas);
}

struct canvas *
canvas_new(int rows, int columns)
{
	struct arena *own = arena_new();
	struct canvas *canvas = arena_alloc(own, sizeof(*canvas));

	canvas->own = own;
	canvas->grid = arena_new();
	grid_make(canvas, rows, columns);
	return canvas;
}

void
canvas_free(struct canvas *canvas)
{
	if (canvas == NULL)
		return;
	arena_free(canvas->grid);
	arena_free(canvas->own);
}

void
canvas_freep(struct canvas **canvas)
{
	canvas_free(*canvas);
}

void
canvas_set_style(struct canvas *canvas, struct canvas_style style)
{
	canvas->style = style;
}

struct canvas_style
canvas_style(const struct canvas *canvas)
{
	return canvas->style;
}

void
canvas_resize(struct canvas *canvas, int rows, int columns)
{
	arena_reset(canvas->grid);
	grid_make(canvas, rows, columns);
}

void
canvas_clear(struct canvas *canvas)
{
	canvas_fill(canvas, canvas_area(canvas), FACE_PLAIN);
	canvas->cursor_row = 0;
	canvas->cursor_column = 0;
}

int
canvas_rows(const struct canvas *canvas)
{
	return canvas->rows;
}

int
canvas_columns(const struct canvas *canvas)
{
	return canvas->columns;
}

struct area
canvas_area(const struct canvas *canvas)
{
	return (struct area){ 0, 0, canvas->rows, canvas->columns };
}

static struct grid_cell *
cell_at(const struct canvas *canvas, int row, int column)
{
	if (row < 0 || row >= canvas->rows || column < 0 ||
	    column >= canvas->columns)
		return NULL;
	return &canvas->cell[row * canvas->columns + column];
}

static const struct grid_cell *
row_of(const struct canvas *canvas, int row)
{
	return &canvas->cell[row * canvas->columns];
}

/* Writing over one half of a wide character leaves a blank for the other. */
static void
part_halves(struct canvas *canvas, int row, int column)
{
	struct grid_cell *cell = cell_at(canvas, row, column);

	if (cell == NULL)
		return;
	if (cell->columns == 0) {
		assert(column > 0);
		cell_set(cell - 1, " ", 1);
	} else if (cell->columns == 2) {
		assert(column + 1 < canvas->columns);
		cell_set(cell + 1, " ", 1);
	}
	cell_set(cell, " ", 1);
}

void
grid_blank(struct canvas *canvas, int row, int column, enum face face)
{
	struct grid_cell *cell = cell_at(canvas, row, column);

	if (cell == NULL)
		return;
	part_halves(canvas, row, column);
	cell->face = (uint8_t)face;
}

void
grid_put(struct canvas *canvas, int row, int column, enum face face,
    const char *text)
{
	struct grid_cell *cell = cell_at(canvas, row, column);
	int columns = text_columns(text) > 1 ? 2 : 1;

	grid_blank(canvas, row, column, face);
	if (columns == 2)
		grid_blank(canvas, row, column + 1, face);
	if (cell == NULL || column + columns > canvas->columns)
		return;
	cell_set(cell, text, columns);
	if (columns == 2)
		cell_set(cell + 1, "", 0);
}

/* The part of one side that lies on the grid: [*begin, *end). */
static void
clip(long long at, long long size, int limit, int *begin, int *end)
{
	*begin = at < 0 ? 0 : at > limit ? limit : (int)at;
	*end = at + size < *begin ? *begin :
	    at + size > limit ? limit : (int)(at + size);
}

void
canvas_fill(struct canvas *canvas, struct area area, enum face face)
{
	int top, bottom, left, right;

	clip(area.row, area.rows, canvas->rows, &top, &bottom);
	clip(area.column, area.columns, canvas->columns, &left, &right);
	for (int row = top; row < bottom; row++)
		for (int column = left; column < right; column++)
			grid_blank(canvas, row, column, face);
}

void
canvas_paint(struct canvas *canvas, struct area area, enum face face)
{
	int top, bottom, left, right;

	clip(area.row, area.rows, canvas->rows, &top, &bottom);
	clip(area.column, area.columns, canvas->columns, &left, &right);
	for (int row = top; row < bottom; row++)
		for (int column = left; column < right; column++)
			canvas->cell[row * canvas->columns + column].face =
			    (uint8_t)face;
}

void
canvas_cursor(struct canvas *canvas, int row, int column)
{
	canvas->cursor_row = clamp(row, 0, canvas->rows - 1);
	canvas->cursor_column = clamp(column, 0, canvas->columns - 1);
}

void
canvas_cursor_at(const struct canvas *canvas, int *ret_row, int *ret_column)
{
	*ret_row = canvas->cursor_row;
	*ret_column = canvas->cursor_column;
}

struct glyph
canvas_cell(const struct canvas *canvas, int row, int column)
{
	const struct grid_cell *cell = cell_at(canvas, row, column);

	if (cell == NULL)
		return (struct glyph){ " ", 1, FACE_PLAIN };
	return (struct glyph){ cell->text, cell->columns,
		(enum face)cell->face };
}

void
canvas_print(const struct canvas *canvas, struct buf *out)
{
	for (int row = 0; row < canvas->rows; row++) {
		size_t end = out->size;

		for (int column = 0; column < canvas->columns; column++) {
			const char *text = row_of(canvas, row)[column].text;

			buf_text(out, text);
			if (strcmp(text, " ") != 0)
				end = out->size;
		}
		buf_cut(out, end);
		buf_char(out, '\n');
	}
}

void
canvas_faces(const struct canvas *canvas, struct buf *out)
{
	for (int row = 0; row < canvas->rows; row++) {
		size_t end = out->size;

		for (int column = 0; column < canvas->columns; column++) {
			uint8_t face = row_of(canvas, row)[column].face;

			buf_char(out, face_letter((enum face)face));
			if (face != FACE_PLAIN)
				end = out->size;
		}
		buf_cut(out, end);
		buf_char(out, '\n');
	}
}
