#include "desk/complaint_intake.h"
#include "desk/desk.h"
#include "screens/app.h"
#include "screens/book_arg.h"
#include "screens/complaint_rows.h"
#include "screens/header.h"
#include "screens/screens.h"
#include "screens/words.h"
#include "ui/list.h"

/*
 * The openings of the kotak pengaduan. Enter goes on with the slips of one:
 * each is a complaint form with channel and day put in, and when it is saved
 * the next one opens, until all that were counted are entered.
 */
struct boxes_state {
	struct screen screen;
	struct arena *arena; /* of what was read last */
	struct box *boxes;
	size_t n;
	bool shows_all;
	struct list_source source;
	struct list list;
	struct id at_work; /* the box whose slips are entered; zero: none */
};

static size_t
rows_count(void *context)
{
	return ((struct boxes_state *)context)->n;
}

static struct id
rows_id(void *context, size_t i)
{
	return ((struct boxes_state *)context)->boxes[i].record.id;
}

/* Slips entered so far, also those that are not for who works. */
static int
entered(const struct box *box)
{
	return (int)box->n_received + box->hidden;
}

static void
rows_paint(void *context, size_t i, struct canvas *canvas, struct area area,
    enum face face)
{
	const struct box *box = &((struct boxes_state *)context)->boxes[i];
	const struct record *record = &box->record;
	scoped_arena arena = arena_new();

	canvas_put_in(canvas, area.row, area.column + 1, area.columns - 1,
	    face, sentence_of(arena, "boxes.row", arena_print(arena,
	    "%s %-5s", stored_day(arena, record_text(record, BOX_DATE)),
	    record_text(record, BOX_TIME)), arena_print(arena, "%d",
	    entered(box)), arena_print(arena, "%d", box->slips),
	    record_text(record, BOX_PRESENT), NULL));
}

static enum fail
read_again(struct boxes_state *state, struct err *err)
{
	struct arena *arena = arena_new();
	enum fail fail;

	fail = desk_boxes(screen_desk(&state->screen), !state->shows_all,
	    arena, &state->boxes, &state->n, err);
	if (fail) {
		arena_free(arena);
		state->n = 0;
		return fail;
	}
	arena_free(state->arena);
	state->arena = arena;
	list_refresh(&state->list);
	return FAIL_NONE;
}

static enum fail
boxes_open(struct screen *screen, const void *arg, struct err *err)
{
	struct boxes_state *state = (struct boxes_state *)screen;

	(void)arg;
	state->source = (struct list_source){ .count = rows_count,
		.id = rows_id, .paint = rows_paint, .context = state };
	list_init(&state->list, &state->source, 1);
	return read_again(state, err);
}

/* The form for the next slip, or that there is none left. */
static struct step
next_slip(struct boxes_state *state, const struct id *box)
{
	struct entry_arg *arg = arena_alloc(state->screen.arena, sizeof *arg);

	for (size_t i = 0; i < state->n; i++) {
		const struct box *of = &state->boxes[i];

		if (!id_equal(&of->record.id, box))
			continue;
		if (entered(of) >= of->slips)
			break;
		state->at_work = *box;
		*arg = (struct entry_arg){ .box = *box };
		return step_push(&entry_screen, arg);
	}
	state->at_work = (struct id){ { 0 } };
	screen_say(&state->screen, NOTICE_INFO, "boxes.all-entered", NULL);
	return step_stay();
}

static struct step
boxes_key(struct screen *screen, const struct key *key)
{
	struct boxes_state *state = (struct boxes_state *)screen;

	switch (list_key(&state->list, key)) {
	case LIST_CHOSEN:
		return next_slip(state, &state->boxes[state->list.selected]
		    .record.id);
	case LIST_MOVED: return step_stay();
	case LIST_IGNORED: break;
	}
	return step_unused();
}

enum { BOXES_NEW = 1, BOXES_AGAIN, BOXES_ALL };

static struct step
boxes_act(struct screen *screen, int action)
{
	struct boxes_state *state = (struct boxes_state *)screen;
	struct err err = { 0 };

	if (action == BOXES_NEW)
		return step_push(&box_screen, NULL);
	if (action == BOXES_ALL)
		state->shows_all = !state->shows_all;
	if (read_again(state, &err))
		screen_say_err(screen, &err);
	return step_stay();
}

/* A slip was saved: the next one opens. A box was opened: its first one. */
static struct step
boxes_resume(struct screen *screen, const struct screen_ops *from,
    const struct outcome *outcome)
{
	struct boxes_state *state = (struct boxes_state *)screen;
	struct err err = { 0 };

	if (read_again(state, &err)) {
		screen_say_err(screen, &err);
		return step_stay();
	}
	if (from == &box_screen && outcome->code > 0 && state->n > 0)
		return next_slip(state, &state->boxes[0].record.id);
	if (from == &entry_screen && outcome->code > 0)
		return next_slip(state, &state->at_work);
	return step_stay();
}

static void
boxes_frame(const struct screen *screen, struct arena *arena,
    struct frame *frame)
{
	frame->trail = sentence_of(arena,
	    ((const struct boxes_state *)screen)->shows_all ?
	    "boxes.trail-all" : "boxes.trail", NULL);
	frame->state = sentence_of(arena, "frame.back", NULL);
	frame->hint = words("boxes.hint");
}

static void
boxes_paint(const struct screen *screen, struct canvas *canvas,
    struct area body)
{
	const struct boxes_state *state = (const struct boxes_state *)screen;
	struct list list = state->list;

	if (state->n == 0) {
		canvas_put(canvas, body.row + 1, body.column + 2, FACE_QUIET,
		    words("boxes.none"));
		canvas_cursor(canvas, body.row + 1, body.column + 2);
		return;
	}
	list_resize(&list, body.rows);
	list_paint(&list, canvas, body, true);
}

static void
boxes_close(struct screen *screen)
{
	arena_free(((struct boxes_state *)screen)->arena);
}

static const struct key_binding boxes_bindings[] = {
	{ K_F1, 0, 0, "legend.help", NULL },
	{ K_F4, 0, BOXES_ALL, "legend.filter", "boxes.key-all" },
	{ K_F5, 0, BOXES_AGAIN, "legend.refresh", "case.key-refresh" },
	{ K_F7, 0, BOXES_NEW, "legend.new", "boxes.key-new" },
};
static const struct keymap boxes_keymap = { boxes_bindings,
	array_length(boxes_bindings) };

const struct screen_ops boxes_screen = {
	.name = "boxes",
	.size = sizeof(struct boxes_state),
	.keymap = &boxes_keymap,
	.open = boxes_open,
	.act = boxes_act,
	.key = boxes_key,
	.resume = boxes_resume,
	.frame = boxes_frame,
	.paint = boxes_paint,
	.close = boxes_close,
};
