#ifndef BASE_WRAP_H
#define BASE_WRAP_H

#include <stddef.h>

#include "base/arena.h"

/*
 * Text broken into lines of n columns, for screens, paper and the text area.
 * Lines are slices of the text: drawing and cursor use one table.
 */
struct wrap_line {
	size_t begin, end; /* byte offsets into the text; the blanks or the
			      newline that ended the line are not inside */
	size_t next;       /* where the next line begins */
};

struct wrap {
	struct wrap_line *line;
	size_t n; /* at least 1, also for "" */
};

/*
 * Break at blanks, at every '\n', and inside a word longer than a line (at a
 * cluster). columns at least 2; a single cluster wider than that stands alone
 * on its line. A run of blanks at a break hangs at the end of its line, unseen,
 * whatever its length. Lives in the arena; text stays the caller's.
 */
struct wrap wrap_text(struct arena *arena, const char *text, size_t columns)
    nonnull(1, 2);

/* Which line byte offset at belongs to: the last whose begin is <= at. */
size_t wrap_line_of(const struct wrap *wrap, size_t at) nonnull(1);

#endif
