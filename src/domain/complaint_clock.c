#include "domain/complaint_clock.h"

#include <string.h>

/* The moves whose date is a cell of the complaint. */
static bool
dated_by_record(const struct record *complaint, const char *move,
    struct date *ret_date)
{
	if (strcmp(move, "record") == 0) {
		*ret_date = complaint_arrived(complaint);
		return !date_is_none(*ret_date);
	}
	return strcmp(move, "complete") == 0 && date_parse(
	    record_text(complaint, COMPLAINT_COMPLETED_DATE), ret_date);
}

/* The day of the answer of the present round: the end after the last start. */
static struct date
answered_on(const struct process_clock *clock)
{
	struct date answered = { 0 };

	for (size_t i = 0; i < clock->n_steps; i++) {
		const struct clock_step *step = &clock->steps[i];

		if (step->effect == CLOCK_START)
			answered = (struct date){ 0 };
		else if (strcmp(step->move, "answer") == 0)
			answered = step->date;
	}
	return answered;
}

struct complaint_clock
complaint_clock_of(const struct life *life, const struct calendar *calendar,
    const struct standard *standard, const struct record *complaint,
    const struct record *events, size_t n, struct arena *arena)
{
	struct record *dated = arena_array(arena, n, sizeof *dated);
	struct complaint_clock clock = { 0 };
	char text[DATE_TEXT_SIZE];
	struct date date;

	for (size_t i = 0; i < n; i++) {
		dated[i] = events[i];
		if (!dated_by_record(complaint,
		    record_text(&events[i], EVENT_MOVE), &date))
			continue;
		date_print(date, text);
		record_set_text(&dated[i], arena, EVENT_DATE, text);
	}
	clock.clock = process_clock_of(life, calendar,
	    standard->complaint_answer.days, dated, n, arena);
	clock.answered = answered_on(&clock.clock);
	return clock;
}

void
complaint_clock_join(struct complaint_clock *clock,
    const struct complaint_clock *other)
{
	struct due *due = &clock->clock.due;
	const struct due *rival = &other->clock.due;

	if (other->clock.state != PROCESS_RUNNING || date_is_none(rival->date))
		return;
	if (!date_is_none(due->date) &&
	    date_compare(due->date, rival->date) <= 0)
		return;
	if (date_is_none(due->date))
		clock->clock.state = PROCESS_RUNNING;
	*due = *rival;
	clock->is_joint = true;
}

void
complaint_clock_follow(struct complaint_clock *clock,
    const struct complaint_clock *leader)
{
	if (clock->clock.state != PROCESS_RUNNING ||
	    leader->clock.state != PROCESS_ENDED)
		return;
	clock->clock.state = PROCESS_ENDED;
	clock->clock.stopped = leader->clock.stopped;
	clock->answered = leader->answered;
}

bool
complaint_clock_left(const struct complaint_clock *clock,
    const struct calendar *calendar, struct date today, struct left *ret_left)
{
	bool is_owed = clock->clock.state == PROCESS_RUNNING;

	if (date_is_none(clock->clock.due.date) ||
	    (!is_owed && date_is_none(clock->answered)))
		return false;
	*ret_left = calendar_left(calendar, is_owed ? today : clock->answered,
	    clock->clock.due.date);
	return true;
}

enum clock_mark
complaint_clock_mark(const struct complaint_clock *clock,
    const struct calendar *calendar, struct date today)
{
	return process_clock_mark(&clock->clock, calendar, today);
}
