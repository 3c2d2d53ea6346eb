#ifndef PAPER_HANDOUT_H
#define PAPER_HANDOUT_H

#include "paper/case.h"

/*
 * From the files of forms/ to the text of one paper about one application.
 * Where the files come from, and where the text goes, is the caller's.
 */
struct paper_file {
	const char *name; /* as problems name it: "receipt.paper" */
	const char *bytes;
	size_t size;
};

struct handout {
	struct paper_file paper; /* forms/NAME.paper */
	struct paper_file words; /* forms/words.paper */
	struct paper_size size;
};

/*
 * Read one file of forms/ and check every name in it; all problems are added.
 * FAIL_INVALID when there are any. Lives in the arena of problems.
 */
enum fail paper_file_read(const struct paper_file *file,
    bool (*is_known)(const char *name), struct problems *problems,
    struct paper *ret_paper, struct err *err) must_check nonnull(1, 2, 3, 4);

/*
 * Append the text of the paper to out, whose ceiling the caller chose.
 * FAIL_INVALID: a file does not read (the first problem is in err);
 * FAIL_MEMORY: it does not fit. out may then hold a part.
 */
enum fail paper_print_text(const struct handout *handout,
    const struct paper_case *facts, struct buf *out, struct err *err)
    must_check nonnull(1, 2, 3);

/* The same for papers about something else: what may be named, and where the
 * values come from. */
struct paper_maker {
	bool (*is_known)(const char *name);
	struct paper_source (*source)(const void *facts,
	    const struct paper *words, struct arena *arena);
	const void *facts;
};

enum fail paper_make_text(const struct handout *handout,
    const struct paper_maker *maker, struct buf *out, struct err *err)
    must_check nonnull(1, 2, 3);

#endif
