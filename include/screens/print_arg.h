#ifndef SCREENS_PRINT_ARG_H
#define SCREENS_PRINT_ARG_H

#include "base/id.h"
#include "desk/complaint_list.h"

/* The papers about several complaints. */
#define PAPER_DAILY "complaint-daily"
#define PAPER_REGISTER "complaint-register"

/*
 * One paper of one record: "receipt", "deficiency", "handover". Without an id
 * a list, or the blank form.
 */
struct print_arg {
	struct id id;
	const char *paper;
	struct complaint_query query; /* of a register */
	const char *filter;           /* the same in words; or NULL */
	struct date day;              /* of a daily list; none: today. Of a
					 register: received on it; none: any */
};

#endif
