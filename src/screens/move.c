#include <string.h>

#include "desk/application.h"
#include "desk/desk.h"
#include "desk/move.h"
#include "domain/life.h"
#include "domain/refusal.h"
#include "screens/act_sheet.h"
#include "screens/move_arg.h"
#include "screens/screens.h"

/*
 * One step of an application: what it asks, what it will promise, or all that
 * blocks it. F2 does it.
 */
struct move_state {
	struct act_sheet act;
	struct application application;
	struct move_option option;
};

static const struct move_option *
option_of(const struct move_option *options, size_t n, const char *name)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(options[i].move->name, name) == 0)
			return &options[i];
	return NULL;
}

static void
describe(struct move_state *state)
{
	const struct record *record = &state->application.record;
	struct act_sheet *act = &state->act;

	act->trail = "move.trail";
	act->number = record_text(record, APPLICATION_NUMBER);
	act->label = state->option.move->label;
	act->about = arena_print(act->screen.arena, "%s   %s / %s",
	    act->number, record_text(record, APPLICATION_NAME),
	    record_text(record, APPLICATION_COMPANY_NAME));
	act->refusals = state->option.refusals;
}

static enum fail
move_open(struct screen *screen, const void *arg, struct err *err)
{
	struct move_state *state = (struct move_state *)screen;
	const struct move_arg *move = arg;
	struct desk *desk = screen_desk(screen);
	struct move_option *options = NULL;
	const struct move_option *option = NULL;
	size_t n = 0;
	enum fail fail;

	fail = desk_application(desk, &move->id, screen->arena,
	    &state->application, err);
	if (!fail)
		fail = desk_moves(desk, &move->id, screen->arena, &options,
		    &n, err);
	if (fail)
		return fail;
	option = option_of(options, n, move->move);
	if (option == NULL)
		return fail_say(err, FAIL_CONFLICT, "move.not-now",
		    state->application.status->state->label, NULL);
	state->option = *option;
	describe(state);
	return act_sheet_begin(&state->act, option->form,
	    &state->application.record, err);
}

/* The business date and the reason, when the form asks for them. */
static void
take_fields(const struct answers *answers, struct move_request *request)
{
	static const char *const dates[] = { "date", "handover_date" };

	if (answers == NULL)
		return;
	request->answers = answers;
	request->reason = answers_text(answers, "reason");
	for (size_t i = 0; i < array_length(dates); i++)
		if (date_is_none(request->date))
			request->date = answers_date(answers, dates[i]);
}

static struct step
do_move(struct move_state *state)
{
	struct move_request request = {
		.application = state->application.record.id,
		.move = state->option.move->name,
		.seen = state->application.status->ends,
		.n_seen = state->application.status->n_ends,
	};
	struct screen *screen = &state->act.screen;
	struct refusals refusals = { .arena = screen->arena };
	struct moved moved = { 0 };
	struct err err = { 0 };

	take_fields(act_sheet_answers(&state->act), &request);
	if (desk_move(screen_desk(screen), &request, &refusals, &moved, &err))
		return act_sheet_refused(&state->act, &refusals, &err);
	screen_say(screen, NOTICE_INFO, "move.done",
	    state->option.move->label, NULL);
	return step_done(MOVE_DONE, state->option.move->paper);
}

enum { MOVE_SAVE = 1, MOVE_PICK };

static struct step
move_act(struct screen *screen, int action)
{
	return action == MOVE_SAVE ? do_move((struct move_state *)screen) :
				     act_sheet_pick(screen);
}

static const struct key_binding move_bindings[] = {
	{ K_F1, 0, 0, "legend.help", NULL },
	{ K_F2, 0, MOVE_SAVE, "legend.do", "move.key-save" },
	{ K_F4, 0, MOVE_PICK, "legend.pick", "intake.key-pick" },
};
static const struct keymap move_keymap = { move_bindings,
	array_length(move_bindings) };

const struct screen_ops move_screen = {
	.name = "move",
	.size = sizeof(struct move_state),
	.keymap = &move_keymap,
	.context = act_sheet_context,
	.open = move_open,
	.act = move_act,
	.key = act_sheet_key,
	.resume = act_sheet_resume,
	.frame = act_sheet_frame,
	.help = act_sheet_help,
	.paint = act_sheet_paint,
	.close = act_sheet_close,
};
