#include "screens/question.h"

#include "screens/app.h"
#include "screens/screens.h"

struct question_state {
	struct screen screen;
	struct dialog dialog;
};

static enum fail
question_open(struct screen *screen, const void *arg, struct err *err)
{
	struct question_state *state = (struct question_state *)screen;
	const struct question *question = arg;
	struct arena *arena = screen->arena;

	(void)err;
	dialog_init(&state->dialog, arena_text(arena, question->title),
	    arena_text(arena, question->text));
	for (size_t i = 0; i < array_length(question->buttons) &&
	     question->buttons[i].label != NULL; i++)
		dialog_button(&state->dialog,
		    arena_text(arena, question->buttons[i].label),
		    question->buttons[i].letter);
	if (question->entry != NULL)
		dialog_ask(&state->dialog, arena_text(arena, question->entry),
		    question->entry_ceiling);
	if (question->drops_typed)
		term_drop_typed(screen->app->options.term);
	return FAIL_NONE;
}

static enum key_context
question_context(const struct screen *screen)
{
	const struct question_state *state =
	    (const struct question_state *)screen;

	return state->dialog.entry_label != NULL ? KEY_IN_TEXT : KEY_IN_LIST;
}

static struct step
question_key(struct screen *screen, const struct key *key)
{
	struct question_state *state = (struct question_state *)screen;
	int button = dialog_key(&state->dialog, key);

	if (button == DIALOG_GOES_ON)
		return step_stay();
	return step_done(button, state->dialog.entry_label == NULL ? NULL :
	    line_edit_text(&state->dialog.entry));
}

static void
question_paint(const struct screen *screen, struct canvas *canvas,
    struct area body)
{
	const struct question_state *state =
	    (const struct question_state *)screen;

	(void)body;
	dialog_paint(&state->dialog, canvas);
}

static void
question_frame(const struct screen *screen, struct arena *arena,
    struct frame *frame)
{
	(void)screen;
	frame->hint = sentence_of(arena, "question.hint", NULL);
}

static void
question_close(struct screen *screen)
{
	dialog_done(&((struct question_state *)screen)->dialog);
}

const struct screen_ops question_screen = {
	.name = "question",
	.size = sizeof(struct question_state),
	.is_overlay = true,
	.context = question_context,
	.open = question_open,
	.key = question_key,
	.frame = question_frame,
	.paint = question_paint,
	.close = question_close,
};

/* Leaving the program asks, and means no. */
static enum fail
quit_open(struct screen *screen, const void *arg, struct err *err)
{
	struct question question = {
		.title = sentence_of(screen->arena, "quit.title", NULL),
		.text = sentence_of(screen->arena, "quit.text", NULL),
		.buttons = {
			{ sentence_of(screen->arena, "quit.no", NULL), 'T' },
			{ sentence_of(screen->arena, "quit.yes", NULL), 'Y' },
		},
	};

	(void)arg;
	return question_open(screen, &question, err);
}

static struct step
quit_key(struct screen *screen, const struct key *key)
{
	struct step step = question_key(screen, key);

	if (step.kind == STEP_DONE && step.outcome.code == 1) {
		for (size_t i = 0; i < screen->app->depth; i++)
			if (screen->app->stack[i]->ops->keep != NULL)
				screen->app->stack[i]->ops->keep(
				    screen->app->stack[i]);
		step.kind = STEP_QUIT;
	}
	return step;
}

const struct screen_ops quit_screen = {
	.name = "quit",
	.size = sizeof(struct question_state),
	.is_overlay = true,
	.open = quit_open,
	.key = quit_key,
	.frame = question_frame,
	.paint = question_paint,
	.close = question_close,
};
