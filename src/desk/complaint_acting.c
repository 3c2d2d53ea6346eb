#include "desk/complaint_acting.h"

#include <string.h>

#include "domain/complaint_words.h"
#include "forms/record_map.h"
#include "store/history.h"

/* Who wrote a cell last, and when. */
static enum fail
fail_changed(struct desk *desk, const struct record *record, int cell,
    const char *label, struct err *err)
{
	scoped_arena arena = arena_new();
	struct history history = { .arena = arena };
	const char *name = record->table->cells[cell].name;
	const char *officer = "";
	char when[MOMENT_SIZE] = "";
	enum fail fail = store_history(desk->store, record->table->number,
	    &record->id, &history, err);

	if (fail)
		return fail;
	for (size_t i = 0; i < history.n; i++)
		for (size_t j = 0; j < history.list[i].n_cells; j++) {
			if (strcmp(history.list[i].cells[j].name, name) != 0)
				continue;
			officer = history.list[i].officer;
			moment_print(history.list[i].at_ms, when);
		}
	return fail_say(err, FAIL_CONFLICT, "complaint.changed", label,
	    officer_name(desk, officer, arena), when, NULL);
}

/* The row a form's fields are cells of, as it was seen and as it stands. */
static const struct record *
seen_row(const struct complaint_acting *acting)
{
	return acting->step.target == TABLE_COMPLAINT
	    ? &acting->request->seen->record : &acting->request->seen->review;
}

static const struct record *
standing_row(const struct complaint_acting *acting)
{
	return acting->step.target == TABLE_COMPLAINT
	    ? &acting->folded.complaint : &acting->folded.review;
}

/* Was a cell that would be written here written by another since? */
static enum fail
demand_cells(struct desk *desk, const struct complaint_acting *acting,
    struct err *err)
{
	const struct record *seen = seen_row(acting);
	const struct record *stands = standing_row(acting);
	const struct form *form = answers_form(acting->request->answers);

	for (size_t i = 0; i < form->n; i++) {
		const struct field *field = &form->fields[i];
		int cell = table_cell(stands->table, field->name);

		if (cell >= 0 && !value_equal(&seen->cell[cell],
		    &stands->cell[cell]) && strcmp(record_text(stands, cell),
		    answers_text(acting->request->answers, field->name)) != 0)
			return fail_changed(desk, stands, cell, field->label,
			    err);
	}
	return FAIL_NONE;
}

/* What is approved is what was read. */
static enum fail
demand_approved(struct desk *desk, const struct complaint_acting *acting,
    struct err *err)
{
	static const int cells[] = { REVIEW_ANSWER, REVIEW_APIP_REASON };
	const struct record *stands = &acting->folded.review;
	int cell = cells[acting->step.need != NEED_APPROVED];

	if (value_equal(&acting->request->seen->review.cell[cell],
	    &stands->cell[cell]))
		return FAIL_NONE;
	return fail_changed(desk, stands, cell,
	    stands->table->cells[cell].name, err);
}

enum fail
acting_demand_seen(struct desk *desk, const struct complaint_acting *acting,
    struct err *err)
{
	const struct complaint *seen = acting->request->seen;
	const struct folded_complaint *folded = &acting->folded;

	if (acting->step.move != NULL || seen->round != folded->round) {
		enum fail fail = events_demand_seen(desk, &folded->events,
		    &folded->status, seen->status->ends,
		    seen->status->n_ends, err);

		if (fail)
			return fail;
	}
	if (acting->step.target == TABLE_APPROVAL)
		return demand_approved(desk, acting, err);
	if (acting->step.adds || acting->request->answers == NULL)
		return FAIL_NONE;
	return demand_cells(desk, acting, err);
}

/* The first date the form asks is the business date of the act. */
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
take_answers(struct desk *desk, struct complaint_acting *acting)
{
	const struct complaint_request *request = acting->request;

	acting->reason = request->reason != NULL ? request->reason : "";
	if (acting->answers != NULL) {
		acting->date = form_date(acting->answers);
		if (*answers_text(acting->answers, "reason") != '\0')
			acting->reason = answers_text(acting->answers,
			    "reason");
	}
	if (date_is_none(acting->date))
		acting->date = request->date;
	if (date_is_none(acting->date))
		acting->date = desk_today(desk);
}

static const char *
stored(struct complaint_acting *acting, struct date date)
{
	char text[DATE_TEXT_SIZE];

	date_print(date, text);
	return arena_text(acting->arena, text);
}

static void
apply_review(struct desk *desk, struct complaint_acting *acting)
{
	const struct complaint_step *step = &acting->step;
	struct record *review = &acting->review;

	if (acting->answers != NULL && step->target == TABLE_REVIEW)
		answers_to_record(acting->answers, review, acting->arena);
	if (step->officer >= 0)
		record_set_text(review, acting->arena, step->officer,
		    act_officer(desk));
	if (step->date >= 0)
		record_set_text(review, acting->arena, step->date,
		    stored(acting, desk_today(desk)));
	if (step->move == NULL || !complaint_is_class(step->move->to))
		return;
	record_set_text(review, acting->arena, REVIEW_CLASS, step->move->to);
	if (acting->answers == NULL ||
	    form_field(answers_form(acting->answers), "level") == FIELD_ABSENT)
		record_set_text(review, acting->arena, REVIEW_LEVEL, "");
}

/* What every row that is added says of itself. */
static void
stamp(struct desk *desk, struct complaint_acting *acting, int parent,
    int round, int officer, int at)
{
	struct record *row = &acting->row;

	record_set_id(row, parent, acting->complaint.id);
	record_set_integer(row, round, acting->folded.round);
	record_set_text(row, acting->arena, officer, act_officer(desk));
	record_set_integer(row, at, store_now(desk->store));
}

static void
apply_level(struct desk *desk, struct complaint_acting *acting)
{
	const struct record *review = &acting->folded.review;
	const struct records *known = &acting->folded.levels;
	struct record *list = arena_array(acting->arena, known->n + 1,
	    sizeof *list);

	stamp(desk, acting, LEVEL_COMPLAINT_ID, LEVEL_ROUND, LEVEL_OFFICER,
	    LEVEL_AT);
	record_set_text(&acting->row, acting->arena, LEVEL_CLASS,
	    record_text(review, REVIEW_CLASS));
	record_set_text(&acting->row, acting->arena, LEVEL_LEVEL,
	    record_text(review, REVIEW_LEVEL));
	for (size_t i = 0; i < known->n; i++)
		list[i] = known->list[i];
	list[known->n] = acting->row;
	acting->levels = (struct records){ .list = list, .n = known->n + 1 };
}

/* Here, the one who works; on paper, who is named there. */
static void
apply_approval(struct desk *desk, struct complaint_acting *acting)
{
	bool is_answer = acting->step.need == NEED_APPROVED;
	struct record *row = &acting->row;
	char digest[HASH_HEX_SIZE];
	struct officer officer;

	stamp(desk, acting, APPROVAL_PARENT, APPROVAL_ROUND,
	    APPROVAL_OFFICER, APPROVAL_AT);
	record_set_text(row, acting->arena, APPROVAL_STATION,
	    desk_station(desk));
	record_set_text(row, acting->arena, APPROVAL_WHAT,
	    is_answer ? APPROVAL_OF_ANSWER : APPROVAL_OF_APIP);
	if (is_answer) {
		complaint_answer_digest(&acting->folded.review, digest);
		record_set_text(row, acting->arena, APPROVAL_DIGEST, digest);
	}
	if (strcmp(record_text(row, APPROVAL_MANNER), APPROVAL_BY_EVENT) != 0)
		return;
	record_set_text(row, acting->arena, APPROVAL_DATE,
	    stored(acting, desk_today(desk)));
	record_set_text(row, acting->arena, APPROVAL_NAME,
	    officer_name(desk, act_officer(desk), acting->arena));
	if (!desk_officer_get(desk, act_officer(desk), acting->arena,
	    &officer, NULL))
		record_set_text(row, acting->arena, APPROVAL_POST,
		    officer.post);
}

static void
apply_row(struct desk *desk, struct complaint_acting *acting)
{
	acting->row = record_of(acting->step.target,
	    store_new_id(desk->store));
	if (acting->answers != NULL)
		answers_to_record(acting->answers, &acting->row,
		    acting->arena);
	if (acting->step.target == TABLE_HANDLING)
		stamp(desk, acting, HANDLING_COMPLAINT_ID, HANDLING_ROUND,
		    HANDLING_OFFICER, HANDLING_AT);
	else if (acting->step.target == TABLE_LEVEL)
		apply_level(desk, acting);
	else
		apply_approval(desk, acting);
}

/* Kept although late, or complete only now: the rule is looked at again. */
static void
apply_complaint(struct complaint_acting *acting)
{
	bool is_complete = acting->step.move != NULL &&
	    strcmp(acting->step.move->name, MOVE_COMPLETE) == 0;
	struct record *complaint = &acting->complaint;
	struct kind_ruling ruling;

	if (acting->answers != NULL)
		answers_to_record(acting->answers, complaint, acting->arena);
	if (is_complete || (acting->step.need == NEED_WINDOW &&
	    strcmp(acting->folded.status.state->name, STATE_SUGGESTION) != 0))
		record_set_text(complaint, acting->arena, COMPLAINT_KIND,
		    book_kind_name(KIND_COMPLAINT));
	if (!is_complete)
		return;
	ruling = complaint_ruling(acting->folded.standard, complaint,
	    complaint_has_identity(complaint, acting->folded.reporter),
	    acting->arena);
	record_set_text(complaint, acting->arena, COMPLAINT_KIND_RULE,
	    kind_rule_name(ruling.rule));
}

void
acting_apply(struct desk *desk, struct complaint_acting *acting)
{
	acting->complaint = acting->folded.complaint;
	acting->review = acting->folded.review;
	acting->levels = acting->folded.levels;
	take_answers(desk, acting);
	if (acting->step.adds)
		apply_row(desk, acting);
	if (acting->step.target == TABLE_COMPLAINT)
		apply_complaint(acting);
	apply_review(desk, acting);
	acting->facts = complaint_facts_of(&acting->folded);
	acting->facts.complaint = &acting->complaint;
	acting->facts.review = &acting->review;
	acting->facts.before = &acting->folded.review;
	acting->facts.levels = acting->levels.list;
	acting->facts.n_levels = acting->levels.n;
	acting->facts.reason = acting->reason;
}
