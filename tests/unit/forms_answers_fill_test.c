/* Values nobody types: the register, the record before, another version. */

#include "lib/sheet.h"

/* A company of the register, with its cells in their order. */
static struct record
company(struct arena *arena, const char *nib, const char *name,
    const char *scale, const char *account)
{
	struct record record = record_of(TABLE_COMPANY, (struct id){ { 1 } });

	record_set_text(&record, arena, COMPANY_NIB, nib);
	record_set_text(&record, arena, COMPANY_COMPANY_NAME, name);
	record_set_text(&record, arena, COMPANY_KBLI, "22210");
	record_set_text(&record, arena, COMPANY_KBLI_EDITION, "2020");
	record_set_text(&record, arena, COMPANY_SCALE, scale);
	record_set_text(&record, arena, COMPANY_SIINAS_ACCOUNT, account);
	return record;
}

static bool
has_field(
    const struct answers *answers, struct field_list list, const char *name)
{
	for (size_t i = 0; i < list.n; i++)
		if (list.fields[i] == field_at(answers, name))
			return true;
	return false;
}

T(a_known_nib_fills_the_sheet_and_says_what_it_changed)
{
	scoped_arena arena = arena_new();
	struct field_context context = load_context(arena);
	struct answers *answers =
	    answers_new(arena, load_form(arena, "application"));
	struct record record =
	    company(arena, "1234567890123", "PT Satu", "kecil", "satu");
	struct field_list changed;

	type_into(answers, "nib", "1234567890123", &context);
	changed = answers_fill(answers, &record, &context, arena);
	assert_int_equal(changed.n, 5);
	assert_false(has_field(answers, changed, "nib"));
	assert_true(has_field(answers, changed, "company_name"));
	assert_string_equal(answers_text(answers, "kbli_edition"), "2020");
	assert_string_equal(answers_text(answers, "scale"), "kecil");
	assert_string_equal(answers_text(answers, "kbli_title"),
	    "Industri Barang dari Plastik untuk Bangunan");
	changed = answers_fill(answers, &record, &context, arena);
	assert_int_equal(changed.n, 0);
}

T(another_company_takes_back_what_the_first_one_filled)
{
	scoped_arena arena = arena_new();
	struct field_context context = load_context(arena);
	struct answers *answers =
	    answers_new(arena, load_form(arena, "application"));
	struct record one =
	    company(arena, "1234567890123", "PT Satu", "kecil", "satu");
	struct record two =
	    company(arena, "2222222222222", "PT Dua", "menengah", "");

	answers_fill(answers, &one, &context, arena);
	type_into(answers, "scale", "besar", &context);
	answers_fill(answers, &two, &context, arena);
	assert_string_equal(answers_text(answers, "company_name"), "PT Dua");
	assert_string_equal(answers_text(answers, "siinas_account"), "");
	assert_string_equal(answers_text(answers, "scale"), "besar");
}

T(a_fill_never_replaces_what_was_typed_wrong)
{
	scoped_arena arena = arena_new();
	struct field_context context = load_context(arena);
	struct answers *answers =
	    answers_new(arena, load_form(arena, "application"));
	struct record record =
	    company(arena, "1234567890123", "PT Satu", "kecil", "satu");

	type_into(answers, "scale", "raksasa", &context);
	answers_fill(answers, &record, &context, arena);
	assert_string_equal(answers_text(answers, "scale"), "");
	assert_string_equal(
	    answers_at(answers, field_at(answers, "scale"))->typed, "raksasa");
}

T(f6_copies_but_never_identity)
{
	scoped_arena arena = arena_new();
	struct field_context context = load_context(arena);
	struct answers *answers =
	    answers_new(arena, load_form(arena, "application"));
	struct record before =
	    record_of(TABLE_APPLICATION, (struct id){ { 1 } });
	static const char *const forbidden[] = { "nik", "nib", "name", "phone",
		"company_name", "email", "birth_date", "district" };
	struct fact fact = { 0 };

	for (int i = 0; i < APPLICATION_CELLS_N; i++)
		if (before.table->cells[i].type == CELL_TEXT)
			record_set_text(&before, arena, i, "x");
	record_set_text(&before, arena, APPLICATION_SCALE, "kecil");
	record_set_text(&before, arena, APPLICATION_KBLI, "22210");
	record_set_text(&before, arena, APPLICATION_KBLI_EDITION, "2020");
	record_set_text(&before, arena, APPLICATION_NOTE, "");
	for (size_t i = 0; i < array_length(forbidden); i++) {
		assert_false(answers_copy_from(answers,
		    field_at(answers, forbidden[i]), &before, &context, &fact));
		assert_string_equal(fact.code, "field.no-copy");
	}
	assert_true(answers_copy_from(
	    answers, field_at(answers, "scale"), &before, &context, &fact));
	assert_string_equal(answers_text(answers, "scale"), "kecil");
	assert_true(answers_copy_from(
	    answers, field_at(answers, "kbli"), &before, &context, &fact));
	assert_string_equal(answers_text(answers, "kbli_edition"), "2020");
	assert_false(answers_copy_from(
	    answers, field_at(answers, "note"), &before, &context, &fact));
	assert_string_equal(fact.code, "field.nothing-to-copy");
}

T(defaults_come_from_the_rule_that_is_named)
{
	scoped_arena arena = arena_new();
	struct field_context context = load_context(arena);
	struct answers *answers = answers_new(arena,
	    form_of(arena,
		"form f 1 F {\nleft {\n"
		"field a date {\nlabel L\nhint H\nhelp H\nprivacy public\n"
		"default today\n}\n"
		"field b text {\nlabel L\nhint H\nhelp H\nprivacy public\n"
		"default station\n}\n"
		"field c officer {\nlabel L\nhint H\nhelp H\nprivacy public\n"
		"default officer\n}\n"
		"field d standard {\nlabel L\nhint H\nhelp H\n"
		"privacy public\ndefault sole\n}\n"
		"field e choice {\nlabel L\nhint H\nhelp H\nprivacy public\n"
		"choice x X\nchoice y Y\ndefault fixed y\n}\n"
		"field g choice {\nlabel L\nhint H\nhelp H\nprivacy public\n"
		"choice x X\nchoice y Y\ndefault sole\n}\n"
		"}\n}\n"));

	answers_default(answers, &context);
	assert_string_equal(answers_text(answers, "a"), "2026-11-24");
	assert_string_equal(answers_text(answers, "b"), "L03");
	assert_string_equal(answers_text(answers, "c"), "ani");
	assert_string_equal(answers_text(answers, "d"), "32");
	assert_string_equal(answers_text(answers, "e"), "y");
	assert_string_equal(answers_text(answers, "g"), "");
}

#define OLD_FORM \
	"form f 1 F {\nleft {\n" \
	"field a text {\nlabel L\nhint H\nhelp H\nprivacy public\n}\n" \
	"field b nib {\nlabel L\nhint H\nhelp H\nprivacy public\n}\n" \
	"field c text {\nlabel L\nhint H\nhelp H\nprivacy public\n}\n}\n}\n"
#define NEW_FORM \
	"form f 2 F {\nleft {\n" \
	"field b nib {\nlabel L\nhint H\nhelp H\nprivacy public\n}\n" \
	"field a text 3 {\nlabel L\nhint H\nhelp H\nprivacy public\n}\n" \
	"field d text {\nlabel L\nhint H\nhelp H\nprivacy public\n}\n}\n}\n"

T(answers_move_to_a_newer_form_and_nothing_goes_unseen)
{
	scoped_arena arena = arena_new();
	struct field_context context = load_context(arena);
	struct answers *answers = answers_new(arena, form_of(arena, OLD_FORM));
	struct answers_upgraded upgraded;

	type_into(answers, "a", "lama", &context);
	type_into(answers, "b", "123", &context);
	type_into(answers, "c", "hilang", &context);
	upgraded =
	    answers_upgrade(answers, form_of(arena, NEW_FORM), &context, arena);
	assert_int_equal(upgraded.n_gone, 1);
	assert_string_equal(upgraded.gone[0], "c");
	assert_int_equal(upgraded.n_added, 1);
	assert_string_equal(upgraded.added[0], "d");
	assert_int_equal(
	    answers_at(upgraded.answers, field_at(upgraded.answers, "a"))
		->severity,
	    WRONG);
	assert_string_equal(
	    answers_at(upgraded.answers, field_at(upgraded.answers, "b"))
		->typed,
	    "123");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    a_known_nib_fills_the_sheet_and_says_what_it_changed),
		cmocka_unit_test(
		    another_company_takes_back_what_the_first_one_filled),
		cmocka_unit_test(a_fill_never_replaces_what_was_typed_wrong),
		cmocka_unit_test(f6_copies_but_never_identity),
		cmocka_unit_test(defaults_come_from_the_rule_that_is_named),
		cmocka_unit_test(
		    answers_move_to_a_newer_form_and_nothing_goes_unseen),
	};

	return T_RUN(tests);
}
