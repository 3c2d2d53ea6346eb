#include <string.h>

#include "desk/case.h"
#include "desk/intake.h"
#include "domain/application_check.h"
#include "domain/standard.h"
#include "forms/answers.h"
#include "store/rows.h"
#include "store/state.h"

/* What the review page shows; receiving asks the same questions again. */

static const struct review_field *
fields_of(const struct answers *answers, struct field_list list,
    struct arena *arena, bool has_fact)
{
	const struct form *form = answers_form(answers);
	struct review_field *fields =
	    arena_array(arena, list.n, sizeof *fields);

	for (size_t i = 0; i < list.n; i++) {
		size_t at = list.fields[i];

		fields[i].field = form->fields[at].name;
		fields[i].label = form->fields[at].label;
		if (has_fact)
			fields[i].fact = answers_at(answers, at)->fact;
	}
	return fields;
}

/* The same activity: the same code, or both are of one standard. */
static bool
is_same_activity(const struct standard *standard, const char *a,
    const char *b)
{
	if (strcmp(a, b) == 0)
		return true;
	return standard != NULL && standard_serves_kbli(standard, a, NULL) &&
	    standard_serves_kbli(standard, b, NULL);
}

static bool
is_open_duplicate(struct desk *desk, const struct standard *standard,
    const struct record *record, const struct record *other,
    struct case_state *ret_state, struct arena *arena)
{
	const struct state *state;

	if (id_equal(&record->id, &other->id) ||
	    !is_same_activity(standard,
	    record_text(record, APPLICATION_KBLI),
	    record_text(other, APPLICATION_KBLI)))
		return false;
	if (store_state_get(desk->store, &other->id, arena, ret_state, NULL))
		return false;
	state = life_state(desk->assets.life, ret_state->state);
	return state != NULL && state->is_open;
}

static enum fail
find_duplicates(struct desk *desk, const struct standard *standard,
    const struct record *record, struct arena *arena, struct review *review,
    struct err *err)
{
	struct records same = { .arena = arena };
	struct duplicate *list;
	const char *nib = record_text(record, APPLICATION_NIB);
	enum fail fail;

	if (*nib == '\0')
		return FAIL_NONE;
	fail = store_find_text(desk->store, TABLE_APPLICATION,
	    APPLICATION_NIB, nib, &same, err);
	if (fail)
		return fail;
	list = arena_array(arena, same.n, sizeof *list);
	for (size_t i = 0; i < same.n; i++) {
		const struct record *other = &same.list[i];
		struct case_state state = { 0 };

		if (!is_open_duplicate(desk, standard, record, other, &state,
		    arena))
			continue;
		list[review->n_duplicates++] = (struct duplicate){ other->id,
			record_text(other, APPLICATION_NUMBER),
			record_text(other, APPLICATION_COMPANY_NAME),
			life_state(desk->assets.life, state.state)->label,
			record_text(other, APPLICATION_RECEIVED_DATE) };
	}
	review->duplicates = list;
	return FAIL_NONE;
}

static void
find_fields(const struct answers *answers, struct arena *arena,
    struct review *review)
{
	struct field_list missing = answers_missing(answers, arena);
	struct field_list wrong = answers_wrong(answers, arena);
	struct field_list doubtful = answers_doubtful(answers, arena);

	review->missing = fields_of(answers, missing, arena, false);
	review->n_missing = missing.n;
	review->wrong = fields_of(answers, wrong, arena, true);
	review->n_wrong = wrong.n;
	review->doubtful = fields_of(answers, doubtful, arena, true);
	review->n_doubtful = doubtful.n;
}

enum fail
desk_review(struct desk *desk, const struct id *id,
    const struct answers *answers, struct arena *arena,
    struct review *ret_review, struct err *err)
{
	const struct standard *standard = case_standard(desk, answers);
	struct record record = case_record(desk, answers, *id, arena);
	struct refusals *refusals = arena_alloc(arena, sizeof *refusals);
	struct review review = { .refusals = refusals };
	struct date today = desk_today(desk), received = today;
	enum fail fail;

	refusals->arena = arena;
	if (standard == NULL)
		return fail_say(err, FAIL_MISSING, "asset.no-standard", "32",
		    "", NULL);
	find_fields(answers, arena, &review);
	application_refusals(standard, &record, today, refusals);
	fail = find_duplicates(desk, standard, &record, arena, &review, err);
	if (!fail)
		fail = calendar_due(desk->assets.calendar, today,
		    standard->process.days, &review.due, err);
	if (fail)
		return fail;
	if (!date_parse(record_text(&record, APPLICATION_RECEIVED_DATE),
	    &received))
		received = today;
	review.is_consultation =
	    application_is_consultation(standard, &record);
	review.wants_late_reason =
	    application_is_late(desk->assets.calendar, received, today);
	review.wants_doubt_reason = review.n_doubtful > 0;
	review.wants_duplicate_reason = review.n_duplicates > 0;
	review.may_receive = review.n_missing == 0 && review.n_wrong == 0 &&
	    refusals->n == 0 && !review.is_consultation;
	*ret_review = review;
	return FAIL_NONE;
}

static enum fail
known(struct desk *desk, enum table_number table, int cell, const char *text,
    struct arena *arena, struct record *ret_record, struct err *err)
{
	struct records found = { .arena = arena };
	enum fail fail;

	fail = desk_demand(desk, ACTION_READ, err);
	if (!fail)
		fail = store_find_text(desk->store, table, cell, text,
		    &found, err);
	if (fail)
		return fail;
	if (found.n == 0)
		return fail_set(err, FAIL_MISSING, "not in the register");
	*ret_record = found.list[0];
	return FAIL_NONE;
}

enum fail
desk_known_person(struct desk *desk, const char *nik, struct arena *arena,
    struct record *ret_person, struct err *err)
{
	return known(desk, TABLE_PERSON, PERSON_NIK, nik, arena, ret_person,
	    err);
}

enum fail
desk_known_company(struct desk *desk, const char *nib, struct arena *arena,
    struct record *ret_company, struct err *err)
{
	return known(desk, TABLE_COMPANY, COMPANY_NIB, nib, arena,
	    ret_company, err);
}

enum fail
desk_differences(struct desk *desk, const struct record *record,
    const struct answers *answers, struct arena *arena,
    struct difference **ret_list, size_t *ret_n, struct err *err)
{
	const struct table *table = record->table;
	struct difference *list =
	    arena_array(arena, table->n_cells, sizeof *list);
	size_t n = 0;
	enum fail fail = desk_demand(desk, ACTION_READ, err);

	if (fail)
		return fail;
	for (size_t i = 0; i < table->n_cells; i++) {
		const char *name = table->cells[i].name;
		const char *typed = answers_text(answers, name);
		const char *stored;

		if (table->cells[i].type != CELL_TEXT || *typed == '\0')
			continue;
		stored = record_text(record, (int)i);
		if (*stored != '\0' && strcmp(stored, typed) != 0)
			list[n++] = (struct difference){ name,
				arena_text(arena, stored), typed };
	}
	*ret_list = list;
	*ret_n = n;
	return FAIL_NONE;
}
