#include "domain/standard.h"

#include <assert.h>
#include <string.h>

#include "domain/checklist.h"
#include "fuzz/fuzz.h"

static void
check_clauses(const struct standard *standard)
{
	for (size_t i = 0; i < standard->n_clauses; i++) {
		const struct clause *clause = &standard->clauses[i];

		assert(standard_clause(standard, clause->id) == clause);
		assert(clause->parent < (int)i);
		assert((clause->parent < 0) ==
		    (clause->level == CLAUSE_GROUP));
		for (size_t j = 0; j < clause->n_notes; j++)
			assert(date_is_valid(clause->notes[j].date));
	}
}

static void
check_rules(const struct standard *standard)
{
	for (size_t i = 0; i < standard->n_requirements; i++) {
		const struct requirement *requirement =
		    &standard->requirements[i];

		assert(standard_requirement(standard, requirement->clause) ==
		    requirement);
		assert(*requirement->brief != '\0');
	}
	for (size_t i = 0; i < standard->n_channels; i++)
		assert(standard_clause(standard,
		    standard->channels[i].clause) != NULL);
	for (size_t i = 0; i < standard->n_steps; i++)
		assert(standard_has_class(standard, standard->steps[i].name));
	assert(standard->process.days > 0);
	assert(standard_clause(standard, standard->process.clause) != NULL);
	assert(standard->is_free && standard->n_scales > 0);
}

/* What is read holds what its header promises; what is not, is untouched. */
int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	scoped_arena arena = arena_new();
	struct problems problems = { .arena = arena };
	struct document document = { 0 };
	struct standard standard = { 0 };
	struct checklist checklist;
	enum fail fail;

	if (directive_read("fuzz", (const char *)bytes, size, &problems,
	    &document, NULL))
		return 0;
	fail = standard_read(&document, &problems, &standard, NULL);
	assert((fail == FAIL_NONE) == (problems.n == 0));
	assert((fail == FAIL_NONE) == (standard.number != NULL));
	if (fail)
		return 0;
	check_clauses(&standard);
	check_rules(&standard);
	assert(standard_find(&standard, "a", 0) <= standard.n_clauses);
	checklist = checklist_of(&standard, NULL, 0, arena);
	assert(checklist.n == standard.n_requirements);
	return 0;
}
