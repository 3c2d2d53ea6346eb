#include "screens/pick.h"

#include "screens/screens.h"
#include "screens/words.h"

enum { PICK_COLUMNS = 60, PICK_ROWS = 10 };

struct pick_state {
	struct screen screen;
	struct choice_source source;
	struct choice choice;
	void (*toggle)(void *context, size_t i);
	struct area field;
	bool has_field;
};

static enum fail
pick_open(struct screen *screen, const void *arg, struct err *err)
{
	struct pick_state *state = (struct pick_state *)screen;
	const struct pick *pick = arg;

	(void)err;
	state->source = pick->source;
	choice_init(&state->choice, &state->source,
	    pick->typed == NULL ? "" : pick->typed);
	state->choice.title = arena_text(screen->arena, pick->title);
	state->choice.found = words("pick.found");
	state->choice.none = words("pick.none");
	state->toggle = pick->toggle;
	state->choice.keys = words(pick->toggle == NULL ? "pick.keys" :
							  "pick.toggle-keys");
	state->choice.has_digits = pick->has_digits;
	state->choice.columns =
	    pick->columns > 0 ? pick->columns : PICK_COLUMNS;
	state->choice.rows_max = pick->rows > 0 ? pick->rows : PICK_ROWS;
	if (pick->field != NULL) {
		state->field = *pick->field;
		state->has_field = true;
	}
	return FAIL_NONE;
}

static struct step
pick_key(struct screen *screen, const struct key *key)
{
	struct pick_state *state = (struct pick_state *)screen;
	struct choice *choice = &state->choice;

	switch (choice_key(choice, key)) {
	case CHOICE_OPEN:
	case CHOICE_HELP:
		break;
	case CHOICE_CLOSED:
		return step_done(0, NULL);
	case CHOICE_CHOSEN:
		if (state->toggle != NULL) {
			state->toggle(state->source.context,
			    choice->selected);
			break;
		}
		return step_done((int)choice->selected + 1,
		    state->source.row(state->source.context,
		    choice->selected).code);
	}
	return step_stay();
}

static enum key_context
pick_context(const struct screen *screen)
{
	(void)screen;
	return KEY_IN_TEXT;
}

static void
pick_frame(const struct screen *screen, struct arena *arena,
    struct frame *frame)
{
	const struct pick_state *state = (const struct pick_state *)screen;

	frame->hint = sentence_of(arena,
	    state->toggle == NULL ? "pick.hint" : "pick.toggle-hint", NULL);
}

static void
pick_paint(const struct screen *screen, struct canvas *canvas,
    struct area body)
{
	const struct pick_state *state = (const struct pick_state *)screen;

	(void)body;
	choice_paint(&state->choice, canvas,
	    state->has_field ? &state->field : NULL);
}

static void
pick_close(struct screen *screen)
{
	choice_done(&((struct pick_state *)screen)->choice);
}

const struct screen_ops pick_screen = {
	.name = "pick",
	.size = sizeof(struct pick_state),
	.is_overlay = true,
	.context = pick_context,
	.open = pick_open,
	.key = pick_key,
	.frame = pick_frame,
	.paint = pick_paint,
	.close = pick_close,
};
