/* Lists of values with type-ahead: forms/lookup.h. */

#include "forms/lookup.h"

#include "lib/sheet.h"

enum { ROWS = 10 };

T(a_village_is_found_without_case_and_blanks)
{
	scoped_arena arena = arena_new();
	struct field_context context = load_context(arena);
	struct lookup lookup = lookup_regions(context.regions);
	struct lookup_row rows[ROWS];

	assert_int_equal(
	    lookup_filter(&lookup, "nagrikal", rows, ROWS, arena), 1);
	assert_string_equal(rows[0].code, "32.14.01.1002");
	assert_string_equal(rows[0].text, "Nagri Kaler");
	assert_string_equal(rows[0].note, "Purwakarta");
	assert_true(lookup_filter(&lookup, "", rows, ROWS, arena) > ROWS);
	assert_int_equal(
	    lookup_filter(&lookup, "tidak ada", rows, ROWS, arena), 0);
	assert_true(lookup_find(&lookup, "3214132002", &rows[0], arena));
	assert_string_equal(rows[0].text, "Cibening");
	assert_false(lookup_find(&lookup, "Cibening", &rows[0], arena));
	assert_false(lookup_find(&lookup, "", &rows[0], arena));
}

T(a_kbli_row_carries_its_edition)
{
	scoped_arena arena = arena_new();
	struct field_context context = load_context(arena);
	struct lookup lookup = lookup_kbli(context.kbli);
	struct lookup_row rows[ROWS];

	assert_int_equal(lookup_filter(&lookup, "2221", rows, ROWS, arena), 1);
	assert_string_equal(rows[0].code, "22210/2020");
	assert_string_equal(rows[0].note, "2020");
	assert_true(lookup_find(&lookup, "22201/2025", &rows[0], arena));
	assert_true(lookup_find(&lookup, "22201", &rows[0], arena));
	assert_string_equal(rows[0].code, "22201/2025");
	assert_false(lookup_find(&lookup, "22201/2020", &rows[0], arena));
	assert_false(
	    lookup_find(&lookup, "22201/20250000000", &rows[0], arena));
}

T(choices_and_standards_answer_the_same_questions)
{
	static const struct field_choice choices[] = { { "kecil", "Kecil" },
		{ "menengah", "Menengah" } };
	scoped_arena arena = arena_new();
	struct field_context context = load_context(arena);
	struct lookup lookup = lookup_choices(choices, 2);
	struct lookup_row rows[ROWS];

	assert_int_equal(lookup_filter(&lookup, "men", rows, ROWS, arena), 1);
	assert_string_equal(rows[0].code, "menengah");
	assert_true(lookup_find(&lookup, "kecil", &rows[0], arena));
	lookup = lookup_standards(context.standards, context.n_standards);
	assert_int_equal(
	    lookup_filter(&lookup, "sertifikat", rows, ROWS, arena), 1);
	assert_string_equal(rows[0].code, "32");
	assert_false(lookup_find(&lookup, "33", &rows[0], arena));
}

T(a_field_knows_its_list_only_where_the_data_is)
{
	scoped_arena arena = arena_new();
	struct field_context context = load_context(arena);
	struct field_context bare = { .today = { 2026, 11, 24 } };
	static const struct lookup_row people[] = { { "ani", "Ani", "" } };
	struct lookup officers = lookup_rows(people, 1), lookup;
	struct field region = { .lookup = "region" };
	struct field officer = { .lookup = "officer" };
	struct field person = { .lookup = "person" };
	struct field none = { .lookup = NULL };

	assert_true(lookup_of(&region, &context, &lookup));
	assert_false(lookup_of(&region, &bare, &lookup));
	assert_false(lookup_of(&officer, &context, &lookup));
	context.officers = &officers;
	assert_true(lookup_of(&officer, &context, &lookup));
	assert_int_equal(lookup.n, 1);
	assert_false(lookup_of(&person, &context, &lookup));
	assert_false(lookup_of(&none, &context, &lookup));
}

T(a_thousand_rows_narrow_down_at_each_letter)
{
	enum { MANY = 1500 };
	static const char *const typed[] = { "p", "pe", "peg", "pegawai 14" };
	static const size_t wanted[] = { MANY, MANY, MANY, 134 };
	scoped_arena arena = arena_new();
	struct lookup_row *people = arena_array(arena, MANY, sizeof *people);
	struct lookup lookup = lookup_rows(people, MANY);
	struct lookup_row rows[ROWS];

	for (int i = 0; i < MANY; i++)
		people[i] = (struct lookup_row){ arena_print(arena, "x%d", i),
			arena_print(arena, "Pegawai %04d", i), "" };
	for (size_t i = 0; i < array_length(typed); i++)
		assert_int_equal(
		    lookup_filter(&lookup, typed[i], rows, ROWS, arena),
		    wanted[i]);
}

static bool
field_lookup(const char *name, const char *lookup,
    const struct field_context *context, struct lookup *ret_lookup)
{
	const struct field field = { .name = name, .lookup = lookup };

	return lookup_of(&field, context, ret_lookup);
}

T(words_are_proposed_for_the_field_of_their_name)
{
	scoped_arena arena = arena_new();
	struct complaint_words words = load_complaint_words(arena);
	struct field_context context = load_context(arena);
	struct lookup_row rows[ROWS];
	struct lookup lookup;

	assert_false(field_lookup("agency", "words", &context, &lookup));
	context.words = &words;
	assert_true(field_lookup("agency", "words", &context, &lookup));
	assert_int_equal(lookup_filter(&lookup, "tim", rows, ROWS, arena), 1);
	/* The code is what is written into the field. */
	assert_string_equal(rows[0].code, "Tim Teknis DPMPTSP");
	assert_true(lookup_find(&lookup, "Tim Teknis DPMPTSP", &rows[0],
	    arena));
	assert_false(field_lookup("object", "words", &context, &lookup));
}

T(a_clause_is_found_by_its_id_and_by_its_words)
{
	scoped_arena arena = arena_new();
	struct field_context context = load_context(arena);
	struct lookup_row rows[ROWS];
	struct lookup lookup;

	assert_true(field_lookup("clauses", "clause", &context, &lookup));
	assert_true(lookup_filter(&lookup, "kursi roda", rows, ROWS,
	    arena) >= 1);
	assert_string_equal(rows[0].code, "32/8.28");
	assert_true(lookup_find(&lookup, "32/6.5.c.1", &rows[0], arena));
	assert_false(lookup_find(&lookup, "32/99", &rows[0], arena));
	context.n_standards = 0;
	assert_false(field_lookup("clauses", "clause", &context, &lookup));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_village_is_found_without_case_and_blanks),
		cmocka_unit_test(a_kbli_row_carries_its_edition),
		cmocka_unit_test(
		    choices_and_standards_answer_the_same_questions),
		cmocka_unit_test(
		    a_field_knows_its_list_only_where_the_data_is),
		cmocka_unit_test(a_thousand_rows_narrow_down_at_each_letter),
		cmocka_unit_test(
		    words_are_proposed_for_the_field_of_their_name),
		cmocka_unit_test(a_clause_is_found_by_its_id_and_by_its_words),
	};

	return T_RUN(tests);
}
