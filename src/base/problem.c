#include "base/problem.h"

#include <stdarg.h>

void
problems_add(struct problems *problems, const char *file, int line,
    const char *code, ...)
{
	struct problem *problem;
	va_list list;

	if (problems->n == PROBLEMS_MAX)
		return;
	problems->list = arena_grow(problems->arena, problems->list,
	    problems->n, &problems->room, sizeof *problems->list);
	problem = &problems->list[problems->n++];
	*problem = (struct problem){ .line = line,
		.file = arena_text(problems->arena, file) };
	fact_set(&problem->fact, code, NULL);
	va_start(list, code);
	for (int i = 0; i < FACT_ARGS; i++) {
		const char *arg = va_arg(list, const char *);

		if (arg == NULL)
			break;
		fact_arg(&problem->fact, i, "%s", arg);
	}
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
	fail_set(err, FAIL_INVALID, "%s:%d: %s %s %s", first->file,
	    first->line, fact->code, fact->arg[0], fact->arg[1]);
	if (err != NULL)
		err->fact = *fact;
	return FAIL_INVALID;
}
