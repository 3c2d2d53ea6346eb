#ifndef TESTS_SIM_PAPER_SHARE_H
#define TESTS_SIM_PAPER_SHARE_H

#include "lib/t.h"
#include "sync/share.h"

/*
 * A share that is only in memory, with faults drawn from a seed: calls that
 * fail, listings that are short, files that are acknowledged and dropped, the
 * whole set back to an older day, or emptied but for its marker.
 */
enum { PAPER_FILES_MAX = 4096 };

struct paper_file {
	char path[SHARE_PATH_SIZE];
	void *bytes;
	size_t size;
};

struct paper_share {
	struct t_random *random;
	struct paper_file files[PAPER_FILES_MAX];
	size_t n;
	size_t kept;        /* files of the day it may be set back to */
	int fault_permille; /* of every call; 0: it is well */
	size_t faults;      /* that were drawn */
};

struct share paper_share(struct paper_share *paper);

/* What it has now is what paper_set_back() leaves. */
void paper_remember(struct paper_share *paper);
void paper_set_back(struct paper_share *paper);
void paper_empty(struct paper_share *paper);
void paper_free(struct paper_share *paper);

#endif
