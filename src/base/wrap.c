#include "base/wrap.h"

#include <string.h>

#include "base/text.h"

/*
 * Where the line that begins at begin ends: at the last blank that keeps it
 * within the columns, at a newline, or inside a word that is too long.
 */
static struct wrap_line
take_line(const char *text, size_t begin, size_t columns)
{
	struct wrap_line line = { begin, begin, begin };
	size_t at = begin, used = 0, blank = 0;
	bool has_blank = false;

	while (text[at] != '\0' && text[at] != '\n') {
		size_t next = text_next(text, at);
		size_t wide = text_columns_n(text + at, next - at);

		if (text[at] == ' ') {
			has_blank = true;
			blank = at;
		} else if (used + wide > columns) {
			if (has_blank) {
				line.end = blank;
				line.next = blank + 1;
				return line;
			}
			if (at > begin) {
				line.end = line.next = at;
				return line;
			}
		}
		used += wide;
		at = next;
		/* A blank beyond the edge ends the line and is not shown. */
		if (text[at - 1] == ' ' && used > columns && text[at] != '\n' &&
		    text[at] != '\0') {
			line.end = at - 1;
			line.next = at;
			return line;
		}
	}
	line.end = at;
	line.next = text[at] == '\n' ? at + 1 : at;
	return line;
}

struct wrap
wrap_text(struct arena *arena, const char *text, size_t columns)
{
	struct wrap wrap = { 0 };
	size_t room = 0, begin = 0;
	bool has_more = true;

	while (has_more) {
		struct wrap_line line = take_line(text, begin, columns);

		wrap.line = arena_grow(arena, wrap.line, wrap.n, &room,
		    sizeof *wrap.line);
		wrap.line[wrap.n++] = line;
		/* A newline at the end opens an empty line. */
		has_more = text[line.next] != '\0' ||
		    (line.next > line.end && text[line.end] == '\n');
		begin = line.next;
	}
	return wrap;
}

size_t
wrap_line_of(const struct wrap *wrap, size_t at)
{
	size_t line = 0;

	while (line + 1 < wrap->n && wrap->line[line + 1].begin <= at)
		line++;
	return line;
}
