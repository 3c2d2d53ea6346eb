#include "domain/complaint_duty.h"

#include <string.h>

/* Where each need stands in the standard, and where it is met. */
static const struct {
	const char *place; /* "" when no clause says so */
	const char *form, *field;
} duties[NEEDS_N] = {
	[NEED_COMPLETE] = { "", "", "" },
	[NEED_FAILED] = { "", "", "" },
	[NEED_REASON] = { "", "", "reason" },
	[NEED_IDENTITY] = { "6.5.b", "complaint", "name" },
	[NEED_OBJECT] = { "6.5.b", "complaint", "object" },
	[NEED_WINDOW] = { "6.3", "complaint-keep", "kind_reason" },
	[NEED_LATE] = { "6.3", "complaint", "service_date" },
	[NEED_GROUPING] = { "6.5.c", "complaint-group", "field" },
	[NEED_CORE] = { "6.6.a", "complaint-core", "core" },
	[NEED_CLAUSES] = { "6.6.b", "complaint-clauses", "clauses" },
	[NEED_EARLIER] = { "6.6.c", "complaint-earlier", "earlier" },
	[NEED_PLAN] = { "6.6.d", "complaint-plan", "plan" },
	[NEED_ACTION] = { "6.6.e", "complaint-action", "kind" },
	[NEED_LEVEL_REPORT] = { "6.7.a", "complaint-level", "number" },
	[NEED_AGENCY] = { "6.7.b", "complaint-technical", "agency" },
	[NEED_APIP_REASON] = { "6.7.c", "complaint-apip", "apip_reason" },
	[NEED_APIP_APPROVAL] = { "6.7.c", "complaint-approve-apip", "manner" },
	[NEED_RESPONSE] = { "6.4", "complaint-response", "response" },
	[NEED_FOLLOW_UP] = { "6.4", "complaint-follow-up", "follow_up" },
	[NEED_ANSWER] = { "6.4", "complaint-draft", "answer" },
	[NEED_APPROVED] = { "6.4", "complaint-approve", "manner" },
	[NEED_INFORMED] = { "6.8", "complaint-inform", "informed" },
	[NEED_REPORTED] = { "6.8", "complaint-report", "reported_to" },
	[NEED_LETTER] = { "6.7.b", "complaint-forward", "forward_to" },
};

const char *
need_form(enum need need)
{
	return duties[need].form;
}

/* The class whose level is left. */
static const struct record *
left_review(const struct complaint_facts *facts)
{
	return facts->before != NULL ? facts->before : facts->review;
}

const char *
need_clause(const struct complaint_facts *facts, enum need need,
    struct arena *arena)
{
	const char *place = duties[need].place;
	const struct record *left = left_review(facts);

	if (*place == '\0')
		return "";
	/* Both chains have their own sentence. */
	if (need == NEED_LEVEL_REPORT && left != NULL &&
	    strcmp(record_text(left, REVIEW_CLASS), "tim-teknis") == 0)
		place = "6.7.b";
	return complaint_clause(facts->standard, place, arena);
}

/* Leads the move to a class? Then its duties are those of that class. */
static const char *
class_led_to(const struct move *move)
{
	static const char *const classes[] = { "internal", "tim-teknis",
		"apip" };

	for (size_t i = 0; i < array_length(classes); i++)
		if (move->way == WAY_TO && strcmp(move->to, classes[i]) == 0)
			return classes[i];
	return NULL;
}

/* Which field of the grouping is the first that lacks. */
static const char *
grouping_field(const struct record *review)
{
	if (review == NULL || (!record_has(review, REVIEW_FIELD) &&
	    !record_has(review, REVIEW_SECTOR) &&
	    !record_has(review, REVIEW_SERVICE_KIND)))
		return "field";
	if (!record_has(review, REVIEW_PROBLEM))
		return "problem";
	if (strcmp(record_text(review, REVIEW_PROBLEM), "lainnya") == 0 &&
	    !record_has(review, REVIEW_PROBLEM_OTHER))
		return "problem_other";
	return record_has(review, REVIEW_SOURCE) ? "source_other" : "source";
}

void
complaint_duties(const struct complaint_facts *facts, const struct move *move,
    struct refusals *refusals)
{
	struct complaint_facts at = *facts;

	at.class = class_led_to(move);
	for (enum need need = 0; need < NEEDS_N; need++) {
		const char *field = duties[need].field;

		if ((move->needs & 1u << need) == 0 ||
		    complaint_need_met(&at, need))
			continue;
		if (need == NEED_GROUPING)
			field = grouping_field(facts->review);
		refusals_add(refusals, need_clause(&at, need, refusals->arena),
		    "", field, arena_print(refusals->arena, "duty.%s",
		    need_name(need)), NULL);
	}
}

enum need
review_step_need(enum review_step step)
{
	static const enum need needs[REVIEW_STEPS] = {
		[STEP_GROUPING] = NEED_GROUPING,
		[STEP_CORE] = NEED_CORE,
		[STEP_CLAUSES] = NEED_CLAUSES,
		[STEP_EARLIER] = NEED_EARLIER,
		[STEP_PLAN] = NEED_PLAN,
	};

	return needs[step];
}

bool
review_step_open(const struct complaint_facts *facts, enum review_step step)
{
	for (enum review_step before = STEP_CORE; before < step; before++)
		if (!complaint_need_met(facts, review_step_need(before)))
			return false;
	return true;
}

void
complaint_answer_digest(const struct record *review,
    char ret_digest[HASH_HEX_SIZE])
{
	const char *answer = record_text(review, REVIEW_ANSWER);
	uint8_t hash[HASH_SIZE];

	hash_bytes(answer, strlen(answer), NULL, 0, hash);
	hash_print(hash, ret_digest);
}
