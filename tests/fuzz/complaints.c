#include "domain/complaint_words.h"

#include <assert.h>
#include <string.h>

#include "base/text.h"
#include "fuzz/fuzz.h"

static void
check_chain(const struct complaint_words *words, const struct chain *chain)
{
	assert(complaint_chain(words, chain->class) == chain);
	assert(chain->n > 0);
	for (size_t i = 0; i < chain->n; i++) {
		const struct book_word *above = complaint_level_above(words,
		    chain->class, chain->levels[i].code);

		assert(i + 1 == chain->n ? above == NULL :
		    above == &chain->levels[i + 1]);
	}
}

/* What is read has no name twice, and nothing that is empty. */
int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	scoped_arena arena = arena_new();
	struct problems problems = { .arena = arena };
	struct document document = { 0 };
	struct complaint_words words = { 0 };
	enum fail fail;

	if (directive_read("fuzz", (const char *)bytes, size, &problems,
	    &document, NULL))
		return 0;
	fail = complaint_words_read(&document, &problems, &words, NULL);
	assert((fail == FAIL_NONE) == (problems.n == 0));
	assert((fail == FAIL_NONE) == (words.version != NULL));
	if (fail)
		return 0;
	for (size_t i = 0; i < words.n_channels; i++) {
		assert(complaint_channel(&words, words.channels[i].key) ==
		    &words.channels[i]);
		assert(text_columns(words.channels[i].brief) <=
		    CHANNEL_BRIEF_MAX);
	}
	for (size_t i = 0; i < words.n_lists; i++)
		assert(complaint_list(&words, words.lists[i].name) ==
		    &words.lists[i]);
	for (size_t i = 0; i < words.n_chains; i++)
		check_chain(&words, &words.chains[i]);
	for (size_t i = 0; i < words.n_templates; i++)
		assert(*words.templates[i].text != '\0');
	return 0;
}
