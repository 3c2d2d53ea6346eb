#include "lib/t.h"

#include <locale.h>

#include "base/text.h"
#include "ui/line_edit.h"

#define scoped_line scoped(line_edit_done) struct line_edit

static const struct area place = { 0, 2, 1, 10 };

static void
in_fours(const void *context, const char *text, struct buf *out)
{
	(void)context;
	for (size_t i = 0; text[i] != '\0'; i++) {
		if (i > 0 && i % 4 == 0)
			buf_char(out, '-');
		buf_char(out, text[i]);
	}
}

static void
press(struct line_edit *line, enum key_code code)
{
	struct key key = key_of(code);

	(void)line_edit_key(line, &key);
}

static int
painted_cursor(const struct line_edit *line, struct canvas *canvas)
{
	int row, column;

	canvas_clear(canvas);
	line_edit_paint(line, canvas, place, FACE_FIELD, true);
	canvas_cursor_at(canvas, &row, &column);
	assert_int_equal(row, 0);
	return column - place.column;
}

static void
assert_row(const struct canvas *canvas, const char *wanted)
{
	scoped_buf out = { 0 };

	buf_init(&out, 1000);
	canvas_print(canvas, &out);
	assert_string_equal(out.text, wanted);
}

T(the_cursor_counts_what_the_format_puts_in)
{
	scoped_canvas canvas = canvas_new(1, 20);
	scoped_line line;

	line_edit_init(&line, 8);
	line.format = in_fours;
	line_edit_set(&line, "12345678");
	assert_int_equal(painted_cursor(&line, canvas), 9);
	assert_row(canvas, "  1234-5678\n");
	for (int i = 0; i < 4; i++)
		press(&line, K_LEFT);
	assert_int_equal(painted_cursor(&line, canvas), 5);
	press(&line, K_LEFT);
	assert_int_equal(painted_cursor(&line, canvas), 3);
	press(&line, K_HOME);
	assert_int_equal(painted_cursor(&line, canvas), 0);
	press(&line, K_END);
	assert_int_equal(painted_cursor(&line, canvas), 9);
}

T(a_secret_shows_one_star_for_each_cluster_and_nothing_else)
{
	scoped_canvas canvas = canvas_new(1, 20);
	scoped_line line;

	line_edit_init(&line, 64);
	line.is_secret = true;
	line_edit_set(&line, "aé街");
	assert_int_equal(painted_cursor(&line, canvas), 3);
	assert_row(canvas, "  ***\n");
}

T(behind_a_full_field_the_cursor_stands_after_its_last_cell)
{
	scoped_canvas canvas = canvas_new(1, 20);
	scoped_line line;

	line_edit_init(&line, 0);
	line_edit_set(&line, "1234567890");
	assert_int_equal(painted_cursor(&line, canvas), 10);
	assert_row(canvas, "  1234567890\n");
}

T(a_longer_text_tells_at_which_edge_it_goes_on)
{
	scoped_canvas canvas = canvas_new(1, 20);
	scoped_line line;

	line_edit_init(&line, 0);
	line_edit_set(&line, "abcdefghijklmnopqrst");
	press(&line, K_HOME);
	assert_int_equal(painted_cursor(&line, canvas), 0);
	assert_row(canvas, "  abcdefghi…\n");
	press(&line, K_END);
	painted_cursor(&line, canvas);
	assert_row(canvas, "  …qrst\n");
}

T(the_cursor_is_always_in_the_field_and_on_its_character)
{
	struct t_random random = { 9 };
	scoped_canvas canvas = canvas_new(1, 20);
	scoped_line line;

	line_edit_init(&line, 0);
	line_edit_set(&line, "a街bcé街街defghijklmno街pq");
	for (int i = 0; i < 2000; i++) {
		const char *text = line_edit_text(&line);
		char wanted[8] = { 0 };
		int column;

		press(&line, t_random_below(&random, 2) == 0 ? K_LEFT :
		    K_RIGHT);
		column = painted_cursor(&line, canvas);
		assert_in_range(column, 0, 9);
		memcpy(wanted, text + line.edit.at,
		    text_next(text, line.edit.at) - line.edit.at);
		if (*wanted != '\0')
			assert_string_equal(canvas_cell(canvas, 0,
			    place.column + column).text, wanted);
	}
}

T(without_colours_the_extent_of_a_field_is_drawn)
{
	scoped_canvas canvas = canvas_new(1, 14);

	canvas_set_style(canvas, (struct canvas_style){ .has_extent = true });
	line_show(canvas, place, FACE_FIELD, "街a");
	assert_row(canvas, "  街a_______\n");
	line_show(canvas, place, FACE_FIELD, "");
	assert_row(canvas, "  __________\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_cursor_counts_what_the_format_puts_in),
		cmocka_unit_test(
		    a_secret_shows_one_star_for_each_cluster_and_nothing_else),
		cmocka_unit_test(
		    behind_a_full_field_the_cursor_stands_after_its_last_cell),
		cmocka_unit_test(
		    a_longer_text_tells_at_which_edge_it_goes_on),
		cmocka_unit_test(
		    the_cursor_is_always_in_the_field_and_on_its_character),
		cmocka_unit_test(
		    without_colours_the_extent_of_a_field_is_drawn),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return T_RUN(tests);
}
