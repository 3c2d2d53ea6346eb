#include <string.h>

#include "desk/desk.h"
#include "screens/app.h"
#include "screens/join_state.h"
#include "screens/pick.h"
#include "screens/screens.h"
#include "screens/words.h"

/*
 * Joining other counters, all on one screen: the file of the invitation and
 * the folder in which all meet; then the first round, which brings register
 * and officers; then they sign in. What was typed stays until it is right.
 */
enum { INVITATION, SHARE };
enum { PATH_MAX_CHARACTERS = 200, PATH_COLUMNS = 54,
	SOON_MS = 20, LOOK_MS = 500, LOOKS = 30 };

static const struct entry join_entries[] = {
	{ "join.invitation", "join.invitation-hint", PATH_MAX_CHARACTERS,
	    PATH_COLUMNS, false },
	{ "join.share", "join.share-hint", PATH_MAX_CHARACTERS, PATH_COLUMNS,
	    false },
};

static enum fail
join_open(struct screen *screen, const void *arg, struct err *err)
{
	struct join_state *state = (struct join_state *)screen;
	const struct app_host *host = screen->app->options.host;

	(void)arg;
	(void)err;
	state->now = arena_new();
	entries_init(&state->entries, join_entries,
	    array_length(join_entries));
	state->station = host->joined(host->context);
	if (state->station != NULL)
		entries_focus(&state->entries, SHARE);
	return FAIL_NONE;
}

static void
join_close(struct screen *screen)
{
	struct join_state *state = (struct join_state *)screen;

	entries_done(&state->entries);
	arena_free(state->now);
}

/* The line at the foot is short; what is wrong is said whole on the page. */
static void
ask_again(struct join_state *state, const struct err *err)
{
	const char *code = err->fact.code;
	bool is_share = strncmp(code, "share.", 6) == 0 ||
	    strcmp(code, "sync.marker-wrong") == 0;
	scoped_buf text = { 0 };

	buf_init(&text, NOTICE_SIZE * 4);
	words_err(err, &text);
	state->trouble = arena_text(state->screen.arena, text.text);
	state->phase = JOIN_ASKS;
	screen_say_err(&state->screen, err);
	entries_focus(&state->entries, is_share || state->station != NULL ?
	    SHARE : INVITATION);
}

static struct step
go(struct join_state *state)
{
	size_t empty = *entries_text(&state->entries, SHARE) == '\0' ?
	    SHARE : INVITATION;

	if (state->station == NULL &&
	    *entries_text(&state->entries, INVITATION) == '\0')
		empty = INVITATION;
	else if (empty != SHARE) {
		state->phase = JOIN_LOOKS;
		state->trouble = NULL;
		screen_hush(&state->screen);
		return step_stay();
	}
	screen_say(&state->screen, NOTICE_ERROR, empty == SHARE ?
	    "join.no-share" : "join.no-invitation", NULL);
	entries_focus(&state->entries, empty);
	return step_stay();
}

static enum fail
read_exchange(struct join_state *state, struct err *err)
{
	arena_reset(state->now);
	state->exchange = (struct exchange){ 0 };
	return desk_exchange(screen_desk(&state->screen), state->now,
	    &state->exchange, err);
}

static void
look(struct join_state *state)
{
	const struct app_host *host = state->screen.app->options.host;
	const struct join_wish wish = {
		.invitation = entries_text(&state->entries, INVITATION),
		.share = entries_text(&state->entries, SHARE),
	};
	struct joined joined = { 0 };
	struct err err = { 0 };
	enum fail fail = host->join(host->context, &wish, &joined, &err);

	if (!fail) {
		state->station = joined.station;
		state->is_file_left |= joined.is_file_left;
		app_use_desk(state->screen.app, joined.desk, false);
		fail = read_exchange(state, &err);
	}
	if (!fail) {
		state->before = state->exchange.n_runs == 0 ? 0 :
		    state->exchange.runs[0].number;
		fail = host->exchange(host->context, "start", &err);
	}
	if (fail) {
		ask_again(state, &err);
		return;
	}
	state->looks = LOOKS;
	state->phase = JOIN_RUNS;
}

/* Our round, once it shows itself; NULL before. */
static const struct exchange_run *
own_run(const struct join_state *state)
{
	const struct exchange *exchange = &state->exchange;

	return exchange->n_runs > 0 &&
	    exchange->runs[0].number > state->before ? &exchange->runs[0] :
						       NULL;
}

static void
follow(struct join_state *state)
{
	const struct exchange_run *run;
	struct err err = { 0 };
	enum fail fail = read_exchange(state, &err);

	run = own_run(state);
	if (fail) {
		ask_again(state, &err);
	} else if (run == NULL) {
		if (state->looks-- > 0)
			return;
		(void)fail_say(&err, FAIL_IO, "join.no-round", NULL);
		ask_again(state, &err);
	} else if (run->ended_ms != 0 && run->exit == 0) {
		state->phase = JOIN_IS_IN;
		screen_say(&state->screen, NOTICE_INFO, "join.done",
		    state->station, NULL);
	} else if (run->ended_ms != 0 ||
	    state->exchange.running.number == 0) {
		err.fail = FAIL_IO;
		err.fact = run->fact;
		if (err.fact.code[0] == '\0')
			(void)fail_say(&err, FAIL_IO, "join.no-round", NULL);
		ask_again(state, &err);
	}
}

static void
join_tick(struct screen *screen)
{
	struct join_state *state = (struct join_state *)screen;

	switch (state->phase) {
	case JOIN_LOOKS:
		look(state);
		break;
	case JOIN_RUNS:
		follow(state);
		break;
	case JOIN_ASKS:
	case JOIN_IS_IN:
		break;
	}
}

static int
join_hurries(const struct screen *screen)
{
	switch (((const struct join_state *)screen)->phase) {
	case JOIN_LOOKS: return SOON_MS;
	case JOIN_RUNS: return LOOK_MS;
	case JOIN_ASKS:
	case JOIN_IS_IN: break;
	}
	return 0;
}

static void
stop(struct join_state *state)
{
	const struct app_host *host = state->screen.app->options.host;
	struct err err = { 0 };

	if (state->exchange.running.number == 0)
		return;
	if (host->stop_exchange(host->context, state->exchange.running.pid,
	    &err))
		screen_say_err(&state->screen, &err);
	else
		screen_say(&state->screen, NOTICE_INFO, "exchange.stopping",
		    NULL);
}

static struct step
join_key(struct screen *screen, const struct key *key)
{
	struct join_state *state = (struct join_state *)screen;

	if (state->phase == JOIN_IS_IN)
		return key->code == K_ENTER || key->code == K_ESC ?
		    step_done(1, NULL) : step_unused();
	if (state->phase != JOIN_ASKS) {
		if (key->code == K_ESC && state->phase == JOIN_RUNS)
			stop(state);
		return step_stay();
	}
	switch (entries_key(&state->entries, key)) {
	case ENTRIES_LAST:
		return go(state);
	case ENTRIES_CHANGED:
		screen_hush(screen);
		state->trouble = NULL;
		break;
	case ENTRIES_MOVED:
		break;
	case ENTRIES_IGNORED:
		return step_unused();
	}
	return step_stay();
}

static size_t
filter_paths(void *context, const char *typed)
{
	struct join_state *state = context;

	state->n_found = 0;
	for (size_t i = 0; i < state->n_paths &&
	     state->n_found < CHOICE_ROWS_MAX; i++)
		if (strstr(state->paths[i], typed) != NULL)
			state->found[state->n_found++] = state->paths[i];
	return state->n_found;
}

static struct choice_row
path_row(void *context, size_t i)
{
	return (struct choice_row){ "",
		((struct join_state *)context)->found[i], NULL };
}

/* The invitations in the folder that was typed, or that of the file. */
static struct step
pick_invitation(struct join_state *state)
{
	const struct app_host *host = state->screen.app->options.host;
	struct arena *arena = state->screen.arena;
	const char *typed = entries_text(&state->entries, INVITATION);
	const char *folder = arena_text(arena, typed);
	const char *dot = strrchr(typed, '.'), *slash = strrchr(typed, '/');
	struct pick *pick = arena_alloc(arena, sizeof *pick);
	struct err err = { 0 };

	if (dot != NULL && slash != NULL && strcmp(dot, ".loket") == 0)
		folder = arena_bytes(arena, typed, (size_t)(slash - typed));
	if (*folder == '\0') {
		screen_say(&state->screen, NOTICE_INFO, "join.name-folder",
		    NULL);
		return step_stay();
	}
	if (host->invitations(folder, arena, &state->paths, &state->n_paths,
	    &err)) {
		screen_say_err(&state->screen, &err);
		return step_stay();
	}
	state->found =
	    arena_array(arena, state->n_paths + 1, sizeof *state->found);
	*pick = (struct pick){
		.source = { filter_paths, path_row, state },
		.title = words("join.pick"),
		.has_digits = true,
		.columns = 74,
	};
	return step_push(&pick_screen, pick);
}

static struct step
join_resume(struct screen *screen, const struct screen_ops *from,
    const struct outcome *outcome)
{
	struct join_state *state = (struct join_state *)screen;

	if (from == &pick_screen && outcome->code > 0) {
		entries_set(&state->entries, INVITATION,
		    state->found[outcome->code - 1]);
		entries_focus(&state->entries, SHARE);
	}
	return step_stay();
}

enum { JOIN_GO = 1, JOIN_PICK };

static struct step
join_act(struct screen *screen, int action)
{
	struct join_state *state = (struct join_state *)screen;

	return action == JOIN_PICK ? pick_invitation(state) : go(state);
}

static uint64_t
join_may(const struct screen *screen)
{
	return ((const struct join_state *)screen)->phase == JOIN_ASKS ?
	    KEYMAP_ALL : 0;
}

static enum key_context
join_context(const struct screen *screen)
{
	return ((const struct join_state *)screen)->phase == JOIN_ASKS ?
	    KEY_IN_TEXT : KEY_IN_LIST;
}

static const struct key_binding join_bindings[] = {
	{ K_F1, 0, 0, "legend.help", NULL },
	{ K_F2, 0, JOIN_GO, "join.key-join", "join.key-go" },
	{ K_F4, 0, JOIN_PICK, "legend.pick", "join.key-pick" },
};
static const struct keymap join_keymap = { join_bindings,
	array_length(join_bindings) };

const struct screen_ops join_screen = {
	.name = "join",
	.size = sizeof(struct join_state),
	.keymap = &join_keymap,
	.context = join_context,
	.may = join_may,
	.open = join_open,
	.act = join_act,
	.key = join_key,
	.tick = join_tick,
	.hurries = join_hurries,
	.resume = join_resume,
	.frame = join_frame,
	.paint = join_paint,
	.close = join_close,
};
