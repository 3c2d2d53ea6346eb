#include "screens/checklist_state.h"

#include "domain/life.h"
#include "domain/process_clock.h"
#include "domain/standard.h"
#include "screens/header.h"
#include "screens/words.h"

static const char *
result_word(enum check_result result)
{
	static const char *const codes[] = {
		[CHECK_OPEN] = "checklist.open",
		[CHECK_RIGHT] = "checklist.right",
		[CHECK_WRONG] = "checklist.wrong",
		[CHECK_ABSENT] = "checklist.absent",
		[CHECK_NOT_APPLICABLE] = "checklist.not-applicable",
	};

	return words(codes[result]);
}

enum { RESULT_COLUMN = 58, NOTE_COLUMN = 66, BAR_COLUMNS = 10 };

static void
paint_row(const struct checklist_state *state, size_t i,
    struct canvas *canvas, int row, struct area body)
{
	const struct checklist_row *check =
	    &state->application.checklist->rows[i];
	const struct requirement *requirement = check->requirement;
	bool has_focus = i == state->selected;
	enum face face = has_focus ? FACE_FOCUS : FACE_PLAIN;

	canvas_put(canvas, row, body.column, FACE_MARK, has_focus ? ">" : " ");
	canvas_put(canvas, row, body.column + 2, FACE_STRONG,
	    requirement->mark);
	canvas_put_in(canvas, row, body.column + 5, RESULT_COLUMN - 6, face,
	    requirement->brief);
	canvas_put_in(canvas, row, body.column + RESULT_COLUMN, 7,
	    check->result == CHECK_WRONG || check->result == CHECK_ABSENT ?
	    FACE_FIELD_ERROR : FACE_STRONG, result_word(check->result));
	canvas_put_in(canvas, row, body.column + NOTE_COLUMN,
	    body.columns - NOTE_COLUMN - 1, FACE_QUIET,
	    *check->note != '\0' ? check->note : check->document);
	if (has_focus)
		canvas_cursor(canvas, row, body.column + 2);
}

/* Whether the promised days run; they may be over. */
static const char *
clock_text(const struct application *application, struct arena *arena)
{
	const struct process_clock *clock = application->clock;

	switch (clock->state) {
	case PROCESS_RUNNING:
		return sentence_of(arena, "checklist.running",
		    long_day_text(arena, application->due.date), NULL);
	case PROCESS_ENDED:
		if (date_is_none(clock->stopped))
			return sentence_of(arena, "checklist.never-ran",
			    arena_print(arena, "%d", clock->days), NULL);
		return sentence_of(arena, "checklist.ended",
		    long_day_text(arena, clock->stopped), NULL);
	case PROCESS_NOT_STARTED:
	case PROCESS_STOPPED:
		break;
	}
	return sentence_of(arena, "checklist.not-running",
	    arena_print(arena, "%d", clock->days), NULL);
}

static void
paint_progress(const struct checklist_state *state, struct canvas *canvas,
    int row, struct area body)
{
	const struct application *application = &state->application;
	const struct checklist *checklist = application->checklist;
	scoped_arena arena = arena_new();
	int column;

	column = canvas_put(canvas, row, body.column + 2, FACE_STRONG,
	    sentence_of(arena, "checklist.progress",
	    arena_print(arena, "%d", checklist->right),
	    arena_print(arena, "%d", checklist->wanted), NULL));
	canvas_bar(canvas, row, column + 2, BAR_COLUMNS, checklist->right,
	    checklist->wanted);
	canvas_put(canvas, row, column + BAR_COLUMNS + 4, FACE_PLAIN,
	    sentence_of(arena, "checklist.counts",
	    arena_print(arena, "%d", checklist->wrong),
	    arena_print(arena, "%d", checklist->absent),
	    arena_print(arena, "%d", checklist->open), NULL));
	canvas_put(canvas, row + 1, body.column + 2, FACE_PLAIN,
	    clock_text(application, arena));
}

static void
paint_head(const struct checklist_state *state, struct canvas *canvas,
    struct area body)
{
	const struct record *record = &state->application.record;
	scoped_arena arena = arena_new();

	canvas_put_in(canvas, body.row, body.column + 2, body.columns - 3,
	    FACE_STRONG, arena_print(arena, "%s   %s / %s   KBLI %s",
	    record_text(record, APPLICATION_NUMBER),
	    record_text(record, APPLICATION_NAME),
	    record_text(record, APPLICATION_COMPANY_NAME),
	    record_text(record, APPLICATION_KBLI)));
	canvas_put(canvas, body.row + 1, body.column + 2, FACE_QUIET,
	    sentence_of(arena, "checklist.received",
	    stored_day(arena, record_text(record,
	    APPLICATION_RECEIVED_DATE)),
	    state->application.status->state == NULL ? "" :
	    state->application.status->state->label, NULL));
	canvas_put(canvas, body.row + 3, body.column + 5, FACE_TITLE,
	    words("checklist.requirements"));
	canvas_put(canvas, body.row + 3, body.column + RESULT_COLUMN,
	    FACE_TITLE, words("checklist.result"));
	canvas_put(canvas, body.row + 3, body.column + NOTE_COLUMN,
	    FACE_TITLE, words("checklist.note-head"));
}

void
checklist_paint(const struct screen *screen, struct canvas *canvas,
    struct area body)
{
	const struct checklist_state *state =
	    (const struct checklist_state *)screen;
	const struct checklist *checklist = state->application.checklist;

	paint_head(state, canvas, body);
	for (size_t i = 0; i < checklist->n; i++)
		paint_row(state, i, canvas, body.row + 4 + (int)i, body);
	paint_progress(state, canvas, body.row + 5 + (int)checklist->n, body);
}
