#include "lib/t.h"

#include <locale.h>

#include "base/text.h"
#include "ui/frame.h"
#include "ui/notice.h"

static const struct key_binding bindings[] = {
	{ K_F1, 0, 1, "Bantu", NULL }, { K_F2, 0, 2, "Simpan", NULL },
	{ K_F3, 0, 3, "Cari", NULL },  { K_F4, 0, 4, "Pilih", NULL },
	{ K_F5, 0, 5, "Segar", NULL }, { K_F6, 0, 6, "Salin", NULL },
	{ K_F8, 0, 7, "Lanjut", NULL }, { K_F9, 0, 8, "Cetak", NULL },
	{ K_F10, 0, 9, "Menu", NULL }, { K_F12, 0, 10, "Kunci", NULL },
	{ K_CTRL_Z, 0, 11, NULL, "undo" },
};
static const struct keymap keymap = { bindings, array_length(bindings) };

static const char *
words(const char *code)
{
	return code;
}

static const char *
row_of(const struct canvas *canvas, int row, struct buf *out)
{
	char *line;

	buf_init(out, 1 << 16);
	canvas_print(canvas, out);
	line = out->text;
	while (row-- > 0)
		line = strchr(line, '\n') + 1;
	*strchr(line, '\n') = '\0';
	return line;
}

T(the_parts_have_fixed_places)
{
	scoped_canvas canvas = canvas_new(24, 80);
	struct notice notice = { NOTICE_ERROR, "GALAT: tidak bisa." };
	struct frame frame = { .left = "loket", .right = "08:14",
		.trail = "Menu", .state = "DRAF", .hint = "16 angka",
		.notice = &notice, .keymap = &keymap, .may = KEYMAP_ALL,
		.words = words };
	static const struct wanted {
		int row;
		const char *text;
	} wanted[] = {
		{ 0, " loket" }, { 1, " Menu" }, { 2, "──" }, { 20, "──" },
		{ 21, " 16 angka" }, { 22, " GALAT: tidak bisa." },
		{ 23, " F1 Bantu" },
	};

	frame_paint(canvas, &frame);
	for (size_t i = 0; i < array_length(wanted); i++) {
		scoped_buf out = { 0 };
		const char *row = row_of(canvas, wanted[i].row, &out);

		assert_memory_equal(row, wanted[i].text,
		    strlen(wanted[i].text));
	}
	assert_int_equal(canvas_cell(canvas, 0, 79).face, FACE_HEADER);
	assert_int_equal(canvas_cell(canvas, 22, 79).face, FACE_ERROR);
	assert_int_equal(frame_body(canvas).rows, 17);
}

T(the_left_part_gives_way_to_the_right_one)
{
	scoped_canvas canvas = canvas_new(24, 20);
	scoped_buf out = { 0 };
	struct frame frame = { .left = "loket MPP Bale Madukara",
		.right = "08:14" };

	frame_paint(canvas, &frame);
	assert_string_equal(row_of(canvas, 0, &out), " loket MPP B… 08:14");
}

T(a_shorter_left_part_stands_in_for_one_that_does_not_fit)
{
	scoped_canvas canvas = canvas_new(24, 20);
	scoped_buf out = { 0 };
	struct frame frame = { .left = "loket MPP Bale Madukara L01",
		.left_short = "loket L01", .right = "08:14" };

	frame_paint(canvas, &frame);
	assert_string_equal(row_of(canvas, 0, &out), " loket L01    08:14");
	frame.left = "MPP L01";
	frame_paint(canvas, &frame);
	buf_done(&out);
	assert_string_equal(row_of(canvas, 0, &out), " MPP L01      08:14");
}

T(the_watermark_stands_between_them)
{
	scoped_canvas canvas = canvas_new(24, 80);
	scoped_buf out = { 0 };
	struct frame frame = { .left = "loket", .right = "08:14",
		.watermark = "LATIHAN" };
	const char *row;

	frame_paint(canvas, &frame);
	row = row_of(canvas, 0, &out);
	assert_non_null(strstr(row, "LATIHAN 08:14"));
	assert_int_equal(canvas_cell(canvas, 0, 66).face, FACE_PRACTICE);
}

T(the_legend_leaves_the_last_cell_free_and_whole_entries_out)
{
	struct frame frame = { .keymap = &keymap, .may = KEYMAP_ALL,
		.words = words };

	for (int columns = 10; columns < 140; columns++) {
		scoped_canvas canvas = canvas_new(24, columns);
		scoped_buf out = { 0 };
		const char *row;

		frame_legend(canvas, 23, &frame);
		row = row_of(canvas, 23, &out);
		assert_true((int)text_columns(row) < columns);
		assert_memory_equal(row, " F1 Bantu",
		    columns > 9 ? 9 : 0);
		/* nothing is cut: what stands there ends with a word */
		assert_null(strstr(row, "…"));
	}
}

T(the_legend_tells_only_what_may_be_done_now)
{
	scoped_canvas canvas = canvas_new(24, 80);
	scoped_buf out = { 0 };
	struct frame frame = { .keymap = &keymap, .words = words,
		.may = UINT64_C(1) << 2 | UINT64_C(1) << 9 |
		    UINT64_C(1) << 11 };

	frame_legend(canvas, 23, &frame);
	assert_string_equal(row_of(canvas, 23, &out), " F2 Simpan  F10 Menu");
}

T(a_small_window_gets_one_sentence)
{
	scoped_canvas canvas = canvas_new(20, 60);
	scoped_canvas tiny = canvas_new(1, 1);
	scoped_buf out = { 0 };

	assert_false(frame_fits(canvas));
	frame_too_small(canvas, "Layar terlalu kecil.");
	assert_string_equal(row_of(canvas, 0, &out), "Layar terlalu kecil.");
	frame_too_small(tiny, "Layar terlalu kecil.");
	canvas_resize(canvas, 24, 80);
	assert_true(frame_fits(canvas));
	canvas_resize(canvas, 24, 79);
	assert_false(frame_fits(canvas));
	canvas_set_style(canvas, (struct canvas_style){ .is_plain = true });
	canvas_resize(canvas, PLAIN_ROWS, PLAIN_COLUMNS);
	assert_true(frame_fits(canvas));
}

T(a_frame_fits_on_any_canvas)
{
	struct frame frame = { .left = "loket", .right = "08:14",
		.watermark = "LATIHAN", .trail = "Menu", .state = "DRAF",
		.hint = "x", .keymap = &keymap, .may = KEYMAP_ALL,
		.words = words };

	for (int rows = 1; rows < 10; rows++) {
		for (int columns = 1; columns < 30; columns++) {
			scoped_canvas canvas = canvas_new(rows, columns);

			frame_paint(canvas, &frame);
			assert_true(frame_body(canvas).rows >= 0);
		}
	}
}

T(the_last_twenty_messages_are_kept)
{
	struct notices notices = { 0 };
	char text[] = "INFO: a";

	for (int i = 0; i < 26; i++) {
		text[6] = (char)('a' + i);
		notice_say(&notices, NOTICE_INFO, text);
	}
	notice_clear(&notices);
	assert_int_equal(notices.now.kind, NOTICE_NONE);
	assert_string_equal(notice_past(&notices, 0)->text, "INFO: z");
	assert_string_equal(notice_past(&notices, 19)->text, "INFO: g");
	assert_null(notice_past(&notices, 20));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_parts_have_fixed_places),
		cmocka_unit_test(the_left_part_gives_way_to_the_right_one),
		cmocka_unit_test(
		    a_shorter_left_part_stands_in_for_one_that_does_not_fit),
		cmocka_unit_test(the_watermark_stands_between_them),
		cmocka_unit_test(
		    the_legend_leaves_the_last_cell_free_and_whole_entries_out),
		cmocka_unit_test(the_legend_tells_only_what_may_be_done_now),
		cmocka_unit_test(a_small_window_gets_one_sentence),
		cmocka_unit_test(a_frame_fits_on_any_canvas),
		cmocka_unit_test(the_last_twenty_messages_are_kept),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return T_RUN(tests);
}
