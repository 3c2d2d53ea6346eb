#ifndef FORMS_RECORD_MAP_H
#define FORMS_RECORD_MAP_H

#include <stddef.h>

#include "base/arena.h"
#include "domain/record.h"
#include "forms/answers.h"

/*
 * Between answers and rows: a field with the name of a cell of the row's
 * table is that cell, all others are ANSWER rows of the parent.
 */

/*
 * Set the cells the form has a field for; those that are hidden or empty
 * lose their value. Other cells stay. Secrets and wrong values are never
 * handed on.
 */
void answers_to_record(const struct answers *answers, struct record *record,
    struct arena *arena) nonnull(1, 2, 3);

/*
 * The ANSWER rows of parent for the fields that are cells of none of the n
 * taken tables. One with an empty value takes an earlier one back: it need not
 * be written when there is no such row.
 */
struct answer_rows {
	const struct record *list;
	size_t n;
};

struct answer_rows answers_to_rows(const struct answers *answers,
    const enum table_number *taken, size_t n, const struct id *parent,
    struct arena *arena) nonnull(1, 4, 5);

/*
 * Take the values of a record and n ANSWER rows (rows may be NULL). They
 * count as kept, not as changed; a value that does not fit its field stays
 * as it is and is judged.
 */
void answers_from_record(struct answers *answers, const struct record *record,
    const struct record *rows, size_t n, const struct field_context *context)
    nonnull(1, 2, 5);

#endif
