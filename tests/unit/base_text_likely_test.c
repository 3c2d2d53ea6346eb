#include "lib/t.h"

#include "base/text.h"

static const char *const words[] = { "field", "section", "label", "when" };

T(the_distance_is_counted_in_letters)
{
	assert_int_equal(text_distance("", ""), 0);
	assert_int_equal(text_distance("label", "label"), 0);
	assert_int_equal(text_distance("lable", "label"), 2);
	assert_int_equal(text_distance("lbel", "label"), 1);
	assert_int_equal(text_distance("labell", "label"), 1);
	assert_int_equal(text_distance("kitten", "sitting"), 3);
	assert_int_equal(text_distance("", "abc"), 3);
}

T(the_distance_is_the_same_both_ways)
{
	struct t_random random = { 13 };

	for (int i = 0; i < 2000; i++) {
		char a[8] = "", b[8] = "";

		for (size_t j = 0; j < t_random_below(&random, 7); j++)
			a[j] = (char)('a' + t_random_below(&random, 3));
		for (size_t j = 0; j < t_random_below(&random, 7); j++)
			b[j] = (char)('a' + t_random_below(&random, 3));
		assert_int_equal(text_distance(a, b), text_distance(b, a));
	}
}

T(the_likely_word_is_the_nearest)
{
	assert_string_equal(text_likely("lable", words, 4), "label");
	assert_string_equal(text_likely("feild", words, 4), "field");
	assert_string_equal(text_likely("wen", words, 4), "when");
	assert_string_equal(text_likely("sektion", words, 4), "section");
}

T(what_is_far_from_all_is_like_none)
{
	assert_null(text_likely("xyz", words, 4));
	assert_null(text_likely("", words, 4));
	assert_null(text_likely("label", words, 0));
}

T(long_words_are_far_apart)
{
	char a[100], b[100];

	memset(a, 'a', sizeof(a));
	memset(b, 'a', sizeof(b));
	a[99] = b[98] = '\0';
	assert_true(text_distance(a, b) > 60);
	assert_int_equal(text_distance(a, a), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_distance_is_counted_in_letters),
		cmocka_unit_test(the_distance_is_the_same_both_ways),
		cmocka_unit_test(the_likely_word_is_the_nearest),
		cmocka_unit_test(what_is_far_from_all_is_like_none),
		cmocka_unit_test(long_words_are_far_apart),
	};

	return T_RUN(tests);
}
