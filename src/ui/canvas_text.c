#include "ui/canvas.h"

#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include "base/text.h"
#include "base/wrap.h"
#include "ui/canvas_grid.h"

enum { PUT_MAX = 1 << 20 };

/* What the most usual characters are in ASCII mode. */
static const struct ascii {
	uint32_t point;
	char ascii;
} table[] = {
	{ 0x00A7, 'S' },  { 0x00B0, 'o' },  { 0x00B7, '.' },  { 0x00D7, 'x' },
	{ 0x2013, '-' },  { 0x2014, '-' },  { 0x2018, '\'' }, { 0x2019, '\'' },
	{ 0x201C, '"' },  { 0x201D, '"' },  { 0x2022, '*' },  { 0x2026, '~' },
	{ 0x203A, '>' },  { 0x00BB, '>' },  { 0x2190, '<' },  { 0x2191, '^' },
	{ 0x2192, '>' },  { 0x2193, 'v' },  { 0x2500, '-' },  { 0x2502, '|' },
	{ 0x250C, '+' },  { 0x2510, '+' },  { 0x2514, '+' },  { 0x2518, '+' },
	{ 0x251C, '+' },  { 0x2524, '+' },  { 0x252C, '+' },  { 0x2534, '+' },
	{ 0x253C, '+' },  { 0x2588, '#' },  { 0x2591, '.' },  { 0x25A0, '#' },
	{ 0x25B2, '^' },  { 0x25BC, 'v' },
};

/* The nearest ASCII character: by table, the letter without marks, or '?'. */
static char
to_ascii(const char *text, size_t size, uint32_t point)
{
	scoped_buf one = { 0 }, folded = { 0 };

	if (point < 0x7F)
		return (char)point;
	for (size_t i = 0; i < array_length(table); i++)
		if (table[i].point == point)
			return table[i].ascii;
	buf_init(&one, GRID_TEXT);
	buf_init(&folded, GRID_TEXT);
	buf_add(&one, text, size);
	text_fold(one.text, false, &folded);
	if (folded.size == 1 && folded.text[0] > ' ' && folded.text[0] < 0x7F)
		return folded.text[0];
	return '?';
}

/*
 * One cell's worth: a character and the marks after it. A lone mark gets a
 * blank to stand on. Returns the bytes taken from text; text is sanitised.
 */
static size_t
take_cell(const char *text, char cell[GRID_TEXT], int *columns)
{
	uint32_t point;
	size_t at = text_decode(text, strlen(text), &point);
	size_t size = 0;
	int points = 1;

	if (text_columns_n(text, at) == 0) {
		cell[size++] = ' ';
		at = 0;
	} else {
		memcpy(cell, text, at);
		size = at;
	}
	*columns = at > 0 && text_columns_n(text, at) > 1 ? 2 : 1;
	while (text[at] != '\0') {
		size_t length = text_decode(text + at, strlen(text + at),
		    &point);

		if (text_columns_n(text + at, length) > 0)
			break;
		if (points < GRID_POINTS) {
			memcpy(cell + size, text + at, length);
			size += length;
			points++;
		}
		at += length;
	}
	cell[size] = '\0';
	return at;
}

/* Draw clean text within columns [from, end); what is outside is left out. */
static int
put_clean(struct canvas *canvas, int row, int column, int end, enum face face,
    const char *text)
{
	char cell[GRID_TEXT];
	uint32_t point;
	int columns;

	while (*text != '\0') {
		size_t size = take_cell(text, cell, &columns);

		if (column + columns > end) {
			if (column < end)
				grid_blank(canvas, row, column, face);
			return end;
		}
		if (canvas->style.is_ascii) {
			size_t first = text_decode(cell, strlen(cell), &point);

			cell[0] = to_ascii(cell, first, point);
			cell[1] = '\0';
			if (columns == 2)
				grid_put(canvas, row, column + 1, face, cell);
		}
		grid_put(canvas, row, column, face, cell);
		column += columns;
		text += size;
	}
	return column;
}

int
canvas_put(struct canvas *canvas, int row, int column, enum face face,
    const char *text)
{
	scoped_buf clean = { 0 };

	buf_init(&clean, PUT_MAX);
	text_sanitise(text, strlen(text), &clean);
	if (clean.size == 0)
		return column;
	return put_clean(canvas, row, column, canvas->columns, face,
	    clean.text);
}

/* Into columns cells; the text begins skip cells from the left. */
static int
put_in(struct canvas *canvas, struct area area, bool is_right, enum face face,
    const char *text)
{
	scoped_buf clean = { 0 };
	int end = area.column + area.columns, width;
	size_t fit;

	if (area.columns <= 0)
		return area.column;
	buf_init(&clean, PUT_MAX);
	text_sanitise(text, strlen(text), &clean);
	canvas_fill(canvas, area, face);
	if (clean.size == 0)
		return end;
	width = (int)text_columns(clean.text);
	if (width > area.columns) {
		fit = text_fit_columns(clean.text, (size_t)area.columns - 1);
		buf_cut(&clean, fit);
		buf_text(&clean, "…");
		width = (int)text_columns(clean.text);
	}
	put_clean(canvas, area.row, is_right ? end - width : area.column, end,
	    face, clean.text);
	return end;
}

int
canvas_put_in(struct canvas *canvas, int row, int column, int columns,
    enum face face, const char *text)
{
	return put_in(canvas, (struct area){ row, column, 1, columns }, false,
	    face, text);
}

int
canvas_put_right(struct canvas *canvas, int row, int column, int columns,
    enum face face, const char *text)
{
	return put_in(canvas, (struct area){ row, column, 1, columns }, true,
	    face, text);
}

int
canvas_print_at(struct canvas *canvas, int row, int column, enum face face,
    const char *format, ...)
{
	scoped_buf text = { 0 };
	va_list list;

	buf_init(&text, PUT_MAX);
	va_start(list, format);
	buf_vprint(&text, format, list);
	va_end(list);
	return canvas_put(canvas, row, column, face,
	    text.size > 0 ? text.text : "");
}

int
canvas_flow(struct canvas *canvas, struct area area, int first,
    enum face face, const char *text)
{
	scoped_arena arena = arena_new();
	struct wrap wrap;

	if (area.columns < 2)
		return 0;
	wrap = wrap_text(arena, text, (size_t)area.columns);
	for (int i = 0; i < area.rows; i++) {
		size_t line = (size_t)first + (size_t)i;
		const char *slice;

		if (first + i < 0 || line >= wrap.n)
			continue;
		slice = arena_bytes(arena, text + wrap.line[line].begin,
		    wrap.line[line].end - wrap.line[line].begin);
		canvas_put(canvas, area.row + i, area.column, face, slice);
	}
	return (int)wrap.n;
}
