#include "lib/t.h"

#include <locale.h>

#include "base/text.h"

#define E_ACUTE "\xC3\xA9"    /* one character */
#define E_MARKED "e\xCC\x81"  /* e and a combining acute */
#define STREET "\xE8\xA1\x97" /* a wide character */
#define FAMILY "\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9" /* joined */

T(every_character_comes_back_from_its_bytes)
{
	for (uint32_t point = 0; point <= 0x10FFFF; point++) {
		char bytes[4];
		uint32_t again;
		size_t length;

		if (point >= 0xD800 && point <= 0xDFFF)
			continue;
		length = text_encode(point, bytes);
		assert_int_equal(text_decode(bytes, length, &again), length);
		assert_int_equal(again, point);
		if (length > 1)
			assert_int_equal(
			    text_decode(bytes, length - 1, &again), 0);
	}
}

T(what_is_no_utf8_is_refused)
{
	static const char *const wrong[] = {
		"\x80",
		"\xBF", /* a tail alone */
		"\xC0\x80",
		"\xC1\xBF", /* overlong ASCII */
		"\xE0\x80\x80",
		"\xE0\x9F\xBF", /* overlong, two bytes fit */
		"\xF0\x80\x80\x80",
		"\xF0\x8F\xBF\xBF",
		"\xED\xA0\x80",
		"\xED\xBF\xBF",     /* surrogates */
		"\xF4\x90\x80\x80", /* above U+10FFFF */
		"\xF5\x80\x80\x80",
		"\xFE",
		"\xFF",
		"\xC3",
		"\xE8\xA1",
		"\xF0\x9F\x91", /* truncated */
		"\xC3"
		"a",
		"\xE8\xA1"
		"a",
		"\xF0\x9F\x91"
		"a",
	};
	uint32_t point = 7;

	for (size_t i = 0; i < array_length(wrong); i++) {
		assert_int_equal(
		    text_decode(wrong[i], strlen(wrong[i]), &point), 0);
		assert_false(text_is_valid(wrong[i], strlen(wrong[i])));
	}
	assert_int_equal(point, 7);
}

T(valid_text_has_no_nul)
{
	assert_true(text_is_valid("a" E_ACUTE STREET FAMILY, 1 + 2 + 3 + 11));
	assert_true(text_is_valid("", 0));
	assert_false(text_is_valid("a\0b", 3));
}

T(characters_are_counted_not_bytes)
{
	assert_int_equal(text_characters(""), 0);
	assert_int_equal(text_characters("a" E_ACUTE STREET), 3);
	assert_int_equal(text_characters(E_MARKED), 2);
	assert_int_equal(text_characters("\xFF\xE8\xA1"), 3);
}

T(columns_are_those_of_curses)
{
	assert_int_equal(text_columns("loket"), 5);
	assert_int_equal(text_columns(E_ACUTE), 1);
	assert_int_equal(text_columns(E_MARKED), 1);
	assert_int_equal(text_columns(STREET), 2);
	assert_int_equal(text_columns("\x01\xFF\t"), 3);
	assert_int_equal(text_columns_n(STREET "abc", 4), 3);
}

/* Zero-width and bidi characters are shown as a replacement character. */
T(text_is_as_wide_as_what_the_sanitiser_makes_of_it)
{
	struct t_random random = { 11 };

	for (int i = 0; i < 20000; i++) {
		scoped_buf text = { 0 };
		scoped_buf shown = { 0 };
		uint32_t point = (uint32_t)t_random_below(&random, 0x110000);
		char bytes[4];

		if (point >= 0xD800 && point <= 0xDFFF)
			point = 0x202E;
		buf_init(&text, 8);
		buf_init(&shown, 64);
		buf_add(&text, bytes, text_encode(point, bytes));
		buf_char(&text, (char)t_random_next(&random));
		text_sanitise(text.text, text.size, &shown);
		assert_int_equal(text_columns_n(text.text, text.size),
		    text_columns(shown.text));
	}
}

T(a_cluster_is_stepped_over_whole)
{
	static const char text[] = "a" E_MARKED STREET FAMILY "b";

	assert_int_equal(text_next(text, 0), 1);
	assert_int_equal(text_next(text, 1), 4);
	assert_int_equal(text_next(text, 4), 7);
	assert_int_equal(text_next(text, 7), 18);
	assert_int_equal(text_next(text, 18), 19);
	assert_int_equal(text_next(text, 19), 19);
	assert_int_equal(text_previous(text, 19), 18);
	assert_int_equal(text_previous(text, 18), 7);
	assert_int_equal(text_previous(text, 7), 4);
	assert_int_equal(text_previous(text, 4), 1);
	assert_int_equal(text_previous(text, 1), 0);
	assert_int_equal(text_previous(text, 0), 0);
}

T(a_newline_of_two_bytes_is_one_cluster)
{
	assert_int_equal(text_next("a\r\nb", 1), 3);
	assert_int_equal(text_previous("a\r\nb", 3), 1);
	assert_int_equal(text_next("\n\n", 0), 1);
}

T(from_inside_a_cluster_one_comes_to_its_borders)
{
	assert_int_equal(text_previous("ab" E_MARKED, 3), 2);
	assert_int_equal(text_previous("ab" E_MARKED, 4), 2);
}

/* Pieces that join with their neighbours in many ways, and broken bytes. */
static void
add_random_piece(struct t_random *random, struct buf *text)
{
	static const char *const pieces[] = { "a", " ", "\n", "\r", "\r\n",
		E_ACUTE, E_MARKED, "\xCC\x81", STREET, FAMILY, "\xE2\x80\x8D",
		"\xF0\x9F\x87\xAE", "\xF0\x9F\x87\xA9", "\xE1\x84\x80",
		"\xE1\x85\xA1", "\xFF", "\xE8\xA1", "\xEF\xB8\x8F" };

	buf_text(text, pieces[t_random_below(random, array_length(pieces))]);
}

T(backwards_meets_the_same_clusters_as_forwards)
{
	struct t_random random = { 3 };

	for (int i = 0; i < 3000; i++) {
		scoped_buf text = { 0 };
		size_t at = 0, before;

		buf_init(&text, 400);
		for (int j = 0; j < 20; j++)
			add_random_piece(&random, &text);
		while (text.text[at] != '\0') {
			before = at;
			at = text_next(text.text, at);
			assert_true(at > before && at <= text.size);
			assert_int_equal(text_previous(text.text, at), before);
		}
	}
}

T(a_prefix_keeps_clusters_whole)
{
	assert_int_equal(text_fit_columns(E_MARKED "b", 1), 3);
	assert_int_equal(text_fit_columns(STREET STREET, 3), 3);
	assert_int_equal(text_fit_columns(STREET, 1), 0);
	assert_int_equal(text_fit_columns("abc", 9), 3);
	assert_int_equal(text_fit_columns("abc", 0), 0);
	assert_int_equal(text_fit_bytes("a" E_MARKED, 3), 1);
	assert_int_equal(text_fit_bytes("a" E_MARKED, 4), 4);
}

T(a_copy_is_trimmed_and_cut_at_a_cluster)
{
	char into[5];

	text_copy(into, sizeof(into), "  abc \n");
	assert_string_equal(into, "abc");
	text_copy(into, sizeof(into), "abc" E_MARKED);
	assert_string_equal(into, "abc");
	text_copy(into, sizeof(into), "abc defg");
	assert_string_equal(into, "abc");
	text_copy(into, sizeof(into), "abcdefg");
	assert_string_equal(into, "abcd");
	text_copy(into, sizeof(into), "   ");
	assert_string_equal(into, "");
	text_copy(into, 1, "abc");
	assert_string_equal(into, "");
}

T(only_digits_are_digits)
{
	assert_true(text_is_digits("0123456789123456", 16));
	assert_true(text_is_digits("7", 0));
	assert_false(text_is_digits("", 0));
	assert_false(text_is_digits("123", 4));
	assert_false(text_is_digits("12345", 4));
	assert_false(text_is_digits("12 4", 4));
	assert_false(text_is_digits("\xD9\xA1", 0));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_character_comes_back_from_its_bytes),
		cmocka_unit_test(what_is_no_utf8_is_refused),
		cmocka_unit_test(valid_text_has_no_nul),
		cmocka_unit_test(characters_are_counted_not_bytes),
		cmocka_unit_test(columns_are_those_of_curses),
		cmocka_unit_test(
		    text_is_as_wide_as_what_the_sanitiser_makes_of_it),
		cmocka_unit_test(a_cluster_is_stepped_over_whole),
		cmocka_unit_test(a_newline_of_two_bytes_is_one_cluster),
		cmocka_unit_test(
		    from_inside_a_cluster_one_comes_to_its_borders),
		cmocka_unit_test(backwards_meets_the_same_clusters_as_forwards),
		cmocka_unit_test(a_prefix_keeps_clusters_whole),
		cmocka_unit_test(a_copy_is_trimmed_and_cut_at_a_cluster),
		cmocka_unit_test(only_digits_are_digits),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return T_RUN(tests);
}
