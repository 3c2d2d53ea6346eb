#include <string.h>

#include "desk/desk.h"
#include "desk/session.h"
#include "screens/book_arg.h"
#include "screens/entry_review.h"
#include "screens/entry_state.h"
#include "screens/header.h"
#include "screens/screens.h"
#include "screens/words.h"

/*
 * The complaint form. The title says at every field what the standard makes of
 * the answers so far: a complaint with its date, or a suggestion without one.
 * F8 opens the page before saving; nothing is received here.
 */
static const char form_name[] = "complaint";

/* What the list of drafts shows: never a person. */
static const char *
title_of(const struct answers *answers, struct arena *arena)
{
	return sentence_of(arena, "entry.draft",
	    answers_text(answers, "object"), NULL);
}

/* What the rule makes of the answers now. */
static void
judge(struct entry_state *state)
{
	struct err err = { 0 };

	if (desk_complaint_kind(screen_desk(&state->screen),
	    filling_answers(&state->filling), &state->kind, &err))
		screen_say_err(&state->screen, &err);
}

/* The sheet of the next slip of a box. */
static enum fail
begin_slip(struct entry_state *state, struct err *err)
{
	struct screen *screen = &state->screen;
	struct id id = desk_new_id(screen_desk(screen));
	struct answers *answers = NULL;
	enum fail fail;

	fail = desk_box_slip(screen_desk(screen), &state->box, screen->arena,
	    &answers, err);
	if (fail)
		return fail;
	return filling_with(&state->filling, screen, answers, &id, err);
}

static enum fail
entry_open(struct screen *screen, const void *arg, struct err *err)
{
	struct entry_state *state = (struct entry_state *)screen;
	const struct entry_arg *entry = arg;
	enum fail fail;

	fail = desk_demand(screen_desk(screen), ACTION_RECORD_COMPLAINT, err);
	if (fail)
		return fail;
	state->filling.title = title_of;
	if (entry != NULL)
		state->box = entry->box;
	if (entry != NULL && !id_is_zero(&entry->draft))
		fail = filling_take(&state->filling, screen, form_name,
		    &entry->draft, err);
	else if (!id_is_zero(&state->box))
		fail = begin_slip(state, err);
	else
		fail = filling_begin(&state->filling, screen, form_name, err);
	if (!fail)
		judge(state);
	return fail;
}

static void
entry_keep(struct screen *screen)
{
	filling_commit(&((struct entry_state *)screen)->filling);
}

/* A field was left: what is known fills the sheet, the rule is asked anew. */
static void
left_field(struct entry_state *state, size_t left)
{
	const struct sheet *sheet = &state->filling.sheet;
	const struct answer *answer = answers_at(sheet->answers, left);
	const char *name = sheet->form->fields[left].name;
	bool has_value = answer->severity != WRONG && answer->is_changed &&
	    *answer->stored != '\0';

	screen_hush(&state->screen);
	if (has_value && strcmp(name, "application_number") == 0)
		entry_fill_application(state, answer->stored);
	else if (has_value &&
	    (strcmp(name, "nik") == 0 || strcmp(name, "nib") == 0))
		entry_fill_known(state, name, answer->stored);
	filling_left(&state->filling, left);
	judge(state);
}

static struct step
entry_key(struct screen *screen, const struct key *key)
{
	struct entry_state *state = (struct entry_state *)screen;
	size_t left = 0;

	if (key->code == K_ESC)
		return filling_ask_leave(&state->filling, "entry.leave-title",
		    "entry.leave-text");
	switch (filling_key(&state->filling, key, &left)) {
	case SHEET_IGNORED:
		return step_unused();
	case SHEET_LEFT:
		left_field(state, left);
		break;
	case SHEET_TYPED:
	case SHEET_REFUSED:
	case SHEET_MOVED:
		break;
	}
	return step_stay();
}

enum { ENTRY_SAVE = 1, ENTRY_PICK, ENTRY_COPY, ENTRY_REVIEW };

static struct step
open_review(struct entry_state *state)
{
	struct entry_review_arg *arg =
	    arena_alloc(state->screen.arena, sizeof *arg);
	struct sheet *sheet = &state->filling.sheet;
	size_t left = sheet->focus;

	sheet_commit(sheet);
	left_field(state, left);
	*arg = (struct entry_review_arg){ state->filling.id, state->box,
		sheet->answers, state->filling.context };
	return step_push(&entry_review_screen, arg);
}

static struct step
entry_act(struct screen *screen, int action)
{
	struct entry_state *state = (struct entry_state *)screen;

	switch (action) {
	case ENTRY_SAVE:
		filling_commit(&state->filling);
		sheet_reload(&state->filling.sheet);
		screen_say(screen, NOTICE_INFO, "entry.saved", NULL);
		break;
	case ENTRY_PICK:
		return filling_pick(&state->filling);
	case ENTRY_COPY:
		if (entry_copy_field(state)) {
			judge(state);
			filling_keep(&state->filling);
		}
		break;
	case ENTRY_REVIEW:
		return open_review(state);
	}
	return step_stay();
}

/* Received: its page, or the box whose next slip waits. */
static struct step
after_review(struct entry_state *state, const struct outcome *outcome)
{
	struct complaint_arg *arg =
	    arena_alloc(state->screen.arena, sizeof *arg);
	struct sheet *sheet = &state->filling.sheet;

	sheet_reload(sheet);
	judge(state);
	if (outcome->code == ENTRY_GO && outcome->text != NULL)
		sheet_go_named(sheet, outcome->text);
	if (outcome->code != ENTRY_RECEIVED)
		return step_stay();
	answers_kept(sheet->answers);
	if (!id_is_zero(&state->box))
		return step_done(ENTRY_RECEIVED, NULL);
	*arg = (struct complaint_arg){ .id = state->filling.id };
	return step_replace(&complaint_screen, arg);
}

static struct step
entry_resume(struct screen *screen, const struct screen_ops *from,
    const struct outcome *outcome)
{
	struct entry_state *state = (struct entry_state *)screen;

	if (from == &entry_review_screen)
		return after_review(state, outcome);
	if (from == &question_screen)
		return filling_leave(&state->filling, outcome);
	if (from == &pick_screen && filling_picked(&state->filling, outcome))
		left_field(state, state->filling.sheet.focus);
	return step_stay();
}

static enum key_context
entry_context(const struct screen *screen)
{
	(void)screen;
	return KEY_IN_TEXT;
}

/* "Pengaduan baru, batas Sel 15/12/2026". */
static void
entry_frame(const struct screen *screen, struct arena *arena,
    struct frame *frame)
{
	const struct entry_state *state = (const struct entry_state *)screen;
	const struct complaint_kind *kind = &state->kind;

	filling_frame(&state->filling, arena, frame);
	if (date_is_none(kind->due.date))
		frame->trail = sentence_of(arena, kind->wants_choice ?
		    "entry.trail-late" : "entry.trail-no-due", kind->label,
		    NULL);
	else
		frame->trail = sentence_of(arena, "entry.trail", kind->label,
		    day_text(arena, kind->due.date), NULL);
}

static const char *
entry_help(const struct screen *screen, struct arena *arena,
    const char **ret_title)
{
	return filling_help(&((const struct entry_state *)screen)->filling,
	    arena, ret_title);
}

static void
entry_paint(const struct screen *screen, struct canvas *canvas,
    struct area body)
{
	sheet_paint(&((const struct entry_state *)screen)->filling.sheet,
	    canvas, body);
}

static void
entry_close(struct screen *screen)
{
	filling_done(&((struct entry_state *)screen)->filling);
}

static const struct key_binding entry_bindings[] = {
	{ K_F1, 0, 0, "legend.help", NULL },
	{ K_F2, 0, ENTRY_SAVE, "legend.save", "intake.key-save" },
	{ K_F4, 0, ENTRY_PICK, "legend.pick", "intake.key-pick" },
	{ K_F6, 0, ENTRY_COPY, "legend.copy", "entry.key-copy" },
	{ K_F8, 0, ENTRY_REVIEW, "legend.next", "entry.key-review" },
	{ K_F10, 0, 0, "legend.menu", NULL },
};
static const struct keymap entry_keymap = { entry_bindings,
	array_length(entry_bindings) };

const struct screen_ops entry_screen = {
	.name = "entry",
	.size = sizeof(struct entry_state),
	.keymap = &entry_keymap,
	.context = entry_context,
	.open = entry_open,
	.act = entry_act,
	.key = entry_key,
	.resume = entry_resume,
	.frame = entry_frame,
	.help = entry_help,
	.keep = entry_keep,
	.paint = entry_paint,
	.close = entry_close,
};
