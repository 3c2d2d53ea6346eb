#include "screens/application_edit.h"

#include <string.h>

#include "desk/intake.h"
#include "screens/act_sheet.h"
#include "screens/question.h"
#include "screens/screens.h"
#include "screens/words.h"

/*
 * The sheets of intake again, with what is kept of an application. No draft is
 * kept of it: taken up days later, it would set other fields back to what they
 * were. Saving is on the page of what is changed.
 */
struct application_edit_state {
	struct act_sheet act;
	struct amendment edit;
	bool asks_leave;
};

static const char *
said(const struct answers *answers, size_t field)
{
	return answers_is_shown(answers, field) ?
	    answers_at(answers, field)->stored : "";
}

bool
amendment_changes(const struct amendment *edit, size_t field)
{
	return strcmp(said(edit->before, field),
	    said(edit->answers, field)) != 0 ||
	    (answers_is_shown(edit->answers, field) &&
	    *answers_at(edit->answers, field)->typed != '\0');
}

bool
amendment_is_any(const struct amendment *edit)
{
	for (size_t i = 0; i < answers_form(edit->answers)->n; i++)
		if (amendment_changes(edit, i))
			return true;
	return false;
}

/* What nobody typed here says what stands there now. */
static void
follow(struct amendment *edit, const struct answers *stands)
{
	const struct form *form = answers_form(edit->answers);

	for (size_t i = 0; i < form->n; i++) {
		const char *now = answers_at(stands, i)->stored;

		if (form->fields[i].derived == DERIVED_NOT &&
		    !amendment_changes(edit, i) &&
		    strcmp(answers_at(edit->before, i)->stored, now) != 0)
			answers_put(edit->answers, i, now, edit->context);
	}
}

enum fail
amendment_read(struct amendment *edit, struct desk *desk, const struct id *id,
    struct err *err)
{
	struct application application = { 0 };
	struct answers *stands = NULL;
	enum fail fail;

	fail = desk_application(desk, id, edit->arena, &application, err);
	if (!fail)
		fail = desk_demand_edit(desk, &application, err);
	if (!fail)
		fail = desk_application_answers(desk, &application,
		    edit->arena, &stands, err);
	if (fail)
		return fail;
	if (edit->answers == NULL)
		edit->answers = answers_copy(stands, edit->arena);
	else
		follow(edit, stands);
	/* What another typed is as closed here as what was there before. */
	answers_kept(edit->answers);
	edit->before = stands;
	edit->application = application;
	return FAIL_NONE;
}

static enum fail
application_edit_open(struct screen *screen, const void *arg, struct err *err)
{
	struct application_edit_state *state =
	    (struct application_edit_state *)screen;
	struct act_sheet *act = &state->act;
	struct amendment *edit = &state->edit;
	enum fail fail;

	edit->arena = screen->arena;
	fail = amendment_read(edit, screen_desk(screen), arg, err);
	if (fail)
		return fail;
	act->trail = "move.trail";
	act->number = record_text(&edit->application.record,
	    APPLICATION_NUMBER);
	act->label = words("edit.label");
	act->about = "";
	act->filling.is_fleeting = true;
	fail = act_sheet_with(act, edit->answers,
	    &edit->application.record.id, err);
	if (fail)
		return fail;
	edit->context = act->filling.context;
	act->filling.sheet.hides_kept = true;
	sheet_reload(&act->filling.sheet);
	return FAIL_NONE;
}

static struct step
ask_leave(struct application_edit_state *state)
{
	struct question *question =
	    arena_alloc(state->act.screen.arena, sizeof *question);

	sheet_commit(&state->act.filling.sheet);
	if (!amendment_is_any(&state->edit))
		return step_done(0, NULL);
	state->asks_leave = true;
	*question = (struct question){
		.title = words("edit.leave-title"),
		.text = words("edit.leave-text"),
		.buttons = {
			{ words("filling.stay"), 'L' },
			{ words("filling.discard"), 'B' },
		},
		.drops_typed = true,
	};
	return step_push(&question_screen, question);
}

static struct step
application_edit_key(struct screen *screen, const struct key *key)
{
	return key->code == K_ESC ?
	    ask_leave((struct application_edit_state *)screen) :
	    act_sheet_key(screen, key);
}

static struct step
show_changes(struct application_edit_state *state)
{
	struct screen *screen = &state->act.screen;
	struct edit_changes_arg *arg = arena_alloc(screen->arena, sizeof *arg);

	sheet_commit(&state->act.filling.sheet);
	sheet_reload(&state->act.filling.sheet);
	if (!amendment_is_any(&state->edit)) {
		screen_say(screen, NOTICE_INFO, "edit.nothing", NULL);
		return step_stay();
	}
	screen_hush(screen);
	*arg = (struct edit_changes_arg){ &state->edit };
	return step_push(&edit_changes_screen, arg);
}

enum { EDIT_CHANGES = 1, EDIT_PICK };

static struct step
application_edit_act(struct screen *screen, int action)
{
	return action == EDIT_CHANGES ?
	    show_changes((struct application_edit_state *)screen) :
	    act_sheet_pick(screen);
}

static struct step
after_changes(struct application_edit_state *state,
    const struct outcome *outcome)
{
	struct sheet *sheet = &state->act.filling.sheet;

	if (outcome->code == EDIT_SAVED)
		return step_done(1, NULL);
	sheet_reload(sheet);
	if (outcome->code == EDIT_GO && outcome->text != NULL)
		sheet_go_named(sheet, outcome->text);
	return step_stay();
}

static struct step
application_edit_resume(struct screen *screen, const struct screen_ops *from,
    const struct outcome *outcome)
{
	struct application_edit_state *state =
	    (struct application_edit_state *)screen;

	if (from == &edit_changes_screen)
		return after_changes(state, outcome);
	if (from != &question_screen || !state->asks_leave)
		return act_sheet_resume(screen, from, outcome);
	state->asks_leave = false;
	return outcome->code == 1 ? step_done(0, NULL) : step_stay();
}

static void
application_edit_frame(const struct screen *screen, struct arena *arena,
    struct frame *frame)
{
	const struct application_edit_state *state =
	    (const struct application_edit_state *)screen;
	const struct sheet *sheet = &state->act.filling.sheet;
	bool is_changed = sheet->is_typed || amendment_is_any(&state->edit);

	act_sheet_frame(screen, arena, frame);
	frame->state = sentence_of(arena, "filling.state",
	    words(is_changed ? "edit.unsaved" : "edit.unchanged"),
	    arena_print(arena, "%d/%d", sheet_field(sheet)->place.page + 1,
	    sheet->form->pages), NULL);
}

static const struct key_binding application_edit_bindings[] = {
	{ K_F1, 0, 0, "legend.help", NULL },
	{ K_F2, 0, EDIT_CHANGES, "legend.save", "edit.key-review" },
	{ K_F4, 0, EDIT_PICK, "legend.pick", "intake.key-pick" },
	{ K_F8, 0, EDIT_CHANGES, "legend.next", "edit.key-review" },
};
static const struct keymap application_edit_keymap = {
	application_edit_bindings, array_length(application_edit_bindings) };

const struct screen_ops application_edit_screen = {
	.name = "application-edit",
	.size = sizeof(struct application_edit_state),
	.keymap = &application_edit_keymap,
	.context = act_sheet_context,
	.open = application_edit_open,
	.act = application_edit_act,
	.key = application_edit_key,
	.resume = application_edit_resume,
	.frame = application_edit_frame,
	.help = act_sheet_help,
	.paint = act_sheet_paint,
	.close = act_sheet_close,
};
