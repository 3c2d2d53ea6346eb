#include "desk/review.h"

#include <string.h>

#include "desk/sheet.h"
#include "domain/application_check.h"
#include "store/applications.h"

/* A list of fields with what is to be said of each. */
static const struct review_field *
show(const struct answers *answers, struct field_list fields,
    const char *code, struct arena *arena)
{
	const struct form *form = answers_form(answers);
	struct review_field *list = arena_array(arena, fields.n, sizeof *list);

	for (size_t i = 0; i < fields.n; i++) {
		const struct field *field = &form->fields[fields.fields[i]];

		list[i].field = field->name;
		list[i].label = field->label;
		list[i].fact = answers_at(answers, fields.fields[i])->fact;
		if (code != NULL)
			fact_set(&list[i].fact, code, field->label, NULL);
	}
	return list;
}

void
review_fields(const struct answers *answers, struct arena *arena,
    struct review *review)
{
	struct field_list missing = answers_missing(answers, arena);
	struct field_list wrong = answers_wrong(answers, arena);
	struct field_list doubtful = answers_doubtful(answers, arena);

	review->missing = show(answers, missing, "intake.missing", arena);
	review->n_missing = missing.n;
	review->wrong = show(answers, wrong, NULL, arena);
	review->n_wrong = wrong.n;
	review->doubtful = show(answers, doubtful, NULL, arena);
	review->n_doubtful = doubtful.n;
}

/* The same activity, whichever edition its code is of. */
static bool
is_same_activity(const struct kbli_table *table, const struct record *a,
    const struct record *b)
{
	const char *code = record_text(b, APPLICATION_KBLI);
	const struct kbli *kbli = kbli_find(table, record_text(a,
	    APPLICATION_KBLI), record_text(a, APPLICATION_KBLI_EDITION));
	const struct kbli *other =
	    kbli != NULL ? kbli_other(table, kbli) : NULL;

	return strcmp(record_text(a, APPLICATION_KBLI), code) == 0 ||
	    (other != NULL && strcmp(other->code, code) == 0);
}

static enum fail
is_open(struct desk *desk, const struct id *id, struct arena *arena,
    const struct state **ret_state, struct err *err)
{
	struct case_state kept = { .state = "" };
	struct err none = { 0 };
	enum fail fail = store_state_get(desk->store, id, arena, &kept, &none);

	*ret_state = NULL;
	if (but_missing(fail, &none, err))
		return fail;
	*ret_state = life_state(desk->assets.life, kept.state);
	if (*ret_state != NULL && !(*ret_state)->is_open)
		*ret_state = NULL;
	return FAIL_NONE;
}

static enum fail
find_duplicates(struct desk *desk, const struct record *application,
    struct arena *arena, struct review *review, struct err *err)
{
	const char *nib = record_text(application, APPLICATION_NIB);
	struct records found = { .arena = arena };
	struct duplicate *list;
	enum fail fail;

	if (*nib == '\0')
		return FAIL_NONE;
	fail = store_find_text(desk->store, TABLE_APPLICATION, APPLICATION_NIB,
	    nib, &found, err);
	list = arena_array(arena, found.n, sizeof *list);
	for (size_t i = found.n; i-- > 0 && !fail;) {
		const struct record *known = &found.list[i];
		const struct state *state = NULL;

		if (id_equal(&known->id, &application->id) ||
		    !is_same_activity(desk->assets.kbli, application, known))
			continue;
		fail = is_open(desk, &known->id, arena, &state, err);
		if (fail || state == NULL)
			continue;
		list[review->n_duplicates++] = (struct duplicate){
			.id = known->id,
			.number = record_text(known, APPLICATION_NUMBER),
			.company_name = record_text(known,
			    APPLICATION_COMPANY_NAME),
			.state = state->label,
			.received_date = record_text(known,
			    APPLICATION_RECEIVED_DATE),
		};
	}
	review->duplicates = list;
	return fail;
}

/* The rules of the standard in force, and of the day. */
static enum fail
apply_rules(struct desk *desk, struct looked_at *looked_at, struct err *err)
{
	const struct record *application = &looked_at->application;
	struct review *review = &looked_at->review;
	struct date today = desk_today(desk), received;

	if (date_parse(record_text(application, APPLICATION_RECEIVED_DATE),
	    &received))
		review->wants_late_reason = application_is_late(
		    desk->assets.calendar, received, today);
	review->wants_doubt_reason = review->n_doubtful > 0;
	review->wants_duplicate_reason = review->n_duplicates > 0;
	if (desk_standard(desk, record_text(application, APPLICATION_STANDARD),
	    NULL, &looked_at->standard, NULL))
		return FAIL_NONE;
	application_refusals(looked_at->standard, application, today,
	    &looked_at->rules);
	review->is_consultation = application_is_consultation(
	    looked_at->standard, application);
	return calendar_due(desk->assets.calendar, today,
	    looked_at->standard->process.days, &review->due, err);
}

enum fail
review_look(struct desk *desk, const struct id *id,
    const struct answers *answers, struct arena *arena,
    struct looked_at *ret_looked_at, struct err *err)
{
	struct looked_at look = { .rules.arena = arena };
	struct refusals *rules;
	enum fail fail;

	fail = sheet_judged(desk, answers, arena, &look.answers, err);
	if (fail)
		return fail;
	look.application = sheet_record(look.answers, TABLE_APPLICATION, id,
	    arena);
	review_fields(look.answers, arena, &look.review);
	fail = find_duplicates(desk, &look.application, arena, &look.review,
	    err);
	if (!fail)
		fail = apply_rules(desk, &look, err);
	if (fail)
		return fail;
	look.review.may_receive = look.rules.n == 0 &&
	    look.review.n_missing == 0 && look.review.n_wrong == 0 &&
	    !look.review.is_consultation && look.standard != NULL;
	rules = arena_alloc(arena, sizeof *rules);
	*rules = look.rules;
	look.review.refusals = rules;
	*ret_looked_at = look;
	return FAIL_NONE;
}

enum fail
desk_review(struct desk *desk, const struct id *id,
    const struct answers *answers, struct arena *arena,
    struct review *ret_review, struct err *err)
{
	struct looked_at looked_at;
	enum fail fail = desk_demand(desk, ACTION_RECEIVE, err);

	if (!fail)
		fail = review_look(desk, id, answers, arena, &looked_at, err);
	if (!fail)
		*ret_review = looked_at.review;
	return fail;
}
