#include "lib/t.h"

#include "base/text.h"

#define LOST "\xEF\xBF\xBD" /* U+FFFD */

static void
assert_cleans(
    const char *text, bool with_newline, const char *wanted, size_t left_out)
{
	scoped_buf out = { 0 };

	buf_init(&out, 1000);
	assert_int_equal(
	    text_clean(text, strlen(text), with_newline, &out), left_out);
	assert_string_equal(out.text, wanted);
}

static void
assert_shows(const char *text, const char *wanted)
{
	scoped_buf out = { 0 };

	buf_init(&out, 1000);
	text_sanitise(text, strlen(text), &out);
	assert_string_equal(out.text, wanted);
}

static void
assert_folds(const char *text, bool keep_blanks, const char *wanted)
{
	scoped_buf out = { 0 };

	buf_init(&out, 1000);
	text_fold(text, keep_blanks, &out);
	assert_string_equal(out.text, wanted);
}

T(letters_signs_and_marks_may_stand)
{
	static const uint32_t fine[] = { ' ', 'a', '~', 0xA0, 0xA7, 0xE9, 0x301,
		0x2013, 0x20AC, 0x2500, 0x2713, 0x8857, 0xFFFD, 0x1F468 };

	for (size_t i = 0; i < array_length(fine); i++)
		assert_true(text_may_stand(fine[i], false));
}

T(letters_of_every_script_and_their_marks_are_letters)
{
	static const uint32_t letters[] = { 'a', 'Z', 0xE9, 0x2BC, 0x301, 0x43B,
		0x627, 0x4E2D };
	static const uint32_t others[] = { ' ', '7', '\'', 0xA0, 0x661, 0x2163,
		0x2019, 0x1F468, 0xD800, 0x110000, 0xFFFFFFFF };

	for (size_t i = 0; i < array_length(letters); i++)
		assert_true(text_is_letter(letters[i]));
	for (size_t i = 0; i < array_length(others); i++)
		assert_false(text_is_letter(others[i]));
}

T(what_hides_or_steers_may_not_stand)
{
	static const uint32_t bad[] = { 0x00, 0x07, 0x09, 0x0D, 0x1B, 0x7F,
		0x85, 0x9B, /* controls */
		0x061C, 0x200E, 0x200F, 0x202A, 0x202E, 0x2066, 0x2069, 0x200B,
		0x200C, 0x200D, 0x2060, 0xFEFF, 0x00AD, 0x034F, 0x115F, 0x3164,
		0xFFA0, 0x180E, 0xFE0F, 0xE0100, 0xE0001, 0xE0041,
		0xE007F,                           /* tags */
		0xE000, 0xF8FF, 0xF0000, 0x10FFFD, /* private use */
		0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF, 0xFDD0, 0xD800, 0xDFFF,
		0x2028, 0x2029, 0xFFF9, 0x0378, 0x110000, 0xFFFFFFFF };

	for (size_t i = 0; i < array_length(bad); i++) {
		assert_false(text_may_stand(bad[i], false));
		assert_false(text_may_stand(bad[i], true));
	}
}

T(a_newline_may_stand_where_it_is_wanted)
{
	assert_true(text_may_stand('\n', true));
	assert_false(text_may_stand('\n', false));
}

T(the_sanitiser_shows_that_something_was_there)
{
	assert_shows("Toko", "Toko");
	assert_shows("a\nb", "a b");
	assert_shows("a\x1B[31mb", "a" LOST "[31mb");
	assert_shows("\xE2\x80\xAE"
		     "abc",
	    LOST "abc");
	assert_shows("a\xC2\x9B"
		     "b",
	    "a" LOST "b");
	assert_shows("\xE2\x80\x8B", LOST);
	assert_shows("\xEE\x80\x80", LOST);
	assert_shows("\xF3\xA0\x81\x81", LOST);
	assert_shows("\xC0\xAF", LOST LOST);
	assert_shows("\xED\xA0\x80", LOST LOST LOST);
	assert_shows("a\xE8\xA1", "a" LOST LOST);
}

T(sanitised_text_stays_as_it_is)
{
	struct t_random random = { 5 };

	for (int i = 0; i < 5000; i++) {
		scoped_buf once = { 0 };
		char bytes[40];
		uint32_t point;
		size_t length;

		for (size_t j = 0; j < sizeof(bytes); j++)
			bytes[j] = (char)t_random_next(&random);
		buf_init(&once, 200);
		text_sanitise(bytes, sizeof(bytes), &once);
		for (size_t at = 0; at < once.size; at += length) {
			length =
			    text_decode(once.text + at, once.size - at, &point);
			assert_true(length > 0);
			assert_true(text_may_stand(point, false));
		}
	}
}

T(typed_text_is_composed)
{
	assert_cleans("e\xCC\x81", false, "\xC3\xA9", 0);
	assert_cleans("\xE2\x84\xAB", false, "\xC3\x85", 0);
	assert_cleans("\xC3\xA9", false, "\xC3\xA9", 0);
	/* A joiner that is left out does not keep them apart. */
	assert_cleans("e\xE2\x80\x8D\xCC\x81", false, "\xC3\xA9", 1);
}

T(blanks_and_newlines_are_made_plain)
{
	assert_cleans("a\tb\xC2\xA0"
		      "c\xE2\x80\xAF"
		      "d",
	    false, "a b c d", 0);
	assert_cleans("a\r\nb\rc\nd", true, "a\nb\nc\nd", 0);
	assert_cleans("a\r\nb", false, "a b", 0);
}

T(curly_apostrophes_become_straight)
{
	assert_cleans("Jum\xE2\x80\x99"
		      "at",
	    false, "Jum'at", 0);
	assert_cleans("Ja\xCA\xBC"
		      "far",
	    false, "Ja'far", 0);
	assert_cleans("\xE2\x80\x98", false, "'", 0);
}

T(what_may_not_stand_is_left_out_and_counted)
{
	assert_cleans("a\x1B[1m\xFF", false, "a[1m", 2);
	assert_cleans("\xE2\x80\xAE\xE2\x80\xAC", false, "", 2);
	assert_cleans("\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9", false,
	    "\xF0\x9F\x91\xA8\xF0\x9F\x91\xA9", 1);
	assert_cleans("\xC1\x81", false, "", 2);
}

T(a_nul_in_typed_bytes_is_left_out)
{
	scoped_buf out = { 0 };

	buf_init(&out, 10);
	assert_int_equal(text_clean("a\0b", 3, false, &out), 1);
	assert_string_equal(out.text, "ab");
}

T(clean_text_is_clean)
{
	struct t_random random = { 9 };

	for (int i = 0; i < 20000; i++) {
		scoped_buf once = { 0 };
		scoped_buf twice = { 0 };
		char bytes[4];
		uint32_t point = (uint32_t)t_random_below(&random, 0x3200);

		buf_init(&once, 200);
		buf_init(&twice, 200);
		for (int j = 0; j < 3; j++)
			buf_add(&twice, bytes,
			    text_encode(j == 1 ?
				    point :
				    (uint32_t)t_random_below(&random, 0x400),
				bytes));
		text_clean(twice.text, twice.size, true, &once);
		buf_clear(&twice);
		assert_int_equal(
		    text_clean(once.text, once.size, true, &twice), 0);
		assert_string_equal(once.text, twice.text);
	}
}

T(cleaning_respects_the_ceiling)
{
	scoped_buf out = { 0 };

	buf_init(&out, 2);
	text_clean("abc", 3, false, &out);
	assert_true(out.is_over);
	assert_string_equal(out.text, "");
}

T(search_keys_have_letters_and_digits_only)
{
	assert_folds("Nagri Kaler", false, "nagrikaler");
	assert_folds("  PT. Sinar-Jaya  (Tbk) ", true, "pt sinarjaya tbk");
	assert_folds("Ren\xC3\xA9 D\xC3\xA9sir\xC3\xA9"
		     "e",
	    true, "rene desiree");
	assert_folds("\xEF\xBC\x91\xEF\xBC\x92", false, "12");
	assert_folds("Stra\xC3\x9F"
		     "e",
	    false, "strasse");
	assert_folds("...", true, "");
	assert_folds("a - b", true, "a b");
	assert_folds("a\xFF"
		     "b",
	    false, "ab");
}

T(every_word_of_a_query_must_be_there)
{
	assert_true(text_matches("Nagri Kaler", "nagrikaler"));
	assert_true(text_matches("Nagrikaler", "kal nagri"));
	assert_true(text_matches("Desa Ciwareng", ""));
	assert_false(text_matches("Nagri Kaler", "nagri kidul"));
	assert_false(text_matches("", "a"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(letters_signs_and_marks_may_stand),
		cmocka_unit_test(
		    letters_of_every_script_and_their_marks_are_letters),
		cmocka_unit_test(what_hides_or_steers_may_not_stand),
		cmocka_unit_test(a_newline_may_stand_where_it_is_wanted),
		cmocka_unit_test(the_sanitiser_shows_that_something_was_there),
		cmocka_unit_test(sanitised_text_stays_as_it_is),
		cmocka_unit_test(typed_text_is_composed),
		cmocka_unit_test(blanks_and_newlines_are_made_plain),
		cmocka_unit_test(curly_apostrophes_become_straight),
		cmocka_unit_test(what_may_not_stand_is_left_out_and_counted),
		cmocka_unit_test(a_nul_in_typed_bytes_is_left_out),
		cmocka_unit_test(clean_text_is_clean),
		cmocka_unit_test(cleaning_respects_the_ceiling),
		cmocka_unit_test(search_keys_have_letters_and_digits_only),
		cmocka_unit_test(every_word_of_a_query_must_be_there),
	};

	return T_RUN(tests);
}
