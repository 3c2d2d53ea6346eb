#include "base/problem.h"

#include <stdio.h>

void
problems_add(struct problems *problems, const char *file, int line,
    const char *code, ...)
{
	struct problem *problem;
	va_list list;

	if (problems->n >= PROBLEMS_MAX)
		return;
	problems->list = arena_grow(problems->arena, problems->list,
	    problems->n, &problems->room, sizeof(*problems->list));
	problem = &problems->list[problems->n++];
	problem->file = arena_text(problems->arena, file);
	problem->line = line;
	va_start(list, code);
	fact_vset(&problem->fact, code, list);
	va_end(list);
}

enum fail
problems_fail(const struct problems *problems, struct err *err)
{
	const struct problem *first = problems->list;
	const struct fact *fact;

	if (problems->n == 0)
		return FAIL_NONE;
	fact = &first->fact;
	(void)fail_say(err, FAIL_INVALID, fact->code, fact->arg[0],
	    fact->arg[1], fact->arg[2], fact->arg[3], NULL);
	if (err == NULL)
		return FAIL_INVALID;
	if (first->line > 0)
		snprintf(err->where, sizeof(err->where), "%s:%d", first->file,
		    first->line);
	else
		snprintf(err->where, sizeof(err->where), "%s", first->file);
	fail_prefix(err, "%s", err->where);
	return FAIL_INVALID;
}
