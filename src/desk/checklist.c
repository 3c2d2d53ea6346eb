#include "desk/checklist.h"

#include <string.h>

#include "desk/moving.h"
#include "store/applications.h"

enum { NOTES_SEEN = 200 }; /* cases whose notes are offered again */

static enum fail
demand_judged(struct desk *desk, const struct folded *folded, struct err *err)
{
	const struct state *state = folded->status.state;

	if (state != NULL && state_is_judged(desk->assets.life, state->name))
		return FAIL_NONE;
	return fail_say(err, FAIL_CONFLICT, "check.closed",
	    state != NULL ? state->label : "", NULL);
}

static enum fail
put(struct desk *desk, const struct check *check, struct arena *arena,
    struct err *err)
{
	struct record row = record_of(TABLE_CHECK, id_derived("check",
	    &check->application, check->clause));

	record_set_id(&row, CHECK_APPLICATION_ID, check->application);
	record_set_text(&row, arena, CHECK_CLAUSE, check->clause);
	record_set_text(&row, arena, CHECK_RESULT, check->result);
	record_set_text(&row, arena, CHECK_NOTE, check->note);
	record_set_text(&row, arena, CHECK_DOCUMENT, check->document);
	record_set_text(&row, arena, CHECK_OFFICER, act_officer(desk));
	record_set_integer(&row, CHECK_AT, store_now(desk->store));
	return store_put(desk->store, &row, err);
}

/* Inside the transaction. */
static enum fail
judge(struct desk *desk, const struct check *check, struct err *err)
{
	scoped_arena arena = arena_new();
	enum check_result result;
	struct folded folded;
	enum fail fail;

	if (!check_result_parse(check->result, &result))
		return fail_say(err, FAIL_INVALID, "check.result",
		    check->result, NULL);
	fail = fold(desk, &check->application, desk->assets.calendar, &folded,
	    arena, err);
	if (!fail)
		fail = demand_judged(desk, &folded, err);
	if (!fail)
		fail = demand_two_persons(desk, &folded, ACTION_CHECK, err);
	if (!fail)
		fail = checklist_judge(folded.standard, &folded.application,
		    check->clause, result, check->note, err);
	return fail ? fail : put(desk, check, arena, err);
}

enum fail
desk_check(struct desk *desk, const struct check *check, struct err *err)
{
	scoped_transaction transaction = { 0 };
	enum fail fail = act_begin(desk, ACTION_CHECK, &transaction, err);

	if (!fail)
		fail = judge(desk, check, err);
	if (!fail)
		fail = failpoint_reach(&desk->options.failpoint,
		    "commit-check", err);
	return fail ? fail : transaction_commit(&transaction, err);
}

enum fail
desk_checklist(struct desk *desk, const struct id *application,
    struct arena *arena, struct checklist *ret_checklist, struct err *err)
{
	struct folded folded;
	enum fail fail = desk_demand(desk, ACTION_READ, err);

	if (!fail)
		fail = fold(desk, application, desk->assets.calendar, &folded,
		    arena, err);
	if (!fail)
		*ret_checklist = folded.checklist;
	return fail;
}

struct noted {
	const char *note;
	size_t times;
};

static void
count_note(struct noted *noted, size_t *n, const char *note)
{
	for (size_t i = 0; i < *n; i++)
		if (strcmp(noted[i].note, note) == 0) {
			noted[i].times++;
			return;
		}
	noted[(*n)++] = (struct noted){ note, 1 };
}

/* The most used first; among equals the latest. */
static void
take_most_used(struct noted *noted, size_t n, const char **notes,
    size_t limit)
{
	for (size_t at = 0; at < limit; at++) {
		size_t best = 0;

		for (size_t i = 1; i < n; i++)
			if (noted[i].times > noted[best].times)
				best = i;
		notes[at] = noted[best].note;
		noted[best].times = 0;
	}
}

/* The notes of the latest cases, counted. */
static enum fail
count_notes(struct desk *desk, const char *clause, struct arena *arena,
    struct noted *noted, size_t *n, struct err *err)
{
	struct application_filter filter = { .is_descending = true };
	struct application_page page = { .arena = arena, .limit = NOTES_SEEN };
	enum fail fail;

	fail = store_applications(desk->store, &filter, &page, err);
	for (size_t i = 0; i < page.n && !fail; i++) {
		struct id id = id_derived("check", &page.list[i].id, clause);
		struct err none = { 0 };
		struct record row;

		fail = store_get(desk->store, TABLE_CHECK, &id, arena, &row,
		    &none);
		if (!fail && record_has(&row, CHECK_NOTE))
			count_note(noted, n, record_text(&row, CHECK_NOTE));
		fail = but_missing(fail, &none, err);
	}
	return fail;
}

enum fail
desk_check_notes(struct desk *desk, const char *clause,
    struct check_notes *notes, struct err *err)
{
	struct noted *noted =
	    arena_array(notes->arena, NOTES_SEEN, sizeof *noted);
	const char **list;
	size_t n = 0;
	enum fail fail = desk_demand(desk, ACTION_READ, err);

	if (!fail)
		fail = count_notes(desk, clause, notes->arena, noted, &n, err);
	if (fail)
		return fail;
	notes->n = n < notes->limit ? n : notes->limit;
	list = arena_array(notes->arena, notes->n, sizeof *list);
	take_most_used(noted, n, list, notes->n);
	notes->list = list;
	return FAIL_NONE;
}
