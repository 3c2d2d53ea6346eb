#include "domain/type_ahead.h"

#include <stdbool.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"

enum { WORDS_MAX = 4096 };

static const char *
folded(struct arena *arena, const char *text)
{
	scoped_buf buf;

	buf_init(&buf, WORDS_MAX);
	text_fold(text, false, &buf);
	return arena_text(arena, buf.text);
}

struct type_ahead_row
type_ahead_row(
    struct arena *arena, const char *code, const char *name, const char *more)
{
	struct type_ahead_row row = {
		.code = folded(arena, code),
		.name = folded(arena, name),
	};

	row.words = arena_print(
	    arena, "%s%s%s", row.code, row.name, folded(arena, more));
	return row;
}

/* How well a row fits; FIT_NONE: not at all. */
enum fit { FIT_CODE, FIT_NAME, FIT_WORDS, FIT_NONE };

static enum fit
fit_of(const struct type_ahead_row *row, const char *query, const char *key)
{
	size_t size = strlen(key);

	if (strncmp(row->code, key, size) == 0)
		return FIT_CODE;
	if (strncmp(row->name, key, size) == 0)
		return FIT_NAME;
	return text_matches(row->words, query) ? FIT_WORDS : FIT_NONE;
}

size_t
type_ahead(const struct type_ahead_row *rows, size_t n, const char *query,
    size_t *indexes, size_t limit)
{
	scoped_buf key;
	size_t total = 0;

	buf_init(&key, WORDS_MAX);
	text_fold(query, false, &key);
	if (key.size == 0 && *query != '\0' && strspn(query, " ") == 0)
		return 0;
	for (enum fit fit = FIT_CODE; fit < FIT_NONE; fit++) {
		for (size_t i = 0; i < n; i++) {
			if (fit_of(&rows[i], query, key.text) != fit)
				continue;
			if (total < limit)
				indexes[total] = i;
			total++;
		}
	}
	return total;
}
