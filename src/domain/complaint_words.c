#include "domain/complaint_words.h"

#include <string.h>

#include "base/text.h"

struct reader {
	const struct document *document;
	struct problems *problems;
	struct complaint_words *words;
	struct channel_words *channels;
	struct book_list *lists;
	size_t lists_room;
	struct chain *chains;
	struct answer_template *templates;
};

static void
say(struct reader *reader, int line, const char *code, const char *arg)
{
	problems_add(reader->problems, reader->document->file, line, code,
	    arg, NULL);
}

/* Word i; "" when there are fewer, so that a problem is told only once. */
static const char *
word_at(const struct directive *directive, size_t i)
{
	const char *word = directive_word(directive, i);

	return word == NULL ? "" : word;
}

static bool
has_words(struct reader *reader, const struct directive *directive, size_t n)
{
	if (directive->n_words == n)
		return true;
	say(reader, directive->line, "complaints.words", directive->name);
	return false;
}

static void
take_channel(struct reader *reader, const struct directive *directive)
{
	static const char *const manners[] = { "lisan", "tulisan", "-" };
	struct complaint_words *words = reader->words;
	const char *manner = word_at(directive, 2);
	const char *brief = word_at(directive, 1);
	bool is_known = false;

	if (!has_words(reader, directive, 3))
		return;
	for (size_t i = 0; i < array_length(manners); i++)
		is_known = is_known || strcmp(manners[i], manner) == 0;
	if (!is_known)
		say(reader, directive->line, "complaints.manner", manner);
	if (text_columns(brief) > CHANNEL_BRIEF_MAX)
		say(reader, directive->line, "complaints.brief", brief);
	if (complaint_channel(words, directive->words[0]) != NULL)
		say(reader, directive->line, "complaints.twice",
		    directive->words[0]);
	reader->channels[words->n_channels++] = (struct channel_words){
		.key = directive->words[0], .brief = brief,
		.manner = strcmp(manner, "-") == 0 ? "" : manner };
}

/* The lines of a block as words: with a code, or the text alone. */
static const struct book_word *
take_words(struct reader *reader, const struct directive *block,
    const char *name, bool has_codes)
{
	const char *const names[] = { name };
	struct book_word *words = arena_array(reader->problems->arena,
	    block->n_children, sizeof *words);

	for (size_t i = 0; i < block->n_children; i++) {
		const struct directive *line = &block->children[i];

		if (directive_known(reader->document, line, names, 1,
		    reader->problems) < 0)
			continue;
		has_words(reader, line, has_codes ? 2 : 1);
		words[i].code = word_at(line, 0);
		words[i].text = word_at(line, has_codes ? 1 : 0);
		for (size_t j = 0; j < i; j++)
			if (words[j].code != NULL &&
			    strcmp(words[j].code, words[i].code) == 0)
				say(reader, line->line, "complaints.twice",
				    words[i].code);
	}
	if (block->n_children == 0)
		say(reader, block->line, "complaints.empty",
		    word_at(block, 0));
	return words;
}

/* A list with one name or several: the same words for each. */
static void
take_list(struct reader *reader, const struct directive *directive)
{
	struct complaint_words *words = reader->words;
	const struct book_word *list =
	    take_words(reader, directive, "word", false);

	if (directive->n_words == 0)
		has_words(reader, directive, 1);
	for (size_t i = 0; i < directive->n_words; i++) {
		if (complaint_list(words, directive->words[i]) != NULL)
			say(reader, directive->line, "complaints.twice",
			    directive->words[i]);
		reader->lists = arena_grow(reader->problems->arena,
		    reader->lists, words->n_lists, &reader->lists_room,
		    sizeof *reader->lists);
		reader->lists[words->n_lists++] = (struct book_list){
			.name = directive->words[i], .words = list,
			.n = directive->n_children };
		words->lists = reader->lists;
	}
}

static void
take_chain(struct reader *reader, const struct directive *directive)
{
	static const char *const classes[] = { "internal", "tim-teknis" };
	struct complaint_words *words = reader->words;
	bool is_known = false;

	if (!has_words(reader, directive, 1))
		return;
	for (size_t i = 0; i < array_length(classes); i++)
		is_known = is_known ||
		    strcmp(classes[i], directive->words[0]) == 0;
	if (!is_known)
		say(reader, directive->line, "complaints.class",
		    directive->words[0]);
	if (complaint_chain(words, directive->words[0]) != NULL)
		say(reader, directive->line, "complaints.twice",
		    directive->words[0]);
	reader->chains[words->n_chains++] = (struct chain){
		.class = directive->words[0],
		.levels = take_words(reader, directive, "level", true),
		.n = directive->n_children };
}

static void
take_template(struct reader *reader, const struct directive *directive)
{
	static const char *const known[] = { "problem", "text" };
	struct answer_template template = { .name = word_at(directive, 0),
		.title = word_at(directive, 1), .problem = "", .text = "" };

	if (!has_words(reader, directive, 2))
		return;
	for (size_t i = 0; i < directive->n_children; i++) {
		const struct directive *line = &directive->children[i];

		switch (directive_known(reader->document, line, known,
		    array_length(known), reader->problems)) {
		case 0: template.problem = word_at(line, 0); break;
		case 1:
			template.text = flow_text(reader->problems->arena,
			    word_at(line, 0));
			break;
		}
	}
	if (*template.text == '\0')
		say(reader, directive->line, "complaints.empty",
		    template.name);
	for (size_t i = 0; i < reader->words->n_templates; i++)
		if (strcmp(reader->templates[i].name, template.name) == 0)
			say(reader, directive->line, "complaints.twice",
			    template.name);
	reader->templates[reader->words->n_templates++] = template;
}

static void
take(struct reader *reader, const struct directive *directive)
{
	static const char *const known[] = { "channel", "list", "chain",
		"template" };

	switch (directive_known(reader->document, directive, known,
	    array_length(known), reader->problems)) {
	case 0: take_channel(reader, directive); break;
	case 1: take_list(reader, directive); break;
	case 2: take_chain(reader, directive); break;
	case 3: take_template(reader, directive); break;
	}
}

enum fail
complaint_words_read(const struct document *document,
    struct problems *problems, struct complaint_words *ret_words,
    struct err *err)
{
	const struct directive *head = document->directives;
	struct complaint_words words = { 0 };
	struct reader reader = { .document = document, .problems = problems,
		.words = &words };
	enum fail fail;

	if (document->n != 1 || strcmp(head->name, "complaints") != 0 ||
	    head->n_words != 1)
		problems_add(problems, document->file,
		    document->n > 0 ? head->line : 0, "complaints.head", NULL);
	fail = problems_fail(problems, err);
	if (fail)
		return fail;
	words.version = head->words[0];
	words.channels = reader.channels = arena_array(problems->arena,
	    head->n_children, sizeof *reader.channels);
	words.chains = reader.chains = arena_array(problems->arena,
	    head->n_children, sizeof *reader.chains);
	words.templates = reader.templates = arena_array(problems->arena,
	    head->n_children, sizeof *reader.templates);
	for (size_t i = 0; i < head->n_children; i++)
		take(&reader, &head->children[i]);
	fail = problems_fail(problems, err);
	if (fail)
		return fail;
	*ret_words = words;
	return FAIL_NONE;
}

const struct channel_words *
complaint_channel(const struct complaint_words *words, const char *key)
{
	for (size_t i = 0; i < words->n_channels; i++)
		if (strcmp(words->channels[i].key, key) == 0)
			return &words->channels[i];
	return NULL;
}

const struct book_list *
complaint_list(const struct complaint_words *words, const char *name)
{
	for (size_t i = 0; i < words->n_lists; i++)
		if (strcmp(words->lists[i].name, name) == 0)
			return &words->lists[i];
	return NULL;
}

const struct chain *
complaint_chain(const struct complaint_words *words, const char *class)
{
	for (size_t i = 0; i < words->n_chains; i++)
		if (strcmp(words->chains[i].class, class) == 0)
			return &words->chains[i];
	return NULL;
}

/* Where a level stands in its chain; n when it is not of it. */
static size_t
level_at(const struct chain *chain, const char *level)
{
	size_t i = 0;

	while (i < chain->n && strcmp(chain->levels[i].code, level) != 0)
		i++;
	return i;
}

const char *
complaint_level_text(const struct complaint_words *words, const char *class,
    const char *level)
{
	const struct chain *chain = complaint_chain(words, class);
	size_t i = chain == NULL ? 0 : level_at(chain, level);

	return chain == NULL || i == chain->n ? level : chain->levels[i].text;
}

const struct book_word *
complaint_level_above(const struct complaint_words *words, const char *class,
    const char *level)
{
	const struct chain *chain = complaint_chain(words, class);
	size_t i = chain == NULL ? 0 : level_at(chain, level);

	return chain == NULL || i + 1 >= chain->n ? NULL :
	    &chain->levels[i + 1];
}
