#include "domain/passphrase.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "base/crypto.h"
#include "base/text.h"

enum {
	OWN_LETTERS_MIN = 4,  /* a shorter name is part of too many words */
	OWN_LETTERS_LEFT = 8, /* must be there beside one's own name */
	FOLDED_MAX = PASSPHRASE_BYTES_MAX * 4,
	UNIT_MAX = 5, /* "abcde" again and again is no passphrase */
};

/* The part of a folded text between the digits at both its ends. */
static void
without_digits(const char *folded, const char **ret_begin, size_t *ret_size)
{
	size_t size = strlen(folded);
	size_t digits = strspn(folded, "0123456789");

	*ret_begin = folded + digits;
	size -= digits;
	while (size > 0 && (*ret_begin)[size - 1] >= '0' &&
	    (*ret_begin)[size - 1] <= '9')
		size--;
	*ret_size = size;
}

static bool
is_refused(const struct phrase_list *refused, const char *folded)
{
	scoped_buf phrase;
	const char *begin;
	size_t size;

	buf_init(&phrase, FOLDED_MAX);
	without_digits(folded, &begin, &size);
	for (size_t i = 0; i < refused->n; i++) {
		buf_clear(&phrase);
		text_fold(refused->phrases[i], false, &phrase);
		if (strcmp(phrase.text, folded) == 0)
			return true;
		if (phrase.size > 0 && phrase.size == size &&
		    memcmp(phrase.text, begin, size) == 0)
			return true;
	}
	return false;
}

/* One short unit again and again, or steps along the alphabet or digits. */
static bool
is_simple(const char *folded)
{
	size_t n = strlen(folded), steps = 0;

	for (size_t unit = 1; unit <= UNIT_MAX && unit < n; unit++)
		if (memcmp(folded, folded + unit, n - unit) == 0)
			return true;
	for (size_t i = 1; i < n; i++) {
		int step = folded[i] - folded[i - 1];

		steps += (step >= -1 && step <= 1) || step == 9 || step == -9;
	}
	return n < 2 || steps * 4 >= (n - 1) * 3;
}

/* What is left of a folded text when own is taken out wherever it stands. */
static size_t
left_without(char *folded, const char *own)
{
	size_t size = strlen(own);
	char *at;

	if (size < OWN_LETTERS_MIN)
		return strlen(folded);
	for (at = strstr(folded, own); at != NULL; at = strstr(at, own))
		memmove(at, at + size, strlen(at + size) + 1);
	return strlen(folded);
}

static bool
is_own(const char *folded, const char *const *own, size_t n_own)
{
	scoped_buf left, words;
	size_t n = strlen(folded);

	buf_init(&left, FOLDED_MAX);
	buf_init(&words, FOLDED_MAX);
	buf_text(&left, folded);
	for (size_t i = 0; i < n_own; i++) {
		char *word, *end;

		buf_clear(&words);
		text_fold(own[i], true, &words);
		for (word = words.text; *word != '\0'; word = end) {
			end = word + strcspn(word, " ");
			if (*end != '\0')
				*end++ = '\0';
			n = left_without(left.text, word);
		}
	}
	forget(left.text, left.size);
	return n < OWN_LETTERS_LEFT && n < strlen(folded);
}

static const char *
why_refused(const struct passphrase_rules *rules, const char *folded,
    const char *const *own, size_t n_own)
{
	if (is_refused(&rules->refused, folded))
		return "passphrase.refused";
	if (is_simple(folded))
		return "passphrase.simple";
	if (is_own(folded, own, n_own))
		return "passphrase.own";
	return NULL;
}

bool
passphrase_is_allowed(const struct passphrase_rules *rules,
    const char *passphrase, const char *const *own, size_t n_own,
    struct fact *fact)
{
	size_t n = text_characters(passphrase);
	scoped_buf folded;
	const char *why;

	buf_init(&folded, FOLDED_MAX);
	if (n < PASSPHRASE_CHARACTERS_MIN) {
		fact_set(fact, "passphrase.short", NULL);
		fact_arg(fact, 0, "%zu", n);
		fact_arg(fact, 1, "%d", PASSPHRASE_CHARACTERS_MIN);
		return false;
	}
	if (strlen(passphrase) > PASSPHRASE_BYTES_MAX) {
		fact_set(fact, "passphrase.long", NULL);
		fact_arg(fact, 0, "%d", PASSPHRASE_BYTES_MAX);
		return false;
	}
	text_fold(passphrase, false, &folded);
	why = why_refused(rules, folded.text, own, n_own);
	forget(folded.text, folded.size);
	if (why != NULL)
		fact_set(fact, why, NULL);
	return why == NULL;
}

/* A number below n, each as likely as the others. n at least 1. */
static size_t
draw(const struct entropy *entropy, size_t n)
{
	uint32_t below = (uint32_t)n, limit, value;

	assert(n > 0);
	/* Values of the last, incomplete round would favour the first words. */
	limit = UINT32_MAX - UINT32_MAX % below;
	do {
		entropy_fill(entropy, &value, sizeof value);
	} while (value >= limit);
	return value % below;
}

void
passphrase_suggest(const struct passphrase_rules *rules,
    const struct entropy *entropy, struct buf *out)
{
	for (int i = 0; i < PASSPHRASE_SUGGESTED_WORDS; i++) {
		if (i > 0)
			buf_char(out, ' ');
		buf_text(
		    out, rules->words.phrases[draw(entropy, rules->words.n)]);
	}
}
