#include <string.h>

#include "desk/application.h"
#include "desk/desk.h"
#include "desk/move.h"
#include "domain/life.h"
#include "domain/refusal.h"
#include "screens/app.h"
#include "screens/context.h"
#include "screens/field_pick.h"
#include "screens/header.h"
#include "screens/move_arg.h"
#include "screens/question.h"
#include "screens/screens.h"
#include "screens/sheet.h"
#include "screens/words.h"

/*
 * One step of an application: what it asks, what it will promise, or all that
 * blocks it. F2 does it.
 */
struct move_state {
	struct screen screen;
	struct application application;
	struct move_option option;
	struct field_context *context;
	struct sheet sheet; /* without a form: not in use */
	bool has_sheet;
	struct field_pick pick;
	size_t confirmed; /* the field that is typed a second time */
};

static const struct move_option *
option_of(const struct move_option *options, size_t n, const char *name)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(options[i].move->name, name) == 0)
			return &options[i];
	return NULL;
}

/* Fields that the application has already: NIB, and what was typed before. */
static void
begin_sheet(struct move_state *state)
{
	struct answers *answers =
	    answers_new(state->screen.arena, state->option.form);

	state->context->answers = answers;
	answers_fill(answers, &state->application.record, state->context,
	    state->screen.arena);
	answers_default(answers, state->context);
	answers_judge(answers, state->context);
	answers_kept(answers);
	sheet_init(&state->sheet, answers, state->context, NULL);
	state->has_sheet = true;
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
	state->context = context_of(desk, screen->arena);
	if (option->form != NULL && option->form->n > 0)
		begin_sheet(state);
	return FAIL_NONE;
}

/* The business date and the reason, when the form asks for them. */
static void
take_fields(const struct move_state *state, struct move_request *request)
{
	static const char *const dates[] = { "date", "handover_date",
		"certificate_date" };

	if (!state->has_sheet)
		return;
	request->answers = state->sheet.answers;
	request->reason = answers_text(state->sheet.answers, "reason");
	for (size_t i = 0; i < 2 && date_is_none(request->date); i++)
		request->date = answers_date(state->sheet.answers, dates[i]);
}

static struct step
refused(struct move_state *state, const struct refusals *refusals,
    const struct err *err)
{
	screen_say_err(&state->screen, err);
	if (state->has_sheet && refusals->n > 0)
		sheet_go_named(&state->sheet, refusals->list[0].field);
	return step_stay();
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
	struct refusals refusals = { .arena = state->screen.arena };
	struct moved moved = { 0 };
	struct err err = { 0 };

	if (state->has_sheet)
		sheet_commit(&state->sheet);
	take_fields(state, &request);
	if (desk_move(screen_desk(&state->screen), &request, &refusals,
	    &moved, &err))
		return refused(state, &refusals, &err);
	screen_say(&state->screen, NOTICE_INFO, "move.done",
	    state->option.move->label, NULL);
	return step_done(MOVE_DONE, state->option.move->paper);
}

/* A field that is typed twice: the second time, unseen of the first. */
static struct step
ask_again(struct move_state *state, size_t field)
{
	struct question *question =
	    arena_alloc(state->screen.arena, sizeof *question);

	state->confirmed = field;
	*question = (struct question){
		.title = words("move.again-title"),
		.text = sentence_of(state->screen.arena, "move.again-text",
		    state->sheet.form->fields[field].label, NULL),
		.buttons = {
			{ words("move.again-back"), 0 },
			{ words("move.again-go"), 0 },
		},
		.entry = words("move.again-label"),
		.entry_ceiling =
		    field_ceiling(&state->sheet.form->fields[field]),
	};
	return step_push(&question_screen, question);
}

static struct step
left_field(struct move_state *state, size_t left)
{
	const struct answer *answer = answers_at(state->sheet.answers, left);

	screen_hush(&state->screen);
	if (answer->severity != FINE)
		screen_say_fact(&state->screen, answer->severity == WRONG ?
		    NOTICE_ERROR : NOTICE_DOUBT, &answer->fact);
	if (state->sheet.form->fields[left].is_twice &&
	    *answer->stored != '\0' && !answer->is_confirmed)
		return ask_again(state, left);
	return step_stay();
}

/* The second typing; when it differs, the field is typed anew. */
static struct step
confirm(struct move_state *state, const struct outcome *outcome)
{
	struct fact fact = { 0 };

	if (outcome->code == 1 && outcome->text != NULL &&
	    answers_confirm(state->sheet.answers, state->confirmed,
	    outcome->text, strlen(outcome->text), state->context, &fact) !=
	    WRONG)
		return step_stay();
	if (outcome->code == 1)
		screen_say_fact(&state->screen, NOTICE_ERROR, &fact);
	sheet_go(&state->sheet, state->confirmed);
	return step_stay();
}

static struct step
move_key(struct screen *screen, const struct key *key)
{
	struct move_state *state = (struct move_state *)screen;
	size_t left = 0;

	if (!state->has_sheet || key->code == K_ESC)
		return step_unused();
	switch (sheet_key(&state->sheet, key, &left)) {
	case SHEET_IGNORED: return step_unused();
	case SHEET_LEFT:
		return left_field(state, left);
	case SHEET_REFUSED:
	case SHEET_TYPED:
	case SHEET_MOVED:
		break;
	}
	return step_stay();
}

enum { MOVE_SAVE = 1, MOVE_PICK };

static struct step
move_act(struct screen *screen, int action)
{
	struct move_state *state = (struct move_state *)screen;

	if (action == MOVE_SAVE)
		return do_move(state);
	if (!state->has_sheet)
		return step_unused();
	return field_pick_open(&state->pick, screen, &state->sheet);
}

static struct step
move_resume(struct screen *screen, const struct screen_ops *from,
    const struct outcome *outcome)
{
	struct move_state *state = (struct move_state *)screen;

	if (from == &question_screen)
		return confirm(state, outcome);
	if (from != &pick_screen)
		return step_stay();
	(void)field_pick_take(&state->pick, &state->sheet, outcome);
	return step_stay();
}

static enum key_context
move_context(const struct screen *screen)
{
	return ((const struct move_state *)screen)->has_sheet ? KEY_IN_TEXT :
								KEY_IN_LIST;
}

static void
move_frame(const struct screen *screen, struct arena *arena,
    struct frame *frame)
{
	const struct move_state *state = (const struct move_state *)screen;

	frame->trail = sentence_of(arena, "move.trail",
	    record_text(&state->application.record, APPLICATION_NUMBER),
	    state->option.move->label, NULL);
	frame->state = sentence_of(arena, "frame.back", NULL);
	frame->hint = state->has_sheet && sheet_field(&state->sheet)->hint !=
	    NULL ? sheet_field(&state->sheet)->hint : words("move.hint");
}

static const char *
move_help(const struct screen *screen, struct arena *arena,
    const char **ret_title)
{
	const struct move_state *state = (const struct move_state *)screen;

	if (!state->has_sheet)
		return NULL;
	return field_help(screen_desk(screen), sheet_field(&state->sheet),
	    arena, ret_title);
}

/* Who it is about, and everything that stands in the way. */
static void
paint_facts(const struct move_state *state, struct canvas *canvas, int row,
    struct area body)
{
	const struct refusals *refusals = state->option.refusals;
	scoped_arena arena = arena_new();

	canvas_put(canvas, row++, body.column + 2, FACE_STRONG,
	    arena_print(arena, "%s   %s / %s",
	    record_text(&state->application.record, APPLICATION_NUMBER),
	    record_text(&state->application.record, APPLICATION_NAME),
	    record_text(&state->application.record,
	    APPLICATION_COMPANY_NAME)));
	for (size_t i = 0; refusals != NULL && i < refusals->n; i++)
		canvas_put_in(canvas, row++, body.column + 2,
		    body.columns - 4, FACE_FIELD_DOUBT,
		    arena_print(arena, "%s  %s", refusals->list[i].clause,
		    sentence(arena, &refusals->list[i].fact)));
}

static void
move_paint(const struct screen *screen, struct canvas *canvas,
    struct area body)
{
	const struct move_state *state = (const struct move_state *)screen;
	int row = body.row;

	if (state->has_sheet) {
		const struct form *form = state->sheet.form;
		const struct field_place *last = &form->fields[0].place;

		for (size_t i = 0; i < form->n; i++)
			if (form->fields[i].place.row + form->fields[i].place
			    .lines > last->row + last->lines)
				last = &form->fields[i].place;
		sheet_paint(&state->sheet, canvas, body);
		paint_facts(state, canvas, row + last->row + last->lines + 1,
		    body);
		return;
	}
	canvas_put(canvas, row + 1, body.column + 2, FACE_TITLE,
	    state->option.move->label);
	canvas_cursor(canvas, row + 1, body.column + 2);
	paint_facts(state, canvas, row + 3, body);
}

static void
move_close(struct screen *screen)
{
	struct move_state *state = (struct move_state *)screen;

	field_pick_done(&state->pick);
	sheet_done(&state->sheet);
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
	.context = move_context,
	.open = move_open,
	.act = move_act,
	.key = move_key,
	.resume = move_resume,
	.frame = move_frame,
	.help = move_help,
	.paint = move_paint,
	.close = move_close,
};
