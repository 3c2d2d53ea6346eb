#include <string.h>

#include "desk/intake.h"
#include "desk/register.h"
#include "desk/sheet.h"
#include "store/alike.h"

/* The registers of people and firms: who is known, and what they learn. */

/* The one that was decided to stay; itself while that is not here. */
static enum fail
follow(struct desk *desk, struct arena *arena, struct record *record,
    struct err *err)
{
	struct err none = { 0 };
	struct id stays;
	enum fail fail = store_alike_stays(desk->store, &record->id, &stays,
	    err);

	if (fail || id_equal(&stays, &record->id))
		return fail;
	fail = store_get(desk->store, record->table->number, &stays, arena,
	    record, &none);
	return but_missing(fail, &none, err);
}

/* Two counters may both have made a row of one person: the one that was
 * decided to stay, and before that the first by key. */
static enum fail
find_one(struct desk *desk, enum table_number table, int cell,
    const char *text, struct arena *arena, struct record *ret_record,
    struct err *err)
{
	struct records found = { .arena = arena };
	enum fail fail;

	if (*text == '\0')
		return fail_say(err, FAIL_MISSING, "known.none", NULL);
	fail = store_find_text(desk->store, table, cell, text, &found, err);
	if (fail)
		return fail;
	if (found.n == 0)
		return fail_say(err, FAIL_MISSING, "known.none", NULL);
	fail = follow(desk, arena, &found.list[0], err);
	if (!fail)
		*ret_record = found.list[0];
	return fail;
}

enum fail
desk_known_person(struct desk *desk, const char *nik, struct arena *arena,
    struct record *ret_person, struct err *err)
{
	enum fail fail = desk_demand(desk, ACTION_READ, err);

	return fail ? fail : find_one(desk, TABLE_PERSON, PERSON_NIK, nik,
	    arena, ret_person, err);
}

enum fail
desk_known_company(struct desk *desk, const char *nib, struct arena *arena,
    struct record *ret_company, struct err *err)
{
	enum fail fail = desk_demand(desk, ACTION_READ, err);

	return fail ? fail : find_one(desk, TABLE_COMPANY, COMPANY_NIB, nib,
	    arena, ret_company, err);
}

/*
 * What the register should say after these answers. A field that was left
 * empty takes nothing away; one that does not apply any more does.
 */
static bool
answer_for(const struct answers *answers, const char *cell,
    const char *stored, const char **ret_value)
{
	int field = form_field(answers_form(answers), cell);

	if (field == FIELD_ABSENT)
		return false;
	*ret_value = answers_text(answers, cell);
	if (**ret_value == '\0' && answers_is_shown(answers, (size_t)field))
		return false;
	return strcmp(*ret_value, stored) != 0;
}

enum fail
desk_differences(struct desk *desk, const struct record *known,
    const struct answers *answers, struct differences *differences,
    struct err *err)
{
	const struct table *table = known->table;
	struct arena *arena = differences->arena;
	struct difference *list =
	    arena_array(arena, table->n_cells, sizeof *list);
	enum fail fail = desk_demand(desk, ACTION_READ, err);
	size_t n = 0;

	if (fail)
		return fail;
	for (size_t i = 0; i < table->n_cells; i++) {
		const char *typed, *stored = record_text(known, (int)i);

		if (table->cells[i].type != CELL_TEXT ||
		    !answer_for(answers, table->cells[i].name, stored, &typed))
			continue;
		list[n++] = (struct difference){ table->cells[i].name,
			arena_text(arena, stored), arena_text(arena, typed) };
	}
	differences->list = list;
	differences->n = n;
	return FAIL_NONE;
}

static void
learn(struct record *record, const struct answers *answers,
    struct arena *arena)
{
	for (size_t i = 0; i < record->table->n_cells; i++) {
		const char *typed;

		if (record->table->cells[i].type == CELL_TEXT && answer_for(
		    answers, record->table->cells[i].name,
		    record_text(record, (int)i), &typed))
			record_set_text(record, arena, (int)i, typed);
	}
}

/* A firm's key follows from its NIB, so that counters meet in one row; a
 * person's must not follow from the NIK, which could be guessed from it. */
static struct id
company_id(const char *nib)
{
	const struct id none = { 0 };

	return id_derived("company", &none, nib);
}

enum fail
register_person(struct desk *desk, struct registering *registering,
    struct arena *arena, struct err *err)
{
	const struct answers *answers = registering->answers;
	const char *nik = answers_text(answers, "nik");
	struct record person;
	struct err none = { 0 };
	enum fail fail;

	if (*nik == '\0')
		return FAIL_NONE;
	person = record_of(TABLE_PERSON, store_new_id(desk->store));
	fail = find_one(desk, TABLE_PERSON, PERSON_NIK, nik, arena, &person,
	    &none);
	if (but_missing(fail, &none, err))
		return fail;
	registering->person = person.id;
	if (!fail && registering->person_choice == REGISTER_KEEP)
		return FAIL_NONE;
	learn(&person, answers, arena);
	return store_put(desk->store, &person, err);
}

enum fail
register_company(struct desk *desk, struct registering *registering,
    struct arena *arena, struct err *err)
{
	const struct answers *answers = registering->answers;
	const char *nib = answers_text(answers, "nib");
	struct record company;
	struct err none = { 0 };
	enum fail fail;

	if (*nib == '\0')
		return FAIL_NONE;
	company = record_of(TABLE_COMPANY, company_id(nib));
	fail = find_one(desk, TABLE_COMPANY, COMPANY_NIB, nib, arena, &company,
	    &none);
	if (but_missing(fail, &none, err))
		return fail;
	registering->company = company.id;
	if (!fail && registering->company_choice == REGISTER_KEEP)
		return FAIL_NONE;
	learn(&company, answers, arena);
	if (!id_is_zero(&registering->person))
		record_set_id(&company, COMPANY_PERSON_ID,
		    registering->person);
	return store_put(desk->store, &company, err);
}
