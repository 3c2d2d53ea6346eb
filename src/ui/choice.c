#include "ui/choice.h"

#include <string.h>

#include "base/text.h"

/* Frame, and the line of keys with the blank one above it. */
enum { FRAME_LINES = 2, KEYS_LINES = 2, CODE_MAX = 12 };

/* Ask for the rows that fit what is typed; the first one is selected. */
static void
narrow(struct choice *choice)
{
	const struct choice_source *source = choice->source;

	choice->n = source->filter(source->context,
	    line_edit_text(&choice->typed));
	if (choice->n > CHOICE_ROWS_MAX)
		choice->n = CHOICE_ROWS_MAX;
	choice->selected = 0;
	choice->top = 0;
}

void
choice_init(struct choice *choice, const struct choice_source *source,
    const char *typed)
{
	*choice = (struct choice){
		.source = source,
		.columns = 52,
		.rows_max = 10,
	};
	line_edit_init(&choice->typed, 80);
	line_edit_set(&choice->typed, typed);
	narrow(choice);
}

void
choice_done(struct choice *choice)
{
	if (choice != NULL)
		line_edit_done(&choice->typed);
}

/* Keep what is shown near the selection; rows shown may be fewer. */
static void
follow(struct choice *choice)
{
	size_t rows = (size_t)choice->rows_max;

	if (choice->selected < choice->top)
		choice->top = choice->selected;
	if (choice->selected >= choice->top + rows)
		choice->top = choice->selected - rows + 1;
}

void
choice_select(struct choice *choice, size_t i)
{
	if (choice->n == 0)
		return;
	choice->selected = i < choice->n ? i : choice->n - 1;
	follow(choice);
}

static bool
is_move(struct choice *choice, const struct key *key)
{
	size_t at = choice->selected;
	size_t page = choice->rows_max > 1 ? (size_t)choice->rows_max - 1 : 1;

	if (key->code == K_UP)
		choice_select(choice, at > 0 ? at - 1 : 0);
	else if (key->code == K_DOWN)
		choice_select(choice, at + 1);
	else if (key->code == K_PAGE_UP)
		choice_select(choice, at > page ? at - page : 0);
	else if (key->code == K_PAGE_DOWN)
		choice_select(choice, at + page);
	else if (key->code == K_FIRST)
		choice_select(choice, 0);
	else if (key->code == K_LAST)
		choice_select(choice, choice->n);
	else
		return false;
	return true;
}

enum choice_result
choice_key(struct choice *choice, const struct key *key)
{
	int digit = key_digit(key);
	enum edit_result edited;

	if (key->code == K_ESC)
		return CHOICE_CLOSED;
	if (key->code == K_F1)
		return CHOICE_HELP;
	if (key->code == K_ENTER || key->code == K_TAB)
		return choice->n > 0 ? CHOICE_CHOSEN : CHOICE_OPEN;
	if (is_move(choice, key))
		return CHOICE_OPEN;
	if (choice->has_digits && digit > 0) {
		if ((size_t)digit > choice->n)
			return CHOICE_OPEN;
		choice_select(choice, (size_t)digit - 1);
		return CHOICE_CHOSEN;
	}
	edited = line_edit_key(&choice->typed, key);
	if (edited == EDIT_CHANGED || edited == EDIT_FULL)
		narrow(choice);
	return CHOICE_OPEN;
}

/* Columns the codes need, so that texts stand under one another. */
static int
code_columns(const struct choice *choice)
{
	const struct choice_source *source = choice->source;
	int most = 0;

	for (size_t i = choice->top;
	     i < choice->n && i < choice->top + (size_t)choice->rows_max; i++) {
		struct choice_row row = source->row(source->context, i);
		int columns = (int)text_columns(row.code);

		if (columns > most)
			most = columns;
	}
	return most < CODE_MAX ? most : CODE_MAX;
}

static void
paint_row(const struct choice *choice, struct canvas *canvas,
    struct area area, size_t i, int codes)
{
	struct choice_row row =
	    choice->source->row(choice->source->context, i);
	bool is_selected = i == choice->selected;
	enum face face = is_selected ? FACE_FOCUS : FACE_BOX;
	int column = area.column + 2, end = area.column + area.columns;

	canvas_fill(canvas, area, face);
	if (is_selected) {
		canvas_put(canvas, area.row, area.column, face, ">");
		canvas_cursor(canvas, area.row, area.column);
	}
	if (choice->has_digits && i < 9)
		canvas_print_at(canvas, area.row, column, face, "%d",
		    (int)i + 1);
	if (choice->has_digits)
		column += 2;
	if (codes > 0) {
		canvas_put_in(canvas, area.row, column, codes, face, row.code);
		column += codes + 2;
	}
	if (row.note != NULL && *row.note != '\0') {
		int columns = (int)text_columns(row.note);

		canvas_put_in(canvas, area.row, end - columns, columns, face,
		    row.note);
		end -= columns + 1;
	}
	canvas_put_in(canvas, area.row, column, end - column, face, row.text);
}

static void
paint_rows(const struct choice *choice, struct canvas *canvas,
    struct area area)
{
	int codes = code_columns(choice);
	size_t top = choice->top;

	/* the popup may have become smaller than it was asked to be */
	if (choice->selected >= top + (size_t)area.rows)
		top = choice->selected - (size_t)area.rows + 1;
	if (choice->n == 0 && choice->none != NULL) {
		canvas_put_in(canvas, area.row, area.column, area.columns,
		    FACE_BOX, choice->none);
		canvas_cursor(canvas, area.row, area.column);
	}
	for (int i = 0; i < area.rows && top + (size_t)i < choice->n; i++)
		paint_row(choice, canvas, (struct area){ area.row + i,
			area.column, 1, area.columns }, top + (size_t)i, codes);
}

/* "4 hasil" and, when something is typed, that: "plas: 4 hasil". */
static void
say_found(const struct choice *choice, struct buf *note)
{
	const char *typed = line_edit_text(&choice->typed);

	buf_init(note, 200);
	if (*typed != '\0')
		buf_print(note, "%s: ", typed);
	buf_print(note, "%zu%s%s", choice->n,
	    choice->found != NULL ? " " : "",
	    choice->found != NULL ? choice->found : "");
}

void
choice_paint(const struct choice *choice, struct canvas *canvas,
    const struct area *field)
{
	scoped_buf note = { 0 };
	int rows = choice->n < (size_t)choice->rows_max ? (int)choice->n :
	    choice->rows_max;
	int keys = choice->keys != NULL ? KEYS_LINES : 0;
	struct area area;

	if (rows < 1)
		rows = 1;
	area = popup_area(canvas, rows + FRAME_LINES + keys, choice->columns,
	    field);
	if (area.rows < rows + FRAME_LINES + keys)
		keys = 0;
	say_found(choice, &note);
	area = canvas_box(canvas, area, choice->title, note.text);
	if (keys > 0)
		canvas_put_in(canvas, area.row + area.rows - 1, area.column,
		    area.columns, FACE_BOX, choice->keys);
	area.rows -= keys;
	paint_rows(choice, canvas, area);
}
