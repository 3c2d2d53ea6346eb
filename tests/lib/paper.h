#ifndef TESTS_LIB_PAPER_H
#define TESTS_LIB_PAPER_H

#include "base/text.h"
#include "lib/t.h"

/* Every line of a paper has at most so many columns, and no blank at its
 * end. */
static inline void
assert_fits(const char *text, size_t columns)
{
	while (*text != '\0') {
		size_t size = strcspn(text, "\n\f");

		assert_in_range(text_columns_n(text, size), 0, columns);
		assert_false(size > 0 && text[size - 1] == ' ');
		text += size;
		text += *text != '\0';
	}
}

#endif
