#include <string.h>

#include "desk/application.h"
#include "desk/fold.h"
#include "desk/review.h"
#include "desk/sheet.h"
#include "desk/stated.h"
#include "domain/application_check.h"
#include "forms/record_map.h"

/* Changing later what was stated. */

enum fail
stated_merge(const struct record *seen, const struct record *typed,
    struct record *stands, bool *ret_is_changed, struct err *err)
{
	const struct table *table = stands->table;

	*ret_is_changed = false;
	for (size_t i = 0; i < table->n_cells; i++) {
		const struct value *was = &seen->cell[i];
		const struct value *wanted = &typed->cell[i];

		if (value_equal(was, wanted) ||
		    value_equal(&stands->cell[i], wanted))
			continue;
		if (!value_equal(&stands->cell[i], was))
			return fail_say(err, FAIL_CONFLICT, "intake.changed",
			    table->cells[i].name, NULL);
		stands->cell[i] = *wanted;
		*ret_is_changed = true;
	}
	return FAIL_NONE;
}

/*
 * The day it came is the day its life begins: not after its second step, and
 * in the year its number is of.
 */
static void
check_received(const struct record *wanted, const struct folded *folded,
    struct refusals *refusals)
{
	const struct records *events = &folded->events;
	const char *was = record_text(&folded->application,
	    APPLICATION_RECEIVED_DATE);
	const char *day = record_text(wanted, APPLICATION_RECEIVED_DATE);
	struct date next;
	char text[DATE_TEXT_SIZE];

	if (strncmp(was, day, 4) != 0)
		refusals_add(refusals, NULL, NULL, "received_date",
		    "intake.other-year", record_text(wanted,
		    APPLICATION_NUMBER), NULL);
	if (events->n < 2 || !date_parse(record_text(&events->list[1],
	    EVENT_DATE), &next))
		return;
	date_print(next, text);
	if (strcmp(day, text) <= 0)
		return;
	date_print_local(next, text);
	refusals_add(refusals, NULL, NULL, "received_date",
	    "intake.after-next", text, NULL);
}

/*
 * The sheet and the rules, but not how late it was typed: that was answered
 * then. A number stays of a scale that is served.
 */
static enum fail
check(struct desk *desk, const struct answers *answers,
    const struct folded *folded, const struct record *wanted,
    struct refusals *ret_refusals, struct err *err)
{
	scoped_arena arena = arena_new();
	struct refusals all = { .arena = arena };

	sheet_refusals(answers, &all);
	application_refusals(folded->standard, wanted, desk_today(desk), &all);
	if (application_is_consultation(folded->standard, wanted))
		refusals_add(&all, arena_print(arena, "%s/1.A.1",
		    folded->standard->number), NULL, "scale",
		    "intake.is-consultation", NULL);
	check_received(wanted, folded, &all);
	refusals_hand_on(&all, ret_refusals);
	return refusals_fail(&all, err);
}

static enum fail
demand_open(const struct status *status, struct err *err)
{
	const struct state *state = status->state;

	if (state != NULL && state->is_open)
		return FAIL_NONE;
	return fail_say(err, FAIL_CONFLICT, "intake.closed",
	    state != NULL ? state->label : "", NULL);
}

static enum fail
write(struct desk *desk, const struct record *wanted,
    const struct answers *answers, const char *reason, struct err *err)
{
	static const enum table_number taken[] = { TABLE_APPLICATION };
	char hex[ID_HEX_SIZE];
	struct draft_key key = draft_key(desk, answers_form(answers)->name,
	    &wanted->id, hex);
	enum fail fail = store_put(desk->store, wanted, err);

	if (!fail)
		fail = sheet_put_rows(desk, answers, taken,
		    array_length(taken), &wanted->id, err);
	if (!fail)
		fail = access_note(desk, &wanted->id, ACT_EDITED, reason, err);
	return fail ? fail : store_draft_drop(desk->store, &key, err);
}

/* Inside the transaction. */
static enum fail
edit(struct desk *desk, const struct record *seen,
    const struct answers *judged, const char *reason,
    struct refusals *refusals, struct err *err)
{
	scoped_arena arena = arena_new();
	struct record typed = *seen, wanted;
	struct folded folded;
	bool is_changed;
	enum fail fail;

	fail = fold(desk, &seen->id, desk->assets.calendar, &folded, arena,
	    err);
	if (!fail)
		fail = demand_open(&folded.status, err);
	if (fail)
		return fail;
	answers_to_record(judged, &typed, arena);
	wanted = folded.application;
	fail = stated_merge(seen, &typed, &wanted, &is_changed, err);
	if (!fail)
		fail = check(desk, judged, &folded, &wanted, refusals, err);
	if (!fail && !is_changed)
		return fail_say(err, FAIL_INVALID, "intake.no-change", NULL);
	return fail ? fail : write(desk, &wanted, judged, reason, err);
}

enum fail
desk_demand_edit(struct desk *desk, const struct application *application,
    struct err *err)
{
	enum fail fail = desk_demand(desk, ACTION_RECEIVE, err);

	return fail ? fail : demand_open(application->status, err);
}

enum fail
desk_edit(struct desk *desk, const struct record *seen,
    const struct answers *answers, const char *reason,
    struct refusals *refusals, struct err *err)
{
	scoped_transaction transaction = { 0 };
	scoped_arena arena = arena_new();
	struct answers *judged;
	enum fail fail;

	fail = act_begin(desk, ACTION_RECEIVE, &transaction, err);
	if (!fail && !reason_is_given(reason))
		return fail_say(err, FAIL_INVALID, "intake.no-reason", NULL);
	if (!fail)
		fail = sheet_judged(desk, answers, arena, &judged, err);
	if (!fail)
		fail = edit(desk, seen, judged, reason, refusals, err);
	if (!fail)
		fail = failpoint_reach(&desk->options.failpoint,
		    "commit-edit", err);
	return fail ? fail : transaction_commit(&transaction, err);
}
