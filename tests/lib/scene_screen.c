#include <stdio.h>
#include <string.h>
#include <termios.h>

#include "base/text.h"
#include "scene.h"

static VTermScreenCell
cell_of(const struct stage *stage, int row, int column)
{
	VTermScreenCell cell = { 0 };

	vterm_screen_get_cell(stage->screen,
	    (VTermPos){ .row = row, .col = column }, &cell);
	return cell;
}

void
screen_row(const struct stage *stage, int row, struct buf *out)
{
	size_t end = 0;
	char bytes[4];

	buf_clear(out);
	for (int column = 0; column < stage->columns; column++) {
		VTermScreenCell cell = cell_of(stage, row, column);

		if (cell.chars[0] == UINT32_MAX)
			continue;
		if (cell.chars[0] == 0)
			cell.chars[0] = ' ';
		for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL &&
		     cell.chars[i] != 0; i++)
			buf_add(out, bytes, text_encode(cell.chars[i], bytes));
		if (cell.chars[0] != ' ' || cell.chars[1] != 0)
			end = out->size;
	}
	buf_cut(out, end);
}

/* The number of a colour, or -1 for the default. */
static int
colour_of(const VTermColor *colour)
{
	if (VTERM_COLOR_IS_DEFAULT_FG(colour) ||
	    VTERM_COLOR_IS_DEFAULT_BG(colour))
		return -1;
	return VTERM_COLOR_IS_INDEXED(colour) ? colour->indexed.idx : -2;
}

static bool
looks_like(const VTermScreenCell *cell, enum theme theme, enum face face)
{
	struct style style = face_style(theme, face);
	int ink = colour_of(&cell->fg), paper = colour_of(&cell->bg);

	if (style.is_reverse != (cell->attrs.reverse != 0) ||
	    style.is_underlined != (cell->attrs.underline != 0))
		return false;
	if (theme == THEME_MONO)
		return ink == -1 && paper == -1 &&
		    style.is_bold == (cell->attrs.bold != 0);
	/* with eight colours bold ink is bright ink */
	if (ink >= 0 && ink < 8 && cell->attrs.bold)
		ink += 8;
	return ink == (int)style.ink && paper == (int)style.paper;
}

/* Faces that look alike are told by the first of these. */
static char
letter_of(const VTermScreenCell *cell, enum theme theme)
{
	static const enum face first[] = { FACE_PLAIN, FACE_FOCUS, FACE_ERROR,
		FACE_FIELD, FACE_STRONG };

	for (size_t i = 0; i < array_length(first); i++)
		if (looks_like(cell, theme, first[i]))
			return face_letter(first[i]);
	for (int i = 0; i < FACE_COUNT; i++)
		if (looks_like(cell, theme, (enum face)i))
			return face_letter((enum face)i);
	return '?';
}

void
screen_faces(const struct stage *stage, int row, enum theme theme,
    struct buf *out)
{
	size_t end = 0;

	buf_clear(out);
	for (int column = 0; column < stage->columns; column++) {
		VTermScreenCell cell = cell_of(stage, row, column);
		char letter = letter_of(&cell, theme);

		buf_char(out, letter);
		if (letter != '.')
			end = out->size;
	}
	buf_cut(out, end);
}

bool
screen_has(const struct stage *stage, const char *text)
{
	scoped_buf row = { 0 };

	buf_init(&row, 1 << 16);
	for (int i = 0; i < stage->rows; i++) {
		screen_row(stage, i, &row);
		if (row.size > 0 && strstr(row.text, text) != NULL)
			return true;
	}
	return false;
}

void
screen_cursor(const struct stage *stage, int *row, int *column)
{
	VTermPos pos = { 0 };

	vterm_state_get_cursorpos(vterm_obtain_state(stage->vterm), &pos);
	*row = pos.row;
	*column = pos.col;
}

void
screen_dump(const struct stage *stage)
{
	scoped_buf row = { 0 };

	if (stage->vterm == NULL)
		return;
	buf_init(&row, 1 << 16);
	for (int i = 0; i < stage->rows; i++) {
		screen_row(stage, i, &row);
		printf("#   |%s\n", row.size > 0 ? row.text : "");
	}
}

bool
screen_is_given_back(const struct stage *stage)
{
	struct termios modes;

	if (stage->fd < 0)
		return true;
	return tcgetattr(stage->fd, &modes) == 0 &&
	    (modes.c_lflag & (tcflag_t)ECHO) != 0 &&
	    (modes.c_lflag & (tcflag_t)ICANON) != 0 &&
	    (modes.c_oflag & (tcflag_t)OPOST) != 0;
}
