#include "base/directive.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/scan.h"

enum { DIRECTIVES_MAX = 100000, WORD_BYTES_MAX = 64 * 1024 };

/* What ended a line. */
enum line_end { END_PLAIN, END_BRACE, END_BLOCK };

struct reader {
	const char *file;
	struct problems *problems;
	struct arena *arena;
	struct scan scan;
	size_t n_directives;
	bool has_given_up; /* a ceiling: what follows is not looked at */
};

/* One line as it is taken apart; word[0] is the name. */
struct line {
	const char *begin, *at, *end;
	const char *word[1 + DIRECTIVE_WORDS_MAX];
	size_t n;
	enum line_end ended;
	bool is_wrong;
};

static void
say(struct reader *reader, int line, const char *code, const char *arg)
{
	problems_add(reader->problems, reader->file, line, code, arg, NULL);
	if (reader->problems->n >= PROBLEMS_MAX)
		reader->has_given_up = true;
}

/* A fault of the line that is being read. */
static void
say_here(
    struct reader *reader, struct line *line, const char *code, const char *arg)
{
	say(reader, reader->scan.line, code, arg);
	line->is_wrong = true;
}

static bool
is_blank(char byte)
{
	return byte == ' ' || byte == '\t';
}

static void
skip_blanks(struct line *line)
{
	while (line->at < line->end && is_blank(*line->at))
		line->at++;
}

/* Is nothing left on the line but blanks and a comment? */
static bool
is_at_end(struct line *line)
{
	skip_blanks(line);
	return line->at == line->end || *line->at == '#';
}

static void
add_word(
    struct reader *reader, struct line *line, const char *bytes, size_t size)
{
	if (size > WORD_BYTES_MAX)
		say_here(reader, line, "syntax.long-word", NULL);
	else if (line->n == array_length(line->word))
		say_here(reader, line, "syntax.many-words", NULL);
	else
		line->word[line->n++] = arena_bytes(reader->arena, bytes, size);
}

/* The character after a backslash, as it is meant; 0 when it means nothing. */
static char
escaped(char byte)
{
	if (byte == 'n')
		return '\n';
	if (byte == '"' || byte == '\\')
		return byte;
	return '\0';
}

static void
read_quoted(struct reader *reader, struct line *line)
{
	scoped_buf word = { 0 };
	char byte;

	buf_init(&word, DIRECTIVE_FILE_MAX);
	for (line->at++; line->at < line->end && *line->at != '"'; line->at++) {
		byte = *line->at;
		if (byte == '\\') {
			line->at++;
			byte = '\0';
			if (line->at < line->end)
				byte = escaped(*line->at);
			if (byte == '\0') {
				say_here(reader, line, "syntax.escape", NULL);
				return;
			}
		}
		buf_char(&word, byte);
	}
	if (line->at == line->end) {
		say_here(reader, line, "syntax.open-quote", NULL);
		return;
	}
	line->at++;
	if (line->at < line->end && !is_blank(*line->at))
		say_here(reader, line, "syntax.quote-joined", NULL);
	else
		add_word(reader, line, word.text, word.size);
}

static void
read_bare(struct reader *reader, struct line *line)
{
	const char *begin = line->at;
	bool is_odd = false;
	size_t size;

	while (line->at < line->end && !is_blank(*line->at)) {
		is_odd = is_odd || *line->at == '"' || *line->at == '{' ||
		    *line->at == '}';
		line->at++;
	}
	size = (size_t)(line->at - begin);
	if (size == 1 && *begin == '{')
		line->ended = END_BRACE;
	else if (size == 2 && memcmp(begin, "<<", 2) == 0)
		line->ended = END_BLOCK;
	else if (is_odd)
		say_here(reader, line, "syntax.needs-quotes",
		    arena_bytes(reader->arena, begin, size));
	else
		add_word(reader, line, begin, size);
}

/*
 * After a fault the line's end is still looked at, so that one fault does not
 * make all braces after it wrong.
 */
static void
look_at_end(struct line *line)
{
	size_t size = (size_t)(line->end - line->begin);

	while (size > 0 && is_blank(line->begin[size - 1]))
		size--;
	if (size >= 2 && line->begin[size - 1] == '{')
		line->ended = END_BRACE;
	if (size >= 3 && memcmp(line->begin + size - 3, " <<", 3) == 0)
		line->ended = END_BLOCK;
}

static void
read_words(struct reader *reader, struct line *line)
{
	while (
	    !line->is_wrong && line->ended == END_PLAIN && !is_at_end(line)) {
		if (*line->at != '"')
			read_bare(reader, line);
		else if (line->n == 0)
			say_here(reader, line, "syntax.no-name", NULL);
		else
			read_quoted(reader, line);
	}
	if (line->is_wrong) {
		look_at_end(line);
		return;
	}
	if (line->ended == END_PLAIN)
		return;
	if (line->n == 0)
		say_here(reader, line, "syntax.no-name", NULL);
	else if (!is_at_end(line))
		say_here(reader, line, "syntax.after-brace",
		    line->ended == END_BRACE ? "{" : "<<");
}

/* Add one line of a block to what is there of it. */
static void
add_block_line(struct buf *block, size_t *empty, const char *text, size_t size)
{
	if (size == 0) {
		++*empty;
		return;
	}
	if (block->size > 0)
		buf_repeat(block, '\n', *empty + 1);
	*empty = 0;
	buf_add(block, text, size);
}

/* The lines up to ">>", as one word of the line that opened them. */
static void
read_block(struct reader *reader, struct line *line)
{
	const int opened = reader->scan.line;
	scoped_buf block = { 0 };
	size_t size, empty = 0;
	const char *text;

	buf_init(&block, DIRECTIVE_FILE_MAX);
	for (;;) {
		text = scan_line(&reader->scan, &size);
		if (text == NULL) {
			say(reader, opened, "syntax.open-block", NULL);
			line->is_wrong = true;
			return;
		}
		while (size > 0 && is_blank(text[size - 1]))
			size--;
		while (size > 0 && is_blank(*text)) {
			text++;
			size--;
		}
		if (size == 2 && memcmp(text, ">>", 2) == 0)
			break;
		add_block_line(&block, &empty, text, size);
	}
	if (!line->is_wrong)
		add_word(reader, line, block.text, block.size);
}

static void read_children(struct reader *reader, int depth, int opened,
    const struct directive **ret_list, size_t *ret_n);

/* What a line says, with the block or the children that follow it. */
static void
read_directive(struct reader *reader, struct line *line, int depth,
    struct directive *directive)
{
	const struct directive *children = NULL;
	const int opened = reader->scan.line;
	size_t n_children = 0;

	read_words(reader, line);
	if (line->ended == END_BLOCK)
		read_block(reader, line);
	if (line->ended == END_BRACE && depth + 1 == DIRECTIVE_DEPTH_MAX) {
		say_here(reader, line, "syntax.deep", NULL);
		reader->has_given_up = true;
	} else if (line->ended == END_BRACE) {
		read_children(
		    reader, depth + 1, opened, &children, &n_children);
	}
	if (line->is_wrong)
		return;
	*directive = (struct directive){
		.name = line->word[0],
		.words = memcpy(
		    arena_array(reader->arena, line->n, sizeof(*line->word)),
		    line->word + 1, (line->n - 1) * sizeof(*line->word)),
		.n_words = line->n - 1,
		.line = opened,
		.children = children,
		.n_children = n_children,
	};
}

/* Is it a line with '}'? Says so when there is more on it. */
static bool
is_closing(struct reader *reader, struct line *line)
{
	if (*line->at != '}')
		return false;
	line->at++;
	if (!is_at_end(line))
		say_here(reader, line, "syntax.after-brace", "}");
	return true;
}

/*
 * Directives up to the '}' of depth, or up to the end of the file at depth 0;
 * opened is the line of the '{'.
 */
static void
read_children(struct reader *reader, int depth, int opened,
    const struct directive **ret_list, size_t *ret_n)
{
	struct directive *list = NULL;
	size_t n = 0, room = 0, size;
	const char *text;

	while (!reader->has_given_up) {
		struct directive directive = { 0 };
		struct line line = { 0 };

		text = scan_line(&reader->scan, &size);
		if (text == NULL) {
			if (depth > 0)
				say(reader, opened, "syntax.open-brace", NULL);
			break;
		}
		line.begin = line.at = text;
		line.end = text + size;
		if (is_at_end(&line))
			continue;
		if (is_closing(reader, &line)) {
			if (depth > 0)
				break;
			say(reader, reader->scan.line, "syntax.extra-brace",
			    NULL);
			continue;
		}
		if (++reader->n_directives > DIRECTIVES_MAX) {
			say_here(reader, &line, "syntax.many", NULL);
			reader->has_given_up = true;
			break;
		}
		read_directive(reader, &line, depth, &directive);
		if (line.is_wrong)
			continue;
		list = arena_grow(reader->arena, list, n, &room, sizeof(*list));
		list[n++] = directive;
	}
	*ret_list = list;
	*ret_n = n;
}

enum fail
directive_read(const char *file, const char *bytes, size_t size,
    struct problems *problems, struct document *ret_document, struct err *err)
{
	const size_t before = problems->n;
	struct reader reader = {
		.file = file, .problems = problems, .arena = problems->arena
	};
	struct document document = { .file = file };

	if (scan_text(file, &bytes, &size, DIRECTIVE_FILE_MAX, problems) > 0)
		return problems_fail(problems, err);
	reader.scan = (struct scan){ .at = bytes, .end = bytes + size };
	read_children(&reader, 0, 0, &document.directives, &document.n);
	if (problems->n > before)
		return problems_fail(problems, err);
	*ret_document = document;
	return FAIL_NONE;
}
