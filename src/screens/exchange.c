#include <string.h>

#include "desk/desk.h"
#include "desk/exchange.h"
#include "screens/app.h"
#include "screens/exchange_draw.h"
#include "screens/header.h"
#include "screens/screens.h"
#include "screens/words.h"

/*
 * How the exchange stands: the register's own notes, never the share. It is
 * read again each minute, and each second while a run is on.
 */
struct exchange_state {
	struct screen screen;
	struct arena *now; /* of what was read last */
	struct exchange exchange;
	int top; /* first run shown */
	int64_t stopped; /* number of the run that was asked to end */
	int looks; /* seconds to look for a run that was just started */
	bool is_closing; /* the day: say when all was sent */
};

/* A run shows itself within a second; a slow machine has some more. */
enum { LOOKS = 10, SECOND_MS = 1000 };

enum { EXCHANGE_REFRESH = 1, EXCHANGE_START, EXCHANGE_LEAVE,
	EXCHANGE_CONFLICTS, EXCHANGE_STATIONS, EXCHANGE_FILES,
	EXCHANGE_CLOSE_DAY };

static void
read_again(struct exchange_state *state)
{
	struct err err = { 0 };

	arena_reset(state->now);
	if (desk_exchange(screen_desk(&state->screen), state->now,
	    &state->exchange, &err))
		screen_say_err(&state->screen, &err);
}

static enum fail
exchange_open(struct screen *screen, const void *arg, struct err *err)
{
	struct exchange_state *state = (struct exchange_state *)screen;

	(void)arg;
	state->now = arena_new();
	return desk_exchange(screen_desk(screen), state->now,
	    &state->exchange, err);
}

static void
exchange_close(struct screen *screen)
{
	arena_free(((struct exchange_state *)screen)->now);
}

/* The last run was to close the day: is everything away? */
static void
say_closed(struct exchange_state *state)
{
	const struct exchange *exchange = &state->exchange;
	bool is_away = exchange->unsealed == 0 && exchange->unsent == 0;

	if (!state->is_closing || exchange->n_runs == 0 ||
	    exchange->runs[0].ended_ms == 0 ||
	    strcmp(exchange->runs[0].cause, "closing") != 0)
		return;
	state->is_closing = false;
	screen_say(&state->screen, is_away ? NOTICE_INFO : NOTICE_DOUBT,
	    is_away ? "exchange.day-closed" : "exchange.day-open", NULL);
}

static void
exchange_tick(struct screen *screen)
{
	struct exchange_state *state = (struct exchange_state *)screen;

	read_again(state);
	if (state->looks > 0)
		state->looks--;
	say_closed(state);
}

static int
exchange_hurries(const struct screen *screen)
{
	const struct exchange_state *state =
	    (const struct exchange_state *)screen;

	return state->exchange.running.number != 0 || state->looks > 0 ?
	    SECOND_MS : 0;
}

/* Ask for a run; the counter goes on while it runs. */
static void
start(struct exchange_state *state, const char *cause)
{
	struct err err = { 0 };
	enum fail fail =
	    app_start_exchange(state->screen.app, cause, &err);

	if (fail)
		screen_say_err(&state->screen, &err);
	else
		screen_say(&state->screen, NOTICE_INFO, "exchange.started",
		    NULL);
	if (!fail)
		state->looks = LOOKS;
	state->is_closing = !fail && strcmp(cause, "closing") == 0;
	read_again(state);
}

/* After the file it is at; what is left goes with the next one. */
static void
stop(struct exchange_state *state)
{
	const struct app_host *host = state->screen.app->options.host;
	struct err err = { 0 };

	if (host == NULL || host->stop_exchange == NULL)
		return;
	if (host->stop_exchange(host->context, state->exchange.running.pid,
	    &err))
		screen_say_err(&state->screen, &err);
	else
		screen_say(&state->screen, NOTICE_INFO, "exchange.stopping",
		    NULL);
	state->stopped = state->exchange.running.number;
}

/* Esc stops what runs; then, as everywhere, it goes back. */
static bool
esc_stops(const struct exchange_state *state)
{
	int64_t number = state->exchange.running.number;

	return number != 0 && number != state->stopped;
}

static struct step
exchange_act(struct screen *screen, int action)
{
	struct exchange_state *state = (struct exchange_state *)screen;

	switch (action) {
	case EXCHANGE_REFRESH:
		read_again(state);
		break;
	case EXCHANGE_START:
		start(state, "hand");
		break;
	case EXCHANGE_CLOSE_DAY:
		start(state, "closing");
		break;
	case EXCHANGE_LEAVE:
		return step_done(0, NULL);
	case EXCHANGE_CONFLICTS:
		return step_push(&conflicts_screen, NULL);
	case EXCHANGE_STATIONS:
		return step_push(&stations_screen, NULL);
	case EXCHANGE_FILES:
		return step_push(&refused_screen, NULL);
	}
	return step_stay();
}

static uint64_t
exchange_may(const struct screen *screen)
{
	const struct exchange_state *state =
	    (const struct exchange_state *)screen;
	uint64_t may = KEYMAP_ALL;

	if (state->exchange.running.number == 0)
		may &= ~(UINT64_C(1) << EXCHANGE_LEAVE);
	else
		may &= ~(UINT64_C(1) << EXCHANGE_START |
		    UINT64_C(1) << EXCHANGE_CLOSE_DAY);
	if (state->exchange.refused == 0)
		may &= ~(UINT64_C(1) << EXCHANGE_FILES);
	return may;
}

static struct step
exchange_key(struct screen *screen, const struct key *key)
{
	struct exchange_state *state = (struct exchange_state *)screen;

	if (key->code == K_ESC && esc_stops(state)) {
		stop(state);
		return step_stay();
	}
	if (key->code == K_DOWN && state->top + 1 <
	    (int)state->exchange.n_runs)
		state->top++;
	else if (key->code == K_UP && state->top > 0)
		state->top--;
	else if (key->code != K_DOWN && key->code != K_UP)
		return step_unused();
	return step_stay();
}

static struct step
exchange_resume(struct screen *screen, const struct screen_ops *from,
    const struct outcome *outcome)
{
	(void)from;
	(void)outcome;
	read_again((struct exchange_state *)screen);
	return step_stay();
}

static void
exchange_frame(const struct screen *screen, struct arena *arena,
    struct frame *frame)
{
	const struct exchange_state *state =
	    (const struct exchange_state *)screen;

	frame->trail = sentence_of(arena, "exchange.trail", NULL);
	frame->state = words(esc_stops(state) ? "exchange.esc-stops" :
						"frame.back");
	frame->hint = words("exchange.hint");
}

static const struct key_binding exchange_bindings[] = {
	{ K_F1, 0, 0, "legend.help", NULL },
	{ K_F5, 0, EXCHANGE_REFRESH, "legend.refresh", "exchange.refresh" },
	{ K_F8, 0, EXCHANGE_START, "exchange.key-start", "exchange.start" },
	{ K_TEXT, 'B', EXCHANGE_CONFLICTS, "exchange.key-conflicts",
	    "exchange.show-conflicts" },
	{ K_TEXT, 'D', EXCHANGE_STATIONS, "exchange.key-stations",
	    "exchange.show-stations" },
	{ K_TEXT, 'L', EXCHANGE_FILES, "exchange.key-files",
	    "exchange.show-files" },
	{ K_TEXT, 'T', EXCHANGE_CLOSE_DAY, "exchange.key-close",
	    "exchange.close-day" },
	{ K_TEXT, 'K', EXCHANGE_LEAVE, "exchange.key-leave",
	    "exchange.leave" },
};
static const struct keymap exchange_keymap = { exchange_bindings,
	array_length(exchange_bindings) };

static void
exchange_paint(const struct screen *screen, struct canvas *canvas,
    struct area body)
{
	const struct exchange_state *state =
	    (const struct exchange_state *)screen;

	exchange_draw(&state->exchange, state->top, canvas, body);
	canvas_cursor(canvas, body.row, body.column + 2);
}

const struct screen_ops exchange_screen = {
	.name = "exchange",
	.size = sizeof(struct exchange_state),
	.keymap = &exchange_keymap,
	.may = exchange_may,
	.open = exchange_open,
	.act = exchange_act,
	.key = exchange_key,
	.tick = exchange_tick,
	.hurries = exchange_hurries,
	.resume = exchange_resume,
	.frame = exchange_frame,
	.paint = exchange_paint,
	.close = exchange_close,
};
