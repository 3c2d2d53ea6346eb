#include "desk/fold.h"

#include "desk/events.h"

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
	folded.status = events_fold(life, &folded.events, arena);
	folded.clock = process_clock_of(life, calendar,
	    folded.standard->process.days, folded.events.list,
	    folded.events.n, arena);
	events_keep_promised(life, &folded.events, &folded.clock);
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
		.is_divided = folded->status.is_divided,
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
	checklist_snapshot(&folded->checklist, out);
	events_snapshot_due(&folded->clock, out);
}
