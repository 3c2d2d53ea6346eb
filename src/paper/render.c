#include "paper/render.h"

#include <string.h>

#include "base/text.h"
#include "base/wrap.h"

struct page {
	const struct paper_source *source;
	struct paper_size size;
	struct buf *out;
	size_t line;      /* lines on this page so far */
	const char *list; /* inside "each", else NULL */
	size_t index;
};

enum {
	A4_COLUMNS = 72,
	A4_MARGIN = 4,
	A4_LINES = 62,
	ROLL_COLUMNS = 48,
	LABEL_WIDE = 24,   /* of a pair, on A4 */
	LABEL_NARROW = 10, /* of a pair, on a roll */
	SIGN_LINES = 3,    /* room for a signature */
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
	const char *value = source->value(source->context, name, page->list,
	    page->index);

	return value == NULL ? "" : value;
}

/* A template's text with every {name} filled in and made harmless. */
static void
fill(const struct page *page, const char *text, struct buf *out)
{
	char name[NAME_MAX_SIZE];
	const char *open, *close, *value;

	for (; (open = strchr(text, '{')) != NULL; text = close + 1) {
		buf_add(out, text, (size_t)(open - text));
		close = strchr(open, '}');
		if (close == NULL || close - open > NAME_MAX_SIZE - 1)
			return;
		memcpy(name, open + 1, (size_t)(close - open) - 1);
		name[close - open - 1] = '\0';
		value = value_of(page, name);
		text_sanitise(value, strlen(value), out);
	}
	buf_text(out, text);
}

static void
end_line(struct page *page)
{
	buf_char(page->out, '\n');
	page->line++;
	if (page->size.lines > 0 && page->line == page->size.lines) {
		buf_char(page->out, '\f');
		page->line = 0;
	}
}

static void
put_line(struct page *page, size_t indent, const char *text, size_t size)
{
	if (size > 0)
		buf_repeat(page->out, ' ', page->size.margin + indent);
	buf_add(page->out, text, size);
	end_line(page);
}

static void
put_rule(struct page *page, char byte)
{
	buf_repeat(page->out, ' ', page->size.margin);
	buf_repeat(page->out, byte, page->size.columns);
	end_line(page);
}

/*
 * Text wrapped into the columns right of a head of its own (a label or a
 * mark), which stands on the first line.
 */
static void
put_hanging(struct page *page, const char *head, size_t indent,
    const char *text)
{
	scoped_arena arena = arena_new();
	struct wrap wrap = wrap_text(arena, text, page->size.columns - indent);
	size_t columns = text_columns(head);

	for (size_t i = 0; i < wrap.n; i++) {
		const struct wrap_line *line = &wrap.line[i];

		if (i > 0) {
			put_line(page, indent, text + line->begin,
			    line->end - line->begin);
			continue;
		}
		buf_repeat(page->out, ' ', page->size.margin);
		buf_text(page->out, head);
		if (line->end > line->begin && columns < indent)
			buf_repeat(page->out, ' ', indent - columns);
		buf_add(page->out, text + line->begin,
		    line->end - line->begin);
		end_line(page);
	}
}

static void
put_centered(struct page *page, const char *text)
{
	scoped_arena arena = arena_new();
	struct wrap wrap = wrap_text(arena, text, page->size.columns);

	for (size_t i = 0; i < wrap.n; i++) {
		const struct wrap_line *line = &wrap.line[i];
		size_t size = line->end - line->begin;
		size_t columns = text_columns_n(text + line->begin, size);

		put_line(page, (page->size.columns - columns) / 2,
		    text + line->begin, size);
	}
}

/* Left and right on one line; the right one on a line of its own when both do
 * not fit. */
static void
put_row(struct page *page, const char *left, const char *right)
{
	size_t a = text_columns(left), b = text_columns(right);

	if (a + 1 + b > page->size.columns) {
		put_hanging(page, "", 0, left);
		a = 0;
		left = "";
	}
	if (b > page->size.columns) {
		put_hanging(page, "", 0, right);
		return;
	}
	buf_repeat(page->out, ' ', page->size.margin);
	buf_text(page->out, left);
	if (b > 0)
		buf_repeat(page->out, ' ', page->size.columns - a - b);
	buf_text(page->out, right);
	end_line(page);
}

static void
put_column(struct page *page, size_t columns, const char *text)
{
	size_t size = text_fit_columns(text, columns);

	buf_add(page->out, text, size);
	buf_repeat(page->out, ' ', columns - text_columns_n(text, size));
}

static void
put_sign(struct page *page, const struct buf word[4])
{
	size_t half = page->size.columns / 2;

	for (size_t i = 0; i < 4; i += 2) {
		buf_repeat(page->out, ' ', page->size.margin);
		put_column(page, half, word[i].text);
		buf_add(page->out, word[i + 1].text,
		    text_fit_columns(word[i + 1].text, half));
		end_line(page);
		for (size_t j = 0; i == 0 && j < SIGN_LINES; j++)
			end_line(page);
	}
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
	page->line = inside.line;
}

/* A node of text whose words are filled in. */
static void
put_words(struct page *page, enum paper_kind kind, const struct buf word[4])
{
	size_t label = page->size.is_wide ? LABEL_WIDE : LABEL_NARROW;

	if (kind == PAPER_TITLE)
		capitals(word[0].text);
	if (kind == PAPER_TITLE || kind == PAPER_CENTER)
		put_centered(page, word[0].text);
	else if (kind == PAPER_ITEM)
		put_hanging(page, word[0].text,
		    text_columns(word[0].text) + 1, word[1].text);
	else if (kind == PAPER_PAIR)
		put_hanging(page, word[0].text, label, word[1].text);
	else if (kind == PAPER_ROW)
		put_row(page, word[0].text, word[1].text);
	else if (kind == PAPER_SIGN)
		put_sign(page, word);
	else
		put_hanging(page, "", 0, word[0].text);
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
			page->out->is_over = true;
	}
	if (!page->out->is_over)
		put_words(page, node->kind, word);
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
	case PAPER_SIGN:
		put_text(page, node);
		break;
	case PAPER_RULE: put_rule(page, '-'); break;
	case PAPER_DOUBLE: put_rule(page, '='); break;
	case PAPER_BLANK: end_line(page); break;
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
		if (page->size.is_wide)
			put_children(page, node);
		break;
	case PAPER_NARROW:
		if (!page->size.is_wide)
			put_children(page, node);
		break;
	}
}

void
paper_render(const struct paper *paper, const struct paper_source *source,
    struct paper_size size, struct buf *out)
{
	struct page page = { .source = source, .size = size, .out = out };

	for (size_t i = 0; i < paper->n; i++)
		put_node(&page, &paper->nodes[i]);
}
