#include "lib/t.h"

#include <locale.h>

#include "base/text.h"
#include "ui/text_area.h"

#define scoped_area scoped(text_area_done) struct text_area

enum { ROWS = 4, COLUMNS = 11 };

static enum edit_result
press(struct text_area *area, enum key_code code)
{
	struct key key = key_of(code);

	return text_area_key(area, &key);
}

static void
type(struct text_area *area, const char *text)
{
	uint32_t point;

	while (*text != '\0') {
		struct key key = key_text(text);

		(void)text_area_key(area, &key);
		text += text_decode(text, strlen(text), &point);
	}
}

static void
assert_shown(const struct text_area *area, const char *wanted)
{
	scoped_canvas canvas = canvas_new(ROWS, COLUMNS);
	scoped_buf out = { 0 };

	text_area_paint(area, canvas, 0, 0, FACE_FIELD, true);
	buf_init(&out, 1000);
	canvas_print(canvas, &out);
	assert_string_equal(out.text, wanted);
}

T(text_inserted_at_the_start_flows_on_and_flows_back)
{
	scoped_area area;

	text_area_init(&area, 0, ROWS, COLUMNS);
	text_area_set(&area, "dua tiga empat");
	assert_shown(&area, "dua tiga\nempat\n\n\n");
	press(&area, K_UP);
	press(&area, K_HOME);
	type(&area, "satu ");
	assert_shown(&area, "satu dua\ntiga empat\n\n\n");
	for (int i = 0; i < 5; i++)
		press(&area, K_BACKSPACE);
	assert_shown(&area, "dua tiga\nempat\n\n\n");
	assert_string_equal(text_area_text(&area), "dua tiga empat");
}

T(a_newline_is_not_a_soft_break_and_can_be_joined)
{
	scoped_area area;

	text_area_init(&area, 0, ROWS, COLUMNS);
	type(&area, "satu");
	press(&area, K_ENTER);
	type(&area, "dua");
	assert_string_equal(text_area_text(&area), "satu\ndua");
	assert_shown(&area, "satu\ndua\n\n\n");
	press(&area, K_HOME);
	press(&area, K_BACKSPACE);
	assert_shown(&area, "satudua\n\n\n\n");
}

T(a_word_longer_than_a_line_is_whole_in_the_text)
{
	scoped_area area;

	text_area_init(&area, 0, ROWS, COLUMNS);
	type(&area, "abcdefghijklmnopqrstuvwxy");
	assert_shown(&area, "abcdefghij\nklmnopqrst\nuvwxy\n\n");
	assert_string_equal(text_area_text(&area),
	    "abcdefghijklmnopqrstuvwxy");
}

T(wide_characters_fill_an_odd_width_without_being_refused)
{
	scoped_area area;

	text_area_init(&area, 0, ROWS, 10);
	type(&area, "街街街街街街街");
	assert_shown(&area, "街街街街\n街街街\n\n\n");
}

T(up_and_down_keep_their_column_over_a_short_line)
{
	scoped_area area;

	text_area_init(&area, 0, ROWS, COLUMNS);
	text_area_set(&area, "abcdef\nx\nabcdef");
	press(&area, K_LEFT);
	press(&area, K_UP);
	assert_int_equal(area.edit.at, 8);
	press(&area, K_UP);
	assert_int_equal(area.edit.at, 5);
	press(&area, K_LEFT);
	press(&area, K_DOWN);
	press(&area, K_DOWN);
	assert_int_equal(area.edit.at, 9 + 4);
}

T(up_in_the_first_line_and_down_in_the_last_are_for_the_form)
{
	scoped_area area;

	text_area_init(&area, 0, ROWS, COLUMNS);
	text_area_set(&area, "a\nb");
	assert_int_equal(press(&area, K_DOWN), EDIT_IGNORED);
	assert_int_equal(press(&area, K_UP), EDIT_MOVED);
	assert_int_equal(press(&area, K_UP), EDIT_IGNORED);
	assert_int_equal(press(&area, K_TAB), EDIT_IGNORED);
}

T(it_tells_line_and_number_of_lines)
{
	scoped_area area;
	size_t line, lines;

	text_area_init(&area, 0, ROWS, COLUMNS);
	text_area_where(&area, &line, &lines);
	assert_int_equal(line, 1);
	assert_int_equal(lines, 1);
	text_area_set(&area, "a\nb\n");
	text_area_where(&area, &line, &lines);
	assert_int_equal(line, 3);
	assert_int_equal(lines, 3);
}

static void
press_at_random(struct text_area *area, struct t_random *random)
{
	static const enum key_code codes[] = { K_UP, K_DOWN, K_PAGE_UP,
		K_PAGE_DOWN, K_HOME, K_END, K_LEFT, K_RIGHT, K_BACKSPACE,
		K_DELETE, K_ENTER, K_CTRL_W, K_CTRL_Z, K_CTRL_Y };
	static const char *const texts[] = { "a", " ", "街", "kata ", "é",
		"panjangsekali" };

	if (t_random_below(random, 30) == 0)
		text_area_resize(area, 1 + (int)t_random_below(random, 8),
		    3 + (int)t_random_below(random, 20));
	else if (t_random_below(random, 2) == 0)
		type(area, texts[t_random_below(random,
		    array_length(texts))]);
	else
		press(area, codes[t_random_below(random,
		    array_length(codes))]);
}

T(after_any_key_and_size_the_cursor_is_in_the_window)
{
	struct t_random random = { 21 };
	scoped_area area;

	text_area_init(&area, 400, ROWS, COLUMNS);
	for (int i = 0; i < 5000; i++) {
		scoped_canvas canvas = NULL;
		int row, column;

		press_at_random(&area, &random);
		canvas = canvas_new(area.rows + 2, area.columns + 2);
		canvas_cursor(canvas, area.rows + 1, area.columns + 1);
		text_area_paint(&area, canvas, 0, 0, FACE_FIELD, true);
		canvas_cursor_at(canvas, &row, &column);
		assert_in_range(row, 0, area.rows - 1);
		assert_in_range(column, 0, area.columns);
		for (int j = 0; j < area.columns + 2; j++)
			assert_int_equal(canvas_cell(canvas, area.rows,
			    j).face, FACE_PLAIN);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    text_inserted_at_the_start_flows_on_and_flows_back),
		cmocka_unit_test(
		    a_newline_is_not_a_soft_break_and_can_be_joined),
		cmocka_unit_test(
		    a_word_longer_than_a_line_is_whole_in_the_text),
		cmocka_unit_test(
		    wide_characters_fill_an_odd_width_without_being_refused),
		cmocka_unit_test(
		    up_and_down_keep_their_column_over_a_short_line),
		cmocka_unit_test(
		    up_in_the_first_line_and_down_in_the_last_are_for_the_form),
		cmocka_unit_test(it_tells_line_and_number_of_lines),
		cmocka_unit_test(
		    after_any_key_and_size_the_cursor_is_in_the_window),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return T_RUN(tests);
}
