#include <string.h>

#include "desk/dashboard.h"
#include "desk/desk.h"
#include "desk/session.h"
#include "screens/app.h"
#include "screens/book_arg.h"
#include "screens/header.h"
#include "screens/list_arg.h"
#include "screens/screens.h"
#include "screens/words.h"

/*
 * The dashboard: what can be done, by a digit, and what waits today. Tab goes
 * to the rows that want attention; Enter opens what they count.
 */
struct home {
	struct screen screen;
	struct dashboard dashboard;
	bool in_attention;
	size_t selected;  /* of the menu */
	size_t attention; /* of the attention rows */
};

static const struct list_arg all_cases = { .filter = LIST_OPEN };
static const struct list_arg to_check = { .filter = LIST_INCOMPLETE,
	.opens_checklist = true };

/* The menu: digit, code for Ctrl-G, what it opens. */
static const struct entry {
	char digit;
	const char *code, *heading, *label;
	const struct screen_ops *ops;
	const void *arg;
} menu[] = {
	{ '1', "PB", "home.applications", "home.intake", &intake_screen,
	    NULL },
	{ '2', "DP", NULL, "home.list", &list_screen, &all_cases },
	{ '3', "CK", NULL, "home.check", &list_screen, &to_check },
	{ '4', "AB", "home.complaints", "home.complaint", &entry_screen,
	    NULL },
	{ '5', "DA", NULL, "home.book", &book_screen, NULL },
	{ '6', "SP", "home.services", "home.standard", &standard_screen,
	    NULL },
	{ '7', "SS", "home.management", "home.exchange", &exchange_screen,
	    NULL },
	{ '8', "PT", NULL, "home.officers", &officers_screen, NULL },
	{ '9', "PI", NULL, "home.pin", &pin_screen, NULL },
	{ '0', "DR", NULL, "home.drafts", &drafts_screen, NULL },
};

static const struct place home_places[] = {
	{ "PB", &intake_screen, NULL },
	{ "DP", &list_screen, &all_cases },
	{ "CK", &list_screen, &to_check },
	{ "AB", &entry_screen, NULL },
	{ "DA", &book_screen, NULL },
	{ "KP", &boxes_screen, NULL },
	{ "TB", &clauses_screen, NULL },
	{ "BT", &conflicts_screen, NULL },
	{ "MG", &alike_screen, NULL },
	{ "CR", &find_screen, NULL },
	{ "SS", &exchange_screen, NULL },
	{ "DR", &drafts_screen, NULL },
	{ "SP", &standard_screen, NULL },
	{ "PT", &officers_screen, NULL },
	{ "PI", &pin_screen, NULL },
	{ "KS", &passphrase_screen, NULL },
	{ "KI", &keys_screen, NULL },
};

const struct place *
places(size_t *ret_n)
{
	*ret_n = array_length(home_places);
	return home_places;
}

static void
read_again(struct home *home)
{
	struct err err = { 0 };

	if (desk_dashboard(screen_desk(&home->screen), &home->dashboard,
	    &err))
		screen_say_err(&home->screen, &err);
	if (home->attention >= home->dashboard.n_attention)
		home->attention = 0;
	if (home->dashboard.n_attention == 0)
		home->in_attention = false;
}

static enum fail
home_open(struct screen *screen, const void *arg, struct err *err)
{
	struct home *home = (struct home *)screen;

	(void)arg;
	return desk_dashboard(screen_desk(screen), &home->dashboard, err);
}

static struct step
home_resume(struct screen *screen, const struct screen_ops *from,
    const struct outcome *outcome)
{
	(void)from;
	(void)outcome;
	read_again((struct home *)screen);
	return step_stay();
}

static struct step
open_attention(struct home *home)
{
	const struct attention *row =
	    &home->dashboard.attention[home->attention];
	struct list_arg *list;
	struct book_arg *book;

	switch (row->opens) {
	case ATTENTION_OVERDUE:
	case ATTENTION_DUE_SOON:
	case ATTENTION_LIST:
		list = arena_alloc(home->screen.arena, sizeof *list);
		*list = (struct list_arg){ .filter =
		    row->opens == ATTENTION_LIST ? row->filter : LIST_RUNNING,
			.sort = row->opens == ATTENTION_LIST ? LIST_RECEIVED :
							       LIST_DUE };
		return step_push(&list_screen, list);
	case ATTENTION_BOOK:
		book = arena_alloc(home->screen.arena, sizeof *book);
		*book = (struct book_arg){ .query.show = row->show };
		return step_push(&book_screen, book);
	case ATTENTION_EXCHANGE:
		return step_push(&exchange_screen, NULL);
	case ATTENTION_CONFLICTS:
		return step_push(&conflicts_screen, NULL);
	case ATTENTION_ALIKE:
		return step_push(&alike_screen, NULL);
	case ATTENTION_DRAFTS:
		return step_push(&drafts_screen, NULL);
	case ATTENTION_WARNINGS:
		return step_push(&warnings_screen, NULL);
	case ATTENTION_PASSPHRASE:
		return step_push(&passphrase_screen, NULL);
	case ATTENTION_KEYS:
		return step_push(&keys_screen, NULL);
	case ATTENTION_CALENDAR:
	case ATTENTION_NOTHING:
		break;
	}
	return step_stay();
}

static void
move_focus(struct home *home, int by)
{
	size_t *at = home->in_attention ? &home->attention : &home->selected;
	size_t n = home->in_attention ? home->dashboard.n_attention :
					array_length(menu);

	*at = (*at + n + (size_t)(by + (int)n)) % n;
}

static struct step
home_key(struct screen *screen, const struct key *key)
{
	struct home *home = (struct home *)screen;

	for (size_t i = 0; i < array_length(menu); i++)
		if (key_is_letter(key, menu[i].digit)) {
			screen_hush(screen);
			home->selected = i;
			return step_push(menu[i].ops, menu[i].arg);
		}
	if (key->code == K_DOWN)
		move_focus(home, 1);
	else if (key->code == K_UP)
		move_focus(home, -1);
	else if ((key->code == K_TAB || key->code == K_BACKTAB) &&
	    home->dashboard.n_attention > 0)
		home->in_attention = !home->in_attention;
	else if (key->code == K_ENTER && home->in_attention)
		return open_attention(home);
	else if (key->code == K_ENTER)
		return step_push(menu[home->selected].ops,
		    menu[home->selected].arg);
	else if (key->code == K_ESC)
		return step_push(&quit_screen, NULL);
	else
		return step_unused();
	return step_stay();
}

enum { HOME_SEARCH = 1, HOME_REFRESH, HOME_NEW, HOME_SIGN_OUT,
	HOME_PASSPHRASE, HOME_KEYS };

static struct step
home_act(struct screen *screen, int action)
{
	switch (action) {
	case HOME_SEARCH:
		return step_push(&find_screen, NULL);
	case HOME_REFRESH:
		read_again((struct home *)screen);
		break;
	case HOME_NEW:
		return step_push(&intake_screen, NULL);
	case HOME_PASSPHRASE:
		return step_push(&passphrase_screen, NULL);
	case HOME_KEYS:
		return step_push(&keys_screen, NULL);
	case HOME_SIGN_OUT:
		return (struct step){ .kind = STEP_SIGN_OUT };
	}
	return step_stay();
}

static uint64_t
home_may(const struct screen *screen)
{
	const struct desk *desk = screen_desk(screen);
	uint64_t may = KEYMAP_ALL;

	if (desk_is_practice(desk))
		may &= ~(UINT64_C(1) << HOME_SIGN_OUT |
		    UINT64_C(1) << HOME_PASSPHRASE);
	if (!desk_may(desk, ACTION_READ_CONFIDENTIAL))
		may &= ~(UINT64_C(1) << HOME_KEYS);
	return may;
}

static void
home_frame(const struct screen *screen, struct arena *arena,
    struct frame *frame)
{
	(void)screen;
	frame->trail = sentence_of(arena, "home.trail", NULL);
	frame->state = sentence_of(arena, "home.state", NULL);
	frame->hint = sentence_of(arena, "home.hint", NULL);
}

static void
paint_menu(const struct home *home, struct canvas *canvas, struct area body)
{
	int row = body.row;

	for (size_t i = 0; i < array_length(menu); i++, row++) {
		bool has_focus = !home->in_attention && i == home->selected;

		if (menu[i].heading != NULL) {
			row += i > 0;
			canvas_put(canvas, row++, body.column + 2, FACE_TITLE,
			    words(menu[i].heading));
		}
		if (has_focus) {
			canvas_put(canvas, row, body.column, FACE_MARK, ">");
			canvas_cursor(canvas, row, body.column + 2);
		}
		canvas_print_at(canvas, row, body.column + 2,
		    has_focus ? FACE_FOCUS : FACE_PLAIN, "%c  %s  %s",
		    menu[i].digit, menu[i].code, words(menu[i].label));
	}
}

static int
paint_count(struct canvas *canvas, int row, int column, const char *code,
    int64_t n)
{
	int after = canvas_put_in(canvas, row, column + 2, 24, FACE_PLAIN,
	    words(code));

	canvas_print_at(canvas, row, after, FACE_STRONG, "%5lld",
	    (long long)n);
	return row + 1;
}

static int
paint_attention(const struct home *home, struct canvas *canvas, int row,
    int column, int rows)
{
	const struct dashboard *dashboard = &home->dashboard;

	canvas_put(canvas, row++, column, FACE_TITLE,
	    words("home.attention"));
	if (dashboard->n_attention == 0)
		canvas_put(canvas, row++, column + 2, FACE_QUIET,
		    words("home.nothing"));
	for (size_t i = 0; i < dashboard->n_attention && rows > 0;
	     i++, rows--, row++) {
		const struct attention *attention = &dashboard->attention[i];
		scoped_arena arena = arena_new();
		bool has_focus = home->in_attention && i == home->attention;

		canvas_put(canvas, row, column, FACE_MARK,
		    has_focus ? ">" : " ");
		canvas_put(canvas, row, column + 2, FACE_MARK,
		    attention->is_urgent ? "!" : "~");
		canvas_put(canvas, row, column + 4,
		    has_focus ? FACE_FOCUS : FACE_PLAIN,
		    sentence(arena, &attention->fact));
		if (has_focus)
			canvas_cursor(canvas, row, column + 4);
	}
	return row;
}

static void
paint_days(const struct home *home, struct canvas *canvas, int row,
    int column)
{
	int64_t most = 1;

	for (size_t i = 0; i < DASHBOARD_DAYS; i++)
		if (home->dashboard.days[i].received > most)
			most = home->dashboard.days[i].received;
	canvas_put(canvas, row++, column, FACE_TITLE, words("home.days"));
	for (size_t i = 0; i < DASHBOARD_DAYS; i++, row++) {
		scoped_arena arena = arena_new();
		int64_t n = home->dashboard.days[i].received;
		struct date date = home->dashboard.days[i].date;
		int bar = (int)(n * 18 / most);

		canvas_put_in(canvas, row, column + 2, 6, FACE_PLAIN,
		    arena_print(arena, "%.3s %02d", day_text(arena, date),
		    date.day));
		if (bar > 0)
			canvas_bar(canvas, row, column + 10, bar, 1, 1);
		canvas_print_at(canvas, row, column + 30, FACE_STRONG, "%4lld",
		    (long long)n);
	}
}

enum { RIGHT = 36, ATTENTION_ROWS = 5 };

static void
home_paint(const struct screen *screen, struct canvas *canvas,
    struct area body)
{
	const struct home *home = (const struct home *)screen;
	const struct dashboard *dashboard = &home->dashboard;
	int row = body.row, column = body.column + RIGHT;

	paint_menu(home, canvas, body);
	canvas_put(canvas, row++, column, FACE_TITLE, words("home.today"));
	row = paint_count(canvas, row, column, "home.received",
	    dashboard->received_today);
	row = paint_count(canvas, row, column, "home.incomplete",
	    dashboard->incomplete);
	row = paint_count(canvas, row, column, "home.running",
	    dashboard->complete_running);
	row = paint_count(canvas, row, column, "home.ready",
	    dashboard->ready);
	row = paint_count(canvas, row, column, "home.complaints-today",
	    dashboard->complaints_today);
	row = paint_attention(home, canvas, row, column, ATTENTION_ROWS);
	if (row + DASHBOARD_DAYS < body.row + body.rows)
		paint_days(home, canvas, row, column);
}

static const struct key_binding home_bindings[] = {
	{ K_F1, 0, 0, "legend.help", NULL },
	{ K_F3, 0, HOME_SEARCH, "legend.search", "home.key-search" },
	{ K_F5, 0, HOME_REFRESH, "legend.refresh", "home.key-refresh" },
	{ K_F7, 0, HOME_NEW, "legend.new", "home.key-new" },
	{ K_F10, 0, 0, "legend.menu", NULL },
	{ K_F12, 0, 0, "legend.lock", NULL },
	{ K_TEXT, 'X', HOME_SIGN_OUT, "legend.sign-out", "home.key-sign-out" },
	{ K_TEXT, 'S', HOME_PASSPHRASE, NULL, "home.key-passphrase" },
	{ K_TEXT, 'I', HOME_KEYS, NULL, "home.key-keys" },
};
static const struct keymap home_keymap = { home_bindings,
	array_length(home_bindings) };

const struct screen_ops home_screen = {
	.name = "home",
	.size = sizeof(struct home),
	.keymap = &home_keymap,
	.may = home_may,
	.open = home_open,
	.act = home_act,
	.key = home_key,
	.resume = home_resume,
	.frame = home_frame,
	.paint = home_paint,
};
