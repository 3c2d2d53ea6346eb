#ifndef SCREENS_REVIEW_H
#define SCREENS_REVIEW_H

#include "base/id.h"
#include "forms/answers.h"

/* The page before receiving. It leaves REVIEW_RECEIVED with the record's id
 * as text, or REVIEW_GO with the name of a field to go to. */
struct review_arg {
	struct id id; /* of the record to be */
	const struct answers *answers;
	const struct field_context *context;
};

enum { REVIEW_RECEIVED = 1, REVIEW_GO = 2 };

#endif
