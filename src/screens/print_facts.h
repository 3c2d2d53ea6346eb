#ifndef SCREENS_PRINT_FACTS_H
#define SCREENS_PRINT_FACTS_H

#include "desk/application.h"
#include "desk/complaint.h"
#include "paper/handout.h"

/* What a paper is about: an application, a complaint, or a blank form. */
struct print_facts {
	struct desk *desk;
	enum { PRINT_BLANK, PRINT_APPLICATION, PRINT_COMPLAINT } subject;
	struct application application;
	struct complaint complaint;
	const char *number; /* "" when it has none */
};

/*
 * Read the record of the id, which may be of either book; zero: a blank form.
 * Everything lives in the arena. FAIL_MISSING complaint.none.
 */
enum fail print_facts_read(struct print_facts *facts, struct desk *desk,
    const struct id *id, struct arena *arena, struct err *err)
    must_check nonnull(1, 2, 3, 4);

/* Append the text of that copy of the paper. As paper_print_text(). */
enum fail print_facts_text(const struct print_facts *facts,
    const struct handout *handout, int copy, struct buf *out, struct err *err)
    must_check nonnull(1, 2, 4);

#endif
