#include "lib/t.h"

#include "base/fact.h"

T(arguments_stand_in_order)
{
	struct fact fact;

	fact_set(&fact, "move.missing-field", "a", "b", "c", "d", NULL);
	assert_string_equal(fact.code, "move.missing-field");
	assert_string_equal(fact.arg[0], "a");
	assert_string_equal(fact.arg[3], "d");
}

T(old_arguments_are_forgotten)
{
	struct fact fact;

	fact_set(&fact, "a.b", "one", "two", NULL);
	fact_set(&fact, "c.d", "three", NULL);
	assert_string_equal(fact.arg[0], "three");
	assert_string_equal(fact.arg[1], "");
}

/* 96 bytes hold 95; the 31 three-byte letters before end at 93. */
T(a_long_argument_is_cut_at_a_character)
{
	char text[3 * 40 + 1] = "";
	struct fact fact;

	for (int i = 0; i < 40; i++)
		memcpy(text + 3 * i, "\xE8\xA1\x97", 4);
	fact_set(&fact, "a.b", text, NULL);
	assert_int_equal(strlen(fact.arg[0]), 93);
	fact_arg(&fact, 1, "%s", text);
	assert_string_equal(fact.arg[1], fact.arg[0]);
	fact_arg(&fact, 2, "x%s", text);
	assert_int_equal(strlen(fact.arg[2]), 94);
	fact_arg(&fact, 3, "xx%s", text);
	assert_int_equal(strlen(fact.arg[3]), 95);
}

T(nobody_needs_to_listen)
{
	fact_set(NULL, "a.b", "c", NULL);
	fact_arg(NULL, 0, "c");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(arguments_stand_in_order),
		cmocka_unit_test(old_arguments_are_forgotten),
		cmocka_unit_test(a_long_argument_is_cut_at_a_character),
		cmocka_unit_test(nobody_needs_to_listen),
	};

	return T_RUN(tests);
}
