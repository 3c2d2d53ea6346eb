#include <string.h>

#include "desk/complaint.h"
#include "desk/complaint_act.h"
#include "domain/life.h"
#include "domain/refusal.h"
#include "screens/app.h"
#include "screens/book_arg.h"
#include "screens/screens.h"
#include "screens/words.h"
#include "ui/list.h"

/*
 * All that blocks an act of a complaint, by clause. Enter opens the step that
 * mends the row; when nothing is left the act itself opens.
 */
struct duties_state {
	struct screen screen;
	struct complaint_act_arg arg;
	struct arena *arena; /* of what was read last */
	struct complaint complaint;
	struct complaint_option *options;
	size_t n_options;
	const struct complaint_option *option; /* the act that is blocked */
	struct list_source source;
	struct list list;
};

static const struct complaint_option *
option_named(const struct duties_state *state, const char *name)
{
	for (size_t i = 0; i < state->n_options; i++)
		if (strcmp(state->options[i].name, name) == 0)
			return &state->options[i];
	return NULL;
}

static size_t
rows_count(void *context)
{
	const struct duties_state *state = context;

	return state->option == NULL ? 0 : state->option->refusals->n;
}

static struct id
rows_id(void *context, size_t i)
{
	(void)context;
	(void)i;
	return (struct id){ { 0 } };
}

static void
rows_paint(void *context, size_t i, struct canvas *canvas, struct area area,
    enum face face)
{
	const struct duties_state *state = context;
	const struct refusal *refusal = &state->option->refusals->list[i];
	scoped_arena arena = arena_new();
	int after;

	after = canvas_put_in(canvas, area.row, area.column + 1, 11, face,
	    refusal->clause);
	canvas_put_in(canvas, area.row, after, area.columns - 13, face,
	    sentence(arena, &refusal->fact));
}

static enum fail
read_again(struct duties_state *state, struct err *err)
{
	struct desk *desk = screen_desk(&state->screen);
	struct arena *arena = arena_new();
	enum fail fail;

	fail = desk_complaint(desk, &state->arg.id, arena, &state->complaint,
	    err);
	if (!fail)
		fail = desk_complaint_options(desk, &state->arg.id, arena,
		    &state->options, &state->n_options, err);
	arena_free(state->arena);
	state->arena = arena;
	state->option = NULL;
	if (fail) {
		state->n_options = 0;
		return fail;
	}
	state->option = option_named(state, state->arg.act);
	if (state->option == NULL)
		return fail_say(err, FAIL_CONFLICT, "move.not-now",
		    state->complaint.status->state->label, NULL);
	list_refresh(&state->list);
	return FAIL_NONE;
}

static enum fail
duties_open(struct screen *screen, const void *arg, struct err *err)
{
	struct duties_state *state = (struct duties_state *)screen;

	state->arg = *(const struct complaint_act_arg *)arg;
	state->arg.act = arena_text(screen->arena, state->arg.act);
	state->source = (struct list_source){ .count = rows_count,
		.id = rows_id, .paint = rows_paint, .context = state };
	list_init(&state->list, &state->source, 1);
	return read_again(state, err);
}

/* The sheet of an act, in place of this page or above it. */
static const struct complaint_act_arg *
arg_of(struct duties_state *state, const char *act)
{
	struct arena *arena = state->screen.arena;
	struct complaint_act_arg *arg = arena_alloc(arena, sizeof *arg);

	*arg = (struct complaint_act_arg){ .id = state->arg.id,
		.act = arena_text(arena, act) };
	return arg;
}

/* The step that mends the selected row, or NULL. */
static const struct complaint_option *
mending(const struct duties_state *state)
{
	if (state->option == NULL || !list_has_row(&state->list))
		return NULL;
	return option_named(state, state->option->refusals
	    ->list[state->list.selected].item);
}

/* A step that is blocked itself: what mends that comes first, and says why. */
static const struct complaint_option *
first_of(struct duties_state *state, const struct complaint_option *mends)
{
	const struct complaint_option *before;

	if (mends == NULL || mends->is_allowed || mends->refusals->n == 0)
		return mends;
	screen_say_fact(&state->screen, NOTICE_DOUBT,
	    &mends->refusals->list[0].fact);
	before = option_named(state, mends->refusals->list[0].item);
	return before != NULL && before->is_allowed ? before : mends;
}

static struct step
mend(struct duties_state *state)
{
	const struct complaint_option *mends;

	screen_hush(&state->screen);
	mends = first_of(state, mending(state));
	if (mends == NULL) {
		screen_say(&state->screen, NOTICE_INFO, "duties.not-here",
		    NULL);
		return step_stay();
	}
	if (!mends->is_allowed && mends->refusals->n > 0) {
		screen_say_fact(&state->screen, NOTICE_ERROR,
		    &mends->refusals->list[0].fact);
		return step_stay();
	}
	return step_push(&complaint_act_screen, arg_of(state, mends->name));
}

static struct step
duties_key(struct screen *screen, const struct key *key)
{
	struct duties_state *state = (struct duties_state *)screen;

	switch (list_key(&state->list, key)) {
	case LIST_CHOSEN: return mend(state);
	case LIST_MOVED: return step_stay();
	case LIST_IGNORED: break;
	}
	return step_unused();
}

static struct step
duties_resume(struct screen *screen, const struct screen_ops *from,
    const struct outcome *outcome)
{
	struct duties_state *state = (struct duties_state *)screen;
	struct err err = { 0 };

	(void)from;
	(void)outcome;
	if (read_again(state, &err)) {
		screen_say_err(screen, &err);
		return step_done(0, NULL);
	}
	if (!state->option->is_allowed)
		return step_stay();
	if (state->option->is_pair)
		return step_replace(&merge_screen, &state->arg.id);
	return step_replace(&complaint_act_screen,
	    arg_of(state, state->option->name));
}

static void
duties_frame(const struct screen *screen, struct arena *arena,
    struct frame *frame)
{
	const struct duties_state *state =
	    (const struct duties_state *)screen;

	const struct complaint_option *mends = mending(state);

	frame->trail = sentence_of(arena, "complaint-act.trail",
	    record_text(&state->complaint.record, COMPLAINT_NUMBER),
	    state->option == NULL ? "" : state->option->label, NULL);
	frame->state = sentence_of(arena, "frame.back", NULL);
	frame->hint = mends == NULL ? words("duties.hint") :
	    sentence_of(arena, "duties.hint-to", mends->label, NULL);
}

static void
duties_paint(const struct screen *screen, struct canvas *canvas,
    struct area body)
{
	const struct duties_state *state =
	    (const struct duties_state *)screen;
	struct list list = state->list;
	struct area rows = { body.row + 2, body.column, body.rows - 2,
		body.columns };
	scoped_arena arena = arena_new();

	canvas_put(canvas, body.row, body.column + 2, FACE_TITLE,
	    sentence_of(arena, "duties.title",
	    state->option == NULL ? "" : state->option->label,
	    arena_print(arena, "%zu", list.n), NULL));
	list_resize(&list, rows.rows);
	list_paint(&list, canvas, rows, true);
}

static void
duties_close(struct screen *screen)
{
	arena_free(((struct duties_state *)screen)->arena);
}

static const struct key_binding duties_bindings[] = {
	{ K_F1, 0, 0, "legend.help", NULL },
};
static const struct keymap duties_keymap = { duties_bindings,
	array_length(duties_bindings) };

const struct screen_ops duties_screen = {
	.name = "duties",
	.size = sizeof(struct duties_state),
	.keymap = &duties_keymap,
	.open = duties_open,
	.key = duties_key,
	.resume = duties_resume,
	.frame = duties_frame,
	.paint = duties_paint,
	.close = duties_close,
};
