#include "paper/lines.h"

#include <string.h>

#include "base/text.h"
#include "base/wrap.h"

enum {
	SIGN_LINES = 3, /* room for a signature */
	GAP = 2,        /* between two columns */
	LEAST = 4,      /* columns that text is wrapped into */
	LEAST_CHECK = 10,
};

static void
end_page(struct lines *lines)
{
	buf_char(lines->out, '\f');
	lines->line = 0;
}

static void
end_line(struct lines *lines)
{
	buf_char(lines->out, '\n');
	lines->line++;
	if (lines->size.lines > 0 && lines->line == lines->size.lines)
		end_page(lines);
}

/* Blanks up to a column, then size bytes; nothing when there are none. */
static size_t
put_at(struct lines *lines, size_t column, size_t at, const char *text,
    size_t size)
{
	if (size == 0)
		return at;
	buf_repeat(
	    lines->out, ' ', column - at + (at == 0 ? lines->size.margin : 0));
	buf_add(lines->out, text, size);
	return column + text_columns_n(text, size);
}

/* Line i of a wrapped text, in a column; nothing when it has fewer. */
static size_t
put_wrapped(struct lines *lines, size_t column, size_t at, const char *text,
    const struct wrap *wrap, size_t i)
{
	if (i >= wrap->n)
		return at;
	return put_at(lines, column, at, text + wrap->line[i].begin,
	    wrap->line[i].end - wrap->line[i].begin);
}

void
lines_blank(struct lines *lines)
{
	end_line(lines);
}

void
lines_rule(struct lines *lines, char byte)
{
	buf_repeat(lines->out, ' ', lines->size.margin);
	buf_repeat(lines->out, byte, lines->size.columns);
	end_line(lines);
}

void
lines_centered(struct lines *lines, const char *text)
{
	scoped_arena arena = arena_new();
	struct wrap wrap = wrap_text(arena, text, lines->size.columns);

	for (size_t i = 0; i < wrap.n; i++) {
		const struct wrap_line *line = &wrap.line[i];
		size_t columns =
		    text_columns_n(text + line->begin, line->end - line->begin);

		put_wrapped(lines, (lines->size.columns - columns) / 2, 0, text,
		    &wrap, i);
		end_line(lines);
	}
}

/* Head, text from indent on within columns, and right at the margin. */
static void
put_columns(struct lines *lines, const char *head, size_t indent,
    const char *text, const char *right)
{
	scoped_arena arena = arena_new();
	size_t wide = text_columns(right);
	size_t columns =
	    lines->size.columns - indent - (wide > 0 ? wide + GAP : 0);
	struct wrap wrap = wrap_text(arena, text, columns);

	for (size_t i = 0; i < wrap.n; i++) {
		size_t at = 0;

		if (i == 0)
			at = put_at(lines, 0, 0, head, strlen(head));
		at = put_wrapped(lines, indent, at, text, &wrap, i);
		if (i == 0)
			put_at(lines, lines->size.columns - wide, at, right,
			    strlen(right));
		end_line(lines);
	}
}

void
lines_hanging(
    struct lines *lines, const char *head, size_t indent, const char *text)
{
	if (indent + LEAST > lines->size.columns)
		indent = 0;
	if (*head != '\0' && text_columns(head) >= indent) {
		put_columns(lines, "", 0, head, "");
		head = "";
	}
	put_columns(lines, head, indent, text, "");
}

void
lines_row(struct lines *lines, const char *left, const char *right)
{
	size_t a = text_columns(left), b = text_columns(right);

	if (b == 0 || b > lines->size.columns ||
	    a + 1 + b > lines->size.columns) {
		put_columns(lines, "", 0, left, "");
		left = "";
	}
	if (b > lines->size.columns) {
		put_columns(lines, "", 0, right, "");
	} else if (b > 0) {
		a = put_at(lines, 0, 0, left, strlen(left));
		put_at(lines, lines->size.columns - b, a, right, strlen(right));
		end_line(lines);
	}
}

void
lines_check(
    struct lines *lines, const char *mark, const char *left, const char *right)
{
	size_t indent = text_columns(mark) + 1;

	if (indent + LEAST_CHECK + GAP + text_columns(right) >
	    lines->size.columns) {
		lines_hanging(lines, mark, indent, left);
		lines_row(lines, "", right);
		return;
	}
	put_columns(lines, mark, indent, left, right);
}

/* Two texts beside each other, each wrapped into one half. */
static void
put_halves(struct lines *lines, const char *left, const char *right)
{
	scoped_arena arena = arena_new();
	size_t half = lines->size.columns / 2;
	struct wrap a = wrap_text(arena, left, half - 1);
	struct wrap b = wrap_text(arena, right, half);

	for (size_t i = 0; i < a.n || i < b.n; i++) {
		size_t at = put_wrapped(lines, 0, 0, left, &a, i);

		put_wrapped(lines, half, at, right, &b, i);
		end_line(lines);
	}
}

void
lines_sign(struct lines *lines, const char *const word[4])
{
	size_t wanted = 2 + SIGN_LINES + 2; /* names may take two */

	if (lines->size.lines > 0 && lines->line + wanted > lines->size.lines)
		end_page(lines);
	put_halves(lines, word[0], word[1]);
	for (size_t i = 0; i < SIGN_LINES; i++)
		end_line(lines);
	put_halves(lines, word[2], word[3]);
}
