#include <stdio.h>
#include <string.h>

#include "desk/complaint_act.h"
#include "desk/complaint_acting.h"
#include "forms/record_map.h"

/* What can be done with an entry now, each with what blocks it; the sheets. */

/* The roles that may do it here, or from a paper. */
static bool
may(const struct desk *desk, const struct complaint_step *step)
{
	enum action here = step->need == NEED_APPROVED ? ACTION_APPROVE_ANSWER
	    : ACTION_APPROVE_APIP;

	if (desk_may(desk, complaint_step_action(step, NULL)))
		return true;
	return step->target == TABLE_APPROVAL && step->move == NULL &&
	    desk_may(desk, here);
}

static void
refuse_role(enum action action, struct refusals *refusals)
{
	char code[FACT_CODE_SIZE];
	scoped_buf roles = { 0 };

	buf_init(&roles, FACT_ARG_SIZE - 1);
	roles_print(roles_that_may(action), &roles);
	snprintf(code, sizeof code, "denied.%s", action_name(action));
	refusals_add(refusals, NULL, NULL, NULL, code, roles.text, NULL);
}

/* Would the sheet itself give what is missing? In place of an approval of
 * APIP it may name a regulation (6.7.c). */
static bool
is_asked(const struct form *form, const struct refusal *duty)
{
	const char *field = strcmp(duty->fact.code, "duty.apip-approval") == 0
	    ? "apip_basis" : duty->field;

	return form != NULL && *field != '\0' &&
	    form_field(form, field) != FIELD_ABSENT;
}

static void
add_duties(const struct complaint_step *step, const struct form *form,
    const struct folded_complaint *folded, struct refusals *refusals)
{
	struct complaint_facts facts = complaint_facts_of(folded);
	struct refusals duties = { .arena = refusals->arena };
	struct record complaint = folded->complaint;

	facts.before = &folded->review;
	/* The move itself makes it a pengaduan. */
	if (strcmp(step->name, MOVE_COMPLETE) == 0)
		record_set_text(&complaint, refusals->arena, COMPLAINT_KIND,
		    book_kind_name(KIND_COMPLAINT));
	facts.complaint = &complaint;
	complaint_duties(&facts, step->move, &duties);
	for (size_t i = 0; i < duties.n; i++)
		if (!is_asked(form, &duties.list[i]))
			refusals_add(refusals, duties.list[i].clause,
			    complaint_step_of_duty(&duties.list[i]),
			    duties.list[i].field, duties.list[i].fact.code,
			    NULL);
}

/* Was it done, and not only not owed? */
static bool
is_done(const struct complaint_step *step,
    const struct folded_complaint *folded)
{
	struct complaint_facts facts = complaint_facts_of(folded);

	if (step->need == NEED_WINDOW &&
	    !record_has(&folded->complaint, COMPLAINT_KIND_REASON))
		return false;
	if (step->need == NEED_LEVEL_REPORT &&
	    !record_has(&folded->review, REVIEW_LEVEL))
		return false;
	if (step->need == NEED_APIP_REASON ||
	    step->need == NEED_APIP_APPROVAL)
		facts.class = "apip";
	return complaint_need_met(&facts, step->need);
}

static enum fail
show(struct desk *desk, const struct complaint_step *step,
    const struct folded_complaint *folded, struct arena *arena,
    struct complaint_option *option, struct err *err)
{
	struct refusals *refusals = arena_alloc(arena, sizeof *refusals);
	enum fail fail = FAIL_NONE;

	refusals->arena = arena;
	*option = (struct complaint_option){ .name = step->name,
		.move = step->move, .refusals = refusals,
		.is_pair = strcmp(step->name, MOVE_MERGE) == 0 ||
		    strcmp(step->name, MOVE_SPLIT) == 0 };
	if (*step->form != '\0')
		fail = desk_form(desk, step->form, NULL, &option->form, err);
	if (fail)
		return fail;
	option->label = step->move != NULL ? step->move->label
	    : option->form->title;
	option->is_done = step->move == NULL && is_done(step, folded);
	if (!may(desk, step))
		refuse_role(complaint_step_action(step, NULL), refusals);
	complaint_step_refusals(step, folded, refusals);
	if (step->move != NULL)
		add_duties(step, option->form, folded, refusals);
	option->is_allowed = refusals->n == 0;
	return FAIL_NONE;
}

static enum fail
show_all(struct desk *desk, const struct folded_complaint *folded,
    struct arena *arena, struct complaint_option *options, size_t *n,
    struct err *err)
{
	const struct state *state = folded->status.state;
	const struct life *life = folded->life;
	enum fail fail = FAIL_NONE;

	if (state == NULL)
		return FAIL_NONE;
	for (size_t i = 0; i < complaint_steps_n && state->is_open && !fail;
	     i++)
		fail = show(desk, &complaint_steps[i], folded, arena,
		    &options[(*n)++], err);
	for (size_t i = 0; i < life->n_moves && !fail; i++) {
		struct complaint_step step;

		if (!status_allows(&folded->status, &life->moves[i]))
			continue;
		step = complaint_step_of_move(&life->moves[i]);
		fail = show(desk, &step, folded, arena, &options[(*n)++],
		    err);
	}
	return fail;
}

enum fail
desk_complaint_options(struct desk *desk, const struct id *id,
    struct arena *arena, struct complaint_option **ret_options, size_t *ret_n,
    struct err *err)
{
	const struct life *life = desk->assets.complaint_life;
	struct complaint_option *options = arena_array(arena,
	    complaint_steps_n + life->n_moves, sizeof *options);
	struct folded_complaint folded;
	size_t n = 0;
	enum fail fail = desk_demand(desk, ACTION_READ, err);

	if (!fail)
		fail = complaint_guard(desk, id, err);
	if (!fail)
		fail = complaint_fold(desk, id, desk->assets.calendar,
		    &folded, arena, err);
	if (!fail)
		fail = show_all(desk, &folded, arena, options, &n, err);
	if (fail)
		return fail;
	*ret_options = options;
	*ret_n = n;
	return FAIL_NONE;
}

/* On another way of settling it begins anew, with somebody else. */
static void
leave_level(const struct complaint_step *step, struct record *review,
    struct arena *arena)
{
	if (step->move == NULL || step->target != TABLE_REVIEW ||
	    !complaint_is_class(step->move->to) || strcmp(step->move->to,
	    record_text(review, REVIEW_CLASS)) == 0)
		return;
	record_set_text(review, arena, REVIEW_LEVEL, "");
	record_set_text(review, arena, REVIEW_HANDLER, "");
}

/* What stands there and is no answer of this sheet is not offered: a
 * pengaduan is to be treated as another kind. */
static void
leave_misfits(struct answers *answers, const struct field_context *context)
{
	const struct form *form = answers_form(answers);

	for (size_t i = 0; i < form->n; i++)
		if (answers_at(answers, i)->severity == WRONG)
			(void)answers_put(answers, i, "", context);
	answers_kept(answers);
}

enum fail
desk_complaint_sheet(struct desk *desk, const struct complaint *complaint,
    const char *act, struct arena *arena, struct answers **ret_answers,
    struct err *err)
{
	const struct form *form;
	struct field_context context;
	struct complaint_step step;
	struct answers *answers;
	struct record known;
	enum fail fail = desk_demand(desk, ACTION_READ, err);

	if (!fail)
		fail = complaint_guard(desk, &complaint->record.id, err);
	if (!fail && (!complaint_step_find(desk->assets.complaint_life, act,
	    &step) || *step.form == '\0'))
		return fail_say(err, FAIL_MISSING, "move.unknown", act, NULL);
	if (!fail)
		fail = desk_form(desk, step.form, NULL, &form, err);
	if (!fail)
		fail = desk_context(desk, arena, &context, err);
	if (fail)
		return fail;
	answers = answers_new(arena, form);
	known = step.target == TABLE_COMPLAINT ? complaint->record
	    : complaint->review;
	leave_level(&step, &known, arena);
	if (!step.adds)
		answers_from_record(answers, &known, NULL, 0, &context);
	leave_misfits(answers, &context);
	answers_default(answers, &context);
	*ret_answers = answers;
	return FAIL_NONE;
}
