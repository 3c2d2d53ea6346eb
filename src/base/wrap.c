#include "base/wrap.h"

#include <stdbool.h>

#include "base/text.h"

/* A blank with a combining mark on it is a letter of its own, not a blank. */
static bool
is_blank(const char *text, size_t at)
{
	return (text[at] == ' ' || text[at] == '\t') &&
	    text_next(text, at) == at + 1;
}

static size_t
skip_blanks(const char *text, size_t at)
{
	while (is_blank(text, at))
		at++;
	return at;
}

/* Length of the newline at that place; 0 when there is none. */
static size_t
newline(const char *text, size_t at)
{
	if (text[at] == '\n')
		return 1;
	return text[at] == '\r' && text[at + 1] == '\n' ? 2 : 0;
}

/*
 * End the line before a run of blanks. The whole run hangs, unseen, and a
 * newline after it too; else that newline would make an empty line.
 */
static struct wrap_line
hang(const char *text, size_t begin, size_t end)
{
	size_t next = skip_blanks(text, end);

	return (struct wrap_line){ begin, end, next + newline(text, next) };
}

/* The line that begins there. */
static struct wrap_line
cut_line(const char *text, size_t begin, size_t columns)
{
	size_t at = begin, used = 0, next, wide;
	size_t blanks = begin; /* where the last run of blanks begins */
	bool was_blank = false;

	while (text[at] != '\0' && newline(text, at) == 0) {
		bool blank = is_blank(text, at);

		if (blank && !was_blank)
			blanks = at;
		was_blank = blank;
		next = text_next(text, at);
		wide = text_columns_n(text + at, next - at);
		if (used + wide > columns) {
			if (blank || blanks > begin)
				return hang(text, begin, blanks);
			/* One cluster wider than the line stands alone. */
			next = at > begin ? at : next;
			return (struct wrap_line){ begin, next, next };
		}
		used += wide;
		at = next;
	}
	return (struct wrap_line){ begin, at, at + newline(text, at) };
}

struct wrap
wrap_text(struct arena *arena, const char *text, size_t columns)
{
	struct wrap wrap = { 0 };
	size_t room = 0, at = 0;
	bool is_last = false;

	while (!is_last) {
		struct wrap_line line = cut_line(text, at, columns);

		wrap.line = arena_grow(
		    arena, wrap.line, wrap.n, &room, sizeof(*wrap.line));
		wrap.line[wrap.n++] = line;
		at = line.next;
		/* A newline at the end of the text begins an empty line. */
		is_last = text[at] == '\0' &&
		    (at == line.begin || text[at - 1] != '\n');
	}
	return wrap;
}

size_t
wrap_line_of(const struct wrap *wrap, size_t at)
{
	size_t low = 0, high = wrap->n;

	/* low begins at or before at, high does not. */
	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (wrap->line[middle].begin <= at)
			low = middle;
		else
			high = middle;
	}
	return low;
}
