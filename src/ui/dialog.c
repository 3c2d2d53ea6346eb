#include "ui/dialog.h"

#include <assert.h>
#include <string.h>

#include "base/text.h"
#include "base/wrap.h"

enum { COLUMNS_MAX = 64, COLUMNS_MIN = 24, GAP = 3, SIDES = 4 };

void
dialog_init(struct dialog *dialog, const char *title, const char *text)
{
	*dialog = (struct dialog){ .title = title, .text = text };
}

void
dialog_done(struct dialog *dialog)
{
	if (dialog != NULL)
		line_edit_done(&dialog->entry);
}

void
dialog_button(struct dialog *dialog, const char *label, char letter)
{
	assert(dialog->n < DIALOG_BUTTONS_MAX);
	dialog->buttons[dialog->n].label = label;
	dialog->buttons[dialog->n].letter = letter;
	if (dialog->entry_label != NULL)
		dialog->focus++;
	dialog->n++;
}

void
dialog_ask(struct dialog *dialog, const char *label, size_t ceiling)
{
	line_edit_init(&dialog->entry, ceiling);
	dialog->entry_label = label;
	dialog->focus = dialog->n;
}

static int
move_focus(struct dialog *dialog, int by)
{
	int places = dialog->n + (dialog->entry_label != NULL ? 1 : 0);

	if (places > 0)
		dialog->focus = (dialog->focus + by + places) % places;
	return DIALOG_GOES_ON;
}

/* A text longer than the screen, line by line. */
static int
scroll(struct dialog *dialog, int by)
{
	scoped_arena arena = arena_new();
	struct wrap wrap = wrap_text(arena, dialog->text, COLUMNS_MAX - SIDES);
	int top = dialog->top + by;

	if (top >= 0 && top < (int)wrap.n)
		dialog->top = top;
	return DIALOG_GOES_ON;
}

static int
button_of(const struct dialog *dialog, const struct key *key)
{
	if (dialog->entry_label != NULL)
		return DIALOG_GOES_ON;
	for (int i = 0; i < dialog->n; i++)
		if (dialog->buttons[i].letter != 0 &&
		    key_is_letter(key, dialog->buttons[i].letter))
			return i;
	return DIALOG_GOES_ON;
}

/* Enter in the entry goes to the first button that is not the harmless one. */
static int
press(struct dialog *dialog)
{
	if (dialog->focus < dialog->n)
		return dialog->focus;
	dialog->focus = dialog->n > 1 ? 1 : 0;
	return DIALOG_GOES_ON;
}

int
dialog_key(struct dialog *dialog, const struct key *key)
{
	bool is_entry = dialog->entry_label != NULL &&
	    dialog->focus == dialog->n;

	if (key->code == K_ESC)
		return 0;
	if (key->code == K_ENTER)
		return press(dialog);
	if (key->code == K_TAB || key->code == K_DOWN)
		return move_focus(dialog, 1);
	if (key->code == K_BACKTAB || key->code == K_UP)
		return move_focus(dialog, -1);
	if (key->code == K_PAGE_DOWN || key->code == K_PAGE_UP)
		return scroll(dialog, key->code == K_PAGE_DOWN ? 1 : -1);
	if (is_entry) {
		(void)line_edit_key(&dialog->entry, key);
		return DIALOG_GOES_ON;
	}
	if (key->code == K_RIGHT)
		return move_focus(dialog, 1);
	if (key->code == K_LEFT)
		return move_focus(dialog, -1);
	return button_of(dialog, key);
}

/* Columns of "[ Simpan ]" and all buttons beside one another. */
static int
button_columns(const struct dialog_button *button)
{
	return (int)text_columns(button->label) + 4;
}

static int
buttons_columns(const struct dialog *dialog)
{
	int columns = 0;

	for (int i = 0; i < dialog->n; i++)
		columns += button_columns(&dialog->buttons[i]) +
		    (i > 0 ? GAP : 0);
	return columns;
}

static int
larger(int a, int b)
{
	return a > b ? a : b;
}

/* Columns inside the frame. */
static int
inner_columns(const struct dialog *dialog, const struct canvas *canvas)
{
	scoped_arena arena = arena_new();
	struct wrap wrap = wrap_text(arena, dialog->text, COLUMNS_MAX - SIDES);
	int columns = larger(buttons_columns(dialog), COLUMNS_MIN);

	for (size_t i = 0; i < wrap.n; i++)
		columns = larger(columns, (int)text_columns_n(dialog->text +
		    wrap.line[i].begin,
		    wrap.line[i].end - wrap.line[i].begin));
	columns = larger(columns, (int)text_columns(dialog->title));
	if (dialog->columns > 0)
		columns = dialog->columns - SIDES;
	if (columns > canvas_columns(canvas) - SIDES)
		columns = canvas_columns(canvas) - SIDES;
	return columns;
}

static void
paint_button(const struct dialog *dialog, struct canvas *canvas, int row,
    int column, int i)
{
	enum face face = dialog->focus == i ? FACE_BUTTON_FOCUS : FACE_BUTTON;

	canvas_print_at(canvas, row, column, face, "[ %s ]",
	    dialog->buttons[i].label);
	if (dialog->focus == i)
		canvas_cursor(canvas, row, column + 2);
}

/* The key of a button under it; with an entry letters are text. */
static void
paint_letter(const struct dialog *dialog, struct canvas *canvas, int row,
    int column, int i)
{
	int middle = column + button_columns(&dialog->buttons[i]) / 2;
	char letter[] = { dialog->buttons[i].letter, '\0' };

	if (dialog->entry_label != NULL)
		return;
	if (i == 0)
		canvas_put(canvas, row, middle - 1, FACE_BOX, "Esc");
	else
		canvas_put(canvas, row, middle, FACE_BOX, letter);
}

static void
paint_buttons(const struct dialog *dialog, struct canvas *canvas, int row,
    bool has_letters, struct area inside)
{
	int column = inside.column +
	    (inside.columns - buttons_columns(dialog)) / 2;

	for (int i = 0; i < dialog->n; i++) {
		paint_button(dialog, canvas, row, column, i);
		if (has_letters)
			paint_letter(dialog, canvas, row + 1, column, i);
		column += button_columns(&dialog->buttons[i]) + GAP;
	}
}

static void
paint_entry(const struct dialog *dialog, struct canvas *canvas, int row,
    struct area inside)
{
	int label = (int)text_columns(dialog->entry_label);
	bool has_focus = dialog->focus == dialog->n;

	canvas_put(canvas, row, inside.column, FACE_BOX, dialog->entry_label);
	line_edit_paint(&dialog->entry, canvas, (struct area){ row,
		inside.column + label + 1, 1, inside.columns - label - 2 },
	    FACE_FIELD, has_focus);
}

/*
 * Rows inside the frame: blank, text, blank, entry and blank, buttons, their
 * letters. Where there is no room for that, blanks and letters go first.
 */
void
dialog_paint(const struct dialog *dialog, struct canvas *canvas)
{
	scoped_arena arena = arena_new();
	int columns = inner_columns(dialog, canvas);
	struct wrap wrap = wrap_text(arena, dialog->text,
	    (size_t)larger(columns, 2));
	int lines = (int)wrap.n, entry = dialog->entry_label != NULL;
	int wanted = lines + 4 + 2 * entry, blank, rows, top;
	struct area inside = canvas_box(canvas, popup_area(canvas,
	    wanted + 2, columns + SIDES, NULL), dialog->title, NULL);

	blank = inside.rows >= wanted;
	rows = larger(inside.rows - 1 - entry - blank * (3 + entry), 1);
	top = dialog->top;
	if (top > lines - rows)
		top = larger(lines - rows, 0);
	canvas_flow(canvas, (struct area){ inside.row + blank, inside.column,
		rows, inside.columns }, top, FACE_BOX, dialog->text);
	if (entry)
		paint_entry(dialog, canvas, inside.row + rows + 2 * blank,
		    inside);
	paint_buttons(dialog, canvas, inside.row + inside.rows - 1 - blank,
	    blank, inside);
}
