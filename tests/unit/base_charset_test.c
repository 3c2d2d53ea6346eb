#include "lib/t.h"

#include <iconv.h>

#include "base/charset.h"
#include "base/charset_table.h"
#include "base/text.h"

static void
assert_becomes(const char *charset, const char *text, const char *wanted,
    size_t wanted_replaced)
{
	scoped_buf out = { 0 };
	size_t replaced = 99;
	struct err err;

	buf_init(&out, 1000);
	t_done(charset_from_utf8(
		   charset, text, strlen(text), &out, &replaced, &err),
	    err);
	assert_string_equal(out.text, wanted);
	assert_int_equal(replaced, wanted_replaced);
}

static void
assert_reads(
    const char *charset, const char *bytes, size_t size, const char *wanted)
{
	scoped_buf out = { 0 };
	struct err err;

	buf_init(&out, 1000);
	t_done(charset_to_utf8(charset, bytes, size, &out, &err), err);
	assert_string_equal(out.text, wanted);
}

T(what_the_charset_has_is_kept)
{
	assert_becomes("CP437", "\xC3\xA9\xE2\x94\x80", "\x82\xC4", 0);
	assert_becomes("CP858", "\xE2\x82\xAC", "\xD5", 0);
	assert_becomes("cp858", "\xC3\xA9", "\x82", 0);
	assert_becomes("CP1252", "\xE2\x80\x9C", "\x93", 0);
	assert_becomes("ISO-8859-1", "\xC3\xA9", "\xE9", 0);
	assert_becomes("UTF-8", "\xE8\xA1\x97", "\xE8\xA1\x97", 0);
}

T(what_it_lacks_is_replaced_by_its_likeness)
{
	assert_becomes("ASCII",
	    "\xE2\x80\x9Cizin\xE2\x80\x9D \xE2\x80\x93 "
	    "\xE2\x80\x98x\xE2\x80\x99\xC2\xA0\xE2\x80\xA6",
	    "\"izin\" - 'x' ...", 0);
	assert_becomes("ASCII",
	    "\xE2\x94\x8C\xE2\x94\x80\xE2\x94\x90"
	    "\xE2\x94\x82\xE2\x95\x90\xE2\x9C\x93",
	    "+-+|=v", 0);
	assert_becomes("CP437", "\xE2\x80\x9Cx\xE2\x80\x9D", "\"x\"", 0);
}

T(what_has_no_likeness_is_a_counted_question_mark)
{
	assert_becomes("ASCII",
	    "a\xE8\xA1\x97"
	    "b\xC3\xA9",
	    "a?b?", 2);
	assert_becomes("CP437", "\xE8\xA1\x97", "?", 1);
}

T(wide_characters_name_their_order_of_bytes)
{
	scoped_buf out = { 0 };
	size_t replaced;
	struct err err;

	buf_init(&out, 100);
	t_done(charset_from_utf8(
		   "UTF-16LE", "a\xE8\xA1\x97", 4, &out, &replaced, &err),
	    err);
	assert_int_equal(out.size, 4);
	assert_memory_equal(out.text, "a\0\x57\x88", 4);
	assert_int_equal(
	    charset_from_utf8("UTF-16", "a", 1, &out, &replaced, &err),
	    FAIL_MISSING);
}

T(a_charset_that_is_not_there_is_told)
{
	static const char *const wrong[] = { "", "KLINGON", "UTF-16", "ucs-2",
		"ASCII//TRANSLIT" };
	scoped_buf out = { 0 };
	size_t replaced = 7;
	struct err err;

	buf_init(&out, 100);
	for (size_t i = 0; i < array_length(wrong); i++) {
		assert_int_equal(
		    charset_from_utf8(wrong[i], "a", 1, &out, &replaced, &err),
		    FAIL_MISSING);
		assert_string_equal(err.fact.code, "charset.unknown");
		assert_int_equal(charset_to_utf8(wrong[i], "a", 1, &out, &err),
		    FAIL_MISSING);
	}
	assert_int_equal(replaced, 7);
	assert_int_equal(out.size, 0);
}

T(old_files_are_read)
{
	assert_reads("CP1252",
	    "\x93"
	    "caf\xE9\x94",
	    6,
	    "\xE2\x80\x9C"
	    "caf\xC3\xA9\xE2\x80\x9D");
	assert_reads("CP437", "\x82\xC4", 2, "\xC3\xA9\xE2\x94\x80");
	assert_reads("UTF-16LE", "a\0b\0", 4, "ab");
	assert_reads("ASCII", "", 0, "");
}

T(a_byte_order_mark_is_left_out)
{
	assert_reads("UTF-16LE",
	    "\xFF\xFE"
	    "a\0",
	    4, "a");
	assert_reads("UTF-8",
	    "\xEF\xBB\xBF"
	    "a",
	    4, "a");
}

T(wrong_bytes_are_told_with_their_line)
{
	scoped_buf out = { 0 };
	struct err err;

	buf_init(&out, 100);
	assert_int_equal(charset_to_utf8("CP1252", "a\nb\n\x81", 5, &out, &err),
	    FAIL_INVALID);
	assert_string_equal(err.fact.code, "charset.bytes");
	assert_string_equal(err.fact.arg[1], "3");
	assert_int_equal(
	    charset_to_utf8("UTF-8", "\xE8\xA1", 2, &out, &err), FAIL_INVALID);
	assert_int_equal(
	    charset_to_utf8("UTF-16LE", "a\0b", 3, &out, &err), FAIL_INVALID);
}

T(the_ceiling_is_respected)
{
	scoped_buf out = { 0 };
	scoped_buf large = { 0 };
	size_t replaced;
	struct err err;

	buf_init(&large, 100000);
	buf_repeat(&large, 'x', 50000);
	buf_init(&out, 20000);
	assert_int_equal(charset_from_utf8("ASCII", large.text, large.size,
			     &out, &replaced, &err),
	    FAIL_MEMORY);
	buf_clear(&out);
	assert_int_equal(
	    charset_to_utf8("ASCII", large.text, large.size, &out, &err),
	    FAIL_MEMORY);
	buf_clear(&out);
	assert_int_equal(
	    charset_to_utf8("CP437", large.text, large.size, &out, &err),
	    FAIL_MEMORY);
}

T(bytes_come_back_from_text)
{
	static const char *const names[] = { "CP437", "CP858" };

	for (size_t i = 0; i < array_length(names); i++) {
		const struct charset_table *table =
		    charset_table_named(names[i]);

		assert_non_null(table);
		for (int byte = 0; byte < 256; byte++)
			assert_int_equal(charset_table_byte(table,
					     charset_table_point(
						 table, (unsigned char)byte)),
			    byte);
	}
}

/* Where iconv knows these pages, it must agree with ours. */
T(our_tables_are_those_of_iconv)
{
	static const char *const names[] = { "CP437", "CP858" };

	for (size_t i = 0; i < array_length(names); i++) {
		iconv_t converter = iconv_open("UTF-8", names[i]);

		for (int byte = 0; byte < 256 && converter != (iconv_t)-1;
		     byte++) {
			char from[1] = { (char)byte }, to[8] = "";
			char *in = from, *out = to;
			size_t in_left = 1, out_left = sizeof(to);
			uint32_t point = 0;

			assert_int_equal(
			    iconv(converter, &in, &in_left, &out, &out_left),
			    0);
			text_decode(to, sizeof(to) - out_left, &point);
			assert_int_equal(
			    charset_table_point(charset_table_named(names[i]),
				(unsigned char)byte),
			    point);
		}
		if (converter != (iconv_t)-1)
			iconv_close(converter);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_the_charset_has_is_kept),
		cmocka_unit_test(what_it_lacks_is_replaced_by_its_likeness),
		cmocka_unit_test(
		    what_has_no_likeness_is_a_counted_question_mark),
		cmocka_unit_test(wide_characters_name_their_order_of_bytes),
		cmocka_unit_test(a_charset_that_is_not_there_is_told),
		cmocka_unit_test(old_files_are_read),
		cmocka_unit_test(a_byte_order_mark_is_left_out),
		cmocka_unit_test(wrong_bytes_are_told_with_their_line),
		cmocka_unit_test(the_ceiling_is_respected),
		cmocka_unit_test(bytes_come_back_from_text),
		cmocka_unit_test(our_tables_are_those_of_iconv),
	};

	return T_RUN(tests);
}
