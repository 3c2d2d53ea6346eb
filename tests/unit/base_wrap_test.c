#include "lib/t.h"

#include <locale.h>

#include "base/buf.h"
#include "base/text.h"
#include "base/wrap.h"

/* The lines of a text, with '|' between them. */
static void
assert_wraps(const char *text, size_t columns, const char *wanted)
{
	scoped_arena arena = arena_new();
	scoped_buf lines = { 0 };
	struct wrap wrap = wrap_text(arena, text, columns);

	buf_init(&lines, 4096);
	for (size_t i = 0; i < wrap.n; i++) {
		if (i > 0)
			buf_char(&lines, '|');
		buf_add(&lines, text + wrap.line[i].begin,
		    wrap.line[i].end - wrap.line[i].begin);
	}
	assert_string_equal(lines.text, wanted);
}

T(lines_break_at_blanks)
{
	assert_wraps("satu dua tiga", 8, "satu dua|tiga");
	assert_wraps("satu dua tiga", 9, "satu dua|tiga");
	assert_wraps("satu dua", 8, "satu dua");
	assert_wraps("satu dua", 7, "satu|dua");
}

T(a_newline_always_breaks)
{
	assert_wraps("a\n\nb", 8, "a||b");
	assert_wraps("a\n", 8, "a|");
	assert_wraps("\n", 8, "|");
	assert_wraps("a\r\nb", 8, "a|b");
	assert_wraps("", 8, "");
}

T(a_full_line_with_its_newline_makes_no_empty_line)
{
	assert_wraps("abcd\nef", 4, "abcd|ef");
	assert_wraps("abcd ef", 4, "abcd|ef");
	assert_wraps("abcd \nef", 4, "abcd|ef");
	assert_wraps("abcd", 4, "abcd");
}

T(a_long_word_breaks_at_a_cluster)
{
	assert_wraps("abcdefghij", 4, "abcd|efgh|ij");
	assert_wraps("a bcdefghij", 4, "a|bcde|fghi|j");
	assert_wraps(
	    "\xE8\xA1\x97\xE8\xA1\x97", 3, "\xE8\xA1\x97|\xE8\xA1\x97");
	assert_wraps("abe\xCC\x81"
		     "cd",
	    3, "abe\xCC\x81|cd");
}

T(blanks_at_a_break_hang)
{
	assert_wraps("abc     def", 4, "abc|def");
	assert_wraps("abc     ", 4, "abc");
	assert_wraps("ab  ", 4, "ab  ");
	assert_wraps("a   b", 8, "a   b");
	assert_wraps("       a", 4, "|a");
}

T(blanks_before_a_text_are_kept)
{
	assert_wraps("  ab cd", 5, "  ab|cd");
	assert_wraps("a\n  b", 5, "a|  b");
}

T(a_no_break_space_does_not_break)
{
	assert_wraps("ab c\xC2\xA0"
		     "d",
	    5,
	    "ab|c\xC2\xA0"
	    "d");
}

static const char *const pieces[] = { "a", "b", "kata", " ", " ", "  ", "\n",
	"e\xCC\x81", "\xE8\xA1\x97", " \xCC\x81", "\r\n", "\t", "\xFF",
	"\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9" };

static void
make_text(struct t_random *random, struct buf *text)
{
	buf_init(text, 4096);
	for (size_t i = t_random_below(random, 60); i > 0; i--)
		buf_text(
		    text, pieces[t_random_below(random, array_length(pieces))]);
}

/* What is between end and next: blanks that hang, then one newline. */
static void
assert_ended_well(const char *text, const struct wrap_line *line)
{
	size_t at = line->end;

	while (at < line->next && (text[at] == ' ' || text[at] == '\t'))
		at++;
	if (at < line->next && text[at] == '\r')
		at++;
	if (at < line->next && text[at] == '\n')
		at++;
	assert_int_equal(at, line->next);
}

T(lines_joined_are_the_text)
{
	struct t_random random = { 17 };

	for (int i = 0; i < 5000; i++) {
		scoped_arena arena = arena_new();
		scoped_buf text = { 0 };
		struct wrap wrap;
		size_t at = 0;

		make_text(&random, &text);
		wrap = wrap_text(
		    arena, text.text, 2 + t_random_below(&random, 20));
		assert_true(wrap.n >= 1);
		for (size_t j = 0; j < wrap.n; j++) {
			assert_int_equal(wrap.line[j].begin, at);
			assert_true(wrap.line[j].end >= at);
			assert_ended_well(text.text, &wrap.line[j]);
			at = wrap.line[j].next;
		}
		assert_int_equal(at, text.size);
	}
}

T(no_cluster_is_parted)
{
	struct t_random random = { 19 };

	for (int i = 0; i < 3000; i++) {
		scoped_arena arena = arena_new();
		scoped_buf text = { 0 };
		struct wrap wrap;
		size_t at = 0, line = 1;

		make_text(&random, &text);
		wrap =
		    wrap_text(arena, text.text, 2 + t_random_below(&random, 6));
		for (; at < text.size; at = text_next(text.text, at))
			if (line < wrap.n && wrap.line[line].begin == at)
				line++;
		if (line < wrap.n)
			assert_int_equal(wrap.line[line++].begin, text.size);
		assert_int_equal(line, wrap.n);
	}
}

T(no_line_is_wider_than_the_columns)
{
	struct t_random random = { 23 };

	for (int i = 0; i < 3000; i++) {
		scoped_arena arena = arena_new();
		scoped_buf text = { 0 };
		size_t columns = 5 + t_random_below(&random, 12);
		struct wrap wrap;

		make_text(&random, &text);
		wrap = wrap_text(arena, text.text, columns);
		for (size_t j = 0; j < wrap.n; j++)
			assert_true(
			    text_columns_n(text.text + wrap.line[j].begin,
				wrap.line[j].end - wrap.line[j].begin) <=
			    columns);
	}
}

T(a_cluster_wider_than_the_line_stands_alone)
{
	assert_wraps("a\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9"
		     "b",
	    2, "a|\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9|b");
}

T(every_place_belongs_to_one_line)
{
	scoped_arena arena = arena_new();
	const char *text = "satu dua\n\ntiga";
	struct wrap wrap = wrap_text(arena, text, 5);
	static const size_t wanted[] = { 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 3, 3, 3,
		3, 3 };

	assert_int_equal(wrap.n, 4);
	for (size_t at = 0; at <= strlen(text); at++)
		assert_int_equal(wrap_line_of(&wrap, at), wanted[at]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_break_at_blanks),
		cmocka_unit_test(a_newline_always_breaks),
		cmocka_unit_test(
		    a_full_line_with_its_newline_makes_no_empty_line),
		cmocka_unit_test(a_long_word_breaks_at_a_cluster),
		cmocka_unit_test(blanks_at_a_break_hang),
		cmocka_unit_test(blanks_before_a_text_are_kept),
		cmocka_unit_test(a_no_break_space_does_not_break),
		cmocka_unit_test(lines_joined_are_the_text),
		cmocka_unit_test(no_cluster_is_parted),
		cmocka_unit_test(no_line_is_wider_than_the_columns),
		cmocka_unit_test(a_cluster_wider_than_the_line_stands_alone),
		cmocka_unit_test(every_place_belongs_to_one_line),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return T_RUN(tests);
}
