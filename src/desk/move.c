#include "desk/move.h"

#include <string.h>

#include "desk/case.h"
#include "desk/moving.h"
#include "desk/sheet.h"
#include "forms/record_map.h"

enum { SNAPSHOT_MAX = 4096 };

/* One move while it is being made. */
struct making {
	const struct move_request *request;
	const struct move *move;
	struct folded folded;
	struct answers *answers; /* judged; NULL: the move asks nothing */
	struct date date;
	const char *reason;
	struct refusals refusals;
	struct arena *arena;
};

static enum fail
demand_state(const struct making *making, struct err *err)
{
	const struct state *state = making->folded.status.state;

	if (status_allows(&making->folded.status, making->move))
		return FAIL_NONE;
	return fail_say(err, FAIL_CONFLICT, "move.wrong-state",
	    making->move->label, state->label, NULL);
}

/* The form's own value; in its place what the request gives. */
static const char *
field_value(const struct making *making, const char *name)
{
	const char *value = making->answers != NULL
	    ? answers_text(making->answers, name) : "";
	static const char reason_field[] = "reason";

	if (*value == '\0' && strcmp(name, reason_field) == 0 &&
	    making->request->reason != NULL)
		return making->request->reason;
	return value;
}

/* The first date the form asks is the business date of the move. */
static struct date
form_date(const struct answers *answers)
{
	const struct form *form = answers_form(answers);

	for (size_t i = 0; i < form->n; i++)
		if (form->fields[i].type == FIELD_DATE)
			return answers_date(answers, form->fields[i].name);
	return (struct date){ 0 };
}

static void
take_answers(struct desk *desk, struct making *making)
{
	if (making->answers != NULL)
		making->date = form_date(making->answers);
	if (date_is_none(making->date))
		making->date = making->request->date;
	if (date_is_none(making->date))
		making->date = desk_today(desk);
	making->reason = field_value(making, "reason");
}

/*
 * Not in the future, not before the file came, and nothing before the day the
 * clock was last started or stopped: no certificate is handed over before it
 * was issued.
 */
static void
check_date(struct desk *desk, struct making *making)
{
	const struct process_clock *clock = &making->folded.clock;
	struct date earliest;
	char text[DATE_TEXT_SIZE];

	if (date_compare(making->date, desk_today(desk)) > 0)
		refusals_add(&making->refusals, NULL, NULL, "date",
		    "move.future", NULL);
	if (!date_parse(record_text(&making->folded.application,
	    APPLICATION_RECEIVED_DATE), &earliest))
		return;
	if (clock->state == PROCESS_RUNNING &&
	    date_compare(clock->started, earliest) > 0)
		earliest = clock->started;
	if ((clock->state == PROCESS_STOPPED ||
	    clock->state == PROCESS_ENDED) &&
	    date_compare(clock->stopped, earliest) > 0)
		earliest = clock->stopped;
	if (date_compare(making->date, earliest) >= 0)
		return;
	date_print_local(earliest, text);
	refusals_add(&making->refusals, NULL, NULL, "date", "move.too-early",
	    text, NULL);
}

/* What the life demands of the form, whether or not a form was filled. */
static void
check_required(struct desk *desk, struct making *making)
{
	const struct form *form = making->answers != NULL
	    ? answers_form(making->answers) : NULL;

	(void)desk;
	for (size_t i = 0; i < making->move->n_required; i++) {
		const char *name = making->move->required[i];
		int field = form != NULL ? form_field(form, name) : -1;

		if (*field_value(making, name) != '\0' ||
		    strcmp(name, "date") == 0)
			continue;
		refusals_add(&making->refusals, field >= 0
		    ? form->fields[field].clause : NULL, NULL, name,
		    "move.missing", field >= 0
		    ? form->fields[field].label : name, NULL);
	}
}

/* Component 5: the product bears an electronic signature. */
static void
check_signed(struct making *making)
{
	const struct standard *standard = making->folded.standard;
	const char *is_signed = field_value(making, "signed");

	if (*is_signed != '\0' && strcmp(is_signed, "Y") != 0)
		refusals_add(&making->refusals, arena_print(making->arena,
		    "%s/5", standard->number), NULL, "signed",
		    "move.not-signed", NULL);
}

static enum fail
check(struct desk *desk, struct making *making, struct refusals *ret_refusals,
    struct err *err)
{
	if (making->answers != NULL)
		sheet_refusals(making->answers, &making->refusals);
	if (making->refusals.n == 0)
		check_required(desk, making);
	check_signed(making);
	check_date(desk, making);
	move_needs(making->move, &making->folded, making->reason,
	    &making->refusals);
	refusals_hand_on(&making->refusals, ret_refusals);
	return refusals_fail(&making->refusals, err);
}

static enum fail
put_event(struct desk *desk, const struct making *making,
    struct id *ret_event, struct err *err)
{
	struct case_step step = {
		.move = making->move,
		.date = making->date,
		.reason = making->reason,
		.ends = making->folded.status.ends,
		.n_ends = making->folded.status.n_ends,
	};
	scoped_buf snapshot = { 0 };

	buf_init(&snapshot, SNAPSHOT_MAX);
	if (making->move->effect != CLOCK_KEEP)
		fold_snapshot(&making->folded, &snapshot);
	step.snapshot = snapshot.text;
	return case_step(desk, &making->request->application, &step,
	    making->arena, ret_event, err);
}

static enum fail
put_answers(struct desk *desk, struct making *making, struct err *err)
{
	static const enum table_number taken[] = { TABLE_APPLICATION,
		TABLE_EVENT };
	struct record application = making->folded.application;
	enum fail fail;

	if (making->answers == NULL)
		return FAIL_NONE;
	answers_to_record(making->answers, &application, making->arena);
	fail = store_put(desk->store, &application, err);
	if (fail)
		return fail;
	return sheet_put_rows(desk, making->answers, taken,
	    array_length(taken), &application.id, err);
}

static enum fail
write(struct desk *desk, struct making *making, struct moved *ret_moved,
    struct err *err)
{
	enum fail fail = put_answers(desk, making, err);

	if (!fail)
		fail = put_event(desk, making, &ret_moved->event, err);
	if (!fail)
		fail = fold(desk, &making->request->application,
		    desk->assets.calendar, &making->folded, making->arena,
		    err);
	if (fail)
		return fail;
	ret_moved->state = making->move->to;
	ret_moved->due = making->folded.clock.due;
	return FAIL_NONE;
}

static enum fail
judge_sheet(struct desk *desk, struct making *making, struct err *err)
{
	const struct answers *answers = making->request->answers;

	if (strcmp(answers_form(answers)->name, making->move->form) != 0)
		return fail_say(err, FAIL_INVALID, "move.other-form",
		    making->move->label, NULL);
	return sheet_judged(desk, answers, making->arena, &making->answers,
	    err);
}

/* Inside the transaction: everything is read again before it is decided. */
static enum fail
make(struct desk *desk, struct making *making, struct refusals *refusals,
    struct moved *ret_moved, struct err *err)
{
	const struct move_request *request = making->request;
	enum fail fail;

	fail = fold(desk, &request->application, desk->assets.calendar,
	    &making->folded, making->arena, err);
	if (fail)
		return fail;
	if (making->folded.status.state == NULL)
		return fail_say(err, FAIL_CONFLICT, "move.wrong-state",
		    making->move->label, "", NULL);
	fail = events_demand_seen(desk, &making->folded.events,
	    &making->folded.status, request->seen, request->n_seen, err);
	if (!fail)
		fail = demand_state(making, err);
	if (!fail)
		fail = demand_two_persons(desk, &making->folded,
		    making->move->action, err);
	if (!fail && request->answers != NULL)
		fail = judge_sheet(desk, making, err);
	if (fail)
		return fail;
	take_answers(desk, making);
	fail = check(desk, making, refusals, err);
	return fail ? fail : write(desk, making, ret_moved, err);
}

enum fail
desk_move(struct desk *desk, const struct move_request *request,
    struct refusals *refusals, struct moved *ret_moved, struct err *err)
{
	scoped_transaction transaction = { 0 };
	scoped_arena arena = arena_new();
	struct making making = {
		.request = request,
		.move = life_move(desk->assets.life, request->move),
		.refusals.arena = arena,
		.arena = arena,
	};
	struct moved moved;
	enum fail fail;

	if (making.move == NULL)
		return fail_say(err, FAIL_MISSING, "move.unknown",
		    request->move, NULL);
	fail = act_begin(desk, making.move->action, &transaction, err);
	if (!fail)
		fail = make(desk, &making, refusals, &moved, err);
	if (!fail)
		fail = failpoint_reach(&desk->options.failpoint, "commit-move",
		    err);
	if (!fail)
		fail = transaction_commit(&transaction, err);
	if (!fail)
		*ret_moved = moved;
	return fail;
}
