#include <string.h>

#include "desk/complaint_look.h"
#include "desk/sheet.h"
#include "desk/stated.h"
#include "forms/record_map.h"

/* Changing later what was stated, and of whom. */

struct editing {
	const struct complaint *seen;
	struct answers *answers; /* judged */
	struct folded_complaint folded;
	struct record complaint; /* as it will stand */
	struct record reporter;  /* the same; in clear */
	bool is_changed;
	bool has_identity;
	enum kind_rule rule;
	struct refusals refusals; /* of the link to an application */
};

/*
 * The day it came begins its life: in the year its number is of, and not after
 * its second step.
 */
static void
check_received(const struct editing *editing, struct refusals *refusals)
{
	const struct records *events = &editing->folded.events;
	const char *day = record_text(&editing->complaint,
	    COMPLAINT_RECEIVED_DATE);
	struct date next;
	char text[DATE_TEXT_SIZE];

	if (strncmp(record_text(&editing->folded.complaint,
	    COMPLAINT_RECEIVED_DATE), day, 4) != 0)
		refusals_add(refusals, NULL, NULL, "received_date",
		    "intake.other-year", record_text(&editing->complaint,
		    COMPLAINT_NUMBER), NULL);
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

static enum fail
check(struct desk *desk, const struct editing *editing,
    struct refusals *ret_refusals, struct err *err)
{
	scoped_arena arena = arena_new();
	struct record complaint = editing->complaint;
	struct refusals all = { .arena = arena };

	sheet_refusals(editing->answers, &all);
	/* A suggestion may become complete; its kind is then moved. */
	if (strcmp(record_text(&complaint, COMPLAINT_KIND),
	    book_kind_name(KIND_COMPLAINT)) != 0 &&
	    editing->rule != RULE_LATE)
		record_set_text(&complaint, arena, COMPLAINT_KIND, "");
	complaint_refusals(editing->folded.standard, &complaint,
	    editing->has_identity, desk_today(desk), &all);
	if (editing->seen->is_confidential && strcmp(record_text(&complaint,
	    COMPLAINT_CONFIDENTIAL), "Y") != 0)
		refusals_add(&all, NULL, NULL, "confidential",
		    "complaint.stays-sealed", NULL);
	check_received(editing, &all);
	if (complaint_names(desk, &editing->complaint))
		refusals_add(&all, NULL, NULL, "named_officer",
		    "complaint.names-you", NULL);
	refusals_hand_on(&editing->refusals, &all);
	refusals_hand_on(&all, ret_refusals);
	return refusals_fail(&all, err);
}

static enum fail
write(struct desk *desk, const struct editing *editing, const char *reason,
    struct arena *arena, struct err *err)
{
	const struct record *complaint = &editing->complaint;
	char hex[ID_HEX_SIZE];
	struct draft_key key = draft_key(desk,
	    answers_form(editing->answers)->name, &complaint->id, hex);
	struct folded_complaint after;
	enum fail fail = store_put(desk->store, complaint, err);

	if (!fail)
		fail = people_put(desk, complaint, &editing->reporter,
		    editing->answers, editing->seen->is_confidential
		    ? editing->folded.people.n : 0, err);
	if (!fail)
		fail = complaint_put_rows(desk, editing->answers,
		    &complaint->id, err);
	if (!fail)
		fail = access_note(desk, &complaint->id, ACT_EDITED, reason,
		    err);
	if (!fail)
		fail = complaint_keep(desk, &complaint->id, &after, arena,
		    err);
	return fail ? fail : store_draft_drop(desk->store, &key, err);
}

/*
 * The pelapor of a confidential entry is not on the sheet; what is typed
 * there stands in for all of him, nothing typed leaves him as he is.
 */
static enum fail
take_people(struct editing *editing, struct arena *arena, struct err *err)
{
	const struct record *stands = editing->folded.reporter;
	struct record none = record_of(TABLE_COMPLAINANT,
	    editing->reporter.id);
	struct record typed = editing->reporter;
	struct record wanted = stands != NULL ? *stands : none;
	bool is_changed;
	enum fail fail;

	(void)arena;
	if (editing->seen->is_confidential) {
		if (!people_has_any(&typed) && stands != NULL)
			typed = *stands;
		editing->is_changed = editing->is_changed ||
		    people_has_any(&editing->reporter);
		editing->reporter = typed;
		return FAIL_NONE;
	}
	fail = stated_merge(editing->seen->n_people > 0
	    ? &editing->seen->people[0] : &none, &typed, &wanted,
	    &is_changed, err);
	editing->is_changed = editing->is_changed || is_changed;
	editing->reporter = wanted;
	return fail;
}

/* What the rule says now is kept; the kind is only changed by a move. */
static void
rule_again(struct editing *editing, struct arena *arena)
{
	struct record *complaint = &editing->complaint;
	struct record *reporter = &editing->reporter;
	struct kind_ruling ruling;

	editing->has_identity = complaint_has_identity(complaint, reporter);
	ruling = complaint_ruling(editing->folded.standard, complaint,
	    editing->has_identity, arena);
	editing->rule = ruling.rule;
	record_set_text(complaint, arena, COMPLAINT_KIND_RULE,
	    kind_rule_name(ruling.rule));
}

/* Inside the transaction. */
static enum fail
edit(struct desk *desk, struct editing *editing, const char *reason,
    struct refusals *refusals, struct err *err)
{
	scoped_arena arena = arena_new();
	const struct record *seen = &editing->seen->record;
	const struct state *state;
	struct record typed = *seen;
	enum fail fail = complaint_fold(desk, &seen->id,
	    desk->assets.calendar, &editing->folded, arena, err);

	if (fail)
		return fail;
	state = editing->folded.status.state;
	if (state == NULL || state->is_end)
		return fail_say(err, FAIL_CONFLICT, "complaint.closed",
		    state != NULL ? state->label : "", NULL);
	answers_to_record(editing->answers, &typed, arena);
	record_set_text(&typed, arena, COMPLAINT_KIND,
	    record_text(seen, COMPLAINT_KIND));
	editing->reporter = people_reporter(editing->answers, &typed, arena);
	editing->complaint = editing->folded.complaint;
	fail = stated_merge(seen, &typed, &editing->complaint,
	    &editing->is_changed, err);
	if (!fail)
		fail = take_people(editing, arena, err);
	if (!fail && !editing->is_changed)
		return fail_say(err, FAIL_INVALID, "intake.no-change", NULL);
	if (fail)
		return fail;
	rule_again(editing, arena);
	editing->refusals = (struct refusals){ .arena = arena };
	fail = complaint_link_application(desk, &editing->complaint,
	    &editing->refusals, arena, err);
	if (!fail)
		fail = check(desk, editing, refusals, err);
	return fail ? fail : write(desk, editing, reason, arena, err);
}

enum fail
desk_complaint_edit(struct desk *desk, const struct complaint *seen,
    const struct answers *answers, const char *reason,
    struct refusals *refusals, struct err *err)
{
	scoped_transaction transaction = { 0 };
	scoped_arena arena = arena_new();
	struct editing editing = { .seen = seen };
	enum fail fail = complaint_guard(desk, &seen->record.id, err);

	if (!fail)
		fail = act_begin(desk, ACTION_RECORD_COMPLAINT, &transaction,
		    err);
	if (!fail && !reason_is_given(reason))
		return fail_say(err, FAIL_INVALID, "intake.no-reason", NULL);
	if (!fail)
		fail = sheet_judged(desk, answers, arena, &editing.answers,
		    err);
	if (!fail)
		fail = edit(desk, &editing, reason, refusals, err);
	if (!fail)
		fail = failpoint_reach(&desk->options.failpoint,
		    "commit-complaint-edit", err);
	return fail ? fail : transaction_commit(&transaction, err);
}
