#ifndef DOMAIN_COMPLAINT_H
#define DOMAIN_COMPLAINT_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/date.h"
#include "domain/calendar.h"
#include "domain/record.h"
#include "domain/refusal.h"
#include "domain/standard.h"

/*
 * What one entry of the complaint book is (component 6 of the standard): when
 * it arrived, whether it says who and what, of which kind it is by rule, and
 * what keeps it from being received. What must hold later, on the way to its
 * end, is domain/complaint_duty.h; days are counted in
 * domain/complaint_clock.h.
 */

/* COMPLAINT.KIND, as stored: "pengaduan", "saran", ... (6, 6.3). */
enum book_kind {
	KIND_COMPLAINT,  /* pengaduan */
	KIND_SUGGESTION, /* saran */
	KIND_INPUT,      /* masukan */
	KIND_CORRECTION, /* koreksi */
	KIND_REVISION,   /* revisi */
	KIND_KINDS
};

#define KIND_BIT(kind) (1u << (kind))

const char *book_kind_name(enum book_kind kind);
bool book_kind_named(const char *name, enum book_kind *ret_kind)
    must_check nonnull(1, 2);

/* Why it is of its kind; COMPLAINT.KIND_RULE has the name. */
enum kind_rule {
	RULE_COMPLETE,  /* complete: in time; pengaduan */
	RULE_NO_IDENTITY, /* no-identity: saran or masukan (6.5.b) */
	RULE_NO_OBJECT, /* no-object: the same */
	RULE_NOTHING,   /* no-identity-object: the same */
	RULE_LATE,      /* late: over 30 days, the officer chooses (6.3) */
	RULE_RUNNING,   /* service-running: the 30 days have not begun */
	RULE_UNKNOWN,   /* service-date-unknown: pengaduan, flagged */
	KIND_RULES
};

const char *kind_rule_name(enum kind_rule rule);
bool kind_rule_named(const char *name, enum kind_rule *ret_rule)
    must_check nonnull(1, 2);

/*
 * Identity (6.5.a): a name, and at least one way to reach the person or one
 * number of an identity document: NIK, other_id, address, phone, email,
 * account. A name alone or a contact alone is none.
 *
 * A sealed row hides that. What was found when it was sealed is in the
 * complaint's KIND_RULE: it counts as identity unless the rule says that
 * there was none. complainant may be NULL: nobody was written down.
 */
bool complaint_has_identity(const struct record *complaint,
    const struct record *complainant) nonnull(1);

/* Any way to tell the person: address, phone, email, account; sealed: yes, if
 * it has identity. */
bool complaint_has_contact(const struct record *complaint,
    const struct record *complainant) nonnull(1);

/* Object or material (6.5.a): one of the two says something. */
bool complaint_has_object(const struct record *complaint) nonnull(1);

/*
 * Day 0: the day it arrived, not the day it was typed. A letter arrived on
 * the day of its stamp (letter_arrived) when that is before received_date.
 * None when no date is there.
 */
struct date complaint_arrived(const struct record *complaint) nonnull(1);

struct kind_ruling {
	enum kind_rule rule;
	unsigned kinds;       /* KIND_BIT of each that may be chosen */
	enum book_kind kind;  /* by rule, or the one already chosen when it
				 may; KIND_KINDS: the officer must choose */
	bool needs_reason;    /* kept as pengaduan although late: kind_reason */
	const char *clause;   /* "32/6.5.b", "32/6.3", "32/6.2" */
	struct date last_day; /* to complain in time; none when not counted */
	int days_past;        /* calendar days after it; 0 when in time */
};

/*
 * The kind by rule. Missing identity or object: saran (masukan may be
 * chosen), whatever else. More than the standard's 30 calendar days since
 * service_date, that day not counted: one of the four, or pengaduan kept with
 * a reason. service_running "Y": in time. No service_date: pengaduan.
 * COMPLAINT.KIND is respected where it is among `kinds`. clause lives in the
 * arena.
 */
struct kind_ruling complaint_ruling(const struct standard *standard,
    const struct record *complaint, bool has_identity, struct arena *arena)
    nonnull(1, 2, 4);

/* "6.5.b" of this standard as a clause id: "32/6.5.b". */
const char *complaint_clause(const struct standard *standard,
    const char *place, struct arena *arena) nonnull(1, 2, 3);

/* "09:20": an hour and a minute of the day. */
bool complaint_is_time(const char *text) nonnull(1);

/*
 * Everything that keeps an entry from being saved, each with its clause and
 * field: no or unknown channel, a time that is none, received in the future,
 * dates in impossible order (letter after its arrival, arrival after receipt,
 * service after arrival, completed before arrival), kind not allowed by rule
 * or not chosen, kept as pengaduan without a reason. Missing identity or
 * object is no refusal.
 */
void complaint_refusals(const struct standard *standard,
    const struct record *complaint, bool has_identity, struct date today,
    struct refusals *refusals) nonnull(1, 2, 5);

/* Typed so many working days after it arrived that a reason is wanted
 * (RECEIVED_BACK_DAYS of domain/application_check.h). */
bool complaint_is_typed_late(const struct calendar *calendar,
    const struct record *complaint, struct date today) nonnull(1, 2);

#endif
