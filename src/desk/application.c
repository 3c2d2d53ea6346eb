#include "desk/case.h"
#include "desk/fold.h"
#include "forms/answers.h"
#include "forms/record_map.h"
#include "store/rows.h"

/* The form it was received under, else the one in force. */
static enum fail
form_of_record(struct desk *desk, const struct record *record,
    const struct form **ret_form, struct err *err)
{
	const char *name = record_text(record, APPLICATION_FORM);

	if (desk_form(desk, name, record_text(record,
	    APPLICATION_FORM_VERSION), ret_form, NULL) == FAIL_NONE)
		return FAIL_NONE;
	return desk_form(desk, name, NULL, ret_form, err);
}

enum fail
case_read(struct desk *desk, const struct id *id, struct arena *arena,
    struct application *ret_application, struct err *err)
{
	struct folded *folded = arena_alloc(arena, sizeof *folded);
	struct records extra = { .arena = arena };
	struct application application;
	enum fail fail;

	fail = fold(desk, id, desk->assets.calendar, folded, arena, err);
	if (fail)
		return fail;
	application = (struct application){
		.record = folded->application,
		.standard = folded->standard,
		.events = events_shown(desk, &folded->events),
		.n_events = folded->events.n,
		.status = &folded->status,
		.clock = &folded->clock,
		.due = folded->clock.due,
		.checklist = &folded->checklist,
	};
	fail = form_of_record(desk, &application.record, &application.form,
	    err);
	if (!fail)
		fail = store_children(desk->store, TABLE_ANSWER,
		    ANSWER_PARENT, id, &extra, err);
	if (fail)
		return fail;
	application.extra = extra.list;
	application.n_extra = extra.n;
	*ret_application = application;
	return FAIL_NONE;
}

enum fail
desk_application(struct desk *desk, const struct id *id, struct arena *arena,
    struct application *ret_application, struct err *err)
{
	enum fail fail = desk_demand(desk, ACTION_READ, err);

	return fail ? fail : case_read(desk, id, arena, ret_application, err);
}

enum fail
desk_application_answers(struct desk *desk,
    const struct application *application, struct arena *arena,
    struct answers **ret_answers, struct err *err)
{
	struct field_context context;
	struct answers *answers;
	enum fail fail = desk_demand(desk, ACTION_READ, err);

	if (!fail)
		fail = desk_context(desk, arena, &context, err);
	if (fail)
		return fail;
	answers = answers_new(arena, application->form);
	answers_from_record(answers, &application->record,
	    application->extra, application->n_extra, &context);
	*ret_answers = answers;
	return FAIL_NONE;
}

enum fail
desk_application_numbered(struct desk *desk, const char *number,
    struct id *ret_id, struct err *err)
{
	scoped_arena arena = arena_new();
	struct records found = { .arena = arena };
	enum fail fail;

	fail = desk_demand(desk, ACTION_READ, err);
	if (!fail)
		fail = store_find_text(desk->store, TABLE_APPLICATION,
		    APPLICATION_NUMBER, number, &found, err);
	if (fail)
		return fail;
	if (found.n == 0)
		return fail_say(err, FAIL_MISSING, "application.no-number",
		    number, NULL);
	*ret_id = found.list[0].id;
	return FAIL_NONE;
}
