#include "base/directive.h"

#include <string.h>

#include "base/file.h"
#include "base/text.h"

enum fail
directive_load(const char *path, struct problems *problems,
    struct document *ret_document, struct err *err)
{
	char *bytes;
	size_t size;
	enum fail fail;

	fail = file_read(
	    path, DIRECTIVE_FILE_MAX, problems->arena, &bytes, &size, err);
	if (fail)
		return fail;
	return directive_read(arena_text(problems->arena, file_name(path)),
	    bytes, size, problems, ret_document, err);
}

const struct directive *
directive_child(const struct directive *directive, const char *name)
{
	for (size_t i = 0; i < directive->n_children; i++)
		if (strcmp(directive->children[i].name, name) == 0)
			return &directive->children[i];
	return NULL;
}

const char *
directive_word(const struct directive *directive, size_t i)
{
	return i < directive->n_words ? directive->words[i] : NULL;
}

int
directive_known(const struct document *document,
    const struct directive *directive, const char *const *known, size_t n,
    struct problems *problems)
{
	const char *likely;

	for (size_t i = 0; i < n; i++)
		if (strcmp(known[i], directive->name) == 0)
			return (int)i;
	likely = text_likely(directive->name, known, n);
	problems_add(problems, document->file, directive->line,
	    likely != NULL ? "syntax.unknown-likely" : "syntax.unknown",
	    directive->name, likely, NULL);
	return -1;
}

char *
flow_text(struct arena *arena, const char *block)
{
	char *flow = arena_text(arena, block), *out = flow;

	while (*block != '\0') {
		size_t newlines = strspn(block, "\n");

		if (newlines == 0) {
			*out++ = *block++;
			continue;
		}
		block += newlines;
		if (out > flow && *block != '\0')
			*out++ = newlines == 1 ? ' ' : '\n';
	}
	*out = '\0';
	return flow;
}
