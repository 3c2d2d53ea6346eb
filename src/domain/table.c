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
static const struct cell complaint_cells[] = {
	COMPLAINT_CELLS(CELL_ROW) };
static const struct cell complainant_cells[] = {
	COMPLAINANT_CELLS(CELL_ROW) };
static const struct cell review_cells[] = { REVIEW_CELLS(CELL_ROW) };
static const struct cell handling_cells[] = { HANDLING_CELLS(CELL_ROW) };
static const struct cell level_cells[] = { LEVEL_CELLS(CELL_ROW) };
static const struct cell approval_cells[] = { APPROVAL_CELLS(CELL_ROW) };
static const struct cell box_cells[] = { BOX_CELLS(CELL_ROW) };
static const struct cell merge_cells[] = { MERGE_CELLS(CELL_ROW) };
static const struct cell verdict_cells[] = { VERDICT_CELLS(CELL_ROW) };
static const struct cell office_key_cells[] = {
	OFFICE_KEY_CELLS(CELL_ROW) };
static const struct cell key_box_cells[] = { KEY_BOX_CELLS(CELL_ROW) };

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
	TABLE_ROW(TABLE_COMPLAINT, "complaint", TABLE_IS_RECORD,
	    complaint_cells),
	TABLE_ROW(TABLE_COMPLAINANT, "complainant", TABLE_IS_RECORD,
	    complainant_cells),
	TABLE_ROW(TABLE_REVIEW, "review", TABLE_IS_DERIVED,
	    review_cells),
	TABLE_ROW(TABLE_HANDLING, "handling", TABLE_IS_RECORD,
	    handling_cells),
	TABLE_ROW(TABLE_LEVEL, "level_report", TABLE_IS_RECORD,
	    level_cells),
	TABLE_ROW(TABLE_APPROVAL, "approval", TABLE_IS_EVENT,
	    approval_cells),
	TABLE_ROW(TABLE_BOX, "box", TABLE_IS_RECORD,
	    box_cells),
	TABLE_ROW(TABLE_MERGE, "merge_link", TABLE_IS_RECORD,
	    merge_cells),
	TABLE_ROW(TABLE_VERDICT, "verdict", TABLE_IS_DERIVED,
	    verdict_cells),
	TABLE_ROW(TABLE_OFFICE_KEY, "office_key", TABLE_IS_REFERENCE,
	    office_key_cells),
	TABLE_ROW(TABLE_KEY_BOX, "key_box", TABLE_IS_DERIVED,
	    key_box_cells),
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
