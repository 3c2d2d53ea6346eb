#include "screens/complaint_state.h"

#include "desk/assets.h"
#include "desk/complaint_account.h"
#include "desk/desk.h"
#include "domain/life.h"
#include "forms/answers.h"
#include "screens/context.h"
#include "screens/header.h"
#include "screens/ledger_lines.h"
#include "screens/meeting.h"
#include "screens/list_row.h"
#include "screens/words.h"

enum { WIDTH = 76, LABEL_COLUMNS = 22 };

void
complaint_add_pair(struct complaint_state *state, const char *label,
    const char *text)
{
	size_t from = state->pager.n;

	if (*text == '\0')
		return;
	pager_flow(&state->pager, FACE_PLAIN, LABEL_COLUMNS, WIDTH, text);
	state->pager.lines[from].text = arena_print(state->arena, "%-20s%s",
	    label, state->pager.lines[from].text);
	state->pager.lines[from].indent = 2;
}

static void
add_clock(struct complaint_state *state)
{
	const struct answer_clock *clock = &state->complaint.clock;
	struct arena *arena = state->arena;

	pager_add(&state->pager, FACE_TITLE, 0, words("case.clock"));
	if (date_is_none(clock->due.date)) {
		pager_add(&state->pager, FACE_PLAIN, 2,
		    words("detail.no-clock"));
	} else {
		complaint_add_pair(state, words("detail.started"),
		    long_day_text(arena, clock->started));
		complaint_add_pair(state, words("detail.due"),
		    arena_print(arena, "%s%s",
		    long_day_text(arena, clock->due.date),
		    clock->due.is_provisional ? words("date.provisional") :
		    ""));
	}
	if (!date_is_none(clock->own.date) &&
	    date_compare(clock->own.date, clock->due.date) != 0)
		complaint_add_pair(state, words("detail.own-due"),
		    long_day_text(arena, clock->own.date));
	if (!date_is_none(clock->stopped))
		complaint_add_pair(state, words("detail.stopped"),
		    sentence_of(arena, clock->left.is_overdue ?
		    "detail.late-by" : "detail.in-time",
		    long_day_text(arena, clock->stopped),
		    arena_print(arena, "%d", clock->left.days), NULL));
	if (!date_is_none(state->complaint.window_end))
		complaint_add_pair(state, words("detail.window"),
		    long_day_text(arena, state->complaint.window_end));
}

/* Who complains, as far as this officer may know. */
static void
add_people(struct complaint_state *state)
{
	const struct complaint *complaint = &state->complaint;
	const struct record *people = complaint->people;
	size_t n = complaint->n_people;

	pager_add(&state->pager, FACE_TITLE, 0, words("detail.people"));
	if (state->people.n > 0) {
		people = state->people.list;
		n = state->people.n;
	} else if (complaint->is_confidential) {
		pager_add(&state->pager, FACE_PLAIN, 2,
		    words(complaint->may_reveal ? "detail.may-reveal" :
		    "detail.confidential"));
	}
	if (n == 0)
		pager_add(&state->pager, FACE_PLAIN, 2,
		    words("book.anonymous"));
	for (size_t i = 0; i < n; i++)
		complaint_add_cells(state, &people[i]);
}

/* What was stated, with the labels of the form it was typed into. */
static void
add_stated(struct complaint_state *state)
{
	struct arena *arena = state->arena;
	struct answers *answers = NULL;
	struct field_context *context =
	    context_of(screen_desk(&state->screen), arena);
	const struct form *form = state->complaint.form;

	pager_add(&state->pager, FACE_TITLE, 0, words("detail.stated"));
	if (desk_complaint_stated(screen_desk(&state->screen),
	    &state->complaint, arena, &answers, NULL))
		return;
	context->answers = answers;
	for (size_t i = 0; i < form->n; i++) {
		const struct table *people = table_of(TABLE_COMPLAINANT);
		const char *name = form->fields[i].name;
		scoped_buf text;

		/* People have a part of their own on this page. */
		if (!answers_is_shown(answers, i) ||
		    table_cell(people, name) >= 0)
			continue;
		buf_init(&text, FIELD_STORED_MAX);
		buf_text(&text, "");
		answers_show(answers, i, context, &text);
		complaint_add_pair(state, form->fields[i].label, text.text);
	}
}

static void
add_tie(struct complaint_state *state, const char *label,
    const struct complaint_tie *tie)
{
	struct arena *arena = state->arena;

	complaint_add_pair(state, label, arena_print(arena, "%s  %s  %s  %s",
	    tie->number, day_text(arena, tie->received), tie->object,
	    tie->state_label));
}

static void
add_ties(struct complaint_state *state)
{
	const struct complaint *complaint = &state->complaint;

	if (complaint->n_merged == 0 && complaint->into == NULL &&
	    complaint->application == NULL)
		return;
	pager_add(&state->pager, FACE_TITLE, 0, words("detail.ties"));
	if (complaint->into != NULL)
		add_tie(state, words("detail.into"), complaint->into);
	for (size_t i = 0; i < complaint->n_merged; i++)
		add_tie(state, words("detail.merged"),
		    &complaint->merged[i]);
	if (complaint->application != NULL)
		add_tie(state, words("detail.application"),
		    complaint->application);
}

/* A complaint about time: how the time of its application was counted. */
static void
add_account(struct complaint_state *state)
{
	const struct process_account *account = NULL;
	struct err err = { 0 };

	if (desk_complaint_account(screen_desk(&state->screen),
	    &state->complaint, state->arena, &account, &err))
		screen_say_err(&state->screen, &err);
	else if (account != NULL)
		account_lines(&state->pager, account);
}

static void
add_events(struct complaint_state *state)
{
	const struct complaint *complaint = &state->complaint;
	const struct life *life =
	    desk_assets(screen_desk(&state->screen))->complaint_life;
	struct arena *arena = state->arena;

	pager_add(&state->pager, FACE_TITLE, 0, words("case.steps"));
	for (size_t i = 0; i < complaint->n_events; i++) {
		const struct application_event *event =
		    &complaint->events[i];
		const struct state *reached = life_state(life, event->state);

		pager_add(&state->pager, FACE_PLAIN, 2,
		    arena_print(arena, "%s  %-4s %-26s %s",
		    moment_text(arena, event->at_ms), event->station,
		    reached == NULL ? event->state : reached->label,
		    event->officer_name));
		if (*event->reason != '\0')
			pager_flow(&state->pager, FACE_QUIET, 6, WIDTH,
			    event->reason);
	}
}

void
complaint_make_lines(struct complaint_state *state)
{
	pager_init(&state->pager, state->arena);
	meeting_lines(&state->screen, TABLE_COMPLAINT,
	    &state->complaint.record.id, &state->pager, state->arena);
	add_clock(state);
	add_people(state);
	add_stated(state);
	add_ties(state);
	add_account(state);
	complaint_add_review(state);
	add_events(state);
}
