#include "ui/text_area.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "base/wrap.h"

void
text_area_init(struct text_area *area, size_t ceiling, int rows, int columns)
{
	*area = (struct text_area){ 0 };
	edit_init(&area->edit, ceiling, true);
	text_area_resize(area, rows, columns);
}

void
text_area_done(struct text_area *area)
{
	if (area != NULL)
		edit_done(&area->edit);
}

const char *
text_area_text(const struct text_area *area)
{
	return edit_text(&area->edit);
}

/*
 * The lines. One column is kept free for the cursor behind a full line, so
 * that it never stands outside the window.
 */
static struct wrap
wrap_area(const struct text_area *area, struct arena *arena)
{
	return wrap_text(arena, text_area_text(area),
	    (size_t)(area->columns - 1));
}

/* The last place of a line the cursor may stand at. */
static size_t
line_last(const struct wrap *wrap, size_t line, const char *text)
{
	size_t end = wrap->line[line].end;

	/*
	 * The end of a line broken inside a word is the beginning of the next
	 * one: the cursor stays one character before it.
	 */
	if (line + 1 < wrap->n && wrap->line[line + 1].begin == end)
		return text_previous(text, end);
	return end;
}

static size_t
column_of(const struct wrap *wrap, size_t line, const char *text, size_t at)
{
	size_t begin = wrap->line[line].begin, end = wrap->line[line].end;

	return text_columns_n(text + begin, (at < end ? at : end) - begin);
}

/* The place in a line nearest to a column. */
static size_t
place_at(const struct wrap *wrap, size_t line, const char *text, size_t column)
{
	size_t at = wrap->line[line].begin, last = line_last(wrap, line, text);
	size_t gone = 0;

	while (at < last) {
		size_t next = text_next(text, at);

		gone += text_columns_n(text + at, next - at);
		if (gone > column)
			break;
		at = next;
	}
	return at;
}

/* Keep the cursor's line inside the window, and no empty rows at the end. */
static void
follow(struct text_area *area)
{
	scoped_arena arena = arena_new();
	struct wrap wrap = wrap_area(area, arena);
	size_t line = wrap_line_of(&wrap, area->edit.at);
	size_t rows = (size_t)area->rows;

	if (area->top + rows > wrap.n)
		area->top = wrap.n > rows ? wrap.n - rows : 0;
	if (line < area->top)
		area->top = line;
	if (line >= area->top + rows)
		area->top = line - rows + 1;
}

void
text_area_resize(struct text_area *area, int rows, int columns)
{
	area->rows = rows > 1 ? rows : 1;
	area->columns = columns > 3 ? columns : 3;
	area->has_goal = false;
	follow(area);
}

void
text_area_set(struct text_area *area, const char *text)
{
	edit_set(&area->edit, text);
	area->top = 0;
	area->has_goal = false;
	follow(area);
}

/* Move by lines, keeping to the column where that began. */
static enum edit_result
move_lines(struct text_area *area, long lines)
{
	scoped_arena arena = arena_new();
	struct wrap wrap = wrap_area(area, arena);
	const char *text = text_area_text(area);
	size_t line = wrap_line_of(&wrap, area->edit.at);
	long wanted = (long)line + lines;

	if (!area->has_goal)
		area->goal = column_of(&wrap, line, text, area->edit.at);
	if (wanted < 0)
		wanted = 0;
	if (wanted >= (long)wrap.n)
		wanted = (long)wrap.n - 1;
	if ((size_t)wanted == line)
		return EDIT_IGNORED;
	area->has_goal = true;
	area->edit.at = place_at(&wrap, (size_t)wanted, text, area->goal);
	area->edit.run = 0;
	return EDIT_MOVED;
}

static enum edit_result
move_in_line(struct text_area *area, bool to_end)
{
	scoped_arena arena = arena_new();
	struct wrap wrap = wrap_area(area, arena);
	size_t line = wrap_line_of(&wrap, area->edit.at);

	area->edit.at = to_end ?
	    line_last(&wrap, line, text_area_text(area)) :
	    wrap.line[line].begin;
	area->edit.run = 0;
	return EDIT_MOVED;
}

static enum edit_result
take_key(struct text_area *area, const struct key *key)
{
	if (key->code == K_UP)
		return move_lines(area, -1);
	if (key->code == K_DOWN)
		return move_lines(area, 1);
	if (key->code == K_PAGE_UP)
		return move_lines(area, 1 - area->rows - (area->rows == 1));
	if (key->code == K_PAGE_DOWN)
		return move_lines(area, area->rows - 1 + (area->rows == 1));
	area->has_goal = false;
	if (key->code == K_HOME || key->code == K_CTRL_A)
		return move_in_line(area, false);
	if (key->code == K_END || key->code == K_CTRL_E)
		return move_in_line(area, true);
	return edit_key(&area->edit, key);
}

enum edit_result
text_area_key(struct text_area *area, const struct key *key)
{
	enum edit_result result = take_key(area, key);

	if (result != EDIT_IGNORED)
		follow(area);
	return result;
}

void
text_area_where(const struct text_area *area, size_t *ret_line,
    size_t *ret_lines)
{
	scoped_arena arena = arena_new();
	struct wrap wrap = wrap_area(area, arena);

	*ret_line = wrap_line_of(&wrap, area->edit.at) + 1;
	*ret_lines = wrap.n;
}

/* One line of the window; behind its text '_' where fields have extent. */
static void
put_line(struct canvas *canvas, struct area area, enum face face,
    const char *text)
{
	int width = (int)text_columns(text);

	canvas_put_in(canvas, area.row, area.column, area.columns, face, text);
	for (int i = width; canvas_style(canvas).has_extent && i < area.columns;
	     i++)
		canvas_put(canvas, area.row, area.column + i, face, "_");
}

void
text_area_paint(const struct text_area *area, struct canvas *canvas, int row,
    int column, enum face face, bool has_focus)
{
	scoped_arena arena = arena_new();
	struct wrap wrap = wrap_area(area, arena);
	const char *text = text_area_text(area);
	size_t line = wrap_line_of(&wrap, area->edit.at);

	for (int i = 0; i < area->rows; i++) {
		size_t at = area->top + (size_t)i;
		const char *slice = "";

		if (at < wrap.n)
			slice = arena_bytes(arena, text + wrap.line[at].begin,
			    wrap.line[at].end - wrap.line[at].begin);
		put_line(canvas, (struct area){ row + i, column, 1,
			area->columns }, has_focus ? FACE_FOCUS : face, slice);
	}
	if (has_focus)
		canvas_cursor(canvas, row + (int)(line - area->top), column +
		    (int)column_of(&wrap, line, text, area->edit.at));
}

void
text_area_show(struct canvas *canvas, struct area area, enum face face,
    const char *text)
{
	scoped_arena arena = arena_new();
	struct wrap wrap;

	if (area.columns < 3)
		return;
	wrap = wrap_text(arena, text, (size_t)(area.columns - 1));
	for (size_t i = 0; i < (size_t)area.rows; i++) {
		const char *slice = "";

		if (i < wrap.n)
			slice = arena_bytes(arena, text + wrap.line[i].begin,
			    wrap.line[i].end - wrap.line[i].begin);
		put_line(canvas, (struct area){ area.row + (int)i, area.column,
			1, area.columns }, face, slice);
	}
}
