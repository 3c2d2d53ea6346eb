#include "lib/t.h"

#include "ui/list.h"

/* Rows that come and go: each is a number, which is its id too; 0 heads. */
struct numbers {
	uint8_t number[64];
	size_t n;
	size_t painted;
};

static size_t
count(void *context)
{
	const struct numbers *numbers = context;

	return numbers->n;
}

static struct id
id_of(void *context, size_t i)
{
	const struct numbers *numbers = context;

	return (struct id){ { numbers->number[i] } };
}

static void
paint(void *context, size_t i, struct canvas *canvas, struct area area,
    enum face face)
{
	struct numbers *numbers = context;

	numbers->painted++;
	canvas_print_at(canvas, area.row, area.column, face, "%d",
	    (int)numbers->number[i]);
}

static bool
may_select(void *context, size_t i)
{
	const struct numbers *numbers = context;

	return numbers->number[i] != 0;
}

static struct numbers
numbers_to(size_t n)
{
	struct numbers numbers = { .n = n };

	for (size_t i = 0; i < n; i++)
		numbers.number[i] = (uint8_t)(i + 1);
	return numbers;
}

static struct list_source
source_of(struct numbers *numbers)
{
	return (struct list_source){ .count = count, .id = id_of,
		.paint = paint, .may_select = may_select,
		.context = numbers };
}

static enum list_result
press(struct list *list, enum key_code code)
{
	struct key key = key_of(code);

	return list_key(list, &key);
}

T(the_selection_is_a_row_and_survives_that_rows_move)
{
	struct numbers numbers = numbers_to(5);
	struct list_source source = source_of(&numbers);
	struct list list;

	list_init(&list, &source, 10);
	press(&list, K_DOWN);
	press(&list, K_DOWN);
	assert_int_equal(numbers.number[list.selected], 3);
	memmove(numbers.number + 2, numbers.number, 5);
	numbers.number[0] = 9;
	numbers.number[1] = 8;
	numbers.n = 7;
	list_refresh(&list);
	assert_int_equal(numbers.number[list.selected], 3);
	assert_int_equal(list.selected, 4);
}

T(when_its_row_is_gone_the_selection_stays_near)
{
	struct numbers numbers = numbers_to(5);
	struct list_source source = source_of(&numbers);
	struct list list;

	list_init(&list, &source, 10);
	press(&list, K_END);
	numbers.n = 3;
	list_refresh(&list);
	assert_int_equal(list.selected, 2);
	numbers.n = 0;
	list_refresh(&list);
	assert_false(list_has_row(&list));
	assert_int_equal(press(&list, K_ENTER), LIST_MOVED);
	assert_int_equal(press(&list, K_DOWN), LIST_MOVED);
}

T(headings_are_passed_over_and_stay_in_sight)
{
	struct numbers numbers = { { 0, 1, 2, 0, 0, 3, 0 }, 7, 0 };
	struct list_source source = source_of(&numbers);
	struct list list;

	list_init(&list, &source, 3);
	assert_int_equal(list.selected, 1);
	assert_int_equal(list.top, 0);
	press(&list, K_DOWN);
	press(&list, K_DOWN);
	assert_int_equal(list.selected, 5);
	press(&list, K_END);
	assert_int_equal(list.selected, 5);
	press(&list, K_UP);
	assert_int_equal(list.selected, 2);
	press(&list, K_HOME);
	assert_int_equal(list.selected, 1);
	assert_int_equal(list.top, 0);
}

T(only_rows_in_the_window_are_asked_for)
{
	struct numbers numbers = numbers_to(60);
	struct list_source source = source_of(&numbers);
	scoped_canvas canvas = canvas_new(12, 20);
	struct list list;

	list_init(&list, &source, 5);
	list_paint(&list, canvas, (struct area){ 1, 0, 5, 20 }, true);
	assert_int_equal(numbers.painted, 5);
	list_resize(&list, 9);
	list_paint(&list, canvas, (struct area){ 1, 0, 9, 20 }, true);
	assert_int_equal(numbers.painted, 14);
}

T(the_selected_row_has_mark_and_cursor)
{
	struct numbers numbers = numbers_to(5);
	struct list_source source = source_of(&numbers);
	scoped_canvas canvas = canvas_new(5, 10);
	struct list list;
	int row, column;

	list_init(&list, &source, 5);
	press(&list, K_DOWN);
	list_paint(&list, canvas, (struct area){ 0, 3, 5, 7 }, true);
	canvas_cursor_at(canvas, &row, &column);
	assert_int_equal(row, 1);
	assert_int_equal(column, 3);
	assert_string_equal(canvas_cell(canvas, 1, 3).text, ">");
	assert_int_equal(canvas_cell(canvas, 1, 8).face, FACE_FOCUS);
	assert_int_equal(canvas_cell(canvas, 0, 8).face, FACE_PLAIN);
}

T(a_row_is_found_by_its_id)
{
	struct numbers numbers = numbers_to(20);
	struct list_source source = source_of(&numbers);
	struct id twelve = { { 12 } }, none = { { 99 } };
	struct list list;

	list_init(&list, &source, 5);
	assert_true(list_select_id(&list, &twelve));
	assert_int_equal(list.selected, 11);
	assert_false(list_select_id(&list, &none));
	assert_int_equal(list.selected, 11);
	assert_int_equal(press(&list, K_ENTER), LIST_CHOSEN);
	assert_int_equal(press(&list, K_TAB), LIST_IGNORED);
}

T(after_any_keys_the_selection_is_in_the_window)
{
	static const enum key_code codes[] = { K_UP, K_DOWN, K_PAGE_UP,
		K_PAGE_DOWN, K_HOME, K_END, K_FIRST, K_LAST };
	struct t_random random = { 4 };
	struct numbers numbers = numbers_to(40);
	struct list_source source = source_of(&numbers);
	struct list list;

	list_init(&list, &source, 5);
	for (int i = 0; i < 20000; i++) {
		if (t_random_below(&random, 10) == 0) {
			numbers.n = t_random_below(&random, 41);
			numbers.number[t_random_below(&random, 40)] =
			    (uint8_t)t_random_below(&random, 3);
			list_refresh(&list);
		}
		if (t_random_below(&random, 20) == 0)
			list_resize(&list, (int)t_random_below(&random, 12));
		press(&list, codes[t_random_below(&random,
		    array_length(codes))]);
		assert_true(list.n == 0 || list.selected < list.n);
		assert_true(list.selected >= list.top);
		assert_true(list.selected < list.top + (size_t)list.rows);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    the_selection_is_a_row_and_survives_that_rows_move),
		cmocka_unit_test(when_its_row_is_gone_the_selection_stays_near),
		cmocka_unit_test(headings_are_passed_over_and_stay_in_sight),
		cmocka_unit_test(only_rows_in_the_window_are_asked_for),
		cmocka_unit_test(the_selected_row_has_mark_and_cursor),
		cmocka_unit_test(a_row_is_found_by_its_id),
		cmocka_unit_test(
		    after_any_keys_the_selection_is_in_the_window),
	};

	return T_RUN(tests);
}
