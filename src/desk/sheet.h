#ifndef DESK_SHEET_H
#define DESK_SHEET_H

#include "desk/inside.h"
#include "domain/refusal.h"
#include "forms/answers.h"

/*
 * Answers as an act takes them: a copy, judged here and now. What a screen
 * found good yesterday, or a draft says of itself, counts for nothing.
 */
enum fail sheet_judged(struct desk *desk, const struct answers *answers,
    struct arena *arena, struct answers **ret_answers, struct err *err)
    must_check nonnull(1, 2, 3, 4);

/* What is missing and what is wrong on it, with the fields' clauses. */
void sheet_refusals(const struct answers *answers, struct refusals *refusals)
    nonnull(1, 2);

/* The row that the answers make, with that key. */
struct record sheet_record(const struct answers *answers,
    enum table_number table, const struct id *id, struct arena *arena)
    nonnull(1, 3, 4);

/*
 * Write the answers that are no cells of the n taken tables, as rows of parent;
 * inside a transaction.
 */
enum fail sheet_put_rows(struct desk *desk, const struct answers *answers,
    const enum table_number *taken, size_t n, const struct id *parent,
    struct err *err) must_check nonnull(1, 2, 3, 5);

/* A fact's own sentence as a refusal of a field. */
void refuse_fact(struct refusals *refusals, const char *clause,
    const char *field, const struct fact *fact) nonnull(1, 4);

/* Hand refusals to the caller's list, which may be NULL. */
void refusals_hand_on(const struct refusals *from, struct refusals *to)
    nonnull(1);

#endif
