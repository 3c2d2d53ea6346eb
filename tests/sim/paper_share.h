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
	bool is_old; /* of the day that is remembered */
};

struct paper_share {
	struct t_random *random;
	struct paper_file files[PAPER_FILES_MAX];
	size_t n;
	size_t kept;        /* files of the day it may be set back to */
	int fault_permille; /* of every call; 0: it is well */
	size_t faults;      /* that were drawn */
	int64_t now_ms;     /* its clock; 0: it has none */

	/* What a test sets by hand. */
	bool is_short;     /* listings have only the first half of the names */
	bool is_stale;     /* listings are those of the day it remembers */
	bool drops;        /* what is put is acknowledged, and not kept */
	const char *hides; /* names with this in them are not there; or NULL */
};

struct share paper_share(struct paper_share *paper);

/* What it has now is what paper_set_back() leaves. */
void paper_remember(struct paper_share *paper);
void paper_set_back(struct paper_share *paper);
void paper_empty(struct paper_share *paper);

/* Whose name has this in it: taken away; cut to nothing, if
 * it was not; there. How many. */
size_t paper_lose(struct paper_share *paper, const char *part);
size_t paper_cut(struct paper_share *paper, const char *part);
size_t paper_count(const struct paper_share *paper, const char *part);
void paper_free(struct paper_share *paper);

#endif
