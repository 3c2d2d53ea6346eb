/* What every type of field has in common: forms/field.h. */

#include "forms/field.h"

#include "base/text.h"
#include "lib/sheet.h"

T(the_limit_is_in_characters)
{
	scoped_arena arena = arena_new();
	struct field_context context = { .today = { 2026, 11, 24 } };
	struct field field = field_of(FIELD_TEXT);

	field.size = 4;
	assert_string_equal(
	    stored_for(arena, &field, "éééé", &context), "éééé");
	assert_string_equal(
	    stored_for(arena, &field, "ééééé", &context), "?field.too-long");
	field = field_of(FIELD_NAME);
	field.size = 4;
	assert_string_equal(
	    stored_for(arena, &field, "Siti A", &context), "?field.too-long");
}

T(a_number_that_would_be_cut_is_refused)
{
	static const enum field_type types[] = { FIELD_NIK, FIELD_NIB,
		FIELD_DIGITS, FIELD_PHONE };
	scoped_arena arena = arena_new();
	struct field_context context = { .today = { 2026, 11, 24 } };
	char digits[80] = "";

	memset(digits, '5', sizeof digits - 1);
	for (size_t i = 0; i < array_length(types); i++) {
		struct field field = field_of(types[i]);

		assert_string_equal(stored_for(arena, &field, digits, &context),
		    "?field.too-long");
	}
}

T(no_control_bidi_or_broken_byte_is_kept)
{
	static const char *const bad[] = { "\x1B[31m", "\x07", "\x7F",
		"\xC2\x9B", "\xE2\x80\xAE", "\xE2\x81\xA6", "\xE2\x80\x8B",
		"\xD8\x9C", "\xEF\xBB\xBF", "\xC0\xAF", "\xED\xA0\x80",
		"\xF5\x80\x80\x80", "\x80", "\xE2\x82", "\xF3\xA0\x81\x81" };
	scoped_arena arena = arena_new();

	for (int type = 0; type < FIELD_TYPES; type++) {
		struct field field = field_of((enum field_type)type);

		for (size_t i = 0; i < array_length(bad); i++) {
			const char *typed = arena_print(arena, "a%sb", bad[i]);
			scoped_buf clean = { 0 };

			buf_init(&clean, 100);
			assert_true(field_clean(&field, typed, strlen(typed),
					&clean) > 0);
			assert_true(text_is_valid(clean.text, clean.size));
			for (size_t at = 0; at < clean.size; at++)
				assert_true(clean.text[at] >= ' ' &&
				    clean.text[at] < 0x7F);
		}
	}
}

T(a_paste_of_a_megabyte_is_cut_and_told)
{
	scoped_arena arena = arena_new();
	struct field field = field_of(FIELD_AREA);
	size_t size = 1 << 20;
	char *typed = arena_alloc(arena, size + 1);
	scoped_buf clean = { 0 };

	for (size_t i = 0; i < size; i += 2)
		memcpy(typed + i, "\xC3\xA9", 2);
	buf_init(&clean, FIELD_TYPED_MAX * 2);
	assert_true(field_clean(&field, typed, size, &clean) > 0);
	assert_false(clean.is_over);
	assert_true(clean.size <= FIELD_TYPED_MAX);
	assert_true(text_is_valid(clean.text, clean.size));
}

T(only_blanks_count_as_empty)
{
	static const char *const blanks[] = { "", "   ", "\xC2\xA0",
		"\xE3\x80\x80", "\t\n" };
	scoped_arena arena = arena_new();
	struct field_context context = { .today = { 2026, 11, 24 } };

	for (int type = 0; type < FIELD_TYPES; type++) {
		struct field field = field_of((enum field_type)type);

		if (field.type == FIELD_SECRET)
			continue;
		for (size_t i = 0; i < array_length(blanks); i++)
			assert_string_equal(
			    stored_for(arena, &field, blanks[i], &context), "");
	}
}

T(keys_are_filtered_by_type)
{
	static const struct {
		enum field_type type;
		uint32_t point;
		bool is_accepted, is_ignored;
	} keys[] = {
		{ FIELD_NIK, '7', true, false },
		{ FIELD_NIK, '-', false, true },
		{ FIELD_NIK, 'O', false, false },
		{ FIELD_NIK, 0x0667, false, false },
		{ FIELD_PHONE, '+', true, false },
		{ FIELD_PHONE, 'x', false, false },
		{ FIELD_DATE, 'h', true, false },
		{ FIELD_DATE, '/', true, false },
		{ FIELD_DATE, ':', false, false },
		{ FIELD_NAME, 'a', true, false },
		{ FIELD_NAME, 0xE9, true, false },
		{ FIELD_NAME, 0x0301, true, false },
		{ FIELD_NAME, 0x2019, true, false },
		{ FIELD_NAME, '7', false, false },
		{ FIELD_NAME, 0x1F600, false, false },
		{ FIELD_NAME, 0xA0, false, false },
		{ FIELD_NAME, 0x0661, false, false },
		{ FIELD_TEXT, 0x1F600, true, false },
		{ FIELD_TEXT, 0x200D, false, false },
		{ FIELD_TEXT, '\n', false, false },
		{ FIELD_AREA, '\n', true, false },
		{ FIELD_YES_NO, 'y', true, false },
		{ FIELD_YES_NO, 'n', false, false },
		{ FIELD_EMAIL, ' ', false, false },
		{ FIELD_STAFF_ID, '.', true, false },
		{ FIELD_STAFF_ID, ' ', false, false },
	};

	for (size_t i = 0; i < array_length(keys); i++) {
		struct field field = field_of(keys[i].type);

		assert_int_equal(
		    field_accepts(&field, keys[i].point), keys[i].is_accepted);
		assert_int_equal(
		    field_ignores(&field, keys[i].point), keys[i].is_ignored);
	}
}

T(identity_is_masked_where_it_is_not_typed)
{
	struct field_context context = { .today = { 2026, 11, 24 } };
	struct field nik = field_of(FIELD_NIK);
	struct field npwp = field_of(FIELD_NPWP);
	struct field secret = field_of(FIELD_SECRET);
	scoped_buf out = { 0 };

	buf_init(&out, 200);
	field_show(&nik, "3214015503900001", &context, &out);
	assert_string_equal(out.text, "************0001");
	buf_clear(&out);
	field_show(&npwp, "3214015503900001", &context, &out);
	assert_string_equal(out.text, "************0001");
	buf_clear(&out);
	field_show(&npwp, "0012345678901000", &context, &out);
	assert_string_equal(out.text, "0012 3456 7890 1000");
	buf_clear(&out);
	field_show(&secret, "rahasia é", &context, &out);
	assert_string_equal(out.text, "*********");
	buf_clear(&out);
	field_print(&secret, "rahasia", &context, &out);
	assert_int_equal(out.size, 0);
	assert_true(field_is_masked(&npwp, "3214015503900001"));
	assert_false(field_is_masked(&npwp, "0012345678901000"));
	assert_false(field_is_masked(&nik, ""));
}

T(a_nik_is_grouped_while_it_is_typed)
{
	struct field nik = field_of(FIELD_NIK);
	scoped_buf out = { 0 };

	buf_init(&out, 200);
	field_group(&nik, "321401550", &out);
	assert_string_equal(out.text, "3214 0155 0");
	buf_clear(&out);
	field_group(&nik, "32140155039000019", &out);
	assert_string_equal(out.text, "3214 0155 0390 00019");
	assert_int_equal(field_ceiling(&nik), 16);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_limit_is_in_characters),
		cmocka_unit_test(a_number_that_would_be_cut_is_refused),
		cmocka_unit_test(no_control_bidi_or_broken_byte_is_kept),
		cmocka_unit_test(a_paste_of_a_megabyte_is_cut_and_told),
		cmocka_unit_test(only_blanks_count_as_empty),
		cmocka_unit_test(keys_are_filtered_by_type),
		cmocka_unit_test(identity_is_masked_where_it_is_not_typed),
		cmocka_unit_test(a_nik_is_grouped_while_it_is_typed),
	};

	return T_RUN(tests);
}
