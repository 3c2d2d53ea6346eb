#include "desk/demo.h"

#include <stdlib.h>
#include <string.h>

#include "desk/application.h"
#include "desk/checklist.h"
#include "desk/demo_sheet.h"
#include "desk/draft.h"
#include "desk/intake.h"
#include "desk/move.h"
#include "domain/checklist.h"
#include "domain/standard.h"

enum {
	DAYS_USUAL = 90,
	PER_DAY_USUAL = 2,
	OPENS_AT = 8,  /* o'clock */
	MINUTE_MS = 60 * 1000,
	SEED_USUAL = 20261102,
};

/* One thing somebody does, at its time. */
enum act { ACT_RECEIVE, ACT_CONSULT, ACT_CHECK, ACT_CHECK_FAULT, ACT_MOVE };

struct planned {
	int64_t at_ms;
	size_t number;    /* in the order of planning, for equal times */
	size_t case_at;
	enum act act;
	const char *move;
};

struct demo {
	struct desk *desk;
	struct demo_clock *clock;
	struct demo_data data;
	struct arena *arena;
	const struct calendar *calendar;
	int64_t end_ms;
	struct id *cases;
	size_t n_cases, cases_room;
	struct planned *plan;
	size_t n_plan, plan_room;
	size_t n_received;
};

static int64_t
demo_now(void *context)
{
	const struct demo_clock *demo = context;

	return demo->now_ms;
}

struct clock
demo_clock(struct demo_clock *demo)
{
	return (struct clock){ demo_now, demo };
}

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

static int
by_time(const void *a, const void *b)
{
	const struct planned *one = a, *other = b;

	if (one->at_ms != other->at_ms)
		return one->at_ms < other->at_ms ? -1 : 1;
	return one->number < other->number ? -1 : 1;
}

static void
plan_all(struct demo *demo, const struct demo_options *options)
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
	}
	if (demo->n_plan > 0)
		qsort(demo->plan, demo->n_plan, sizeof *demo->plan, by_time);
}

/* Whoever may; the first of the file for most, so that seats are few. */
static enum fail
sign_in(struct demo *demo, enum action action, struct err *err)
{
	const struct demo_data *data = &demo->data;

	if (desk_may(demo->desk, action))
		return FAIL_NONE;
	for (size_t i = 0; i < data->n_officers; i++)
		if (role_may(data->officers[i].roles, action))
			return desk_sign_in(demo->desk,
			    data->officers[i].staff_id, "", NULL, err);
	return fail_say(err, FAIL_INVALID, "demo.nobody", action_name(action),
	    NULL);
}

static enum fail
do_receive(struct demo *demo, const struct planned *planned,
    struct arena *arena, struct err *err)
{
	bool is_consultation = planned->act == ACT_CONSULT;
	struct intake intake = { .id = demo->cases[planned->case_at] };
	struct answers *answers;
	struct received received;
	enum fail fail = sign_in(demo, ACTION_RECEIVE, err);

	if (!fail)
		fail = demo_application(demo->desk, &demo->data,
		    is_consultation, arena, &answers, err);
	if (fail)
		return fail;
	intake.answers = answers;
	intake.doubt_reason = demo_word(&demo->data, DEMO_NOTE);
	intake.duplicate_reason = intake.doubt_reason;
	fail = is_consultation
	    ? desk_consult(demo->desk, &intake, NULL, &received, err)
	    : desk_receive(demo->desk, &intake, NULL, &received, err);
	demo->n_received += !fail && !is_consultation;
	return fail;
}

/* Every requirement right, or one of them wrong. */
static enum fail
do_check(struct demo *demo, const struct planned *planned,
    struct arena *arena, struct err *err)
{
	const struct demo_fault *fault = &demo->data.faults[demo_draw(
	    &demo->data, demo->data.n_faults)];
	struct id id = demo->cases[planned->case_at];
	struct checklist list;
	enum fail fail = sign_in(demo, ACTION_CHECK, err);

	if (!fail)
		fail = desk_checklist(demo->desk, &id, arena, &list, err);
	for (size_t i = 0; !fail && i < list.n; i++) {
		struct check check = { .application = id, .result = "B",
			.clause = list.rows[i].requirement->clause };

		if (list.rows[i].requirement->stage != STAGE_COMPLETE ||
		    list.rows[i].result == CHECK_RIGHT)
			continue;
		if (planned->act == ACT_CHECK_FAULT &&
		    strcmp(fault->clause, check.clause) == 0) {
			check.result = demo_happens(&demo->data, 50) ? "K"
			    : "T";
			check.note = fault->note;
		}
		fail = desk_check(demo->desk, &check, err);
	}
	return fail;
}

static enum fail
do_move(struct demo *demo, const struct planned *planned,
    struct arena *arena, struct err *err)
{
	const struct move *move =
	    life_move(demo->desk->assets.life, planned->move);
	struct move_request request = { .move = planned->move,
		.application = demo->cases[planned->case_at] };
	struct application application;
	struct answers *answers;
	struct moved moved;
	enum fail fail;

	if (move == NULL)
		return fail_say(err, FAIL_MISSING, "move.unknown",
		    planned->move, NULL);
	fail = sign_in(demo, move->action, err);
	if (!fail)
		fail = desk_application(demo->desk, &request.application,
		    arena, &application, err);
	if (!fail)
		fail = demo_move(demo->desk, &demo->data, move,
		    &application.record, arena, &answers, err);
	if (fail)
		return fail;
	request.answers = answers;
	if (answers != NULL)
		request.reason = answers_text(answers, "reason");
	request.seen = application.status->ends;
	request.n_seen = application.status->n_ends;
	return desk_move(demo->desk, &request, NULL, &moved, err);
}

static enum fail
do_planned(struct demo *demo, const struct planned *planned, struct err *err)
{
	scoped_arena arena = arena_new();

	demo->clock->now_ms = planned->at_ms;
	switch (planned->act) {
	case ACT_RECEIVE:
	case ACT_CONSULT: return do_receive(demo, planned, arena, err);
	case ACT_CHECK:
	case ACT_CHECK_FAULT: return do_check(demo, planned, arena, err);
	case ACT_MOVE: break;
	}
	return do_move(demo, planned, arena, err);
}

/* The first of them makes the register, and the others. */
static enum fail
add_officers(struct demo *demo, struct err *err)
{
	const struct demo_data *data = &demo->data;
	struct officer first = data->officers[0];
	enum fail fail = desk_officer_first(demo->desk, &first, "", err);

	if (!fail)
		fail = desk_sign_in(demo->desk, first.staff_id, "", NULL, err);
	for (size_t i = 1; i < data->n_officers && !fail; i++) {
		struct officer next = data->officers[i];

		next.superior = "";
		fail = desk_officer_add(demo->desk, &next, "", err);
	}
	for (size_t i = 0; i < data->n_officers && !fail; i++)
		if (*data->officers[i].superior != '\0')
			fail = desk_officer_change(demo->desk,
			    &data->officers[i], err);
	return fail;
}

/* One sheet that was begun and left. */
static enum fail
leave_draft(struct demo *demo, struct err *err)
{
	struct id id = desk_new_id(demo->desk);
	struct answers *answers;
	enum fail fail = sign_in(demo, ACTION_RECEIVE, err);

	if (!fail)
		fail = demo_application(demo->desk, &demo->data, false,
		    demo->arena, &answers, err);
	return fail ? fail : desk_draft_keep(demo->desk, &id, answers,
	    answers_text(answers, "company_name"), "proxy", err);
}

static enum fail
fill(struct demo *demo, const struct demo_options *options, struct err *err)
{
	struct local_time begin = { .hour = OPENS_AT };
	enum fail fail;

	plan_all(demo, options);
	begin.date = demo->n_plan > 0 ? local_date(demo->plan[0].at_ms)
	    : local_date(demo->end_ms);
	demo->clock->now_ms = local_to_utc(&begin) - MINUTE_MS;
	fail = add_officers(demo, err);
	for (size_t i = 0; i < demo->n_plan && !fail; i++)
		if (demo->plan[i].at_ms <= demo->end_ms)
			fail = do_planned(demo, &demo->plan[i], err);
	demo->clock->now_ms = demo->end_ms;
	if (!fail)
		fail = leave_draft(demo, err);
	return fail;
}

enum fail
desk_demo(struct desk *desk, struct demo_clock *clock,
    const struct demo_options *options, size_t *ret_applications,
    struct err *err)
{
	scoped_arena arena = arena_new();
	struct demo demo = { .desk = desk, .clock = clock, .arena = arena,
		.calendar = desk->assets.calendar, .end_ms = clock->now_ms };
	bool has_officers;
	enum fail fail;

	if (!desk_is_practice(desk))
		return fail_say(err, FAIL_CONFLICT, "demo.not-practice", NULL);
	fail = desk_has_officers(desk, &has_officers, err);
	if (!fail && has_officers)
		return fail_say(err, FAIL_CONFLICT, "demo.not-empty", NULL);
	if (!fail)
		fail = demo_data_load(desk->options.assets, arena, &demo.data,
		    err);
	if (fail)
		return fail;
	demo.data.drawn = options->seed != 0 ? options->seed : SEED_USUAL;
	fail = fill(&demo, options, err);
	session_end(desk);
	session_start(desk);
	if (!fail)
		*ret_applications = demo.n_received;
	return fail;
}
