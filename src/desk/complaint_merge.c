#include "desk/complaint_merge.h"

#include <string.h>

#include "desk/complaint_act.h"
#include "desk/complaint_inside.h"
#include "desk/sheet.h"

/* Two entries while one is put to the other, or taken from it. */
struct merging {
	const struct move *move;
	struct folded_complaint from, into;
	struct refusals refusals;
	struct arena *arena;
};

static enum fail
read_seen(struct desk *desk, const struct complaint *seen,
    struct folded_complaint *ret_folded, struct arena *arena,
    struct err *err)
{
	enum fail fail = complaint_fold(desk, &seen->record.id,
	    desk->assets.calendar, ret_folded, arena, err);

	if (fail)
		return fail;
	if (complaint_names(desk, &ret_folded->complaint))
		return fail_say(err, FAIL_MISSING, "complaint.none", NULL);
	return events_demand_seen(desk, &ret_folded->events,
	    &ret_folded->status, seen->status->ends, seen->status->n_ends,
	    err);
}

static enum fail
demand_from(const struct merging *merging, struct err *err)
{
	const struct state *state = merging->from.status.state;

	if (state != NULL && move_is_from(merging->move, state->name))
		return FAIL_NONE;
	return fail_say(err, FAIL_CONFLICT, "move.wrong-state",
	    merging->move->label, state != NULL ? state->label : "", NULL);
}

/* What it goes into is at work, and is not merged itself. */
static enum fail
demand_into(const struct merging *merging, struct err *err)
{
	const struct state *state = merging->into.status.state;

	if (state != NULL && state->is_open &&
	    complaint_merge_row(&merging->into) == NULL)
		return FAIL_NONE;
	return fail_say(err, FAIL_CONFLICT, "complaint.merge-closed",
	    record_text(&merging->into.complaint, COMPLAINT_NUMBER),
	    state != NULL ? state->label : "", NULL);
}

static bool
is_suggestion(const struct folded_complaint *folded)
{
	return strcmp(folded->status.state->name, STATE_SUGGESTION) == 0;
}

/*
 * Who is named in one of them would read of it in the other, and answer it.
 */
static bool
names_the_same(const struct merging *merging)
{
	return strcmp(record_text(&merging->from.complaint,
	    COMPLAINT_NAMED_OFFICER), record_text(&merging->into.complaint,
	    COMPLAINT_NAMED_OFFICER)) == 0;
}

static enum fail
check(struct merging *merging, const char *reason,
    struct refusals *ret_refusals, struct err *err)
{
	struct refusals *all = &merging->refusals;

	if (!reason_is_given(reason))
		refusals_add(all, NULL, NULL, "reason", "move.no-reason",
		    merging->move->label, NULL);
	if (merging->into.status.state != NULL &&
	    is_suggestion(&merging->from) != is_suggestion(&merging->into))
		refusals_add(all, NULL, NULL, "into",
		    "complaint.merge-suggestion", NULL);
	if (merging->into.status.state != NULL && !names_the_same(merging))
		refusals_add(all, NULL, NULL, "into", "complaint.merge-named",
		    NULL);
	/* One that was answered has nothing left to give to another. */
	if (!date_is_none(merging->into.clock.answered))
		refusals_add(all, NULL, NULL, "into",
		    "complaint.merge-answered", NULL);
	refusals_hand_on(all, ret_refusals);
	return refusals_fail(all, err);
}

static struct record
merge_row(struct desk *desk, const struct merging *merging,
    const char *reason)
{
	const struct id *from = &merging->from.complaint.id;
	const struct id *into = &merging->into.complaint.id;
	char hex[ID_HEX_SIZE];
	struct record row;

	id_print(into, hex);
	row = record_of(TABLE_MERGE, id_derived("merge", from, hex));
	record_set_id(&row, MERGE_COMPLAINT_ID, *from);
	record_set_id(&row, MERGE_INTO, *into);
	record_set_text(&row, merging->arena, MERGE_ACTIVE, "Y");
	record_set_text(&row, merging->arena, MERGE_STATE,
	    merging->from.status.state->name);
	record_set_text(&row, merging->arena, MERGE_REASON, reason);
	record_set_text(&row, merging->arena, MERGE_OFFICER,
	    act_officer(desk));
	record_set_integer(&row, MERGE_AT, store_now(desk->store));
	return row;
}

/* The event, the row, and where both stand now. */
static enum fail
write(struct desk *desk, struct merging *merging, const struct record *row,
    const char *reason, struct complaint_acted *ret_acted, struct err *err)
{
	const struct complaint_stepping stepping = { merging->move,
		desk_today(desk), reason };
	struct id into = record_id(row, MERGE_INTO);
	struct folded_complaint from, leader;
	struct id event;
	enum fail fail = complaint_event(desk, &merging->from, &stepping,
	    merging->arena, &event, err);

	if (!fail)
		fail = store_put(desk->store, row, err);
	if (!fail)
		fail = complaint_keep(desk, &merging->from.complaint.id,
		    &from, merging->arena, err);
	if (!fail)
		fail = complaint_fold(desk, &into, desk->assets.calendar,
		    &leader, merging->arena, err);
	if (fail)
		return fail;
	*ret_acted = (struct complaint_acted){
		.state = from.status.state->name, .row = event,
		.due = complaint_merge_row(&from) != NULL
		    ? leader.clock.clock.due : from.clock.clock.due };
	return FAIL_NONE;
}

static enum fail
begin(struct desk *desk, const char *name, struct merging *merging,
    struct transaction *transaction, struct err *err)
{
	merging->move = life_move(desk->assets.complaint_life, name);
	if (merging->move == NULL)
		return fail_say(err, FAIL_MISSING, "move.unknown", name, NULL);
	return act_begin(desk, merging->move->action, transaction, err);
}

/* Inside the transaction. */
static enum fail
merge(struct desk *desk, struct merging *merging,
    const struct complaint_merging *asked, struct refusals *refusals,
    struct complaint_acted *ret_acted, struct err *err)
{
	struct record row;
	enum fail fail = read_seen(desk, asked->from, &merging->from,
	    merging->arena, err);

	if (!fail)
		fail = read_seen(desk, asked->into, &merging->into,
		    merging->arena, err);
	if (!fail)
		fail = demand_from(merging, err);
	if (!fail)
		fail = demand_into(merging, err);
	if (!fail)
		fail = check(merging, asked->reason, refusals, err);
	if (fail)
		return fail;
	row = merge_row(desk, merging, asked->reason);
	return write(desk, merging, &row, asked->reason, ret_acted, err);
}

enum fail
desk_complaint_merge(struct desk *desk,
    const struct complaint_merging *asked, struct refusals *refusals,
    struct complaint_acted *ret_acted, struct err *err)
{
	scoped_transaction transaction = { 0 };
	scoped_arena arena = arena_new();
	struct merging merging = { .arena = arena, .refusals.arena = arena };
	struct complaint_acted acted;
	enum fail fail;

	if (id_equal(&asked->from->record.id, &asked->into->record.id))
		return fail_say(err, FAIL_INVALID, "complaint.merge-self",
		    NULL);
	fail = complaint_guard(desk, &asked->from->record.id, err);
	if (!fail)
		fail = complaint_guard(desk, &asked->into->record.id, err);
	if (!fail)
		fail = begin(desk, MOVE_MERGE, &merging, &transaction, err);
	if (!fail)
		fail = merge(desk, &merging, asked, refusals, &acted, err);
	if (!fail)
		fail = failpoint_reach(&desk->options.failpoint,
		    "commit-complaint-merge", err);
	if (!fail)
		fail = transaction_commit(&transaction, err);
	if (!fail)
		*ret_acted = acted;
	return fail;
}

/* Inside the transaction. */
static enum fail
split(struct desk *desk, struct merging *merging,
    const struct complaint *seen, const char *reason,
    struct complaint_acted *ret_acted, struct err *err)
{
	const struct record *known;
	struct record row;
	enum fail fail = read_seen(desk, seen, &merging->from, merging->arena,
	    err);

	if (!fail)
		fail = demand_from(merging, err);
	if (fail)
		return fail;
	known = complaint_merge_row(&merging->from);
	if (known == NULL)
		return fail_say(err, FAIL_CONFLICT, "move.wrong-state",
		    merging->move->label, merging->from.status.state->label,
		    NULL);
	row = *known;
	record_set_text(&row, merging->arena, MERGE_ACTIVE, "T");
	return write(desk, merging, &row, reason, ret_acted, err);
}

enum fail
desk_complaint_split(struct desk *desk, const struct complaint *from,
    const char *reason, struct refusals *refusals,
    struct complaint_acted *ret_acted, struct err *err)
{
	scoped_transaction transaction = { 0 };
	scoped_arena arena = arena_new();
	struct merging merging = { .arena = arena, .refusals.arena = arena };
	struct complaint_acted acted;
	enum fail fail = complaint_guard(desk, &from->record.id, err);

	if (!fail)
		fail = begin(desk, MOVE_SPLIT, &merging, &transaction, err);
	if (!fail && !reason_is_given(reason)) {
		refusals_add(&merging.refusals, NULL, NULL, "reason",
		    "move.no-reason", merging.move->label, NULL);
		refusals_hand_on(&merging.refusals, refusals);
		fail = refusals_fail(&merging.refusals, err);
	}
	if (!fail)
		fail = split(desk, &merging, from, reason, &acted, err);
	if (!fail)
		fail = failpoint_reach(&desk->options.failpoint,
		    "commit-complaint-merge", err);
	if (!fail)
		fail = transaction_commit(&transaction, err);
	if (!fail)
		*ret_acted = acted;
	return fail;
}
