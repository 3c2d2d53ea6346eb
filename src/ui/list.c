#include "ui/list.h"

#include <stdint.h>

static bool
may_select(const struct list *list, size_t i)
{
	const struct list_source *source = list->source;

	return source->may_select == NULL ||
	    source->may_select(source->context, i);
}

/* The selected row into the window, and no empty rows at the end. */
static void
follow(struct list *list)
{
	size_t rows = (size_t)list->rows;

	if (list->top + rows > list->n)
		list->top = list->n > rows ? list->n - rows : 0;
	if (list->selected < list->top)
		list->top = list->selected;
	if (list->selected >= list->top + rows)
		list->top = list->selected - rows + 1;
	/* headings above the first row that can be selected stay in sight */
	while (list->top > 0 && list->selected - list->top + 1 < rows &&
	       !may_select(list, list->top - 1))
		list->top--;
}

/*
 * The row that can be selected nearest to i: in the direction of travel
 * first, else the other way. Row 0 when there is none.
 */
static size_t
nearest(const struct list *list, size_t i, bool is_upward)
{
	size_t up = i, down = i;

	if (list->n == 0)
		return 0;
	while (down < list->n && !may_select(list, down))
		down++;
	while (up > 0 && !may_select(list, up))
		up--;
	if (is_upward && may_select(list, up))
		return up;
	if (down < list->n)
		return down;
	return up;
}

static void
choose(struct list *list, size_t i, bool is_upward)
{
	if (list->n > 0 && i >= list->n)
		i = list->n - 1;
	list->selected = nearest(list, i, is_upward);
	list->id = (struct id){ { 0 } };
	if (list_has_row(list) && list->source->id != NULL)
		list->id = list->source->id(list->source->context,
		    list->selected);
	follow(list);
}

void
list_init(struct list *list, const struct list_source *source, int rows)
{
	*list = (struct list){ .source = source, .rows = rows > 1 ? rows : 1 };
	list->n = source->count(source->context);
	choose(list, 0, false);
}

/* Where an id is now: asked of the source, else looked for among the rows. */
static size_t
row_of(const struct list *list, const struct id *id)
{
	const struct list_source *source = list->source;

	if (id_is_zero(id))
		return SIZE_MAX;
	if (source->find != NULL)
		return source->find(source->context, id);
	for (size_t i = 0; source->id != NULL && i < list->n; i++) {
		struct id other = source->id(source->context, i);

		if (id_equal(&other, id))
			return i;
	}
	return SIZE_MAX;
}

void
list_refresh(struct list *list)
{
	size_t row;

	list->n = list->source->count(list->source->context);
	row = row_of(list, &list->id);
	choose(list, row < list->n ? row : list->selected, false);
}

void
list_resize(struct list *list, int rows)
{
	list->rows = rows > 1 ? rows : 1;
	follow(list);
}

void
list_select(struct list *list, size_t i)
{
	choose(list, i, false);
}

bool
list_select_id(struct list *list, const struct id *id)
{
	size_t row = row_of(list, id);

	if (row >= list->n)
		return false;
	choose(list, row, false);
	return true;
}

bool
list_has_row(const struct list *list)
{
	return list->selected < list->n && may_select(list, list->selected);
}

static enum list_result
move(struct list *list, long rows)
{
	bool is_upward = rows < 0;
	size_t back = (size_t)(is_upward ? -rows : rows);

	if (!is_upward)
		choose(list, list->selected + back, false);
	else if (back > list->selected)
		choose(list, 0, false);
	else
		choose(list, list->selected - back, true);
	return LIST_MOVED;
}

enum list_result
list_key(struct list *list, const struct key *key)
{
	long page = list->rows > 1 ? list->rows - 1 : 1;

	if (key->code == K_UP)
		return move(list, -1);
	if (key->code == K_DOWN)
		return move(list, 1);
	if (key->code == K_PAGE_UP)
		return move(list, -page);
	if (key->code == K_PAGE_DOWN)
		return move(list, page);
	if (key->code == K_HOME || key->code == K_FIRST) {
		choose(list, 0, false);
		return LIST_MOVED;
	}
	if (key->code == K_END || key->code == K_LAST) {
		choose(list, SIZE_MAX, true);
		return LIST_MOVED;
	}
	if (key->code == K_ENTER)
		return list_has_row(list) ? LIST_CHOSEN : LIST_MOVED;
	return LIST_IGNORED;
}

static void
paint_row(const struct list *list, struct canvas *canvas, struct area row,
    size_t i, bool has_focus)
{
	bool is_selected = i == list->selected && list_has_row(list);
	enum face face = is_selected && has_focus ? FACE_FOCUS : FACE_PLAIN;
	struct area rest = row;

	rest.column++;
	rest.columns--;
	canvas_fill(canvas, row, face);
	list->source->paint(list->source->context, i, canvas, rest, face);
	if (!is_selected)
		return;
	canvas_put(canvas, row.row, row.column, FACE_MARK, ">");
	if (has_focus)
		canvas_cursor(canvas, row.row, row.column);
}

void
list_paint(const struct list *list, struct canvas *canvas, struct area area,
    bool has_focus)
{
	if (list->n == 0 && has_focus)
		canvas_cursor(canvas, area.row, area.column);
	for (int i = 0; i < area.rows; i++) {
		size_t at = list->top + (size_t)i;
		struct area row = { area.row + i, area.column, 1,
			area.columns };

		if (at < list->n && i < list->rows)
			paint_row(list, canvas, row, at, has_focus);
	}
}
