#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/file.h"

/*
 * leaks PATH WORD...
 *
 * Every file at or below PATH, its name too, is searched for the words, in
 * each spelling they could have got there by: as typed, in capitals and
 * small letters, each of these as UTF-8, UTF-16, hex and base64. One line for
 * each find, and at the end how many files there were.
 */
enum { FILE_MAX = 256 << 20, NEEDLE_MAX = 2048 };

struct needle {
	const char *word, *spelling;
	const char *bytes;
	size_t size;
};

struct needles {
	struct arena *arena;
	struct needle *list;
	size_t n, room;
};

static void
add(struct needles *needles, const char *word, const char *spelling,
    const void *bytes, size_t size)
{
	needles->list = arena_grow(needles->arena, needles->list, needles->n,
	    &needles->room, sizeof *needles->list);
	needles->list[needles->n++] = (struct needle){ word, spelling,
		arena_bytes(needles->arena, bytes, size), size };
}

/* The words are well-formed, without characters beyond U+FFFF. */
static void
add_utf16(
    struct needles *needles, const char *word, const char *text, bool is_little)
{
	char bytes[NEEDLE_MAX];
	size_t size = 0;

	for (const unsigned char *at = (const unsigned char *)text;
	     *at != '\0' && size < sizeof bytes - 2;) {
		unsigned c = *at++;

		if (c >= 0xe0) {
			c = (c & 15) << 12 | (at[0] & 63u) << 6 | (at[1] & 63u);
			at += 2;
		} else if (c >= 0xc0) {
			c = (c & 31) << 6 | (*at++ & 63u);
		}
		bytes[size++] = (char)(is_little ? c & 255 : c >> 8);
		bytes[size++] = (char)(is_little ? c >> 8 : c & 255);
	}
	add(needles, word, is_little ? "UTF-16LE" : "UTF-16BE", bytes, size);
}

static void
add_hex(struct needles *needles, const char *word, const char *text,
    const char *digits)
{
	char bytes[NEEDLE_MAX];
	size_t size = 0;

	for (const unsigned char *at = (const unsigned char *)text;
	     *at != '\0' && size < sizeof bytes - 2; at++) {
		bytes[size++] = digits[*at >> 4];
		bytes[size++] = digits[*at & 15];
	}
	add(needles, word, "hex", bytes, size);
}

/* At each of three places in what was encoded; only the digits that nothing
 * but the word decides. */
static void
add_base64(struct needles *needles, const char *word, const char *text,
    const char *last_two)
{
	static const char first[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				    "abcdefghijklmnopqrstuvwxyz0123456789";
	size_t bits = strlen(text) * 8;

	for (size_t shift = 0; shift < 3; shift++) {
		size_t from = (6 - shift * 8 % 6) % 6, size = 0;
		char bytes[NEEDLE_MAX];

		for (size_t at = from;
		     at + 6 <= bits && size < sizeof bytes - 1; at += 6) {
			unsigned digit = 0;

			for (size_t bit = at; bit < at + 6; bit++)
				digit = digit << 1 |
				    ((unsigned char)text[bit / 8] >>
					    (7 - bit % 8) &
					1u);
			bytes[size++] =
			    digit < 62 ? first[digit] : last_two[digit - 62];
		}
		add(needles, word, "base64", bytes, size);
	}
}

static void
add_spellings(struct needles *needles, const char *word, const char *text)
{
	add(needles, word, "UTF-8", text, strlen(text));
	add_utf16(needles, word, text, true);
	add_utf16(needles, word, text, false);
	add_hex(needles, word, text, "0123456789abcdef");
	add_hex(needles, word, text, "0123456789ABCDEF");
	add_base64(needles, word, text, "+/");
	add_base64(needles, word, text, "-_");
}

static void
add_word(struct needles *needles, const char *word)
{
	char *small = arena_text(needles->arena, word);
	char *large = arena_text(needles->arena, word);

	for (char *at = small; *at != '\0'; at++)
		if (*at >= 'A' && *at <= 'Z')
			*at += 'a' - 'A';
	for (char *at = large; *at != '\0'; at++)
		if (*at >= 'a' && *at <= 'z')
			*at -= 'a' - 'A';
	add_spellings(needles, word, word);
	add_spellings(needles, word, small);
	add_spellings(needles, word, large);
}

static void
search(const struct needles *needles, const char *path, const char *bytes,
    size_t size)
{
	const struct needle *told = NULL;

	for (size_t i = 0; i < needles->n; i++) {
		const struct needle *needle = &needles->list[i];

		if (memmem(bytes, size, needle->bytes, needle->size) == NULL ||
		    (told != NULL && told->word == needle->word &&
			strcmp(told->spelling, needle->spelling) == 0))
			continue;
		told = needle;
		printf(
		    "%s as %s in %s\n", needle->word, needle->spelling, path);
	}
}

/* A folder of things, or one thing; how many files. */
static enum fail
walk(const struct needles *needles, const char *path, size_t *files,
    struct err *err)
{
	scoped_arena arena = arena_new();
	const char *const *names;
	const char *name = strrchr(path, '/');
	char *bytes;
	size_t n, size;
	struct err why = { 0 };
	enum fail fail = folder_list(path, arena, &names, &n, &why);

	for (size_t i = 0; !fail && i < n; i++)
		if (walk(needles, arena_print(arena, "%s/%s", path, names[i]),
			files, err))
			return err->fail;
	if (!fail)
		return FAIL_NONE;
	if (file_read(path, FILE_MAX, arena, &bytes, &size, err))
		return err->fail;
	++*files;
	search(needles, path, bytes, size);
	if (name != NULL)
		search(needles, path, name, strlen(name));
	return FAIL_NONE;
}

int
main(int argc, char **argv)
{
	scoped_arena arena = arena_new();
	struct needles needles = { .arena = arena };
	struct err err = { 0 };
	size_t files = 0;

	for (int i = 2; i < argc; i++)
		add_word(&needles, argv[i]);
	if (argc < 3 || walk(&needles, argv[1], &files, &err)) {
		fprintf(stderr, "leaks: %s\n", err.text);
		return 1;
	}
	printf("%zu files\n", files);
	return 0;
}
