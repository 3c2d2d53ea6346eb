#ifndef SCREENS_WORDS_H
#define SCREENS_WORDS_H

#include <stddef.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/fact.h"

/*
 * Every sentence a person reads, by code. Lower rooms report facts (a code and
 * arguments, base/fact.h); here stands what is said, in Bahasa Indonesia, {1}
 * to {4} for the arguments. The sentences stand in one file for each theme,
 * words_*.c, each an array; words.c joins them.
 */
struct word {
	const char *code;
	const char *sentence;
};

struct words {
	const struct word *list;
	size_t n;
};

/* One for each words_*.c; words.c lists them. */
extern const struct words words_alike, words_base, words_book, words_case,
    words_cli, words_desk, words_doctor, words_duty, words_exchange,
    words_forms, words_home, words_identity,
    words_paper, words_screens, words_standard, words_store, words_sync,
    words_ui;

/* The raw sentence for a code; NULL when there is none. */
const char *words_find(const char *code) nonnull(1);

/* As words_find, but a code without a sentence gives the code itself. */
const char *words(const char *code) nonnull(1);

/* Append the sentence of a fact, arguments filled in. */
void words_say(const struct fact *fact, struct buf *out) nonnull(1, 2);

/* The same for a code and up to four arguments, ended by NULL. */
void words_print(struct buf *out, const char *code, ...) sentinel nonnull(1, 2);

/*
 * What to tell a person about a failed call: its fact's sentence, or else the
 * sentence for its kind ("fail.busy", ...) with the fact for the log.
 */
void words_err(const struct err *err, struct buf *out) nonnull(1, 2);

/* All tables, for the test that compares codes and sentences. */
const struct words *const *words_all(size_t *ret_n) nonnull(1);

#endif
