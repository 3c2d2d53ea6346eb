#include "screens/app.h"

#include "base/text.h"
#include "desk/exchange.h"
#include "desk/list.h"
#include "desk/session.h"
#include "desk/setting.h"
#include "screens/header.h"
#include "screens/screens.h"
#include "screens/stack.h"
#include "screens/words.h"

enum {
	MINUTE_MS = 60000,
	IDLE_MINUTES = 5, /* when the setting cannot be read */
};

/* The screen whose header is shown: the topmost that fills the screen. */
static size_t
base_of(const struct app *app)
{
	size_t i = app->depth - 1;

	while (i > 0 && app->stack[i]->ops->is_overlay)
		i--;
	return i;
}

static void
paint_screens(struct app *app, struct arena *arena)
{
	struct frame frame = { .words = words,
		.notice = &app->notices.now };
	size_t base = base_of(app);
	const struct screen *screen = stack_top(app);
	const char *lesson;

	header_fill(app, arena, &frame);
	for (size_t i = base; i < app->depth; i++)
		if (app->stack[i]->ops->frame != NULL)
			app->stack[i]->ops->frame(app->stack[i], arena,
			    &frame);
	lesson = lesson_hint(&app->lesson, arena);
	if (lesson != NULL)
		frame.hint = lesson;
	frame.keymap = screen->ops->keymap;
	frame.may = screen_may(screen);
	frame_paint(app->canvas, &frame);
	for (size_t i = base; i < app->depth; i++)
		app->stack[i]->ops->paint(app->stack[i], app->canvas,
		    frame_body(app->canvas));
}

static void
paint(struct app *app)
{
	scoped_arena arena = arena_new();
	int rows, columns;

	term_size(app->options.term, &rows, &columns);
	if (rows != canvas_rows(app->canvas) ||
	    columns != canvas_columns(app->canvas))
		canvas_resize(app->canvas, rows, columns);
	canvas_clear(app->canvas);
	if (frame_fits(app->canvas))
		paint_screens(app, arena);
	else
		frame_too_small(app->canvas, sentence_of(arena,
		    "frame.too-small", arena_print(arena, "%dx%d", columns,
		    rows), NULL));
	term_show(app->options.term, app->canvas);
}

/* Until the minute in the header changes. */
static int
timeout_of(const struct app *app)
{
	int64_t now = clock_now(&app->options.clock);
	const struct screen *top = stack_top(app);

	if (top->ops->hurries != NULL && top->ops->hurries(top) > 0)
		return top->ops->hurries(top);
	return (int)(MINUTE_MS - now % MINUTE_MS);
}

static void
idle(struct app *app)
{
	int64_t now = clock_now(&app->options.clock);
	int minutes = IDLE_MINUTES;

	if (!app_is_worked_at(app) || app->is_practice)
		return;
	if (desk_setting_number(app->desk, SETTING_IDLE_MINUTES, &minutes,
	    NULL))
		minutes = IDLE_MINUTES;
	if (now - app->key_at_ms >= (int64_t)minutes * MINUTE_MS)
		app_lock(app);
}

/* A run with the share when one is due; nobody waits for it. */
static void
exchange(struct app *app, const char *cause)
{
	const struct app_host *host = app->options.host;

	if (app->desk == NULL || app->is_practice || host == NULL ||
	    host->exchange == NULL || !desk_exchange_is_due(app->desk))
		return;
	/* The screen of the exchange shows what became of it. */
	(void)!host->exchange(host->context, cause, NULL);
}

enum fail
app_start_exchange(struct app *app, const char *cause, struct err *err)
{
	const struct app_host *host = app->options.host;
	enum fail fail = desk_exchange_may_start(app->desk, err);

	if (fail || host == NULL || host->exchange == NULL)
		return fail;
	return host->exchange(host->context, cause, err);
}

static void
stop(struct app *app)
{
	stack_keep(app);
	stack_clear(app);
}

static enum fail
start(struct app *app, struct err *err)
{
	const struct screen_ops *first = &signin_screen;

	if (app->desk == NULL)
		first = &first_screen;
	else if (app->is_practice)
		first = &home_screen;
	return stack_push(app, first, NULL, err);
}

static void
turn(struct app *app)
{
	const struct screen *top;
	struct key key;

	if (!term_is_busy(app->options.term))
		paint(app);
	key = term_read(app->options.term, timeout_of(app));
	top = stack_top(app);
	if (key.code == K_STOP) {
		stop(app);
		return;
	}
	if (key.code == K_IDLE) {
		idle(app);
		if (top->ops->tick != NULL && top == stack_top(app))
			top->ops->tick(stack_top(app));
		exchange(app, "timer");
		return;
	}
	if (key.code == K_RESIZE || key.code == K_NONE)
		return;
	app->key_at_ms = clock_now(&app->options.clock);
	app_take_key(app, &key);
	if (app->depth > 0)
		lesson_note(&app->lesson, stack_top(app)->ops->name);
}

enum fail
app_run(const struct app_options *options, struct err *err)
{
	struct app app = { .options = *options, .desk = options->desk,
		.is_practice = options->is_practice };
	struct canvas_style style = {
		.is_ascii = options->is_ascii,
		.is_plain = options->is_plain,
		.has_extent = term_theme(options->term) == THEME_MONO,
	};
	enum fail fail;

	app.arena = arena_new();
	app.canvas = canvas_new(FRAME_ROWS, FRAME_COLUMNS);
	canvas_set_style(app.canvas, style);
	app.key_at_ms = clock_now(&options->clock);
	fail = start(&app, err);
	exchange(&app, "start");
	if (!fail && options->notice.code[0] != '\0')
		notice_say(&app.notices, NOTICE_DOUBT,
		    sentence(app.arena, &options->notice));
	while (!fail && app.depth > 0)
		turn(&app);
	exchange(&app, "closing");
	canvas_free(app.canvas);
	arena_free(app.arena);
	return fail;
}

void
app_use_desk(struct app *app, struct desk *desk, bool is_practice)
{
	app->desk = desk;
	app->is_practice = is_practice;
}

enum fail
app_begin_lesson(struct app *app, struct err *err)
{
	const struct list_query served = { .sort = LIST_RECEIVED,
		.is_descending = true, .state = "diserahkan" };
	struct list_page page = { .arena = app->arena, .limit = 1 };
	enum fail fail;

	fail = lesson_load(app->options.assets, app->arena, &app->lesson, err);
	if (!fail)
		fail = desk_list(app->desk, &served, &page, err);
	if (!fail && page.n > 0)
		text_copy(app->lesson.nib, sizeof app->lesson.nib,
		    page.list[0].nib);
	return fail;
}
