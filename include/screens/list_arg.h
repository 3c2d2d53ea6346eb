#ifndef SCREENS_LIST_ARG_H
#define SCREENS_LIST_ARG_H

#include <stdbool.h>

#include "desk/list.h"

/* How the list of applications is opened. */
struct list_arg {
	enum list_filter filter;
	enum list_sort sort;
	bool opens_checklist; /* Enter opens the checklist, not the case */
	const char *text;     /* searched for already; NULL: nothing is */
};

#endif
