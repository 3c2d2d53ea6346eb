#ifndef DESK_COMPLAINT_INSIDE_H
#define DESK_COMPLAINT_INSIDE_H

#include "desk/complaint.h"
#include "desk/complaint_fold.h"
#include "domain/refusal.h"
#include "forms/answers.h"

/* What the acts of the complaint book share. */

/* As desk_complaint(), from what was folded, and without asking who may. */
enum fail complaint_show(struct desk *desk,
    const struct folded_complaint *folded, struct arena *arena,
    struct complaint *ret_complaint, struct err *err)
    must_check nonnull(1, 2, 3, 4);

/* A move to write down, and what with. */
struct complaint_stepping {
	const struct move *move;
	struct date date;
	const char *reason; /* may be NULL */
};

/* Write its event, inside a transaction; the derived state is not kept yet. */
enum fail complaint_event(struct desk *desk,
    const struct folded_complaint *folded,
    const struct complaint_stepping *stepping, struct arena *arena,
    struct id *ret_event, struct err *err) must_check nonnull(1, 2, 3, 4, 5);

/* The clock as of today. */
struct answer_clock complaint_days(const struct desk *desk,
    const struct folded_complaint *folded) nonnull(1, 2);

/* The form an entry was received under, else the one in force. */
enum fail complaint_form(struct desk *desk, const struct record *complaint,
    const struct form **ret_form, struct err *err) must_check nonnull(1, 2, 3);

/*
 * Write who complains and who is represented, from the answers: the row of
 * the pelapor when anything is said of him, a row for each represented
 * person, of which `first` are there already and not on the sheet. Of a
 * confidential entry everything is sealed before it is written. Inside a
 * transaction.
 */
enum fail people_put(struct desk *desk, const struct record *complaint,
    const struct record *reporter, const struct answers *answers,
    size_t first, struct err *err) must_check nonnull(1, 2, 3, 4);

/* The pelapor as the answers say, not yet written; sender details of a
 * confidential entry move here out of the complaint. */
struct record people_reporter(const struct answers *answers,
    struct record *complaint, struct arena *arena) nonnull(1, 2, 3);

/* Give it the next number of the book, in the year it was received. */
enum fail complaint_number(struct desk *desk, struct record *complaint,
    struct arena *arena, struct err *err) must_check nonnull(1, 2, 3);

/* Write the answers that are cells of neither table as rows of the entry. */
enum fail complaint_put_rows(struct desk *desk, const struct answers *answers,
    const struct id *id, struct err *err) must_check nonnull(1, 2, 3);

/* Does a row say anything about a person? */
bool people_has_any(const struct record *person) nonnull(1);

/* Rows of a confidential entry as everybody may see them. */
const struct record *people_covered(const struct records *people,
    struct arena *arena) nonnull(1, 2);

#endif
