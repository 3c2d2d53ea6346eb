#include "lib/t.h"

#include "cli/options.h"

struct reading {
	struct options options;
	struct fact fact;
	int rest;
	bool is_right;
};

/* getopt_long takes the words as writable. */
static struct reading
reading_of(const char *a, const char *b, const char *c)
{
	const char *words[] = { "loket", a, b, c, NULL };
	char *argv[array_length(words)];
	struct reading reading = { .rest = -1 };
	int argc = 0;

	for (; words[argc] != NULL; argc++)
		argv[argc] = (char *)(uintptr_t)words[argc];
	argv[argc] = NULL;
	reading.is_right = options_read(argc, argv, &reading.options,
	    &reading.rest, &reading.fact);
	return reading;
}

T(no_words_are_no_options)
{
	struct reading reading = reading_of(NULL, NULL, NULL);

	assert_true(reading.is_right);
	assert_int_equal(reading.rest, 1);
	assert_null(reading.options.data);
	assert_false(reading.options.is_practice);
}

T(a_value_may_stand_apart_or_behind_a_sign)
{
	struct reading apart = reading_of("--data", "/a", NULL);
	struct reading joined = reading_of("--data=/a", NULL, NULL);

	assert_string_equal(apart.options.data, "/a");
	assert_string_equal(joined.options.data, "/a");
}

T(options_after_the_command_are_its_own)
{
	struct reading reading = reading_of("--mono", "check", "--plain");

	assert_true(reading.is_right);
	assert_int_equal(reading.rest, 2);
	assert_true(reading.options.is_mono);
	assert_false(reading.options.is_plain);
}

T(a_mistyped_option_is_answered_with_the_likely_one)
{
	struct reading reading = reading_of("--practise", NULL, NULL);

	assert_false(reading.is_right);
	assert_string_equal(reading.fact.code, "cli.option-likely");
	assert_string_equal(reading.fact.arg[0], "practise");
	assert_string_equal(reading.fact.arg[1], "practice");
}

T(an_option_like_no_other_is_named)
{
	struct reading reading = reading_of("--zzzzzz", NULL, NULL);

	assert_false(reading.is_right);
	assert_string_equal(reading.fact.code, "cli.option-unknown");
	assert_string_equal(reading.fact.arg[0], "zzzzzz");
}

T(a_short_option_is_named_too)
{
	struct reading reading = reading_of("-x", NULL, NULL);

	assert_false(reading.is_right);
	assert_string_equal(reading.fact.code, "cli.option-unknown");
	assert_string_equal(reading.fact.arg[0], "x");
}

T(a_missing_value_is_said)
{
	struct reading reading = reading_of("--data", NULL, NULL);

	assert_false(reading.is_right);
	assert_string_equal(reading.fact.code, "cli.option-value");
	assert_string_equal(reading.fact.arg[0], "data");
}

T(a_value_too_many_is_said)
{
	struct reading reading = reading_of("--mono=yes", NULL, NULL);

	assert_false(reading.is_right);
	assert_string_equal(reading.fact.code, "cli.option-no-value");
	assert_string_equal(reading.fact.arg[0], "mono");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_words_are_no_options),
		cmocka_unit_test(a_value_may_stand_apart_or_behind_a_sign),
		cmocka_unit_test(options_after_the_command_are_its_own),
		cmocka_unit_test(
		    a_mistyped_option_is_answered_with_the_likely_one),
		cmocka_unit_test(an_option_like_no_other_is_named),
		cmocka_unit_test(a_short_option_is_named_too),
		cmocka_unit_test(a_missing_value_is_said),
		cmocka_unit_test(a_value_too_many_is_said),
	};

	return T_RUN(tests);
}
