#ifndef DOMAIN_COMPLAINT_DUTY_H
#define DOMAIN_COMPLAINT_DUTY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/crypto.h"
#include "domain/complaint.h"
#include "domain/life.h"

/*
 * What the office owes a complaint before a move (the needs of
 * data/life/complaint.conf), each with the clause that demands it. Pure
 * functions over the records as they would stand with the answers of the
 * move's own form: who asks puts those in first (also the LEVEL row an
 * escalation is about to write).
 */
struct complaint_facts {
	const struct standard *standard;
	const struct record *complaint;
	const struct record *complainant; /* part pelapor, or NULL */
	const struct record *review;      /* of the present round, or NULL */
	/* The review as it is stored, when the answers of the move's form are
	 * in `review` already: its level is the one that is left. NULL: the
	 * same. */
	const struct record *before;
	/* Of any round; only those of the review's round count. */
	const struct record *handlings;
	size_t n_handlings;
	const struct record *levels;
	size_t n_levels;
	const struct record *approvals;
	size_t n_approvals;
	const char *reason; /* of the move, "" or NULL without */
	const char *class;  /* that is asked about; NULL: that of the review.
			       complaint_duties() sets it. */
};

/*
 * Does it hold? Only needs of complaints and NEED_REASON; NEED_COMPLETE and
 * NEED_FAILED are of applications (asserted). By the present class
 * (REVIEW.CLASS), what belongs to another class holds: agency is owed by
 * tim-teknis only, apip-reason and apip-approval by apip only, level-report
 * by internal and tim-teknis.
 *
 *	identity, object  6.5.b  complaint_has_identity, complaint_has_object
 *	window         6.3    in time, or KIND is pengaduan with kind_reason
 *	late           6.3    not in time: only then it may be treated so
 *	grouping       6.5.c  axis 1: field, sector or service_kind; axis 2:
 *	                      problem and source, lainnya with its text
 *	core, clauses, earlier, plan  6.6.a-d  text, officer and date; clauses
 *	                      or clauses_reason; earlier or earlier_note; a
 *	                      plan with kind, target date and person
 *	action         6.6.e  one HANDLING with kind, date and result
 *	level-report   6.7.a/b  a LEVEL row of this class and level with
 *	                      number, date and recipient (no level: nothing
 *	                      is left, before the first disposition)
 *	agency         6.7.b
 *	apip-reason, apip-approval  6.7.c  a reason; an APPROVAL of apip, or
 *	                      apip_basis
 *	response, follow-up, answer  6.4  text and date; answer: its text
 *	approved       6.4    an APPROVAL of the answer as it stands now
 *	informed       6.8    date, medium and summary, or tidak-dapat when
 *	                      there is no way to reach the person
 *	reported       6.8    to whom and when
 *	letter         6.7.b  to whom, number and date
 */
bool complaint_need_met(const struct complaint_facts *facts, enum need need)
    nonnull(1);

/*
 * Everything a move still lacks, all at once, in the order of the clauses:
 * code "duty.<need>", the field to go to. Of a move that leads to internal,
 * tim-teknis or apip agency and approval are owed for that class, the level
 * report for the one that is left.
 */
void complaint_duties(const struct complaint_facts *facts,
    const struct move *move, struct refusals *refusals) nonnull(1, 2, 3);

/* Clause of a need, in the arena: "32/6.8"; "" for a reason. */
const char *need_clause(const struct complaint_facts *facts, enum need need,
    struct arena *arena) nonnull(1, 3);

/*
 * The name of the form on which a need is met ("complaint-core"); "" when it
 * is the move's own.
 */
const char *need_form(enum need need);

/* The steps of the review sheet, in the order 6.6 demands. */
enum review_step { STEP_GROUPING, STEP_CORE, STEP_CLAUSES, STEP_EARLIER,
	STEP_PLAN, REVIEW_STEPS };
enum need review_step_need(enum review_step step);

/* May this step be written? The steps of 6.6 before it are done (a to d;
 * grouping and actions may come at any time). */
bool review_step_open(const struct complaint_facts *facts,
    enum review_step step) nonnull(1);

/*
 * Digest of an answer as it stands (ANSWER), for APPROVAL.DIGEST: an answer
 * changed since its approval needs another one.
 */
void complaint_answer_digest(const struct record *review,
    char ret_digest[HASH_HEX_SIZE]) nonnull(1, 2);

/* APPROVAL.WHAT and APPROVAL.MANNER, as stored. */
#define APPROVAL_OF_ANSWER "answer"
#define APPROVAL_OF_APIP "apip"
#define APPROVAL_BY_EVENT "event"
#define APPROVAL_BY_PAPER "paper"

/* REVIEW.INFORMED, as stored. */
#define INFORMED_YES "ya"
#define INFORMED_CANNOT "tidak-dapat"

#endif
