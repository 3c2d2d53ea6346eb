#ifndef PAPER_COMPLAINT_INSIDE_H
#define PAPER_COMPLAINT_INSIDE_H

#include "paper/complaint.h"

/* What the files of the complaint papers share; for them only. */
struct book_source {
	const struct paper_book *book;
	struct paper_common common;
};

typedef const char *complaint_value_fn(const struct paper_complaint *complaint,
    const struct paper_common *common);

/* "kind.saran" of words.paper; "" when the code is empty. */
const char *complaint_word(const struct paper_common *common,
    const char *group, const char *code) nonnull(1, 2, 3);

/* The cell of a complaint with that name that may be named, or NULL. */
const char *complaint_cell(const struct paper_complaint *complaint,
    const struct paper_common *common, const char *name) nonnull(1, 2, 3);
bool complaint_cell_is_known(const char *name) nonnull(1);

/* A value of one complaint; NULL when there is no such name. */
const char *complaint_value(const struct paper_complaint *complaint,
    const struct paper_common *common, const char *name) nonnull(1, 2, 3);
bool complaint_value_is_known(const char *name) nonnull(1);

/* The same for what its review says. */
const char *complaint_reviewed(const struct paper_complaint *complaint,
    const struct paper_common *common, const char *name) nonnull(1, 2, 3);
bool complaint_reviewed_is_known(const char *name) nonnull(1);

/* Of entry index of a list about one complaint; NULL as above. */
const char *complaint_entry(const struct paper_complaint *complaint,
    const struct paper_common *common, const char *list, size_t index,
    const char *name) nonnull(1, 2, 3, 5);
size_t complaint_entries(const struct paper_complaint *complaint,
    const struct paper_common *common, const char *list) nonnull(1, 2, 3);
bool complaint_entry_is_known(const char *name) nonnull(1);

/* The same for the account of the linked application; NULL, 0 as above. */
const char *account_value(const struct paper_complaint *complaint,
    const struct paper_common *common, const char *name) nonnull(1, 2, 3);
const char *account_entry(const struct paper_complaint *complaint,
    const struct paper_common *common, const char *list, size_t index,
    const char *name) nonnull(1, 2, 3, 5);
size_t account_entries(const struct paper_complaint *complaint,
    const char *list) nonnull(1, 2);
bool account_name_is_known(const char *name) nonnull(1);

#endif
