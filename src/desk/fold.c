#include "desk/fold.h"

#include <string.h>

/* Is one of the events not yet taken named by this one? */
static bool
waits(const struct record *events, const bool *is_taken, size_t n,
    const struct record *event)
{
	const char *previous = record_text(event, EVENT_PREVIOUS);
	char hex[ID_HEX_SIZE];

	for (size_t i = 0; i < n; i++) {
		id_print(&events[i].id, hex);
		if (!is_taken[i] && strstr(previous, hex) != NULL &&
		    &events[i] != event)
			return true;
	}
	return false;
}

static bool
is_earlier(const struct record *a, const struct record *b)
{
	int64_t at_a = record_integer(a, EVENT_AT);
	int64_t at_b = record_integer(b, EVENT_AT);

	if (at_a != at_b)
		return at_a < at_b;
	return memcmp(a->id.byte, b->id.byte, ID_SIZE) < 0;
}

/*
 * Each event after those it names, else by time: clocks of two counters
 * differ, and one may have been set back.
 */
static void
sort_events(struct records *events, struct arena *arena)
{
	struct record *sorted = arena_array(arena, events->n, sizeof *sorted);
	bool *is_taken = arena_array(arena, events->n, sizeof *is_taken);

	for (size_t at = 0; at < events->n; at++) {
		size_t best = events->n;
		bool best_waits = true;

		for (size_t i = 0; i < events->n; i++) {
			bool is_waiting;

			if (is_taken[i])
				continue;
			is_waiting = waits(events->list, is_taken, events->n,
			    &events->list[i]);
			if (best == events->n || (best_waits && !is_waiting) ||
			    (best_waits == is_waiting && is_earlier(
			    &events->list[i], &events->list[best]))) {
				best = i;
				best_waits = is_waiting;
			}
		}
		is_taken[best] = true;
		sorted[at] = events->list[best];
	}
	events->list = sorted;
}

static struct status
status_of(const struct life *life, const struct records *events,
    struct arena *arena)
{
	struct life_event *list = arena_array(arena, events->n, sizeof *list);

	for (size_t i = 0; i < events->n; i++) {
		const struct record *event = &events->list[i];

		list[i] = (struct life_event){
			.id = event->id,
			.move = record_text(event, EVENT_MOVE),
			.state = record_text(event, EVENT_STATE),
			.previous = record_text(event, EVENT_PREVIOUS),
			.at_ms = record_integer(event, EVENT_AT),
		};
	}
	return life_fold(life, list, events->n);
}

/* "... due=2026-11-11~": the date that stood when the clock was stopped. */
static bool
due_of_snapshot(const char *snapshot, struct due *ret_due)
{
	const char *at = strstr(snapshot, "due=");
	char text[DATE_TEXT_SIZE] = "";

	if (at == NULL)
		return false;
	at += 4;
	memcpy(text, at, strnlen(at, sizeof text - 1));
	if (!date_parse(text, &ret_due->date))
		return false;
	ret_due->is_provisional = at[sizeof text - 1] == '~';
	return true;
}

/* A case that is closed never changes: not with any later calendar. */
static void
keep_promised(const struct life *life, const struct records *events,
    struct process_clock *clock)
{
	if (clock->state != PROCESS_STOPPED && clock->state != PROCESS_ENDED)
		return;
	for (size_t i = events->n; i-- > 0;) {
		const struct record *event = &events->list[i];
		const struct move *move =
		    life_move(life, record_text(event, EVENT_MOVE));

		if (move != NULL && (move->effect == CLOCK_STOP ||
		    move->effect == CLOCK_END) && due_of_snapshot(
		    record_text(event, EVENT_SNAPSHOT), &clock->due))
			return;
	}
}

/* A version this counter has not seen yet is judged by the one in force. */
static enum fail
standard_of_record(struct desk *desk, const struct record *application,
    const struct standard **ret_standard, struct err *err)
{
	const char *number = record_text(application, APPLICATION_STANDARD);

	if (desk_standard(desk, number, record_text(application,
	    APPLICATION_STANDARD_VERSION), ret_standard, NULL) == FAIL_NONE)
		return FAIL_NONE;
	return desk_standard(desk, number, NULL, ret_standard, err);
}

static enum fail
read_rows(struct desk *desk, const struct id *id, struct folded *folded,
    struct records *checks, struct err *err)
{
	struct arena *arena = folded->events.arena;
	enum fail fail;

	fail = store_get(desk->store, TABLE_APPLICATION, id, arena,
	    &folded->application, err);
	if (fail == FAIL_MISSING)
		return fail_say(err, FAIL_MISSING, "application.none", NULL);
	if (!fail)
		fail = store_children(desk->store, TABLE_EVENT, EVENT_PARENT,
		    id, &folded->events, err);
	if (!fail)
		fail = store_children(desk->store, TABLE_CHECK,
		    CHECK_APPLICATION_ID, id, checks, err);
	if (!fail)
		fail = standard_of_record(desk, &folded->application,
		    &folded->standard, err);
	return fail;
}

enum fail
fold(struct desk *desk, const struct id *id, const struct calendar *calendar,
    struct folded *ret_folded, struct arena *arena, struct err *err)
{
	const struct life *life = desk->assets.life;
	struct folded folded = { .events.arena = arena };
	struct records checks = { .arena = arena };
	enum fail fail;

	fail = read_rows(desk, id, &folded, &checks, err);
	if (fail)
		return fail;
	sort_events(&folded.events, arena);
	folded.status = status_of(life, &folded.events, arena);
	folded.clock = process_clock_of(life, calendar,
	    folded.standard->process.days, folded.events.list,
	    folded.events.n, arena);
	keep_promised(life, &folded.events, &folded.clock);
	folded.checklist = checklist_of(folded.standard, checks.list, checks.n,
	    arena);
	*ret_folded = folded;
	return FAIL_NONE;
}

enum fail
fold_put(struct desk *desk, const struct folded *folded, struct err *err)
{
	const struct process_clock *clock = &folded->clock;
	char due[DATE_TEXT_SIZE], started[DATE_TEXT_SIZE];
	char stopped[DATE_TEXT_SIZE];
	struct case_state state = {
		.id = folded->application.id,
		.table = TABLE_APPLICATION,
		.state = folded->status.state != NULL
		    ? folded->status.state->name : "",
		.due = due,
		.due_is_provisional = clock->due.is_provisional,
		.started = started,
		.stopped = stopped,
	};

	date_print(clock->due.date, due);
	date_print(clock->started, started);
	date_print(clock->stopped, stopped);
	return store_state_put(desk->store, &state, err);
}

enum fail
fold_keep(struct desk *desk, const struct id *id, struct folded *ret_folded,
    struct arena *arena, struct err *err)
{
	enum fail fail = fold(desk, id, desk->assets.calendar, ret_folded,
	    arena, err);

	return fail ? fail : fold_put(desk, ret_folded, err);
}

void
fold_snapshot(const struct folded *folded, struct buf *out)
{
	char due[DATE_TEXT_SIZE];

	checklist_snapshot(&folded->checklist, out);
	if (folded->clock.state != PROCESS_RUNNING)
		return;
	date_print(folded->clock.due.date, due);
	buf_print(out, " due=%s%s", due,
	    folded->clock.due.is_provisional ? "~" : "");
}
