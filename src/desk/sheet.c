#include "desk/sheet.h"

#include <string.h>

#include "forms/record_map.h"

enum fail
sheet_judged(struct desk *desk, const struct answers *answers,
    struct arena *arena, struct answers **ret_answers, struct err *err)
{
	struct field_context context;
	struct answers *copy = answers_copy(answers, arena);
	enum fail fail;

	fail = desk_context(desk, arena, &context, err);
	if (fail)
		return fail;
	answers_judge(copy, &context);
	*ret_answers = copy;
	return FAIL_NONE;
}

void
refuse_fact(struct refusals *refusals, const char *clause, const char *field,
    const struct fact *fact)
{
	refusals_add(refusals, clause, NULL, field, fact->code, fact->arg[0],
	    fact->arg[1], fact->arg[2], fact->arg[3], NULL);
}

void
sheet_refusals(const struct answers *answers, struct refusals *refusals)
{
	const struct form *form = answers_form(answers);
	scoped_arena arena = arena_new();
	struct field_list missing = answers_missing(answers, arena);
	struct field_list wrong = answers_wrong(answers, arena);

	for (size_t i = 0; i < missing.n; i++) {
		const struct field *field = &form->fields[missing.fields[i]];

		refusals_add(refusals, field->clause, NULL, field->name,
		    "intake.missing", field->label, NULL);
	}
	for (size_t i = 0; i < wrong.n; i++)
		refuse_fact(refusals, form->fields[wrong.fields[i]].clause,
		    form->fields[wrong.fields[i]].name,
		    &answers_at(answers, wrong.fields[i])->fact);
}

struct record
sheet_record(const struct answers *answers, enum table_number table,
    const struct id *id, struct arena *arena)
{
	struct record record = record_of(table, *id);

	answers_to_record(answers, &record, arena);
	return record;
}

/* An empty answer need not be written where none was given before. */
static enum fail
put_row(struct desk *desk, const struct record *row, struct arena *arena,
    struct err *err)
{
	struct err none = { 0 };
	struct record known;
	enum fail fail;

	if (record_has(row, ANSWER_VALUE))
		return store_put(desk->store, row, err);
	fail = store_get(desk->store, TABLE_ANSWER, &row->id, arena, &known,
	    &none);
	if (fail)
		return but_missing(fail, &none, err);
	return store_put(desk->store, row, err);
}

enum fail
sheet_put_rows(struct desk *desk, const struct answers *answers,
    const enum table_number *taken, size_t n, const struct id *parent,
    struct err *err)
{
	scoped_arena arena = arena_new();
	enum fail fail = FAIL_NONE;
	struct answer_rows rows =
	    answers_to_rows(answers, taken, n, parent, arena);

	for (size_t i = 0; i < rows.n && !fail; i++)
		fail = put_row(desk, &rows.list[i], arena, err);
	return fail;
}

bool
reason_is_given(const char *reason)
{
	return reason != NULL && reason[strspn(reason, " \t\n")] != '\0';
}

void
refusals_hand_on(const struct refusals *from, struct refusals *to)
{
	if (to == NULL)
		return;
	for (size_t i = 0; i < from->n; i++)
		refusals_add(to, from->list[i].clause, from->list[i].item,
		    from->list[i].field, from->list[i].fact.code,
		    from->list[i].fact.arg[0], from->list[i].fact.arg[1],
		    from->list[i].fact.arg[2], from->list[i].fact.arg[3],
		    NULL);
}
