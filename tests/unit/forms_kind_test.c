/* The types of fields, one by one: src/forms/kind_*.c. */

#include "forms/field.h"
#include "lib/sheet.h"

static const struct field_choice classes[] = {
	{ "3", "3" },
	{ "7", "7" },
	{ "12", "12" },
	{ "16", "16" },
};

static const char *
printed(struct arena *arena, const struct field *field, const char *stored,
    const struct field_context *context)
{
	scoped_buf out = { 0 };

	buf_init(&out, FIELD_TYPED_MAX);
	field_print(field, stored, context, &out);
	return arena_text(arena, out.text);
}

struct sample {
	enum field_type type;
	const char *typed, *stored, *printed;
};

static const struct sample samples[] = {
	{ FIELD_NIK, "3214-0155 0390.0001", "3214015503900001",
	    "3214 0155 0390 0001" },
	{ FIELD_NPWP, "01.234.567.8-901.000", "012345678901000",
	    "01.234.567.8-901.000" },
	{ FIELD_NIB, "1234567890123", "1234567890123", "1234567890123" },
	{ FIELD_NIB, "0234567890123", "0234567890123", "0234567890123" },
	{ FIELD_DIGITS, "0 41-11", "04111", "04111" },
	{ FIELD_PHONE, "0812 3456-7890", "+6281234567890", "0812-3456-7890" },
	{ FIELD_PHONE, "(0264) 8224794", "+622648224794", "(0264) 8224794" },
	{ FIELD_DATE, "2411", "2026-11-24", "24/11/2026" },
	{ FIELD_NAME, "Désirée  Ñoño", "Désirée  Ñoño", "Désirée  Ñoño" },
	{ FIELD_NAME, " Jum’at ", "Jum'at", "Jum'at" },
	{ FIELD_NAME,
	    "Nur\xC2\xA0"
	    "Aini",
	    "Nur Aini", "Nur Aini" },
	{ FIELD_NAME, "Sukarno", "Sukarno", "Sukarno" },
	{ FIELD_NAME, "R. H. Ja'far, S.H., M.-M.", "R. H. Ja'far, S.H., M.-M.",
	    "R. H. Ja'far, S.H., M.-M." },
	{ FIELD_TEXT, "'; DROP TABLE x; -- %s%n {0} $(reboot)",
	    "'; DROP TABLE x; -- %s%n {0} $(reboot)",
	    "'; DROP TABLE x; -- %s%n {0} $(reboot)" },
	{ FIELD_TEXT, "satu\ndua\ttiga", "satu dua tiga", "satu dua tiga" },
	{ FIELD_AREA, "satu\r\ndua\n\n", "satu\ndua", "satu\ndua" },
	{ FIELD_EMAIL, "nama@contoh.id", "nama@contoh.id", "nama@contoh.id" },
	{ FIELD_CHOICE, "3", "menengah", "3 Menengah" },
	{ FIELD_CHOICE, "3 Menengah", "menengah", "3 Menengah" },
	{ FIELD_CHOICE, "menengah", "menengah", "3 Menengah" },
	{ FIELD_CHOICE, "BES", "besar", "4 Besar" },
	{ FIELD_MANY, "3 1", "mikro menengah", "1 Mikro, 3 Menengah" },
	{ FIELD_MANY, "menengah, mikro", "mikro menengah",
	    "1 Mikro, 3 Menengah" },
	{ FIELD_MANY, "4", "besar", "4 Besar" },
	{ FIELD_YES_NO, "y", "Y", "Y" },
	{ FIELD_YES_NO, "Tidak", "T", "T" },
	{ FIELD_REGION, "nagrikaler", "32.14.01.1002",
	    "Nagri Kaler, Purwakarta" },
	{ FIELD_REGION, "3214132002", "32.14.13.2002", "Cibening, Bungursari" },
	{ FIELD_REGION, "32.14.13.2002", "32.14.13.2002",
	    "Cibening, Bungursari" },
	{ FIELD_REGION, "campaka", "32.14.02.2001", "Campaka, Campaka" },
	{ FIELD_KBLI, "22210", "22210", "22210" },
	{ FIELD_KBLI, "22201 (2025) = 22210", "22201", "22201" },
	{ FIELD_KBLI, "bangunan 2020", "22210", "22210" },
	{ FIELD_STANDARD, "32", "32",
	    "32 Sertifikat Standar (Risiko Menengah Tinggi)" },
	{ FIELD_STANDARD, "risiko", "32",
	    "32 Sertifikat Standar (Risiko Menengah Tinggi)" },
	{ FIELD_STAFF_ID, "Ani.Lestari", "ani.lestari", "ani.lestari" },
	{ FIELD_OFFICER, "ani", "ani", "ani" },
};

T(what_is_typed_is_stored_one_way_and_shown_well)
{
	scoped_arena arena = arena_new();
	struct field_context context = load_context(arena);

	for (size_t i = 0; i < array_length(samples); i++) {
		struct field field = field_of(samples[i].type);
		const char *stored =
		    stored_for(arena, &field, samples[i].typed, &context);

		assert_string_equal(stored, samples[i].stored);
		assert_string_equal(printed(arena, &field, stored, &context),
		    samples[i].printed);
	}
}

T(what_is_shown_can_be_typed_again)
{
	scoped_arena arena = arena_new();
	struct field_context context = load_context(arena);

	for (size_t i = 0; i < array_length(samples); i++) {
		struct field field = field_of(samples[i].type);

		assert_string_equal(
		    stored_for(arena, &field, samples[i].printed, &context),
		    samples[i].stored);
	}
}

/* Some names stand twice in the kabupaten, some are part of another. */
T(every_village_as_shown_reads_as_itself)
{
	scoped_arena arena = arena_new();
	struct field_context context = load_context(arena);
	struct field field = field_of(FIELD_REGION);

	for (size_t i = 0; i < context.regions->n; i++) {
		const char *code = context.regions->villages[i].code;

		assert_string_equal(
		    stored_for(arena, &field,
			printed(arena, &field, code, &context), &context),
		    code);
	}
}

T(what_cannot_be_is_refused_with_the_reason)
{
	static const struct {
		enum field_type type;
		const char *typed, *code;
	} bad[] = {
		{ FIELD_NIK, "321401550390001", "?nik.short" },
		{ FIELD_NIK, "32140155039000011", "?nik.long" },
		{ FIELD_NIK, "32140155O3900001", "?nik.not-digits" },
		{ FIELD_NIK, "٣٢١٤٠١٥٥٠٣٩٠٠٠٠١", "?nik.not-digits" },
		{ FIELD_NIK, "３２１４０１５５０３９０", "?nik.not-digits" },
		{ FIELD_NIK, "3214010003900001", "?nik.day" },
		{ FIELD_NIK, "3214017203900001", "?nik.day" },
		{ FIELD_NIK, "3214015513900001", "?nik.month" },
		{ FIELD_NIK, "3214015503900000", "?nik.serial" },
		{ FIELD_NPWP, "12345", "?npwp.length" },
		{ FIELD_NIB, "123456789012", "?nib.length" },
		{ FIELD_DIGITS, "12a", "?field.not-digits" },
		{ FIELD_NAME, "Ani 123", "?name.character" },
		{ FIELD_NAME, "---", "?name.no-letter" },
		{ FIELD_NAME, "Ani \xF0\x9F\x98\x80", "?name.character" },
		{ FIELD_EMAIL, "nama", "?email.no-at" },
		{ FIELD_CHOICE, "5", "?field.none" },
		{ FIELD_CHOICE, "m", "?field.several" },
		{ FIELD_CHOICE, "3 Kecil", "?field.none" },
		{ FIELD_MANY, "1 9", "?field.none" },
		{ FIELD_YES_NO, "x", "?field.yes-no" },
		{ FIELD_REGION, "citalang", "?field.several" },
		{ FIELD_REGION, "32.14.99.0001", "?field.none" },
		{ FIELD_REGION, "atlantis", "?field.none" },
		{ FIELD_KBLI, "222101", "?kbli.length" },
		{ FIELD_KBLI, "kapal", "?field.none" },
		{ FIELD_KBLI, "222", "?field.several" },
		{ FIELD_STANDARD, "33", "?field.none" },
		{ FIELD_STAFF_ID, "a", "?field.staff-id" },
		{ FIELD_STAFF_ID, "ani lestari", "?field.staff-id" },
		{ FIELD_DATE, "31/04", "?date.no-such-day" },
	};
	scoped_arena arena = arena_new();
	struct field_context context = load_context(arena);

	for (size_t i = 0; i < array_length(bad); i++) {
		struct field field = field_of(bad[i].type);

		assert_string_equal(
		    stored_for(arena, &field, bad[i].typed, &context),
		    bad[i].code);
	}
}

T(a_choice_whose_codes_are_numbers_is_chosen_by_code_only)
{
	scoped_arena arena = arena_new();
	struct field_context context = load_context(arena);
	struct field field = field_of(FIELD_CHOICE);

	field.choices = classes;
	field.n_choices = array_length(classes);
	assert_string_equal(stored_for(arena, &field, "7", &context), "7");
	assert_string_equal(stored_for(arena, &field, "3", &context), "3");
	assert_string_equal(stored_for(arena, &field, "16", &context), "16");
	assert_string_equal(
	    stored_for(arena, &field, "2", &context), "?field.none");
	assert_string_equal(printed(arena, &field, "12", &context), "12");
}

T(a_doubtful_value_is_stored_and_doubted)
{
	static const struct {
		enum field_type type;
		const char *typed, *code;
	} doubtful[] = {
		{ FIELD_NIK, "9914015503900001", "nik.region" },
		{ FIELD_NIK, "3214013102900001", "nik.day-of-month" },
		{ FIELD_NPWP, "012345679901000", "npwp.check-digit" },
		{ FIELD_PHONE, "0812", "phone.short" },
		{ FIELD_KBLI, "99999", "field.kbli-unknown" },
		{ FIELD_NAME, "\xD0\x90ni", "field.mixed-letters" },
		{ FIELD_EMAIL, "ani@gmail.con", "email.likely" },
	};
	scoped_arena arena = arena_new();
	struct field_context context = load_context(arena);

	for (size_t i = 0; i < array_length(doubtful); i++) {
		struct field field = field_of(doubtful[i].type);
		struct field_reading reading;
		scoped_buf stored = { 0 };

		buf_init(&stored, 200);
		reading =
		    field_read(&field, doubtful[i].typed, &context, &stored);
		assert_int_equal(reading.severity, DOUBT);
		assert_string_equal(reading.fact.code, doubtful[i].code);
		assert_true(stored.size > 0);
		assert_int_equal(
		    field_check(&field, stored.text, &context, NULL), DOUBT);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    what_is_typed_is_stored_one_way_and_shown_well),
		cmocka_unit_test(what_is_shown_can_be_typed_again),
		cmocka_unit_test(every_village_as_shown_reads_as_itself),
		cmocka_unit_test(what_cannot_be_is_refused_with_the_reason),
		cmocka_unit_test(
		    a_choice_whose_codes_are_numbers_is_chosen_by_code_only),
		cmocka_unit_test(a_doubtful_value_is_stored_and_doubted),
	};

	return T_RUN(tests);
}
