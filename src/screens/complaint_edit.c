#include "desk/complaint.h"
#include "desk/complaint_intake.h"
#include "domain/refusal.h"
#include "screens/act_sheet.h"
#include "screens/question.h"
#include "screens/screens.h"
#include "screens/words.h"

/*
 * Change what was stated in a complaint: the form it was received with, and
 * at the end the reason, which stands in the history. The people of a
 * confidential one stay closed; what is typed in their fields is added.
 */
struct complaint_edit_state {
	struct act_sheet act;
	struct complaint complaint;
	bool asks_reason;
};

enum { REASON_MAX = 200 };

static enum fail
complaint_edit_open(struct screen *screen, const void *arg, struct err *err)
{
	struct complaint_edit_state *state =
	    (struct complaint_edit_state *)screen;
	struct answers *answers = NULL;
	struct act_sheet *act = &state->act;
	enum fail fail;

	fail = desk_complaint(screen_desk(screen), arg, screen->arena,
	    &state->complaint, err);
	if (!fail)
		fail = desk_complaint_stated(screen_desk(screen),
		    &state->complaint, screen->arena, &answers, err);
	if (fail)
		return fail;
	act->trail = "complaint-act.trail";
	act->number = record_text(&state->complaint.record, COMPLAINT_NUMBER);
	act->label = words("edit.label");
	act->about = "";
	act->filling.is_fleeting = true;
	return act_sheet_with(act, answers, &state->complaint.record.id, err);
}

static struct step
ask_reason(struct complaint_edit_state *state)
{
	struct question *question =
	    arena_alloc(state->act.screen.arena, sizeof *question);

	if (!answers_are_changed(act_sheet_answers(&state->act))) {
		screen_say(&state->act.screen, NOTICE_INFO, "edit.nothing",
		    NULL);
		return step_stay();
	}
	state->asks_reason = true;
	*question = (struct question){
		.title = words("edit.reason-title"),
		.text = words("edit.reason-text"),
		.buttons = {
			{ words("edit.back"), 0 },
			{ words("edit.save"), 0 },
		},
		.entry = words("edit.reason"),
		.entry_ceiling = REASON_MAX,
	};
	return step_push(&question_screen, question);
}

static struct step
save(struct complaint_edit_state *state, const char *reason)
{
	struct screen *screen = &state->act.screen;
	struct refusals refusals = { .arena = screen->arena };
	struct err err = { 0 };

	if (desk_complaint_edit(screen_desk(screen), &state->complaint,
	    act_sheet_answers(&state->act), reason, &refusals, &err))
		return act_sheet_refused(&state->act, &refusals, &err);
	screen_say(screen, NOTICE_INFO, "edit.done", NULL);
	return step_done(1, NULL);
}

enum { COMPLAINT_EDIT_SAVE = 1, COMPLAINT_EDIT_PICK };

static struct step
complaint_edit_act(struct screen *screen, int action)
{
	return action == COMPLAINT_EDIT_SAVE ?
	    ask_reason((struct complaint_edit_state *)screen) :
	    act_sheet_pick(screen);
}

static struct step
complaint_edit_resume(struct screen *screen, const struct screen_ops *from,
    const struct outcome *outcome)
{
	struct complaint_edit_state *state =
	    (struct complaint_edit_state *)screen;

	if (from != &question_screen || !state->asks_reason)
		return act_sheet_resume(screen, from, outcome);
	state->asks_reason = false;
	return outcome->code == 1 ?
	    save(state, outcome->text == NULL ? "" : outcome->text) :
	    step_stay();
}

static const struct key_binding complaint_edit_bindings[] = {
	{ K_F1, 0, 0, "legend.help", NULL },
	{ K_F2, 0, COMPLAINT_EDIT_SAVE, "legend.save", "edit.key-save" },
	{ K_F4, 0, COMPLAINT_EDIT_PICK, "legend.pick", "intake.key-pick" },
};
static const struct keymap complaint_edit_keymap = {
	complaint_edit_bindings, array_length(complaint_edit_bindings) };

const struct screen_ops complaint_edit_screen = {
	.name = "complaint-edit",
	.size = sizeof(struct complaint_edit_state),
	.keymap = &complaint_edit_keymap,
	.context = act_sheet_context,
	.open = complaint_edit_open,
	.act = complaint_edit_act,
	.key = act_sheet_key,
	.resume = complaint_edit_resume,
	.frame = act_sheet_frame,
	.help = act_sheet_help,
	.paint = act_sheet_paint,
	.close = act_sheet_close,
};
