#include "base/scan.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"

static const char byte_order_mark[] = "\xEF\xBB\xBF";

/* The first thing in the line that may not be there, as a problem. */
static size_t
check_line(const char *file, int line, const char *text, size_t length,
    struct problems *problems)
{
	char name[16];
	uint32_t point = 0;
	size_t step;

	for (size_t i = 0; i < length; i += step) {
		step = text_decode(text + i, length - i, &point);
		if (step == 0) {
			problems_add(
			    problems, file, line, "syntax.not-utf8", NULL);
			return 1;
		}
		if (point != '\t' && !text_may_stand(point, false)) {
			snprintf(name, sizeof(name), "U+%04X", point);
			problems_add(problems, file, line, "syntax.character",
			    name, NULL);
			return 1;
		}
	}
	return 0;
}

size_t
scan_text(const char *file, const char **bytes, size_t *size, size_t limit,
    struct problems *problems)
{
	struct scan scan;
	const char *text;
	size_t n = 0, length;

	if (*size > limit) {
		problems_add(problems, file, 0, "file.too-large", file, NULL);
		return 1;
	}
	if (*size >= 3 && memcmp(*bytes, byte_order_mark, 3) == 0) {
		*bytes += 3;
		*size -= 3;
	}
	scan = (struct scan){ .at = *bytes, .end = *bytes + *size };
	for (;;) {
		text = scan_line(&scan, &length);
		if (text == NULL || problems->n >= PROBLEMS_MAX)
			return n;
		n += check_line(file, scan.line, text, length, problems);
	}
}

const char *
scan_line(struct scan *scan, size_t *ret_length)
{
	const char *text = scan->at, *newline;

	if (text == scan->end)
		return NULL;
	newline = memchr(text, '\n', (size_t)(scan->end - text));
	scan->at = newline == NULL ? scan->end : newline + 1;
	*ret_length = (size_t)((newline == NULL ? scan->end : newline) - text);
	if (newline != NULL && *ret_length > 0 && newline[-1] == '\r')
		--*ret_length;
	scan->line++;
	return text;
}
