#include <string.h>

#include "desk/checklist.h"
#include "desk/desk.h"
#include "desk/session.h"
#include "domain/life.h"
#include "domain/process_clock.h"
#include "domain/standard.h"
#include "screens/app.h"
#include "screens/checklist_state.h"
#include "screens/header.h"
#include "screens/move_arg.h"
#include "screens/print_arg.h"
#include "screens/question.h"
#include "screens/screens.h"
#include "screens/words.h"

/*
 * Verification of the documents: one letter sets a result and moves on. Each
 * result is saved at once, so nothing here can be lost. A result that needs a
 * note asks for it first.
 */
enum { NOTE_MAX = 400 };

static const struct checklist_row *
selected_row(const struct checklist_state *state)
{
	return &state->application.checklist->rows[state->selected];
}

static enum fail
read_again(struct checklist_state *state, struct err *err)
{
	struct arena *arena = arena_new();
	struct application application = { 0 };
	enum fail fail;

	fail = desk_application(screen_desk(&state->screen), &state->id,
	    arena, &application, err);
	if (fail) {
		arena_free(arena);
		return fail;
	}
	arena_free(state->arena);
	state->arena = arena;
	state->application = application;
	return FAIL_NONE;
}

/* The first requirement that is still open, or the first one. */
static void
go_to_open(struct checklist_state *state)
{
	const struct checklist *checklist = state->application.checklist;

	for (size_t i = 0; i < checklist->n; i++)
		if (checklist->rows[i].result == CHECK_OPEN) {
			state->selected = i;
			return;
		}
}

static enum fail
checklist_open(struct screen *screen, const void *arg, struct err *err)
{
	struct checklist_state *state = (struct checklist_state *)screen;
	enum fail fail;

	state->id = *(const struct id *)arg;
	fail = read_again(state, err);
	if (!fail)
		go_to_open(state);
	return fail;
}

static void
step_down(struct checklist_state *state)
{
	const struct checklist *checklist = state->application.checklist;

	do {
		if (state->selected + 1 >= checklist->n)
			return;
		state->selected++;
	} while (selected_row(state)->requirement->stage ==
	    STAGE_AFTER_ISSUE);
}

static void
say_doubt(struct checklist_state *state)
{
	struct fact fact = { 0 };

	if (checklist_doubt(state->application.checklist, &fact))
		screen_say_fact(&state->screen, NOTICE_DOUBT, &fact);
}

/* Save one result, read again, go on. */
static bool
set_result(struct checklist_state *state, enum check_result result,
    const char *note, const char *document)
{
	const struct check check = {
		.application = state->id,
		.clause = selected_row(state)->requirement->clause,
		.result = check_result_text(result),
		.note = note,
		.document = document,
	};
	struct err err = { 0 };

	if (desk_check(screen_desk(&state->screen), &check, &err) ||
	    read_again(state, &err)) {
		screen_say_err(&state->screen, &err);
		return false;
	}
	screen_hush(&state->screen);
	return true;
}

static struct step
ask(struct checklist_state *state, const char *label)
{
	struct question *question =
	    arena_alloc(state->screen.arena, sizeof *question);
	const struct requirement *requirement =
	    selected_row(state)->requirement;

	*question = (struct question){
		.title = sentence_of(state->screen.arena, "checklist.note",
		    requirement->mark, NULL),
		.text = requirement->text,
		.buttons = {
			{ words("checklist.note-back"), 0 },
			{ words("checklist.note-save"), 0 },
		},
		.entry = words(label),
		.entry_ceiling = NOTE_MAX,
	};
	return step_push(&question_screen, question);
}

static struct step
ask_note(struct checklist_state *state, enum check_result result)
{
	state->asked = result;
	state->asks_document = false;
	return ask(state, "checklist.note-label");
}

enum {
	CHECK_B = 1, CHECK_K, CHECK_T, CHECK_N, CHECK_CLEAR, CHECK_NOTE_KEY,
	CHECK_DOCUMENT_KEY, CHECK_CLAUSE_KEY, CHECK_AGAIN, CHECK_NEXT,
	CHECK_PRINT, CHECK_CASE,
};

static struct step
move_to(struct checklist_state *state, const char *move)
{
	struct move_arg *arg = arena_alloc(state->screen.arena, sizeof *arg);

	*arg = (struct move_arg){ state->id, move };
	return step_push(&move_screen, arg);
}

/* F8: complete when it is; else return what was found wrong. */
static struct step
next_step(struct checklist_state *state)
{
	const struct checklist *checklist = state->application.checklist;
	scoped_arena arena = arena_new();
	struct refusals blocking = { .arena = arena };

	if (checklist_is_complete(checklist))
		return move_to(state, "complete");
	if (checklist->open == 0)
		return move_to(state, "return");
	checklist_blocking(checklist, &blocking);
	go_to_open(state);
	screen_say(&state->screen, NOTICE_ERROR, "checklist.still-open",
	    arena_print(arena, "%d", checklist->open),
	    selected_row(state)->requirement->mark, NULL);
	return step_stay();
}

static struct step
print_paper(struct checklist_state *state, const char *paper)
{
	struct print_arg *arg = arena_alloc(state->screen.arena, sizeof *arg);

	*arg = (struct print_arg){ .id = state->id,
		.paper = arena_text(state->screen.arena, paper) };
	return step_push(&print_screen, arg);
}

static struct step
checklist_act(struct screen *screen, int action)
{
	struct checklist_state *state = (struct checklist_state *)screen;
	const struct checklist_row *row = selected_row(state);
	struct err err = { 0 };

	switch (action) {
	case CHECK_B:
		/* What was wrong is mended: its note stays in the history. */
		if (set_result(state, CHECK_RIGHT,
		    row->result == CHECK_WRONG || row->result == CHECK_ABSENT ?
		    "" : row->note, row->document)) {
			step_down(state);
			say_doubt(state);
		}
		break;
	case CHECK_K: return ask_note(state, CHECK_WRONG);
	case CHECK_T: return ask_note(state, CHECK_ABSENT);
	case CHECK_N: return ask_note(state, CHECK_NOT_APPLICABLE);
	case CHECK_CLEAR:
		if (set_result(state, CHECK_OPEN, row->note, row->document))
			step_down(state);
		break;
	case CHECK_NOTE_KEY: return ask_note(state, row->result);
	case CHECK_DOCUMENT_KEY:
		state->asked = row->result;
		state->asks_document = true;
		return ask(state, "checklist.document-label");
	case CHECK_CLAUSE_KEY:
		return step_push(&standard_screen, row->requirement->clause);
	case CHECK_AGAIN:
		if (read_again(state, &err))
			screen_say_err(screen, &err);
		break;
	case CHECK_NEXT: return next_step(state);
	case CHECK_PRINT: return print_paper(state, "receipt");
	case CHECK_CASE: return step_replace(&application_screen, &state->id);
	}
	return step_stay();
}

static struct step
after_note(struct checklist_state *state, const struct outcome *outcome)
{
	const struct checklist_row *row = selected_row(state);
	bool is_set;

	/* Enter in the line means save; only the buttons can mean back. */
	if (outcome->code == 0)
		return step_stay();
	is_set = state->asks_document ?
	    set_result(state, state->asked, row->note, outcome->text) :
	    set_result(state, state->asked, outcome->text, row->document);
	if (is_set && !state->asks_document)
		step_down(state);
	return step_stay();
}

static struct step
checklist_resume(struct screen *screen, const struct screen_ops *from,
    const struct outcome *outcome)
{
	struct checklist_state *state = (struct checklist_state *)screen;
	struct err err = { 0 };

	if (from == &question_screen)
		return after_note(state, outcome);
	if (from == &move_screen && outcome->code == MOVE_DONE &&
	    outcome->text != NULL && *outcome->text != '\0') {
		if (read_again(state, &err))
			screen_say_err(screen, &err);
		return print_paper(state, outcome->text);
	}
	if (from == &print_screen &&
	    state->application.clock->state == PROCESS_RUNNING)
		return step_replace(&application_screen, &state->id);
	if (read_again(state, &err))
		screen_say_err(screen, &err);
	return step_stay();
}

static struct step
checklist_key(struct screen *screen, const struct key *key)
{
	struct checklist_state *state = (struct checklist_state *)screen;
	size_t n = state->application.checklist->n;

	switch ((int)key->code) {
	case K_DOWN: state->selected += state->selected + 1 < n; break;
	case K_UP: state->selected -= state->selected > 0; break;
	case K_HOME:
	case K_FIRST: state->selected = 0; break;
	case K_END:
	case K_LAST: state->selected = n - 1; break;
	case K_ENTER: return ask_note(state, selected_row(state)->result);
	default: return step_unused();
	}
	return step_stay();
}

static void
checklist_frame(const struct screen *screen, struct arena *arena,
    struct frame *frame)
{
	(void)screen;
	frame->trail = sentence_of(arena, "checklist.trail", NULL);
	frame->state = sentence_of(arena, "frame.back", NULL);
	frame->hint = sentence_of(arena, "checklist.hint", NULL);
}

static void
checklist_close(struct screen *screen)
{
	arena_free(((struct checklist_state *)screen)->arena);
}

static const struct key_binding checklist_bindings[] = {
	{ K_F1, 0, 0, "legend.help", NULL },
	{ K_TEXT, 'B', CHECK_B, NULL, "checklist.key-b" },
	{ K_TEXT, 'K', CHECK_K, NULL, "checklist.key-k" },
	{ K_TEXT, 'T', CHECK_T, NULL, "checklist.key-t" },
	{ K_TEXT, 'N', CHECK_N, NULL, "checklist.key-n" },
	{ K_TEXT, ' ', CHECK_CLEAR, NULL, "checklist.key-clear" },
	{ K_TEXT, 'C', CHECK_NOTE_KEY, NULL, "checklist.key-note" },
	{ K_TEXT, 'D', CHECK_DOCUMENT_KEY, NULL, "checklist.key-document" },
	{ K_F4, 0, CHECK_CLAUSE_KEY, "legend.clause", "checklist.key-clause" },
	{ K_F5, 0, CHECK_AGAIN, "legend.refresh", "checklist.key-refresh" },
	{ K_F6, 0, CHECK_CASE, "legend.case", "checklist.key-case" },
	{ K_F8, 0, CHECK_NEXT, "legend.next", "checklist.key-next" },
	{ K_F9, 0, CHECK_PRINT, "legend.print", "checklist.key-print" },
	{ K_F10, 0, 0, "legend.menu", NULL },
};
static const struct keymap checklist_keymap = { checklist_bindings,
	array_length(checklist_bindings) };

const struct screen_ops checklist_screen = {
	.name = "checklist",
	.size = sizeof(struct checklist_state),
	.keymap = &checklist_keymap,
	.open = checklist_open,
	.act = checklist_act,
	.key = checklist_key,
	.resume = checklist_resume,
	.frame = checklist_frame,
	.paint = checklist_paint,
	.close = checklist_close,
};
