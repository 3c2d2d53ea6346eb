#ifndef STORE_COMPLAINT_LINE_H
#define STORE_COMPLAINT_LINE_H

#include "base/arena.h"
#include "base/err.h"
#include "base/id.h"
#include "domain/record.h"
#include "store/store.h"

/*
 * The line of a complaint in the book, derived from its records: what it is
 * asked by, in complaint_line and, turned round, in complaint_tag.
 */
enum line_text {
	LINE_STATE,
	LINE_DUE, /* a sort key, as the two after it */
	LINE_NUMBER,
	LINE_RECEIVED_DATE,
	LINE_KIND,
	LINE_CHANNEL,
	LINE_SERVICE,
	LINE_NAMED_OFFICER,
	LINE_PROBLEM,
	LINE_CLAUSES,
	LINE_TEXTS_N
};

struct complaint_line {
	struct id id, review; /* review is zero before the first round */
	const char *text[LINE_TEXTS_N]; /* never NULL */
};

/* What a tag is of. */
enum line_tag {
	TAG_ALL = 'a',
	TAG_CHANNEL = 'c',
	TAG_RUNNING = 'd', /* the clock runs */
	TAG_KIND = 'k',
	TAG_CLAUSE = 'l',
	TAG_PROBLEM = 'p',
	TAG_STATE = 's',
	TAG_SERVICE = 'v',
};

/* The order a tag is in. */
enum line_order { ORDER_DUE = 'd', ORDER_NUMBER = 'n', ORDER_RECEIVED = 'r' };

const char *line_tag(struct arena *arena, enum line_order order,
    enum line_tag of, const char *value) nonnull(1, 4);

/*
 * As the records have it now, and as it is kept. *ret_has: false when there is
 * none; a complaint has a line once its state was put.
 */
enum fail line_of_records(struct store *store, const struct id *id,
    struct arena *arena, struct complaint_line *ret_line, bool *ret_has,
    struct err *err) must_check nonnull(1, 2, 3, 4, 5);
enum fail line_kept(struct store *store, const struct id *id,
    struct arena *arena, struct complaint_line *ret_line, bool *ret_has,
    struct err *err) must_check nonnull(1, 2, 3, 4, 5);

bool line_equal(const struct complaint_line *a, const struct complaint_line *b)
    nonnull(1, 2);

/* Make the line of a complaint what its records say, in their transaction. */
enum fail line_keep(struct store *store, const struct id *id, struct err *err)
    must_check nonnull(1, 2);

/* The same after a record was put, if it is one that a line is made of. */
enum fail line_follow(struct store *store, const struct record *record,
    struct err *err) must_check nonnull(1, 2);

/* From the tags of the old line (none: NULL) to those of the new one. */
enum fail line_change_tags(struct store *store,
    const struct complaint_line *old, const struct complaint_line *line,
    struct err *err) must_check nonnull(1, 3);

/* How many tags a line ought to have, and how many of these are there. */
enum fail line_count_tags(struct store *store,
    const struct complaint_line *line, size_t *ret_n, size_t *ret_kept,
    struct err *err) must_check nonnull(1, 2, 3, 4);

/* Make all lines anew. */
enum fail lines_mend(struct store *store, struct err *err)
    must_check nonnull(1);

#endif
