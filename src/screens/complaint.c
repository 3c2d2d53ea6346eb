#include <string.h>

#include "base/text.h"
#include "desk/desk.h"
#include "desk/session.h"
#include "domain/life.h"
#include "domain/refusal.h"
#include "screens/app.h"
#include "screens/book_arg.h"
#include "screens/complaint_state.h"
#include "screens/header.h"
#include "screens/list_row.h"
#include "screens/pick.h"
#include "screens/question.h"
#include "screens/screens.h"
#include "screens/words.h"

/*
 * One complaint: what was stated, its clock, what the office made of it, its
 * steps. F8 offers all that can be done; what is blocked says by which clause.
 * Who complains in confidence is opened with a reason, and only until the page
 * is read again.
 */
enum { ACTS_ROWS = 12, LABEL_MAX = 4096 };

/* What can be done now, what is done, what is blocked. */
static int
rank_of(const struct complaint_option *option)
{
	if (!option->is_allowed)
		return 2;
	return option->is_done ? 1 : 0;
}

/* In this order, and within it in that of the standard. */
static void
sort_options(struct complaint_state *state)
{
	size_t n = state->n_options, at = 0;
	struct complaint_option *sorted =
	    arena_array(state->arena, n, sizeof *sorted);

	for (int rank = 0; rank <= 2; rank++)
		for (size_t i = 0; i < n; i++)
			if (rank_of(&state->options[i]) == rank)
				sorted[at++] = state->options[i];
	state->options = sorted;
	state->shown = arena_array(state->arena, n, sizeof *state->shown);
}

static enum fail
read_again(struct complaint_state *state, struct err *err)
{
	struct desk *desk = screen_desk(&state->screen);
	struct arena *arena = arena_new();
	struct complaint complaint = { 0 };
	size_t top = state->pager.top;
	enum fail fail;

	fail = desk_complaint(desk, &state->id, arena, &complaint, err);
	if (!fail)
		fail = desk_complaint_options(desk, &state->id, arena,
		    &state->options, &state->n_options, err);
	if (fail) {
		arena_free(arena);
		return fail;
	}
	arena_free(state->arena);
	arena_free(state->people.arena);
	state->people = (struct complaint_people){ 0 };
	state->arena = arena;
	state->complaint = complaint;
	sort_options(state);
	complaint_make_lines(state);
	state->pager.top = top;
	return FAIL_NONE;
}

static void
read_or_say(struct complaint_state *state)
{
	struct err err = { 0 };

	if (read_again(state, &err))
		screen_say_err(&state->screen, &err);
}

static enum fail
complaint_open(struct screen *screen, const void *arg, struct err *err)
{
	struct complaint_state *state = (struct complaint_state *)screen;
	const struct complaint_arg *complaint = arg;

	state->id = complaint->id;
	state->acts = complaint->acts;
	return read_again(state, err);
}

/* The acts whose label holds what was typed. */
static size_t
options_n(void *context, const char *typed)
{
	struct complaint_state *state = context;
	scoped_buf want;

	buf_init(&want, LABEL_MAX);
	text_fold(typed, false, &want);
	state->n_shown = 0;
	for (size_t i = 0; i < state->n_options; i++) {
		scoped_buf label;

		buf_init(&label, LABEL_MAX);
		text_fold(state->options[i].label, false, &label);
		if (want.size == 0 || strstr(label.text, want.text) != NULL)
			state->shown[state->n_shown++] = i;
	}
	return state->n_shown;
}

/* An act, and in the note whether it is done, or not possible yet. */
static struct choice_row
options_row(void *context, size_t i)
{
	const struct complaint_state *state = context;
	const struct complaint_option *option =
	    &state->options[state->shown[i]];
	const char *note = NULL;

	if (!option->is_allowed)
		note = words("case.blocked");
	else if (option->is_done)
		note = words("detail.done");
	return (struct choice_row){ "", option->label, note };
}

static struct step
ask_act(struct complaint_state *state)
{
	struct pick *pick = arena_alloc(state->screen.arena, sizeof *pick);

	if (state->n_options == 0) {
		screen_say(&state->screen, NOTICE_INFO, "detail.no-act",
		    NULL);
		return step_stay();
	}
	state->picks_paper = false;
	*pick = (struct pick){
		.source = { options_n, options_row, state },
		.title = words("detail.act-title"),
		.has_digits = true,
		.columns = 64,
		.rows = ACTS_ROWS,
	};
	return step_push(&pick_screen, pick);
}

static struct step
complaint_begin(struct screen *screen)
{
	struct complaint_state *state = (struct complaint_state *)screen;

	return state->acts ? ask_act(state) : step_stay();
}

/*
 * What is blocked by one thing says it with its clause; by several, or by one
 * that another step mends, opens the list of them.
 */
static struct step
chosen_act(struct complaint_state *state,
    const struct complaint_option *option)
{
	struct arena *arena = state->screen.arena;
	const struct refusals *refusals = option->refusals;
	struct complaint_act_arg *arg;

	screen_hush(&state->screen);
	if (option->is_pair && option->is_allowed)
		return step_push(&merge_screen, &state->id);
	if (!option->is_allowed && refusals->n == 1 &&
	    *refusals->list[0].item == '\0') {
		screen_say_fact(&state->screen, NOTICE_ERROR,
		    &refusals->list[0].fact);
		return step_stay();
	}
	arg = arena_alloc(arena, sizeof *arg);
	*arg = (struct complaint_act_arg){ .id = state->id,
		.act = arena_text(arena, option->name) };
	return step_push(option->is_allowed ? &complaint_act_screen :
	    &duties_screen, arg);
}

static struct step
complaint_resume(struct screen *screen, const struct screen_ops *from,
    const struct outcome *outcome)
{
	struct complaint_state *state = (struct complaint_state *)screen;

	if (from == &pick_screen && outcome->code > 0 && state->picks_paper)
		return complaint_print(state,
		    complaint_papers[outcome->code - 1]);
	if (from == &pick_screen && outcome->code > 0)
		return chosen_act(state,
		    &state->options[state->shown[outcome->code - 1]]);
	if (from == &question_screen && outcome->code == 1)
		complaint_reveal(state, outcome->text);
	else if (from != &pick_screen && from != &question_screen)
		read_or_say(state);
	if (from == &complaint_act_screen &&
	    outcome->code == COMPLAINT_ACT_DONE && outcome->text != NULL &&
	    *outcome->text != '\0')
		return complaint_print(state, outcome->text);
	return step_stay();
}

enum {
	COMPLAINT_CLAUSE = 1, COMPLAINT_AGAIN, COMPLAINT_LEDGER,
	COMPLAINT_HISTORY, COMPLAINT_ACT, COMPLAINT_REVEAL, COMPLAINT_EDIT,
	COMPLAINT_PRINT,
};

static struct step
complaint_act(struct screen *screen, int action)
{
	struct complaint_state *state = (struct complaint_state *)screen;

	screen_hush(screen);
	switch (action) {
	case COMPLAINT_CLAUSE: return step_push(&standard_screen, "32/6");
	case COMPLAINT_AGAIN:
		read_or_say(state);
		break;
	case COMPLAINT_LEDGER: return step_push(&ledger_screen, &state->id);
	case COMPLAINT_HISTORY: return step_push(&history_screen, &state->id);
	case COMPLAINT_ACT: return ask_act(state);
	case COMPLAINT_PRINT: return complaint_ask_paper(state);
	case COMPLAINT_EDIT:
		return step_push(&complaint_edit_screen, &state->id);
	case COMPLAINT_REVEAL: return complaint_ask_reveal(state);
	}
	return step_stay();
}

static uint64_t
complaint_may(const struct screen *screen)
{
	const struct complaint_state *state =
	    (const struct complaint_state *)screen;

	if (state->complaint.is_confidential && state->complaint.may_reveal)
		return KEYMAP_ALL;
	return KEYMAP_ALL & ~(UINT64_C(1) << COMPLAINT_REVEAL);
}

static struct step
complaint_key(struct screen *screen, const struct key *key)
{
	struct complaint_state *state = (struct complaint_state *)screen;
	int rows = frame_body(screen->app->canvas).rows - 4;

	return pager_key(&state->pager, key, rows) ? step_stay() :
						     step_unused();
}

static void
complaint_frame(const struct screen *screen, struct arena *arena,
    struct frame *frame)
{
	const struct complaint_state *state =
	    (const struct complaint_state *)screen;

	frame->trail = sentence_of(arena, "detail.trail",
	    record_text(&state->complaint.record, COMPLAINT_NUMBER), NULL);
	frame->state = sentence_of(arena, "frame.back", NULL);
	frame->hint = words("detail.hint");
}

/* Its matter and state; when it came, and until when it is answered. */
static void
complaint_paint(const struct screen *screen, struct canvas *canvas,
    struct area body)
{
	const struct complaint_state *state =
	    (const struct complaint_state *)screen;
	const struct complaint *complaint = &state->complaint;
	const struct record *record = &complaint->record;
	const struct status *status = complaint->status;
	struct area below = { body.row + 3, body.column + 2, body.rows - 3,
		body.columns - 3 };
	scoped_arena arena = arena_new();
	const char *label = status->state == NULL ? "" : status->state->label;

	canvas_put_in(canvas, body.row, body.column + 2, body.columns - 28,
	    FACE_STRONG, *record_text(record, COMPLAINT_OBJECT) == '\0' ?
	    words("detail.no-object") :
	    record_text(record, COMPLAINT_OBJECT));
	canvas_put_right(canvas, body.row, body.columns - 26, 25,
	    status->is_divided ? FACE_FIELD_ERROR : FACE_STRONG,
	    status->is_divided ? words("case.divided") : label);
	canvas_put(canvas, body.row + 1, body.column + 2, FACE_QUIET,
	    sentence_of(arena, date_is_none(complaint->clock.due.date) ?
	    "detail.head-no-due" : "detail.head",
	    stored_day(arena, record_text(record, COMPLAINT_RECEIVED_DATE)),
	    day_text(arena, complaint->clock.due.date),
	    list_row_left(arena, complaint->clock.due,
	    complaint->clock.stopped, complaint->clock.left), NULL));
	pager_paint(&state->pager, canvas, below);
}

static void
complaint_close(struct screen *screen)
{
	struct complaint_state *state = (struct complaint_state *)screen;

	arena_free(state->people.arena);
	arena_free(state->arena);
}

static const struct key_binding complaint_bindings[] = {
	{ K_F1, 0, 0, "legend.help", NULL },
	{ K_F4, 0, COMPLAINT_CLAUSE, "legend.standard", "case.key-standard" },
	{ K_F5, 0, COMPLAINT_AGAIN, "legend.refresh", "case.key-refresh" },
	{ K_TEXT, 'B', COMPLAINT_REVEAL, "legend.reveal",
	    "detail.key-reveal" },
	{ K_TEXT, 'U', COMPLAINT_EDIT, "legend.edit", "detail.key-edit" },
	{ K_TEXT, 'H', COMPLAINT_LEDGER, "legend.ledger", "case.key-ledger" },
	{ K_TEXT, 'R', COMPLAINT_HISTORY, "legend.history",
	    "case.key-history" },
	{ K_F8, 0, COMPLAINT_ACT, "legend.act", "detail.key-act" },
	{ K_F9, 0, COMPLAINT_PRINT, "legend.print", "detail.key-print" },
	{ K_F10, 0, 0, "legend.menu", NULL },
};
static const struct keymap complaint_keymap = { complaint_bindings,
	array_length(complaint_bindings) };

const struct screen_ops complaint_screen = {
	.name = "complaint",
	.size = sizeof(struct complaint_state),
	.keymap = &complaint_keymap,
	.may = complaint_may,
	.open = complaint_open,
	.begin = complaint_begin,
	.act = complaint_act,
	.key = complaint_key,
	.resume = complaint_resume,
	.frame = complaint_frame,
	.keep = complaint_conceal,
	.paint = complaint_paint,
	.close = complaint_close,
};
