#include "domain/table.h"

#include <string.h>

#define CELL_ROW(TABLE, NAME, column, type, privacy) \
	{ #column, CELL_##type, PRIVACY_##privacy },

static const struct cell person_cells[] = { PERSON_CELLS(CELL_ROW) };
static const struct cell company_cells[] = { COMPANY_CELLS(CELL_ROW) };
static const struct cell application_cells[] = {
	APPLICATION_CELLS(CELL_ROW) };
static const struct cell event_cells[] = { EVENT_CELLS(CELL_ROW) };
static const struct cell check_cells[] = { CHECK_CELLS(CELL_ROW) };
static const struct cell answer_cells[] = { ANSWER_CELLS(CELL_ROW) };
static const struct cell officer_cells[] = { OFFICER_CELLS(CELL_ROW) };
static const struct cell closure_cells[] = { CLOSURE_CELLS(CELL_ROW) };
static const struct cell print_cells[] = { PRINT_CELLS(CELL_ROW) };
static const struct cell access_cells[] = { ACCESS_CELLS(CELL_ROW) };

#define TABLE_ROW(NUMBER, name, kind, cells) \
	{ NUMBER, name, kind, cells, array_length(cells) }

const struct table tables[] = {
	TABLE_ROW(TABLE_PERSON, "person", TABLE_IS_RECORD, person_cells),
	TABLE_ROW(TABLE_COMPANY, "company", TABLE_IS_RECORD, company_cells),
	TABLE_ROW(TABLE_APPLICATION, "application", TABLE_IS_RECORD,
	    application_cells),
	TABLE_ROW(TABLE_EVENT, "event", TABLE_IS_EVENT, event_cells),
	TABLE_ROW(TABLE_CHECK, "check_row", TABLE_IS_DERIVED, check_cells),
	TABLE_ROW(TABLE_ANSWER, "answer", TABLE_IS_DERIVED, answer_cells),
	TABLE_ROW(TABLE_OFFICER, "officer", TABLE_IS_REFERENCE,
	    officer_cells),
	TABLE_ROW(TABLE_CLOSURE, "closure", TABLE_IS_REFERENCE,
	    closure_cells),
	TABLE_ROW(TABLE_PRINT, "print", TABLE_IS_EVENT, print_cells),
	TABLE_ROW(TABLE_ACCESS, "access", TABLE_IS_EVENT, access_cells),
};
const size_t tables_n = array_length(tables);

_Static_assert((int)APPLICATION_CELLS_N <= (int)TABLE_CELLS_MAX,
    "an SQL function takes at most 127 arguments");

const struct table *
table_of(enum table_number number)
{
	for (size_t i = 0; i < tables_n; i++)
		if (tables[i].number == number)
			return &tables[i];
	return NULL;
}

const struct table *
table_named(const char *name)
{
	for (size_t i = 0; i < tables_n; i++)
		if (strcmp(tables[i].name, name) == 0)
			return &tables[i];
	return NULL;
}

int
table_cell(const struct table *table, const char *name)
{
	for (size_t i = 0; i < table->n_cells; i++)
		if (strcmp(table->cells[i].name, name) == 0)
			return (int)i;
	return -1;
}
