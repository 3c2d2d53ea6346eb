#ifndef DOMAIN_PROCESS_CLOCK_H
#define DOMAIN_PROCESS_CLOCK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "domain/calendar.h"
#include "domain/life.h"
#include "domain/record.h"

/*
 * The clock of the process time (component 3): it starts when the file is
 * declared lengkap dan benar, not at receipt; a file found wrong later stops
 * it, and it starts again at day 0.
 */
enum clock_state { PROCESS_NOT_STARTED, PROCESS_RUNNING, PROCESS_STOPPED,
	PROCESS_ENDED };

struct clock_step {
	struct date date;
	enum clock_effect effect;
	const char *move;
};

struct process_clock {
	enum clock_state state;
	struct date started; /* the last start: day 0; none when never */
	struct date stopped; /* the day it stopped or ended; none: it runs */
	struct due due;      /* from the last start; none when never */
	int days;            /* of the standard */
	const struct clock_step *steps; /* each start, stop and end ever */
	size_t n_steps;
};

/*
 * From the EVENT records of one application, oldest first. While it has
 * several open ends, each has the clock of the events that led to it; that of
 * the earliest due date counts, one that runs before one that does not.
 */
struct process_clock process_clock_of(const struct life *life,
    const struct calendar *calendar, int days, const struct record *events,
    size_t n, struct arena *arena) nonnull(1, 2, 6);

/* H-2: within DUE_SOON working days of the due date, today included. */
enum { PROCESS_DUE_SOON = 2 };
enum clock_mark { CLOCK_NO_MARK, CLOCK_DUE_SOON, CLOCK_OVERDUE };
enum clock_mark process_clock_mark(const struct process_clock *clock,
    const struct calendar *calendar, struct date today) nonnull(1, 2);

#endif
