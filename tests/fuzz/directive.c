#include "base/directive.h"

#include <assert.h>
#include <string.h>

#include "base/text.h"
#include "fuzz/fuzz.h"

static void
check(const struct document *document, const struct directive *directive,
    int depth)
{
	assert(depth <= DIRECTIVE_DEPTH_MAX);
	assert(directive->line > 0);
	assert(directive->n_words <= DIRECTIVE_WORDS_MAX);
	assert(text_is_valid(directive->name, strlen(directive->name)));
	for (size_t i = 0; i < directive->n_words; i++)
		assert(text_is_valid(
		    directive->words[i], strlen(directive->words[i])));
	assert(directive_word(directive, directive->n_words) == NULL);
	for (size_t i = 0; i < directive->n_children; i++)
		check(document, &directive->children[i], depth + 1);
}

/* A document has no problem, or it is refused with all of its problems. */
int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	scoped_arena arena = arena_new();
	struct problems problems = { .arena = arena };
	struct document document = { 0 };
	enum fail fail = directive_read(
	    "fuzz", (const char *)bytes, size, &problems, &document, NULL);

	assert((fail == FAIL_NONE) == (problems.n == 0));
	if (fail)
		return 0;
	for (size_t i = 0; i < document.n; i++)
		check(&document, &document.directives[i], 1);
	return 0;
}
