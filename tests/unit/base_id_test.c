#include "lib/t.h"

#include "base/id.h"

static void
fill_ones(void *context, void *bytes, size_t size)
{
	(void)context;
	memset(bytes, 0xFF, size);
}

static const struct entropy ones = { fill_ones, NULL };

T(a_new_key_is_a_uuid_of_version_7)
{
	struct id id = id_new(INT64_C(0x0123456789AB), &ones);
	char text[ID_HEX_SIZE];

	id_print(&id, text);
	assert_string_equal(text, "0123456789ab7fffbfffffffffffffff");
}

T(a_key_comes_back_from_its_text)
{
	struct id id = id_new(INT64_C(1793581230000), &ones), again;
	char text[ID_HEX_SIZE];

	id_print(&id, text);
	assert_true(id_parse(text, &again));
	assert_true(id_equal(&id, &again));
	assert_false(id_is_zero(&again));
}

T(what_is_no_key_is_refused)
{
	static const char *const wrong[] = { "", "0",
		"0123456789ab7fffbffffffffffffff",
		"0123456789ab7fffbfffffffffffffff0",
		"0123456789ab7fffbffffffffffffffg",
		"0x23456789ab7fffbfffffffffffffff" };
	struct id id = { { 0 } };

	for (size_t i = 0; i < array_length(wrong); i++)
		assert_false(id_parse(wrong[i], &id));
	assert_true(id_is_zero(&id));
}

/* A key that two counters must agree on for ever: the value is fixed. */
T(a_derived_key_never_changes)
{
	struct id parent = id_new(INT64_C(0x0123456789AB), &ones);
	struct id id = id_derived("check", &parent, "32/1.A.4");
	char text[ID_HEX_SIZE];

	id_print(&id, text);
	assert_string_equal(text, "78743608e955d104970f32d7ca470db5");
}

T(derived_keys_of_other_parts_differ)
{
	struct id parent = id_new(1, &ones), other = id_new(2, &ones);
	struct id a = id_derived("ab", &parent, "c");
	struct id b = id_derived("a", &parent, "bc");
	struct id c = id_derived("ab", &other, "c");

	assert_false(id_equal(&a, &b));
	assert_false(id_equal(&a, &c));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_new_key_is_a_uuid_of_version_7),
		cmocka_unit_test(a_key_comes_back_from_its_text),
		cmocka_unit_test(what_is_no_key_is_refused),
		cmocka_unit_test(a_derived_key_never_changes),
		cmocka_unit_test(derived_keys_of_other_parts_differ),
	};

	return T_RUN(tests);
}
