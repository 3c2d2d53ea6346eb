#ifndef SCREENS_ENTRY_REVIEW_H
#define SCREENS_ENTRY_REVIEW_H

#include "base/id.h"
#include "forms/answers.h"

/*
 * The page before a complaint gets its number. It leaves ENTRY_RECEIVED, or
 * ENTRY_GO with the name of a field to go to. That it was read back to the
 * complainant is written into the answers here.
 */
struct entry_review_arg {
	struct id id;  /* of the record to be */
	struct id box; /* whose slip it is, or zero */
	struct answers *answers;
	const struct field_context *context;
};

enum { ENTRY_RECEIVED = 1, ENTRY_GO = 2 };

#endif
