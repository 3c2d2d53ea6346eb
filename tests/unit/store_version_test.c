#include "lib/t.h"

#include "store/version.h"

T(a_version_is_the_wall_time_when_that_is_ahead)
{
	assert_int_equal(hlc_next(1000, 5, 0), INT64_C(1000) << 16);
	assert_int_equal(hlc_ms(hlc_next(1000, 5, 0)), 1000);
}

T(a_version_is_above_the_last_one)
{
	int64_t last = (INT64_C(1000) << 16) + 3;

	assert_int_equal(hlc_next(1000, last, 0), last + 1);
	assert_int_equal(hlc_next(1, last, 0), last + 1);
	assert_int_equal(hlc_next(-1, last, 0), last + 1);
}

T(a_version_is_above_what_it_replaces)
{
	int64_t base = INT64_C(99999) << 16;

	assert_int_equal(hlc_next(1000, 7, base), base + 1);
}

T(a_full_count_carries_into_the_milliseconds)
{
	int64_t last = (INT64_C(1000) << 16) + 0xffff;

	assert_int_equal(hlc_next(1000, last, 0), INT64_C(1001) << 16);
}

T(an_absurd_clock_does_not_overflow)
{
	assert_true(hlc_next(INT64_MAX, 0, 0) > 0);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(a_version_is_the_wall_time_when_that_is_ahead),
	cmocka_unit_test(a_version_is_above_the_last_one),
	cmocka_unit_test(a_version_is_above_what_it_replaces),
	cmocka_unit_test(a_full_count_carries_into_the_milliseconds),
	cmocka_unit_test(an_absurd_clock_does_not_overflow),
};

int
main(void)
{
	return T_RUN(tests);
}
