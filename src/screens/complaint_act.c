#include <string.h>

#include "desk/complaint.h"
#include "desk/complaint_act.h"
#include "domain/life.h"
#include "domain/refusal.h"
#include "forms/answers.h"
#include "screens/act_sheet.h"
#include "screens/book_arg.h"
#include "screens/complaint_draft.h"
#include "screens/complaint_earlier.h"
#include "screens/header.h"
#include "screens/screens.h"

/*
 * One act of a complaint, a step or a move: the sheet of its form with what is
 * known, or all that blocks it. F2 does it. A sheet that is left half-written
 * is a draft.
 */
struct complaint_act_state {
	struct act_sheet act;
	struct complaint complaint;
	struct complaint_option option;
	struct complaint_earlier_pick earlier;
	struct complaint_draft draft;
};

static const struct complaint_option *
option_of(const struct complaint_option *options, size_t n,
    const struct complaint_act_arg *arg)
{
	for (size_t i = 0; i < n; i++)
		if (arg->act != NULL ?
		    strcmp(options[i].name, arg->act) == 0 :
		    options[i].form != NULL &&
		    strcmp(options[i].form->name, arg->form) == 0)
			return &options[i];
	return NULL;
}

static void
describe(struct complaint_act_state *state)
{
	const struct record *record = &state->complaint.record;
	struct arena *arena = state->act.screen.arena;
	const struct answer_clock *clock = &state->complaint.clock;

	state->act.trail = "complaint-act.trail";
	state->act.number = record_text(record, COMPLAINT_NUMBER);
	state->act.label = state->option.label;
	state->act.about = sentence_of(arena,
	    date_is_none(clock->due.date) ? "complaint-act.about-no-due" :
	    "complaint-act.about", record_text(record, COMPLAINT_OBJECT),
	    day_text(arena, clock->due.date), NULL);
	state->act.refusals = state->option.refusals;
}

/* A form that asks nothing has no sheet. */
static enum fail
begin(struct complaint_act_state *state, struct err *err)
{
	struct screen *screen = &state->act.screen;
	struct answers *answers = NULL;
	enum fail fail;

	if (state->option.form == NULL || state->option.form->n == 0)
		return FAIL_NONE;
	fail = desk_complaint_sheet(screen_desk(screen), &state->complaint,
	    state->option.name, screen->arena, &answers, err);
	if (fail)
		return fail;
	return act_sheet_with(&state->act, answers,
	    &state->complaint.record.id, err);
}

static enum fail
complaint_act_open(struct screen *screen, const void *arg, struct err *err)
{
	struct complaint_act_state *state =
	    (struct complaint_act_state *)screen;
	const struct complaint_act_arg *act = arg;
	struct desk *desk = screen_desk(screen);
	struct complaint_option *options = NULL;
	const struct complaint_option *option = NULL;
	size_t n = 0;
	enum fail fail;

	fail = desk_complaint(desk, &act->id, screen->arena,
	    &state->complaint, err);
	if (!fail)
		fail = desk_complaint_options(desk, &act->id, screen->arena,
		    &options, &n, err);
	if (fail)
		return fail;
	option = option_of(options, n, act);
	if (option == NULL)
		return fail_say(err, FAIL_CONFLICT, "move.not-now",
		    state->complaint.status->state->label, NULL);
	state->option = *option;
	describe(state);
	return begin(state, err);
}

static struct step
do_act(struct complaint_act_state *state)
{
	struct complaint_request request = {
		.act = state->option.name,
		.seen = &state->complaint,
		.answers = act_sheet_answers(&state->act),
	};
	struct screen *screen = &state->act.screen;
	struct refusals refusals = { .arena = screen->arena };
	struct complaint_acted acted = { 0 };
	struct err err = { 0 };

	if (desk_complaint_act(screen_desk(screen), &request, &refusals,
	    &acted, &err))
		return act_sheet_refused(&state->act, &refusals, &err);
	screen_say(screen, NOTICE_INFO, "move.done", state->option.label,
	    NULL);
	return step_done(COMPLAINT_ACT_DONE, state->option.move == NULL ? "" :
	    state->option.move->paper);
}

enum { COMPLAINT_ACT_SAVE = 1, COMPLAINT_ACT_PICK };

/* F4 on the field of earlier cases lists those there are, on that of the
 * answer the templates. */
static struct step
complaint_act_act(struct screen *screen, int action)
{
	struct complaint_act_state *state =
	    (struct complaint_act_state *)screen;

	if (action == COMPLAINT_ACT_SAVE)
		return do_act(state);
	if (state->act.has_sheet && strcmp(sheet_field(
	    &state->act.filling.sheet)->name, "earlier") == 0)
		return complaint_earlier_open(&state->earlier, screen,
		    &state->complaint, &state->act.filling.sheet);
	if (state->act.has_sheet && complaint_draft_is(&state->act.filling))
		return complaint_draft_open(&state->draft,
		    &state->act.filling, &state->complaint);
	return act_sheet_pick(screen);
}

static struct step
complaint_act_resume(struct screen *screen, const struct screen_ops *from,
    const struct outcome *outcome)
{
	struct complaint_act_state *state =
	    (struct complaint_act_state *)screen;

	if (from == &pick_screen && state->earlier.arena != NULL) {
		complaint_earlier_take(&state->earlier,
		    &state->act.filling.sheet);
		return step_stay();
	}
	if (state->draft.arena != NULL)
		return complaint_draft_take(&state->draft,
		    &state->act.filling, from, outcome);
	return act_sheet_resume(screen, from, outcome);
}

static void
complaint_act_close(struct screen *screen)
{
	struct complaint_act_state *state =
	    (struct complaint_act_state *)screen;

	complaint_earlier_done(&state->earlier);
	complaint_draft_done(&state->draft);
	act_sheet_close(screen);
}

static const struct key_binding complaint_act_bindings[] = {
	{ K_F1, 0, 0, "legend.help", NULL },
	{ K_F2, 0, COMPLAINT_ACT_SAVE, "legend.do", "move.key-save" },
	{ K_F4, 0, COMPLAINT_ACT_PICK, "legend.pick", "intake.key-pick" },
};
static const struct keymap complaint_act_keymap = { complaint_act_bindings,
	array_length(complaint_act_bindings) };

const struct screen_ops complaint_act_screen = {
	.name = "complaint-act",
	.size = sizeof(struct complaint_act_state),
	.keymap = &complaint_act_keymap,
	.context = act_sheet_context,
	.open = complaint_act_open,
	.act = complaint_act_act,
	.key = act_sheet_key,
	.resume = complaint_act_resume,
	.frame = act_sheet_frame,
	.help = act_sheet_help,
	.keep = act_sheet_keep,
	.paint = act_sheet_paint,
	.close = complaint_act_close,
};
