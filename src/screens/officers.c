#include "desk/desk.h"
#include "desk/officer.h"
#include "desk/session.h"
#include "screens/app.h"
#include "screens/question.h"
#include "screens/screens.h"
#include "screens/words.h"
#include "ui/list.h"

/* The register of officers: everybody may look, an admin may change. */
struct officers_state {
	struct screen screen;
	struct officer *officers;
	size_t n, active;
	struct list_source source;
	struct list list;
};

static size_t
officers_count(void *context)
{
	return ((struct officers_state *)context)->n;
}

static struct id
officers_id(void *context, size_t i)
{
	(void)context;
	(void)i;
	return (struct id){ { 0 } };
}

static void
officers_row(void *context, size_t i, struct canvas *canvas,
    struct area area, enum face face)
{
	const struct officer *officer =
	    &((struct officers_state *)context)->officers[i];
	scoped_buf roles;
	int column = area.column;

	buf_init(&roles, 1024);
	buf_text(&roles, "");
	if (officer->is_active)
		roles_print(officer->roles, &roles);
	else
		buf_text(&roles, words("officers.retired"));
	canvas_fill(canvas, area, face);
	column = canvas_put_in(canvas, area.row, column, 14, face,
	    officer->staff_id);
	column = canvas_put_in(canvas, area.row, column + 1, 22, face,
	    officer->name);
	column = canvas_put_in(canvas, area.row, column + 1, 26, face,
	    roles.text);
	canvas_put_in(canvas, area.row, column + 1,
	    area.column + area.columns - column - 2, face,
	    officer->superior);
}

static enum fail
read_again(struct officers_state *state, struct err *err)
{
	enum fail fail;

	fail = desk_officers(screen_desk(&state->screen),
	    state->screen.arena, &state->officers, &state->n, err);
	if (fail)
		return fail;
	state->active = 0;
	for (size_t i = 0; i < state->n; i++)
		state->active += state->officers[i].is_active;
	list_refresh(&state->list);
	return FAIL_NONE;
}

static enum fail
officers_open(struct screen *screen, const void *arg, struct err *err)
{
	struct officers_state *state = (struct officers_state *)screen;

	(void)arg;
	state->source = (struct list_source){ .count = officers_count,
		.id = officers_id, .paint = officers_row, .context = state };
	list_init(&state->list, &state->source, 10);
	return read_again(state, err);
}

enum { OFFICERS_NEW = 1, OFFICERS_AGAIN, OFFICERS_RETIRE };

static const struct officer *
selected(const struct officers_state *state)
{
	return state->n == 0 ? NULL : &state->officers[state->list.selected];
}

static struct step
ask_retire(struct officers_state *state)
{
	const struct officer *officer = selected(state);
	struct question *question =
	    arena_alloc(state->screen.arena, sizeof *question);

	if (officer == NULL)
		return step_stay();
	*question = (struct question){
		.title = words("officers.retire-title"),
		.text = sentence_of(state->screen.arena,
		    "officers.retire-text", officer->name, NULL),
		.buttons = {
			{ words("officers.retire-no"), 'T' },
			{ words("officers.retire-yes"), 'Y' },
		},
		.drops_typed = true,
	};
	return step_push(&question_screen, question);
}

static struct step
officers_act(struct screen *screen, int action)
{
	struct officers_state *state = (struct officers_state *)screen;
	struct err err = { 0 };

	switch (action) {
	case OFFICERS_NEW: return step_push(&officer_screen, NULL);
	case OFFICERS_RETIRE: return ask_retire(state);
	case OFFICERS_AGAIN:
		if (read_again(state, &err))
			screen_say_err(screen, &err);
		break;
	}
	return step_stay();
}

static struct step
officers_resume(struct screen *screen, const struct screen_ops *from,
    const struct outcome *outcome)
{
	struct officers_state *state = (struct officers_state *)screen;
	const struct officer *officer = selected(state);
	struct err err = { 0 };
	enum fail fail = FAIL_NONE;

	if (from == &question_screen && outcome->code == 1 && officer != NULL)
		fail = desk_officer_retire(screen_desk(screen),
		    officer->staff_id, &err);
	if (!fail)
		fail = read_again(state, &err);
	if (fail)
		screen_say_err(screen, &err);
	return step_stay();
}

static struct step
officers_key(struct screen *screen, const struct key *key)
{
	struct officers_state *state = (struct officers_state *)screen;
	const struct officer *officer = selected(state);

	switch (list_key(&state->list, key)) {
	case LIST_CHOSEN:
		return officer == NULL ? step_stay() :
		    step_push(&officer_screen, officer->staff_id);
	case LIST_MOVED: return step_stay();
	case LIST_IGNORED: break;
	}
	return step_unused();
}

static uint64_t
officers_may(const struct screen *screen)
{
	if (desk_may(screen_desk(screen), ACTION_ADMINISTER))
		return KEYMAP_ALL;
	return KEYMAP_ALL & ~(UINT64_C(1) << OFFICERS_NEW |
	    UINT64_C(1) << OFFICERS_RETIRE);
}

static void
officers_frame(const struct screen *screen, struct arena *arena,
    struct frame *frame)
{
	const struct officers_state *state =
	    (const struct officers_state *)screen;

	frame->trail = sentence_of(arena, "officers.trail",
	    arena_print(arena, "%zu", state->active),
	    arena_print(arena, "%d", OFFICERS_WANTED), NULL);
	frame->state = sentence_of(arena, "frame.back", NULL);
	frame->hint = words("officers.hint");
}

static void
officers_paint(const struct screen *screen, struct canvas *canvas,
    struct area body)
{
	const struct officers_state *state =
	    (const struct officers_state *)screen;
	struct list list = state->list;
	struct area rows = { body.row + 2, body.column, body.rows - 2,
		body.columns };

	canvas_put(canvas, body.row, body.column + 2, FACE_TITLE,
	    words("officers.columns"));
	list_resize(&list, rows.rows);
	list_paint(&list, canvas, rows, true);
}

static const struct key_binding officers_bindings[] = {
	{ K_F1, 0, 0, "legend.help", NULL },
	{ K_F5, 0, OFFICERS_AGAIN, "legend.refresh", "officers.key-refresh" },
	{ K_F7, 0, OFFICERS_NEW, "legend.new", "officers.key-new" },
	{ K_TEXT, 'P', OFFICERS_RETIRE, "legend.retire",
	    "officers.key-retire" },
};
static const struct keymap officers_keymap = { officers_bindings,
	array_length(officers_bindings) };

const struct screen_ops officers_screen = {
	.name = "officers",
	.size = sizeof(struct officers_state),
	.keymap = &officers_keymap,
	.may = officers_may,
	.open = officers_open,
	.act = officers_act,
	.key = officers_key,
	.resume = officers_resume,
	.frame = officers_frame,
	.paint = officers_paint,
};
