#include "desk/checklist.h"

#include <string.h>

#include "desk/case.h"
#include "desk/setting.h"
#include "domain/checklist.h"
#include "domain/standard.h"
#include "store/rows.h"

/* The first step's officer: who received it. */
static const char *
receiver_of(const struct application *application)
{
	return application->n_events == 0 ? "" :
	    application->events[0].officer;
}

enum fail
case_two_persons(struct desk *desk, const struct application *application,
    struct err *err)
{
	int is_on = 0;
	enum fail fail;

	fail = desk_setting_number(desk, SETTING_TWO_PERSONS, &is_on, err);
	if (fail || !is_on)
		return fail;
	if (strcmp(receiver_of(application), act_officer(desk)) == 0)
		return fail_say(err, FAIL_DENIED, "check.two-persons", NULL);
	return FAIL_NONE;
}

/* A file is judged as long as it can still be returned. */
static bool
is_judged(const struct desk *desk, const struct application *application)
{
	const struct state *state = application->status->state;
	const struct move *back = life_move(desk->assets.life, "return");

	return state != NULL && back != NULL &&
	    move_is_from(back, state->name);
}

static enum fail
write_check(struct desk *desk, const struct check *check,
    enum check_result result, struct arena *arena, struct err *err)
{
	struct record row = record_of(TABLE_CHECK,
	    id_derived("check", &check->application, check->clause));

	record_set_id(&row, CHECK_APPLICATION_ID, check->application);
	record_set_text(&row, arena, CHECK_CLAUSE, check->clause);
	record_set_text(&row, arena, CHECK_RESULT, check_result_text(result));
	record_set_text(&row, arena, CHECK_NOTE, check->note);
	record_set_text(&row, arena, CHECK_DOCUMENT, check->document);
	record_set_text(&row, arena, CHECK_OFFICER, act_officer(desk));
	record_set_integer(&row, CHECK_AT, store_now(desk->store));
	return store_put(desk->store, &row, err);
}

enum fail
desk_check(struct desk *desk, const struct check *check, struct err *err)
{
	scoped_arena arena = arena_new();
	scoped_transaction transaction = { 0 };
	struct application application = { 0 };
	enum check_result result;
	enum fail fail;

	fail = act_begin(desk, ACTION_CHECK, &transaction, err);
	if (!fail)
		fail = case_read(desk, &check->application, arena,
		    &application, err);
	if (fail)
		return fail;
	if (!is_judged(desk, &application))
		return fail_say(err, FAIL_CONFLICT, "check.closed", NULL);
	fail = case_two_persons(desk, &application, err);
	if (fail)
		return fail;
	if (!check_result_parse(check->result, &result))
		return fail_say(err, FAIL_INVALID, "check.result",
		    check->result, NULL);
	fail = checklist_judge(application.standard, &application.record,
	    check->clause, result, check->note, err);
	if (!fail)
		fail = write_check(desk, check, result, arena, err);
	if (!fail)
		fail = failpoint_reach(&desk->options.failpoint,
		    "commit-check", err);
	if (!fail)
		fail = transaction_commit(&transaction, err);
	return fail;
}

enum fail
desk_checklist(struct desk *desk, const struct id *id, struct arena *arena,
    struct checklist *ret_checklist, struct err *err)
{
	struct application application = { 0 };
	enum fail fail = desk_application(desk, id, arena, &application, err);

	if (!fail)
		*ret_checklist = *application.checklist;
	return fail;
}
