#include "desk/identity_key.h"
#include "desk/session.h"
#include "screens/app.h"
#include "screens/question.h"
#include "screens/screens.h"
#include "screens/words.h"
#include "ui/list.h"

/*
 * The key to confidential complainants: how who works stands to it, and who
 * waits to be handed it.
 */
struct keys_state {
	struct screen screen;
	struct key_waiting *waiting;
	size_t n;
	struct list_source source;
	struct list list;
};

static size_t
keys_count(void *context)
{
	return ((struct keys_state *)context)->n;
}

static struct id
keys_id(void *context, size_t i)
{
	(void)context;
	(void)i;
	return (struct id){ { 0 } };
}

static void
keys_row(void *context, size_t i, struct canvas *canvas, struct area area,
    enum face face)
{
	const struct key_waiting *row =
	    &((struct keys_state *)context)->waiting[i];
	int column = area.column;

	canvas_fill(canvas, area, face);
	column = canvas_put_in(canvas, area.row, column, 14, face,
	    row->staff_id);
	column = canvas_put_in(canvas, area.row, column + 1, 36, face,
	    row->name);
	canvas_put_in(canvas, area.row, column + 1, 8, face, row->station);
}

static enum fail
read_again(struct keys_state *state, struct err *err)
{
	enum fail fail = desk_key_waiting(screen_desk(&state->screen),
	    state->screen.arena, &state->waiting, &state->n, err);

	if (!fail)
		list_refresh(&state->list);
	return fail;
}

static enum fail
keys_open(struct screen *screen, const void *arg, struct err *err)
{
	struct keys_state *state = (struct keys_state *)screen;
	enum fail fail = desk_demand(screen_desk(screen),
	    ACTION_READ_CONFIDENTIAL, err);

	(void)arg;
	state->source = (struct list_source){ .count = keys_count,
		.id = keys_id, .paint = keys_row, .context = state };
	list_init(&state->list, &state->source, 10);
	return fail ? fail : read_again(state, err);
}

/* An admin who sets a passphrase anew can wait here under another's name. */
static struct step
ask(struct keys_state *state)
{
	struct question *question =
	    arena_alloc(state->screen.arena, sizeof *question);

	if (state->n == 0)
		return step_stay();
	*question = (struct question){
		.title = words("keys.ask-title"),
		.text = sentence_of(state->screen.arena, "keys.ask-text",
		    state->waiting[state->list.selected].name, NULL),
		.buttons = {
			{ words("keys.ask-no"), 'T' },
			{ words("keys.ask-yes"), 'S' },
		},
		.drops_typed = true,
	};
	return step_push(&question_screen, question);
}

static struct step
keys_resume(struct screen *screen, const struct screen_ops *from,
    const struct outcome *outcome)
{
	struct keys_state *state = (struct keys_state *)screen;
	struct err err = { 0 };
	const char *name;

	if (from != &question_screen || outcome->code != 1)
		return step_stay();
	name = state->waiting[state->list.selected].name;
	if (desk_key_hand_on(screen_desk(screen),
	    state->waiting[state->list.selected].staff_id, &err) ||
	    read_again(state, &err))
		screen_say_err(screen, &err);
	else
		screen_say(screen, NOTICE_INFO, "keys.handed", name, NULL);
	return step_stay();
}

enum { KEYS_AGAIN = 1, KEYS_PASSPHRASE };

static struct step
keys_act(struct screen *screen, int action)
{
	struct err err = { 0 };

	if (action == KEYS_PASSPHRASE)
		return step_push(&passphrase_screen, NULL);
	if (read_again((struct keys_state *)screen, &err))
		screen_say_err(screen, &err);
	return step_stay();
}

static struct step
keys_key(struct screen *screen, const struct key *key)
{
	struct keys_state *state = (struct keys_state *)screen;

	switch (list_key(&state->list, key)) {
	case LIST_CHOSEN: return ask(state);
	case LIST_MOVED: return step_stay();
	case LIST_IGNORED: break;
	}
	return step_unused();
}

static void
keys_frame(const struct screen *screen, struct arena *arena,
    struct frame *frame)
{
	(void)screen;
	frame->trail = sentence_of(arena, "keys.trail", NULL);
	frame->state = sentence_of(arena, "frame.back", NULL);
	frame->hint = words("keys.hint");
}

static const char *
standing(struct desk *desk)
{
	switch (desk_key_standing(desk)) {
	case KEY_HELD: return "keys.held";
	case KEY_NO_PAIR: return "keys.no-pair";
	case KEY_NOT_HANDED: return "keys.not-handed";
	case KEY_ASLEEP: return "complaint.key-asleep";
	case KEY_NOT_ASKED: break;
	}
	return "keys.not-asked";
}

static void
keys_paint(const struct screen *screen, struct canvas *canvas,
    struct area body)
{
	const struct keys_state *state = (const struct keys_state *)screen;
	struct list list = state->list;
	struct area text = { body.row + 1, body.column + 2, 3,
		body.columns - 4 };
	struct area rows = { body.row + 6, body.column, body.rows - 6,
		body.columns };

	canvas_flow(canvas, text, 0, FACE_PLAIN,
	    words(standing(screen_desk(screen))));
	canvas_put(canvas, body.row + 4, body.column + 2, FACE_TITLE,
	    words("keys.waiting"));
	if (state->n == 0)
		canvas_put(canvas, rows.row, body.column + 2, FACE_QUIET,
		    words("home.nothing"));
	list_resize(&list, rows.rows);
	list_paint(&list, canvas, rows, true);
}

static const struct key_binding keys_bindings[] = {
	{ K_F1, 0, 0, "legend.help", NULL },
	{ K_F5, 0, KEYS_AGAIN, "legend.refresh", "officers.key-refresh" },
	{ K_F6, 0, KEYS_PASSPHRASE, "legend.passphrase",
	    "home.key-passphrase" },
};
static const struct keymap keys_keymap = { keys_bindings,
	array_length(keys_bindings) };

const struct screen_ops keys_screen = {
	.name = "keys",
	.size = sizeof(struct keys_state),
	.keymap = &keys_keymap,
	.open = keys_open,
	.act = keys_act,
	.key = keys_key,
	.resume = keys_resume,
	.frame = keys_frame,
	.paint = keys_paint,
};
