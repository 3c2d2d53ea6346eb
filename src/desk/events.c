#include "desk/events.h"

#include <stdio.h>
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

struct status
events_fold(const struct life *life, struct records *events,
    struct arena *arena)
{
	struct life_event *list = arena_array(arena, events->n, sizeof *list);

	sort_events(events, arena);
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

void
events_keep_promised(const struct life *life, const struct records *events,
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

void
events_snapshot_due(const struct process_clock *clock, struct buf *out)
{
	char due[DATE_TEXT_SIZE];

	if (clock->state != PROCESS_RUNNING)
		return;
	date_print(clock->due.date, due);
	buf_print(out, " due=%s%s", due, clock->due.is_provisional ? "~" : "");
}

static const char *
stored(struct arena *arena, struct date date)
{
	char text[DATE_TEXT_SIZE];

	date_print(date, text);
	return arena_text(arena, text);
}

/* The ends it was decided on, as hex ids joined by blanks. */
static const char *
previous_of(const struct case_step *step, struct arena *arena)
{
	char text[ID_HEX_SIZE];
	scoped_buf list;

	buf_init(&list, OPEN_ENDS_MAX * ID_HEX_SIZE);
	buf_text(&list, "");
	for (size_t i = 0; i < step->n_ends; i++) {
		id_print(&step->ends[i], text);
		buf_print(&list, "%s%s", i > 0 ? " " : "", text);
	}
	return arena_text(arena, list.text);
}

enum fail
event_put(struct desk *desk, const struct id *parent,
    const struct case_step *step, struct arena *arena, struct id *ret_event,
    struct err *err)
{
	struct record event =
	    record_of(TABLE_EVENT, store_new_id(desk->store));
	enum fail fail;

	record_set_id(&event, EVENT_PARENT, *parent);
	record_set_text(&event, arena, EVENT_MOVE, step->move->name);
	record_set_text(&event, arena, EVENT_STATE,
	    step->state != NULL ? step->state : step->move->to);
	record_set_text(&event, arena, EVENT_DATE, stored(arena, step->date));
	record_set_integer(&event, EVENT_AT, store_now(desk->store));
	record_set_text(&event, arena, EVENT_OFFICER, act_officer(desk));
	record_set_text(&event, arena, EVENT_STATION,
	    store_station(desk->store));
	record_set_text(&event, arena, EVENT_REASON, step->reason);
	record_set_text(&event, arena, EVENT_PREVIOUS,
	    previous_of(step, arena));
	record_set_text(&event, arena, EVENT_SNAPSHOT, step->snapshot);
	fail = store_put(desk->store, &event, err);
	if (!fail)
		*ret_event = event.id;
	return fail;
}

static bool
is_end(const struct status *status, const struct id *id)
{
	for (size_t i = 0; i < status->n_ends; i++)
		if (id_equal(&status->ends[i], id))
			return true;
	return false;
}

void
moment_print(int64_t at_ms, char text[MOMENT_SIZE])
{
	struct local_time at = local_time(at_ms);
	char date[DATE_TEXT_SIZE];

	date_print_local(at.date, date);
	snprintf(text, MOMENT_SIZE, "%s %02d:%02d", date, at.hour, at.minute);
}

enum fail
events_demand_seen(struct desk *desk, const struct records *events,
    const struct status *status, const struct id *seen, size_t n_seen,
    struct err *err)
{
	const struct record *last = &events->list[events->n - 1];
	bool is_same = n_seen == status->n_ends;
	char when[MOMENT_SIZE];

	for (size_t i = 0; i < n_seen; i++)
		is_same = is_same && is_end(status, &seen[i]);
	if (is_same)
		return FAIL_NONE;
	moment_print(record_integer(last, EVENT_AT), when);
	return fail_say(err, FAIL_CONFLICT, "move.changed",
	    officer_name(desk, record_text(last, EVENT_OFFICER),
	    events->arena), when, status->state->label, NULL);
}

const struct application_event *
events_shown(struct desk *desk, const struct records *events)
{
	struct application_event *list =
	    arena_array(events->arena, events->n, sizeof *list);

	for (size_t i = 0; i < events->n; i++) {
		const struct record *event = &events->list[i];

		list[i] = (struct application_event){ .id = event->id,
			.move = record_text(event, EVENT_MOVE),
			.state = record_text(event, EVENT_STATE),
			.at_ms = record_integer(event, EVENT_AT),
			.officer = record_text(event, EVENT_OFFICER),
			.station = record_text(event, EVENT_STATION),
			.reason = record_text(event, EVENT_REASON) };
		list[i].officer_name = officer_name(desk, list[i].officer,
		    events->arena);
		if (!date_parse(record_text(event, EVENT_DATE),
		    &list[i].date))
			list[i].date = (struct date){ 0 };
	}
	return list;
}
