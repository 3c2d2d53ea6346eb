#ifndef DOMAIN_COMPLAINT_WORDS_H
#define DOMAIN_COMPLAINT_WORDS_H

#include <stddef.h>

#include "base/directive.h"
#include "base/err.h"

/*
 * The words of the complaint book that belong to the office and not to the
 * standard (data/complaints.conf): short names of channels, lists to pick
 * from, the levels of both chains, templates of answers. Everything lives in
 * the arena of the problems it was read with.
 */

/* What a channel is called in narrow places, and the manner it implies. */
struct channel_words {
	const char *key;    /* "b" */
	const char *brief;  /* "Loket": at most CHANNEL_BRIEF_MAX columns */
	const char *manner; /* "lisan", "tulisan", or "" when it depends */
};

enum { CHANNEL_BRIEF_MAX = 7 };

/* A code and what it is called. In open lists both are the same text. */
struct book_word {
	const char *code, *text;
};

/*
 * A list to pick from. An open one proposes, anything else may be typed
 * (field, sector, service_kind, agency, medium); its name is that of the
 * field.
 */
struct book_list {
	const char *name;
	const struct book_word *words;
	size_t n;
};

/* The levels of one way of settling, from the lowest to the last. */
struct chain {
	const char *class; /* "internal", "tim-teknis" */
	const struct book_word *levels;
	size_t n;
};

/* The text of an answer to begin with; {number} {name} ... are filled in as
 * in papers. problem: for which kind of problem, "" for all. */
struct answer_template {
	const char *name, *title, *problem, *text;
};

struct complaint_words {
	const char *version;
	const struct channel_words *channels;
	size_t n_channels;
	const struct book_list *lists;
	size_t n_lists;
	const struct chain *chains;
	size_t n_chains;
	const struct answer_template *templates;
	size_t n_templates;
};

/*
 * Read a document that holds one "complaints". Every problem is added
 * ("complaints.…"); FAIL_INVALID when there is one.
 */
enum fail complaint_words_read(const struct document *document,
    struct problems *problems, struct complaint_words *ret_words,
    struct err *err) must_check nonnull(1, 2, 3);

/* NULL when there is none. */
const struct channel_words *complaint_channel(
    const struct complaint_words *words, const char *key) nonnull(1, 2);
const struct book_list *complaint_list(const struct complaint_words *words,
    const char *name) nonnull(1, 2);
const struct chain *complaint_chain(const struct complaint_words *words,
    const char *class) nonnull(1, 2);

/* What a level of a class is called; the code itself when it is not known. */
const char *complaint_level_text(const struct complaint_words *words,
    const char *class, const char *level) nonnull(1, 2, 3);

/* The level above; NULL when it is the last, or not of that chain. */
const struct book_word *complaint_level_above(
    const struct complaint_words *words, const char *class,
    const char *level) nonnull(1, 2, 3);

#endif
