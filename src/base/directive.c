#include "base/directive.h"

#include <string.h>

#include "base/file.h"
#include "base/text.h"

enum { DIRECTIVES_MAX = 100000, WORD_MAX = 64 << 10 };

struct reader {
	const char *file;
	const char *at;   /* the rest of the bytes */
	const char *end;
	int line;         /* of what is at */
	int depth;
	size_t n;         /* directives so far */
	struct problems *problems;
};

/* A list of directives that grows. */
struct list {
	struct directive *directives;
	size_t n, room;
};

static void
say(struct reader *reader, int line, const char *code, const char *arg)
{
	problems_add(reader->problems, reader->file, line, code, arg, NULL);
}

/* The next line without its end, or false when there is none. */
static bool
next_line(struct reader *reader, const char **ret_line, size_t *ret_size)
{
	const char *newline;
	size_t size;

	if (reader->at == reader->end)
		return false;
	newline = memchr(reader->at, '\n', (size_t)(reader->end - reader->at));
	size = (size_t)((newline == NULL ? reader->end : newline) -
	    reader->at);
	*ret_line = reader->at;
	reader->at += size + (newline != NULL);
	reader->line++;
	if (size > 0 && (*ret_line)[size - 1] == '\r')
		size--;
	*ret_size = size;
	return true;
}

static bool
is_blank(char byte)
{
	return byte == ' ' || byte == '\t';
}

static void
trim(const char **line, size_t *size)
{
	while (*size > 0 && is_blank(**line)) {
		(*line)++;
		(*size)--;
	}
	while (*size > 0 && is_blank((*line)[*size - 1]))
		(*size)--;
}

/* The lines up to ">>" as one word. */
static const char *
take_block(struct reader *reader)
{
	int from = reader->line;
	const char *line, *text;
	size_t size, kept = 0;
	bool is_closed = false;
	scoped_buf block;

	buf_init(&block, WORD_MAX);
	while (!is_closed && next_line(reader, &line, &size)) {
		trim(&line, &size);
		is_closed = size == 2 && memcmp(line, ">>", 2) == 0;
		if (is_closed || (size == 0 && block.size == 0))
			continue;
		buf_add(&block, line, size);
		if (size > 0)
			kept = block.size;
		buf_char(&block, '\n');
	}
	if (!is_closed)
		say(reader, from, "syntax.open-block", NULL);
	if (block.is_over)
		say(reader, from, "syntax.long-word", NULL);
	text = block.text == NULL ? "" : block.text;
	return arena_bytes(reader->problems->arena, text,
	    kept < block.size ? kept : block.size);
}

/* A word in quotes; at stands behind the opening one. */
static const char *
take_quoted(struct reader *reader, const char **at, const char *end)
{
	const char *from = *at;
	scoped_buf word;

	buf_init(&word, WORD_MAX);
	buf_text(&word, "");
	for (; *at < end && **at != '"'; (*at)++) {
		char byte = **at;

		if (byte == '\\' && *at + 1 < end) {
			byte = *++*at;
			if (byte == 'n')
				byte = '\n';
			else if (byte != '"' && byte != '\\')
				say(reader, reader->line, "syntax.escape",
				    NULL);
		}
		buf_char(&word, byte);
	}
	if (*at == end)
		say(reader, reader->line, "syntax.open-quote",
		    arena_bytes(reader->problems->arena, from,
		    (size_t)(end - from) > 20 ? 20 : (size_t)(end - from)));
	else
		(*at)++;
	if (word.is_over)
		say(reader, reader->line, "syntax.long-word", NULL);
	return arena_bytes(reader->problems->arena, word.text, word.size);
}

static const char *
take_bare(struct reader *reader, const char **at, const char *end)
{
	const char *from = *at;

	while (*at < end && !is_blank(**at) && **at != '"')
		(*at)++;
	return arena_bytes(reader->problems->arena, from,
	    (size_t)(*at - from));
}

/* What a line holds, before it is made a directive. */
struct words {
	const char *word[DIRECTIVE_WORDS_MAX + 1];
	size_t n;
	bool opens;  /* '{' was last */
	bool closes; /* '}' alone */
};

static void
take_words(struct reader *reader, const char *line, size_t size,
    struct words *words)
{
	const char *at = line, *end = line + size;

	while (at < end) {
		const char *word;
		bool is_quoted = *at == '"';

		if (is_blank(*at)) {
			at++;
			continue;
		}
		if (*at == '#')
			return;
		if (is_quoted)
			at++;
		word = is_quoted ? take_quoted(reader, &at, end) :
				   take_bare(reader, &at, end);
		if (words->opens || words->closes)
			say(reader, reader->line, "syntax.after-brace", word);
		else if (!is_quoted && strcmp(word, "{") == 0)
			words->opens = true;
		else if (!is_quoted && strcmp(word, "}") == 0)
			words->closes = true;
		else if (!is_quoted && strcmp(word, "<<") == 0)
			words->word[words->n++] = take_block(reader);
		else if (words->n <= DIRECTIVE_WORDS_MAX)
			words->word[words->n++] = word;
		if (words->n > DIRECTIVE_WORDS_MAX) {
			say(reader, reader->line, "syntax.many-words", NULL);
			return;
		}
	}
}

static void take_directives(struct reader *reader, struct list *list);

static void
add_directive(struct reader *reader, struct list *list,
    const struct words *words, int line)
{
	struct arena *arena = reader->problems->arena;
	struct directive directive = { .line = line };
	struct list children = { 0 };
	const char **rest;

	if (words->n == 0) {
		say(reader, line, "syntax.no-name", NULL);
		directive.name = "";
	} else {
		rest = arena_array(arena, words->n, sizeof *rest);
		memcpy(rest, words->word, words->n * sizeof *rest);
		directive.name = rest[0];
		directive.words = rest + 1;
		directive.n_words = words->n - 1;
	}
	if (words->opens) {
		take_directives(reader, &children);
		directive.children = children.directives;
		directive.n_children = children.n;
	}
	list->directives = arena_grow(arena, list->directives, list->n,
	    &list->room, sizeof *list->directives);
	list->directives[list->n++] = directive;
}

/* Everything up to the brace that closes, or the end of the file. */
static void
take_directives(struct reader *reader, struct list *list)
{
	int from = reader->line;
	const char *line;
	size_t size;

	if (++reader->depth > DIRECTIVE_DEPTH_MAX) {
		say(reader, from, "syntax.deep", NULL);
		reader->at = reader->end;
	}
	while (next_line(reader, &line, &size)) {
		struct words words = { .n = 0 };
		int number = reader->line;

		take_words(reader, line, size, &words);
		if (words.closes && words.n > 0)
			say(reader, number, "syntax.brace-line", NULL);
		if (words.closes && reader->depth == 1) {
			say(reader, number, "syntax.extra-brace", NULL);
			continue;
		}
		if (words.closes) {
			reader->depth--;
			return;
		}
		if (words.n == 0 && !words.opens)
			continue;
		if (++reader->n > DIRECTIVES_MAX) {
			say(reader, number, "syntax.many", NULL);
			reader->at = reader->end;
			return;
		}
		add_directive(reader, list, &words, number);
	}
	if (--reader->depth > 0)
		say(reader, from, "syntax.open-brace", NULL);
}

enum fail
directive_read(const char *file, const char *bytes, size_t size,
    struct problems *problems, struct document *ret_document, struct err *err)
{
	struct reader reader = { .file = arena_text(problems->arena, file),
		.at = bytes, .end = bytes + size, .problems = problems };
	struct list list = { 0 };
	enum fail fail;

	if (size > DIRECTIVE_FILE_MAX)
		say(&reader, 0, "file.too-large", file);
	else if (!text_is_valid(bytes, size))
		say(&reader, 0, "syntax.not-utf8", NULL);
	else
		take_directives(&reader, &list);
	fail = problems_fail(problems, err);
	if (fail)
		return fail;
	*ret_document = (struct document){ reader.file, list.directives,
		list.n };
	return FAIL_NONE;
}

enum fail
directive_load(const char *path, struct problems *problems,
    struct document *ret_document, struct err *err)
{
	const char *slash = strrchr(path, '/');
	char *bytes = NULL;
	size_t size = 0;
	enum fail fail;

	fail = file_read(path, DIRECTIVE_FILE_MAX, problems->arena, &bytes,
	    &size, err);
	if (fail)
		return fail;
	return directive_read(slash == NULL ? path : slash + 1, bytes, size,
	    problems, ret_document, err);
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
		if (strcmp(directive->name, known[i]) == 0)
			return (int)i;
	likely = text_likely(directive->name, known, n);
	if (likely != NULL)
		problems_add(problems, document->file, directive->line,
		    "syntax.unknown-likely", directive->name, likely, NULL);
	else
		problems_add(problems, document->file, directive->line,
		    "syntax.unknown", directive->name, NULL);
	return -1;
}

char *
flow_text(struct arena *arena, const char *block)
{
	char *text = arena_text(arena, block);
	size_t to = 0;

	for (size_t at = 0; text[at] != '\0'; at++) {
		if (text[at] != '\n') {
			text[to++] = text[at];
		} else if (text[at + 1] != '\n') {
			text[to++] = ' ';
		} else {
			while (text[at + 1] == '\n')
				at++;
			text[to++] = '\n';
		}
	}
	text[to] = '\0';
	return text;
}
