#ifndef TESTS_LIB_COMPLAINT_CASE_H
#define TESTS_LIB_COMPLAINT_CASE_H

#include "lib/complaint.h"

/*
 * A complaint that was handled to the end, every duty done, in one of the
 * three ways; duties can then be taken away one by one.
 */
enum handled_class { HANDLED_INSIDE, HANDLED_OUTSIDE, HANDLED_BY_APIP,
	HANDLED_CLASSES };

enum { HANDLED_APPROVALS = 8 };

struct handled {
	struct book book;
	struct record review, handling, level, approvals[HANDLED_APPROVALS];
	struct complaint_facts facts;
};

static inline void
handled_write(struct handled *handled, int cell, const char *text)
{
	record_set_text(&handled->review, handled->book.arena, cell, text);
}

/* One more approval, complete, of what stands there now. */
static inline void
handled_approve(struct handled *handled, const char *what, const char *manner)
{
	struct arena *arena = handled->book.arena;
	struct record *approval =
	    &handled->approvals[handled->facts.n_approvals++];
	char digest[HASH_HEX_SIZE];

	complaint_answer_digest(&handled->review, digest);
	*approval = record_of(TABLE_APPROVAL, (struct id){ { 9 } });
	record_set_integer(approval, APPROVAL_ROUND, 1);
	record_set_text(approval, arena, APPROVAL_WHAT, what);
	record_set_text(approval, arena, APPROVAL_MANNER, manner);
	record_set_text(approval, arena, APPROVAL_OFFICER, "eko");
	record_set_text(approval, arena, APPROVAL_DIGEST, digest);
	if (strcmp(manner, APPROVAL_BY_PAPER) != 0)
		return;
	record_set_text(approval, arena, APPROVAL_NUMBER, "12/X/2026");
	record_set_text(approval, arena, APPROVAL_DATE, "2026-11-24");
	record_set_text(approval, arena, APPROVAL_NAME, "Eko Prasetyo");
}

static inline void
handled_review(struct handled *handled, enum handled_class class)
{
	static const char *const classes[][2] = {
		[HANDLED_INSIDE] = { "internal", "pelaksana" },
		[HANDLED_OUTSIDE] = { "tim-teknis", "pelaksana" },
		[HANDLED_BY_APIP] = { "apip", "" },
	};
	static const int given[] = { REVIEW_FIELD, REVIEW_PROBLEM,
		REVIEW_SOURCE, REVIEW_CORE, REVIEW_CORE_OFFICER,
		REVIEW_CORE_DATE, REVIEW_CLAUSES, REVIEW_CLAUSES_OFFICER,
		REVIEW_CLAUSES_DATE, REVIEW_EARLIER, REVIEW_EARLIER_OFFICER,
		REVIEW_EARLIER_DATE, REVIEW_PLAN, REVIEW_PLAN_DATE,
		REVIEW_PLAN_PERSON, REVIEW_PLAN_OFFICER, REVIEW_PLAN_ON,
		REVIEW_AGENCY, REVIEW_APIP_REASON, REVIEW_RESPONSE,
		REVIEW_RESPONSE_DATE, REVIEW_FOLLOW_UP, REVIEW_FOLLOW_UP_DATE,
		REVIEW_ANSWER, REVIEW_INFORMED_DATE, REVIEW_INFORMED_MEDIUM,
		REVIEW_INFORMED_SUMMARY, REVIEW_REPORTED_TO,
		REVIEW_REPORTED_DATE, REVIEW_FORWARD_TO, REVIEW_FORWARD_NUMBER,
		REVIEW_FORWARD_DATE };

	record_set_integer(&handled->review, REVIEW_ROUND, 1);
	for (size_t i = 0; i < array_length(given); i++)
		handled_write(handled, given[i], "x");
	handled_write(handled, REVIEW_INFORMED, INFORMED_YES);
	handled_write(handled, REVIEW_CLASS, classes[class][0]);
	handled_write(handled, REVIEW_LEVEL, classes[class][1]);
}

static inline void
handled_begin(struct handled *handled, struct arena *arena,
    enum handled_class class)
{
	*handled = (struct handled){
		.review = record_of(TABLE_REVIEW, (struct id){ { 3 } }),
		.handling = record_of(TABLE_HANDLING, (struct id){ { 4 } }),
		.level = record_of(TABLE_LEVEL, (struct id){ { 5 } }) };
	book_begin(&handled->book, arena);
	handled_review(handled, class);
	record_set_integer(&handled->handling, HANDLING_ROUND, 1);
	record_set_text(&handled->handling, arena, HANDLING_KIND, "konfirmasi");
	record_set_text(&handled->handling, arena, HANDLING_DATE,
	    "2026-11-24");
	record_set_text(&handled->handling, arena, HANDLING_RESULT, "Benar.");
	record_set_integer(&handled->level, LEVEL_ROUND, 1);
	record_set_text(&handled->level, arena, LEVEL_CLASS,
	    record_text(&handled->review, REVIEW_CLASS));
	record_set_text(&handled->level, arena, LEVEL_LEVEL, "pelaksana");
	record_set_text(&handled->level, arena, LEVEL_NUMBER, "12");
	record_set_text(&handled->level, arena, LEVEL_DATE, "2026-11-25");
	record_set_text(&handled->level, arena, LEVEL_RECIPIENT, "Kabid");
	handled->facts = (struct complaint_facts){
		.standard = &handled->book.standard,
		.complaint = &handled->book.complaint,
		.complainant = &handled->book.complainant,
		.review = &handled->review,
		.handlings = &handled->handling, .n_handlings = 1,
		.levels = &handled->level, .n_levels = 1,
		.approvals = handled->approvals, .reason = "Diminta pelapor." };
	handled_approve(handled, APPROVAL_OF_ANSWER, APPROVAL_BY_EVENT);
	handled_approve(handled, APPROVAL_OF_APIP, APPROVAL_BY_EVENT);
}

/* Take approvals of that sort away. */
static inline void
handled_disapprove(struct handled *handled, const char *what)
{
	size_t n = 0;

	for (size_t i = 0; i < handled->facts.n_approvals; i++)
		if (strcmp(record_text(&handled->approvals[i], APPROVAL_WHAT),
		    what) != 0)
			handled->approvals[n++] = handled->approvals[i];
	handled->facts.n_approvals = n;
}

/* A review cell that is one of each duty's own. */
static inline int
handled_cell(enum need need)
{
	static const int cells[NEEDS_N] = {
		[NEED_GROUPING] = REVIEW_FIELD,
		[NEED_CORE] = REVIEW_CORE,
		[NEED_CLAUSES] = REVIEW_CLAUSES,
		[NEED_EARLIER] = REVIEW_EARLIER,
		[NEED_PLAN] = REVIEW_PLAN_DATE,
		[NEED_AGENCY] = REVIEW_AGENCY,
		[NEED_APIP_REASON] = REVIEW_APIP_REASON,
		[NEED_RESPONSE] = REVIEW_RESPONSE,
		[NEED_FOLLOW_UP] = REVIEW_FOLLOW_UP_DATE,
		[NEED_ANSWER] = REVIEW_ANSWER,
		[NEED_INFORMED] = REVIEW_INFORMED_DATE,
		[NEED_REPORTED] = REVIEW_REPORTED_DATE,
		[NEED_LETTER] = REVIEW_FORWARD_NUMBER,
	};

	return cells[need];
}

/* Take away what meets one duty, and nothing else (an answer that is gone is
 * not approved either). */
static inline void
handled_lose(struct handled *handled, enum need need)
{
	switch (need) {
	case NEED_IDENTITY:
		book_who(&handled->book, COMPLAINANT_NAME, "");
		return;
	case NEED_OBJECT:
		book_say(&handled->book, COMPLAINT_OBJECT, "");
		book_say(&handled->book, COMPLAINT_MATERIAL, "");
		return;
	case NEED_WINDOW:
		book_say(&handled->book, COMPLAINT_SERVICE_DATE, "2026-10-01");
		book_say(&handled->book, COMPLAINT_KIND_REASON, "");
		return;
	case NEED_LATE:
		book_say(&handled->book, COMPLAINT_SERVICE_DATE, "2026-11-19");
		return;
	case NEED_ACTION: handled->facts.n_handlings = 0; return;
	case NEED_LEVEL_REPORT: handled->facts.n_levels = 0; return;
	case NEED_APPROVED:
		handled_disapprove(handled, APPROVAL_OF_ANSWER);
		return;
	case NEED_APIP_APPROVAL:
		handled_disapprove(handled, APPROVAL_OF_APIP);
		handled_write(handled, REVIEW_APIP_BASIS, "");
		return;
	case NEED_REASON: handled->facts.reason = " \n"; return;
	case NEED_GROUPING:
	case NEED_CORE:
	case NEED_CLAUSES:
	case NEED_EARLIER:
	case NEED_PLAN:
	case NEED_AGENCY:
	case NEED_APIP_REASON:
	case NEED_RESPONSE:
	case NEED_FOLLOW_UP:
	case NEED_ANSWER:
	case NEED_INFORMED:
	case NEED_REPORTED:
	case NEED_LETTER:
		handled_write(handled, handled_cell(need), "");
		return;
	case NEED_COMPLETE:
	case NEED_FAILED:
	case NEEDS_N: return;
	}
}

static inline struct refusals
handled_duties(struct handled *handled, const char *move)
{
	struct refusals refusals = { .arena = handled->book.arena };

	complaint_duties(&handled->facts, life_move(&handled->book.life, move),
	    &refusals);
	return refusals;
}

#endif
