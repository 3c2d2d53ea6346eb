#include "ui/line_edit.h"

#include <string.h>

#include "base/text.h"

enum { SHOWN_MAX = 1 << 20 };

void
line_edit_init(struct line_edit *line, size_t ceiling)
{
	*line = (struct line_edit){ 0 };
	edit_init(&line->edit, ceiling, false);
}

void
line_edit_done(struct line_edit *line)
{
	if (line != NULL)
		edit_done(&line->edit);
}

void
line_edit_set(struct line_edit *line, const char *text)
{
	edit_set(&line->edit, text);
}

const char *
line_edit_text(const struct line_edit *line)
{
	return edit_text(&line->edit);
}

enum edit_result
line_edit_key(struct line_edit *line, const struct key *key)
{
	if (key->code == K_HOME || key->code == K_CTRL_A) {
		line->edit.at = 0;
		return EDIT_MOVED;
	}
	if (key->code == K_END || key->code == K_CTRL_E) {
		line->edit.at = line->edit.text.size;
		return EDIT_MOVED;
	}
	return edit_key(&line->edit, key);
}

/*
 * Where the cursor stands in what is shown: shown is text with characters put
 * in, so walking both finds the byte behind the one the cursor is behind.
 */
static size_t
shown_at(const char *text, size_t at, const char *shown)
{
	size_t i = 0, j = 0;

	while (i < at && shown[j] != '\0') {
		if (shown[j] == text[i])
			i++;
		j++;
	}
	/* at the end it stands behind what was put in, too */
	if (text[at] == '\0')
		return strlen(shown);
	while (shown[j] != '\0' && shown[j] != text[at])
		j++;
	return j;
}

/* What is shown, and the cursor in it. */
static size_t
show(const struct line_edit *line, struct buf *shown)
{
	const char *text = line_edit_text(line);
	size_t cursor = 0;

	buf_init(shown, SHOWN_MAX);
	if (line->is_secret) {
		for (size_t i = 0; text[i] != '\0'; i = text_next(text, i)) {
			if (i < line->edit.at)
				cursor++;
			buf_char(shown, '*');
		}
		return cursor;
	}
	if (line->format == NULL) {
		buf_text(shown, text);
		return line->edit.at;
	}
	line->format(line->format_context, text, shown);
	return shown_at(text, line->edit.at, shown->size > 0 ? shown->text :
	    "");
}

/*
 * How many cells are scrolled out at the left: in steps of half a field. The
 * last cell is kept for '…', and what is under the cursor may be wide.
 */
static size_t
scrolled(size_t width, size_t cursor, size_t columns)
{
	size_t step = columns > 2 ? columns / 2 : 1;
	size_t limit = columns > 4 ? columns - 2 : columns - 1;

	if (width <= columns || cursor < limit)
		return 0;
	return (cursor - limit + step) / step * step;
}

/* The empty cells of a field: its extent. */
static void
put_extent(struct canvas *canvas, struct area area, int from, enum face face)
{
	if (!canvas_style(canvas).has_extent)
		return;
	for (int i = from; i < area.columns; i++)
		canvas_put(canvas, area.row, area.column + i, face, "_");
}

/* Draw text from the cell `skip` on; cells of wide characters may be half. */
static void
put_scrolled(struct canvas *canvas, struct area area, enum face face,
    const char *text, size_t skip)
{
	size_t at = 0, gone = 0, width;

	while (gone < skip && text[at] != '\0') {
		size_t next = text_next(text, at);

		gone += text_columns_n(text + at, next - at);
		at = next;
	}
	width = text_columns(text + at) + (gone - skip);
	area.column += (int)(gone - skip);
	area.columns -= (int)(gone - skip);
	canvas_put_in(canvas, area.row, area.column, area.columns, face,
	    text + at);
	area.column -= (int)(gone - skip);
	area.columns += (int)(gone - skip);
	if (skip > 0)
		canvas_put(canvas, area.row, area.column, face, "…");
	put_extent(canvas, area, (int)width, face);
}

void
line_edit_paint(const struct line_edit *line, struct canvas *canvas,
    struct area area, enum face face, bool has_focus)
{
	scoped_buf shown = { 0 };
	size_t at, cursor, skip = 0;
	const char *text;

	if (area.columns < 1)
		return;
	at = show(line, &shown);
	text = shown.size > 0 ? shown.text : "";
	cursor = text_columns_n(text, at);
	if (has_focus) {
		skip = scrolled(text_columns(text), cursor,
		    (size_t)area.columns);
		face = FACE_FOCUS;
		canvas_cursor(canvas, area.row, area.column +
		    (int)(cursor - skip));
	}
	canvas_fill(canvas, (struct area){ area.row, area.column, 1,
		area.columns }, face);
	put_scrolled(canvas, area, face, text, skip);
}

void
line_show(struct canvas *canvas, struct area area, enum face face,
    const char *text)
{
	if (area.columns < 1)
		return;
	canvas_put_in(canvas, area.row, area.column, area.columns, face, text);
	put_extent(canvas, area, (int)text_columns(text), face);
}
