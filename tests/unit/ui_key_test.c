#include "lib/t.h"

#include "ui/key.h"

T(every_named_key_is_read_back_by_its_name)
{
	for (int i = K_ENTER; i < K_CODES; i++) {
		struct key key = key_of((enum key_code)i), read;
		char name[KEY_NAME_SIZE];

		key_print(&key, name);
		assert_true(key_parse(name, &read));
		assert_int_equal(read.code, i);
	}
}

T(a_character_is_its_own_name_and_a_blank_is_space)
{
	struct key key = key_text("é"), read;
	char name[KEY_NAME_SIZE];

	key_print(&key, name);
	assert_string_equal(name, "é");
	key = key_text(" ");
	key_print(&key, name);
	assert_string_equal(name, "Space");
	assert_true(key_parse("Space", &read));
	assert_string_equal(read.text, " ");
	assert_true(key_parse("街", &read));
	assert_string_equal(read.text, "街");
}

T(what_is_no_key_has_no_name)
{
	struct key read = key_of(K_F1);

	assert_false(key_parse("", &read));
	assert_false(key_parse("F13", &read));
	assert_false(key_parse("\033", &read));
	assert_int_equal(read.code, K_F1);
}

T(letters_count_in_both_cases_and_digits_are_numbers)
{
	struct key small = key_text("b"), large = key_text("B");
	struct key seven = key_text("7"), wide = key_text("７");

	assert_true(key_is_letter(&small, 'B'));
	assert_true(key_is_letter(&large, 'b'));
	assert_false(key_is_letter(&small, 'C'));
	assert_int_equal(key_digit(&seven), 7);
	assert_int_equal(key_digit(&small), -1);
	assert_int_equal(key_digit(&wide), -1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_named_key_is_read_back_by_its_name),
		cmocka_unit_test(
		    a_character_is_its_own_name_and_a_blank_is_space),
		cmocka_unit_test(what_is_no_key_has_no_name),
		cmocka_unit_test(
		    letters_count_in_both_cases_and_digits_are_numbers),
	};

	return T_RUN(tests);
}
