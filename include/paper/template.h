#ifndef PAPER_TEMPLATE_H
#define PAPER_TEMPLATE_H

#include <stddef.h>

#include "base/directive.h"

/*
 * A paper's text as data: forms/NAME.paper in the house's one syntax, read
 * into nodes. forms/README tells every word. What stands in braces inside a
 * text is the name of a value and is filled in by paper/render.h.
 */
enum paper_kind {
	PAPER_CENTER, /* one text, centred */
	PAPER_TITLE,  /* the same, in capitals */
	PAPER_TEXT,   /* one text, wrapped */
	PAPER_ITEM,   /* mark, text: hanging indent */
	PAPER_PAIR,   /* label, text: two columns */
	PAPER_ROW,    /* left, right: the right one at the margin */
	PAPER_CHECK,  /* mark, text, result: an item with a right column */
	PAPER_SIGN,   /* left, right: two places to sign, with names below */
	PAPER_RULE,   /* a line of '-' */
	PAPER_DOUBLE, /* a line of '=' */
	PAPER_BLANK,  /* an empty line */
	PAPER_WHEN,   /* children, when the value is one of the words */
	PAPER_UNLESS, /* children, when it is none of them */
	PAPER_EACH,   /* children, once for each entry of a list */
	PAPER_WIDE,   /* children, on A4 only */
	PAPER_NARROW, /* children, on the receipt roll only */
	PAPER_WORD,   /* key, text: prints nothing, for paper_word() */
};

struct paper_node {
	enum paper_kind kind;
	const char *const *words; /* as many as the kind needs */
	size_t n_words;
	const struct paper_node *children;
	size_t n_children;
};

struct paper {
	const char *name;
	int version;
	const char *title;
	const struct paper_node *nodes;
	size_t n;
};

/*
 * Read a document that holds one "paper NAME VERSION TITLE { ... }". All
 * problems are reported ("paper.…", "syntax.…"): unknown words with the
 * likely one, missing words, and names of values or lists that is_known does
 * not accept. Everything lives in the arena of problems.
 */
enum fail paper_read(const struct document *document,
    bool (*is_known)(const char *name), struct problems *problems,
    struct paper *ret_paper, struct err *err) must_check;

/*
 * The text of "word KEY TEXT" at the top of a paper: a word that no template
 * can hold, because which one is wanted depends on a value ("result.B").
 * NULL when there is none.
 */
const char *paper_word(const struct paper *paper, const char *key)
    nonnull(1, 2);

#endif
