/* The answers on one sheet: forms/answers.h. */

#include "forms/answers.h"

#include "lib/sheet.h"

struct fixture {
	struct arena *arena;
	struct field_context context;
	struct answers *answers; /* of the intake form */
};

static int
open_sheet(void **state)
{
	struct arena *arena = arena_new();
	struct fixture *fixture = arena_alloc(arena, sizeof *fixture);

	fixture->arena = arena;
	fixture->context = load_context(arena);
	fixture->answers = answers_new(arena, load_form(arena, "application"));
	*state = fixture;
	return 0;
}

static int
close_sheet(void **state)
{
	struct fixture *fixture = *state;

	arena_free(fixture->arena);
	return 0;
}

static const struct answer *
type(struct fixture *fixture, const char *name, const char *typed)
{
	return type_into(fixture->answers, name, typed, &fixture->context);
}

static const char *
text(const struct fixture *fixture, const char *name)
{
	return answers_text(fixture->answers, name);
}

static bool
is_in(const struct answers *answers, struct field_list list, const char *name)
{
	for (size_t i = 0; i < list.n; i++)
		if (list.fields[i] == field_at(answers, name))
			return true;
	return false;
}

static void
a_wrong_value_stays_as_typed_and_stores_nothing(void **state)
{
	struct fixture *fixture = *state;
	const struct answer *answer = type(fixture, "nik", "3214 0155 0390");
	scoped_buf shown = { 0 };

	buf_init(&shown, 100);
	assert_int_equal(answer->severity, WRONG);
	assert_string_equal(answer->fact.code, "nik.short");
	assert_string_equal(answer->typed, "3214 0155 0390");
	assert_string_equal(text(fixture, "nik"), "");
	answers_edit(fixture->answers, field_at(fixture->answers, "nik"),
	    &fixture->context, &shown);
	assert_string_equal(shown.text, "3214 0155 0390");
	assert_true(is_in(fixture->answers,
	    answers_wrong(fixture->answers, fixture->arena), "nik"));
	assert_false(is_in(fixture->answers,
	    answers_missing(fixture->answers, fixture->arena), "nik"));
	type(fixture, "nik", "3214015503900001");
	assert_string_equal(text(fixture, "nik"), "3214015503900001");
	assert_int_equal(answers_wrong(fixture->answers, fixture->arena).n, 0);
}

static void
a_nik_fills_the_birth_date_only_while_it_is_empty(void **state)
{
	struct fixture *fixture = *state;

	type(fixture, "nik", "3214015503900001");
	assert_string_equal(text(fixture, "birth_date"), "1990-03-15");
	type(fixture, "nik", "3214011604910001");
	assert_string_equal(text(fixture, "birth_date"), "1991-04-16");
	type(fixture, "birth_date", "15/3/1990");
	type(fixture, "nik", "3214015503900001");
	assert_string_equal(text(fixture, "birth_date"), "1990-03-15");
	type(fixture, "nik", "3214011604910001");
	assert_string_equal(text(fixture, "birth_date"), "1990-03-15");
}

static void
a_year_that_may_be_of_either_century_is_not_guessed(void **state)
{
	struct fixture *fixture = *state;

	/* Born in 1926 or in 2026. */
	type(fixture, "nik", "3214011504260001");
	assert_string_equal(text(fixture, "birth_date"), "");
	/* Nobody of 1905 comes to a counter. */
	type(fixture, "nik", "3214011504050001");
	assert_string_equal(text(fixture, "birth_date"), "2005-04-15");
}

static void
a_nik_is_doubted_against_the_stated_birth_date(void **state)
{
	struct fixture *fixture = *state;
	const struct answer *nik = type(fixture, "nik", "3214015503900001");

	assert_int_equal(nik->severity, FINE);
	type(fixture, "birth_date", "5/3/1990");
	assert_int_equal(nik->severity, DOUBT);
	assert_string_equal(nik->fact.code, "nik.birth-date");
	assert_true(is_in(fixture->answers,
	    answers_doubtful(fixture->answers, fixture->arena), "nik"));
	type(fixture, "birth_date", "15/3/1990");
	assert_int_equal(nik->severity, FINE);
}

static void
a_village_fills_its_kecamatan(void **state)
{
	struct fixture *fixture = *state;

	type(fixture, "village", "nagri kaler");
	assert_string_equal(text(fixture, "district"), "Purwakarta");
	type(fixture, "village", "cibening");
	assert_string_equal(text(fixture, "district"), "Bungursari");
	type(fixture, "village", "");
	assert_string_equal(text(fixture, "district"), "");
}

static void
a_kbli_code_keeps_its_edition_and_shows_its_title(void **state)
{
	struct fixture *fixture = *state;
	size_t kbli = field_at(fixture->answers, "kbli");
	scoped_buf shown = { 0 };

	buf_init(&shown, 100);
	type(fixture, "kbli", "22210");
	assert_string_equal(text(fixture, "kbli_edition"), "2020");
	assert_string_equal(text(fixture, "kbli_title"),
	    "Industri Barang dari Plastik untuk Bangunan");
	answers_show(fixture->answers, kbli, &fixture->context, &shown);
	assert_string_equal(shown.text, "22210 (2020) = 22201");
	answers_put(fixture->answers, kbli, "22201/2025", &fixture->context);
	assert_string_equal(text(fixture, "kbli"), "22201");
	assert_string_equal(text(fixture, "kbli_edition"), "2025");
	type(fixture, "kbli", "22201 (2025) = 22210");
	assert_string_equal(text(fixture, "kbli_edition"), "2025");
	type(fixture, "kbli", "");
	assert_string_equal(text(fixture, "kbli_edition"), "");
}

static void
a_hidden_field_blocks_nothing_and_hands_nothing_on(void **state)
{
	struct fixture *fixture = *state;
	struct answers *answers = fixture->answers;
	size_t article = field_at(answers, "article_65");
	size_t estate = field_at(answers, "estate");

	assert_false(answers_is_shown(answers, article));
	type(fixture, "location", "2");
	assert_true(answers_is_required(answers, article));
	assert_true(is_in(
	    answers, answers_missing(answers, fixture->arena), "article_65"));
	type(fixture, "article_65", "Surat RDTR 14/10");
	type(fixture, "location", "1");
	assert_false(answers_is_shown(answers, article));
	assert_false(answers_is_required(answers, article));
	assert_true(answers_is_shown(answers, estate));
	assert_string_equal(text(fixture, "article_65"), "");
	type(fixture, "location", "2");
	assert_string_equal(text(fixture, "article_65"), "Surat RDTR 14/10");
	type(fixture, "location", "9");
	assert_string_equal(text(fixture, "article_65"), "");
}

/* b is asked when a is Y, c when b is Y. */
static void
what_hangs_on_a_hidden_field_is_hidden_too(void **state)
{
	struct fixture *fixture = *state;
	struct answers *answers = answers_new(fixture->arena,
	    form_of(fixture->arena,
		"form f 1 F {\nleft {\n"
		"field a yes-no {\nlabel L\nhint H\nhelp H\n"
		"privacy public\n}\n"
		"field b yes-no {\nlabel L\nhint H\nhelp H\n"
		"privacy public\nwhen a Y\n}\n"
		"field c text {\nlabel L\nhint H\nhelp H\n"
		"privacy public\nwhen b Y\nrequired\n}\n}\n}\n"));

	type_into(answers, "a", "y", &fixture->context);
	type_into(answers, "b", "y", &fixture->context);
	assert_true(answers_is_shown(answers, 2));
	assert_int_equal(answers_missing(answers, fixture->arena).n, 1);
	type_into(answers, "a", "t", &fixture->context);
	assert_false(answers_is_shown(answers, 2));
	assert_int_equal(answers_missing(answers, fixture->arena).n, 0);
}

static void
what_is_missing_is_listed_in_tab_order(void **state)
{
	struct fixture *fixture = *state;
	struct field_list missing;

	answers_default(fixture->answers, &fixture->context);
	missing = answers_missing(fixture->answers, fixture->arena);
	assert_true(missing.n > 8);
	assert_int_equal(missing.fields[0], field_at(fixture->answers, "nib"));
	assert_int_equal(missing.fields[1], field_at(fixture->answers, "nik"));
	for (size_t i = 1; i < missing.n; i++)
		assert_true(missing.fields[i - 1] < missing.fields[i]);
	assert_false(is_in(fixture->answers, missing, "received_date"));
	assert_false(is_in(fixture->answers, missing, "standard"));
}

static void
a_default_is_no_change_and_is_never_put_over_a_value(void **state)
{
	struct fixture *fixture = *state;

	type(fixture, "received_date", "k");
	answers_kept(fixture->answers);
	answers_default(fixture->answers, &fixture->context);
	assert_string_equal(text(fixture, "received_date"), "2026-11-23");
	assert_string_equal(text(fixture, "standard"), "32");
	assert_false(answers_are_changed(fixture->answers));
	type(fixture, "note", "sore");
	assert_true(answers_are_changed(fixture->answers));
}

static void
leaving_a_field_untouched_changes_nothing(void **state)
{
	struct fixture *fixture = *state;
	const char *names[] = { "nik", "village", "scale", "birth_date" };
	const char *typed[] = { "3214015503900001", "citalang, purwakarta", "3",
		"15/3/90" };

	for (size_t i = 0; i < array_length(names); i++)
		type(fixture, names[i], typed[i]);
	answers_kept(fixture->answers);
	for (size_t i = 0; i < array_length(names); i++) {
		scoped_buf shown = { 0 };

		buf_init(&shown, 100);
		answers_edit(fixture->answers,
		    field_at(fixture->answers, names[i]), &fixture->context,
		    &shown);
		type(fixture, names[i], shown.text);
	}
	assert_false(answers_are_changed(fixture->answers));
}

static void
what_could_not_be_kept_is_told(void **state)
{
	struct fixture *fixture = *state;
	const struct answer *answer =
	    type(fixture, "note", "a\x1B[31mb\xE2\x80\xAE");

	assert_string_equal(answer->stored, "a[31mb");
	assert_string_equal(answer->fact.code, "field.left-out");
	assert_string_equal(answer->fact.arg[0], "2");
}

static void
a_derived_field_cannot_be_typed(void **state)
{
	struct fixture *fixture = *state;

	type(fixture, "district", "Plered");
	assert_string_equal(text(fixture, "district"), "");
	assert_false(answers_is_open(
	    fixture->answers, field_at(fixture->answers, "district")));
	assert_false(answers_are_changed(fixture->answers));
}

static void
a_number_typed_twice_is_compared_letter_by_letter(void **state)
{
	struct fixture *fixture = *state;
	struct answers *answers = answers_new(
	    fixture->arena, load_form(fixture->arena, "move-issue"));
	size_t number = field_at(answers, "certificate_number");
	struct fact fact = { 0 };

	type_into(answers, "certificate_number", "PB-123é", &fixture->context);
	assert_true(is_in(answers, answers_missing(answers, fixture->arena),
	    "certificate_number"));
	assert_int_equal(answers_confirm(answers, number, "PB-133é", 8,
			     &fixture->context, &fact),
	    WRONG);
	assert_string_equal(fact.code, "field.differs");
	assert_string_equal(fact.arg[0], "5");
	assert_string_equal(fact.arg[1], "2");
	assert_string_equal(fact.arg[2], "3");
	assert_int_equal(answers_confirm(answers, number, "PB-123", 6,
			     &fixture->context, &fact),
	    WRONG);
	assert_string_equal(fact.arg[0], "7");
	assert_string_equal(fact.arg[1], "é");
	assert_string_equal(fact.arg[2], "");
	assert_int_equal(answers_confirm(answers, number, "PB-123é", 8,
			     &fixture->context, &fact),
	    FINE);
	assert_false(is_in(answers, answers_missing(answers, fixture->arena),
	    "certificate_number"));
	type_into(answers, "certificate_number", "PB-9", &fixture->context);
	assert_false(answers_at(answers, number)->is_confirmed);
}

static void
a_copy_is_the_same_and_goes_its_own_way(void **state)
{
	struct fixture *fixture = *state;
	struct answers *copy;

	type(fixture, "location", "2");
	type(fixture, "article_65", "Surat 1");
	type(fixture, "nik", "3214");
	copy = answers_copy(fixture->answers, fixture->arena);
	for (size_t i = 0; i < answers_form(copy)->n; i++) {
		const struct answer *one = answers_at(fixture->answers, i);
		const struct answer *other = answers_at(copy, i);

		assert_string_equal(one->stored, other->stored);
		assert_string_equal(one->typed, other->typed);
		assert_int_equal(one->severity, other->severity);
		assert_int_equal(one->is_changed, other->is_changed);
		assert_int_equal(answers_is_shown(fixture->answers, i),
		    answers_is_shown(copy, i));
	}
	type_into(copy, "location", "1", &fixture->context);
	assert_string_equal(text(fixture, "article_65"), "Surat 1");
	assert_string_equal(answers_text(copy, "article_65"), "");
}

#define SHEET_TEST(name) \
	cmocka_unit_test_setup_teardown(name, open_sheet, close_sheet)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		SHEET_TEST(a_wrong_value_stays_as_typed_and_stores_nothing),
		SHEET_TEST(a_nik_fills_the_birth_date_only_while_it_is_empty),
		SHEET_TEST(a_year_that_may_be_of_either_century_is_not_guessed),
		SHEET_TEST(a_nik_is_doubted_against_the_stated_birth_date),
		SHEET_TEST(a_village_fills_its_kecamatan),
		SHEET_TEST(a_kbli_code_keeps_its_edition_and_shows_its_title),
		SHEET_TEST(a_hidden_field_blocks_nothing_and_hands_nothing_on),
		SHEET_TEST(what_hangs_on_a_hidden_field_is_hidden_too),
		SHEET_TEST(what_is_missing_is_listed_in_tab_order),
		SHEET_TEST(
		    a_default_is_no_change_and_is_never_put_over_a_value),
		SHEET_TEST(leaving_a_field_untouched_changes_nothing),
		SHEET_TEST(what_could_not_be_kept_is_told),
		SHEET_TEST(a_derived_field_cannot_be_typed),
		SHEET_TEST(a_copy_is_the_same_and_goes_its_own_way),
		SHEET_TEST(a_number_typed_twice_is_compared_letter_by_letter),
	};

	return T_RUN(tests);
}
