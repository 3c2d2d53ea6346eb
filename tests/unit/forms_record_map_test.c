/* Between answers and rows: forms/record_map.h. */

#include "forms/record_map.h"

#include "lib/sheet.h"

static const char *const typed[][2] = {
	{ "nib", "1234567890123" },
	{ "nik", "3214 0155 0390 0001" },
	{ "company_name", "PT Contoh Plastik" },
	{ "kbli", "22210" },
	{ "scale", "3" },
	{ "location", "2" },
	{ "article_65", "Surat RDTR 14/10" },
	{ "site_address", "Jl. Raya Cibening 7" },
	{ "site_village", "cibening" },
	{ "name", "Désirée Ayu Lestari" },
	{ "phone", "0812-3456-7890" },
	{ "address", "Jl. Veteran No. 12\nRT 03/RW 05" },
	{ "village", "nagrikaler" },
	{ "proxy", "t" },
};

static struct answers *
filled(struct arena *arena, const struct field_context *context)
{
	struct answers *answers =
	    answers_new(arena, load_form(arena, "application"));

	answers_default(answers, context);
	for (size_t i = 0; i < array_length(typed); i++)
		type_into(answers, typed[i][0], typed[i][1], context);
	return answers;
}

T(answers_become_the_cells_of_their_names)
{
	scoped_arena arena = arena_new();
	struct field_context context = load_context(arena);
	struct answers *answers = filled(arena, &context);
	struct record record =
	    record_of(TABLE_APPLICATION, (struct id){ { 1 } });

	record_set_text(&record, arena, APPLICATION_NUMBER, "L03-2026-0412");
	record_set_text(&record, arena, APPLICATION_ESTATE, "lama");
	type_into(answers, "proxy", "y", &context);
	type_into(answers, "proxy_name", "Budi", &context);
	type_into(answers, "proxy", "t", &context);
	answers_to_record(answers, &record, arena);
	assert_string_equal(
	    record_text(&record, APPLICATION_NUMBER), "L03-2026-0412");
	assert_string_equal(
	    record_text(&record, APPLICATION_NIK), "3214015503900001");
	assert_string_equal(
	    record_text(&record, APPLICATION_BIRTH_DATE), "1990-03-15");
	assert_string_equal(
	    record_text(&record, APPLICATION_PHONE), "+6281234567890");
	assert_string_equal(
	    record_text(&record, APPLICATION_KBLI_EDITION), "2020");
	assert_string_equal(record_text(&record, APPLICATION_STANDARD), "32");
	/* Hidden by the location: what was there goes. */
	assert_false(record_has(&record, APPLICATION_ESTATE));
	assert_false(record_has(&record, APPLICATION_PROXY_NAME));
}

T(wrong_and_secret_values_are_not_handed_on)
{
	scoped_arena arena = arena_new();
	struct field_context context = load_context(arena);
	struct answers *answers = filled(arena, &context);
	struct answers *first =
	    answers_new(arena, load_form(arena, "first-officer"));
	enum table_number taken[] = { TABLE_OFFICER };
	struct record record =
	    record_of(TABLE_APPLICATION, (struct id){ { 1 } });
	struct answer_rows rows;
	struct id parent = { { 2 } };

	type_into(answers, "nib", "12", &context);
	answers_to_record(answers, &record, arena);
	assert_false(record_has(&record, APPLICATION_NIB));
	type_into(first, "passphrase", "kuda baterai benar", &context);
	assert_string_equal(
	    answers_text(first, "passphrase"), "kuda baterai benar");
	rows = answers_to_rows(first, taken, 1, &parent, arena);
	assert_int_equal(rows.n, 0);
}

T(a_record_gives_the_same_answers_again)
{
	scoped_arena arena = arena_new();
	struct field_context context = load_context(arena);
	struct answers *answers = filled(arena, &context);
	struct answers *again = answers_new(arena, answers_form(answers));
	struct record record =
	    record_of(TABLE_APPLICATION, (struct id){ { 1 } });

	answers_to_record(answers, &record, arena);
	answers_from_record(again, &record, NULL, 0, &context);
	for (size_t i = 0; i < answers_form(answers)->n; i++)
		assert_string_equal(answers_at(answers, i)->stored,
		    answers_at(again, i)->stored);
	assert_false(answers_are_changed(again));
	assert_int_equal(answers_wrong(again, arena).n, 0);
	assert_int_equal(answers_missing(again, arena).n, 0);
}

T(answers_without_a_cell_are_rows_of_their_own)
{
	scoped_arena arena = arena_new();
	struct field_context context = load_context(arena);
	struct answers *answers =
	    answers_new(arena, load_form(arena, "move-handover"));
	struct answers *again = answers_new(arena, answers_form(answers));
	enum table_number taken[] = { TABLE_APPLICATION, TABLE_EVENT };
	struct record record =
	    record_of(TABLE_APPLICATION, (struct id){ { 1 } });
	struct id parent = { { 1 } }, key;
	struct answer_rows rows;

	type_into(answers, "receiver", "Budi", &context);
	type_into(answers, "receiver_as", "2", &context);
	type_into(answers, "receiver_letter", "SK 3", &context);
	answers_to_record(answers, &record, arena);
	rows = answers_to_rows(answers, taken, 2, &parent, arena);
	assert_int_equal(rows.n, 3);
	assert_string_equal(
	    record_text(&rows.list[0], ANSWER_FIELD), "receiver_as");
	assert_string_equal(record_text(&rows.list[0], ANSWER_VALUE), "kuasa");
	key = id_derived("answer", &parent, "receiver_as");
	assert_true(id_equal(&rows.list[0].id, &key));
	/* Empty ones are there too: they take an earlier value back. */
	assert_false(record_has(&rows.list[2], ANSWER_VALUE));
	answers_from_record(again, &record, rows.list, rows.n, &context);
	assert_string_equal(answers_text(again, "receiver"), "Budi");
	assert_string_equal(answers_text(again, "receiver_letter"), "SK 3");
}

T(an_old_value_that_no_longer_fits_is_shown_and_judged)
{
	scoped_arena arena = arena_new();
	struct field_context context = load_context(arena);
	struct answers *answers =
	    answers_new(arena, load_form(arena, "application"));
	struct record record =
	    record_of(TABLE_APPLICATION, (struct id){ { 1 } });

	record_set_text(&record, arena, APPLICATION_SCALE, "sedang");
	record_set_text(&record, arena, APPLICATION_RECEIVED_DATE, "kemarin");
	answers_from_record(answers, &record, NULL, 0, &context);
	assert_string_equal(answers_text(answers, "scale"), "sedang");
	assert_int_equal(answers_wrong(answers, arena).n, 2);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(answers_become_the_cells_of_their_names),
		cmocka_unit_test(wrong_and_secret_values_are_not_handed_on),
		cmocka_unit_test(a_record_gives_the_same_answers_again),
		cmocka_unit_test(answers_without_a_cell_are_rows_of_their_own),
		cmocka_unit_test(
		    an_old_value_that_no_longer_fits_is_shown_and_judged),
	};

	return T_RUN(tests);
}
