#include <stdint.h>

#include "desk/session.h"
#include "screens/app.h"
#include "screens/list_arg.h"
#include "screens/list_row.h"
#include "screens/list_state.h"
#include "screens/pick.h"
#include "screens/print_arg.h"
#include "screens/screens.h"
#include "screens/words.h"

/*
 * The list of applications: filter, sort, search. While the search box has
 * the focus letters are text; Down goes to the rows found.
 */
static const struct print_arg daily_list = { .paper = PAPER_DAILY };

enum { SEARCH_MAX = 60, LIST_ROWS = 12 };

static size_t
rows_count(void *context)
{
	return ((struct list_state *)context)->rows.count;
}

static struct id
rows_id(void *context, size_t i)
{
	const struct list_row *row =
	    row_window_at(&((struct list_state *)context)->rows, i);

	return row == NULL ? (struct id){ { 0 } } : row->id;
}

static void
rows_paint(void *context, size_t i, struct canvas *canvas, struct area area,
    enum face face)
{
	const struct list_row *row =
	    row_window_at(&((struct list_state *)context)->rows, i);

	if (row != NULL)
		list_row_paint(row, canvas, area, face);
}

static void
say_if(struct list_state *state, enum fail fail, const struct err *err)
{
	if (fail)
		screen_say_err(&state->screen, err);
}

static void
read_again(struct list_state *state, bool from_end)
{
	const char *text = line_edit_text(&state->search);
	struct err err = { 0 };

	say_if(state, *text != '\0' ?
	    row_window_search(&state->rows, text, &err) :
	    row_window_read(&state->rows, from_end, &err), &err);
	list_refresh(&state->list);
}

/* The rows the window shows must be in memory before it is drawn. */
static void
reach(struct list_state *state)
{
	struct err err = { 0 };
	size_t top = state->list.top;
	size_t rows = (size_t)state->list.rows;

	say_if(state, row_window_reach(&state->rows,
	    top > rows ? top - rows : 0, top + 2 * rows, &err), &err);
}

static enum fail
list_open(struct screen *screen, const void *arg, struct err *err)
{
	struct list_state *state = (struct list_state *)screen;
	const struct list_arg *list = arg;
	enum fail fail;

	fail = desk_demand(screen_desk(screen), ACTION_READ, err);
	state->of.desk = screen_desk(screen);
	state->pages = list_rows_source(&state->of);
	row_window_init(&state->rows, &state->pages);
	line_edit_init(&state->search, SEARCH_MAX);
	state->source = (struct list_source){ .count = rows_count,
		.id = rows_id, .paint = rows_paint, .context = state };
	if (fail)
		return fail;
	state->of.query = (struct list_query){ .sort = list->sort,
		.is_descending = list->sort != LIST_DUE,
		.filter = list->filter };
	state->opens_checklist = list->opens_checklist;
	line_edit_set(&state->search, list->text == NULL ? "" : list->text);
	fail = list->text != NULL ?
	    row_window_search(&state->rows, list->text, err) :
	    row_window_read(&state->rows, false, err);
	list_init(&state->list, &state->source, LIST_ROWS);
	return fail;
}

static struct step
open_row(struct list_state *state, const struct screen_ops *ops)
{
	const struct list_row *row =
	    row_window_at(&state->rows, state->list.selected);
	struct id *id;

	if (row == NULL) {
		screen_say(&state->screen, NOTICE_INFO, "list.no-row", NULL);
		return step_stay();
	}
	screen_hush(&state->screen);
	id = arena_alloc(state->screen.arena, sizeof *id);
	*id = row->id;
	return step_push(ops, id);
}

static struct step
open_selected(struct list_state *state)
{
	return open_row(state, state->opens_checklist ? &checklist_screen :
	    &application_screen);
}

static struct step
search_key(struct list_state *state, const struct key *key)
{
	if (key->code == K_DOWN || key->code == K_TAB ||
	    key->code == K_ENTER) {
		state->in_search = false;
		if (key->code == K_ENTER && state->rows.count == 1)
			return open_selected(state);
		return step_stay();
	}
	if (key->code == K_ESC && *line_edit_text(&state->search) == '\0')
		return step_done(0, NULL);
	if (key->code == K_ESC) {
		line_edit_set(&state->search, "");
		read_again(state, false);
		return step_stay();
	}
	switch (line_edit_key(&state->search, key)) {
	case EDIT_CHANGED:
	case EDIT_FULL:
		read_again(state, false);
		list_select(&state->list, 0);
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
list_key_pressed(struct screen *screen, const struct key *key)
{
	struct list_state *state = (struct list_state *)screen;

	if (state->in_search)
		return search_key(state, key);
	if (key_is_letter(key, '/') || key->code == K_TAB ||
	    (key->code == K_UP && state->list.selected == 0)) {
		state->in_search = true;
		return step_stay();
	}
	if (key->code == K_LAST && !state->rows.is_search)
		read_again(state, true);
	else if (key->code == K_FIRST && !state->rows.is_search)
		read_again(state, false);
	switch (list_key(&state->list, key)) {
	case LIST_CHOSEN:
		return open_selected(state);
	case LIST_MOVED:
		reach(state);
		list_refresh(&state->list);
		return step_stay();
	case LIST_IGNORED:
		break;
	}
	return step_unused();
}

static size_t
filter_n(void *context, const char *typed)
{
	(void)context;
	(void)typed;
	return LIST_FILTERS;
}

static struct choice_row
filter_row(void *context, size_t i)
{
	(void)context;
	return (struct choice_row){ "", words(list_filter_word(i)), NULL };
}

enum {
	LIST_SEARCH = 1, LIST_FILTER, LIST_REFRESH, LIST_SORT, LIST_NEW,
	LIST_CHECK, LIST_PRINT,
};

static struct step
ask_filter(struct list_state *state)
{
	struct pick *pick = arena_alloc(state->screen.arena, sizeof *pick);

	*pick = (struct pick){
		.source = { filter_n, filter_row, state },
		.title = words("list.filter-title"),
		.has_digits = true,
		.columns = 48,
	};
	return step_push(&pick_screen, pick);
}

static struct step
list_act(struct screen *screen, int action)
{
	struct list_state *state = (struct list_state *)screen;

	switch (action) {
	case LIST_SEARCH:
		state->in_search = true;
		break;
	case LIST_FILTER:
		return ask_filter(state);
	case LIST_REFRESH:
		read_again(state, false);
		break;
	case LIST_SORT:
		state->of.query.sort = (state->of.query.sort + 1) % 3;
		state->of.query.is_descending =
		    state->of.query.sort != LIST_DUE;
		read_again(state, false);
		list_select(&state->list, 0);
		screen_say(screen, NOTICE_INFO, "list.sorted",
		    words(list_sort_word(state->of.query.sort)), NULL);
		break;
	case LIST_NEW:
		return step_push(&intake_screen, NULL);
	case LIST_CHECK:
		return open_row(state, &checklist_screen);
	case LIST_PRINT:
		return step_push(&print_screen, &daily_list);
	}
	return step_stay();
}

static struct step
list_resume(struct screen *screen, const struct screen_ops *from,
    const struct outcome *outcome)
{
	struct list_state *state = (struct list_state *)screen;

	if (from == &pick_screen && outcome->code > 0) {
		state->of.query.filter = (enum list_filter)(outcome->code - 1);
		line_edit_set(&state->search, "");
		read_again(state, false);
		list_select(&state->list, 0);
	} else if (from != &pick_screen) {
		read_again(state, false);
	}
	return step_stay();
}

static enum key_context
list_context(const struct screen *screen)
{
	return ((const struct list_state *)screen)->in_search ? KEY_IN_TEXT :
								KEY_IN_LIST;
}

static void
list_close(struct screen *screen)
{
	struct list_state *state = (struct list_state *)screen;

	row_window_done(&state->rows);
	line_edit_done(&state->search);
}

static const struct key_binding list_bindings[] = {
	{ K_F1, 0, 0, "legend.help", NULL },
	{ K_F3, 0, LIST_SEARCH, "legend.search", "list.key-search" },
	{ K_F4, 0, LIST_FILTER, "legend.filter", "list.key-filter" },
	{ K_F6, 0, LIST_SORT, "legend.sort", "list.key-sort" },
	{ K_F7, 0, LIST_NEW, "legend.new", "list.key-new" },
	{ K_F8, 0, LIST_CHECK, "legend.check", "list.key-check" },
	{ K_F9, 0, LIST_PRINT, "legend.print", "list.key-print" },
	{ K_F10, 0, 0, "legend.menu", NULL },
	{ K_F5, 0, LIST_REFRESH, "legend.refresh", "list.key-refresh" },
};
static const struct keymap list_keymap = { list_bindings,
	array_length(list_bindings) };

const struct screen_ops list_screen = {
	.name = "list",
	.size = sizeof(struct list_state),
	.keymap = &list_keymap,
	.context = list_context,
	.open = list_open,
	.act = list_act,
	.key = list_key_pressed,
	.resume = list_resume,
	.frame = list_frame,
	.paint = list_screen_paint,
	.close = list_close,
};
