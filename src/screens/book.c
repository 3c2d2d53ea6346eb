#include <stdint.h>

#include "desk/assets.h"
#include "desk/desk.h"
#include "desk/session.h"
#include "domain/standard.h"
#include "screens/app.h"
#include "screens/book_arg.h"
#include "screens/book_state.h"
#include "screens/pick.h"
#include "screens/screens.h"
#include "screens/words.h"

/*
 * The complaint book: filter, sort, search. While the search box has the
 * focus letters are text; Down goes to the rows found.
 */
enum { SEARCH_MAX = 60, BOOK_ROWS = 12 };

static size_t
rows_count(void *context)
{
	return ((struct book_state *)context)->rows.count;
}

static struct id
rows_id(void *context, size_t i)
{
	const struct complaint_line *line =
	    row_window_at(&((struct book_state *)context)->rows, i);

	return line == NULL ? (struct id){ { 0 } } : line->id;
}

static void
rows_paint(void *context, size_t i, struct canvas *canvas, struct area area,
    enum face face)
{
	const struct complaint_line *line =
	    row_window_at(&((struct book_state *)context)->rows, i);

	if (line != NULL)
		complaint_row_paint(line, canvas, area, face);
}

static void
say_if(struct book_state *state, enum fail fail, const struct err *err)
{
	if (fail)
		screen_say_err(&state->screen, err);
}

/* The three figures below the rows. */
static void
count_again(struct book_state *state)
{
	struct desk *desk = screen_desk(&state->screen);
	struct complaint_query query = { .show = COMPLAINTS_OPEN };
	struct err err = { 0 };
	enum fail fail;

	fail = desk_complaint_count(desk, &query, &state->open, &err);
	query.show = COMPLAINTS_OVERDUE;
	if (!fail)
		fail = desk_complaint_count(desk, &query, &state->overdue,
		    &err);
	query.show = COMPLAINTS_SOON;
	if (!fail)
		fail = desk_complaint_count(desk, &query, &state->soon, &err);
	say_if(state, fail, &err);
}

static void
read_again(struct book_state *state, bool from_end)
{
	const char *text = line_edit_text(&state->search);
	struct err err = { 0 };

	say_if(state, *text != '\0' ?
	    row_window_search(&state->rows, text, &err) :
	    row_window_read(&state->rows, from_end, &err), &err);
	count_again(state);
	list_refresh(&state->list);
}

static void
reach(struct book_state *state)
{
	struct err err = { 0 };
	size_t top = state->list.top;
	size_t rows = (size_t)state->list.rows;

	say_if(state, row_window_reach(&state->rows,
	    top > rows ? top - rows : 0, top + 2 * rows, &err), &err);
}

static enum fail
book_open(struct screen *screen, const void *arg, struct err *err)
{
	struct book_state *state = (struct book_state *)screen;
	const struct book_arg *book = arg;
	enum fail fail = desk_demand(screen_desk(screen), ACTION_READ, err);

	state->of.desk = screen_desk(screen);
	state->of.query.show = COMPLAINTS_OPEN;
	if (book != NULL) {
		state->of.query = book->query;
		state->title = book->title;
		state->chooses = book->chooses;
	}
	state->pages = complaint_rows_source(&state->of);
	row_window_init(&state->rows, &state->pages);
	line_edit_init(&state->search, SEARCH_MAX);
	state->source = (struct list_source){ .count = rows_count,
		.id = rows_id, .paint = rows_paint, .context = state };
	if (fail)
		return fail;
	fail = row_window_read(&state->rows, false, err);
	list_init(&state->list, &state->source, BOOK_ROWS);
	count_again(state);
	return fail;
}

/* Enter opens a row, F8 opens it with its acts. */
static struct step
open_row(struct book_state *state, bool acts)
{
	const struct complaint_line *line =
	    row_window_at(&state->rows, state->list.selected);
	struct complaint_arg *arg;

	if (line == NULL) {
		screen_say(&state->screen, NOTICE_INFO, "list.no-row", NULL);
		return step_stay();
	}
	if (state->chooses)
		return step_done(BOOK_CHOSEN, line->number);
	screen_hush(&state->screen);
	arg = arena_alloc(state->screen.arena, sizeof *arg);
	*arg = (struct complaint_arg){ line->id, acts };
	return step_push(&complaint_screen, arg);
}

static struct step
search_key(struct book_state *state, const struct key *key)
{
	if (key->code == K_DOWN || key->code == K_TAB ||
	    key->code == K_ENTER) {
		state->in_search = false;
		if (key->code == K_ENTER && state->rows.count == 1)
			return open_row(state, false);
		return step_stay();
	}
	if (key->code == K_ESC && *line_edit_text(&state->search) == '\0') {
		state->in_search = false;
		return step_stay();
	}
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
book_key(struct screen *screen, const struct key *key)
{
	struct book_state *state = (struct book_state *)screen;

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
		return open_row(state, false);
	case LIST_MOVED:
		reach(state);
		list_refresh(&state->list);
		return step_stay();
	case LIST_IGNORED:
		break;
	}
	return step_unused();
}

/* The channels of the first standard; every one has the same. */
static const struct standard *
standard_of(const struct book_state *state)
{
	const struct assets *assets = desk_assets(screen_desk(&state->screen));

	return assets->n_standards == 0 ? NULL : assets->standards[0];
}

static size_t
filter_n(void *context, const char *typed)
{
	const struct standard *standard = standard_of(context);

	(void)typed;
	return BOOK_SHOWS +
	    (standard == NULL ? 0 : standard->n_channels);
}

static struct choice_row
filter_row(void *context, size_t i)
{
	const struct standard *standard = standard_of(context);

	if (i < BOOK_SHOWS)
		return (struct choice_row){ "", words(book_show_word(i)),
			NULL };
	i -= BOOK_SHOWS;
	return (struct choice_row){ standard->channels[i].key,
		standard->channels[i].name, words("book.head-channel") };
}

enum {
	BOOK_SEARCH = 1, BOOK_FILTER, BOOK_REFRESH, BOOK_SORT, BOOK_NEW,
	BOOK_ACT, BOOK_BOX, BOOK_PRINT, BOOK_CLAUSES,
};

static struct step
ask_filter(struct book_state *state)
{
	struct pick *pick = arena_alloc(state->screen.arena, sizeof *pick);

	state->picks_paper = false;
	*pick = (struct pick){
		.source = { filter_n, filter_row, state },
		.title = words("book.filter-title"),
		.has_digits = true,
		.columns = 60,
	};
	return step_push(&pick_screen, pick);
}

static void
sort_next(struct book_state *state)
{
	struct complaint_query *query = &state->of.query;

	query->order = (query->order + 1) % 3;
	query->is_descending = query->order != COMPLAINTS_BY_LEFT;
	read_again(state, false);
	list_select(&state->list, 0);
	screen_say(&state->screen, NOTICE_INFO, "list.sorted",
	    words(book_order_word(query->order)), NULL);
}

static struct step
book_act(struct screen *screen, int action)
{
	struct book_state *state = (struct book_state *)screen;

	switch (action) {
	case BOOK_SEARCH:
		state->in_search = true;
		break;
	case BOOK_FILTER: return ask_filter(state);
	case BOOK_REFRESH:
		read_again(state, false);
		break;
	case BOOK_SORT:
		sort_next(state);
		break;
	case BOOK_NEW: return step_push(&entry_screen, NULL);
	case BOOK_ACT: return open_row(state, true);
	case BOOK_PRINT: return book_ask_paper(state);
	case BOOK_CLAUSES: return step_push(&clauses_screen, NULL);
	case BOOK_BOX: return step_push(&boxes_screen, NULL);
	}
	return step_stay();
}

/* A state filter takes the place of the one before; a channel is added. */
static void
take_filter(struct book_state *state, size_t chosen)
{
	const struct standard *standard = standard_of(state);
	struct complaint_query *query = &state->of.query;

	if (chosen < BOOK_SHOWS) {
		query->show = (enum complaint_show)chosen;
		query->channel = NULL;
	} else {
		query->channel =
		    standard->channels[chosen - BOOK_SHOWS].key;
	}
	line_edit_set(&state->search, "");
	read_again(state, false);
	list_select(&state->list, 0);
}

static struct step
book_resume(struct screen *screen, const struct screen_ops *from,
    const struct outcome *outcome)
{
	struct book_state *state = (struct book_state *)screen;

	if (from == &pick_screen && outcome->code > 0 && state->picks_paper)
		return book_print(state, (size_t)outcome->code - 1);
	if (from == &pick_screen && outcome->code > 0)
		take_filter(state, (size_t)outcome->code - 1);
	else if (from != &pick_screen)
		read_again(state, false);
	return step_stay();
}

static uint64_t
book_may(const struct screen *screen)
{
	if (!((const struct book_state *)screen)->chooses)
		return KEYMAP_ALL;
	return KEYMAP_ALL & ~(UINT64_C(1) << BOOK_NEW |
	    UINT64_C(1) << BOOK_ACT | UINT64_C(1) << BOOK_BOX |
	    UINT64_C(1) << BOOK_PRINT | UINT64_C(1) << BOOK_CLAUSES);
}

static enum key_context
book_context(const struct screen *screen)
{
	return ((const struct book_state *)screen)->in_search ? KEY_IN_TEXT :
								KEY_IN_LIST;
}

static void
book_close(struct screen *screen)
{
	struct book_state *state = (struct book_state *)screen;

	row_window_done(&state->rows);
	line_edit_done(&state->search);
}

static const struct key_binding book_bindings[] = {
	{ K_F1, 0, 0, "legend.help", NULL },
	{ K_F3, 0, BOOK_SEARCH, "legend.search", "book.key-search" },
	{ K_F4, 0, BOOK_FILTER, "legend.filter", "book.key-filter" },
	{ K_F6, 0, BOOK_SORT, "legend.sort", "book.key-sort" },
	{ K_F7, 0, BOOK_NEW, "legend.new", "book.key-new" },
	{ K_F8, 0, BOOK_ACT, "legend.act", "book.key-act" },
	{ K_TEXT, 'K', BOOK_BOX, "legend.box", "book.key-box" },
	{ K_F9, 0, BOOK_PRINT, "legend.print", "book.key-print" },
	{ K_TEXT, 'T', BOOK_CLAUSES, "legend.table", "book.key-clauses" },
	{ K_F10, 0, 0, "legend.menu", NULL },
	{ K_F5, 0, BOOK_REFRESH, "legend.refresh", "book.key-refresh" },
};
static const struct keymap book_keymap = { book_bindings,
	array_length(book_bindings) };

const struct screen_ops book_screen = {
	.name = "book",
	.size = sizeof(struct book_state),
	.keymap = &book_keymap,
	.context = book_context,
	.may = book_may,
	.open = book_open,
	.act = book_act,
	.key = book_key,
	.resume = book_resume,
	.frame = book_frame,
	.paint = book_paint,
	.close = book_close,
};
