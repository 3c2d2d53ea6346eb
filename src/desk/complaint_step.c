#include "desk/complaint_step.h"

#include <string.h>

#include "forms/answers.h"

/* Moves whose form is not about the review of the round. */
static const struct {
	const char *move;
	enum table_number target;
} targets[] = {
	{ "complete", TABLE_COMPLAINT },
	{ "treat", TABLE_COMPLAINT },
	{ "escalate", TABLE_LEVEL },
};

#define REVIEWED(name, form, need, officer, date) \
	{ name, form, TABLE_REVIEW, false, need, WHEN_REVIEWED, officer, \
		date, NULL }

const struct complaint_step complaint_steps[] = {
	{ "keep", "complaint-keep", TABLE_COMPLAINT, false, NEED_WINDOW,
	    WHEN_AT_WORK, -1, -1, NULL },
	{ "group", "complaint-group", TABLE_REVIEW, false, NEED_GROUPING,
	    WHEN_AT_WORK, -1, -1, NULL },
	REVIEWED("core", "complaint-core", NEED_CORE, REVIEW_CORE_OFFICER,
	    REVIEW_CORE_DATE),
	REVIEWED("clauses", "complaint-clauses", NEED_CLAUSES,
	    REVIEW_CLAUSES_OFFICER, REVIEW_CLAUSES_DATE),
	REVIEWED("earlier", "complaint-earlier", NEED_EARLIER,
	    REVIEW_EARLIER_OFFICER, REVIEW_EARLIER_DATE),
	REVIEWED("plan", "complaint-plan", NEED_PLAN, REVIEW_PLAN_OFFICER,
	    REVIEW_PLAN_ON),
	{ "action", "complaint-action", TABLE_HANDLING, true, NEED_ACTION,
	    WHEN_AT_WORK, -1, -1, NULL },
	{ "level", "complaint-level", TABLE_LEVEL, true, NEED_LEVEL_REPORT,
	    WHEN_LEVELED, -1, -1, NULL },
	{ "request-apip", "complaint-apip", TABLE_REVIEW, false,
	    NEED_APIP_REASON, WHEN_UNANSWERED, -1, -1, NULL },
	{ "approve-apip", "complaint-approve-apip", TABLE_APPROVAL, true,
	    NEED_APIP_APPROVAL, WHEN_UNANSWERED, -1, -1, NULL },
	{ "response", "complaint-response", TABLE_REVIEW, false,
	    NEED_RESPONSE, WHEN_UNANSWERED, -1, -1, NULL },
	{ "draft", "complaint-draft", TABLE_REVIEW, false, NEED_ANSWER,
	    WHEN_UNANSWERED, -1, -1, NULL },
	{ "approve", "complaint-approve", TABLE_APPROVAL, true,
	    NEED_APPROVED, WHEN_UNANSWERED, -1, -1, NULL },
	{ "inform", "complaint-inform", TABLE_REVIEW, false, NEED_INFORMED,
	    WHEN_AT_WORK, -1, -1, NULL },
};

const size_t complaint_steps_n = array_length(complaint_steps);

struct complaint_step
complaint_step_of_move(const struct move *move)
{
	struct complaint_step step = { .name = move->name,
		.form = move->form, .target = TABLE_REVIEW,
		.need = NEEDS_N, .officer = -1, .date = -1, .move = move };

	for (size_t i = 0; i < array_length(targets); i++)
		if (strcmp(targets[i].move, move->name) == 0)
			step.target = targets[i].target;
	step.adds = step.target == TABLE_LEVEL;
	if (strcmp(move->name, MOVE_ANSWER) == 0)
		step.officer = REVIEW_ANSWER_OFFICER;
	return step;
}

bool
complaint_step_find(const struct life *life, const char *name,
    struct complaint_step *ret_step)
{
	const struct move *move = life_move(life, name);

	for (size_t i = 0; i < complaint_steps_n; i++)
		if (strcmp(complaint_steps[i].name, name) == 0) {
			*ret_step = complaint_steps[i];
			return true;
		}
	if (move == NULL || move->n_from == 0)
		return false;
	*ret_step = complaint_step_of_move(move);
	return true;
}

bool
complaint_is_class(const char *state)
{
	static const char *const classes[] = { "internal", "tim-teknis",
		"apip" };

	for (size_t i = 0; i < array_length(classes); i++)
		if (strcmp(classes[i], state) == 0)
			return true;
	return false;
}

const char *
complaint_step_of_duty(const struct refusal *duty)
{
	static const char before[] = "duty.";
	static const struct {
		enum need need;
		const char *move;
	} moves[] = {
		{ NEED_FOLLOW_UP, "follow-up" },
		{ NEED_REPORTED, "report" },
	};
	const char *name = duty->fact.code + strlen(before);

	if (strncmp(duty->fact.code, before, strlen(before)) != 0)
		return "";
	for (size_t i = 0; i < complaint_steps_n; i++)
		if (complaint_steps[i].need != NEEDS_N &&
		    strcmp(need_name(complaint_steps[i].need), name) == 0)
			return complaint_steps[i].name;
	for (size_t i = 0; i < array_length(moves); i++)
		if (strcmp(need_name(moves[i].need), name) == 0)
			return moves[i].move;
	return "";
}

enum action
complaint_step_action(const struct complaint_step *step,
    const struct answers *answers)
{
	bool is_paper = answers == NULL || strcmp(answers_text(answers,
	    "manner"), APPROVAL_BY_PAPER) == 0;

	if (step->move != NULL)
		return step->move->action;
	if (step->target != TABLE_APPROVAL || is_paper)
		return ACTION_REVIEW_COMPLAINT;
	return step->need == NEED_APPROVED ? ACTION_APPROVE_ANSWER
	    : ACTION_APPROVE_APIP;
}

/* Is the step one of 6.6 a to d, and which? */
static bool
review_step_of(enum need need, enum review_step *ret_step)
{
	for (enum review_step i = STEP_CORE; i < REVIEW_STEPS; i++)
		if (review_step_need(i) == need) {
			*ret_step = i;
			return true;
		}
	return false;
}

static void
refuse_order(const struct complaint_step *step,
    const struct folded_complaint *folded, struct refusals *refusals)
{
	const struct complaint_facts facts = complaint_facts_of(folded);
	const struct move *review = life_move(folded->life, MOVE_REVIEW);
	enum review_step at;

	if (review != NULL && (move_is_from(review,
	    folded->status.state->name) || strcmp(folded->status.state->name,
	    STATE_SUGGESTION) == 0))
		refusals_add(refusals, complaint_clause(folded->standard,
		    "6.6", refusals->arena), MOVE_REVIEW, NULL,
		    "complaint.review-first", review->label, NULL);
	else if (review_step_of(step->need, &at) &&
	    !review_step_open(&facts, at))
		refusals_add(refusals, complaint_clause(folded->standard,
		    "6.6", refusals->arena), NULL, NULL,
		    "complaint.step-order", NULL);
}

void
complaint_step_refusals(const struct complaint_step *step,
    const struct folded_complaint *folded, struct refusals *refusals)
{
	switch (step->when) {
	case WHEN_AT_WORK:
		break;
	case WHEN_REVIEWED:
		refuse_order(step, folded, refusals);
		break;
	case WHEN_LEVELED:
		if (!record_has(&folded->review, REVIEW_LEVEL))
			refusals_add(refusals, NULL, NULL, NULL,
			    "complaint.no-level", NULL);
		break;
	case WHEN_UNANSWERED:
		if (!date_is_none(folded->clock.answered))
			refusals_add(refusals, NULL, NULL, NULL,
			    "complaint.answered", NULL);
		break;
	}
	if (step->move != NULL || step->target != TABLE_APPROVAL)
		return;
	if (step->need == NEED_APPROVED &&
	    !record_has(&folded->review, REVIEW_ANSWER))
		refusals_add(refusals, complaint_clause(folded->standard,
		    "6.4", refusals->arena), "draft", NULL, "duty.answer",
		    NULL);
	if (step->need == NEED_APIP_APPROVAL &&
	    !record_has(&folded->review, REVIEW_APIP_REASON))
		refusals_add(refusals, complaint_clause(folded->standard,
		    "6.7.c", refusals->arena), "request-apip", NULL,
		    "duty.apip-reason", NULL);
}
