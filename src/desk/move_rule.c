#include "desk/moving.h"

#include <string.h>

#include "desk/setting.h"

enum fail
demand_two_persons(struct desk *desk, const struct folded *folded,
    enum action action, struct err *err)
{
	const char *receiver;
	int is_on;
	enum fail fail;

	if (action != ACTION_CHECK || folded->events.n == 0)
		return FAIL_NONE;
	fail = desk_setting_number(desk, SETTING_TWO_PERSONS, &is_on, err);
	if (fail || !is_on)
		return fail;
	receiver = record_text(&folded->events.list[0], EVENT_OFFICER);
	if (strcmp(receiver, act_officer(desk)) != 0)
		return FAIL_NONE;
	return fail_say(err, FAIL_DENIED, "check.two-persons", NULL);
}

bool
state_is_judged(const struct life *life, const char *state)
{
	for (size_t i = 0; i < life->n_moves; i++)
		if (move_is_from(&life->moves[i], state) &&
		    (life->moves[i].effect == CLOCK_START ||
		    life->moves[i].effect == CLOCK_STOP))
			return true;
	return false;
}

static bool
is_needed(const struct move *move, enum need need)
{
	return (move->needs & (1u << need)) != 0;
}

/* The clause of the process time, which says "lengkap dan benar". */
static const char *
process_clause(const struct folded *folded)
{
	return folded->standard->process.clause;
}

void
move_needs(const struct move *move, const struct folded *folded,
    const char *reason, struct refusals *refusals)
{
	const struct checklist *list = &folded->checklist;
	bool lacks_reason = reason != NULL && !reason_is_given(reason);

	if (is_needed(move, NEED_COMPLETE))
		checklist_blocking(list, refusals);
	if (is_needed(move, NEED_FAILED) && lacks_reason && list->wrong == 0 &&
	    list->absent == 0)
		refusals_add(refusals, process_clause(folded), NULL, "reason",
		    "move.no-failed", NULL);
	if (is_needed(move, NEED_REASON) && lacks_reason)
		refusals_add(refusals, NULL, NULL, "reason", "move.no-reason",
		    move->label, NULL);
}
