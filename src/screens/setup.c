#include <string.h>

#include "desk/desk.h"
#include "desk/session.h"
#include "domain/passphrase.h"
#include "screens/app.h"
#include "screens/entries.h"
#include "screens/screens.h"
#include "screens/words.h"

/*
 * Setting up a counter: its code and its first officer, who gets the roles
 * admin, petugas and pemeriksa. There is no default account.
 */
struct setup_state {
	struct screen screen;
	struct entries entries;
};

enum { STATION, STAFF_ID, NAME, POST, PASSPHRASE, AGAIN };

static const struct entry setup_entries[] = {
	{ "setup.station", "setup.station-hint", 3, 6, false },
	{ "signin.staff-id", "setup.staff-id-hint", 32, 24, false },
	{ "setup.name", "setup.name-hint", 120, 48, false },
	{ "setup.post", "setup.post-hint", 120, 48, false },
	{ "signin.passphrase", "setup.passphrase-hint", 256, 48, true },
	{ "setup.again", "setup.again-hint", 256, 48, true },
};

static enum fail
setup_open(struct screen *screen, const void *arg, struct err *err)
{
	struct setup_state *state = (struct setup_state *)screen;

	(void)arg;
	(void)err;
	entries_init(&state->entries, setup_entries,
	    array_length(setup_entries));
	entries_set(&state->entries, STATION, "L01");
	return FAIL_NONE;
}

static struct step
point_at(struct screen *screen, size_t entry, const char *code)
{
	screen_say(screen, NOTICE_ERROR, code, NULL);
	entries_focus(&((struct setup_state *)screen)->entries, entry);
	return step_stay();
}

/* Where the cursor goes for a refusal of the room desk. */
static size_t
entry_of(const struct err *err)
{
	const char *code = err->fact.code;

	if (strncmp(code, "passphrase.", 11) == 0)
		return PASSPHRASE;
	if (strcmp(code, "officer.name") == 0)
		return NAME;
	if (strncmp(code, "officer.", 8) == 0)
		return STAFF_ID;
	return STATION;
}

static struct step
set_up(struct screen *screen)
{
	struct setup_state *state = (struct setup_state *)screen;
	const struct app_host *host = screen->app->options.host;
	const struct setup setup = {
		.station = entries_text(&state->entries, STATION),
		.staff_id = entries_text(&state->entries, STAFF_ID),
		.name = entries_text(&state->entries, NAME),
		.post = entries_text(&state->entries, POST),
		.passphrase = entries_text(&state->entries, PASSPHRASE),
	};
	struct desk *desk = NULL;
	struct err err = { 0 };

	if (strcmp(setup.passphrase, entries_text(&state->entries, AGAIN)) !=
	    0)
		return point_at(screen, AGAIN, "setup.differs");
	if (host->set_up(host->context, &setup, &desk, &err) ||
	    desk_sign_in(desk, setup.staff_id, setup.passphrase, NULL,
	    &err)) {
		screen_say_err(screen, &err);
		entries_focus(&state->entries, entry_of(&err));
		return step_stay();
	}
	app_use_desk(screen->app, desk, false);
	screen_say(screen, NOTICE_INFO, "setup.done", setup.station, NULL);
	return step_done(1, NULL);
}

static struct step
setup_key(struct screen *screen, const struct key *key)
{
	struct setup_state *state = (struct setup_state *)screen;

	switch (entries_key(&state->entries, key)) {
	case ENTRIES_LAST:
		return set_up(screen);
	case ENTRIES_CHANGED:
		screen_hush(screen);
		break;
	case ENTRIES_MOVED:
		break;
	case ENTRIES_IGNORED:
		return step_unused();
	}
	return step_stay();
}

static void
show_passphrase(struct setup_state *state, bool is_shown)
{
	state->entries.line[PASSPHRASE].is_secret = !is_shown;
	state->entries.line[AGAIN].is_secret = !is_shown;
}

/* Four words, shown so that they can be written down. */
static void
suggest(struct screen *screen)
{
	struct setup_state *state = (struct setup_state *)screen;
	const struct app_host *host = screen->app->options.host;
	struct err err = { 0 };
	scoped_buf text;

	buf_init(&text, PASSPHRASE_BYTES_MAX);
	if (host->suggest(host->context, &text, &err)) {
		screen_say_err(screen, &err);
		return;
	}
	entries_set(&state->entries, PASSPHRASE, text.text);
	entries_set(&state->entries, AGAIN, text.text);
	entries_focus(&state->entries, PASSPHRASE);
	show_passphrase(state, true);
	screen_say(screen, NOTICE_INFO, "setup.suggested", NULL);
}

enum { SETUP_GO = 1, SETUP_SUGGEST, SETUP_SHOW };

static struct step
setup_act(struct screen *screen, int action)
{
	struct setup_state *state = (struct setup_state *)screen;

	switch (action) {
	case SETUP_GO:
		return set_up(screen);
	case SETUP_SUGGEST:
		suggest(screen);
		break;
	case SETUP_SHOW:
		show_passphrase(state,
		    state->entries.line[PASSPHRASE].is_secret);
		break;
	}
	return step_stay();
}

static enum key_context
setup_context(const struct screen *screen)
{
	(void)screen;
	return KEY_IN_TEXT;
}

static void
setup_frame(const struct screen *screen, struct arena *arena,
    struct frame *frame)
{
	const struct setup_state *state = (const struct setup_state *)screen;

	frame->trail = sentence_of(arena, "setup.trail", NULL);
	frame->state = sentence_of(arena, "frame.back", NULL);
	frame->hint = words(entries_hint(&state->entries));
}

static void
setup_paint(const struct screen *screen, struct canvas *canvas,
    struct area body)
{
	struct area text = { body.row + 13, body.column + 3, 4,
		body.columns - 6 };

	body.row++;
	body.column++;
	entries_paint(&((const struct setup_state *)screen)->entries, canvas,
	    body, 2, false);
	canvas_flow(canvas, text, 0, FACE_QUIET, words("setup.text"));
}

static void
setup_close(struct screen *screen)
{
	entries_done(&((struct setup_state *)screen)->entries);
}

static const struct key_binding setup_bindings[] = {
	{ K_F1, 0, 0, "legend.help", NULL },
	{ K_F2, 0, SETUP_GO, "legend.save", "setup.key-go" },
	{ K_F4, 0, SETUP_SUGGEST, "legend.suggest", "setup.key-suggest" },
	{ K_F5, 0, SETUP_SHOW, "legend.show", "setup.key-show" },
};
static const struct keymap setup_keymap = { setup_bindings,
	array_length(setup_bindings) };

const struct screen_ops setup_screen = {
	.name = "setup",
	.size = sizeof(struct setup_state),
	.keymap = &setup_keymap,
	.context = setup_context,
	.open = setup_open,
	.act = setup_act,
	.key = setup_key,
	.frame = setup_frame,
	.paint = setup_paint,
	.close = setup_close,
};
