#include "screens/application_state.h"

#include "desk/assets.h"
#include "desk/desk.h"
#include "domain/checklist.h"
#include "domain/life.h"
#include "domain/process_clock.h"
#include "domain/standard.h"
#include "forms/answers.h"
#include "screens/context.h"
#include "screens/header.h"
#include "screens/meeting.h"
#include "screens/words.h"

enum { WIDTH = 76, LABEL_COLUMNS = 22 };

static void
add_pair(struct case_state *state, const char *label, const char *text)
{
	size_t from = state->pager.n;

	if (*text == '\0')
		return;
	pager_flow(&state->pager, FACE_PLAIN, LABEL_COLUMNS, WIDTH, text);
	state->pager.lines[from].text = arena_print(state->arena, "%-20s%s",
	    label, state->pager.lines[from].text);
	state->pager.lines[from].indent = 2;
}

/* Where the clock stands, in words. */
static void
add_clock(struct case_state *state)
{
	const struct application *application = &state->application;
	const struct process_clock *clock = application->clock;
	struct arena *arena = state->arena;
	const char *days =
	    arena_print(arena, "%d", application->standard->process.days);

	pager_add(&state->pager, FACE_TITLE, 0, words("case.clock"));
	switch (clock->state) {
	case PROCESS_NOT_STARTED:
		pager_add(&state->pager, FACE_PLAIN, 2,
		    sentence_of(arena, "case.not-started", days, NULL));
		return;
	case PROCESS_STOPPED:
		pager_add(&state->pager, FACE_PLAIN, 2,
		    sentence_of(arena, "case.stopped",
		    long_day_text(arena, clock->stopped), NULL));
		return;
	case PROCESS_ENDED:
		if (date_is_none(clock->started))
			return;
		break;
	case PROCESS_RUNNING:
		break;
	}
	add_pair(state, words("case.started"),
	    long_day_text(arena, clock->started));
	add_pair(state, words("case.due"), arena_print(arena, "%s%s",
	    long_day_text(arena, clock->due.date),
	    clock->due.is_provisional ? words("date.provisional") : ""));
	if (!date_is_none(clock->stopped))
		add_pair(state, words("case.ended"),
		    long_day_text(arena, clock->stopped));
}

static void
add_facts(struct case_state *state)
{
	const struct record *record = &state->application.record;
	struct arena *arena = state->arena;
	struct answers *answers = NULL;
	struct field_context *context =
	    context_of(screen_desk(&state->screen), arena);
	const struct form *form = state->application.form;

	pager_add(&state->pager, FACE_TITLE, 0, words("case.facts"));
	if (record_has(record, APPLICATION_CERTIFICATE_NUMBER))
		add_pair(state, words("case.product"),
		    arena_print(arena, "%s %s", record_text(record,
		    APPLICATION_CERTIFICATE_NUMBER), stored_day(arena,
		    record_text(record, APPLICATION_CERTIFICATE_DATE))));
	if (desk_application_answers(screen_desk(&state->screen),
	    &state->application, arena, &answers, NULL))
		return;
	context->answers = answers;
	for (size_t i = 0; i < form->n; i++) {
		scoped_buf text;

		if (!answers_is_shown(answers, i))
			continue;
		buf_init(&text, 4096);
		buf_text(&text, "");
		answers_show(answers, i, context, &text);
		add_pair(state, form->fields[i].label, text.text);
	}
}

static void
add_events(struct case_state *state)
{
	const struct application *application = &state->application;
	struct arena *arena = state->arena;

	pager_add(&state->pager, FACE_TITLE, 0, words("case.steps"));
	for (size_t i = 0; i < application->n_events; i++) {
		const struct application_event *event =
		    &application->events[i];
		const struct state *reached = life_state(
		    desk_assets(screen_desk(&state->screen))->life,
		    event->state);

		pager_add(&state->pager, FACE_PLAIN, 2,
		    arena_print(arena, "%s  %-5s %-20s %s",
		    moment_text(arena, event->at_ms), event->station,
		    reached == NULL ? event->state : reached->label,
		    event->officer_name));
		if (*event->reason != '\0')
			pager_flow(&state->pager, FACE_QUIET, 6, WIDTH,
			    event->reason);
	}
}

static void
add_checklist(struct case_state *state)
{
	const struct checklist *checklist = state->application.checklist;
	struct arena *arena = state->arena;
	scoped_buf marks;

	buf_init(&marks, 4096);
	buf_text(&marks, "");
	checklist_snapshot(checklist, &marks);
	pager_add(&state->pager, FACE_TITLE, 0, words("case.checklist"));
	pager_add(&state->pager, FACE_PLAIN, 2, arena_print(arena, "%s   %s",
	    sentence_of(arena, "checklist.progress",
	    arena_print(arena, "%d", checklist->right),
	    arena_print(arena, "%d", checklist->wanted), NULL), marks.text));
}

void
application_make_lines(struct case_state *state)
{
	pager_init(&state->pager, state->arena);
	meeting_lines(&state->screen, TABLE_APPLICATION,
	    &state->application.record.id, &state->pager, state->arena);
	add_clock(state);
	add_checklist(state);
	add_events(state);
	add_facts(state);
}
