#include "desk/application.h"
#include "desk/intake.h"
#include "desk/list.h"
#include "screens/intake_state.h"
#include "screens/words.h"

/* The person who filed for this company last, from that application. */
static bool
person_of_company(struct intake_state *state, const char *nib,
    struct arena *arena, struct record *ret_person)
{
	static const int cells[][2] = {
		{ PERSON_NIK, APPLICATION_NIK },
		{ PERSON_NAME, APPLICATION_NAME },
		{ PERSON_BIRTH_DATE, APPLICATION_BIRTH_DATE },
		{ PERSON_PHONE, APPLICATION_PHONE },
		{ PERSON_EMAIL, APPLICATION_EMAIL },
		{ PERSON_ADDRESS, APPLICATION_ADDRESS },
		{ PERSON_VILLAGE, APPLICATION_VILLAGE },
	};
	struct application application = { 0 };
	struct list_page page = { .arena = arena, .limit = 1 };

	if (desk_search(screen_desk(&state->screen), nib, &page, NULL) ||
	    page.n == 0 ||
	    desk_application(screen_desk(&state->screen), &page.list[0].id,
	    arena, &application, NULL))
		return false;
	*ret_person = record_of(TABLE_PERSON, (struct id){ { 0 } });
	for (size_t i = 0; i < array_length(cells); i++)
		record_set_text(ret_person, arena, cells[i][0],
		    record_text(&application.record, cells[i][1]));
	return true;
}

void
intake_fill_company(struct intake_state *state, const char *nib)
{
	struct arena *arena = state->screen.arena;
	struct record company, person;
	size_t n;

	if (desk_known_company(screen_desk(&state->screen), nib, arena,
	    &company, NULL))
		return;
	n = filling_fill(&state->filling, &company);
	if (*answers_text(state->filling.sheet.answers, "nik") == '\0' &&
	    person_of_company(state, nib, arena, &person))
		n += filling_fill(&state->filling, &person);
	if (n > 0)
		screen_say(&state->screen, NOTICE_INFO, "intake.known-company",
		    record_text(&company, COMPANY_COMPANY_NAME),
		    arena_print(arena, "%zu", n), NULL);
}

void
intake_fill_person(struct intake_state *state, const char *nik)
{
	struct arena *arena = state->screen.arena;
	struct record person;
	size_t n;

	if (desk_known_person(screen_desk(&state->screen), nik, arena,
	    &person, NULL))
		return;
	n = filling_fill(&state->filling, &person);
	if (n > 0)
		screen_say(&state->screen, NOTICE_INFO, "intake.known-person",
		    record_text(&person, PERSON_NAME),
		    arena_print(arena, "%zu", n), NULL);
}

void
intake_say_duplicates(struct intake_state *state)
{
	struct review review = { 0 };
	scoped_arena arena = arena_new();
	const struct duplicate *first;

	if (desk_review(screen_desk(&state->screen), &state->filling.id,
	    state->filling.sheet.answers, arena, &review, NULL) ||
	    review.n_duplicates == 0)
		return;
	first = &review.duplicates[0];
	screen_say(&state->screen, NOTICE_DOUBT, "intake.duplicate",
	    first->company_name, first->number, first->state, NULL);
}

bool
intake_copy_field(struct intake_state *state)
{
	const struct list_query query = { .sort = LIST_RECEIVED,
		.is_descending = true, .filter = LIST_ALL };
	scoped_arena arena = arena_new();
	struct sheet *sheet = &state->filling.sheet;
	struct application application = { 0 };
	struct list_page page = { .arena = arena, .limit = 1 };
	struct fact fact = { 0 };
	struct err err = { 0 };
	enum fail fail;

	fail = desk_list(screen_desk(&state->screen), &query, &page, &err);
	if (!fail && page.n > 0)
		fail = desk_application(screen_desk(&state->screen),
		    &page.list[0].id, arena, &application, &err);
	if (fail) {
		screen_say_err(&state->screen, &err);
		return false;
	}
	if (page.n == 0) {
		screen_say(&state->screen, NOTICE_INFO, "intake.no-last",
		    NULL);
		return false;
	}
	if (!answers_copy_from(sheet->answers, sheet->focus,
	    &application.record, state->filling.context, &fact)) {
		screen_say_fact(&state->screen, NOTICE_INFO, &fact);
		return false;
	}
	sheet_reload(sheet);
	screen_say(&state->screen, NOTICE_INFO, "intake.copied",
	    page.list[0].number, NULL);
	return true;
}

