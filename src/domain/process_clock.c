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

struct process_clock
process_clock_of(const struct life *life, const struct calendar *calendar,
    int days, const struct record *events, size_t n, struct arena *arena)
{
	struct process_clock clock = { .days = days };
	struct clock_step *steps = arena_array(arena, n, sizeof *steps);

	for (size_t i = 0; i < n; i++) {
		const struct move *move =
		    life_move(life, record_text(&events[i], EVENT_MOVE));
		struct clock_step next = { .effect = CLOCK_KEEP };

		if (move == NULL || move->effect == CLOCK_KEEP ||
		    !date_parse(record_text(&events[i], EVENT_DATE),
		    &next.date))
			continue;
		next.effect = move->effect;
		next.move = move->name;
		/* What was never started cannot stop. */
		if (next.effect == CLOCK_STOP &&
		    clock.state != PROCESS_RUNNING)
			continue;
		step(&clock, &next);
		steps[clock.n_steps++] = next;
	}
	clock.steps = steps;
	/* A date that cannot be counted promises nothing. */
	if (!date_is_none(clock.started) &&
	    calendar_due(calendar, clock.started, days, &clock.due, NULL))
		clock.due = (struct due){ 0 };
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
