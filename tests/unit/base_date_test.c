#include "lib/t.h"

#include "base/date.h"

static struct date
day(const char *text)
{
	struct date date = { 0 };

	assert_true(date_parse(text, &date));
	return date;
}

T(every_day_comes_back_from_its_number)
{
	int32_t first = date_number(day("1900-01-01"));
	int32_t last = date_number(day("2199-12-31"));
	struct date before = { 0 };

	assert_int_equal(last - first + 1, 109573);
	for (int32_t number = first; number <= last; number++) {
		struct date date = date_from_number(number);

		assert_true(date_is_valid(date));
		assert_int_equal(date_number(date), number);
		assert_true(date_compare(before, date) < 0);
		before = date;
	}
}

T(every_day_comes_back_from_its_text)
{
	int32_t last = date_number(day("2199-12-31"));
	char text[DATE_TEXT_SIZE];

	for (int32_t n = date_number(day("1900-01-01")); n <= last; n++) {
		date_print(date_from_number(n), text);
		assert_int_equal(date_number(day(text)), n);
	}
}

T(weekdays_follow_each_other)
{
	int32_t first = date_number(day("1900-01-01"));
	int32_t last = date_number(day("2199-12-31"));

	assert_int_equal(date_weekday(day("1900-01-01")), MONDAY);
	assert_int_equal(date_weekday(day("1970-01-01")), THURSDAY);
	assert_int_equal(date_weekday(day("2026-11-02")), MONDAY);
	assert_int_equal(date_weekday(day("2000-02-29")), TUESDAY);
	for (int32_t number = first; number <= last; number++)
		assert_int_equal(date_weekday(date_from_number(number)),
		    (number - first) % 7);
}

T(what_is_no_date_is_refused)
{
	static const char *const wrong[] = { "", "2023-02-29", "2100-02-29",
		"2026-00-10", "2026-13-10", "2026-04-31", "2026-04-00",
		"1899-12-31", "2200-01-01", "2026-4-01", "2026-04-1",
		"2026/04/01", "2026-04-01 ", " 2026-04-01", "20260401",
		"+026-04-01", "2026-04-0x", "26-04-2001", "2026-04-011" };
	struct date date = { 1, 2, 3 };

	for (size_t i = 0; i < array_length(wrong); i++)
		assert_false(date_parse(wrong[i], &date));
	assert_int_equal(date.year, 1);
}

T(leap_days_are_days)
{
	assert_true(date_is_valid(day("2000-02-29")));
	assert_true(date_is_valid(day("2024-02-29")));
}

T(no_date_is_printed_as_nothing)
{
	struct date none = { 0 };
	char text[DATE_TEXT_SIZE] = "x";

	assert_true(date_is_none(none));
	assert_false(date_is_valid(none));
	date_print(none, text);
	assert_string_equal(text, "");
	date_print_local(none, text);
	assert_string_equal(text, "");
}

T(people_read_the_day_first)
{
	char text[DATE_TEXT_SIZE];

	date_print_local(day("2026-11-02"), text);
	assert_string_equal(text, "02/11/2026");
}

T(days_are_added_across_months_and_years)
{
	char text[DATE_TEXT_SIZE];

	date_print(date_add(day("2026-12-31"), 1), text);
	assert_string_equal(text, "2027-01-01");
	date_print(date_add(day("2024-03-01"), -1), text);
	assert_string_equal(text, "2024-02-29");
	assert_int_equal(date_between(day("2026-11-02"), day("2026-11-11")), 9);
	assert_int_equal(
	    date_between(day("2026-11-11"), day("2026-11-02")), -9);
}

T(the_calendar_ends)
{
	assert_true(date_is_none(date_add(day("2199-12-31"), 1)));
	assert_true(date_is_none(date_add(day("1900-01-01"), -1)));
	assert_true(date_is_none(date_add(day("2026-01-01"), INT32_MAX)));
	assert_true(date_is_none(date_from_number(INT32_MIN)));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_day_comes_back_from_its_number),
		cmocka_unit_test(every_day_comes_back_from_its_text),
		cmocka_unit_test(weekdays_follow_each_other),
		cmocka_unit_test(what_is_no_date_is_refused),
		cmocka_unit_test(leap_days_are_days),
		cmocka_unit_test(no_date_is_printed_as_nothing),
		cmocka_unit_test(people_read_the_day_first),
		cmocka_unit_test(days_are_added_across_months_and_years),
		cmocka_unit_test(the_calendar_ends),
	};

	return T_RUN(tests);
}
