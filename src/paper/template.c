#include "paper/template.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"

/* The words of the syntax: how many texts each takes, and what those are. */
static const struct node_word {
	const char *name;
	enum paper_kind kind;
	size_t least, most; /* words after the name */
	bool has_children;
	bool has_text; /* words may hold {names}; else the first is a name */
} node_words[] = {
	{ "center", PAPER_CENTER, 1, 1, false, true },
	{ "title", PAPER_TITLE, 1, 1, false, true },
	{ "text", PAPER_TEXT, 1, 1, false, true },
	{ "item", PAPER_ITEM, 2, 2, false, true },
	{ "pair", PAPER_PAIR, 2, 2, false, true },
	{ "row", PAPER_ROW, 2, 2, false, true },
	{ "check", PAPER_CHECK, 3, 3, false, true },
	{ "sign", PAPER_SIGN, 4, 4, false, true },
	{ "rule", PAPER_RULE, 0, 0, false, true },
	{ "double", PAPER_DOUBLE, 0, 0, false, true },
	{ "blank", PAPER_BLANK, 0, 0, false, true },
	{ "when", PAPER_WHEN, 1, 16, true, false },
	{ "unless", PAPER_UNLESS, 1, 16, true, false },
	{ "each", PAPER_EACH, 1, 1, true, false },
	{ "wide", PAPER_WIDE, 0, 0, true, true },
	{ "narrow", PAPER_NARROW, 0, 0, true, true },
	{ "word", PAPER_WORD, 2, 2, false, true },
};

struct reader {
	const struct document *document;
	bool (*is_known)(const char *name);
	struct problems *problems;
};

enum { NAME_SIZE = 64, VERSION_DIGITS_MAX = 4 };

static bool
is_version(const char *word)
{
	return text_is_digits(word, 0) && strlen(word) <= VERSION_DIGITS_MAX;
}

/* Every {name} inside a text must be one that can be filled in. */
static void
check_text(const struct reader *reader, const char *text, int line)
{
	const char *open, *close;
	char name[NAME_SIZE];

	for (open = strchr(text, '{'); open != NULL;
	     open = strchr(close, '{')) {
		close = strchr(open, '}');
		if (close == NULL || close - open > NAME_SIZE - 1) {
			problems_add(reader->problems, reader->document->file,
			    line, "paper.brace", NULL);
			return;
		}
		memcpy(name, open + 1, (size_t)(close - open) - 1);
		name[close - open - 1] = '\0';
		if (!reader->is_known(name))
			problems_add(reader->problems, reader->document->file,
			    line, "paper.unknown-name", name, NULL);
	}
}

static void
check_words(const struct reader *reader, const struct node_word *word,
    const struct directive *directive)
{
	if (directive->n_words < word->least ||
	    directive->n_words > word->most) {
		problems_add(reader->problems, reader->document->file,
		    directive->line, "paper.words", directive->name, NULL);
		return;
	}
	if (!word->has_text) {
		if (!reader->is_known(directive->words[0]))
			problems_add(reader->problems, reader->document->file,
			    directive->line, "paper.unknown-name",
			    directive->words[0], NULL);
		return;
	}
	for (size_t i = 0; i < directive->n_words; i++)
		check_text(reader, directive->words[i], directive->line);
}

static const struct node_word *
find_word(const struct reader *reader, const struct directive *directive)
{
	const char *names[array_length(node_words)];
	int at;

	for (size_t i = 0; i < array_length(node_words); i++)
		names[i] = node_words[i].name;
	at = directive_known(reader->document, directive, names,
	    array_length(names), reader->problems);
	return at < 0 ? NULL : &node_words[at];
}

/* Is there an "each" among these, or below them? */
static bool
has_each(const struct directive *directives, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(directives[i].name, "each") == 0 ||
		    has_each(directives[i].children, directives[i].n_children))
			return true;
	return false;
}

/* An entry has no list of its own; lists in lists would only be long. */
static void
check_children(const struct reader *reader, const struct node_word *word,
    const struct directive *directive)
{
	if (!word->has_children && directive->n_children > 0)
		problems_add(reader->problems, reader->document->file,
		    directive->line, "paper.children", directive->name, NULL);
	if (word->kind == PAPER_EACH &&
	    has_each(directive->children, directive->n_children))
		problems_add(reader->problems, reader->document->file,
		    directive->line, "paper.each", NULL);
}

static const struct paper_node *
read_nodes(
    const struct reader *reader, const struct directive *directives, size_t n)
{
	struct paper_node *nodes =
	    arena_array(reader->problems->arena, n, sizeof *nodes);

	for (size_t i = 0; i < n; i++) {
		const struct directive *directive = &directives[i];
		const struct node_word *word = find_word(reader, directive);

		if (word == NULL)
			continue;
		check_words(reader, word, directive);
		check_children(reader, word, directive);
		nodes[i].kind = word->kind;
		nodes[i].words = directive->words;
		nodes[i].n_words = directive->n_words;
		nodes[i].n_children = directive->n_children;
		nodes[i].children = read_nodes(
		    reader, directive->children, directive->n_children);
	}
	return nodes;
}

enum fail
paper_read(const struct document *document, bool (*is_known)(const char *name),
    struct problems *problems, struct paper *ret_paper, struct err *err)
{
	struct reader reader = { document, is_known, problems };
	const struct directive *head = document->directives;
	struct paper paper = { 0 };
	enum fail fail;

	if (document->n != 1 || strcmp(head->name, "paper") != 0 ||
	    head->n_words != 3 || !is_version(head->words[1]))
		problems_add(problems, document->file,
		    document->n > 0 ? head->line : 0, "paper.head", NULL);
	fail = problems_fail(problems, err);
	if (fail)
		return fail;
	paper.name = head->words[0];
	paper.version = (int)strtol(head->words[1], NULL, 10);
	paper.title = head->words[2];
	paper.n = head->n_children;
	paper.nodes = read_nodes(&reader, head->children, head->n_children);
	fail = problems_fail(problems, err);
	if (fail)
		return fail;
	*ret_paper = paper;
	return FAIL_NONE;
}

const char *
paper_word(const struct paper *paper, const char *key)
{
	for (size_t i = 0; i < paper->n; i++)
		if (paper->nodes[i].kind == PAPER_WORD &&
		    strcmp(paper->nodes[i].words[0], key) == 0)
			return paper->nodes[i].words[1];
	return NULL;
}
