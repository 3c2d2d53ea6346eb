/* Register numbers as text. */

#include "domain/number.h"
#include "lib/t.h"

static struct register_number
number_of(const char *text)
{
	struct register_number number = { 0 };

	assert_true(register_number_parse(text, &number));
	return number;
}

static void
assert_typed(const char *typed, const char *wanted)
{
	struct register_number number;
	char text[REGISTER_NUMBER_SIZE];

	assert_true(register_number_parse_typed(typed, &number));
	register_number_print(&number, text);
	assert_string_equal(text, wanted);
}

static void
assert_refused(const char *text)
{
	struct register_number number;

	assert_false(register_number_parse(text, &number));
}

T(an_application_has_station_year_and_sequence)
{
	struct register_number number = number_of("L03-2026-0412");

	assert_int_equal(number.book, BOOK_APPLICATION);
	assert_string_equal(number.station, "L03");
	assert_int_equal(number.series, 'A');
	assert_int_equal(number.year, 2026);
	assert_int_equal(number.sequence, 412);
}

T(a_complaint_has_its_own_book)
{
	struct register_number number = number_of("P-L05-2026-0012");

	assert_int_equal(number.book, BOOK_COMPLAINT);
	assert_string_equal(number.station, "L05");
	assert_int_equal(number.sequence, 12);
}

T(a_second_life_has_a_letter)
{
	assert_int_equal(number_of("L03B-2026-0001").series, 'B');
	assert_int_equal(series_next('A'), 'B');
	assert_int_equal(series_next('Y'), 'Z');
	assert_int_equal(series_next('Z'), '\0');
}

T(a_number_comes_back_from_its_text)
{
	static const char *const texts[] = { "L03-2026-0412", "P-L05-2026-0012",
		"L03B-2026-0001", "L120-2027-12345", "P-L120Z-2027-1234567" };
	char text[REGISTER_NUMBER_SIZE];

	for (size_t i = 0; i < array_length(texts); i++) {
		struct register_number number = number_of(texts[i]);

		register_number_print(&number, text);
		assert_string_equal(text, texts[i]);
	}
}

T(only_the_exact_text_is_a_number)
{
	assert_refused("");
	assert_refused("L3-2026-0412");
	assert_refused("l03-2026-0412");
	assert_refused("L03-2026-412");
	assert_refused("L03-2026-00412");
	assert_refused("L03-26-0412");
	assert_refused("L03A-2026-0412");
	assert_refused("L00-2026-0412");
	assert_refused("L003-2026-0412");
	assert_refused("L03-2026-0000");
	assert_refused("L03-2026-0412 ");
	assert_refused("Q-L03-2026-0412");
	assert_refused("L03-2026-04x2");
	assert_refused("L03-2026-12345678");
	assert_refused("L1234-2026-0001");
}

T(a_number_may_be_typed_short)
{
	assert_typed("l3 2026 412", "L03-2026-0412");
	assert_typed(" p-l5-26-12 ", "P-L05-2026-0012");
	assert_typed("PL5/2026/12", "P-L05-2026-0012");
	assert_typed("l03b.2026.1", "L03B-2026-0001");
}

T(numbers_are_sorted_as_they_were_given)
{
	struct register_number early = number_of("L03-2026-9999");
	struct register_number late = number_of("L03-2026-10000");
	struct register_number second = number_of("L03B-2026-0001");
	struct register_number next_year = number_of("L03-2027-0001");
	struct register_number far = number_of("L120-2026-0001");

	assert_true(register_number_compare(&early, &late) < 0);
	assert_true(register_number_compare(&late, &second) < 0);
	assert_true(register_number_compare(&second, &far) < 0);
	assert_true(register_number_compare(&far, &next_year) < 0);
	assert_int_equal(register_number_compare(&late, &late), 0);
}

T(a_station_is_a_letter_and_two_or_three_digits)
{
	assert_true(station_is_valid("L01"));
	assert_true(station_is_valid("L99"));
	assert_true(station_is_valid("L100"));
	assert_false(station_is_valid("L00"));
	assert_false(station_is_valid("L1"));
	assert_false(station_is_valid("L010"));
	assert_false(station_is_valid("M01"));
	assert_false(station_is_valid(""));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_application_has_station_year_and_sequence),
		cmocka_unit_test(a_complaint_has_its_own_book),
		cmocka_unit_test(a_second_life_has_a_letter),
		cmocka_unit_test(a_number_comes_back_from_its_text),
		cmocka_unit_test(only_the_exact_text_is_a_number),
		cmocka_unit_test(a_number_may_be_typed_short),
		cmocka_unit_test(numbers_are_sorted_as_they_were_given),
		cmocka_unit_test(a_station_is_a_letter_and_two_or_three_digits),
	};

	return T_RUN(tests);
}
