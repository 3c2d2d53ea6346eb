#include <stdint.h>

#include "desk/desk.h"
#include "desk/session.h"
#include "screens/app.h"
#include "screens/find_rows.h"
#include "screens/pick.h"
#include "screens/screens.h"
#include "screens/words.h"
#include "ui/line_edit.h"
#include "ui/list.h"

/*
 * Search everywhere: one box, the answers by group. Letters go to the box
 * while it has the focus; Down goes to the answers, where a digit leads to a
 * group.
 */
struct find_state {
	struct screen screen;
	struct find_rows rows;
	const struct find_group *only; /* NULL: all groups */
	struct list_source source;
	struct list list;
	struct line_edit search;
	bool in_rows;
};

enum { SEARCH_MAX = 60, SEARCH_COLUMN = 14, SEARCH_COLUMNS = 40 };

static size_t
rows_count(void *context)
{
	return ((struct find_state *)context)->rows.n;
}

/* Rows are found anew at every key: the place counts, not the record. */
static struct id
rows_id(void *context, size_t i)
{
	(void)context;
	(void)i;
	return (struct id){ { 0 } };
}

static bool
rows_may_select(void *context, size_t i)
{
	return ((struct find_state *)context)->rows.list[i].data != NULL;
}

static void
rows_paint(void *context, size_t i, struct canvas *canvas, struct area area,
    enum face face)
{
	const struct find_row *row =
	    &((struct find_state *)context)->rows.list[i];
	scoped_arena arena = arena_new();

	if (row->data != NULL) {
		canvas_fill(canvas, area, face);
		row->group->paint(row->data, canvas, area, face);
		return;
	}
	canvas_put_in(canvas, area.row, area.column + 1, area.columns - 1,
	    FACE_TITLE, arena_print(arena, "%s (%zu%s)",
	    words(row->group->heading), row->n, row->has_more ? "+" : ""));
}

static void
search_again(struct find_state *state)
{
	struct err err = { 0 };

	if (find_rows_search(&state->rows, line_edit_text(&state->search),
	    state->only, &err))
		screen_say_err(&state->screen, &err);
	list_refresh(&state->list);
	list_select(&state->list, 0);
	if (!list_has_row(&state->list))
		state->in_rows = false;
}

static enum fail
find_open(struct screen *screen, const void *arg, struct err *err)
{
	struct find_state *state = (struct find_state *)screen;
	enum fail fail = desk_demand(screen_desk(screen), ACTION_READ, err);

	find_rows_init(&state->rows, screen_desk(screen));
	line_edit_init(&state->search, SEARCH_MAX);
	state->source = (struct list_source){ .count = rows_count,
		.id = rows_id, .paint = rows_paint,
		.may_select = rows_may_select, .context = state };
	list_init(&state->list, &state->source, 1);
	if (fail)
		return fail;
	if (arg != NULL) {
		line_edit_set(&state->search, arg);
		search_again(state);
	}
	return FAIL_NONE;
}

static struct step
open_row(struct find_state *state)
{
	const struct find_row *row;

	if (!list_has_row(&state->list))
		return step_stay();
	row = &state->rows.list[state->list.selected];
	screen_hush(&state->screen);
	return row->group->open(row->data, state->screen.arena);
}

/* The first row of the group with that number. */
static bool
go_to_group(struct find_state *state, const struct key *key)
{
	size_t group = 0;

	if (key->code != K_TEXT || key->text[0] < '1' || key->text[0] > '9' ||
	    key->text[1] != '\0')
		return false;
	for (size_t i = 0; i < state->rows.n; i++) {
		if (state->rows.list[i].data != NULL)
			continue;
		if (++group != (size_t)(key->text[0] - '0'))
			continue;
		list_select(&state->list, i + 1);
		return true;
	}
	return true;
}

static struct step
rows_key(struct find_state *state, const struct key *key)
{
	size_t before = state->list.selected;

	if (key_is_letter(key, '/') || key->code == K_TAB ||
	    key->code == K_ESC) {
		state->in_rows = false;
		return step_stay();
	}
	if (go_to_group(state, key))
		return step_stay();
	switch (list_key(&state->list, key)) {
	case LIST_CHOSEN:
		return open_row(state);
	case LIST_MOVED:
		if (key->code == K_UP && state->list.selected == before)
			state->in_rows = false;
		return step_stay();
	case LIST_IGNORED:
		break;
	}
	return step_unused();
}

static struct step
search_key(struct find_state *state, const struct key *key)
{
	bool has_row = list_has_row(&state->list);

	if (key->code == K_ENTER && state->rows.found == 1)
		return open_row(state);
	if (key->code == K_DOWN || key->code == K_TAB ||
	    key->code == K_ENTER) {
		state->in_rows = has_row;
		return step_stay();
	}
	if (key->code == K_ESC && *line_edit_text(&state->search) == '\0')
		return step_done(0, NULL);
	if (key->code == K_ESC) {
		line_edit_set(&state->search, "");
		search_again(state);
		return step_stay();
	}
	switch (line_edit_key(&state->search, key)) {
	case EDIT_CHANGED:
	case EDIT_FULL:
		search_again(state);
		break;
	case EDIT_MOVED:
	case EDIT_REFUSED:
		break;
	case EDIT_IGNORED:
		return step_unused();
	}
	return step_stay();
}

static struct step
find_key(struct screen *screen, const struct key *key)
{
	struct find_state *state = (struct find_state *)screen;

	return state->in_rows ? rows_key(state, key) : search_key(state, key);
}

static size_t
only_n(void *context, const char *typed)
{
	size_t n = 0;

	(void)context;
	(void)typed;
	find_groups(&n);
	return n + 1;
}

/* "semua", then the groups. */
static struct choice_row
only_row(void *context, size_t i)
{
	size_t n = 0;
	const struct find_group *groups = find_groups(&n);

	(void)context;
	return (struct choice_row){ "", words(i == 0 ? "find.all" :
		groups[i - 1].heading), NULL };
}

enum { FIND_ONLY = 1, FIND_AGAIN };

static struct step
find_act(struct screen *screen, int action)
{
	struct find_state *state = (struct find_state *)screen;
	struct pick *pick;

	if (action == FIND_AGAIN) {
		search_again(state);
		return step_stay();
	}
	pick = arena_alloc(screen->arena, sizeof *pick);
	*pick = (struct pick){
		.source = { only_n, only_row, state },
		.title = words("find.only-title"),
		.has_digits = true,
		.columns = 40,
	};
	return step_push(&pick_screen, pick);
}

static struct step
find_resume(struct screen *screen, const struct screen_ops *from,
    const struct outcome *outcome)
{
	struct find_state *state = (struct find_state *)screen;
	size_t n = 0, at = state->list.selected;
	const struct find_group *groups = find_groups(&n);

	if (from == &pick_screen && outcome->code > 0)
		state->only = outcome->code == 1 ? NULL :
						   &groups[outcome->code - 2];
	search_again(state);
	if (from != &pick_screen)
		list_select(&state->list, at);
	return step_stay();
}

static enum key_context
find_context(const struct screen *screen)
{
	return ((const struct find_state *)screen)->in_rows ? KEY_IN_LIST :
							      KEY_IN_TEXT;
}

static void
find_frame(const struct screen *screen, struct arena *arena,
    struct frame *frame)
{
	const struct find_state *state = (const struct find_state *)screen;

	frame->trail = sentence_of(arena, "find.trail", NULL);
	frame->state = sentence_of(arena, "frame.back", NULL);
	frame->hint = words(state->in_rows ? "find.rows-hint" : "find.hint");
}

static void
find_paint(const struct screen *screen, struct canvas *canvas,
    struct area body)
{
	const struct find_state *state = (const struct find_state *)screen;
	struct list list = state->list;
	struct area rows = { body.row + 2, body.column, body.rows - 3,
		body.columns };
	struct area box = { body.row, body.column + SEARCH_COLUMN, 1,
		SEARCH_COLUMNS };
	scoped_arena arena = arena_new();

	if (!state->in_rows)
		canvas_put(canvas, body.row, body.column, FACE_MARK, ">");
	canvas_put(canvas, body.row, body.column + 2, FACE_LABEL,
	    words("find.label"));
	canvas_put(canvas, body.row, box.column + SEARCH_COLUMNS + 2,
	    FACE_QUIET, sentence_of(arena, "find.in", words(
	    state->only == NULL ? "find.all" : state->only->heading), NULL));
	list_resize(&list, rows.rows);
	list_paint(&list, canvas, rows, state->in_rows);
	if (*line_edit_text(&state->search) != '\0')
		canvas_put(canvas, body.row + body.rows - 1, body.column + 2,
		    FACE_QUIET, sentence_of(arena, state->rows.found == 0 ?
		    "find.none" : "find.found",
		    arena_print(arena, "%zu", state->rows.found), NULL));
	line_edit_paint(&state->search, canvas, box, FACE_FIELD,
	    !state->in_rows);
}

static void
find_close(struct screen *screen)
{
	struct find_state *state = (struct find_state *)screen;

	find_rows_done(&state->rows);
	line_edit_done(&state->search);
}

static const struct key_binding find_bindings[] = {
	{ K_F1, 0, 0, "legend.help", NULL },
	{ K_F4, 0, FIND_ONLY, "legend.filter", "find.key-only" },
	{ K_F5, 0, FIND_AGAIN, "legend.refresh", "find.key-again" },
	{ K_F10, 0, 0, "legend.menu", NULL },
};
static const struct keymap find_keymap = { find_bindings,
	array_length(find_bindings) };

const struct screen_ops find_screen = {
	.name = "find",
	.size = sizeof(struct find_state),
	.keymap = &find_keymap,
	.context = find_context,
	.open = find_open,
	.act = find_act,
	.key = find_key,
	.resume = find_resume,
	.frame = find_frame,
	.paint = find_paint,
	.close = find_close,
};
