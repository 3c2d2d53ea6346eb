#include "screens/field_pick.h"

#include <string.h>

#include "desk/list.h"
#include "domain/record.h"
#include "screens/words.h"

enum { PICK_LIMIT = 200 };

/* People and companies as rows: the code is what the field stores. */
static void
filter_register(struct field_pick *pick, const char *typed)
{
	int code = pick->are_companies ? (int)COMPANY_NIB : (int)PERSON_NIK;
	int text = pick->are_companies ? (int)COMPANY_COMPANY_NAME :
					 (int)PERSON_NAME;
	struct found_records found = { .arena = pick->arena,
		.limit = PICK_LIMIT };
	enum fail fail;

	fail = pick->are_companies ?
	    desk_search_companies(pick->desk, typed, &found, NULL) :
	    desk_search_people(pick->desk, typed, &found, NULL);
	if (fail)
		found.n = 0;
	pick->rows = arena_array(pick->arena, found.n, sizeof *pick->rows);
	for (size_t i = 0; i < found.n; i++)
		pick->rows[i] = (struct lookup_row){
			record_text(&found.list[i], code),
			record_text(&found.list[i], text), "" };
	pick->n = found.n;
}

static size_t
filter(void *context, const char *typed)
{
	struct field_pick *pick = context;
	size_t found;

	arena_reset(pick->arena);
	if (pick->is_of_register) {
		filter_register(pick, typed);
		return pick->n;
	}
	pick->rows = arena_array(pick->arena, PICK_LIMIT, sizeof *pick->rows);
	found = lookup_filter(&pick->lookup, typed, pick->rows, PICK_LIMIT,
	    pick->arena);
	pick->n = found < PICK_LIMIT ? found : PICK_LIMIT;
	return pick->n;
}

/* An identity number is not shown in a list. */
static const char *
shown_code(const struct field_pick *pick, const struct lookup_row *row)
{
	size_t size = strlen(row->code);

	if (!pick->is_of_register || pick->are_companies || size < 4)
		return row->code;
	return arena_print(pick->arena, "************%s", row->code + size - 4);
}

static struct choice_row
row(void *context, size_t i)
{
	struct field_pick *pick = context;

	return (struct choice_row){ shown_code(pick, &pick->rows[i]),
		pick->rows[i].text, pick->rows[i].note };
}

bool
field_pick_init(struct field_pick *pick, struct desk *desk,
    const struct sheet *sheet, struct area *area)
{
	const struct field *field = sheet_field(sheet);

	*pick = (struct field_pick){ .desk = desk };
	if (field->lookup == NULL)
		return false;
	pick->are_companies = strcmp(field->lookup, "company") == 0;
	pick->is_of_register = pick->are_companies ||
	    strcmp(field->lookup, "person") == 0;
	if (!pick->is_of_register &&
	    !lookup_of(field, sheet->context, &pick->lookup))
		return false;
	pick->arena = arena_new();
	pick->pick = (struct pick){
		.source = { filter, row, pick },
		.title = field->label,
		.field = area,
		.has_digits = field->type == FIELD_CHOICE,
	};
	return true;
}

void
field_pick_done(struct field_pick *pick)
{
	arena_free(pick->arena);
	*pick = (struct field_pick){ 0 };
}
