#include <assert.h>
#include <string.h>

#include "domain/complaint_duty.h"

/* When each duty is met. A record that is not there meets none. */

/* Every one of the cells says something; the list ends with -1. */
static bool
has_all(const struct record *record, const int *cells)
{
	if (record == NULL)
		return false;
	for (; *cells >= 0; cells++)
		if (!record_has(record, *cells))
			return false;
	return true;
}

#define HAS_ALL(record, ...) has_all(record, (const int[]){ __VA_ARGS__, -1 })

static bool
is(const struct record *record, int cell, const char *text)
{
	return strcmp(record_text(record, cell), text) == 0;
}

static const char *
class_of(const struct complaint_facts *facts)
{
	if (facts->class != NULL)
		return facts->class;
	return facts->review == NULL ? "" :
	    record_text(facts->review, REVIEW_CLASS);
}

static bool
is_of_round(const struct complaint_facts *facts, const struct record *record,
    int round_cell)
{
	return facts->review != NULL && record_integer(record, round_cell) ==
	    record_integer(facts->review, REVIEW_ROUND);
}

static struct kind_ruling
ruling_of(const struct complaint_facts *facts)
{
	scoped_arena arena = arena_new();
	struct kind_ruling ruling;

	/* As if all were there: it is the days that are asked about. */
	ruling = complaint_ruling(facts->standard, facts->complaint,
	    complaint_has_identity(facts->complaint, facts->complainant),
	    arena);
	ruling.clause = "";
	return ruling;
}

static bool
window_is_met(const struct complaint_facts *facts)
{
	return ruling_of(facts).days_past == 0 ||
	    (is(facts->complaint, COMPLAINT_KIND,
	    book_kind_name(KIND_COMPLAINT)) &&
	    record_has(facts->complaint, COMPLAINT_KIND_REASON));
}

static bool
grouping_is_met(const struct record *review)
{
	if (review == NULL || !(record_has(review, REVIEW_FIELD) ||
	    record_has(review, REVIEW_SECTOR) ||
	    record_has(review, REVIEW_SERVICE_KIND)))
		return false;
	if (!HAS_ALL(review, REVIEW_PROBLEM, REVIEW_SOURCE))
		return false;
	if (is(review, REVIEW_PROBLEM, "lainnya") &&
	    !record_has(review, REVIEW_PROBLEM_OTHER))
		return false;
	return !is(review, REVIEW_SOURCE, "lainnya") ||
	    record_has(review, REVIEW_SOURCE_OTHER);
}

/* Of two cells one, with who wrote it and when. */
static bool
step_is_met(const struct record *review, int one, int other, int officer,
    int date)
{
	return HAS_ALL(review, officer, date) &&
	    (record_has(review, one) || record_has(review, other));
}

static bool
action_is_met(const struct complaint_facts *facts)
{
	for (size_t i = 0; i < facts->n_handlings; i++)
		if (is_of_round(facts, &facts->handlings[i], HANDLING_ROUND) &&
		    HAS_ALL(&facts->handlings[i], HANDLING_KIND, HANDLING_DATE,
		    HANDLING_RESULT))
			return true;
	return false;
}

static bool
is_report_of(const struct record *level, const struct record *review)
{
	return is(level, LEVEL_CLASS, record_text(review, REVIEW_CLASS)) &&
	    is(level, LEVEL_LEVEL, record_text(review, REVIEW_LEVEL)) &&
	    HAS_ALL(level, LEVEL_NUMBER, LEVEL_DATE, LEVEL_RECIPIENT);
}

static bool
level_report_is_met(const struct complaint_facts *facts)
{
	const struct record *left =
	    facts->before != NULL ? facts->before : facts->review;

	if (left == NULL || !(is(left, REVIEW_CLASS, "internal") ||
	    is(left, REVIEW_CLASS, "tim-teknis")))
		return true;
	for (size_t i = 0; i < facts->n_levels; i++)
		if (is_of_round(facts, &facts->levels[i], LEVEL_ROUND) &&
		    is_report_of(&facts->levels[i], left))
			return true;
	return false;
}

/* On paper it has a number, a day and who; here, who and when by itself. */
static bool
is_approval(const struct record *approval, const char *what)
{
	if (!is(approval, APPROVAL_WHAT, what))
		return false;
	if (is(approval, APPROVAL_MANNER, APPROVAL_BY_EVENT))
		return record_has(approval, APPROVAL_OFFICER);
	return is(approval, APPROVAL_MANNER, APPROVAL_BY_PAPER) &&
	    HAS_ALL(approval, APPROVAL_NUMBER, APPROVAL_DATE, APPROVAL_NAME);
}

static bool
apip_is_approved(const struct complaint_facts *facts)
{
	if (facts->review != NULL &&
	    record_has(facts->review, REVIEW_APIP_BASIS))
		return true;
	for (size_t i = 0; i < facts->n_approvals; i++)
		if (is_of_round(facts, &facts->approvals[i],
		    APPROVAL_ROUND) &&
		    is_approval(&facts->approvals[i], APPROVAL_OF_APIP))
			return true;
	return false;
}

static bool
answer_is_approved(const struct complaint_facts *facts)
{
	char digest[HASH_HEX_SIZE];

	if (facts->review == NULL || !record_has(facts->review, REVIEW_ANSWER))
		return false;
	complaint_answer_digest(facts->review, digest);
	for (size_t i = 0; i < facts->n_approvals; i++)
		if (is_of_round(facts, &facts->approvals[i],
		    APPROVAL_ROUND) &&
		    is_approval(&facts->approvals[i], APPROVAL_OF_ANSWER) &&
		    is(&facts->approvals[i], APPROVAL_DIGEST, digest))
			return true;
	return false;
}

static bool
informed_is_met(const struct complaint_facts *facts)
{
	if (facts->review == NULL)
		return false;
	if (is(facts->review, REVIEW_INFORMED, INFORMED_CANNOT))
		return !complaint_has_contact(facts->complaint,
		    facts->complainant);
	return is(facts->review, REVIEW_INFORMED, INFORMED_YES) &&
	    HAS_ALL(facts->review, REVIEW_INFORMED_DATE,
	    REVIEW_INFORMED_MEDIUM, REVIEW_INFORMED_SUMMARY);
}

/* Duties owed by one class only. */
static bool
class_owes_not(const struct complaint_facts *facts, const char *class)
{
	return strcmp(class_of(facts), class) != 0;
}

/* Those of the review sheet. */
static bool
review_need_met(const struct complaint_facts *facts, enum need need)
{
	const struct record *review = facts->review;

	if (need == NEED_GROUPING)
		return grouping_is_met(review);
	if (need == NEED_CORE)
		return step_is_met(review, REVIEW_CORE, REVIEW_CORE,
		    REVIEW_CORE_OFFICER, REVIEW_CORE_DATE);
	if (need == NEED_CLAUSES)
		return step_is_met(review, REVIEW_CLAUSES,
		    REVIEW_CLAUSES_REASON, REVIEW_CLAUSES_OFFICER,
		    REVIEW_CLAUSES_DATE);
	if (need == NEED_EARLIER)
		return step_is_met(review, REVIEW_EARLIER,
		    REVIEW_EARLIER_NOTE, REVIEW_EARLIER_OFFICER,
		    REVIEW_EARLIER_DATE);
	return HAS_ALL(review, REVIEW_PLAN, REVIEW_PLAN_DATE,
	    REVIEW_PLAN_PERSON, REVIEW_PLAN_OFFICER, REVIEW_PLAN_ON);
}

bool
complaint_need_met(const struct complaint_facts *facts, enum need need)
{
	const struct record *review = facts->review;

	assert(need >= NEED_REASON && need < NEEDS_N);
	switch (need) {
	case NEED_REASON:
		return facts->reason != NULL &&
		    facts->reason[strspn(facts->reason, " \t\n")] != '\0';
	case NEED_IDENTITY:
		return complaint_has_identity(facts->complaint,
		    facts->complainant);
	case NEED_OBJECT: return complaint_has_object(facts->complaint);
	case NEED_WINDOW: return window_is_met(facts);
	case NEED_LATE: return ruling_of(facts).days_past > 0;
	case NEED_GROUPING:
	case NEED_CORE:
	case NEED_CLAUSES:
	case NEED_EARLIER:
	case NEED_PLAN: return review_need_met(facts, need);
	case NEED_ACTION: return action_is_met(facts);
	case NEED_LEVEL_REPORT: return level_report_is_met(facts);
	case NEED_AGENCY:
		return class_owes_not(facts, "tim-teknis") ||
		    HAS_ALL(review, REVIEW_AGENCY);
	case NEED_APIP_REASON:
		return class_owes_not(facts, "apip") ||
		    HAS_ALL(review, REVIEW_APIP_REASON);
	case NEED_APIP_APPROVAL:
		return class_owes_not(facts, "apip") ||
		    apip_is_approved(facts);
	case NEED_RESPONSE:
		return HAS_ALL(review, REVIEW_RESPONSE, REVIEW_RESPONSE_DATE);
	case NEED_FOLLOW_UP:
		return HAS_ALL(review, REVIEW_FOLLOW_UP,
		    REVIEW_FOLLOW_UP_DATE);
	case NEED_ANSWER: return HAS_ALL(review, REVIEW_ANSWER);
	case NEED_APPROVED: return answer_is_approved(facts);
	case NEED_INFORMED: return informed_is_met(facts);
	case NEED_REPORTED:
		return HAS_ALL(review, REVIEW_REPORTED_TO,
		    REVIEW_REPORTED_DATE);
	case NEED_LETTER:
		return HAS_ALL(review, REVIEW_FORWARD_TO,
		    REVIEW_FORWARD_NUMBER, REVIEW_FORWARD_DATE);
	case NEED_COMPLETE:
	case NEED_FAILED:
	case NEEDS_N: break;
	}
	return false;
}
