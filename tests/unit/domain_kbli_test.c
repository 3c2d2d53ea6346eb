/* KBLI codes of two editions: data/kbli.tsv. */

#include "domain/kbli.h"
#include "lib/asset.h"

#define HEADER "code\tedition\ttitle\tsame_as\n"

static int
open_table(void **state)
{
	struct arena *arena = arena_new();
	struct problems problems = { .arena = arena };
	struct kbli_table *table = arena_alloc(arena, sizeof *table);
	struct err err = { 0 };
	const char *text;
	size_t size;

	text = asset_text(arena, "data/kbli.tsv", &size);
	t_done(kbli_read("kbli.tsv", text, size, &problems, table, &err), err);
	*state = table;
	return 0;
}

static int
close_table(void **state)
{
	struct kbli_table *table = *state;

	arena_free(table->arena);
	return 0;
}

static void
assert_problem(const char *text, int line, const char *code)
{
	scoped_arena arena = arena_new();
	struct problems problems = { .arena = arena };
	struct kbli_table table = { 0 };

	assert_int_equal(
	    kbli_read("k.tsv", text, strlen(text), &problems, &table, NULL),
	    FAIL_INVALID);
	assert_int_equal(problems.n, 1);
	assert_string_equal(problems.list[0].fact.code, code);
	assert_int_equal(problems.list[0].line, line);
}

T(plastic_for_buildings_has_two_codes)
{
	struct kbli_table *table = *state;
	const struct kbli *old = kbli_find(table, "22210", "2020");
	const struct kbli *new = kbli_find(table, "22201", "2025");

	assert_non_null(old);
	assert_non_null(new);
	assert_string_equal(old->title, new->title);
	assert_ptr_equal(kbli_other(table, old), new);
	assert_ptr_equal(kbli_other(table, new), old);
}

T(a_code_belongs_to_its_edition)
{
	struct kbli_table *table = *state;

	assert_null(kbli_find(table, "22210", "2025"));
	assert_null(kbli_find(table, "22201", "2020"));
	assert_string_equal(kbli_find(table, "22201", NULL)->edition, "2025");
	assert_string_equal(kbli_find(table, "22210", NULL)->edition, "2020");
	assert_null(kbli_find(table, "10130", NULL));
}

T(what_is_not_known_to_be_the_same_has_no_pair)
{
	struct kbli_table *table = *state;

	assert_null(kbli_other(table, kbli_find(table, "22230", "2020")));
}

T(a_code_is_found_by_words)
{
	struct kbli_table *table = *state;
	size_t found[20];

	assert_int_equal(kbli_search(table, "bangunan", found, 20), 2);
	assert_int_equal(kbli_search(table, "pipa plastik 2025", found, 20), 1);
	assert_string_equal(table->list[found[0]].code, "22203");
	assert_int_equal(kbli_search(table, "2229", found, 20), 4);
}

T(what_is_wrong_with_a_row_is_said)
{
	assert_problem(HEADER "2221\t2020\tA\t-\n", 2, "kbli.row-code");
	assert_problem(HEADER "22210\t20\tA\t-\n", 2, "kbli.row-edition");
	assert_problem(HEADER "22210\t2020\t\t-\n", 2, "kbli.row-title");
	assert_problem(HEADER "22210\t2020\tA\t-\n22210\t2020\tB\t-\n", 3,
	    "kbli.row-twice");
	assert_problem(HEADER "22210\t2020\tA\t22201\n", 2, "kbli.row-same");
	assert_problem(HEADER "22210\t2020\tA\t22201\n22201\t2025\tA\t-\n", 2,
	    "kbli.row-same");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(plastic_for_buildings_has_two_codes),
		cmocka_unit_test(a_code_belongs_to_its_edition),
		cmocka_unit_test(what_is_not_known_to_be_the_same_has_no_pair),
		cmocka_unit_test(a_code_is_found_by_words),
		cmocka_unit_test(what_is_wrong_with_a_row_is_said),
	};

	return cmocka_run_group_tests(tests, open_table, close_table);
}
