#ifndef DOMAIN_APPLICATION_CHECK_H
#define DOMAIN_APPLICATION_CHECK_H

#include <stdbool.h>

#include "base/date.h"
#include "domain/calendar.h"
#include "domain/record.h"
#include "domain/refusal.h"
#include "domain/standard.h"

/*
 * The rules of an application as a whole, beyond what one field shows: those
 * of the standard, and those of the day it was received.
 */
enum { RECEIVED_BACK_DAYS = 3 }; /* working days; more needs a reason */

/*
 * Skala mikro or besar (any the standard does not serve) is not its service:
 * no number, kept as a consultation (32/1.A.1).
 */
bool application_is_consultation(const struct standard *standard,
    const struct record *application) nonnull(1, 2);

/* Was it received so long ago that a reason is wanted? */
bool application_is_late(const struct calendar *calendar, struct date received,
    struct date today) nonnull(1);

/*
 * Everything that keeps it from being received: activity not of the standard,
 * Kawasan Industri without name, outside without the ground of Pasal 65,
 * procedure class the standard does not have, received date in the future.
 * Reasons are desk's business: it knows what was asked.
 */
void application_refusals(const struct standard *standard,
    const struct record *application, struct date today,
    struct refusals *refusals) nonnull(1, 2, 4);

#endif
