#include "domain/record.h"

#include <assert.h>
#include <string.h>

struct record
record_of(enum table_number table, struct id id)
{
	struct record record = { .table = table_of(table), .id = id };

	assert(record.table != NULL);
	return record;
}

static const struct value *
value_at(const struct record *record, int cell)
{
	assert(cell >= 0 && (size_t)cell < record->table->n_cells);
	return &record->cell[cell];
}

const char *
record_text(const struct record *record, int cell)
{
	const struct value *value = value_at(record, cell);

	return value->type == VALUE_TEXT ? value->text : "";
}

int64_t
record_integer(const struct record *record, int cell)
{
	const struct value *value = value_at(record, cell);

	return value->type == VALUE_INTEGER ? value->integer : 0;
}

struct id
record_id(const struct record *record, int cell)
{
	const struct value *value = value_at(record, cell);

	return value->type == VALUE_ID ? value->id : (struct id){ { 0 } };
}

bool
record_has(const struct record *record, int cell)
{
	return value_at(record, cell)->type != VALUE_NONE;
}

void
record_set_text(struct record *record, struct arena *arena, int cell,
    const char *text)
{
	assert(value_at(record, cell) != NULL);
	assert(record->table->cells[cell].type == CELL_TEXT);
	record->cell[cell] = (struct value){ 0 };
	if (text == NULL || *text == '\0')
		return;
	record->cell[cell].type = VALUE_TEXT;
	record->cell[cell].text = arena_text(arena, text);
}

void
record_set_integer(struct record *record, int cell, int64_t integer)
{
	assert(value_at(record, cell) != NULL);
	assert(record->table->cells[cell].type == CELL_INTEGER);
	record->cell[cell] =
	    (struct value){ .type = VALUE_INTEGER, .integer = integer };
}

void
record_set_id(struct record *record, int cell, struct id id)
{
	assert(value_at(record, cell) != NULL);
	assert(record->table->cells[cell].type == CELL_ID);
	record->cell[cell] = (struct value){ 0 };
	if (id_is_zero(&id))
		return;
	record->cell[cell] = (struct value){ .type = VALUE_ID, .id = id };
}

const char *
record_named(const struct record *record, const char *name)
{
	int cell = table_cell(record->table, name);

	return cell < 0 ? NULL : record_text(record, cell);
}

bool
value_equal(const struct value *a, const struct value *b)
{
	if (a->type != b->type)
		return false;
	switch (a->type) {
	case VALUE_NONE: return true;
	case VALUE_TEXT: return strcmp(a->text, b->text) == 0;
	case VALUE_INTEGER: return a->integer == b->integer;
	case VALUE_ID: return id_equal(&a->id, &b->id);
	}
	return false;
}
