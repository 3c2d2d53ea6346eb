#ifndef DOMAIN_REFUSAL_H
#define DOMAIN_REFUSAL_H

#include <stddef.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/fact.h"

/*
 * Everything that stands in the way of an act, at once: which rule, which
 * clause of the standard, which item, and where the cursor goes.
 */
struct refusal {
	struct fact fact;   /* what is wrong */
	const char *clause; /* "32/1.A.4", "" when no clause says so */
	const char *item;   /* short title of a requirement, "" */
	const char *field;  /* form field or clause to go to, "" */
};

struct refusals {
	struct arena *arena; /* set by the caller; texts live in it */
	struct refusal *list;
	size_t n, room;
};

/* Add one: code and up to four arguments, ended by NULL. NULL texts are "". */
void refusals_add(struct refusals *refusals, const char *clause,
    const char *item, const char *field, const char *code, ...)
    sentinel nonnull(1, 5);

/* FAIL_INVALID with the first one's fact in err when there are any. */
enum fail refusals_fail(const struct refusals *refusals, struct err *err)
    must_check nonnull(1);

#endif
