#include "desk/assets.h"
#include "desk/complaint_intake.h"
#include "desk/desk.h"
#include "domain/refusal.h"
#include "screens/act_sheet.h"
#include "screens/screens.h"

/* One opening: the day, who was there, how many slips. */
static enum fail
opening_open(struct screen *screen, const void *arg, struct err *err)
{
	struct act_sheet *act = (struct act_sheet *)screen;
	struct id id = desk_new_id(screen_desk(screen));
	struct record record = record_of(TABLE_BOX, id);
	const struct form *form = NULL;
	enum fail fail;

	(void)arg;
	fail = desk_form(screen_desk(screen), "complaint-box", NULL, &form,
	    err);
	if (fail)
		return fail;
	act->trail = "boxes.trail-new";
	act->number = act->label = act->about = "";
	return act_sheet_begin(act, form, &record, err);
}

enum { BOX_SAVE = 1, BOX_PICK };

static struct step
opening_act(struct screen *screen, int action)
{
	struct act_sheet *act = (struct act_sheet *)screen;
	struct refusals refusals = { .arena = screen->arena };
	struct err err = { 0 };

	if (action == BOX_PICK)
		return act_sheet_pick(screen);
	if (desk_box_open(screen_desk(screen), &act->filling.id,
	    act_sheet_answers(act), &refusals, &err))
		return act_sheet_refused(act, &refusals, &err);
	screen_say(screen, NOTICE_INFO, "boxes.opened", NULL);
	return step_done(1, NULL);
}

static const struct key_binding opening_bindings[] = {
	{ K_F1, 0, 0, "legend.help", NULL },
	{ K_F2, 0, BOX_SAVE, "legend.save", "boxes.key-save" },
	{ K_F4, 0, BOX_PICK, "legend.pick", "intake.key-pick" },
};
static const struct keymap opening_keymap = { opening_bindings,
	array_length(opening_bindings) };

const struct screen_ops box_screen = {
	.name = "box",
	.size = sizeof(struct act_sheet),
	.keymap = &opening_keymap,
	.context = act_sheet_context,
	.open = opening_open,
	.act = opening_act,
	.key = act_sheet_key,
	.resume = act_sheet_resume,
	.frame = act_sheet_frame,
	.help = act_sheet_help,
	.paint = act_sheet_paint,
	.close = act_sheet_close,
};
