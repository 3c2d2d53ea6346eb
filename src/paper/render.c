#include "paper/render.h"

#include <string.h>

#include "base/text.h"
#include "paper/lines.h"

struct page {
	const struct paper_source *source;
	struct lines lines;
	const char *list; /* inside "each", else NULL */
	size_t index;
};

enum {
	A4_COLUMNS = 72,
	A4_MARGIN = 4,
	A4_LINES = 62,
	ROLL_COLUMNS = 48,
	LABEL_WIDE = 24,   /* of a pair, on A4 */
	LABEL_NARROW = 11, /* of a pair, on a roll */
	TEXT_MAX = 1 << 16,
	NAME_MAX_SIZE = 64,
};

struct paper_size
paper_a4(void)
{
	return (struct paper_size){ A4_COLUMNS, A4_MARGIN, A4_LINES, true };
}

struct paper_size
paper_roll(void)
{
	return (struct paper_size){ ROLL_COLUMNS, 0, 0, false };
}

static const char *
value_of(const struct page *page, const char *name)
{
	const struct paper_source *source = page->source;
	const char *value =
	    source->value(source->context, name, page->list, page->index);

	return value == NULL ? "" : value;
}

/* The template's own words; a tab or the end of a line is one blank. */
static void
add_plain(struct buf *out, const char *text, size_t size)
{
	for (size_t i = 0; i < size; i++)
		buf_char(
		    out, text[i] == '\t' || text[i] == '\n' ? ' ' : text[i]);
}

/* A template's text with every {name} filled in and made harmless. */
static void
fill(const struct page *page, const char *text, struct buf *out)
{
	char name[NAME_MAX_SIZE];
	const char *open, *close, *value;

	for (; (open = strchr(text, '{')) != NULL; text = close + 1) {
		add_plain(out, text, (size_t)(open - text));
		close = strchr(open, '}');
		if (close == NULL || close - open > NAME_MAX_SIZE - 1)
			return;
		memcpy(name, open + 1, (size_t)(close - open) - 1);
		name[close - open - 1] = '\0';
		value = value_of(page, name);
		text_sanitise(value, strlen(value), out);
	}
	add_plain(out, text, strlen(text));
}

/* To capitals where that is one ASCII letter; titles are ASCII. */
static void
capitals(char *text)
{
	for (; *text != '\0'; text++)
		if (*text >= 'a' && *text <= 'z')
			*text = (char)(*text - 'a' + 'A');
}

static bool
is_one_of(const struct page *page, const struct paper_node *node)
{
	const char *value = value_of(page, node->words[0]);

	if (node->n_words == 1)
		return *value != '\0';
	for (size_t i = 1; i < node->n_words; i++)
		if (strcmp(value, node->words[i]) == 0)
			return true;
	return false;
}

static void put_node(struct page *page, const struct paper_node *node);

static void
put_children(struct page *page, const struct paper_node *node)
{
	for (size_t i = 0; i < node->n_children; i++)
		put_node(page, &node->children[i]);
}

static void
put_each(struct page *page, const struct paper_node *node)
{
	struct page inside = *page;
	size_t n = page->source->count(page->source->context, node->words[0]);

	inside.list = node->words[0];
	for (inside.index = 0; inside.index < n; inside.index++)
		put_children(&inside, node);
	page->lines.line = inside.lines.line;
}

/* A node of text whose words are filled in. */
static void
put_words(struct lines *lines, enum paper_kind kind, struct buf word[4])
{
	size_t label = lines->size.is_wide ? LABEL_WIDE : LABEL_NARROW;
	const char *const text[] = { word[0].text, word[1].text, word[2].text,
		word[3].text };

	if (kind == PAPER_TITLE)
		capitals(word[0].text);
	if (kind == PAPER_TITLE || kind == PAPER_CENTER)
		lines_centered(lines, text[0]);
	else if (kind == PAPER_ITEM)
		lines_hanging(
		    lines, text[0], text_columns(text[0]) + 1, text[1]);
	else if (kind == PAPER_PAIR)
		lines_hanging(lines, text[0], label, text[1]);
	else if (kind == PAPER_ROW)
		lines_row(lines, text[0], text[1]);
	else if (kind == PAPER_CHECK)
		lines_check(lines, text[0], text[1], text[2]);
	else if (kind == PAPER_SIGN)
		lines_sign(lines, text);
	else
		lines_hanging(lines, "", 0, text[0]);
}

static void
put_text(struct page *page, const struct paper_node *node)
{
	struct buf word[4];

	for (size_t i = 0; i < array_length(word); i++) {
		buf_init(&word[i], TEXT_MAX);
		buf_text(&word[i], "");
		if (i < node->n_words)
			fill(page, node->words[i], &word[i]);
		if (word[i].is_over)
			page->lines.out->is_over = true;
	}
	if (!page->lines.out->is_over)
		put_words(&page->lines, node->kind, word);
	for (size_t i = 0; i < array_length(word); i++)
		buf_done(&word[i]);
}

static void
put_node(struct page *page, const struct paper_node *node)
{
	switch (node->kind) {
	case PAPER_CENTER:
	case PAPER_TITLE:
	case PAPER_TEXT:
	case PAPER_ITEM:
	case PAPER_PAIR:
	case PAPER_ROW:
	case PAPER_CHECK:
	case PAPER_SIGN: put_text(page, node); break;
	case PAPER_RULE: lines_rule(&page->lines, '-'); break;
	case PAPER_DOUBLE: lines_rule(&page->lines, '='); break;
	case PAPER_BLANK: lines_blank(&page->lines); break;
	case PAPER_WHEN:
		if (is_one_of(page, node))
			put_children(page, node);
		break;
	case PAPER_UNLESS:
		if (!is_one_of(page, node))
			put_children(page, node);
		break;
	case PAPER_EACH: put_each(page, node); break;
	case PAPER_WIDE:
		if (page->lines.size.is_wide)
			put_children(page, node);
		break;
	case PAPER_NARROW:
		if (!page->lines.size.is_wide)
			put_children(page, node);
		break;
	case PAPER_WORD: break;
	}
}

void
paper_render(const struct paper *paper, const struct paper_source *source,
    struct paper_size size, struct buf *out)
{
	struct page page = { .source = source, .lines = { size, out, 0 } };

	for (size_t i = 0; i < paper->n; i++)
		put_node(&page, &paper->nodes[i]);
}
