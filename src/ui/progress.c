#include "ui/progress.h"

enum { COLUMNS = 60, PERCENT = 6 };

static int
put_line(struct canvas *canvas, struct area inside, int row, const char *text)
{
	if (text == NULL)
		return row;
	canvas_put_in(canvas, row, inside.column, inside.columns, FACE_BOX,
	    text);
	return row + 1;
}

static int
put_bar(const struct progress *progress, struct canvas *canvas,
    struct area inside, int row)
{
	int columns = inside.columns - PERCENT;
	long long percent;

	if (progress->whole <= 0)
		return row;
	percent = progress->part >= progress->whole ? 100 :
	    progress->part <= 0 ? 0 :
	    (long long)((double)progress->part / (double)progress->whole *
	    100);
	canvas_bar(canvas, row, inside.column, columns, progress->part,
	    progress->whole);
	canvas_print_at(canvas, row, inside.column + columns + 1, FACE_BOX,
	    "%3lld%%", percent);
	return row + 1;
}

void
progress_paint(const struct progress *progress, struct canvas *canvas)
{
	int rows = 2 + (progress->step != NULL) + (progress->whole > 0) +
	    (progress->note != NULL) + (progress->keys != NULL ? 2 : 0);
	struct area inside = canvas_box(canvas,
	    popup_area(canvas, rows, COLUMNS, NULL), progress->title, NULL);
	int row = inside.row;

	row = put_line(canvas, inside, row, progress->step);
	row = put_bar(progress, canvas, inside, row);
	row = put_line(canvas, inside, row, progress->note);
	put_line(canvas, inside, row + 1, progress->keys);
	canvas_cursor(canvas, inside.row, inside.column);
}
