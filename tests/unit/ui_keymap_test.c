#include "lib/t.h"

#include "ui/keymap.h"

enum { SAVE = 1, RIGHT, NOTE };

static const struct key_binding bindings[] = {
	{ K_F2, 0, SAVE, "key.save", NULL },
	{ K_TEXT, 'B', RIGHT, NULL, NULL },
	{ K_TEXT, 'C', NOTE, NULL, NULL },
};
static const struct keymap keymap = { bindings, array_length(bindings) };

static enum key_code
folded(enum key_code code)
{
	return key_fold(key_of(code), KEY_IN_TEXT).code;
}

T(twins_are_one_key)
{
	assert_int_equal(folded(K_CTRL_S), K_F2);
	assert_int_equal(folded(K_CTRL_F), K_F3);
	assert_int_equal(folded(K_CTRL_P), K_F4);
	assert_int_equal(folded(K_CTRL_R), K_F5);
	assert_int_equal(folded(K_CTRL_D), K_F6);
	assert_int_equal(folded(K_CTRL_N), K_F7);
	assert_int_equal(folded(K_CTRL_T), K_F8);
	assert_int_equal(folded(K_CTRL_O), K_F9);
	assert_int_equal(folded(K_CTRL_K), K_F12);
	assert_int_equal(folded(K_CTRL_C), K_ESC);
	assert_int_equal(folded(K_CTRL_A), K_HOME);
	assert_int_equal(folded(K_CTRL_E), K_END);
}

T(keys_without_a_twin_stay_what_they_are)
{
	assert_int_equal(folded(K_F2), K_F2);
	assert_int_equal(folded(K_CTRL_U), K_CTRL_U);
	assert_int_equal(folded(K_CTRL_Z), K_CTRL_Z);
	assert_int_equal(folded(K_CTRL_G), K_CTRL_G);
	assert_int_equal(folded(K_RESIZE), K_RESIZE);
}

T(marks_are_keys_in_a_list_and_text_in_a_field)
{
	struct key mark = key_text("?"), less = key_text("<");
	struct key more = key_text(">");

	assert_int_equal(key_fold(mark, KEY_IN_LIST).code, K_F1);
	assert_int_equal(key_fold(less, KEY_IN_LIST).code, K_FIRST);
	assert_int_equal(key_fold(more, KEY_IN_LIST).code, K_LAST);
	assert_int_equal(key_fold(mark, KEY_IN_TEXT).code, K_TEXT);
	assert_int_equal(key_fold(less, KEY_IN_TEXT).code, K_TEXT);
}

T(letters_act_in_a_list_only)
{
	struct key letter = key_text("b");

	assert_int_equal(keymap_find(&keymap, &letter, KEY_IN_LIST,
	    KEYMAP_ALL), RIGHT);
	assert_int_equal(keymap_find(&keymap, &letter, KEY_IN_TEXT,
	    KEYMAP_ALL), 0);
}

T(an_action_that_may_not_be_done_now_is_not_found)
{
	struct key save = key_of(K_F2), other = key_of(K_F6);
	uint64_t may = KEYMAP_ALL & ~(UINT64_C(1) << SAVE);

	assert_int_equal(keymap_find(&keymap, &save, KEY_IN_TEXT, KEYMAP_ALL),
	    SAVE);
	assert_int_equal(keymap_find(&keymap, &save, KEY_IN_TEXT, may), 0);
	assert_int_equal(keymap_find(&keymap, &other, KEY_IN_TEXT,
	    KEYMAP_ALL), 0);
}

T(legend_and_help_name_the_keys_of_the_table)
{
	char name[KEY_NAME_SIZE];

	key_binding_print(keymap_of(&keymap, SAVE), name);
	assert_string_equal(name, "F2");
	key_binding_print(keymap_of(&keymap, NOTE), name);
	assert_string_equal(name, "C");
	assert_null(keymap_of(&keymap, 9));
	assert_string_equal(key_twin(K_F2), "Ctrl-S");
	assert_null(key_twin(K_F11));
}

T(the_twin_that_help_names_is_the_twin_that_works)
{
	for (int i = K_F1; i <= K_F12; i++) {
		const char *name = key_twin((enum key_code)i);
		struct key twin;

		if (name == NULL || strncmp(name, "Ctrl-", 5) != 0)
			continue;
		assert_true(key_parse(name, &twin));
		assert_int_equal(folded(twin.code), i);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(twins_are_one_key),
		cmocka_unit_test(keys_without_a_twin_stay_what_they_are),
		cmocka_unit_test(
		    marks_are_keys_in_a_list_and_text_in_a_field),
		cmocka_unit_test(letters_act_in_a_list_only),
		cmocka_unit_test(
		    an_action_that_may_not_be_done_now_is_not_found),
		cmocka_unit_test(legend_and_help_name_the_keys_of_the_table),
		cmocka_unit_test(
		    the_twin_that_help_names_is_the_twin_that_works),
	};

	return T_RUN(tests);
}
