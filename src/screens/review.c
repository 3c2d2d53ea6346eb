#include <string.h>

#include "desk/assets.h"
#include "desk/desk.h"
#include "desk/session.h"
#include "domain/refusal.h"
#include "screens/app.h"
#include "screens/header.h"
#include "screens/question.h"
#include "screens/review_state.h"
#include "screens/screens.h"
#include "screens/words.h"

/*
 * One page before the file gets its number: what is missing, wrong or
 * doubtful, what is open already, the date that would be promised. Receiving
 * happens only from here.
 */
static enum fail
review_open(struct screen *screen, const void *arg, struct err *err)
{
	struct review_state *state = (struct review_state *)screen;
	const struct review *review = &state->review;
	enum fail fail;

	state->arg = *(const struct review_arg *)arg;
	fail = desk_review(screen_desk(screen), &state->arg.id,
	    state->arg.answers, screen->arena, &state->review, err);
	if (fail)
		return fail;
	review_make_lines(state);
	if (review->wants_late_reason)
		summary_ask(&state->summary, REASON_LATE,
		    "review.late-reason");
	if (review->wants_doubt_reason)
		summary_ask(&state->summary, REASON_DOUBT,
		    "review.doubt-reason");
	if (review->wants_duplicate_reason)
		summary_ask(&state->summary, REASON_DUPLICATE,
		    "review.duplicate-reason");
	return FAIL_NONE;
}

/* Where a refusal of the desk leads: back to a field, or to a reason. */
static struct step
refused(struct review_state *state, const struct refusals *refusals,
    const struct err *err)
{
	screen_say_err(&state->screen, err);
	if (refusals->n > 0 && *refusals->list[0].field != '\0' &&
	    form_field(answers_form(state->arg.answers),
	    refusals->list[0].field) != FIELD_ABSENT)
		return step_done(REVIEW_GO, refusals->list[0].field);
	return step_stay();
}

static struct step
receive(struct review_state *state)
{
	const struct intake intake = {
		.id = state->arg.id,
		.answers = state->arg.answers,
		.person = state->choice,
		.company = state->choice,
		.late_reason = summary_reason(&state->summary, REASON_LATE),
		.doubt_reason = summary_reason(&state->summary, REASON_DOUBT),
		.duplicate_reason =
		    summary_reason(&state->summary, REASON_DUPLICATE),
	};
	struct refusals refusals = { .arena = state->screen.arena };
	struct received received = { 0 };
	struct desk *desk = screen_desk(&state->screen);
	struct err err = { 0 };
	enum fail fail;

	fail = state->review.is_consultation ?
	    desk_consult(desk, &intake, &refusals, &received, &err) :
	    desk_receive(desk, &intake, &refusals, &received, &err);
	if (fail)
		return refused(state, &refusals, &err);
	if (state->review.is_consultation)
		screen_say(&state->screen, NOTICE_INFO, "review.consulted",
		    NULL);
	else
		screen_say(&state->screen, NOTICE_INFO, "review.received",
		    received.number, NULL);
	return step_done(REVIEW_RECEIVED, NULL);
}

static struct step
ask_register(struct review_state *state)
{
	struct question *question =
	    arena_alloc(state->screen.arena, sizeof *question);

	*question = (struct question){
		.title = words("review.register-title"),
		.text = words("review.register-text"),
		.buttons = {
			{ words("review.register-back"), 'L' },
			{ words("review.register-keep"), 'B' },
			{ words("review.register-update"), 'P' },
		},
	};
	return step_push(&question_screen, question);
}

enum { REVIEW_SAVE = 1 };

static struct step
review_act(struct screen *screen, int action)
{
	struct review_state *state = (struct review_state *)screen;

	(void)action;
	if (state->n_differences > 0 && !state->has_chosen &&
	    state->review.may_receive)
		return ask_register(state);
	return receive(state);
}

static struct step
review_resume(struct screen *screen, const struct screen_ops *from,
    const struct outcome *outcome)
{
	struct review_state *state = (struct review_state *)screen;

	(void)from;
	if (outcome->code == 0)
		return step_stay();
	state->has_chosen = true;
	state->choice = outcome->code == 2 ? REGISTER_UPDATE : REGISTER_KEEP;
	return receive(state);
}

static struct step
review_key(struct screen *screen, const struct key *key)
{
	return summary_key(&((struct review_state *)screen)->summary, key,
	    REVIEW_GO);
}

static enum key_context
review_context(const struct screen *screen)
{
	return ((const struct review_state *)screen)->summary.in_entries ?
	    KEY_IN_TEXT : KEY_IN_LIST;
}

static void
review_frame(const struct screen *screen, struct arena *arena,
    struct frame *frame)
{
	const struct review_state *state =
	    (const struct review_state *)screen;

	frame->trail = sentence_of(arena, "review.trail", NULL);
	frame->state = sentence_of(arena, "frame.back", NULL);
	if (summary_hint(&state->summary) != NULL)
		frame->hint = words(summary_hint(&state->summary));
	else if (state->review.is_consultation)
		frame->hint = words("review.consultation-hint");
	else
		frame->hint = words(state->review.may_receive ?
		    "review.hint" : "review.blocked-hint");
}

static void
paint_promise(const struct review_state *state, struct canvas *canvas,
    int row, struct area body)
{
	scoped_arena arena = arena_new();

	if (date_is_none(state->review.due.date))
		return;
	canvas_put(canvas, row, body.column + 2, FACE_STRONG,
	    sentence_of(arena, "review.promise",
	    long_day_text(arena, state->review.due.date),
	    state->review.due.is_provisional ? words("date.provisional") : "",
	    NULL));
}

static void
review_paint(const struct screen *screen, struct canvas *canvas,
    struct area body)
{
	const struct review_state *state =
	    (const struct review_state *)screen;
	struct area page = { body.row, body.column, body.rows - 1,
		body.columns };

	summary_paint(&state->summary, canvas, page);
	paint_promise(state, canvas, body.row + body.rows - 1, body);
}

static void
review_close(struct screen *screen)
{
	summary_done(&((struct review_state *)screen)->summary);
}

static const struct key_binding review_bindings[] = {
	{ K_F1, 0, 0, "legend.help", NULL },
	{ K_F2, 0, REVIEW_SAVE, "legend.receive", "review.key-save" },
};
static const struct keymap review_keymap = { review_bindings,
	array_length(review_bindings) };

const struct screen_ops review_screen = {
	.name = "review",
	.size = sizeof(struct review_state),
	.keymap = &review_keymap,
	.context = review_context,
	.open = review_open,
	.act = review_act,
	.key = review_key,
	.resume = review_resume,
	.frame = review_frame,
	.paint = review_paint,
	.close = review_close,
};
