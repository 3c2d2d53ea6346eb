#include "screens/list_state.h"
#include "screens/words.h"

const char *
list_filter_word(size_t filter)
{
	static const char *const codes[] = {
		[LIST_ALL] = "list.all",
		[LIST_OPEN] = "list.open",
		[LIST_INCOMPLETE] = "list.incomplete",
		[LIST_RUNNING] = "list.running",
		[LIST_READY] = "list.ready",
		[LIST_ENDED] = "list.ended",
		[LIST_CONSULTATIONS] = "list.consultations",
	};

	return codes[filter];
}

const char *
list_sort_word(enum list_sort sort)
{
	static const char *const codes[] = {
		[LIST_RECEIVED] = "list.by-received",
		[LIST_DUE] = "list.by-due",
		[LIST_NUMBER] = "list.by-number",
	};

	return codes[sort];
}

void
list_frame(const struct screen *screen, struct arena *arena,
    struct frame *frame)
{
	const struct list_state *state = (const struct list_state *)screen;

	frame->trail = sentence_of(arena, "list.trail", NULL);
	frame->state = sentence_of(arena, "frame.back", NULL);
	frame->hint = sentence_of(arena, state->in_search ?
	    "list.search-hint" : "list.hint", NULL);
}

static void
paint_head(const struct list_state *state, struct canvas *canvas,
    struct area body)
{
	scoped_arena arena = arena_new();
	struct area box = { body.row, body.column + 51, 1, 27 };

	canvas_put(canvas, body.row, body.column + 2, FACE_PLAIN,
	    sentence_of(arena, "list.head",
	    words(list_filter_word(state->of.query.filter)),
	    words(list_sort_word(state->of.query.sort)), NULL));
	canvas_put(canvas, body.row, body.column + 45, FACE_LABEL,
	    words("list.search"));
	canvas_put_right(canvas, body.row + 2, body.column, body.columns - 1,
	    FACE_TITLE, words("list.columns-right"));
	canvas_put(canvas, body.row + 2, body.column + 4, FACE_TITLE,
	    words("list.columns"));
	line_edit_paint(&state->search, canvas, box, FACE_FIELD,
	    state->in_search);
}

void
list_screen_paint(const struct screen *screen, struct canvas *canvas,
    struct area body)
{
	const struct list_state *state = (const struct list_state *)screen;
	struct list list = state->list;
	struct area rows = { body.row + 3, body.column, body.rows - 5,
		body.columns };
	scoped_arena arena = arena_new();
	size_t shown = list.n == 0 ? 0 : list.selected + 1;

	list_resize(&list, rows.rows);
	if (list.n == 0)
		canvas_put(canvas, rows.row + 1, body.column + 4, FACE_QUIET,
		    words("list.empty"));
	list_paint(&list, canvas, rows, !state->in_search);
	canvas_put_right(canvas, body.row + body.rows - 1, body.column,
	    body.columns - 1, FACE_QUIET, sentence_of(arena, "list.row-of",
	    arena_print(arena, "%zu", shown),
	    arena_print(arena, "%zu", list.n), NULL));
	paint_head(state, canvas, body);
	if (!state->in_search && list.n == 0)
		canvas_cursor(canvas, rows.row + 1, body.column + 4);
}
