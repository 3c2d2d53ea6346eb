#include "lib/t.h"

#include <locale.h>

#include "ui/dialog.h"
#include "ui/frame.h"

#define scoped_dialog scoped(dialog_done) struct dialog

static void
ask(struct dialog *dialog)
{
	dialog_init(dialog, "Belum disimpan", "Isian ini belum disimpan.");
	dialog_button(dialog, "Lanjut", 0);
	dialog_button(dialog, "Simpan", 'S');
	dialog_button(dialog, "Buang", 'B');
}

static int
press(struct dialog *dialog, enum key_code code)
{
	struct key key = key_of(code);

	return dialog_key(dialog, &key);
}

static int
type(struct dialog *dialog, const char *character)
{
	struct key key = key_text(character);

	return dialog_key(dialog, &key);
}

T(the_harmless_answer_has_the_focus_and_escape_means_it)
{
	scoped_dialog dialog;

	ask(&dialog);
	assert_int_equal(press(&dialog, K_ENTER), 0);
	press(&dialog, K_RIGHT);
	press(&dialog, K_RIGHT);
	assert_int_equal(press(&dialog, K_ENTER), 2);
	assert_int_equal(press(&dialog, K_ESC), 0);
}

T(a_letter_presses_its_button_at_once)
{
	scoped_dialog dialog;

	ask(&dialog);
	assert_int_equal(type(&dialog, "b"), 2);
	assert_int_equal(type(&dialog, "S"), 1);
	assert_int_equal(type(&dialog, "x"), DIALOG_GOES_ON);
}

T(arrows_go_round)
{
	scoped_dialog dialog;

	ask(&dialog);
	press(&dialog, K_LEFT);
	assert_int_equal(dialog.focus, 2);
	press(&dialog, K_TAB);
	assert_int_equal(dialog.focus, 0);
}

T(where_a_line_is_asked_for_letters_are_text)
{
	scoped_dialog dialog;

	ask(&dialog);
	dialog_ask(&dialog, "Alasan", 60);
	assert_int_equal(type(&dialog, "b"), DIALOG_GOES_ON);
	assert_int_equal(type(&dialog, "s"), DIALOG_GOES_ON);
	assert_string_equal(line_edit_text(&dialog.entry), "bs");
	assert_int_equal(press(&dialog, K_ENTER), DIALOG_GOES_ON);
	assert_int_equal(dialog.focus, 1);
	assert_int_equal(type(&dialog, "b"), DIALOG_GOES_ON);
	assert_int_equal(press(&dialog, K_ENTER), 1);
	assert_int_equal(press(&dialog, K_ESC), 0);
}

T(it_is_drawn_in_the_middle_above_the_last_four_lines)
{
	scoped_canvas canvas = canvas_new(24, 80);
	scoped_buf out = { 0 };
	scoped_dialog dialog;
	int row, column;

	ask(&dialog);
	dialog_paint(&dialog, canvas);
	canvas_cursor_at(canvas, &row, &column);
	assert_string_equal(canvas_cell(canvas, row, column).text, "L");
	buf_init(&out, 1 << 16);
	canvas_print(canvas, &out);
	assert_non_null(strstr(out.text,
	    "│ [ Lanjut ]   [ Simpan ]   [ Buang ] │\n"));
	for (int i = 20; i < 24; i++)
		for (int j = 0; j < 80; j++)
			assert_int_equal(canvas_cell(canvas, i, j).face,
			    FACE_PLAIN);
}

T(a_long_text_scrolls_and_its_buttons_stay)
{
	scoped_canvas canvas = canvas_new(24, 80);
	scoped_buf out = { 0 }, text = { 0 };
	scoped_dialog dialog;

	buf_init(&text, 4096);
	for (int i = 1; i <= 40; i++)
		buf_print(&text, "baris %d\n", i);
	dialog_init(&dialog, "Bantuan", text.text);
	dialog_button(&dialog, "Tutup", 0);
	for (int i = 0; i < 100; i++)
		press(&dialog, K_PAGE_DOWN);
	dialog_paint(&dialog, canvas);
	buf_init(&out, 1 << 16);
	canvas_print(canvas, &out);
	assert_non_null(strstr(out.text, "baris 40"));
	assert_null(strstr(out.text, "baris 5 "));
	assert_non_null(strstr(out.text, "[ Tutup ]"));
}

T(in_the_smallest_window_text_and_buttons_are_there)
{
	scoped_canvas canvas = canvas_new(PLAIN_ROWS, PLAIN_COLUMNS);
	scoped_buf out = { 0 };
	scoped_dialog dialog;

	canvas_set_style(canvas, (struct canvas_style){ .is_plain = true });
	ask(&dialog);
	dialog_paint(&dialog, canvas);
	buf_init(&out, 1 << 16);
	canvas_print(canvas, &out);
	assert_non_null(strstr(out.text, "Isian ini belum disimpan."));
	assert_non_null(strstr(out.text, "[ Buang ]"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    the_harmless_answer_has_the_focus_and_escape_means_it),
		cmocka_unit_test(a_letter_presses_its_button_at_once),
		cmocka_unit_test(arrows_go_round),
		cmocka_unit_test(
		    where_a_line_is_asked_for_letters_are_text),
		cmocka_unit_test(
		    it_is_drawn_in_the_middle_above_the_last_four_lines),
		cmocka_unit_test(a_long_text_scrolls_and_its_buttons_stay),
		cmocka_unit_test(
		    in_the_smallest_window_text_and_buttons_are_there),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return T_RUN(tests);
}
