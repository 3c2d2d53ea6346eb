/* The standard as data is the standard as published, letter by letter. */

#include "lib/load.h"

#include <ctype.h>

#include "base/buf.h"

/* Each so-manieth letter is tried: a prime, to meet places of all kinds. */
enum { PUBLISHED_BYTES_MAX = 1 << 20, EVERY = 101 };

/* What the pages of the published table are framed with. */
static const char frame[] = "NO\tKOMPONEN\tURAIAN\n";

/* A run of blanks, tabs and line ends is one blank, and none leads. */
static void
add_blank(struct buf *out)
{
	if (out->size > 0 && out->text[out->size - 1] != ' ')
		buf_char(out, ' ');
}

/* The length of a tag at text, 0 when none is there. */
static size_t
tag_size(const char *text)
{
	const char *end = *text == '<' ? strchr(text, '>') : NULL;

	return end == NULL ? 0 : (size_t)(end + 1 - text);
}

/*
 * Published text without its frames: the head of each page, tags, the ": "
 * that leads a cell. Italics stand inside a sentence, so their tags leave no
 * blank; other tags part sentences.
 */
static void
unframe(const char *text, struct buf *out)
{
	bool begins_cell = true;

	while (*text != '\0') {
		size_t tag = tag_size(text);

		if (tag > 0) {
			if (strncmp(text, "<i>", tag) != 0 &&
			    strncmp(text, "</i>", tag) != 0)
				add_blank(out);
			text += tag;
		} else if (*text == '\n' || *text == '\t' || *text == ' ') {
			begins_cell = begins_cell || *text != ' ';
			add_blank(out);
			text++;
			if (strncmp(text, frame, sizeof frame - 1) == 0)
				text += sizeof frame - 1;
		} else if (begins_cell && strncmp(text, ": ", 2) == 0) {
			begins_cell = false;
			text += 2;
		} else {
			begins_cell = false;
			buf_char(out, *text++);
		}
	}
}

static void
add_words(struct buf *out, const char *text)
{
	for (; *text != '\0'; text++)
		if (*text == '\n' || *text == ' ')
			add_blank(out);
		else
			buf_char(out, *text);
	add_blank(out);
}

static void
rebuild(const struct standard *standard, struct buf *out)
{
	add_words(out, standard->head);
	for (size_t i = 0; i < standard->n_clauses; i++) {
		const struct clause *clause = &standard->clauses[i];

		add_words(out, clause->mark);
		if (*clause->title != '\0')
			add_words(out, clause->title);
		if (*clause->text != '\0')
			add_words(out, clause->text);
	}
}

/* Where the two part, as text to show; "" when they are one. */
static const char *
parting(struct arena *arena, const struct standard *standard,
    const char *published)
{
	scoped_buf wanted;
	scoped_buf rebuilt;
	size_t at = 0;

	buf_init(&wanted, PUBLISHED_BYTES_MAX);
	buf_init(&rebuilt, PUBLISHED_BYTES_MAX);
	unframe(published, &wanted);
	add_blank(&wanted);
	rebuild(standard, &rebuilt);
	assert_true(wanted.size > 9000);
	while (wanted.text[at] != '\0' && wanted.text[at] == rebuilt.text[at])
		at++;
	if (wanted.text[at] == rebuilt.text[at])
		return "";
	return arena_print(arena, "published \"%.40s\", rebuilt \"%.40s\"",
	    wanted.text + at, rebuilt.text + at);
}

static char *
published_text(struct arena *arena)
{
	size_t size = 0;

	return arena_text(
	    arena, asset_text(arena, "tests/data/standard-32.txt", &size));
}

T(the_text_is_the_published_one_letter_by_letter)
{
	scoped_arena arena = arena_new();
	struct standard standard = load_standard(arena);

	assert_string_equal(
	    parting(arena, &standard, published_text(arena)), "");
}

/* Put one word of the published text otherwise; is it seen? */
static bool
is_noticed(const char *word, const char *instead)
{
	scoped_arena arena = arena_new();
	struct standard standard = load_standard(arena);
	char *published = published_text(arena);
	char *at = strstr(published, word);

	assert_non_null(at);
	assert_int_equal(strlen(word), strlen(instead));
	memcpy(at, instead, strlen(word));
	return *parting(arena, &standard, published) != '\0';
}

T(one_other_letter_is_noticed)
{
	assert_true(is_noticed("kelender", "kalender"));
	assert_true(is_noticed("eskternal", "eksternal"));
	assert_true(is_noticed("Fakta", "Pakta"));
	assert_true(is_noticed("bantuan hukum.", "bantuan hukum;"));
}

T(one_other_blank_is_noticed)
{
	assert_true(is_noticed("pelapor/ yang", "pelapor /yang"));
	assert_true(is_noticed("</i>: dpmptsp_pwk", "</i> :dpmptsp_pwk"));
}

T(every_letter_counts)
{
	scoped_arena arena = arena_new();
	struct standard standard = load_standard(arena);
	char *published = published_text(arena);
	size_t tried = 0;

	for (size_t i = 0; published[i] != '\0'; i++) {
		char was;

		i += tag_size(published + i);
		was = published[i];
		if (i % EVERY != 0 || !isalnum((unsigned char)was))
			continue;
		published[i] = '#';
		assert_string_not_equal(
		    parting(arena, &standard, published), "");
		published[i] = was;
		tried++;
	}
	assert_true(tried > 50);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    the_text_is_the_published_one_letter_by_letter),
		cmocka_unit_test(one_other_letter_is_noticed),
		cmocka_unit_test(one_other_blank_is_noticed),
		cmocka_unit_test(every_letter_counts),
	};

	return T_RUN(tests);
}
