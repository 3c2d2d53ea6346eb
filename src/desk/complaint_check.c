#include <string.h>

#include "desk/complaint_acting.h"
#include "desk/sheet.h"
#include "domain/complaint_words.h"

/* All that stands in the way of an act on an entry, at once. */

/* REVIEW_PLAN_DATE is a target, all others are days on which it was done. */
static bool
is_target(const struct field *field)
{
	return field->may_be_future;
}

static void
check_day(struct desk *desk, struct complaint_acting *acting,
    const char *field, struct date day, struct date earliest)
{
	char text[DATE_TEXT_SIZE];

	if (date_compare(day, desk_today(desk)) > 0)
		refusals_add(&acting->refusals, NULL, NULL, field,
		    "move.future", NULL);
	if (date_compare(day, earliest) >= 0)
		return;
	date_print_local(earliest, text);
	refusals_add(&acting->refusals, NULL, NULL, field, "move.too-early",
	    text, NULL);
}

/*
 * Not before it arrived, nor before the clock last started or stopped: nobody
 * is told of an answer before it was given.
 */
static struct date
earliest_of(const struct complaint_acting *acting)
{
	const struct process_clock *clock = &acting->folded.own.clock;
	bool is_after = acting->step.move != NULL ||
	    acting->step.need == NEED_INFORMED;
	struct date earliest = complaint_arrived(&acting->folded.complaint);

	if (is_after && clock->state == PROCESS_RUNNING &&
	    date_compare(clock->started, earliest) > 0)
		earliest = clock->started;
	if (is_after && (clock->state == PROCESS_STOPPED ||
	    clock->state == PROCESS_ENDED) &&
	    date_compare(clock->stopped, earliest) > 0)
		earliest = clock->stopped;
	return earliest;
}

/* An approval on paper may be older than what it is copied for. */
static void
check_dates(struct desk *desk, struct complaint_acting *acting)
{
	const struct form *form = acting->answers != NULL
	    ? answers_form(acting->answers) : NULL;
	struct date earliest = earliest_of(acting);

	if (form == NULL) {
		check_day(desk, acting, "date", acting->date, earliest);
		return;
	}
	for (size_t i = 0; i < form->n; i++) {
		const struct field *field = &form->fields[i];
		struct date day;

		if (field->type != FIELD_DATE)
			continue;
		day = answers_date(acting->answers, field->name);
		if (date_is_none(day))
			continue;
		if (is_target(field))
			day = desk_today(desk);
		check_day(desk, acting, field->name, day, earliest);
	}
}

/* What the life demands of the form, whether or not a form was filled. */
static void
check_required(struct complaint_acting *acting)
{
	const struct move *move = acting->step.move;
	const struct form *form = acting->answers != NULL
	    ? answers_form(acting->answers) : NULL;

	for (size_t i = 0; move != NULL && i < move->n_required; i++) {
		const char *name = move->required[i];
		int at = form != NULL ? form_field(form, name) : -1;

		if (strcmp(name, "date") == 0 || (form != NULL &&
		    *answers_text(acting->answers, name) != '\0') ||
		    (strcmp(name, "reason") == 0 &&
		    reason_is_given(acting->reason)))
			continue;
		refusals_add(&acting->refusals, at >= 0
		    ? form->fields[at].clause : NULL, NULL, name,
		    "move.missing", at >= 0 ? form->fields[at].label : name,
		    NULL);
	}
}

/* Who is complained of does not handle it. */
static void
check_handler(struct desk *desk, struct complaint_acting *acting)
{
	static const int cells[] = { REVIEW_HANDLER, REVIEW_PLAN_PERSON };
	const char *named = record_text(&acting->complaint,
	    COMPLAINT_NAMED_OFFICER);
	const char *name;

	if (*named == '\0')
		return;
	name = officer_name(desk, named, acting->arena);
	for (size_t i = 0; i < array_length(cells); i++) {
		const char *who = record_text(&acting->review, cells[i]);

		if (strcmp(who, named) == 0 || strcmp(who, name) == 0)
			refusals_add(&acting->refusals, NULL, NULL,
			    acting->review.table->cells[cells[i]].name,
			    "complaint.handler-is-named", NULL);
	}
}

/* Up from the last level there is nobody. */
static void
check_level(struct desk *desk, struct complaint_acting *acting)
{
	const struct record *review = &acting->folded.review;

	if (acting->step.move == NULL ||
	    strcmp(acting->step.move->name, MOVE_ESCALATE) != 0)
		return;
	if (complaint_level_above(desk->assets.complaints,
	    record_text(review, REVIEW_CLASS),
	    record_text(review, REVIEW_LEVEL)) == NULL)
		refusals_add(&acting->refusals, NULL, NULL, NULL,
		    "complaint.last-level", NULL);
}

static void
check_complaint(struct desk *desk, struct complaint_acting *acting)
{
	if (acting->step.target == TABLE_COMPLAINT)
		complaint_refusals(acting->folded.standard,
		    &acting->complaint, complaint_has_identity(
		    &acting->complaint, acting->folded.reporter),
		    desk_today(desk), &acting->refusals);
}

/* What the sheet has said already is not said twice. */
static void
check_duties(struct complaint_acting *acting)
{
	struct refusals duties = { .arena = acting->arena };
	size_t known = acting->refusals.n;

	complaint_duties(&acting->facts, acting->step.move, &duties);
	for (size_t i = 0; i < duties.n; i++) {
		const struct refusal *duty = &duties.list[i];
		bool is_said = false;

		for (size_t j = 0; j < known; j++)
			is_said = is_said || (*duty->field != '\0' &&
			    strcmp(acting->refusals.list[j].field,
			    duty->field) == 0);
		if (!is_said)
			refusals_add(&acting->refusals, duty->clause,
			    complaint_step_of_duty(duty), duty->field,
			    duty->fact.code, NULL);
	}
}

void
acting_check(struct desk *desk, struct complaint_acting *acting)
{
	struct refusals *refusals = &acting->refusals;

	if (acting->answers != NULL)
		sheet_refusals(acting->answers, refusals);
	if (refusals->n == 0)
		check_required(acting);
	complaint_step_refusals(&acting->step, &acting->folded, refusals);
	check_dates(desk, acting);
	check_handler(desk, acting);
	check_level(desk, acting);
	if (acting->step.move != NULL)
		check_duties(acting);
	/* Without identity it is no pengaduan: that was said. */
	if (refusals->n == 0)
		check_complaint(desk, acting);
}
