#include "lib/t.h"

#include "base/buf.h"

T(a_new_buffer_is_empty_text)
{
	scoped_buf buf = { 0 };

	buf_init(&buf, 10);
	assert_string_equal(buf.text, "");
	assert_int_equal(buf.size, 0);
}

T(pieces_are_joined)
{
	scoped_buf buf = { 0 };

	buf_init(&buf, 100);
	buf_text(&buf, "NIK");
	buf_char(&buf, ' ');
	buf_add(&buf, "barux", 4);
	buf_repeat(&buf, '.', 3);
	buf_print(&buf, "%d", 16);
	assert_string_equal(buf.text, "NIK baru...16");
	assert_int_equal(buf.size, strlen("NIK baru...16"));
}

T(the_ceiling_can_be_reached_exactly)
{
	scoped_buf buf = { 0 };

	buf_init(&buf, 5);
	buf_text(&buf, "abcde");
	assert_false(buf.is_over);
	assert_string_equal(buf.text, "abcde");
}

T(an_addition_past_the_ceiling_is_refused_whole)
{
	scoped_buf buf = { 0 };

	buf_init(&buf, 5);
	buf_text(&buf, "abc");
	buf_text(&buf, "def");
	assert_true(buf.is_over);
	assert_string_equal(buf.text, "abc");
	buf_char(&buf, 'd');
	assert_string_equal(buf.text, "abc");
}

T(printing_past_the_ceiling_is_refused_whole)
{
	scoped_buf buf = { 0 };

	buf_init(&buf, 5);
	buf_print(&buf, "%s", "abcdef");
	assert_true(buf.is_over);
	assert_string_equal(buf.text, "");
}

T(repeating_past_the_ceiling_is_refused_whole)
{
	scoped_buf buf = { 0 };

	buf_init(&buf, 5);
	buf_repeat(&buf, '-', SIZE_MAX);
	assert_true(buf.is_over);
	assert_string_equal(buf.text, "");
}

T(no_memory_is_a_ceiling_too)
{
	scoped_buf buf = { 0 };

	buf_init(&buf, SIZE_MAX - 1);
	buf_repeat(&buf, '-', SIZE_MAX / 2);
	assert_true(buf.is_over);
	assert_string_equal(buf.text, "");
}

T(a_cleared_buffer_takes_text_again)
{
	scoped_buf buf = { 0 };

	buf_init(&buf, 3);
	buf_text(&buf, "abcd");
	buf_clear(&buf);
	buf_text(&buf, "abc");
	assert_false(buf.is_over);
	assert_string_equal(buf.text, "abc");
}

T(a_cut_shortens_only)
{
	scoped_buf buf = { 0 };

	buf_init(&buf, 10);
	buf_text(&buf, "abcdef");
	buf_cut(&buf, 9);
	assert_string_equal(buf.text, "abcdef");
	buf_cut(&buf, 2);
	assert_string_equal(buf.text, "ab");
	assert_int_equal(buf.size, 2);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_new_buffer_is_empty_text),
		cmocka_unit_test(pieces_are_joined),
		cmocka_unit_test(the_ceiling_can_be_reached_exactly),
		cmocka_unit_test(an_addition_past_the_ceiling_is_refused_whole),
		cmocka_unit_test(printing_past_the_ceiling_is_refused_whole),
		cmocka_unit_test(repeating_past_the_ceiling_is_refused_whole),
		cmocka_unit_test(no_memory_is_a_ceiling_too),
		cmocka_unit_test(a_cleared_buffer_takes_text_again),
		cmocka_unit_test(a_cut_shortens_only),
	};

	return T_RUN(tests);
}
