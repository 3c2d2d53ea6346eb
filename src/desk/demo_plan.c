#include <stdlib.h>

#include "desk/demo_inside.h"

/* What happens when, for the invented cases. */

enum {
	DAYS_USUAL = 90,
	PER_DAY_USUAL = 2,
	ENTRIES_PERCENT = 45, /* working days with a complaint */
};

/* The n-th working day after day, or day itself. */
static struct date
later(const struct demo *demo, struct date day, int n)
{
	struct due due = { .date = day };

	(void)!calendar_due(demo->calendar, day, n, &due, NULL);
	return due.date;
}

static void
plan(struct demo *demo, struct date day, int minute, enum act act,
    const char *move)
{
	struct local_time at = { .date = day, .hour = OPENS_AT + minute / 60,
		.minute = minute % 60 };
	struct planned *planned;

	demo->plan = arena_grow(demo->arena, demo->plan, demo->n_plan,
	    &demo->plan_room, sizeof *demo->plan);
	planned = &demo->plan[demo->n_plan];
	*planned = (struct planned){ local_to_utc(&at), demo->n_plan,
		demo->n_cases - 1, act, move };
	demo->n_plan++;
}

/* From lengkap dan benar to the hand-over, some working days each. */
static void
plan_rest(struct demo *demo, struct date day, int minute)
{
	bool is_slow = demo_happens(&demo->data, 10);
	bool is_technical = demo_happens(&demo->data, 25);

	plan(demo, day, minute + 10, ACT_MOVE, "complete");
	day = later(demo, day, 1);
	plan(demo, day, minute, ACT_MOVE, "process");
	if (is_technical)
		plan(demo, later(demo, day, 1), minute, ACT_MOVE, "technical");
	day = later(demo, day, is_slow ? 9 : 3);
	if (demo_happens(&demo->data, 4)) {
		plan(demo, day, minute, ACT_MOVE, "refuse");
		return;
	}
	plan(demo, day, minute, ACT_MOVE, "verify");
	plan(demo, later(demo, day, 1), minute, ACT_MOVE, "issue");
	plan(demo, later(demo, day, 2 + (int)demo_draw(&demo->data, 4)),
	    minute, ACT_MOVE, "handover");
}

static void
plan_case(struct demo *demo, struct date day, int minute)
{
	demo->cases = arena_grow(demo->arena, demo->cases, demo->n_cases,
	    &demo->cases_room, sizeof *demo->cases);
	demo->cases[demo->n_cases++] = desk_new_id(demo->desk);
	if (demo_happens(&demo->data, 5)) {
		plan(demo, day, minute, ACT_CONSULT, NULL);
		return;
	}
	plan(demo, day, minute, ACT_RECEIVE, NULL);
	if (demo_happens(&demo->data, 3)) {
		plan(demo, day, minute + 15, ACT_MOVE, "cancel");
	} else if (demo_happens(&demo->data, 5)) {
		plan(demo, later(demo, day, 1), minute, ACT_MOVE, "withdraw");
	} else if (demo_happens(&demo->data, 30)) {
		plan(demo, day, minute + 20, ACT_CHECK_FAULT, NULL);
		plan(demo, day, minute + 30, ACT_MOVE, "return");
		day = later(demo, day, 2 + (int)demo_draw(&demo->data, 5));
		plan(demo, day, minute, ACT_CHECK, NULL);
		plan_rest(demo, day, minute);
	} else {
		plan(demo, day, minute + 20, ACT_CHECK, NULL);
		plan_rest(demo, day, minute + 20);
	}
}

/* Through the review, and on to the end or to where it is left. */
static void
plan_entry_rest(struct demo *demo, struct date day, int minute)
{
	static const char *const review[] = { "review", "group", "core",
		"clauses", "earlier", "plan" };
	static const char *const answer[] = { "level", "response", "draft",
		"approve", "answer", "inform", "report", "close" };
	size_t left = demo_draw(&demo->book, array_length(answer) + 1);
	bool is_left = demo_happens(&demo->book, 25);

	for (size_t i = 0; i < array_length(review); i++)
		plan(demo, day, minute + 5 * (int)i, ACT_BOOK, review[i]);
	day = later(demo, day, 1);
	plan(demo, day, minute, ACT_BOOK,
	    demo_happens(&demo->book, 30) ? "technical" : "internal");
	day = later(demo, day, 2);
	plan(demo, day, minute, ACT_BOOK, "action");
	day = later(demo, day, 1 + (int)demo_draw(&demo->book, 3));
	plan(demo, day, minute, ACT_BOOK, "follow-up");
	day = later(demo, day, 1 + (int)demo_draw(&demo->book, 9));
	for (size_t i = 0; i < (is_left ? left : array_length(answer)); i++)
		plan(demo, day, minute + 5 * (int)i, ACT_BOOK, answer[i]);
}

/* One in the complaint book: a slip, one nobody looked at, most to the end. */
static void
plan_entry(struct demo *demo, struct date day, int minute)
{
	demo->cases = arena_grow(demo->arena, demo->cases, demo->n_cases,
	    &demo->cases_room, sizeof *demo->cases);
	demo->cases[demo->n_cases++] = desk_new_id(demo->desk);
	plan(demo, day, minute, ACT_BOOK_RECEIVE, NULL);
	day = later(demo, day, 1);
	if (demo_happens(&demo->book, 15))
		return;
	if (demo_happens(&demo->book, 8))
		plan(demo, day, minute, ACT_BOOK, "forward");
	else
		plan_entry_rest(demo, day, minute);
}

static int
by_time(const void *a, const void *b)
{
	const struct planned *one = a, *other = b;

	if (one->at_ms != other->at_ms)
		return one->at_ms < other->at_ms ? -1 : 1;
	return one->number < other->number ? -1 : 1;
}

void
demo_plan(struct demo *demo, const struct demo_options *options)
{
	int days = options->days > 0 ? options->days : DAYS_USUAL;
	int most = options->per_day > 0 ? options->per_day : PER_DAY_USUAL;
	struct date today = local_date(demo->end_ms);

	for (int i = days; i >= 0; i--) {
		struct date day = date_add(today, -i);
		size_t n = demo_draw(&demo->data, (size_t)most + 1);

		if (!calendar_is_working(demo->calendar, day))
			continue;
		for (size_t j = 0; j < n; j++)
			plan_case(demo, day,
			    (int)demo_draw(&demo->data, 7 * 60));
		if (demo_happens(&demo->book, ENTRIES_PERCENT))
			plan_entry(demo, day,
			    (int)demo_draw(&demo->book, 7 * 60));
	}
	if (demo->n_plan > 0)
		qsort(demo->plan, demo->n_plan, sizeof *demo->plan, by_time);
}
