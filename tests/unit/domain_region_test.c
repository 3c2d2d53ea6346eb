/* Villages and areas: data/villages.tsv and data/areas.tsv. */

#include "domain/region.h"
#include "lib/asset.h"

#define HEADER "code\tkind\tname\tdistrict\tpostal_code\n"

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
assert_problem(const char *text, int line, const char *code)
{
	scoped_arena arena = arena_new();
	struct problems problems = { .arena = arena };
	struct regions regions = { 0 };

	assert_int_equal(regions_read_villages("v.tsv", text, strlen(text),
			     &problems, &regions, NULL),
	    FAIL_INVALID);
	assert_int_equal(problems.n, 1);
	assert_string_equal(problems.list[0].fact.code, code);
	assert_int_equal(problems.list[0].line, line);
	assert_null(regions.villages);
}

static const char *
first_found(const struct regions *regions, const char *query)
{
	size_t found[3];

	if (villages_search(regions, query, found, 3) == 0)
		return "";
	return regions->villages[found[0]].code;
}

T(the_kabupaten_has_17_kecamatan_183_desa_and_9_kelurahan)
{
	struct regions *regions = *state;
	int districts = 0, kelurahan = 0;

	for (size_t i = 0; i < regions->n; i++) {
		kelurahan += regions->villages[i].is_kelurahan;
		if (i == 0 ||
		    strcmp(regions->villages[i].district,
			regions->villages[i - 1].district) != 0)
			districts++;
	}
	assert_int_equal(regions->n, 192);
	assert_int_equal(kelurahan, 9);
	assert_int_equal(districts, 17);
}

T(a_kelurahan_has_a_code_that_begins_with_one)
{
	struct regions *regions = *state;

	for (size_t i = 0; i < regions->n; i++)
		assert_int_equal(regions->villages[i].is_kelurahan,
		    regions->villages[i].code[9] == '1');
}

T(a_village_is_found_by_its_code_with_or_without_dots)
{
	struct regions *regions = *state;
	const struct village *village;

	village = village_find(regions, "32.14.01.1002");
	assert_non_null(village);
	assert_string_equal(village->name, "Nagri Kaler");
	assert_string_equal(village->postal_code, "41115");
	assert_ptr_equal(village_find(regions, "3214011002"), village);
	assert_null(village_find(regions, "32.14.01"));
	assert_null(village_find(regions, ""));
	assert_null(village_find(regions, "32.14.01.1002.99.99.99"));
}

T(a_doubtful_postal_code_is_empty)
{
	struct regions *regions = *state;

	assert_string_equal(
	    village_find(regions, "32.14.15.2001")->postal_code, "");
}

T(a_village_is_found_without_its_blank)
{
	struct regions *regions = *state;

	assert_string_equal(
	    first_found(regions, "nagrikaler"), "32.14.01.1002");
	assert_string_equal(
	    first_found(regions, "kaler NAGRI"), "32.14.01.1002");
}

T(names_that_repeat_are_all_found)
{
	struct regions *regions = *state;
	size_t found[8];

	assert_int_equal(villages_search(regions, "citalang", found, 8), 2);
	assert_int_equal(
	    villages_search(regions, "citalang tegalwaru", found, 8), 1);
	assert_string_equal(regions->villages[found[0]].code, "32.14.08.2002");
}

T(a_name_that_begins_so_comes_first)
{
	struct regions *regions = *state;
	size_t found[20];
	size_t n = villages_search(regions, "plered", found, 20);

	/* The village, then the others of its kecamatan. */
	assert_int_equal(n, 16);
	assert_string_equal(regions->villages[found[0]].name, "Plered");
}

T(a_village_is_found_by_code_and_by_postal_code)
{
	struct regions *regions = *state;
	size_t found[200];

	assert_int_equal(villages_search(regions, "32.14.17", found, 200), 10);
	assert_int_equal(villages_search(regions, "41119", found, 200), 1);
	assert_int_equal(villages_search(regions, "", found, 2), 192);
	assert_int_equal(villages_search(regions, "zzz", found, 200), 0);
	assert_int_equal(villages_search(regions, "...", found, 200), 0);
}

T(no_more_than_the_limit_is_filled)
{
	struct regions *regions = *state;
	size_t found[3] = { 7, 7, 7 };

	assert_int_equal(villages_search(regions, "ci", found, 2) > 2, true);
	assert_int_equal(found[2], 7);
}

T(a_title_names_the_kecamatan)
{
	struct regions *regions = *state;
	scoped_arena arena = arena_new();

	assert_string_equal(village_title(regions, "32.14.01.1002", arena),
	    "Nagri Kaler, Kec. Purwakarta");
	assert_string_equal(village_title(regions, "1", arena), "");
}

T(areas_are_found_by_their_codes)
{
	struct regions *regions = *state;

	assert_string_equal(area_find(regions, "32")->name, "Jawa Barat");
	assert_string_equal(
	    area_find(regions, "3214")->name, "Kabupaten Purwakarta");
	assert_string_equal(
	    area_find(regions, "32.14")->name, "Kabupaten Purwakarta");
	assert_null(area_find(regions, "10"));
}

T(the_region_of_a_nik_is_home_elsewhere_or_unknown)
{
	struct regions *regions = *state;

	assert_int_equal(region_of_nik(regions, "321401"), REGION_HOME);
	assert_int_equal(region_of_nik(regions, "321417"), REGION_HOME);
	assert_int_equal(region_of_nik(regions, "321418"), REGION_UNKNOWN);
	assert_int_equal(region_of_nik(regions, "327301"), REGION_ELSEWHERE);
	assert_int_equal(region_of_nik(regions, "321999"), REGION_UNKNOWN);
	assert_int_equal(region_of_nik(regions, "357801"), REGION_ELSEWHERE);
	assert_int_equal(region_of_nik(regions, "101401"), REGION_UNKNOWN);
	assert_int_equal(region_of_nik(regions, "3214"), REGION_UNKNOWN);
}

T(what_is_wrong_with_a_row_is_said)
{
	assert_problem(
	    HEADER "32.14.1.1001\tdesa\tA\tB\t-\n", 2, "region.code");
	assert_problem(
	    HEADER "32.14.01.1001\tdusun\tA\tB\t-\n", 2, "region.kind");
	assert_problem(
	    HEADER "32.14.01.1001\tdesa\t\tB\t-\n", 2, "region.name-missing");
	assert_problem(HEADER "32.14.01.1001\tdesa\tA\tB\t4111\n", 2,
	    "region.postal-code");
	assert_problem(HEADER "32.14.01.1001\tdesa\tA\tB\t-\n"
			      "32.14.01.1001\tdesa\tC\tB\t-\n",
	    3, "region.order");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    the_kabupaten_has_17_kecamatan_183_desa_and_9_kelurahan),
		cmocka_unit_test(a_kelurahan_has_a_code_that_begins_with_one),
		cmocka_unit_test(
		    a_village_is_found_by_its_code_with_or_without_dots),
		cmocka_unit_test(a_doubtful_postal_code_is_empty),
		cmocka_unit_test(a_village_is_found_without_its_blank),
		cmocka_unit_test(names_that_repeat_are_all_found),
		cmocka_unit_test(a_name_that_begins_so_comes_first),
		cmocka_unit_test(a_village_is_found_by_code_and_by_postal_code),
		cmocka_unit_test(no_more_than_the_limit_is_filled),
		cmocka_unit_test(a_title_names_the_kecamatan),
		cmocka_unit_test(areas_are_found_by_their_codes),
		cmocka_unit_test(
		    the_region_of_a_nik_is_home_elsewhere_or_unknown),
		cmocka_unit_test(what_is_wrong_with_a_row_is_said),
	};

	return cmocka_run_group_tests(tests, open_regions, close_regions);
}
