#ifndef DOMAIN_PASSPHRASE_H
#define DOMAIN_PASSPHRASE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/err.h"
#include "base/fact.h"
#include "base/problem.h"

/*
 * What a passphrase must be: 15 characters or more, on no list of common
 * ones, not one's own name again and again. No rule about digits or capitals,
 * no date to change it by (NIST SP 800-63B). How it is verified:
 * base/crypto.h.
 */
enum {
	PASSPHRASE_CHARACTERS_MIN = 15,
	PASSPHRASE_BYTES_MAX = 256,
	PASSPHRASE_SUGGESTED_WORDS = 4,
	PASSPHRASE_WORDS_MIN = 2048, /* 44 bits in four words */
	PASSPHRASE_LIST_MAX = 20000,
};

/* One word or phrase a line. */
struct phrase_list {
	const char *const *phrases;
	size_t n;
};

struct passphrase_rules {
	struct phrase_list words;   /* data/words-id.txt */
	struct phrase_list refused; /* data/passphrases-refused.txt */
};

/*
 * Read a list into rules, which begin as { 0 }: lines, '#' comments. The words
 * must be at least PASSPHRASE_WORDS_MIN different ones of 4 to 8 letters a-z,
 * in the order of the alphabet. All problems are added; FAIL_INVALID when
 * there are any. Lives in the arena of problems.
 */
enum fail passphrase_words_read(const char *file, const char *bytes,
    size_t size, struct problems *problems, struct passphrase_rules *rules,
    struct err *err) must_check nonnull(1, 2, 4, 5);
enum fail passphrase_refused_read(const char *file, const char *bytes,
    size_t size, struct problems *problems, struct passphrase_rules *rules,
    struct err *err) must_check nonnull(1, 2, 4, 5);

/*
 * May this be somebody's passphrase? own is what belongs to the person (name,
 * staff id), n_own of them. false: fact says why.
 */
bool passphrase_is_allowed(const struct passphrase_rules *rules,
    const char *passphrase, const char *const *own, size_t n_own,
    struct fact *fact) must_check nonnull(1, 2);

/* Append four words drawn evenly, joined by blanks. */
void passphrase_suggest(const struct passphrase_rules *rules,
    const struct entropy *entropy, struct buf *out) nonnull(1, 2, 3);

#endif
