#ifndef DESK_STATED_H
#define DESK_STATED_H

#include "base/err.h"
#include "domain/record.h"

/*
 * What the officer changed (from seen to typed), on top of what stands there
 * now: two people may change two fields, but not the same one. FAIL_CONFLICT
 * intake.changed: the cell.
 */
enum fail stated_merge(const struct record *seen, const struct record *typed,
    struct record *stands, bool *ret_is_changed, struct err *err)
    must_check nonnull(1, 2, 3, 4);

#endif
