#include <stdio.h>

#include "desk/moving.h"
#include "desk/sheet.h"

/* The moves there are now, each with what blocks it. */

static void
refuse_role(const struct move *move, struct refusals *refusals)
{
	char code[FACT_CODE_SIZE];
	scoped_buf roles = { 0 };

	buf_init(&roles, FACT_ARG_SIZE - 1);
	roles_print(roles_that_may(move->action), &roles);
	snprintf(code, sizeof code, "denied.%s", action_name(move->action));
	refusals_add(refusals, NULL, NULL, NULL, code, roles.text, NULL);
}

static enum fail
show(struct desk *desk, const struct move *move, const struct folded *folded,
    struct arena *arena, struct move_option *option, struct err *err)
{
	struct refusals *refusals = arena_alloc(arena, sizeof *refusals);
	struct err two = { 0 };
	enum fail fail = FAIL_NONE;

	refusals->arena = arena;
	*option = (struct move_option){ .move = move, .refusals = refusals };
	if (!desk_may(desk, move->action))
		refuse_role(move, refusals);
	if (demand_two_persons(desk, folded, move->action, &two) ==
	    FAIL_DENIED)
		refuse_fact(refusals, NULL, NULL, &two.fact);
	move_needs(move, folded, NULL, refusals);
	option->is_allowed = refusals->n == 0;
	if (*move->form != '\0')
		fail = desk_form(desk, move->form, NULL, &option->form, err);
	return fail;
}

enum fail
desk_moves(struct desk *desk, const struct id *application,
    struct arena *arena, struct move_option **ret_options, size_t *ret_n,
    struct err *err)
{
	const struct life *life = desk->assets.life;
	struct move_option *options;
	struct folded folded;
	size_t n = 0;
	enum fail fail = desk_demand(desk, ACTION_READ, err);

	if (!fail)
		fail = fold(desk, application, desk->assets.calendar, &folded,
		    arena, err);
	if (fail)
		return fail;
	options = arena_array(arena, life->n_moves, sizeof *options);
	for (size_t i = 0; i < life->n_moves && !fail; i++)
		if (status_allows(&folded.status, &life->moves[i]))
			fail = show(desk, &life->moves[i], &folded, arena,
			    &options[n++], err);
	if (fail)
		return fail;
	*ret_options = options;
	*ret_n = n;
	return FAIL_NONE;
}
