#include <string.h>

#include "desk/desk.h"
#include "desk/draft.h"
#include "screens/app.h"
#include "screens/book_arg.h"
#include "screens/header.h"
#include "screens/screens.h"
#include "screens/words.h"
#include "ui/list.h"

/*
 * Half-written sheets of the officer who works: go on with one, throw one
 * away, take one back that was thrown away.
 */
struct drafts_state {
	struct screen screen;
	struct desk_draft *drafts;
	size_t n;
	bool shows_discarded;
	struct list_source source;
	struct list list;
};

static size_t
drafts_count(void *context)
{
	return ((struct drafts_state *)context)->n;
}

static struct id
drafts_id(void *context, size_t i)
{
	return ((struct drafts_state *)context)->drafts[i].id;
}

static void
drafts_paint_row(void *context, size_t i, struct canvas *canvas,
    struct area area, enum face face)
{
	const struct desk_draft *draft =
	    &((struct drafts_state *)context)->drafts[i];
	scoped_arena arena = arena_new();

	canvas_put_in(canvas, area.row, area.column, area.columns, face,
	    arena_print(arena, "%s  %s", moment_text(arena, draft->at_ms),
	    *draft->title == '\0' ? words("drafts.untitled") :
	    draft->title));
}

static enum fail
read_again(struct drafts_state *state, struct err *err)
{
	enum fail fail;

	fail = desk_drafts(screen_desk(&state->screen),
	    state->shows_discarded, state->screen.arena, &state->drafts,
	    &state->n, err);
	if (!fail)
		list_refresh(&state->list);
	return fail;
}

static enum fail
drafts_open(struct screen *screen, const void *arg, struct err *err)
{
	struct drafts_state *state = (struct drafts_state *)screen;

	(void)arg;
	state->source = (struct list_source){ .count = drafts_count,
		.id = drafts_id, .paint = drafts_paint_row,
		.context = state };
	list_init(&state->list, &state->source, 10);
	return read_again(state, err);
}

static void
read_or_say(struct drafts_state *state)
{
	struct err err = { 0 };

	if (read_again(state, &err))
		screen_say_err(&state->screen, &err);
}

static const struct desk_draft *
selected(const struct drafts_state *state)
{
	return state->n == 0 ? NULL : &state->drafts[state->list.selected];
}

enum { DRAFTS_DISCARD = 1, DRAFTS_AGAIN, DRAFTS_OTHERS };

/* The screen of the form a draft is of. */
static struct step
open_form(struct drafts_state *state, const struct desk_draft *draft)
{
	static const char act[] = "complaint-";
	struct arena *arena = state->screen.arena;
	struct id *id = arena_alloc(arena, sizeof *id);
	struct entry_arg *entry;
	struct complaint_act_arg *arg;

	if (strncmp(draft->form, act, sizeof act - 1) == 0) {
		arg = arena_alloc(arena, sizeof *arg);
		*arg = (struct complaint_act_arg){ .id = draft->id,
			.form = draft->form };
		return step_push(&complaint_act_screen, arg);
	}
	if (strcmp(draft->form, "complaint") == 0) {
		entry = arena_alloc(arena, sizeof *entry);
		*entry = (struct entry_arg){ .draft = draft->id };
		return step_push(&entry_screen, entry);
	}
	*id = draft->id;
	return step_push(&intake_screen, id);
}

static struct step
open_draft(struct drafts_state *state)
{
	const struct desk_draft *draft = selected(state);
	struct err err = { 0 };

	if (draft == NULL)
		return step_stay();
	if (state->shows_discarded &&
	    desk_draft_restore(screen_desk(&state->screen), draft->form,
	    &draft->id, &err)) {
		screen_say_err(&state->screen, &err);
		return step_stay();
	}
	return open_form(state, draft);
}

static struct step
drafts_key(struct screen *screen, const struct key *key)
{
	struct drafts_state *state = (struct drafts_state *)screen;

	switch (list_key(&state->list, key)) {
	case LIST_CHOSEN: return open_draft(state);
	case LIST_MOVED: return step_stay();
	case LIST_IGNORED: break;
	}
	return step_unused();
}

static struct step
drafts_act(struct screen *screen, int action)
{
	struct drafts_state *state = (struct drafts_state *)screen;
	const struct desk_draft *draft = selected(state);
	struct err err = { 0 };

	if (action == DRAFTS_OTHERS)
		state->shows_discarded = !state->shows_discarded;
	else if (action == DRAFTS_DISCARD && draft != NULL &&
	    !state->shows_discarded) {
		if (desk_draft_discard(screen_desk(screen), draft->form,
		    &draft->id, &err))
			screen_say_err(screen, &err);
		else
			screen_say(screen, NOTICE_INFO, "drafts.discarded",
			    NULL);
	}
	read_or_say(state);
	return step_stay();
}

static struct step
drafts_resume(struct screen *screen, const struct screen_ops *from,
    const struct outcome *outcome)
{
	(void)from;
	(void)outcome;
	read_or_say((struct drafts_state *)screen);
	return step_stay();
}

static void
drafts_frame(const struct screen *screen, struct arena *arena,
    struct frame *frame)
{
	const struct drafts_state *state =
	    (const struct drafts_state *)screen;

	frame->trail = sentence_of(arena, state->shows_discarded ?
	    "drafts.trail-discarded" : "drafts.trail", NULL);
	frame->state = sentence_of(arena, "frame.back", NULL);
	frame->hint = words("drafts.hint");
}

static void
drafts_paint(const struct screen *screen, struct canvas *canvas,
    struct area body)
{
	const struct drafts_state *state =
	    (const struct drafts_state *)screen;
	struct list list = state->list;

	if (state->n == 0) {
		canvas_put(canvas, body.row + 1, body.column + 2, FACE_QUIET,
		    words("drafts.none"));
		canvas_cursor(canvas, body.row + 1, body.column + 2);
		return;
	}
	list_resize(&list, body.rows);
	list_paint(&list, canvas, body, true);
}

static const struct key_binding drafts_bindings[] = {
	{ K_F1, 0, 0, "legend.help", NULL },
	{ K_TEXT, 'B', DRAFTS_DISCARD, "legend.discard",
	    "drafts.key-discard" },
	{ K_F5, 0, DRAFTS_AGAIN, "legend.refresh", "drafts.key-refresh" },
	{ K_F4, 0, DRAFTS_OTHERS, "legend.discarded", "drafts.key-others" },
};
static const struct keymap drafts_keymap = { drafts_bindings,
	array_length(drafts_bindings) };

const struct screen_ops drafts_screen = {
	.name = "drafts",
	.size = sizeof(struct drafts_state),
	.keymap = &drafts_keymap,
	.open = drafts_open,
	.act = drafts_act,
	.key = drafts_key,
	.resume = drafts_resume,
	.frame = drafts_frame,
	.paint = drafts_paint,
};
