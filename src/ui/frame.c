#include "ui/frame.h"

#include <string.h>

#include "base/text.h"

/* Header, trail and rule stand above the body. */
enum { FRAME_HEAD = 3 };

bool
frame_fits(const struct canvas *canvas)
{
	bool is_plain = canvas_style(canvas).is_plain;

	return canvas_rows(canvas) >= (is_plain ? PLAIN_ROWS : FRAME_ROWS) &&
	    canvas_columns(canvas) >=
	    (is_plain ? PLAIN_COLUMNS : FRAME_COLUMNS);
}

void
frame_too_small(struct canvas *canvas, const char *sentence)
{
	int lines;

	canvas_clear(canvas);
	lines = canvas_flow(canvas, canvas_area(canvas), 0, FACE_PLAIN,
	    sentence);
	canvas_cursor(canvas, lines, 0);
}

struct area
frame_body(const struct canvas *canvas)
{
	int rows = canvas_rows(canvas) - FRAME_HEAD - FRAME_FOOT;

	return (struct area){ FRAME_HEAD, 0, rows > 0 ? rows : 0,
		canvas_columns(canvas) };
}

/* text at the right end of columns [0, end); returns where it begins. */
static int
paint_right(struct canvas *canvas, int row, int end, enum face face,
    const char *text)
{
	int width;

	if (text == NULL || *text == '\0' || end < 2)
		return end;
	width = (int)text_columns(text);
	if (width > end - 1)
		width = end - 1;
	canvas_put_in(canvas, row, end - width, width, face, text);
	return end - width - 1;
}

/* left and right in one row; left is cut first. */
static void
paint_row(struct canvas *canvas, int row, enum face face, const char *left,
    const char *right)
{
	int columns = canvas_columns(canvas), end;

	canvas_fill(canvas, (struct area){ row, 0, 1, columns }, face);
	end = paint_right(canvas, row, columns - 1, face, right);
	if (left != NULL)
		canvas_put_in(canvas, row, 1, end - 1, face, left);
}

static void
paint_header(struct canvas *canvas, const struct frame *frame)
{
	int columns = canvas_columns(canvas), end;
	const char *left = frame->left;

	canvas_fill(canvas, (struct area){ 0, 0, 1, columns }, FACE_HEADER);
	end = paint_right(canvas, 0, columns - 1, FACE_HEADER, frame->right);
	end = paint_right(canvas, 0, end, FACE_PRACTICE, frame->watermark);
	if (left != NULL && frame->left_short != NULL &&
	    (int)text_columns(left) > end - 1)
		left = frame->left_short;
	if (left != NULL)
		canvas_put_in(canvas, 0, 1, end - 1, FACE_HEADER, left);
}

/* One entry "F2 Simpan"; returns the column after it, or 0: no room. */
static int
put_entry(struct canvas *canvas, int row, int column, const char *name,
    const char *word)
{
	int end = column + (int)text_columns(name) + 1 +
	    (int)text_columns(word);

	/* the last cell of the last row stays free */
	if (end > canvas_columns(canvas) - 1)
		return 0;
	column = canvas_put(canvas, row, column, FACE_KEY, name);
	canvas_put(canvas, row, column + 1, FACE_LEGEND, word);
	return end;
}

/* Columns of the whole legend with gap blanks between its entries. */
static int
legend_columns(const struct frame *frame, int gap)
{
	char name[KEY_NAME_SIZE];
	int columns = 1;

	for (size_t i = 0; i < frame->keymap->n; i++) {
		const struct key_binding *binding =
		    &frame->keymap->bindings[i];

		if (binding->legend == NULL ||
		    (frame->may & UINT64_C(1) << binding->action) == 0)
			continue;
		key_binding_print(binding, name);
		columns += (int)text_columns(name) + 1 + gap +
		    (int)text_columns(frame->words(binding->legend));
	}
	return columns;
}

void
frame_legend(struct canvas *canvas, int row, const struct frame *frame)
{
	char name[KEY_NAME_SIZE];
	int columns = canvas_columns(canvas), column = 1, gap = 2;

	canvas_fill(canvas, (struct area){ row, 0, 1, columns }, FACE_LEGEND);
	if (frame->keymap == NULL || frame->words == NULL)
		return;
	if (legend_columns(frame, gap) - gap > columns - 1)
		gap = 1;
	for (size_t i = 0; i < frame->keymap->n; i++) {
		const struct key_binding *binding =
		    &frame->keymap->bindings[i];
		int end;

		if (binding->legend == NULL ||
		    (frame->may & UINT64_C(1) << binding->action) == 0)
			continue;
		key_binding_print(binding, name);
		end = put_entry(canvas, row, column, name,
		    frame->words(binding->legend));
		if (end > 0)
			column = end + gap;
	}
}

static void
paint_foot(struct canvas *canvas, const struct frame *frame)
{
	int row = canvas_rows(canvas) - FRAME_FOOT;

	canvas_rule(canvas, row, 0, canvas_columns(canvas), FACE_RULE);
	paint_row(canvas, row + 1, FACE_HINT, frame->hint, NULL);
	canvas_fill(canvas, (struct area){ row + 2, 0, 1,
		canvas_columns(canvas) }, FACE_PLAIN);
	if (frame->notice != NULL && frame->notice->kind != NOTICE_NONE)
		paint_row(canvas, row + 2, notice_face(frame->notice->kind),
		    frame->notice->text, NULL);
	frame_legend(canvas, row + 3, frame);
}

void
frame_paint(struct canvas *canvas, const struct frame *frame)
{
	paint_header(canvas, frame);
	paint_row(canvas, 1, FACE_TRAIL, frame->trail, frame->state);
	canvas_rule(canvas, 2, 0, canvas_columns(canvas), FACE_RULE);
	paint_foot(canvas, frame);
}
