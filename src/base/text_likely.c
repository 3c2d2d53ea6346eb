#include "base/text.h"

#include <string.h>

/* Longer words are not compared; they count as far apart. */
enum { WORD_MAX = 63 };

static size_t
smaller(size_t a, size_t b)
{
	return a < b ? a : b;
}

size_t
text_distance(const char *a, const char *b)
{
	size_t length_a = strnlen(a, WORD_MAX + 1);
	size_t length_b = strnlen(b, WORD_MAX + 1);
	size_t row[WORD_MAX + 1];

	if (length_a > WORD_MAX || length_b > WORD_MAX)
		return strcmp(a, b) == 0 ? 0 : WORD_MAX + 1;
	for (size_t j = 0; j <= length_b; j++)
		row[j] = j;
	for (size_t i = 1; i <= length_a; i++) {
		size_t diagonal = row[0];

		row[0] = i;
		for (size_t j = 1; j <= length_b; j++) {
			size_t change = diagonal + (a[i - 1] != b[j - 1]);

			diagonal = row[j];
			row[j] =
			    smaller(change, smaller(row[j], row[j - 1]) + 1);
		}
	}
	return row[length_b];
}

const char *
text_likely(const char *text, const char *const *words, size_t n)
{
	const char *likely = NULL;
	/* A third of the letters may be wrong, and at least one. */
	size_t nearest = strnlen(text, WORD_MAX) / 3 + 2;

	for (size_t i = 0; i < n; i++) {
		size_t distance = text_distance(text, words[i]);

		if (distance < nearest) {
			nearest = distance;
			likely = words[i];
		}
	}
	return likely;
}
