#include <string.h>

#include "desk/session.h"
#include "screens/intake_state.h"
#include "screens/review.h"
#include "screens/screens.h"

/*
 * The intake form. A draft is kept whenever a field is left, so a power cut
 * costs the field under the cursor. F8 opens the review; nothing is received
 * here. A known NIB or NIK fills the form from the register.
 */
static const char form_name[] = "application";

/* What the list of drafts shows. */
static const char *
title_of(const struct answers *answers, struct arena *arena)
{
	const char *company = answers_text(answers, "company_name");
	const char *name = answers_text(answers, "name");

	if (*company != '\0' && *name != '\0')
		return arena_print(arena, "%s / %s", name, company);
	return *company != '\0' ? company : name;
}

static enum fail
intake_open(struct screen *screen, const void *arg, struct err *err)
{
	struct intake_state *state = (struct intake_state *)screen;
	enum fail fail;

	fail = desk_demand(screen_desk(screen), ACTION_RECEIVE, err);
	if (fail)
		return fail;
	state->filling.title = title_of;
	return arg == NULL ?
	    filling_begin(&state->filling, screen, form_name, err) :
	    filling_take(&state->filling, screen, form_name, arg, err);
}

static void
intake_keep(struct screen *screen)
{
	filling_commit(&((struct intake_state *)screen)->filling);
}

/* A field was left: what is known fills the sheet. */
static void
left_field(struct intake_state *state, size_t left)
{
	const struct sheet *sheet = &state->filling.sheet;
	const struct answer *answer = answers_at(sheet->answers, left);
	const char *name = sheet->form->fields[left].name;

	screen_hush(&state->screen);
	if (answer->severity == FINE && strcmp(name, "nib") == 0)
		intake_fill_company(state, answer->stored);
	else if (answer->severity == FINE && strcmp(name, "nik") == 0)
		intake_fill_person(state, answer->stored);
	if (strcmp(name, "nib") == 0 || strcmp(name, "kbli") == 0)
		intake_say_duplicates(state);
	filling_left(&state->filling, left);
}

static struct step
intake_key(struct screen *screen, const struct key *key)
{
	struct intake_state *state = (struct intake_state *)screen;
	size_t left = 0;

	if (key->code == K_ESC)
		return filling_ask_leave(&state->filling,
		    "intake.leave-title", "intake.leave-text");
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

enum { INTAKE_SAVE = 1, INTAKE_PICK, INTAKE_COPY, INTAKE_REVIEW };

static struct step
open_review(struct intake_state *state)
{
	struct review_arg *arg = arena_alloc(state->screen.arena, sizeof *arg);
	struct sheet *sheet = &state->filling.sheet;
	size_t left = sheet->focus;

	sheet_commit(sheet);
	left_field(state, left);
	*arg = (struct review_arg){ state->filling.id, sheet->answers,
		state->filling.context };
	return step_push(&review_screen, arg);
}

static struct step
intake_act(struct screen *screen, int action)
{
	struct intake_state *state = (struct intake_state *)screen;

	switch (action) {
	case INTAKE_SAVE:
		sheet_commit(&state->filling.sheet);
		sheet_reload(&state->filling.sheet);
		filling_keep(&state->filling);
		screen_say(screen, NOTICE_INFO, "intake.saved", NULL);
		break;
	case INTAKE_PICK:
		return filling_pick(&state->filling);
	case INTAKE_COPY:
		if (intake_copy_field(state))
			filling_keep(&state->filling);
		break;
	case INTAKE_REVIEW:
		return open_review(state);
	}
	return step_stay();
}

static struct step
after_review(struct intake_state *state, const struct outcome *outcome)
{
	struct id *id = arena_alloc(state->screen.arena, sizeof *id);
	struct sheet *sheet = &state->filling.sheet;

	sheet_reload(sheet);
	if (outcome->code == REVIEW_GO && outcome->text != NULL)
		sheet_go_named(sheet, outcome->text);
	if (outcome->code != REVIEW_RECEIVED)
		return step_stay();
	*id = state->filling.id;
	answers_kept(sheet->answers);
	if (desk_may(screen_desk(&state->screen), ACTION_CHECK))
		return step_replace(&checklist_screen, id);
	return step_replace(&application_screen, id);
}

static struct step
intake_resume(struct screen *screen, const struct screen_ops *from,
    const struct outcome *outcome)
{
	struct intake_state *state = (struct intake_state *)screen;

	if (from == &review_screen)
		return after_review(state, outcome);
	if (from == &question_screen)
		return filling_leave(&state->filling, outcome);
	if (from == &pick_screen && filling_picked(&state->filling, outcome))
		left_field(state, state->filling.sheet.focus);
	return step_stay();
}

static enum key_context
intake_context(const struct screen *screen)
{
	(void)screen;
	return KEY_IN_TEXT;
}

static void
intake_frame(const struct screen *screen, struct arena *arena,
    struct frame *frame)
{
	frame->trail = sentence_of(arena, "intake.trail", NULL);
	filling_frame(&((const struct intake_state *)screen)->filling, arena,
	    frame);
}

static const char *
intake_help(const struct screen *screen, struct arena *arena,
    const char **ret_title)
{
	return filling_help(&((const struct intake_state *)screen)->filling,
	    arena, ret_title);
}

static void
intake_paint(const struct screen *screen, struct canvas *canvas,
    struct area body)
{
	sheet_paint(&((const struct intake_state *)screen)->filling.sheet,
	    canvas, body);
}

static void
intake_close(struct screen *screen)
{
	filling_done(&((struct intake_state *)screen)->filling);
}

static const struct key_binding intake_bindings[] = {
	{ K_F1, 0, 0, "legend.help", NULL },
	{ K_F2, 0, INTAKE_SAVE, "legend.save", "intake.key-save" },
	{ K_F4, 0, INTAKE_PICK, "legend.pick", "intake.key-pick" },
	{ K_F6, 0, INTAKE_COPY, "legend.copy", "intake.key-copy" },
	{ K_F8, 0, INTAKE_REVIEW, "legend.next", "intake.key-review" },
	{ K_F10, 0, 0, "legend.menu", NULL },
};
static const struct keymap intake_keymap = { intake_bindings,
	array_length(intake_bindings) };

const struct screen_ops intake_screen = {
	.name = "intake",
	.size = sizeof(struct intake_state),
	.keymap = &intake_keymap,
	.context = intake_context,
	.open = intake_open,
	.act = intake_act,
	.key = intake_key,
	.resume = intake_resume,
	.frame = intake_frame,
	.help = intake_help,
	.keep = intake_keep,
	.paint = intake_paint,
	.close = intake_close,
};
