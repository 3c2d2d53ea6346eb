#include "screens/field_pick.h"

#include <string.h>

#include "desk/list.h"
#include "domain/record.h"
#include "screens/app.h"
#include "screens/screens.h"

enum { PICK_LIMIT = 200, CHOSEN_MAX = 4096 };

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

/* Where a code stands in the list of those chosen, or NULL. */
static char *
place_of(const struct field_pick *pick, const char *code)
{
	size_t size = strlen(code);
	char *at = pick->chosen.text;

	while (at != NULL && *at != '\0') {
		size_t word = strcspn(at, " ");

		if (word == size && memcmp(at, code, size) == 0)
			return at;
		at += word + strspn(at + word, " ");
	}
	return NULL;
}

/* Mark a row, or take its mark away. */
static void
toggle(void *context, size_t i)
{
	struct field_pick *pick = context;
	const char *code = pick->rows[i].code;
	char *at = place_of(pick, code);
	size_t size = strlen(code);

	if (at == NULL) {
		buf_print(&pick->chosen, "%s%s",
		    pick->chosen.size > 0 ? " " : "", code);
		return;
	}
	size += strspn(at + size, " ");
	memmove(at, at + size, strlen(at + size) + 1);
	pick->chosen.size -= size;
}

static struct choice_row
row(void *context, size_t i)
{
	struct field_pick *pick = context;
	const struct lookup_row *of = &pick->rows[i];
	const char *note = of->note;

	if (pick->takes_many)
		note = place_of(pick, of->code) != NULL ? "[x]" : "[ ]";
	return (struct choice_row){ shown_code(pick, of), of->text, note };
}

/* A field of clauses with room for several takes several. */
enum { SEVERAL_SIZE = 200 };

static bool
takes_many(const struct field *field)
{
	return field->type == FIELD_MANY ||
	    (strcmp(field->lookup, "clause") == 0 &&
	    field->size >= SEVERAL_SIZE);
}

/* Make ready; false when there is nothing to choose from. */
static bool
prepare(struct field_pick *pick, struct desk *desk, const struct sheet *sheet)
{
	const struct field *field = sheet_field(sheet);

	*pick = (struct field_pick){ .desk = desk };
	if (field->lookup == NULL)
		return false;
	pick->takes_many = takes_many(field);
	pick->are_companies = strcmp(field->lookup, "company") == 0;
	pick->is_of_register = pick->are_companies ||
	    strcmp(field->lookup, "person") == 0;
	if (!pick->is_of_register &&
	    !lookup_of(field, sheet->context, &pick->lookup))
		return false;
	pick->arena = arena_new();
	buf_init(&pick->chosen, CHOSEN_MAX);
	buf_text(&pick->chosen,
	    answers_at(sheet->answers, sheet->focus)->stored);
	pick->pick = (struct pick){
		.source = { filter, row, pick },
		.title = field->label,
		.field = &pick->area,
		.has_digits = field->type == FIELD_CHOICE ||
		    field->type == FIELD_MANY,
		.toggle = pick->takes_many ? toggle : NULL,
	};
	return true;
}

struct step
field_pick_open(struct field_pick *pick, struct screen *screen,
    const struct sheet *sheet)
{
	if (!prepare(pick, screen_desk(screen), sheet)) {
		screen_say(screen, NOTICE_INFO, "sheet.no-list",
		    sheet_field(sheet)->label, NULL);
		return step_stay();
	}
	pick->area = sheet_area(sheet, frame_body(screen->app->canvas));
	return step_push(&pick_screen, &pick->pick);
}

bool
field_pick_take(struct field_pick *pick, struct sheet *sheet,
    const struct outcome *outcome)
{
	bool is_taken = pick->takes_many ||
	    (outcome->code > 0 && (size_t)outcome->code <= pick->n);

	if (pick->takes_many)
		answers_type(sheet->answers, sheet->focus, pick->chosen.text,
		    pick->chosen.size, sheet->context);
	else if (is_taken)
		answers_put(sheet->answers, sheet->focus,
		    pick->rows[outcome->code - 1].code, sheet->context);
	field_pick_done(pick);
	if (!is_taken)
		return false;
	sheet->is_typed = false;
	sheet_reload(sheet);
	return true;
}

void
field_pick_done(struct field_pick *pick)
{
	arena_free(pick->arena);
	buf_done(&pick->chosen);
	*pick = (struct field_pick){ 0 };
}
