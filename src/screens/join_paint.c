#include "screens/exchange_draw.h"
#include "screens/join_state.h"
#include "screens/words.h"
#include "ui/progress.h"

enum { TEXT_ROW = 6, TEXT_ROWS = 10 };

void
join_frame(const struct screen *screen, struct arena *arena,
    struct frame *frame)
{
	const struct join_state *state = (const struct join_state *)screen;

	frame->trail = sentence_of(arena, "join.trail", NULL);
	switch (state->phase) {
	case JOIN_ASKS:
		frame->state = words("frame.back");
		frame->hint = words(entries_hint(&state->entries));
		break;
	case JOIN_LOOKS:
	case JOIN_RUNS:
		frame->hint = words("join.waits");
		break;
	case JOIN_IS_IN:
		frame->hint = words("join.enter");
		break;
	}
}

/* How far the first round is. */
static void
paint_round(const struct join_state *state, struct arena *arena,
    struct canvas *canvas)
{
	const struct exchange_run *run = &state->exchange.running;
	struct progress progress = {
		.title = words("join.looks"),
		.step = words("join.looks-step"),
	};

	if (state->phase == JOIN_RUNS) {
		progress.title = sentence_of(arena, "join.round",
		    state->station, NULL);
		progress.step = exchange_step(run, arena);
		progress.note = exchange_counts(run, arena);
		progress.part = exchange_part(run, &progress.whole);
		progress.keys = words("join.stop");
	}
	progress_paint(&progress, canvas);
}

void
join_paint(const struct screen *screen, struct canvas *canvas,
    struct area body)
{
	const struct join_state *state = (const struct join_state *)screen;
	struct area text = { body.row + TEXT_ROW, body.column + 3, TEXT_ROWS,
		body.columns - 6 };
	scoped_arena arena = arena_new();
	const char *below = words("join.text");

	body.row++;
	body.column++;
	entries_paint(&state->entries, canvas, body, 2, false);
	if (state->phase == JOIN_IS_IN)
		below = sentence_of(arena, state->is_file_left ?
		    "join.in-remove" : "join.in", state->station, NULL);
	else if (state->trouble == NULL && state->station != NULL)
		below = sentence_of(arena, "join.half", state->station, NULL);
	canvas_flow(canvas, text, 0, state->trouble != NULL ?
	    FACE_FIELD_ERROR : FACE_QUIET,
	    state->trouble != NULL ? state->trouble : below);
	if (state->phase == JOIN_LOOKS || state->phase == JOIN_RUNS)
		paint_round(state, arena, canvas);
	else if (state->phase == JOIN_IS_IN)
		canvas_cursor(canvas, text.row, text.column);
}
