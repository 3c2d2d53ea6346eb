#include "domain/process_clock.h"

#include <string.h>

static void
step(struct process_clock *clock, const struct clock_step *step)
{
	switch (step->effect) {
	case CLOCK_KEEP:
		break;
	case CLOCK_START:
		clock->state = PROCESS_RUNNING;
		clock->started = step->date;
		clock->stopped = (struct date){ 0 };
		break;
	case CLOCK_STOP:
	case CLOCK_END:
		if (clock->state == PROCESS_RUNNING)
			clock->stopped = step->date;
		if (step->effect == CLOCK_END)
			clock->state = PROCESS_ENDED;
		else if (clock->state == PROCESS_RUNNING)
			clock->state = PROCESS_STOPPED;
		break;
	}
}

/* What one event does to a clock; false when nothing. */
static bool
step_of(const struct life *life, const struct record *event,
    const struct process_clock *clock, struct clock_step *ret_step)
{
	const struct move *move =
	    life_move(life, record_text(event, EVENT_MOVE));

	if (move == NULL || move->effect == CLOCK_KEEP ||
	    !date_parse(record_text(event, EVENT_DATE), &ret_step->date))
		return false;
	ret_step->effect = move->effect;
	ret_step->move = move->name;
	/* What was never started cannot stop. */
	return move->effect != CLOCK_STOP || clock->state == PROCESS_RUNNING;
}

/* The events that led to one, itself included. */
static void
mark_way(const struct record *events, size_t n, size_t end, bool *way)
{
	bool has_changed = true;

	memset(way, 0, n * sizeof *way);
	way[end] = true;
	while (has_changed) {
		has_changed = false;
		for (size_t i = 0; i < n; i++)
			for (size_t j = 0; way[i] && j < n; j++) {
				if (way[j] || !life_names(
				    record_text(&events[i], EVENT_PREVIOUS),
				    &events[j].id))
					continue;
				way[j] = true;
				has_changed = true;
			}
	}
}

static bool
is_end(const struct record *events, size_t n, size_t at)
{
	for (size_t i = 0; i < n; i++)
		if (i != at && life_names(
		    record_text(&events[i], EVENT_PREVIOUS), &events[at].id))
			return false;
	return true;
}

/* The clock of the events on a way; without one, of all. */
static struct process_clock
clock_of(const struct life *life, const struct record *events, size_t n,
    const bool *way, struct clock_step *steps)
{
	struct process_clock clock = { 0 };
	struct clock_step next;

	for (size_t i = 0; i < n; i++) {
		if (way != NULL && !way[i])
			continue;
		if (!step_of(life, &events[i], &clock, &next))
			continue;
		step(&clock, &next);
		if (steps != NULL)
			steps[clock.n_steps++] = next;
	}
	return clock;
}

/* Does a say more about a case that is divided than b? */
static bool
is_before(const struct process_clock *a, const struct process_clock *b)
{
	static const int urgency[] = {
		[PROCESS_NOT_STARTED] = 0,
		[PROCESS_STOPPED] = 1,
		[PROCESS_ENDED] = 2,
		[PROCESS_RUNNING] = 3,
	};

	if (urgency[a->state] != urgency[b->state])
		return urgency[a->state] > urgency[b->state];
	if (date_is_none(a->due.date) || date_is_none(b->due.date))
		return !date_is_none(a->due.date);
	return date_compare(a->due.date, b->due.date) < 0;
}

struct process_clock
process_clock_of(const struct life *life, const struct calendar *calendar,
    int days, const struct record *events, size_t n, struct arena *arena)
{
	struct clock_step *steps = arena_array(arena, n, sizeof *steps);
	bool *way = arena_array(arena, n, sizeof *way);
	size_t n_steps = clock_of(life, events, n, NULL, steps).n_steps;
	struct process_clock clock = { 0 };
	bool is_first = true;

	for (size_t i = 0; i < n; i++) {
		struct process_clock other;

		if (!is_end(events, n, i))
			continue;
		mark_way(events, n, i, way);
		other = clock_of(life, events, n, way, NULL);
		/* A date that cannot be counted promises nothing. */
		if (!date_is_none(other.started) &&
		    calendar_due(calendar, other.started, days, &other.due,
		    NULL))
			other.due = (struct due){ 0 };
		if (is_first || is_before(&other, &clock))
			clock = other;
		is_first = false;
	}
	clock.days = days;
	clock.steps = steps;
	clock.n_steps = n_steps;
	return clock;
}

enum clock_mark
process_clock_mark(const struct process_clock *clock,
    const struct calendar *calendar, struct date today)
{
	struct left left;

	if (clock->state != PROCESS_RUNNING || date_is_none(clock->due.date))
		return CLOCK_NO_MARK;
	left = calendar_left(calendar, today, clock->due.date);
	if (left.is_overdue)
		return CLOCK_OVERDUE;
	return left.days <= PROCESS_DUE_SOON ? CLOCK_DUE_SOON : CLOCK_NO_MARK;
}
