#include "desk/complaint_act.h"

#include <string.h>

#include "desk/complaint_acting.h"
#include "desk/sheet.h"
#include "domain/complaint_words.h"

enum { SNAPSHOT_MAX = 256 };

/* The state before the present one: where the way is back. */
static const char *
state_before(const struct folded_complaint *folded)
{
	const struct record *row = complaint_merge_row(folded);

	return row != NULL ? record_text(row, MERGE_STATE) : "";
}

enum fail
complaint_event(struct desk *desk, const struct folded_complaint *folded,
    const struct complaint_stepping *stepping, struct arena *arena,
    struct id *ret_event, struct err *err)
{
	const struct move *move = stepping->move;
	struct case_step step = { .move = move, .date = stepping->date,
		.reason = stepping->reason, .ends = folded->status.ends,
		.n_ends = folded->status.n_ends };
	scoped_buf snapshot = { 0 };

	buf_init(&snapshot, SNAPSHOT_MAX);
	buf_text(&snapshot, "");
	step.state = move_leads_to(move, folded->status.state->name,
	    state_before(folded));
	if (move->effect != CLOCK_KEEP)
		events_snapshot_due(&folded->clock.clock, &snapshot);
	step.snapshot = snapshot.text;
	return event_put(desk, &folded->complaint.id, &step, arena, ret_event,
	    err);
}

static enum fail
put_changed(struct desk *desk, const struct record *was,
    const struct record *wanted, struct err *err)
{
	for (size_t i = 0; i < was->table->n_cells; i++)
		if (!value_equal(&was->cell[i], &wanted->cell[i]))
			return store_put(desk->store, wanted, err);
	return FAIL_NONE;
}

/* One level up: the report about the one below is written. */
static void
raise_level(struct desk *desk, struct complaint_acting *acting)
{
	const struct book_word *above;

	if (acting->step.move == NULL ||
	    strcmp(acting->step.move->name, MOVE_ESCALATE) != 0)
		return;
	above = complaint_level_above(desk->assets.complaints,
	    record_text(&acting->review, REVIEW_CLASS),
	    record_text(&acting->review, REVIEW_LEVEL));
	if (above != NULL)
		record_set_text(&acting->review, acting->arena, REVIEW_LEVEL,
		    above->code);
}

static enum fail
drop_draft(struct desk *desk, const struct complaint_acting *acting,
    struct err *err)
{
	char hex[ID_HEX_SIZE];
	struct draft_key key;

	if (acting->answers == NULL)
		return FAIL_NONE;
	key = draft_key(desk, answers_form(acting->answers)->name,
	    &acting->complaint.id, hex);
	return store_draft_drop(desk->store, &key, err);
}

static enum fail
put_rows(struct desk *desk, struct complaint_acting *acting, struct err *err)
{
	const struct folded_complaint *folded = &acting->folded;
	enum fail fail;

	fail = put_changed(desk, &folded->complaint, &acting->complaint, err);
	if (!fail)
		fail = put_changed(desk, &folded->review, &acting->review,
		    err);
	if (!fail && acting->step.adds)
		fail = store_put(desk->store, &acting->row, err);
	return fail ? fail : drop_draft(desk, acting, err);
}

static enum fail
write(struct desk *desk, struct complaint_acting *acting,
    struct complaint_acted *ret_acted, struct err *err)
{
	const struct complaint_stepping stepping = { acting->step.move,
		acting->date, acting->reason };
	struct folded_complaint after;
	struct id row = acting->step.adds ? acting->row.id
	    : (struct id){ { 0 } };
	enum fail fail;

	raise_level(desk, acting);
	fail = put_rows(desk, acting, err);
	if (!fail && acting->step.move != NULL)
		fail = complaint_event(desk, &acting->folded, &stepping,
		    acting->arena, &row, err);
	if (!fail)
		fail = complaint_keep(desk, &acting->complaint.id, &after,
		    acting->arena, err);
	if (fail)
		return fail;
	*ret_acted = (struct complaint_acted){
		.state = after.status.state->name,
		.due = after.clock.clock.due, .row = row };
	return FAIL_NONE;
}

static enum fail
demand_state(const struct complaint_acting *acting, struct err *err)
{
	const struct state *state = acting->folded.status.state;
	const struct move *move = acting->step.move;

	if (move != NULL && status_allows(&acting->folded.status, move))
		return FAIL_NONE;
	if (move != NULL)
		return fail_say(err, FAIL_CONFLICT, "move.wrong-state",
		    move->label, state != NULL ? state->label : "", NULL);
	if (state != NULL && state->is_open)
		return FAIL_NONE;
	return fail_say(err, FAIL_CONFLICT, "complaint.closed",
	    state != NULL ? state->label : "", NULL);
}

static enum fail
judge_sheet(struct desk *desk, struct complaint_acting *acting,
    struct err *err)
{
	const struct answers *answers = acting->request->answers;

	if (answers == NULL)
		return FAIL_NONE;
	if (strcmp(answers_form(answers)->name, acting->step.form) != 0)
		return fail_say(err, FAIL_INVALID, "move.other-form",
		    acting->step.move != NULL ? acting->step.move->label
		    : answers_form(answers)->title, NULL);
	return sheet_judged(desk, answers, acting->arena, &acting->answers,
	    err);
}

/* Inside the transaction: everything is read again before it is decided. */
static enum fail
make(struct desk *desk, struct complaint_acting *acting,
    struct refusals *refusals, struct complaint_acted *ret_acted,
    struct err *err)
{
	const struct id *id = &acting->request->seen->record.id;
	enum fail fail = complaint_fold(desk, id, desk->assets.calendar,
	    &acting->folded, acting->arena, err);

	if (!fail && complaint_names(desk, &acting->folded.complaint))
		fail = fail_say(err, FAIL_MISSING, "complaint.none", NULL);
	if (!fail)
		fail = acting_demand_seen(desk, acting, err);
	if (!fail)
		fail = demand_state(acting, err);
	if (!fail)
		fail = judge_sheet(desk, acting, err);
	if (fail)
		return fail;
	acting_apply(desk, acting);
	acting_check(desk, acting);
	refusals_hand_on(&acting->refusals, refusals);
	fail = refusals_fail(&acting->refusals, err);
	return fail ? fail : write(desk, acting, ret_acted, err);
}

/* A pair of entries is moved by desk/complaint_merge.h. */
static bool
is_pair(const char *act)
{
	return strcmp(act, MOVE_MERGE) == 0 || strcmp(act, MOVE_SPLIT) == 0;
}

enum fail
desk_complaint_act(struct desk *desk, const struct complaint_request *request,
    struct refusals *refusals, struct complaint_acted *ret_acted,
    struct err *err)
{
	scoped_transaction transaction = { 0 };
	scoped_arena arena = arena_new();
	struct complaint_acting acting = { .request = request,
		.refusals.arena = arena, .arena = arena };
	struct complaint_acted acted;
	enum fail fail;

	if (is_pair(request->act) || !complaint_step_find(
	    desk->assets.complaint_life, request->act, &acting.step))
		return fail_say(err, FAIL_MISSING, "move.unknown",
		    request->act, NULL);
	fail = complaint_guard(desk, &request->seen->record.id, err);
	if (!fail)
		fail = act_begin(desk, complaint_step_action(&acting.step,
		    request->answers), &transaction, err);
	if (!fail)
		fail = make(desk, &acting, refusals, &acted, err);
	if (!fail)
		fail = failpoint_reach(&desk->options.failpoint,
		    "commit-complaint-act", err);
	if (!fail)
		fail = transaction_commit(&transaction, err);
	if (!fail)
		*ret_acted = acted;
	return fail;
}
