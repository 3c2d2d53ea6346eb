#ifndef PAPER_COMMON_H
#define PAPER_COMMON_H

#include <stdbool.h>
#include <stdint.h>

#include "base/date.h"
#include "domain/standard.h"
#include "paper/template.h"

/* What every paper may name, whatever it is about: who prints, where, when,
 * and what the standard says. */
struct paper_print {
	const char *officer; /* who prints, by name */
	const char *station; /* where it is printed */
	int64_t now_ms;
	int copy; /* 1: the original */
	bool is_practice;
};

struct paper_common {
	struct paper_print print;
	const struct standard *standard;
	const struct paper *words; /* forms/words.paper */
	struct arena *arena;       /* of the texts made on the way */
};

/* NULL when there is no such name. */
const char *common_value(const struct paper_common *common, const char *name)
    nonnull(1, 2);
bool common_value_is_known(const char *name) nonnull(1);

/* The word for a key; the key itself when words.paper lacks it. */
const char *common_word(const struct paper_common *common, const char *key)
    nonnull(1, 2);

/* "Sel 24/11/2026"; "" for no date. In capitals: for promised days. */
const char *common_date(const struct paper_common *common, struct date date)
    nonnull(1);
const char *common_date_loud(const struct paper_common *common,
    struct date date) nonnull(1);

/* That date, and the time of the moment: "Sel 24/11/2026 10:05". */
const char *common_moment(const struct paper_common *common, const char *date,
    int64_t ms) nonnull(1, 2);

const char *common_number(const struct paper_common *common, int number)
    nonnull(1);

#endif
