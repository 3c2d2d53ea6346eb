#include <string.h>

#include "desk/assets.h"
#include "desk/desk.h"
#include "desk/draft.h"
#include "desk/session.h"
#include "screens/app.h"
#include "screens/context.h"
#include "screens/field_pick.h"
#include "screens/header.h"
#include "screens/intake_state.h"
#include "screens/question.h"
#include "screens/review.h"
#include "screens/screens.h"
#include "screens/sheet.h"
#include "screens/words.h"

/*
 * The intake form. A draft is kept whenever a field is left, so a power cut
 * costs the field under the cursor. F8 opens the review; nothing is received
 * here. A known NIB or NIK fills the form from the register.
 */
static const char form_name[] = "application";

static enum fail
take_draft(struct intake_state *state, const struct id *id,
    struct answers **ret_answers, const char **ret_field, struct err *err)
{
	struct desk_draft draft = { 0 };
	enum fail fail;

	fail = desk_draft_take(screen_desk(&state->screen), form_name, id,
	    state->screen.arena, &draft, err);
	if (fail)
		return fail;
	state->id = *id;
	state->kept_ms = draft.at_ms;
	*ret_answers = draft.answers;
	*ret_field = draft.field;
	return FAIL_NONE;
}

static enum fail
begin(struct intake_state *state, struct answers **ret_answers,
    struct err *err)
{
	const struct form *form = NULL;
	enum fail fail;

	fail = desk_form(screen_desk(&state->screen), form_name, NULL, &form,
	    err);
	if (fail)
		return fail;
	state->id = desk_new_id(screen_desk(&state->screen));
	*ret_answers = answers_new(state->screen.arena, form);
	answers_default(*ret_answers, state->context);
	return FAIL_NONE;
}

static enum fail
intake_open(struct screen *screen, const void *arg, struct err *err)
{
	struct intake_state *state = (struct intake_state *)screen;
	struct answers *answers = NULL;
	const char *field = NULL;
	enum fail fail;

	fail = desk_demand(screen_desk(screen), ACTION_RECEIVE, err);
	if (fail)
		return fail;
	state->context = context_of(screen_desk(screen), screen->arena);
	fail = arg == NULL ? begin(state, &answers, err) :
			     take_draft(state, arg, &answers, &field, err);
	if (fail)
		return fail;
	state->context->answers = answers;
	answers_judge(answers, state->context);
	sheet_init(&state->sheet, answers, state->context, field);
	return FAIL_NONE;
}

/* What the list of drafts shows. */
static const char *
title_of(struct intake_state *state, struct arena *arena)
{
	const struct answers *answers = state->sheet.answers;
	const char *company = answers_text(answers, "company_name");
	const char *name = answers_text(answers, "name");

	if (*company != '\0' && *name != '\0')
		return arena_print(arena, "%s / %s", name, company);
	return *company != '\0' ? company : name;
}

static void
keep_draft(struct intake_state *state)
{
	scoped_arena arena = arena_new();
	struct err err = { 0 };

	if (!answers_are_changed(state->sheet.answers) && state->kept_ms == 0)
		return;
	if (desk_draft_keep(screen_desk(&state->screen), &state->id,
	    state->sheet.answers, title_of(state, arena),
	    sheet_field(&state->sheet)->name, &err)) {
		screen_say_err(&state->screen, &err);
		return;
	}
	state->kept_ms = desk_now(screen_desk(&state->screen));
	state->is_dirty = false;
}

static void
intake_keep(struct screen *screen)
{
	struct intake_state *state = (struct intake_state *)screen;

	if (state->sheet.form == NULL)
		return;
	sheet_commit(&state->sheet);
	keep_draft(state);
}

/* A field was left: say what was read, fill what is known, keep the draft. */
static void
left_field(struct intake_state *state, size_t left)
{
	const struct answer *answer = answers_at(state->sheet.answers, left);
	const char *name = state->sheet.form->fields[left].name;

	screen_hush(&state->screen);
	if (answer->severity == FINE && strcmp(name, "nib") == 0)
		intake_fill_company(state, answer->stored);
	else if (answer->severity == FINE && strcmp(name, "nik") == 0)
		intake_fill_person(state, answer->stored);
	if (strcmp(name, "nib") == 0 || strcmp(name, "kbli") == 0)
		intake_say_duplicates(state);
	answer = answers_at(state->sheet.answers, left);
	if (answer->severity == WRONG)
		screen_say_fact(&state->screen, NOTICE_ERROR, &answer->fact);
	else if (answer->severity == DOUBT)
		screen_say_fact(&state->screen, NOTICE_DOUBT, &answer->fact);
	if (!answers_is_open(state->sheet.answers, state->sheet.focus) ||
	    !state->sheet.is_typed)
		sheet_reload(&state->sheet);
	keep_draft(state);
}

static struct step
ask_leave(struct intake_state *state)
{
	struct question *question =
	    arena_alloc(state->screen.arena, sizeof *question);

	sheet_commit(&state->sheet);
	if (!answers_are_changed(state->sheet.answers) && state->kept_ms == 0)
		return step_done(0, NULL);
	*question = (struct question){
		.title = words("intake.leave-title"),
		.text = words("intake.leave-text"),
		.buttons = {
			{ words("intake.leave-stay"), 'L' },
			{ words("intake.leave-keep"), 'S' },
			{ words("intake.leave-discard"), 'B' },
		},
	};
	return step_push(&question_screen, question);
}

static struct step
intake_key(struct screen *screen, const struct key *key)
{
	struct intake_state *state = (struct intake_state *)screen;
	size_t left = 0;

	if (key->code == K_ESC)
		return ask_leave(state);
	switch (sheet_key(&state->sheet, key, &left)) {
	case SHEET_IGNORED:
		return step_unused();
	case SHEET_TYPED:
		state->is_dirty = true;
		break;
	case SHEET_REFUSED:
		screen_say(screen, NOTICE_INFO, "sheet.refused",
		    sheet_field(&state->sheet)->label, NULL);
		break;
	case SHEET_LEFT:
		left_field(state, left);
		break;
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
	size_t left = state->sheet.focus;

	sheet_commit(&state->sheet);
	left_field(state, left);
	*arg = (struct review_arg){ state->id, state->sheet.answers,
		state->context };
	return step_push(&review_screen, arg);
}

static struct step
open_pick(struct intake_state *state)
{
	state->pick_area = sheet_area(&state->sheet,
	    frame_body(state->screen.app->canvas));
	if (!field_pick_init(&state->pick, screen_desk(&state->screen),
	    &state->sheet, &state->pick_area)) {
		screen_say(&state->screen, NOTICE_INFO, "sheet.no-list",
		    sheet_field(&state->sheet)->label, NULL);
		return step_stay();
	}
	return step_push(&pick_screen, &state->pick.pick);
}

static struct step
intake_act(struct screen *screen, int action)
{
	struct intake_state *state = (struct intake_state *)screen;

	switch (action) {
	case INTAKE_SAVE:
		sheet_commit(&state->sheet);
		sheet_reload(&state->sheet);
		keep_draft(state);
		screen_say(screen, NOTICE_INFO, "intake.saved", NULL);
		break;
	case INTAKE_PICK:
		return open_pick(state);
	case INTAKE_COPY:
		if (intake_copy_field(state))
			keep_draft(state);
		break;
	case INTAKE_REVIEW:
		return open_review(state);
	}
	return step_stay();
}

/* What was chosen in the popup goes into the field. */
static void
take_pick(struct intake_state *state, const struct outcome *outcome)
{
	size_t field = state->sheet.focus;

	if (outcome->code > 0 && (size_t)outcome->code <= state->pick.n) {
		answers_put(state->sheet.answers, field,
		    state->pick.rows[outcome->code - 1].code, state->context);
		state->sheet.is_typed = false;
		sheet_reload(&state->sheet);
		left_field(state, field);
	}
	field_pick_done(&state->pick);
}

static struct step
after_review(struct intake_state *state, const struct outcome *outcome)
{
	struct id *id = arena_alloc(state->screen.arena, sizeof *id);

	sheet_reload(&state->sheet);
	if (outcome->code == REVIEW_GO && outcome->text != NULL)
		sheet_go_named(&state->sheet, outcome->text);
	if (outcome->code != REVIEW_RECEIVED)
		return step_stay();
	*id = state->id;
	answers_kept(state->sheet.answers);
	if (desk_may(screen_desk(&state->screen), ACTION_CHECK))
		return step_replace(&checklist_screen, id);
	return step_replace(&application_screen, id);
}

static struct step
after_question(struct intake_state *state, const struct outcome *outcome)
{
	struct err err = { 0 };

	if (outcome->code == 1) {
		keep_draft(state);
		return step_done(0, NULL);
	}
	if (outcome->code == 2) {
		if (desk_draft_discard(screen_desk(&state->screen), form_name,
		    &state->id, &err))
			screen_say_err(&state->screen, &err);
		else
			return step_done(0, NULL);
	}
	return step_stay();
}

static struct step
intake_resume(struct screen *screen, const struct screen_ops *from,
    const struct outcome *outcome)
{
	struct intake_state *state = (struct intake_state *)screen;

	if (from == &pick_screen)
		take_pick(state, outcome);
	else if (from == &review_screen)
		return after_review(state, outcome);
	else if (from == &question_screen)
		return after_question(state, outcome);
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
	const struct intake_state *state =
	    (const struct intake_state *)screen;
	const struct field *field = sheet_field(&state->sheet);
	struct local_time kept = local_time(state->kept_ms);
	const char *draft = state->kept_ms == 0 ? words("intake.new") :
	    sentence_of(arena, state->is_dirty ? "intake.draft-changed" :
	    "intake.kept", arena_print(arena, "%02d:%02d", kept.hour,
	    kept.minute), NULL);

	frame->trail = sentence_of(arena, "intake.trail", NULL);
	frame->state = sentence_of(arena, "intake.state", draft,
	    arena_print(arena, "%d/%d", field->place.page + 1,
	    state->sheet.form->pages), NULL);
	frame->hint = field->hint;
}

/* Help of the field with the text of its clause. */
static const char *
intake_help(const struct screen *screen, struct arena *arena,
    const char **ret_title)
{
	const struct intake_state *state =
	    (const struct intake_state *)screen;

	return field_help(screen_desk(screen), sheet_field(&state->sheet),
	    arena, ret_title);
}

static void
intake_paint(const struct screen *screen, struct canvas *canvas,
    struct area body)
{
	const struct intake_state *state =
	    (const struct intake_state *)screen;

	sheet_paint(&state->sheet, canvas, body);
}

static void
intake_close(struct screen *screen)
{
	struct intake_state *state = (struct intake_state *)screen;

	field_pick_done(&state->pick);
	sheet_done(&state->sheet);
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
