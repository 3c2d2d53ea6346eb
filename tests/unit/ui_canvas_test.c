#include "lib/t.h"

#include <locale.h>

#include "base/text.h"
#include "ui/canvas.h"
#include "ui/frame.h"

static const char *
printed(const struct canvas *canvas, struct buf *out)
{
	buf_init(out, 1 << 20);
	canvas_print(canvas, out);
	return out->text;
}

T(text_goes_where_it_is_put_and_tells_the_column_after_it)
{
	scoped_canvas canvas = canvas_new(2, 10);
	scoped_buf out = { 0 };

	assert_int_equal(canvas_put(canvas, 1, 2, FACE_PLAIN, "aé街b"), 7);
	assert_string_equal(printed(canvas, &out), "\n  aé街b\n");
}

T(a_wide_character_is_not_cut_in_half)
{
	scoped_canvas canvas = canvas_new(3, 4);
	scoped_buf out = { 0 };

	canvas_put(canvas, 0, 0, FACE_PLAIN, "abc街");
	canvas_put(canvas, 1, -1, FACE_PLAIN, "街ab");
	canvas_put_in(canvas, 2, 0, 2, FACE_PLAIN, "a街");
	assert_string_equal(printed(canvas, &out), "abc\n ab\na…\n");
}

T(writing_over_half_a_wide_character_blanks_the_rest)
{
	scoped_canvas canvas = canvas_new(2, 6);
	scoped_buf out = { 0 };

	canvas_put(canvas, 0, 0, FACE_PLAIN, "街街");
	canvas_put(canvas, 0, 1, FACE_PLAIN, "x");
	canvas_put(canvas, 1, 0, FACE_PLAIN, "街街");
	canvas_put(canvas, 1, 2, FACE_PLAIN, "y");
	assert_string_equal(printed(canvas, &out), " x街\n街y\n");
}

T(marks_stand_on_their_letter_and_a_lone_mark_on_a_blank)
{
	scoped_canvas canvas = canvas_new(2, 6);
	scoped_buf out = { 0 };

	assert_int_equal(canvas_put(canvas, 0, 0, FACE_PLAIN, "e\u0301x"), 2);
	assert_string_equal(canvas_cell(canvas, 0, 0).text, "e\u0301");
	assert_int_equal(canvas_put(canvas, 1, 0, FACE_PLAIN, "\u0301x"), 2);
	assert_string_equal(printed(canvas, &out),
	    "e\u0301x\n \u0301x\n");
}

T(more_marks_than_a_terminal_takes_are_left_out)
{
	scoped_canvas canvas = canvas_new(1, 4);
	scoped_buf text = { 0 };

	buf_init(&text, 4096);
	buf_char(&text, 'a');
	for (int i = 0; i < 40; i++)
		buf_text(&text, "\u0316");
	canvas_put(canvas, 0, 0, FACE_PLAIN, text.text);
	assert_int_equal(text_characters(canvas_cell(canvas, 0, 0).text), 5);
}

T(nothing_that_may_not_stand_reaches_the_grid)
{
	scoped_canvas canvas = canvas_new(1, 20);
	scoped_buf out = { 0 };

	canvas_put(canvas, 0, 0, FACE_PLAIN, "a\033[2Jb\xe2\x80\xae\xff\ne");
	assert_string_equal(printed(canvas, &out),
	    "a\ufffd[2Jb\ufffd\ufffd e\n");
}

/* Each row is full of whole glyphs, each as wide as it says. */
static void
check_rows(const struct canvas *canvas)
{
	for (int row = 0; row < canvas_rows(canvas); row++) {
		int columns = 0;

		for (int i = 0; i < canvas_columns(canvas); i++) {
			struct glyph glyph = canvas_cell(canvas, row, i);

			columns += glyph.columns;
			if (glyph.columns == 0)
				assert_string_equal(glyph.text, "");
			else
				assert_int_equal(text_columns(glyph.text),
				    glyph.columns);
		}
		assert_int_equal(columns, canvas_columns(canvas));
	}
}

static void
draw_at_random(struct canvas *canvas, struct t_random *random)
{
	static const char *const texts[] = { "", "x", "街街街", "e\u0301\u0301",
		"\u0301", "abc\tdef", "\xff\xfe", "Perumahan Bale Madukara",
		"a\u200db", "─│┌", "क्षि", "\U0001F1EE\U0001F1E9" };
	struct area area = { (int)t_random_below(random, 14) - 4,
		(int)t_random_below(random, 18) - 5,
		(int)t_random_below(random, 12) - 2,
		(int)t_random_below(random, 14) - 2 };
	const char *text = texts[t_random_below(random, array_length(texts))];

	switch (t_random_below(random, 9)) {
	case 0:
		canvas_put(canvas, area.row, area.column, FACE_PLAIN, text);
		break;
	case 1:
		canvas_put_in(canvas, area.row, area.column, area.columns,
		    FACE_FIELD, text);
		break;
	case 2:
		canvas_put_right(canvas, area.row, area.column, area.columns,
		    FACE_FIELD, text);
		break;
	case 3: canvas_box(canvas, area, text, text); break;
	case 4: canvas_flow(canvas, area, area.row, FACE_HINT, text); break;
	case 5: canvas_fill(canvas, area, FACE_FOCUS); break;
	case 6:
		canvas_bar(canvas, area.row, area.column, area.columns,
		    area.rows, 7);
		break;
	case 7: canvas_paint(canvas, area, FACE_ERROR); break;
	case 8:
		canvas_rule_down(canvas, area.row, area.column, area.rows,
		    FACE_RULE);
		break;
	}
}

T(whatever_is_drawn_the_rows_stay_whole)
{
	struct t_random random = { 7 };
	scoped_canvas canvas = canvas_new(6, 9);
	scoped_buf out = { 0 };

	buf_init(&out, 1 << 16);
	for (int i = 0; i < 20000; i++) {
		draw_at_random(canvas, &random);
		check_rows(canvas);
		buf_clear(&out);
		canvas_print(canvas, &out);
		assert_true(text_is_valid(out.text, out.size));
	}
}

T(a_text_put_into_columns_changes_no_other_cell)
{
	struct t_random random = { 11 };
	scoped_canvas canvas = canvas_new(1, 20);

	for (int i = 0; i < 2000; i++) {
		int from = (int)t_random_below(&random, 20);
		int columns = (int)t_random_below(&random, 20);

		canvas_put(canvas, 0, 0, FACE_PLAIN, "xxxxxxxxxxxxxxxxxxxx");
		canvas_put_in(canvas, 0, from, columns, FACE_FIELD,
		    i % 2 == 0 ? "街街街街街街" : "abcdefghijklmnop");
		for (int column = 0; column < 20; column++) {
			bool is_inside = column >= from &&
			    column < from + columns;

			assert_int_equal(canvas_cell(canvas, 0, column).face,
			    is_inside ? FACE_FIELD : FACE_PLAIN);
			if (!is_inside)
				assert_string_equal(canvas_cell(canvas, 0,
				    column).text, "x");
		}
	}
}

T(areas_of_any_size_are_cut_without_overflow)
{
	scoped_canvas canvas = canvas_new(2, 2);
	scoped_buf out = { 0 };

	canvas_fill(canvas, (struct area){ INT32_MAX, INT32_MAX, INT32_MAX,
		INT32_MAX }, FACE_FIELD);
	canvas_fill(canvas, (struct area){ INT32_MIN, INT32_MIN, 1, 1 },
	    FACE_FIELD);
	canvas_paint(canvas, (struct area){ -1, -1, INT32_MAX, INT32_MAX },
	    FACE_ERROR);
	buf_init(&out, 100);
	canvas_faces(canvas, &out);
	assert_string_equal(out.text, "EE\nEE\n");
}

T(in_ascii_every_character_has_a_plain_one)
{
	scoped_canvas canvas = canvas_new(3, 16);
	scoped_buf out = { 0 };

	canvas_set_style(canvas, (struct canvas_style){ .is_ascii = true });
	canvas_put(canvas, 0, 0, FACE_PLAIN, "Désirée — 街 “x” …");
	canvas_rule(canvas, 1, 0, 4, FACE_RULE);
	canvas_bar(canvas, 2, 0, 10, 3, 10);
	assert_string_equal(printed(canvas, &out),
	    "Desiree - ?? \"x\"\n----\n###.......\n");
}

T(a_box_has_its_title_left_and_its_note_right)
{
	scoped_canvas canvas = canvas_new(3, 24);
	scoped_buf out = { 0 };
	struct area inside = canvas_box(canvas,
	    (struct area){ 0, 0, 3, 24 }, "Pilih", "4 hasil");

	assert_int_equal(inside.row, 1);
	assert_int_equal(inside.column, 2);
	assert_int_equal(inside.rows, 1);
	assert_int_equal(inside.columns, 20);
	assert_string_equal(printed(canvas, &out),
	    "┌─ Pilih ──── 4 hasil ─┐\n"
	    "│                      │\n"
	    "└──────────────────────┘\n");
}

T(a_popup_covers_neither_its_field_nor_the_last_four_lines)
{
	struct t_random random = { 3 };

	for (int i = 0; i < 5000; i++) {
		int rows = 24 + (int)t_random_below(&random, 30);
		int columns = 80 + (int)t_random_below(&random, 60);
		scoped_canvas canvas = canvas_new(rows, columns);
		struct area body = frame_body(canvas);
		struct area field = { body.row +
			(int)t_random_below(&random, (size_t)body.rows),
			(int)t_random_below(&random, 80), 1, 20 };
		struct area popup = popup_area(canvas,
		    3 + (int)t_random_below(&random, 40),
		    10 + (int)t_random_below(&random, 100), &field);

		assert_true(popup.row >= body.row);
		assert_true(popup.row + popup.rows <= rows - FRAME_FOOT);
		assert_true(popup.column >= 0);
		assert_true(popup.column + popup.columns <= columns);
		assert_true(popup.row > field.row ||
		    popup.row + popup.rows <= field.row);
	}
}

T(the_cursor_stays_on_the_grid)
{
	scoped_canvas canvas = canvas_new(3, 4);
	int row, column;

	canvas_cursor(canvas, 99, -7);
	canvas_cursor_at(canvas, &row, &column);
	assert_int_equal(row, 2);
	assert_int_equal(column, 0);
	canvas_resize(canvas, 1, 1);
	canvas_cursor_at(canvas, &row, &column);
	assert_int_equal(row, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    text_goes_where_it_is_put_and_tells_the_column_after_it),
		cmocka_unit_test(a_wide_character_is_not_cut_in_half),
		cmocka_unit_test(
		    writing_over_half_a_wide_character_blanks_the_rest),
		cmocka_unit_test(
		    marks_stand_on_their_letter_and_a_lone_mark_on_a_blank),
		cmocka_unit_test(
		    more_marks_than_a_terminal_takes_are_left_out),
		cmocka_unit_test(nothing_that_may_not_stand_reaches_the_grid),
		cmocka_unit_test(whatever_is_drawn_the_rows_stay_whole),
		cmocka_unit_test(
		    a_text_put_into_columns_changes_no_other_cell),
		cmocka_unit_test(areas_of_any_size_are_cut_without_overflow),
		cmocka_unit_test(in_ascii_every_character_has_a_plain_one),
		cmocka_unit_test(
		    a_box_has_its_title_left_and_its_note_right),
		cmocka_unit_test(
		    a_popup_covers_neither_its_field_nor_the_last_four_lines),
		cmocka_unit_test(the_cursor_stays_on_the_grid),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return T_RUN(tests);
}
