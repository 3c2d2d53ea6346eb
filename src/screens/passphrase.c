#include <string.h>

#include "desk/desk.h"
#include "desk/officer.h"
#include "domain/passphrase.h"
#include "screens/entries.h"
#include "screens/screens.h"
#include "screens/words.h"

/*
 * Choosing one's own passphrase. Who reads confidential complainants has to:
 * one that an admin set opens no key (desk/identity_key.h).
 */
struct passphrase_state {
	struct screen screen;
	struct entries entries;
};

enum { OLD, NEW, AGAIN };

static const struct entry passphrase_entries[] = {
	{ "passphrase.old", "passphrase.old-hint", 256, 48, true },
	{ "passphrase.new", "passphrase.new-hint", 256, 48, true },
	{ "setup.again", "passphrase.again-hint", 256, 48, true },
};

static enum fail
passphrase_open(struct screen *screen, const void *arg, struct err *err)
{
	(void)arg;
	if (desk_is_practice(screen_desk(screen)))
		return fail_say(err, FAIL_CONFLICT, "passphrase.practice",
		    NULL);
	entries_init(&((struct passphrase_state *)screen)->entries,
	    passphrase_entries, array_length(passphrase_entries));
	return FAIL_NONE;
}

static struct step
point_at(struct passphrase_state *state, size_t entry)
{
	entries_set(&state->entries, entry, "");
	entries_focus(&state->entries, entry);
	return step_stay();
}

static struct step
save(struct passphrase_state *state)
{
	const char *new = entries_text(&state->entries, NEW);
	struct err err = { 0 };

	if (strcmp(new, entries_text(&state->entries, AGAIN)) != 0) {
		screen_say(&state->screen, NOTICE_ERROR, "setup.differs",
		    NULL);
		return point_at(state, AGAIN);
	}
	if (desk_passphrase_change(screen_desk(&state->screen),
	    entries_text(&state->entries, OLD), new, &err)) {
		screen_say_err(&state->screen, &err);
		return point_at(state, strncmp(err.fact.code, "passphrase.",
		    strlen("passphrase.")) == 0 ? NEW : OLD);
	}
	screen_say(&state->screen, NOTICE_INFO, "passphrase.changed", NULL);
	return step_done(1, NULL);
}

static struct step
passphrase_typed(struct screen *screen, const struct key *key)
{
	struct passphrase_state *state = (struct passphrase_state *)screen;

	switch (entries_key(&state->entries, key)) {
	case ENTRIES_LAST:
		return save(state);
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
show(struct passphrase_state *state, bool is_shown)
{
	state->entries.line[NEW].is_secret = !is_shown;
	state->entries.line[AGAIN].is_secret = !is_shown;
}

/* Four words, shown so that they can be written down. */
static void
suggest(struct passphrase_state *state)
{
	scoped_buf text = { 0 };

	buf_init(&text, PASSPHRASE_BYTES_MAX);
	desk_passphrase_suggest(screen_desk(&state->screen), &text);
	entries_set(&state->entries, NEW, text.text);
	entries_set(&state->entries, AGAIN, text.text);
	forget(text.text, text.size);
	show(state, true);
	screen_say(&state->screen, NOTICE_INFO, "setup.suggested", NULL);
}

enum { PASSPHRASE_GO = 1, PASSPHRASE_SUGGEST, PASSPHRASE_SHOW };

static struct step
passphrase_act(struct screen *screen, int action)
{
	struct passphrase_state *state = (struct passphrase_state *)screen;

	switch (action) {
	case PASSPHRASE_GO:
		return save(state);
	case PASSPHRASE_SUGGEST:
		suggest(state);
		break;
	case PASSPHRASE_SHOW:
		show(state, state->entries.line[NEW].is_secret);
		break;
	}
	return step_stay();
}

static enum key_context
passphrase_context(const struct screen *screen)
{
	(void)screen;
	return KEY_IN_TEXT;
}

static void
passphrase_frame(const struct screen *screen, struct arena *arena,
    struct frame *frame)
{
	frame->trail = sentence_of(arena, "passphrase.trail", NULL);
	frame->state = sentence_of(arena, "frame.back", NULL);
	frame->hint = words(entries_hint(
	    &((const struct passphrase_state *)screen)->entries));
}

static void
passphrase_paint(const struct screen *screen, struct canvas *canvas,
    struct area body)
{
	struct area text = { body.row + 8, body.column + 3, 5,
		body.columns - 6 };

	body.row++;
	body.column++;
	entries_paint(&((const struct passphrase_state *)screen)->entries,
	    canvas, body, 2, false);
	canvas_flow(canvas, text, 0, FACE_QUIET, words("passphrase.text"));
}

static void
passphrase_close(struct screen *screen)
{
	entries_done(&((struct passphrase_state *)screen)->entries);
}

static const struct key_binding passphrase_bindings[] = {
	{ K_F1, 0, 0, "legend.help", NULL },
	{ K_F2, 0, PASSPHRASE_GO, "legend.save", "passphrase.key-go" },
	{ K_F4, 0, PASSPHRASE_SUGGEST, "legend.suggest",
	    "setup.key-suggest" },
	{ K_F5, 0, PASSPHRASE_SHOW, "legend.show", "setup.key-show" },
};
static const struct keymap passphrase_keymap = { passphrase_bindings,
	array_length(passphrase_bindings) };

const struct screen_ops passphrase_screen = {
	.name = "passphrase",
	.size = sizeof(struct passphrase_state),
	.keymap = &passphrase_keymap,
	.context = passphrase_context,
	.open = passphrase_open,
	.act = passphrase_act,
	.key = passphrase_typed,
	.frame = passphrase_frame,
	.paint = passphrase_paint,
	.close = passphrase_close,
};
