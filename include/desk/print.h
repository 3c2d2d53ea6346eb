#ifndef DESK_PRINT_H
#define DESK_PRINT_H

#include "base/attr.h"
#include "base/err.h"
#include "base/id.h"

/*
 * The log of what was printed. Copy 1 is ASLI, copy n SALINAN KE-n. The text
 * is made by room paper and lies in the spool before it is sent.
 */
struct desk;

/*
 * One more copy of a paper ("receipt") of a record; written down before it is
 * printed, so that no paper is out that the register does not know. FAIL_
 * MISSING: no such record (application.none).
 */
enum fail desk_print_begin(struct desk *desk, const struct id *parent,
    const char *paper, int *ret_copy, struct err *err)
    must_check nonnull(1, 2, 3, 4);

/* The copies so far. */
enum fail desk_print_count(struct desk *desk, const struct id *parent,
    const char *paper, int *ret_copies, struct err *err)
    must_check nonnull(1, 2, 3, 4);

#endif
