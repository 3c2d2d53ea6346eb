#include "desk/complaint.h"

#include <string.h>

#include "desk/complaint_inside.h"
#include "forms/answers.h"
#include "forms/record_map.h"
#include "store/rows.h"

enum { TIES_MAX = 200 };

enum fail
complaint_form(struct desk *desk, const struct record *complaint,
    const struct form **ret_form, struct err *err)
{
	const char *name = record_text(complaint, COMPLAINT_FORM);

	if (desk_form(desk, name, record_text(complaint,
	    COMPLAINT_FORM_VERSION), ret_form, NULL) == FAIL_NONE)
		return FAIL_NONE;
	return desk_form(desk, name, NULL, ret_form, err);
}

struct answer_clock
complaint_days(const struct desk *desk, const struct folded_complaint *folded)
{
	const struct process_clock *clock = &folded->clock.clock;
	struct answer_clock days = {
		.is_running = clock->state == PROCESS_RUNNING,
		.started = clock->started,
		.stopped = date_is_none(folded->clock.answered)
		    ? clock->stopped : folded->clock.answered,
		.due = clock->due,
		.own = folded->own.clock.due,
	};

	if (!complaint_clock_left(&folded->clock, desk->assets.calendar,
	    desk_today(desk), &days.left))
		days.left = (struct left){ 0 };
	days.is_soon = complaint_clock_mark(&folded->clock,
	    desk->assets.calendar, desk_today(desk)) == CLOCK_DUE_SOON;
	return days;
}

static const char *
state_label(const struct life *life, const char *name)
{
	const struct state *state = life_state(life, name);

	return state != NULL ? state->label : name;
}

/* Another entry; one that is not for who works has only its number. */
static enum fail
tie_complaint(struct desk *desk, const struct id *id, struct arena *arena,
    struct complaint_tie *ret_tie, struct err *err)
{
	struct case_state kept = { .state = "" };
	struct err none = { 0 };
	struct record other;
	enum fail fail = store_get(desk->store, TABLE_COMPLAINT, id, arena,
	    &other, err);

	if (!fail)
		fail = but_missing(store_state_get(desk->store, id, arena,
		    &kept, &none), &none, err);
	if (fail)
		return fail;
	*ret_tie = (struct complaint_tie){ .id = *id,
		.number = record_text(&other, COMPLAINT_NUMBER),
		.object = complaint_names(desk, &other) ? ""
		    : record_text(&other, COMPLAINT_OBJECT),
		.state_label = state_label(desk->assets.complaint_life,
		    kept.state) };
	if (!date_parse(record_text(&other, COMPLAINT_RECEIVED_DATE),
	    &ret_tie->received))
		ret_tie->received = (struct date){ 0 };
	return FAIL_NONE;
}

static enum fail
tie_application(struct desk *desk, const struct id *id, struct arena *arena,
    struct complaint_tie *ret_tie, struct err *err)
{
	struct case_state kept = { .state = "" };
	struct err none = { 0 };
	struct record other;
	enum fail fail = store_get(desk->store, TABLE_APPLICATION, id, arena,
	    &other, err);

	if (!fail)
		fail = but_missing(store_state_get(desk->store, id, arena,
		    &kept, &none), &none, err);
	if (fail)
		return fail;
	*ret_tie = (struct complaint_tie){ .id = *id,
		.number = record_text(&other, APPLICATION_NUMBER),
		.object = record_text(&other, APPLICATION_COMPANY_NAME),
		.state_label = state_label(desk->assets.life, kept.state) };
	if (!date_parse(record_text(&other, APPLICATION_RECEIVED_DATE),
	    &ret_tie->received))
		ret_tie->received = (struct date){ 0 };
	return FAIL_NONE;
}

/* All that were merged into it, and into those; each once. */
static enum fail
tie_merged(struct desk *desk, const struct records *rows,
    struct arena *arena, struct complaint *complaint,
    struct complaint_tie *ties, struct err *err)
{
	enum fail fail = FAIL_NONE;

	for (size_t i = 0; i < rows->n && !fail; i++) {
		struct id id = record_id(&rows->list[i], MERGE_COMPLAINT_ID);
		struct records next = { .arena = arena };
		bool is_known = id_equal(&id, &complaint->record.id);

		for (size_t j = 0; j < complaint->n_merged; j++)
			is_known = is_known || id_equal(&id, &ties[j].id);
		if (is_known || complaint->n_merged == TIES_MAX ||
		    strcmp(record_text(&rows->list[i], MERGE_ACTIVE), "Y"))
			continue;
		fail = tie_complaint(desk, &id, arena,
		    &ties[complaint->n_merged++], err);
		if (!fail)
			fail = store_children(desk->store, TABLE_MERGE,
			    MERGE_INTO, &id, &next, err);
		if (!fail)
			fail = tie_merged(desk, &next, arena, complaint, ties,
			    err);
	}
	complaint->merged = ties;
	return fail;
}

static enum fail
show_ties(struct desk *desk, const struct folded_complaint *folded,
    struct arena *arena, struct complaint *complaint, struct err *err)
{
	const struct record *row = complaint_merge_row(folded);
	struct complaint_tie *ties = arena_array(arena, TIES_MAX, sizeof *ties);
	struct complaint_tie *tie = arena_array(arena, 2, sizeof *tie);
	struct id id;
	enum fail fail = tie_merged(desk, &folded->merged, arena, complaint,
	    ties, err);

	if (!fail && row != NULL) {
		id = record_id(row, MERGE_INTO);
		fail = tie_complaint(desk, &id, arena, &tie[0], err);
		complaint->into = &tie[0];
	}
	if (!fail && record_has(&folded->complaint,
	    COMPLAINT_APPLICATION_ID)) {
		struct err none = { 0 };

		id = record_id(&folded->complaint, COMPLAINT_APPLICATION_ID);
		fail = tie_application(desk, &id, arena, &tie[1], &none);
		if (!fail)
			complaint->application = &tie[1];
		fail = but_missing(fail, &none, err);
	}
	return fail;
}

static struct date
window_end(const struct folded_complaint *folded, struct arena *arena)
{
	return complaint_ruling(folded->standard, &folded->complaint,
	    complaint_has_identity(&folded->complaint, folded->reporter),
	    arena).last_day;
}

enum fail
complaint_show(struct desk *desk, const struct folded_complaint *folded,
    struct arena *arena, struct complaint *ret_complaint, struct err *err)
{
	struct complaint_facts facts = complaint_facts_of(folded);
	struct records extra = { .arena = arena };
	struct status *status = arena_alloc(arena, sizeof *status);
	struct complaint shown = {
		.record = folded->complaint,
		.standard = folded->standard,
		.is_confidential = strcmp(record_text(&folded->complaint,
		    COMPLAINT_CONFIDENTIAL), "Y") == 0,
		.may_reveal = desk_may(desk, ACTION_READ_CONFIDENTIAL),
		.people = folded->people.list, .n_people = folded->people.n,
		.round = folded->round, .review = folded->review,
		.reviews = folded->reviews.list,
		.n_reviews = folded->reviews.n,
		.handlings = folded->handlings.list,
		.n_handlings = folded->handlings.n,
		.levels = folded->levels.list, .n_levels = folded->levels.n,
		.approvals = folded->approvals.list,
		.n_approvals = folded->approvals.n,
		.is_approved = complaint_need_met(&facts, NEED_APPROVED),
		.events = events_shown(desk, &folded->events),
		.n_events = folded->events.n,
		.status = status,
		.clock = complaint_days(desk, folded),
		.window_end = window_end(folded, arena),
	};
	enum fail fail;

	*status = folded->status;
	if (shown.is_confidential)
		shown.people = people_covered(&folded->people, arena);
	fail = complaint_form(desk, &shown.record, &shown.form, err);
	if (!fail)
		fail = store_children(desk->store, TABLE_ANSWER,
		    ANSWER_PARENT, &shown.record.id, &extra, err);
	if (!fail)
		fail = show_ties(desk, folded, arena, &shown, err);
	if (fail)
		return fail;
	shown.extra = extra.list;
	shown.n_extra = extra.n;
	*ret_complaint = shown;
	return FAIL_NONE;
}

enum fail
desk_complaint(struct desk *desk, const struct id *id, struct arena *arena,
    struct complaint *ret_complaint, struct err *err)
{
	struct folded_complaint folded;
	enum fail fail = desk_demand(desk, ACTION_READ, err);

	if (!fail)
		fail = complaint_guard(desk, id, err);
	if (!fail)
		fail = complaint_fold(desk, id, desk->assets.calendar,
		    &folded, arena, err);
	return fail ? fail : complaint_show(desk, &folded, arena,
	    ret_complaint, err);
}

/* A line for each. */
static const char *
represented(const struct complaint *complaint, struct arena *arena)
{
	scoped_buf lines = { 0 };

	buf_init(&lines, STORE_TEXT_MAX);
	buf_text(&lines, "");
	for (size_t i = 0; i < complaint->n_people; i++)
		if (strcmp(record_text(&complaint->people[i],
		    COMPLAINANT_PART), PART_REPRESENTED) == 0)
			buf_print(&lines, "%s%s", lines.size > 0 ? "\n" : "",
			    record_text(&complaint->people[i],
			    COMPLAINANT_NAME));
	return arena_text(arena, lines.text);
}

/* What is said of the pelapor, and the ANSWER rows, as rows of answers. */
static const struct record *
said_rows(const struct complaint *complaint, struct arena *arena,
    size_t *ret_n)
{
	const struct table *table = table_of(TABLE_COMPLAINANT);
	struct record *rows = arena_array(arena, complaint->n_extra +
	    table->n_cells + 1, sizeof *rows);
	size_t n = 0;
	bool is_reported = complaint->n_people > 0 && strcmp(record_text(
	    &complaint->people[0], COMPLAINANT_PART), PART_REPORTER) == 0;

	for (; n < complaint->n_extra; n++)
		rows[n] = complaint->extra[n];
	for (size_t i = 0; is_reported && i < table->n_cells;
	     i++) {
		const char *said = record_text(&complaint->people[0], (int)i);

		if (table->cells[i].type != CELL_TEXT || *said == '\0')
			continue;
		rows[n] = record_of(TABLE_ANSWER, complaint->record.id);
		record_set_text(&rows[n], arena, ANSWER_FIELD,
		    table->cells[i].name);
		record_set_text(&rows[n++], arena, ANSWER_VALUE, said);
	}
	rows[n] = record_of(TABLE_ANSWER, complaint->record.id);
	record_set_text(&rows[n], arena, ANSWER_FIELD, "represented");
	record_set_text(&rows[n++], arena, ANSWER_VALUE,
	    represented(complaint, arena));
	*ret_n = n;
	return rows;
}

enum fail
desk_complaint_stated(struct desk *desk, const struct complaint *complaint,
    struct arena *arena, struct answers **ret_answers, struct err *err)
{
	struct field_context context;
	const struct record *rows;
	struct answers *answers;
	size_t n;
	enum fail fail = desk_demand(desk, ACTION_READ, err);

	if (!fail)
		fail = complaint_guard(desk, &complaint->record.id, err);
	if (!fail)
		fail = desk_context(desk, arena, &context, err);
	if (fail)
		return fail;
	answers = answers_new(arena, complaint->form);
	rows = said_rows(complaint, arena, &n);
	answers_from_record(answers, &complaint->record, rows, n, &context);
	*ret_answers = answers;
	return FAIL_NONE;
}

enum fail
desk_complaint_numbered(struct desk *desk, const char *number,
    struct id *ret_id, struct err *err)
{
	scoped_arena arena = arena_new();
	struct records found = { .arena = arena };
	enum fail fail;

	fail = desk_demand(desk, ACTION_READ, err);
	if (!fail)
		fail = store_find_text(desk->store, TABLE_COMPLAINT,
		    COMPLAINT_NUMBER, number, &found, err);
	if (!fail && found.n == 0)
		fail = fail_say(err, FAIL_MISSING, "complaint.no-number",
		    number, NULL);
	if (!fail)
		fail = complaint_guard(desk, &found.list[0].id, err);
	if (!fail)
		*ret_id = found.list[0].id;
	return fail;
}
