#ifndef BASE_FAILPOINT_H
#define BASE_FAILPOINT_H

#include "base/attr.h"
#include "base/err.h"

/*
 * A named place where a test may let the program die or fail, to see that
 * what is on disk stays whole. The program hands down an empty hook, which
 * costs one comparison; only the tests' program fills it.
 */
typedef enum fail failpoint_fn(
    void *context, const char *name, struct err *err);

struct failpoint {
	failpoint_fn *reach;
	void *context;
};

/*
 * Say that the place was reached: FAIL_NONE to go on, or the failure to hand
 * up. failpoint may be NULL or empty.
 */
enum fail failpoint_reach(const struct failpoint *failpoint, const char *name,
    struct err *err) must_check nonnull(2);

#endif
