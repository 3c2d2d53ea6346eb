#include <string.h>

#include "desk/application.h"
#include "desk/assets.h"
#include "desk/complaint.h"
#include "desk/desk.h"
#include "desk/history.h"
#include "domain/calendar.h"
#include "domain/process_clock.h"
#include "domain/standard.h"
#include "screens/app.h"
#include "screens/header.h"
#include "screens/ledger_lines.h"
#include "screens/pager.h"
#include "screens/screens.h"
#include "screens/words.h"

/* Two pages to read: who changed what, and how a due date was counted. */
struct reading {
	struct screen screen;
	struct pager pager;
	const char *number;
	bool is_complaint;
	struct date started; /* of its clock; none: it has not run */
	int days;            /* working days it has */
};

enum { WIDTH = 76 };

static const char *
judged_code(const char *what)
{
	if (strcmp(what, "same") == 0)
		return "history.same";
	if (strcmp(what, "copy") == 0)
		return "history.copy";
	return strcmp(what, "different") == 0 ? "history.different" :
						"history.undecided";
}

static const char *
kind_code(const struct history_line *line)
{
	switch (line->kind) {
	case HISTORY_MADE: return "history.made";
	case HISTORY_CHANGED: return "history.changed";
	case HISTORY_MOVED: return "history.moved";
	case HISTORY_CHECKED: return "history.checked";
	case HISTORY_PRINTED: return "history.printed";
	case HISTORY_DATED: return "history.dated";
	case HISTORY_ACCESSED:
		return strcmp(line->what, "denied") == 0 ? "history.denied"
		    : "history.revealed";
	case HISTORY_JUDGED:
		return judged_code(line->what);
	case HISTORY_REPAIRED: break;
	}
	return "history.repaired";
}

static void
add_line(struct reading *reading, const struct history_line *line)
{
	struct arena *arena = reading->screen.arena;
	const char *what =
	    *line->label == '\0' ? line->what : line->label;

	pager_add(&reading->pager, FACE_STRONG, 0,
	    arena_print(arena, "%s  %s  %s", moment_text(arena, line->at_ms),
	    line->station, line->officer_name));
	pager_flow(&reading->pager, FACE_PLAIN, 4, WIDTH,
	    sentence_of(arena, kind_code(line), what, line->before,
	    line->after, NULL));
	if (*line->reason != '\0')
		pager_flow(&reading->pager, FACE_QUIET, 4, WIDTH,
		    sentence_of(arena, "history.reason", line->reason,
		    NULL));
}

/* Whose record it is, with its clock: an application, or a complaint. */
static enum fail
read_case(struct reading *reading, const struct id *id, struct err *err)
{
	struct desk *desk = screen_desk(&reading->screen);
	struct arena *arena = reading->screen.arena;
	struct application application = { 0 };
	struct complaint complaint = { 0 };
	enum fail fail;

	fail = desk_application(desk, id, arena, &application, err);
	if (!fail) {
		reading->number =
		    record_text(&application.record, APPLICATION_NUMBER);
		reading->started = application.clock->started;
		reading->days = application.clock->days;
		return FAIL_NONE;
	}
	if (fail != FAIL_MISSING)
		return fail;
	fail = desk_complaint(desk, id, arena, &complaint, err);
	if (fail)
		return fail;
	reading->number = record_text(&complaint.record, COMPLAINT_NUMBER);
	reading->started = complaint.clock.started;
	reading->days = complaint.standard->complaint_answer.days;
	reading->is_complaint = true;
	return FAIL_NONE;
}

static enum fail
history_open(struct screen *screen, const void *arg, struct err *err)
{
	struct reading *reading = (struct reading *)screen;
	struct history_line *lines = NULL;
	size_t n = 0;
	enum fail fail;

	pager_init(&reading->pager, screen->arena);
	fail = read_case(reading, arg, err);
	if (!fail)
		fail = desk_history(screen_desk(screen), arg, screen->arena,
		    &lines, &n, err);
	if (fail)
		return fail;
	for (size_t i = 0; i < n; i++)
		add_line(reading, &lines[i]);
	return FAIL_NONE;
}

static enum fail
ledger_open(struct screen *screen, const void *arg, struct err *err)
{
	struct reading *reading = (struct reading *)screen;
	struct desk *desk = screen_desk(screen);
	struct ledger ledger = { 0 };
	enum fail fail;

	pager_init(&reading->pager, screen->arena);
	fail = read_case(reading, arg, err);
	if (fail)
		return fail;
	if (date_is_none(reading->started))
		return fail_say(err, FAIL_MISSING, reading->is_complaint ?
		    "ledger.no-clock" : "ledger.not-started", NULL);
	fail = calendar_ledger(desk_assets(desk)->calendar, reading->started,
	    reading->days, screen->arena, &ledger, err);
	if (fail)
		return fail;
	pager_add(&reading->pager, FACE_STRONG, 0,
	    sentence_of(screen->arena, reading->is_complaint ?
	    "ledger.answer-head" : "ledger.head",
	    arena_print(screen->arena, "%d", reading->days),
	    long_day_text(screen->arena, ledger.due.date), NULL));
	pager_flow(&reading->pager, FACE_QUIET, 0, WIDTH,
	    words(reading->is_complaint ? "ledger.answer-rule" :
	    "ledger.rule"));
	pager_add(&reading->pager, FACE_PLAIN, 0, "");
	for (size_t i = 0; i < ledger.n; i++)
		ledger_line(&reading->pager, 0, &ledger.rows[i]);
	return FAIL_NONE;
}

static struct step
reading_key(struct screen *screen, const struct key *key)
{
	return pager_key(&((struct reading *)screen)->pager, key,
	    frame_body(screen->app->canvas).rows - 1) ? step_stay() :
	    step_unused();
}

static void
history_frame(const struct screen *screen, struct arena *arena,
    struct frame *frame)
{
	frame->trail = sentence_of(arena, "history.trail",
	    ((const struct reading *)screen)->number, NULL);
	frame->state = sentence_of(arena, "frame.back", NULL);
	frame->hint = words("pager.hint");
}

static void
ledger_frame(const struct screen *screen, struct arena *arena,
    struct frame *frame)
{
	frame->trail = sentence_of(arena, "ledger.trail",
	    ((const struct reading *)screen)->number, NULL);
	frame->state = sentence_of(arena, "frame.back", NULL);
	frame->hint = words("pager.hint");
}

static void
reading_paint(const struct screen *screen, struct canvas *canvas,
    struct area body)
{
	body.column += 2;
	body.columns -= 3;
	pager_paint(&((const struct reading *)screen)->pager, canvas, body);
}

static const struct key_binding reading_bindings[] = {
	{ K_F1, 0, 0, "legend.help", NULL },
};
static const struct keymap reading_keymap = { reading_bindings,
	array_length(reading_bindings) };

const struct screen_ops history_screen = {
	.name = "history",
	.size = sizeof(struct reading),
	.keymap = &reading_keymap,
	.open = history_open,
	.key = reading_key,
	.frame = history_frame,
	.paint = reading_paint,
};

const struct screen_ops ledger_screen = {
	.name = "ledger",
	.size = sizeof(struct reading),
	.keymap = &reading_keymap,
	.open = ledger_open,
	.key = reading_key,
	.frame = ledger_frame,
	.paint = reading_paint,
};
