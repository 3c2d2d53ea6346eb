#include "desk/desk.h"
#include "desk/session.h"
#include "screens/app.h"
#include "screens/entries.h"
#include "screens/header.h"
#include "screens/screens.h"
#include "screens/words.h"

/*
 * Signing in at the start of a shift, and the lock. The one screen where Enter
 * ends the form: it holds no data to lose. There is no list of officers and
 * no "remember me".
 */
struct signin {
	struct screen screen;
	struct entries entries;
};

enum { STAFF_ID, PASSPHRASE };
enum { BOX_ROWS = 11, BOX_COLUMNS = 62, BOX_MARGIN = 2 };

static const struct entry signin_entries[] = {
	{ "signin.staff-id", "signin.staff-id-hint", 32, 24, false },
	{ "signin.passphrase", "signin.passphrase-hint", 256, 36, true },
};

static enum fail
signin_open(struct screen *screen, const void *arg, struct err *err)
{
	struct signin *signin = (struct signin *)screen;

	(void)arg;
	(void)err;
	entries_init(&signin->entries, signin_entries,
	    array_length(signin_entries));
	return FAIL_NONE;
}

/* What happened since the officer was here last. */
static void
say_welcome(const struct screen *screen, const struct welcome *welcome)
{
	scoped_arena arena = arena_new();

	if (welcome->failures > 0 && welcome->succeeded_ms == 0)
		screen_say(screen, NOTICE_DOUBT, "signin.failures-first",
		    arena_print(arena, "%d", welcome->failures), NULL);
	else if (welcome->failures > 0)
		screen_say(screen, NOTICE_DOUBT, "signin.failures",
		    arena_print(arena, "%d", welcome->failures),
		    moment_text(arena, welcome->succeeded_ms), NULL);
	else if (welcome->succeeded_ms != 0)
		screen_say(screen, NOTICE_INFO, "signin.last",
		    moment_text(arena, welcome->succeeded_ms), NULL);
	else
		screen_hush(screen);
}

static struct step
sign_in(struct screen *screen)
{
	struct signin *signin = (struct signin *)screen;
	struct welcome welcome = { 0 };
	struct err err = { 0 };
	enum fail fail;

	fail = desk_sign_in(screen_desk(screen),
	    entries_text(&signin->entries, STAFF_ID),
	    entries_text(&signin->entries, PASSPHRASE), &welcome, &err);
	if (fail) {
		screen_say_err(screen, &err);
		entries_set(&signin->entries, PASSPHRASE, "");
		return step_stay();
	}
	say_welcome(screen, &welcome);
	return step_replace(&home_screen, NULL);
}

static struct step
signin_key(struct screen *screen, const struct key *key)
{
	struct signin *signin = (struct signin *)screen;

	if (key->code == K_ESC)
		return step_push(&quit_screen, NULL);
	switch (entries_key(&signin->entries, key)) {
	case ENTRIES_LAST:
		return sign_in(screen);
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

static enum key_context
signin_context(const struct screen *screen)
{
	(void)screen;
	return KEY_IN_TEXT;
}

static void
signin_frame(const struct screen *screen, struct arena *arena,
    struct frame *frame)
{
	const struct signin *signin = (const struct signin *)screen;

	frame->trail = sentence_of(arena, "signin.trail", NULL);
	frame->state = sentence_of(arena, "signin.state", NULL);
	frame->hint = words(entries_hint(&signin->entries));
}

static void
paint_motto(struct canvas *canvas, struct area body)
{
	int row = body.row + body.rows - 3;

	canvas_put(canvas, body.row + 1, body.column + 4, FACE_STRONG,
	    words("signin.office"));
	canvas_put(canvas, row, body.column + 4, FACE_QUIET,
	    words("signin.motto-1"));
	canvas_put(canvas, row + 1, body.column + 4, FACE_QUIET,
	    words("signin.motto-2"));
}

static void
signin_paint(const struct screen *screen, struct canvas *canvas,
    struct area body)
{
	const struct signin *signin = (const struct signin *)screen;
	scoped_arena arena = arena_new();
	struct area box = { body.row + 3,
		body.column + (body.columns - BOX_COLUMNS) / 2, BOX_ROWS - 1,
		BOX_COLUMNS };
	struct area inside =
	    canvas_box(canvas, box, words("screen.signin"), NULL);

	paint_motto(canvas, body);
	inside.row++;
	inside.column += BOX_MARGIN;
	canvas_put(canvas, inside.row + 4, inside.column + 2, FACE_BOX,
	    sentence_of(arena, "signin.station",
	    desk_station(screen_desk(screen)), NULL));
	canvas_put(canvas, inside.row + 6, inside.column + 2, FACE_BOX,
	    words("signin.forgotten"));
	entries_paint(&signin->entries, canvas, inside, 2, true);
}

static void
signin_close(struct screen *screen)
{
	entries_done(&((struct signin *)screen)->entries);
}

enum { SIGNIN_GO = 1 };

static struct step
signin_act(struct screen *screen, int action)
{
	(void)action;
	return sign_in(screen);
}

static const struct key_binding signin_bindings[] = {
	{ K_F1, 0, 0, "legend.help", NULL },
	{ K_F2, 0, SIGNIN_GO, "legend.sign-in", "signin.key-go" },
};
static const struct keymap signin_keymap = { signin_bindings,
	array_length(signin_bindings) };

const struct screen_ops signin_screen = {
	.name = "signin",
	.size = sizeof(struct signin),
	.keymap = &signin_keymap,
	.context = signin_context,
	.open = signin_open,
	.act = signin_act,
	.key = signin_key,
	.frame = signin_frame,
	.paint = signin_paint,
	.close = signin_close,
};
