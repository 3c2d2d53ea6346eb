#include "forms/record_map.h"

#include <string.h>

#include "forms/sheet.h"

/* What the sheet says in a field, for a record. */
static const char *
handed_on(const struct answers *answers, size_t field)
{
	const struct slot *slot = &answers->slots[field];

	return slot->is_shown ? slot->answer.stored : "";
}

void
answers_to_record(
    const struct answers *answers, struct record *record, struct arena *arena)
{
	for (size_t i = 0; i < answers->form->n; i++) {
		const struct field *field = &answers->form->fields[i];
		int cell = table_cell(record->table, field->name);

		if (cell >= 0 && sheet_is_handed_on(field) &&
		    record->table->cells[cell].type == CELL_TEXT)
			record_set_text(
			    record, arena, cell, handed_on(answers, i));
	}
}

static bool
is_cell(const enum table_number *taken, size_t n, const char *name)
{
	for (size_t i = 0; i < n; i++)
		if (table_cell(table_of(taken[i]), name) >= 0)
			return true;
	return false;
}

struct answer_rows
answers_to_rows(const struct answers *answers, const enum table_number *taken,
    size_t n, const struct id *parent, struct arena *arena)
{
	struct record *rows =
	    arena_array(arena, answers->form->n, sizeof *rows);
	size_t n_rows = 0;

	for (size_t i = 0; i < answers->form->n; i++) {
		const struct field *field = &answers->form->fields[i];
		struct record *row = &rows[n_rows];

		if (!sheet_is_handed_on(field) ||
		    is_cell(taken, n, field->name))
			continue;
		*row = record_of(
		    TABLE_ANSWER, id_derived("answer", parent, field->name));
		record_set_id(row, ANSWER_PARENT, *parent);
		record_set_text(row, arena, ANSWER_FIELD, field->name);
		record_set_text(
		    row, arena, ANSWER_VALUE, handed_on(answers, i));
		n_rows++;
	}
	return (struct answer_rows){ rows, n_rows };
}

/* The value for a field of that name; "" when there is none anywhere. */
static const char *
value_named(const struct record *record, const struct record *rows, size_t n,
    const char *name)
{
	int cell = table_cell(record->table, name);

	if (cell >= 0)
		return record->table->cells[cell].type == CELL_TEXT ?
		    record_text(record, cell) :
		    "";
	for (size_t i = 0; i < n; i++)
		if (strcmp(record_text(&rows[i], ANSWER_FIELD), name) == 0)
			return record_text(&rows[i], ANSWER_VALUE);
	return "";
}

void
answers_from_record(struct answers *answers, const struct record *record,
    const struct record *rows, size_t n, const struct field_context *context)
{
	for (size_t i = 0; i < answers->form->n; i++) {
		const struct field *field = &answers->form->fields[i];

		if (sheet_is_handed_on(field))
			sheet_set(answers, i,
			    value_named(record, rows, n, field->name),
			    ANSWER_FILLED);
	}
	answers_judge(answers, context);
	answers_kept(answers);
}
