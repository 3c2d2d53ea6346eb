#include "domain/refusal.h"

#include <stdarg.h>

static const char *
kept(struct refusals *refusals, const char *text)
{
	return text == NULL ? "" : arena_text(refusals->arena, text);
}

void
refusals_add(struct refusals *refusals, const char *clause, const char *item,
    const char *field, const char *code, ...)
{
	struct refusal refusal = { .clause = kept(refusals, clause),
		.item = kept(refusals, item),
		.field = kept(refusals, field) };
	va_list list;

	fact_set(&refusal.fact, code, NULL);
	va_start(list, code);
	for (int i = 0; i < FACT_ARGS; i++) {
		const char *arg = va_arg(list, const char *);

		if (arg == NULL)
			break;
		fact_arg(&refusal.fact, i, "%s", arg);
	}
	va_end(list);
	refusals->list = arena_grow(refusals->arena, refusals->list,
	    refusals->n, &refusals->room, sizeof *refusals->list);
	refusals->list[refusals->n++] = refusal;
}

enum fail
refusals_fail(const struct refusals *refusals, struct err *err)
{
	const struct refusal *first = refusals->list;

	if (refusals->n == 0)
		return FAIL_NONE;
	fail_set(err, FAIL_INVALID, "%s %s %s", first->fact.code,
	    first->clause, first->fact.arg[0]);
	if (err != NULL)
		err->fact = first->fact;
	return FAIL_INVALID;
}
