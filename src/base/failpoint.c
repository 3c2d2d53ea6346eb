#include "base/failpoint.h"

#include <stddef.h>

enum fail
failpoint_reach(
    const struct failpoint *failpoint, const char *name, struct err *err)
{
	if (failpoint == NULL || failpoint->reach == NULL)
		return FAIL_NONE;
	return failpoint->reach(failpoint->context, name, err);
}
