#include <string.h>

#include "base/text.h"
#include "domain/passphrase.h"

enum { WORD_LETTERS_MIN = 4, WORD_LETTERS_MAX = 8 };

/* A list as it was read, with the line each phrase stands on. */
struct reading {
	const char *file;
	const char **phrases;
	int *lines;
	size_t n, room, lines_room;
};

static void
add_line(
    struct reading *reading, struct arena *arena, const char *phrase, int line)
{
	reading->phrases = arena_grow(arena, reading->phrases, reading->n,
	    &reading->room, sizeof *reading->phrases);
	reading->lines = arena_grow(arena, reading->lines, reading->n,
	    &reading->lines_room, sizeof *reading->lines);
	reading->phrases[reading->n] = phrase;
	reading->lines[reading->n++] = line;
}

static void
read_lines(struct reading *reading, const char *bytes, size_t size,
    struct problems *problems)
{
	int line = 0;

	if (!text_is_valid(bytes, size))
		problems_add(
		    problems, reading->file, 0, "passphrase.list-utf8", NULL);
	for (size_t at = 0, end; at < size; at = end + 1) {
		const char *newline = memchr(bytes + at, '\n', size - at);

		end = newline != NULL ? (size_t)(newline - bytes) : size;
		line++;
		if (bytes[at] == '#' || end == at)
			continue;
		if (reading->n == PASSPHRASE_LIST_MAX) {
			problems_add(problems, reading->file, line,
			    "passphrase.list-long", NULL);
			return;
		}
		add_line(reading, problems->arena,
		    arena_bytes(problems->arena, bytes + at, end - at), line);
	}
}

static bool
has_word_shape(const char *word)
{
	size_t size = strspn(word, "abcdefghijklmnopqrstuvwxyz");

	return word[size] == '\0' && size >= WORD_LETTERS_MIN &&
	    size <= WORD_LETTERS_MAX;
}

static void
check_words(const struct reading *reading, struct problems *problems)
{
	const char *file = reading->file;
	struct fact number = { 0 };

	for (size_t i = 0; i < reading->n; i++) {
		const char *word = reading->phrases[i];

		if (!has_word_shape(word))
			problems_add(problems, file, reading->lines[i],
			    "passphrase.word-shape", word, NULL);
		if (i > 0 && strcmp(reading->phrases[i - 1], word) >= 0)
			problems_add(problems, file, reading->lines[i],
			    "passphrase.word-order", word, NULL);
	}
	if (reading->n >= PASSPHRASE_WORDS_MIN)
		return;
	fact_arg(&number, 0, "%zu", reading->n);
	fact_arg(&number, 1, "%d", PASSPHRASE_WORDS_MIN);
	problems_add(problems, file, 0, "passphrase.word-few", number.arg[0],
	    number.arg[1], NULL);
}

enum fail
passphrase_words_read(const char *file, const char *bytes, size_t size,
    struct problems *problems, struct passphrase_rules *rules, struct err *err)
{
	struct reading reading = { .file = file };
	enum fail fail;

	read_lines(&reading, bytes, size, problems);
	check_words(&reading, problems);
	fail = problems_fail(problems, err);
	if (fail)
		return fail;
	rules->words = (struct phrase_list){ reading.phrases, reading.n };
	return FAIL_NONE;
}

enum fail
passphrase_refused_read(const char *file, const char *bytes, size_t size,
    struct problems *problems, struct passphrase_rules *rules, struct err *err)
{
	struct reading reading = { .file = file };
	enum fail fail;

	read_lines(&reading, bytes, size, problems);
	fail = problems_fail(problems, err);
	if (fail)
		return fail;
	rules->refused = (struct phrase_list){ reading.phrases, reading.n };
	return FAIL_NONE;
}
