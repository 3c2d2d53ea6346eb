#include "lib/t.h"

#include "base/clock.h"

T(a_local_time_is_seven_hours_before_utc)
{
	int64_t utc_ms;

	assert_true(local_parse("1970-01-01T07:00", &utc_ms));
	assert_int_equal(utc_ms, 0);
	assert_true(local_parse("2026-11-02T08:00:30", &utc_ms));
	assert_int_equal(utc_ms, INT64_C(1793581230000));
}

T(the_local_day_begins_at_17_hours_utc)
{
	char text[DATE_TEXT_SIZE];

	date_print(local_date(INT64_C(1793581230000)), text);
	assert_string_equal(text, "2026-11-02");
	date_print(local_date(17 * 3600 * 1000 - 1), text);
	assert_string_equal(text, "1970-01-01");
	date_print(local_date(17 * 3600 * 1000), text);
	assert_string_equal(text, "1970-01-02");
}

T(moments_before_1970_are_told_too)
{
	struct local_time local = local_time(-LOCAL_OFFSET_MS - 1);

	assert_int_equal(local.date.year, 1969);
	assert_int_equal(local.date.day, 31);
	assert_int_equal(local.hour, 23);
	assert_int_equal(local.minute, 59);
	assert_int_equal(local.second, 59);
}

T(times_come_back_from_utc)
{
	struct t_random random = { 7 };

	for (int i = 0; i < 10000; i++) {
		int64_t ms = (int64_t)t_random_below(&random, 4000000000u);
		struct local_time local = local_time(ms * 1000);

		assert_int_equal(local_to_utc(&local), ms * 1000);
	}
}

T(a_moment_outside_the_calendar_has_no_date)
{
	assert_true(date_is_none(local_date(INT64_MAX)));
	assert_true(date_is_none(local_date(INT64_MIN)));
}

T(what_is_no_time_is_refused)
{
	static const char *const wrong[] = { "", "2026-11-02", "2026-11-02T",
		"2026-11-02T24:00", "2026-11-02T08:60", "2026-11-02 08:00",
		"2026-11-02T08:00:60", "2026-11-02T08:00:3", "2026-13-02T08:00",
		"2026-11-02T08:00Z", "2026-11-02T08.00", "2026-11-02T8:00:30" };
	int64_t utc_ms = 5;

	for (size_t i = 0; i < array_length(wrong); i++)
		assert_false(local_parse(wrong[i], &utc_ms));
	assert_int_equal(utc_ms, 5);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_local_time_is_seven_hours_before_utc),
		cmocka_unit_test(the_local_day_begins_at_17_hours_utc),
		cmocka_unit_test(moments_before_1970_are_told_too),
		cmocka_unit_test(times_come_back_from_utc),
		cmocka_unit_test(a_moment_outside_the_calendar_has_no_date),
		cmocka_unit_test(what_is_no_time_is_refused),
	};

	return T_RUN(tests);
}
