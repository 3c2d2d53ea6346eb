#ifndef FORMS_SMART_DATE_H
#define FORMS_SMART_DATE_H

#include <stdbool.h>

#include "base/date.h"
#include "base/fact.h"
#include "domain/identity.h"

/*
 * Dates as people type them, day first:
 *
 *	24              that day of this month
 *	2411 24/11      24 November of this year
 *	241126 24-11-26 24112026 24.11.2026 2026-11-24
 *	2nov 2 nov 26   months by name, three letters or more
 *	h k b           today, yesterday, tomorrow
 *	h-3 h+14 +14 -3 days from today
 *	h+14k +14k      working days
 *	+ - ++          one day on or back from the date that stands there
 *
 * Years of two digits: up to ten years ahead is 20yy, else 19yy; a date of
 * birth is never in the future, and is never read without its year.
 */
struct calendar;

struct date_rule {
	struct date today;
	struct date standing;            /* in the field; none: today */
	const struct calendar *calendar; /* NULL: no working days */
	bool is_birth;
	bool may_be_future;
};

/*
 * FINE with the remark how it was read ("date.read-monday": 24/11/2026);
 * DOUBT for a birth 120 years ago; WRONG leaves *ret_date alone. fact may be
 * NULL. Printing with date_print_local and reading gives the same date.
 */
enum severity smart_date_read(const char *typed, const struct date_rule *rule,
    struct date *ret_date, struct fact *fact) must_check nonnull(1, 2, 3);

/* Judge a date against the rule, as above. */
enum severity smart_date_check(struct date date, const struct date_rule *rule,
    struct fact *fact) nonnull(2);

#endif
