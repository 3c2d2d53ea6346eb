#include "cli/doctor.h"

void
doctor_add(
    struct doctor *doctor, enum probe_level level, const struct fact *fact)
{
	doctor->list = arena_grow(doctor->arena, doctor->list, doctor->n,
	    &doctor->room, sizeof *doctor->list);
	doctor->list[doctor->n++] =
	    (struct probe){ .level = level, .fact = *fact };
}

void
doctor_say(struct doctor *doctor, enum probe_level level, const char *code,
    const char *what)
{
	struct fact fact = { 0 };

	fact_set(&fact, code, what, NULL);
	doctor_add(doctor, level, &fact);
}

bool
doctor_is_bad(const struct doctor *doctor)
{
	for (size_t i = 0; i < doctor->n; i++)
		if (doctor->list[i].level == PROBE_BAD)
			return true;
	return false;
}
