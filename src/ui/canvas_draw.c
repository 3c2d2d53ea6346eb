#include "ui/canvas.h"

#include <string.h>

#include "base/text.h"
#include "ui/canvas_grid.h"
#include "ui/frame.h"

/* Lines of boxes and rules, all of them in the fonts of the Linux console. */
enum line {
	ACROSS,
	DOWN,
	UPPER_LEFT,
	UPPER_RIGHT,
	LOWER_LEFT,
	LOWER_RIGHT,
	FULL,
	EMPTY,
};

static void
put_line(struct canvas *canvas, int row, int column, enum face face,
    enum line line)
{
	static const char *const unicode[] = { "─", "│", "┌", "┐", "└", "┘",
		"█", "░" };
	static const char *const ascii[] = { "-", "|", "+", "+", "+", "+", "#",
		"." };

	grid_put(canvas, row, column, face,
	    (canvas->style.is_ascii ? ascii : unicode)[line]);
}

void
canvas_rule(struct canvas *canvas, int row, int column, int columns,
    enum face face)
{
	if (canvas->style.is_plain)
		return;
	for (int i = 0; i < columns && column + i < canvas->columns; i++)
		put_line(canvas, row, column + i, face, ACROSS);
}

void
canvas_rule_down(struct canvas *canvas, int row, int column, int rows,
    enum face face)
{
	if (canvas->style.is_plain)
		return;
	for (int i = 0; i < rows && row + i < canvas->rows; i++)
		put_line(canvas, row + i, column, face, DOWN);
}

static void
put_frame(struct canvas *canvas, struct area area)
{
	int bottom = area.row + area.rows - 1;
	int right = area.column + area.columns - 1;

	canvas_rule(canvas, area.row, area.column, area.columns, FACE_BOX);
	canvas_rule(canvas, bottom, area.column, area.columns, FACE_BOX);
	canvas_rule_down(canvas, area.row, area.column, area.rows, FACE_BOX);
	canvas_rule_down(canvas, area.row, right, area.rows, FACE_BOX);
	if (canvas->style.is_plain)
		return;
	put_line(canvas, area.row, area.column, FACE_BOX, UPPER_LEFT);
	put_line(canvas, area.row, right, FACE_BOX, UPPER_RIGHT);
	put_line(canvas, bottom, area.column, FACE_BOX, LOWER_LEFT);
	put_line(canvas, bottom, right, FACE_BOX, LOWER_RIGHT);
}

struct area
canvas_box(struct canvas *canvas, struct area area, const char *title,
    const char *note)
{
	scoped_buf words = { 0 };
	int room = area.columns - 4;

	canvas_fill(canvas, area, FACE_BOX);
	put_frame(canvas, area);
	buf_init(&words, 400);
	if (title != NULL && room > 2) {
		buf_print(&words, " %s ", title);
		buf_cut(&words, text_fit_columns(words.text, (size_t)room));
		canvas_put(canvas, area.row, area.column + 2, FACE_BOX_TITLE,
		    words.text);
		room -= (int)text_columns(words.text);
	}
	buf_clear(&words);
	if (note != NULL) {
		buf_print(&words, " %s ", note);
		if ((int)text_columns(words.text) < room)
			canvas_put(canvas, area.row, area.column +
			    area.columns - 2 - (int)text_columns(words.text),
			    FACE_BOX, words.text);
	}
	return (struct area){ area.row + 1, area.column + 2, area.rows - 2,
		area.columns - 4 };
}

void
canvas_bar(struct canvas *canvas, int row, int column, int columns,
    long long part, long long whole)
{
	int full = 0;

	if (whole > 0 && part > 0)
		full = part >= whole ? columns :
		    (int)((double)part / (double)whole * columns + 0.5);
	for (int i = 0; i < columns; i++)
		put_line(canvas, row, column + i, FACE_BAR,
		    i < full ? FULL : EMPTY);
}

static int
least(int a, int b)
{
	return a < b ? a : b;
}

struct area
popup_area(const struct canvas *canvas, int rows, int columns,
    const struct area *field)
{
	struct area body = frame_body(canvas);
	int bottom = body.row + body.rows;
	int below, above;
	struct area area = { .columns = least(columns, canvas->columns) };

	if (field == NULL) {
		area.rows = least(rows, body.rows);
		area.row = body.row + (body.rows - area.rows) / 2;
		area.column = (canvas->columns - area.columns) / 2;
		return area;
	}
	below = bottom - (field->row + field->rows);
	above = field->row - body.row;
	area.column = least(field->column, canvas->columns - area.columns);
	if (area.column < 0)
		area.column = 0;
	if (rows <= below || below >= above) {
		area.rows = least(rows, below);
		area.row = field->row + field->rows;
	} else {
		area.rows = least(rows, above);
		area.row = field->row - area.rows;
	}
	return area;
}
