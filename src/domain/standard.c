#include "domain/standard.h"

#include <string.h>

#include "base/text.h"

const struct clause *
standard_clause(const struct standard *standard, const char *id)
{
	for (size_t i = 0; i < standard->n_clauses; i++)
		if (strcmp(standard->clauses[i].id, id) == 0)
			return &standard->clauses[i];
	return NULL;
}

const struct requirement *
standard_requirement(const struct standard *standard, const char *clause)
{
	for (size_t i = 0; i < standard->n_requirements; i++)
		if (strcmp(standard->requirements[i].clause, clause) == 0)
			return &standard->requirements[i];
	return NULL;
}

bool
standard_serves_kbli(const struct standard *standard, const char *code,
    const char *edition)
{
	for (size_t i = 0; i < standard->n_kbli; i++)
		if (strcmp(standard->kbli[i].code, code) == 0 &&
		    (edition == NULL || *edition == '\0' ||
		    strcmp(standard->kbli[i].edition, edition) == 0))
			return true;
	return false;
}

static bool
is_one_of(const char *const *words, size_t n, const char *word)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(words[i], word) == 0)
			return true;
	return false;
}

bool
standard_serves_scale(const struct standard *standard, const char *scale)
{
	return is_one_of(standard->scales, standard->n_scales, scale);
}

bool
standard_has_class(const struct standard *standard, const char *name)
{
	return is_one_of(standard->classes, standard->n_classes, name);
}

size_t
standard_steps(const struct standard *standard, const char *name)
{
	size_t n = 0;

	for (size_t i = 0; i < standard->n_steps; i++)
		n += strcmp(standard->steps[i].name, name) == 0;
	return n;
}

size_t
standard_find(const struct standard *standard, const char *query, size_t from)
{
	size_t i = from;

	for (; i < standard->n_clauses; i++) {
		const struct clause *clause = &standard->clauses[i];

		if (text_matches(clause->text, query) ||
		    text_matches(clause->title, query) ||
		    text_matches(clause->brief, query))
			break;
	}
	return i;
}
