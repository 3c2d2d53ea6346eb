#ifndef DESK_DEMO_INSIDE_H
#define DESK_DEMO_INSIDE_H

#include "desk/demo.h"
#include "desk/demo_data.h"
#include "desk/inside.h"

/* The office opens at 8 o'clock. */
enum { OPENS_AT = 8, MINUTE_MS = 60 * 1000 };

/* One thing somebody does, at its time. */
enum act { ACT_RECEIVE, ACT_CONSULT, ACT_CHECK, ACT_CHECK_FAULT, ACT_MOVE,
	ACT_BOOK_RECEIVE, ACT_BOOK };

struct planned {
	int64_t at_ms;
	size_t number;    /* in the order of planning, for equal times */
	size_t case_at;
	enum act act;
	const char *move; /* or the act on a complaint */
};

struct demo {
	struct desk *desk;
	struct demo_clock *clock;
	struct demo_data data;
	struct demo_data book; /* the same words, other numbers */
	struct arena *arena;
	const struct calendar *calendar;
	int64_t end_ms;
	struct id *cases;
	size_t n_cases, cases_room;
	struct planned *plan;
	size_t n_plan, plan_room;
	size_t n_received;
};

/* What happens when: fills the plan, by time. */
void demo_plan(struct demo *demo, const struct demo_options *options)
    nonnull(1, 2);

#endif
