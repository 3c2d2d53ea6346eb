#include "desk/demo.h"

#include <stdlib.h>
#include <string.h>

#include "desk/application.h"
#include "desk/checklist.h"
#include "desk/demo_book.h"
#include "desk/demo_inside.h"
#include "desk/demo_sheet.h"
#include "desk/draft.h"
#include "desk/intake.h"
#include "desk/move.h"
#include "domain/checklist.h"
#include "domain/standard.h"

enum { SEED_USUAL = 20261102 };

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

/* One entry of the complaint book, or one thing done with it. */
static enum fail
do_book(struct demo *demo, const struct planned *planned,
    struct arena *arena, struct err *err)
{
	const struct id *id = &demo->cases[planned->case_at];
	bool is_new = planned->act == ACT_BOOK_RECEIVE;
	enum fail fail = sign_in(demo, is_new ? ACTION_RECORD_COMPLAINT
	    : demo_book_action(demo->desk, planned->move), err);

	if (fail)
		return fail;
	return is_new
	    ? demo_book_receive(demo->desk, &demo->book, id, arena, err)
	    : demo_book_do(demo->desk, &demo->book, id, planned->move, arena,
	    err);
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
	case ACT_BOOK_RECEIVE:
	case ACT_BOOK: return do_book(demo, planned, arena, err);
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

	demo_plan(demo, options);
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
	demo.book = demo.data;
	demo.book.drawn = ~demo.data.drawn;
	fail = fill(&demo, options, err);
	session_end(desk);
	session_start(desk);
	if (!fail)
		*ret_applications = demo.n_received;
	return fail;
}
