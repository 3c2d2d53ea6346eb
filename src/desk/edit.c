#include <string.h>

#include "desk/case.h"
#include "desk/intake.h"
#include "forms/answers.h"
#include "forms/record_map.h"
#include "store/rows.h"

/*
 * Fields that change here and were changed by another since they were read:
 * neither may be lost without a word.
 */
static enum fail
merge(const struct record *seen, const struct record *typed,
    struct record *now, struct err *err)
{
	for (size_t i = 0; i < now->table->n_cells; i++) {
		if (value_equal(&seen->cell[i], &typed->cell[i]))
			continue;
		if (!value_equal(&seen->cell[i], &now->cell[i]))
			return fail_say(err, FAIL_CONFLICT, "intake.changed",
			    now->table->cells[i].name, NULL);
		now->cell[i] = typed->cell[i];
	}
	return FAIL_NONE;
}

static enum fail
check_edit(const struct answers *answers, const char *reason,
    struct arena *arena, struct refusals *refusals, struct err *err)
{
	const struct form *form = answers_form(answers);
	struct field_list missing = answers_missing(answers, arena);
	struct field_list wrong = answers_wrong(answers, arena);

	for (size_t i = 0; i < missing.n; i++)
		refusals_add(refusals, "", "",
		    form->fields[missing.fields[i]].name, "intake.missing",
		    form->fields[missing.fields[i]].label, NULL);
	for (size_t i = 0; i < wrong.n; i++)
		refusals_add(refusals, "", "",
		    form->fields[wrong.fields[i]].name, "intake.wrong",
		    form->fields[wrong.fields[i]].label, NULL);
	if (reason[strspn(reason, " \n")] == '\0')
		refusals_add(refusals, "", "", "", "intake.no-reason", NULL);
	return refusals_fail(refusals, err);
}

enum fail
desk_edit(struct desk *desk, const struct record *seen,
    const struct answers *answers, const char *reason,
    struct refusals *refusals, struct err *err)
{
	scoped_arena arena = arena_new();
	scoped_transaction transaction = { 0 };
	struct refusals own = { .arena = arena };
	struct application application = { 0 };
	struct record typed = *seen;
	enum fail fail;

	fail = act_begin(desk, ACTION_RECEIVE, &transaction, err);
	if (!fail)
		fail = case_read(desk, &seen->id, arena, &application, err);
	if (fail)
		return fail;
	if (application.status->state == NULL ||
	    !application.status->state->is_open)
		return fail_say(err, FAIL_CONFLICT, "intake.closed", NULL);
	fail = check_edit(answers, reason, arena,
	    refusals == NULL ? &own : refusals, err);
	if (fail)
		return fail;
	answers_to_record(answers, &typed, arena);
	fail = merge(seen, &typed, &application.record, err);
	if (!fail)
		fail = store_put(desk->store, &application.record, err);
	if (!fail)
		fail = access_note(desk, &seen->id, "edit", reason, err);
	if (!fail)
		fail = transaction_commit(&transaction, err);
	return fail;
}
