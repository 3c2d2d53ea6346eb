#include "screens/list_row.h"

#include "screens/screen.h"
#include "screens/words.h"

enum {
	NUMBER_COLUMNS = 15, DATE_COLUMNS = 11, STATE_COLUMNS = 18,
	LEFT_COLUMNS = 8, MARK_COLUMNS = 2,
};

const char *
list_row_left(struct arena *arena, struct due due, struct date stopped,
    struct left left)
{
	if (date_is_none(due.date))
		return "";
	if (!date_is_none(stopped))
		return words("list.done");
	if (due.is_provisional)
		return words("list.provisional");
	if (left.is_overdue)
		return arena_print(arena, "-%d hr", left.days);
	if (left.days == 0)
		return words("list.today");
	return arena_print(arena, "%d hr", left.days);
}

const char *
list_row_mark(struct due due, struct date stopped, struct left left)
{
	if (date_is_none(due.date) || !date_is_none(stopped))
		return " ";
	if (left.is_overdue)
		return "!";
	return left.days <= 2 ? "~" : " ";
}

void
list_row_paint(const struct list_row *row, struct canvas *canvas,
    struct area area, enum face face)
{
	scoped_arena arena = arena_new();
	char date[DATE_TEXT_SIZE];
	int names = area.columns - MARK_COLUMNS - NUMBER_COLUMNS -
	    DATE_COLUMNS - STATE_COLUMNS - LEFT_COLUMNS;
	int column = area.column;

	canvas_fill(canvas, area, face);
	date_print_local(row->received, date);
	canvas_put(canvas, area.row, column, face,
	    list_row_mark(row->due, row->stopped, row->left));
	column += MARK_COLUMNS;
	column = canvas_put_in(canvas, area.row, column, NUMBER_COLUMNS, face,
	    *row->number == '\0' ? words("list.no-number") : row->number);
	column = canvas_put_in(canvas, area.row, column, DATE_COLUMNS, face,
	    date);
	column = canvas_put_in(canvas, area.row, column, names - 1, face,
	    arena_print(arena, "%s / %s", row->company_name, row->name));
	column = canvas_put_in(canvas, area.row, column + 1,
	    STATE_COLUMNS - 1, face, row->is_divided ? words("case.divided") :
	    row->state_label);
	canvas_put_right(canvas, area.row, column, LEFT_COLUMNS - 1, face,
	    list_row_left(arena, row->due, row->stopped, row->left));
}
