#ifndef PAPER_CASE_INSIDE_H
#define PAPER_CASE_INSIDE_H

#include "base/date.h"
#include "paper/case.h"
#include "paper/common.h"

/* What the files of a case share; for src/paper/case*.c only. */
struct case_source {
	const struct paper_case *facts;
	struct paper_common common;
	struct arena *arena; /* of the texts made on the way */
};

/* The word for a key; the key itself when words.paper lacks it. */
const char *case_word(const struct case_source *source, const char *key)
    nonnull(1, 2);

/* "Sel 24/11/2026"; "" for no date. */
const char *case_date(const struct case_source *source, struct date date)
    nonnull(1);

/* A value that is no part of a list; NULL when there is no such name. */
const char *case_value(const struct case_source *source, const char *name)
    nonnull(1, 2);
bool case_value_is_known(const char *name) nonnull(1);

/* Of an entry of a list; NULL when the list has no such name. */
const char *case_entry(const struct case_source *source, const char *list,
    size_t index, const char *name) nonnull(1, 2, 4);
size_t case_entries(const struct case_source *source, const char *list)
    nonnull(1, 2);
bool case_entry_is_known(const char *name) nonnull(1);

#endif
