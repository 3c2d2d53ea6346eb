#include <string.h>

#include "desk/application.h"
#include "desk/complaint.h"
#include "desk/complaint_list.h"
#include "desk/intake.h"
#include "desk/list.h"
#include "domain/standard.h"
#include "screens/entry_state.h"

/* Put a value into a field that nobody has filled yet. */
static void
put_if_empty(struct entry_state *state, const char *name, const char *value)
{
	struct answers *answers = filling_answers(&state->filling);
	int field = form_field(answers_form(answers), name);

	if (field != FIELD_ABSENT && *value != '\0' &&
	    answers_at(answers, (size_t)field)->origin == ANSWER_EMPTY)
		answers_put(answers, (size_t)field, value,
		    state->filling.context);
}

/*
 * What an application says of its people and its company, as rows whose cells
 * have the names of the form's fields; its own dates and notes are not meant.
 */
static void
split_application(const struct record *record, struct arena *arena,
    struct record *ret_person, struct record *ret_matter)
{
	static const int person[][2] = {
		{ PERSON_NIK, APPLICATION_NIK },
		{ PERSON_NAME, APPLICATION_NAME },
		{ PERSON_PHONE, APPLICATION_PHONE },
		{ PERSON_EMAIL, APPLICATION_EMAIL },
		{ PERSON_ADDRESS, APPLICATION_ADDRESS },
		{ PERSON_VILLAGE, APPLICATION_VILLAGE },
	};

	*ret_person = record_of(TABLE_PERSON, (struct id){ { 0 } });
	for (size_t i = 0; i < array_length(person); i++)
		record_set_text(ret_person, arena, person[i][0],
		    record_text(record, person[i][1]));
	*ret_matter = record_of(TABLE_COMPANY, (struct id){ { 0 } });
	record_set_text(ret_matter, arena, COMPANY_NIB,
	    record_text(record, APPLICATION_NIB));
	record_set_text(ret_matter, arena, COMPANY_COMPANY_NAME,
	    record_text(record, APPLICATION_COMPANY_NAME));
}

/* By the whole number, or by a part that only one has, which is put in. */
static bool
find_application(struct entry_state *state, const char *typed,
    struct application *ret_application)
{
	struct desk *desk = screen_desk(&state->screen);
	struct arena *arena = state->screen.arena;
	struct answers *answers = filling_answers(&state->filling);
	int field = form_field(answers_form(answers), "application_number");
	struct list_page page = { .arena = arena, .limit = 2 };
	struct id id;

	if (desk_application_numbered(desk, typed, &id, NULL) == FAIL_NONE)
		return desk_application(desk, &id, arena, ret_application,
		    NULL) == FAIL_NONE;
	if (desk_search(desk, typed, &page, NULL) || page.n != 1 ||
	    desk_application(desk, &page.list[0].id, arena, ret_application,
	    NULL))
		return false;
	answers_put(answers, (size_t)field, page.list[0].number,
	    state->filling.context);
	return true;
}

/* The complaint is about an application: its people, company and service. */
void
entry_fill_application(struct entry_state *state, const char *number)
{
	struct arena *arena = state->screen.arena;
	struct application application = { 0 };
	struct record person, matter;
	size_t n;

	if (!find_application(state, number, &application)) {
		screen_say(&state->screen, NOTICE_DOUBT,
		    "entry.no-application", number, NULL);
		return;
	}
	number = record_text(&application.record, APPLICATION_NUMBER);
	split_application(&application.record, arena, &person, &matter);
	n = filling_fill(&state->filling, &person) +
	    filling_fill(&state->filling, &matter);
	put_if_empty(state, "service", application.standard->name);
	put_if_empty(state, "object", sentence_of(arena, "entry.object-of",
	    number, record_text(&application.record,
	    APPLICATION_COMPANY_NAME), NULL));
	screen_say(&state->screen, NOTICE_INFO, "entry.known-application",
	    number, arena_print(arena, "%zu", n), NULL);
}

void
entry_fill_known(struct entry_state *state, const char *name,
    const char *stored)
{
	struct desk *desk = screen_desk(&state->screen);
	struct arena *arena = state->screen.arena;
	struct record known;
	bool is_person = strcmp(name, "nik") == 0;
	enum fail fail;
	size_t n;

	fail = is_person ?
	    desk_known_person(desk, stored, arena, &known, NULL) :
	    desk_known_company(desk, stored, arena, &known, NULL);
	if (fail)
		return;
	n = filling_fill(&state->filling, &known);
	if (n > 0)
		screen_say(&state->screen, NOTICE_INFO,
		    "intake.known-person", record_text(&known, is_person ?
		    (int)PERSON_NAME : (int)COMPANY_COMPANY_NAME),
		    arena_print(arena, "%zu", n), NULL);
}

bool
entry_copy_field(struct entry_state *state)
{
	const struct complaint_query query = {
		.order = COMPLAINTS_BY_RECEIVED, .is_descending = true };
	struct desk *desk = screen_desk(&state->screen);
	struct sheet *sheet = &state->filling.sheet;
	scoped_arena arena = arena_new();
	struct complaint_lines lines = { .arena = arena, .limit = 1 };
	struct complaint complaint = { 0 };
	struct fact fact = { 0 };
	struct err err = { 0 };
	enum fail fail;

	fail = desk_complaints(desk, &query, &lines, &err);
	if (!fail && lines.n > 0)
		fail = desk_complaint(desk, &lines.list[0].id, arena,
		    &complaint, &err);
	if (fail) {
		screen_say_err(&state->screen, &err);
		return false;
	}
	if (lines.n == 0) {
		screen_say(&state->screen, NOTICE_INFO, "entry.no-last",
		    NULL);
		return false;
	}
	if (!answers_copy_from(sheet->answers, sheet->focus,
	    &complaint.record, state->filling.context, &fact)) {
		screen_say_fact(&state->screen, NOTICE_INFO, &fact);
		return false;
	}
	sheet_reload(sheet);
	screen_say(&state->screen, NOTICE_INFO, "intake.copied",
	    lines.list[0].number, NULL);
	return true;
}
