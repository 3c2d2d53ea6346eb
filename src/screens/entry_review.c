#include <string.h>

#include "desk/complaint_intake.h"
#include "desk/desk.h"
#include "domain/refusal.h"
#include "screens/app.h"
#include "screens/entry_review.h"
#include "screens/entry_page.h"
#include "screens/header.h"
#include "screens/screens.h"
#include "screens/words.h"

/*
 * One page before a complaint gets its number: the kind the standard gives it
 * and why, what is missing or doubtful, earlier cases, every value to be read
 * back. What is late is chosen here by a digit. Receiving happens only here.
 */
static struct complaint_intake
intake_of(const struct entry_review_state *state)
{
	return (struct complaint_intake){
		.id = state->arg.id,
		.answers = state->arg.answers,
		.box = state->arg.box,
		.kind = state->choice,
		.kind_reason = summary_reason(&state->summary, REASON_KIND),
		.late_reason = summary_reason(&state->summary, REASON_LATE),
		.doubt_reason = summary_reason(&state->summary,
		    REASON_DOUBT),
	};
}

/* Read the page anew, after something on it was decided. */
static enum fail
read_page(struct entry_review_state *state, struct err *err)
{
	const struct complaint_intake intake = intake_of(state);
	struct summary *summary = &state->summary;
	enum fail fail;

	fail = desk_complaint_review(screen_desk(&state->screen), &intake,
	    state->screen.arena, &state->review, err);
	if (fail)
		return fail;
	entry_review_lines(state);
	if (state->choice != NULL && strcmp(state->choice, "pengaduan") == 0)
		summary_ask(summary, REASON_KIND, "entry-review.kind-reason");
	if (state->review.wants_late_reason)
		summary_ask(summary, REASON_LATE, "review.late-reason");
	if (state->review.wants_doubt_reason)
		summary_ask(summary, REASON_DOUBT, "review.doubt-reason");
	/* The choice comes first, and reading back. */
	if ((state->review.kind.wants_choice && state->choice == NULL) ||
	    entry_review_wants_reading(state))
		summary->in_entries = false;
	return FAIL_NONE;
}

static enum fail
entry_review_open(struct screen *screen, const void *arg, struct err *err)
{
	struct entry_review_state *state = (struct entry_review_state *)screen;

	state->arg = *(const struct entry_review_arg *)arg;
	return read_page(state, err);
}

static void
read_or_say(struct entry_review_state *state)
{
	struct err err = { 0 };

	if (read_page(state, &err))
		screen_say_err(&state->screen, &err);
}

/* Where a refusal of the desk leads: back to a field, or it stays here. */
static struct step
refused(struct entry_review_state *state, const struct refusals *refusals,
    const struct err *err)
{
	const struct form *form = answers_form(state->arg.answers);

	screen_say_err(&state->screen, err);
	for (size_t i = 0; i < refusals->n; i++)
		if (*refusals->list[i].field != '\0' &&
		    !entry_review_has(state, refusals->list[i].field) &&
		    form_field(form, refusals->list[i].field) != FIELD_ABSENT)
			return step_done(ENTRY_GO, refusals->list[i].field);
	return step_stay();
}

static struct step
receive(struct entry_review_state *state)
{
	const struct complaint_intake intake = intake_of(state);
	struct refusals refusals = { .arena = state->screen.arena };
	struct received received = { 0 };
	struct err err = { 0 };

	if (desk_complaint_receive(screen_desk(&state->screen), &intake,
	    &refusals, &received, &err))
		return refused(state, &refusals, &err);
	screen_say(&state->screen, NOTICE_INFO, "entry-review.received",
	    received.number, NULL);
	return step_done(ENTRY_RECEIVED, NULL);
}

enum { ENTRY_REVIEW_SAVE = 1, ENTRY_REVIEW_READ };

static struct step
entry_review_act(struct screen *screen, int action)
{
	struct entry_review_state *state = (struct entry_review_state *)screen;
	struct answers *answers = state->arg.answers;
	int field = form_field(answers_form(answers), "read_back");

	if (action == ENTRY_REVIEW_SAVE)
		return receive(state);
	if (field != FIELD_ABSENT) {
		answers_put(answers, (size_t)field, "Y", state->arg.context);
		read_or_say(state);
		screen_say(screen, NOTICE_INFO, "entry-review.was-read",
		    NULL);
	}
	return step_stay();
}

/* A digit chooses what a late complaint is treated as. */
static bool
choose_kind(struct entry_review_state *state, const struct key *key)
{
	if (!state->review.kind.wants_choice || state->summary.in_entries ||
	    key->code != K_TEXT || key->text[0] < '1' ||
	    key->text[0] > '0' + TREATED_N || key->text[1] != '\0')
		return false;
	state->choice = treated_as(key->text[0] - '1');
	read_or_say(state);
	return true;
}

static struct step
entry_review_key(struct screen *screen, const struct key *key)
{
	struct entry_review_state *state = (struct entry_review_state *)screen;

	if (choose_kind(state, key))
		return step_stay();
	return summary_key(&state->summary, key, ENTRY_GO);
}

static uint64_t
entry_review_may(const struct screen *screen)
{
	const struct entry_review_state *state =
	    (const struct entry_review_state *)screen;

	if (entry_review_wants_reading(state))
		return KEYMAP_ALL;
	return KEYMAP_ALL & ~(UINT64_C(1) << ENTRY_REVIEW_READ);
}

static enum key_context
entry_review_context(const struct screen *screen)
{
	const struct entry_review_state *state =
	    (const struct entry_review_state *)screen;

	return state->summary.in_entries ? KEY_IN_TEXT : KEY_IN_LIST;
}

static void
entry_review_frame(const struct screen *screen, struct arena *arena,
    struct frame *frame)
{
	const struct entry_review_state *state =
	    (const struct entry_review_state *)screen;
	const struct complaint_review *review = &state->review;

	frame->trail = sentence_of(arena, "entry-review.trail", NULL);
	frame->state = sentence_of(arena, "frame.back", NULL);
	if (summary_hint(&state->summary) != NULL)
		frame->hint = words(summary_hint(&state->summary));
	else if (review->kind.wants_choice && state->choice == NULL)
		frame->hint = words("entry-review.choose-hint");
	else if (entry_review_wants_reading(state))
		frame->hint = words("entry-review.read-hint");
	else
		frame->hint = words(review->may_receive ?
		    "entry-review.hint" : "entry-review.blocked-hint");
}

static void
entry_review_paint(const struct screen *screen, struct canvas *canvas,
    struct area body)
{
	summary_paint(&((const struct entry_review_state *)screen)->summary,
	    canvas, body);
}

static void
entry_review_close(struct screen *screen)
{
	summary_done(&((struct entry_review_state *)screen)->summary);
}

static const struct key_binding entry_review_bindings[] = {
	{ K_F1, 0, 0, "legend.help", NULL },
	{ K_F2, 0, ENTRY_REVIEW_SAVE, "legend.receive",
	    "entry-review.key-save" },
	{ K_TEXT, 'B', ENTRY_REVIEW_READ, "legend.was-read",
	    "entry-review.key-read" },
};
static const struct keymap entry_review_keymap = { entry_review_bindings,
	array_length(entry_review_bindings) };

const struct screen_ops entry_review_screen = {
	.name = "entry-review",
	.size = sizeof(struct entry_review_state),
	.keymap = &entry_review_keymap,
	.context = entry_review_context,
	.may = entry_review_may,
	.open = entry_review_open,
	.act = entry_review_act,
	.key = entry_review_key,
	.frame = entry_review_frame,
	.paint = entry_review_paint,
	.close = entry_review_close,
};
