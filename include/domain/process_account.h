#ifndef DOMAIN_PROCESS_ACCOUNT_H
#define DOMAIN_PROCESS_ACCOUNT_H

#include "domain/process_clock.h"
#include "domain/standard.h"

/*
 * The account of the process time of one application, day by day: what is laid
 * beside a complaint about time.
 */
struct process_account {
	const char *number;  /* of the application */
	const struct process_clock *clock;
	struct ledger ledger; /* since the last start; no rows when never */
	struct left left;     /* on the day it stopped, or today */
	bool is_cut; /* it took longer than the rows go */
};

/* Working days that are accounted for at most: more is no page to read. */
enum { ACCOUNT_DAYS_MAX = 40 };

/*
 * From the last start to the due day, or to the day it stopped (today, when it
 * runs) if that is later. Borrows the clock and the number.
 */
enum fail process_account_of(const struct calendar *calendar,
    const struct process_clock *clock, const char *number, struct date today,
    struct arena *arena, struct process_account *ret_account, struct err *err)
    must_check nonnull(1, 2, 3, 5, 6);

/*
 * Is it about the process time: by the element of the standard that its review
 * names (6.5.c), or by a clause of it (6.6.b)?
 */
bool complaint_is_about_time(const struct standard *standard,
    const struct record *review) nonnull(1, 2);

#endif
