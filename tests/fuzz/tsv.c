#include "base/tsv.h"

#include <assert.h>
#include <string.h>

#include "base/text.h"
#include "fuzz/fuzz.h"

static const char *const wanted[] = { "date", "kind", "name" };

/* Every row that is read has every cell, and every cell is text. */
int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	scoped_arena arena = arena_new();
	struct problems problems = { .arena = arena };
	struct tsv tsv = { "fuzz", wanted, array_length(wanted), NULL, 0 };
	enum fail fail =
	    tsv_read(&tsv, (const char *)bytes, size, &problems, NULL);

	assert((fail == FAIL_NONE) == (problems.n == 0));
	for (size_t i = 0; !fail && i < tsv.n; i++)
		for (size_t j = 0; j < array_length(wanted); j++)
			assert(text_is_valid(tsv.rows[i].cells[j],
			    strlen(tsv.rows[i].cells[j])));
	return 0;
}
