#ifndef SCREENS_PRINT_ARG_H
#define SCREENS_PRINT_ARG_H

#include "base/id.h"

/* One paper of one record: "receipt", "deficiency", "handover". */
struct print_arg {
	struct id id;
	const char *paper;
};

#endif
