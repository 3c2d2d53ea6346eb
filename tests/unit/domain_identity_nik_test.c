/* What can be wrong with a NIK: shape blocks, everything else only warns. */

#include "domain/identity.h"
#include "lib/asset.h"

/* Purwakarta, 15 May 1990, a man. */
#define MAN "3214011505900001"
/* The same day, a woman. */
#define WOMAN "3214015505900001"

static int
open_regions(void **state)
{
	struct arena *arena = arena_new();
	struct problems problems = { .arena = arena };
	struct regions *regions = arena_alloc(arena, sizeof *regions);
	struct err err = { 0 };
	const char *text;
	size_t size;

	text = asset_text(arena, "data/villages.tsv", &size);
	t_done(regions_read_villages(
		   "villages.tsv", text, size, &problems, regions, &err),
	    err);
	text = asset_text(arena, "data/areas.tsv", &size);
	t_done(regions_read_areas(
		   "areas.tsv", text, size, &problems, regions, &err),
	    err);
	*state = regions;
	return 0;
}

static int
close_regions(void **state)
{
	struct regions *regions = *state;

	arena_free(regions->arena);
	return 0;
}

static void
assert_nik(const char *nik, const struct nik_context *context,
    enum severity severity, const char *code)
{
	struct fact fact = { 0 };
	enum severity got = nik_check(nik, context, &fact);

	assert_string_equal(fact.code, code);
	assert_int_equal(got, severity);
}

T(a_good_nik_is_fine)
{
	struct nik_context context = { { 1990, 5, 15 }, SEX_MALE, *state };

	assert_nik(MAN, &context, FINE, "");
	assert_nik(MAN, NULL, FINE, "");
	assert_nik("", &context, FINE, "");
}

T(a_nik_of_another_length_is_wrong)
{
	struct fact fact = { 0 };

	assert_nik("321401150590000", NULL, WRONG, "nik.short");
	assert_nik("32140115059000012", NULL, WRONG, "nik.long");
	(void)nik_check("321401150590000", NULL, &fact);
	assert_string_equal(fact.arg[0], "15");
	assert_string_equal(fact.arg[1], "1");
	assert_nik("321401150590000O", NULL, WRONG, "nik.not-digits");
}

T(a_day_that_cannot_be_is_wrong)
{
	assert_nik("3214010005900001", NULL, WRONG, "nik.day");
	assert_nik("3214013205900001", NULL, WRONG, "nik.day");
	assert_nik("3214014005900001", NULL, WRONG, "nik.day");
	assert_nik("3214017205900001", NULL, WRONG, "nik.day");
	assert_nik("3214017105900001", NULL, FINE, "");
	assert_nik("3214014105900001", NULL, FINE, "");
	assert_nik("3214013105900001", NULL, FINE, "");
}

T(a_month_that_cannot_be_is_wrong)
{
	assert_nik("3214011500900001", NULL, WRONG, "nik.month");
	assert_nik("3214011513900001", NULL, WRONG, "nik.month");
	assert_nik("3214011512900001", NULL, FINE, "");
}

T(the_serial_begins_with_one)
{
	assert_nik("3214011505900000", NULL, WRONG, "nik.serial");
}

T(a_day_its_month_never_has_is_doubted)
{
	assert_nik("3214013002900001", NULL, DOUBT, "nik.day-of-month");
	assert_nik("3214013104900001", NULL, DOUBT, "nik.day-of-month");
	assert_nik("3214012902910001", NULL, DOUBT, "nik.day-of-month");
	assert_nik("3214012902920001", NULL, FINE, "");
	/* 1900 had no such day, 2000 had. */
	assert_nik("3214012902000001", NULL, FINE, "");
}

T(another_birth_date_is_doubted)
{
	struct nik_context context = { { 1990, 5, 16 }, SEX_UNKNOWN, NULL };
	struct fact fact = { 0 };

	assert_nik(MAN, &context, DOUBT, "nik.birth-date");
	(void)nik_check(MAN, &context, &fact);
	assert_string_equal(fact.arg[0], "15/05/..90");
	assert_string_equal(fact.arg[1], "16/05/1990");
	context.birth_date = (struct date){ 1990, 5, 15 };
	assert_nik(WOMAN, &context, FINE, "");
	context.birth_date = (struct date){ 2090, 5, 15 };
	assert_nik(MAN, &context, FINE, "");
}

T(another_sex_is_doubted)
{
	struct nik_context context = { { 0 }, SEX_FEMALE, NULL };

	assert_nik(MAN, &context, DOUBT, "nik.of-man");
	assert_nik(WOMAN, &context, FINE, "");
	context.sex = SEX_MALE;
	assert_nik(WOMAN, &context, DOUBT, "nik.of-woman");
}

T(a_region_not_known_is_doubted)
{
	struct nik_context context = { .regions = *state };

	/* Province 10 was West Java once; 32.19 never was; kecamatan 18. */
	assert_nik("1014011505900001", &context, DOUBT, "nik.region");
	assert_nik("3219011505900001", &context, DOUBT, "nik.region");
	assert_nik("3214181505900001", &context, DOUBT, "nik.region");
}

T(a_nik_from_elsewhere_is_fine_with_a_remark)
{
	struct nik_context context = { .regions = *state };
	struct fact fact = { 0 };

	assert_nik("3273011505900001", &context, FINE, "nik.elsewhere");
	assert_nik("3374011505900001", &context, FINE, "nik.elsewhere");
	(void)nik_check("3273011505900001", &context, &fact);
	assert_string_equal(fact.arg[0], "Kota Bandung");
	(void)nik_check("3374011505900001", &context, &fact);
	assert_string_equal(fact.arg[0], "Jawa Tengah");
}

T(birth_dates_that_may_be_meant_are_not_in_the_future)
{
	struct date today = { 2026, 11, 24 }, dates[2];

	assert_int_equal(nik_birth_dates(MAN, today, dates), 1);
	assert_int_equal(dates[0].year, 1990);
	assert_int_equal(nik_birth_dates(WOMAN, today, dates), 1);
	assert_int_equal(dates[0].day, 15);
	assert_int_equal(nik_birth_dates("3214011505100001", today, dates), 2);
	assert_int_equal(dates[0].year, 2010);
	assert_int_equal(dates[1].year, 1910);
	assert_int_equal(nik_birth_dates("3214012902000001", today, dates), 1);
	assert_int_equal(dates[0].year, 2000);
	assert_int_equal(nik_birth_dates("3214013002900001", today, dates), 0);
	assert_int_equal(nik_birth_dates("321401", today, dates), 0);
	assert_int_equal(nik_birth_dates("", today, dates), 0);
}

T(the_sex_is_in_the_day)
{
	assert_int_equal(nik_sex(MAN), SEX_MALE);
	assert_int_equal(nik_sex(WOMAN), SEX_FEMALE);
	assert_int_equal(nik_sex("32"), SEX_UNKNOWN);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_good_nik_is_fine),
		cmocka_unit_test(a_nik_of_another_length_is_wrong),
		cmocka_unit_test(a_day_that_cannot_be_is_wrong),
		cmocka_unit_test(a_month_that_cannot_be_is_wrong),
		cmocka_unit_test(the_serial_begins_with_one),
		cmocka_unit_test(a_day_its_month_never_has_is_doubted),
		cmocka_unit_test(another_birth_date_is_doubted),
		cmocka_unit_test(another_sex_is_doubted),
		cmocka_unit_test(a_region_not_known_is_doubted),
		cmocka_unit_test(a_nik_from_elsewhere_is_fine_with_a_remark),
		cmocka_unit_test(
		    birth_dates_that_may_be_meant_are_not_in_the_future),
		cmocka_unit_test(the_sex_is_in_the_day),
	};

	return cmocka_run_group_tests(tests, open_regions, close_regions);
}
