#include <string.h>

#include "desk/desk.h"
#include "desk/session.h"
#include "domain/life.h"
#include "domain/refusal.h"
#include "screens/app.h"
#include "screens/application_state.h"
#include "screens/header.h"
#include "screens/move_arg.h"
#include "screens/pick.h"
#include "screens/print_arg.h"
#include "screens/screens.h"
#include "screens/words.h"

/*
 * One application: what was stated, its clock, its steps. F8 offers the steps
 * that are possible, and for the others what blocks them.
 */
static const char *const papers[] = { "receipt", "deficiency", "handover" };
static const char *const paper_words[] = { "paper.receipt",
	"paper.deficiency", "paper.handover" };

static enum fail
read_again(struct case_state *state, struct err *err)
{
	struct arena *arena = arena_new();
	struct application application = { 0 };
	size_t top = state->pager.top;
	enum fail fail;

	fail = desk_application(screen_desk(&state->screen), &state->id,
	    arena, &application, err);
	if (!fail)
		fail = desk_moves(screen_desk(&state->screen), &state->id,
		    arena, &state->options, &state->n_options, err);
	if (fail) {
		arena_free(arena);
		return fail;
	}
	arena_free(state->arena);
	state->arena = arena;
	state->application = application;
	application_make_lines(state);
	state->pager.top = top;
	return FAIL_NONE;
}

static enum fail
case_open(struct screen *screen, const void *arg, struct err *err)
{
	struct case_state *state = (struct case_state *)screen;

	state->id = *(const struct id *)arg;
	return read_again(state, err);
}

static size_t
options_n(void *context, const char *typed)
{
	(void)typed;
	return ((struct case_state *)context)->n_options;
}

/* A move, and in the note why it is not possible. */
static struct choice_row
options_row(void *context, size_t i)
{
	const struct case_state *state = context;
	const struct move_option *option = &state->options[i];
	const char *note = NULL;

	if (!option->is_allowed && option->refusals->n > 0)
		note = words("case.blocked");
	return (struct choice_row){ "", option->move->label, note };
}

static size_t
papers_n(void *context, const char *typed)
{
	(void)context;
	(void)typed;
	return array_length(papers);
}

static struct choice_row
papers_row(void *context, size_t i)
{
	(void)context;
	return (struct choice_row){ "", words(paper_words[i]), NULL };
}

static struct step
ask_move(struct case_state *state)
{
	struct pick *pick = arena_alloc(state->screen.arena, sizeof *pick);

	if (state->n_options == 0) {
		screen_say(&state->screen, NOTICE_INFO, "case.no-move",
		    NULL);
		return step_stay();
	}
	state->picks_paper = false;
	*pick = (struct pick){
		.source = { options_n, options_row, state },
		.title = words("case.move-title"),
		.has_digits = true,
		.columns = 64,
	};
	return step_push(&pick_screen, pick);
}

static struct step
ask_paper(struct case_state *state)
{
	struct pick *pick = arena_alloc(state->screen.arena, sizeof *pick);

	state->picks_paper = true;
	*pick = (struct pick){
		.source = { papers_n, papers_row, state },
		.title = words("case.paper-title"),
		.has_digits = true,
		.columns = 48,
	};
	return step_push(&pick_screen, pick);
}

static struct step
print_paper(struct case_state *state, const char *paper)
{
	struct print_arg *arg = arena_alloc(state->screen.arena, sizeof *arg);

	*arg = (struct print_arg){ .id = state->id,
		.paper = arena_text(state->screen.arena, paper) };
	return step_push(&print_screen, arg);
}

/* A blocked move says everything that blocks it, and stays. */
static struct step
chosen_move(struct case_state *state, size_t i)
{
	const struct move_option *option = &state->options[i];
	struct move_arg *arg;

	if (!option->is_allowed && option->refusals->n > 0) {
		screen_say_fact(&state->screen, NOTICE_ERROR,
		    &option->refusals->list[0].fact);
		if (strcmp(option->move->name, "complete") != 0)
			return step_stay();
		return step_push(&checklist_screen, &state->id);
	}
	arg = arena_alloc(state->screen.arena, sizeof *arg);
	*arg = (struct move_arg){ state->id,
		arena_text(state->screen.arena, option->move->name) };
	return step_push(&move_screen, arg);
}

static struct step
case_resume(struct screen *screen, const struct screen_ops *from,
    const struct outcome *outcome)
{
	struct case_state *state = (struct case_state *)screen;
	struct err err = { 0 };

	if (from == &pick_screen && outcome->code > 0)
		return state->picks_paper ?
		    print_paper(state, papers[outcome->code - 1]) :
		    chosen_move(state, (size_t)outcome->code - 1);
	if (from == &pick_screen)
		return step_stay();
	if (read_again(state, &err))
		screen_say_err(screen, &err);
	if (from == &move_screen && outcome->code == MOVE_DONE &&
	    outcome->text != NULL && *outcome->text != '\0')
		return print_paper(state, outcome->text);
	return step_stay();
}

enum {
	CASE_CLAUSE = 1, CASE_AGAIN, CASE_LEDGER, CASE_HISTORY, CASE_MOVE,
	CASE_PRINT, CASE_CHECKLIST, CASE_EDIT,
};

static struct step
case_act(struct screen *screen, int action)
{
	struct case_state *state = (struct case_state *)screen;
	struct err err = { 0 };

	screen_hush(screen);
	switch (action) {
	case CASE_CLAUSE: return step_push(&standard_screen, NULL);
	case CASE_AGAIN:
		if (read_again(state, &err))
			screen_say_err(screen, &err);
		break;
	case CASE_LEDGER: return step_push(&ledger_screen, &state->id);
	case CASE_HISTORY: return step_push(&history_screen, &state->id);
	case CASE_MOVE: return ask_move(state);
	case CASE_PRINT: return ask_paper(state);
	case CASE_CHECKLIST: return step_push(&checklist_screen, &state->id);
	case CASE_EDIT:
		return step_push(&application_edit_screen, &state->id);
	}
	return step_stay();
}

static struct step
case_key(struct screen *screen, const struct key *key)
{
	struct case_state *state = (struct case_state *)screen;
	int rows = frame_body(screen->app->canvas).rows - 4;

	return pager_key(&state->pager, key, rows) ? step_stay() :
						     step_unused();
}

static void
case_frame(const struct screen *screen, struct arena *arena,
    struct frame *frame)
{
	const struct case_state *state = (const struct case_state *)screen;
	const char *number =
	    record_text(&state->application.record, APPLICATION_NUMBER);

	frame->trail = sentence_of(arena, "case.trail", *number == '\0' ?
	    words("list.no-number") : number, NULL);
	frame->state = sentence_of(arena, "frame.back", NULL);
	frame->hint = sentence_of(arena, "case.hint", NULL);
}

static void
case_paint(const struct screen *screen, struct canvas *canvas,
    struct area body)
{
	const struct case_state *state = (const struct case_state *)screen;
	const struct record *record = &state->application.record;
	const struct status *status = state->application.status;
	struct area below = { body.row + 3, body.column + 2, body.rows - 3,
		body.columns - 3 };
	scoped_arena arena = arena_new();
	const char *label =
	    status->state == NULL ? "" : status->state->label;

	canvas_put_in(canvas, body.row, body.column + 2, body.columns - 26,
	    FACE_STRONG, arena_print(arena, "%s / %s",
	    record_text(record, APPLICATION_COMPANY_NAME),
	    record_text(record, APPLICATION_NAME)));
	canvas_put_right(canvas, body.row, body.columns - 24, 23,
	    status->is_divided ? FACE_FIELD_ERROR : FACE_STRONG,
	    status->is_divided ? words("case.divided") : label);
	canvas_put(canvas, body.row + 1, body.column + 2, FACE_QUIET,
	    sentence_of(arena, "case.received", stored_day(arena,
	    record_text(record, APPLICATION_RECEIVED_DATE)),
	    record_text(record, APPLICATION_NIB),
	    record_text(record, APPLICATION_KBLI), NULL));
	pager_paint(&state->pager, canvas, below);
}

static void
case_close(struct screen *screen)
{
	arena_free(((struct case_state *)screen)->arena);
}

static const struct key_binding case_bindings[] = {
	{ K_F1, 0, 0, "legend.help", NULL },
	{ K_F4, 0, CASE_CLAUSE, "legend.standard", "case.key-standard" },
	/* Without a place in the legend, which is full: it is in the help. */
	{ K_F5, 0, CASE_AGAIN, NULL, "case.key-refresh" },
	{ K_TEXT, 'C', CASE_CHECKLIST, "legend.check", "case.key-checklist" },
	{ K_TEXT, 'U', CASE_EDIT, "legend.edit", "detail.key-edit" },
	{ K_TEXT, 'H', CASE_LEDGER, "legend.ledger", "case.key-ledger" },
	{ K_TEXT, 'R', CASE_HISTORY, "legend.history", "case.key-history" },
	{ K_F8, 0, CASE_MOVE, "legend.act", "case.key-move" },
	{ K_F9, 0, CASE_PRINT, "legend.print", "case.key-print" },
	{ K_F10, 0, 0, "legend.menu", NULL },
};
static const struct keymap case_keymap = { case_bindings,
	array_length(case_bindings) };

const struct screen_ops application_screen = {
	.name = "application",
	.size = sizeof(struct case_state),
	.keymap = &case_keymap,
	.open = case_open,
	.act = case_act,
	.key = case_key,
	.resume = case_resume,
	.frame = case_frame,
	.paint = case_paint,
	.close = case_close,
};
