#include "lib/t.h"

#include "ui/choice.h"

/* A hundred rows "00" to "99"; typing narrows to those that begin so. */
struct hundred {
	char typed[4], code[4];
};

static size_t
filter(void *context, const char *typed)
{
	struct hundred *hundred = context;
	static const size_t fits[] = { 100, 10, 1, 0 };

	memset(hundred->typed, 0, sizeof(hundred->typed));
	memcpy(hundred->typed, typed, strlen(typed));
	return fits[strlen(hundred->typed)];
}

static struct choice_row
row(void *context, size_t i)
{
	struct hundred *hundred = context;

	size_t fixed = strlen(hundred->typed);

	/* the digits that were typed, then those of the row */
	hundred->code[0] = fixed > 0 ? hundred->typed[0] :
	    (char)('0' + i / 10);
	hundred->code[1] = fixed > 1 ? hundred->typed[1] :
	    (char)('0' + i % 10);
	hundred->code[2] = '\0';
	return (struct choice_row){ hundred->code, "text", NULL };
}

static enum choice_result
press(struct choice *choice, enum key_code code)
{
	struct key key = key_of(code);

	return choice_key(choice, &key);
}

static enum choice_result
type(struct choice *choice, const char *character)
{
	struct key key = key_text(character);

	return choice_key(choice, &key);
}

T(typing_narrows_and_backspace_widens)
{
	struct hundred hundred;
	struct choice_source source = { filter, row, &hundred };
	scoped(choice_done) struct choice choice;

	choice_init(&choice, &source, "");
	assert_int_equal(choice.n, 100);
	type(&choice, "4");
	assert_int_equal(choice.n, 10);
	type(&choice, "2");
	assert_int_equal(choice.n, 1);
	assert_int_equal(press(&choice, K_ENTER), CHOICE_CHOSEN);
	assert_string_equal(row(&hundred, choice.selected).code, "42");
	press(&choice, K_BACKSPACE);
	assert_int_equal(choice.n, 10);
}

T(a_new_filter_selects_the_first_row)
{
	struct hundred hundred;
	struct choice_source source = { filter, row, &hundred };
	scoped(choice_done) struct choice choice;

	choice_init(&choice, &source, "");
	press(&choice, K_LAST);
	assert_true(choice.top > 0);
	type(&choice, "4");
	assert_int_equal(choice.selected, 0);
	assert_int_equal(choice.top, 0);
}

T(where_nothing_fits_nothing_is_chosen)
{
	struct hundred hundred;
	struct choice_source source = { filter, row, &hundred };
	scoped(choice_done) struct choice choice;

	choice_init(&choice, &source, "xyz");
	assert_int_equal(choice.n, 0);
	assert_int_equal(press(&choice, K_ENTER), CHOICE_OPEN);
	assert_int_equal(press(&choice, K_DOWN), CHOICE_OPEN);
	assert_int_equal(press(&choice, K_ESC), CHOICE_CLOSED);
}

T(digits_choose_at_once_where_rows_are_numbered)
{
	struct hundred hundred;
	struct choice_source source = { filter, row, &hundred };
	scoped(choice_done) struct choice choice;

	choice_init(&choice, &source, "");
	choice.has_digits = true;
	assert_int_equal(type(&choice, "3"), CHOICE_CHOSEN);
	assert_int_equal(choice.selected, 2);
	assert_int_equal(type(&choice, "0"), CHOICE_OPEN);
}

T(the_cursor_stands_on_the_selected_row)
{
	struct hundred hundred;
	struct choice_source source = { filter, row, &hundred };
	scoped_canvas canvas = canvas_new(24, 80);
	scoped(choice_done) struct choice choice;
	int at, column;

	choice_init(&choice, &source, "");
	choice.title = "Pilih";
	for (int i = 0; i < 200; i++) {
		press(&choice, i < 120 ? K_DOWN : K_UP);
		canvas_clear(canvas);
		choice_paint(&choice, canvas, NULL);
		canvas_cursor_at(canvas, &at, &column);
		assert_string_equal(canvas_cell(canvas, at, column).text,
		    ">");
		assert_int_equal(canvas_cell(canvas, at, column).face,
		    FACE_FOCUS);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(typing_narrows_and_backspace_widens),
		cmocka_unit_test(a_new_filter_selects_the_first_row),
		cmocka_unit_test(where_nothing_fits_nothing_is_chosen),
		cmocka_unit_test(
		    digits_choose_at_once_where_rows_are_numbered),
		cmocka_unit_test(the_cursor_stands_on_the_selected_row),
	};

	return T_RUN(tests);
}
