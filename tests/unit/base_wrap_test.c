#include "lib/t.h"

#include <locale.h>

#include "base/buf.h"
#include "base/text.h"
#include "base/wrap.h"

/* The lines of a text, joined by '|'. */
static void
assert_wraps(const char *text, size_t columns, const char *wanted)
{
	scoped_arena arena = arena_new();
	struct wrap wrap = wrap_text(arena, text, columns);
	scoped_buf lines;

	buf_init(&lines, 4096);
	for (size_t i = 0; i < wrap.n; i++) {
		if (i > 0)
			buf_char(&lines, '|');
		buf_add(&lines, text + wrap.line[i].begin,
		    wrap.line[i].end - wrap.line[i].begin);
	}
	assert_string_equal(lines.text == NULL ? "" : lines.text, wanted);
}

T(lines_break_at_blanks)
{
	assert_wraps("satu dua tiga", 8, "satu dua|tiga");
	assert_wraps("satu dua tiga", 9, "satu dua|tiga");
	assert_wraps("satu dua", 8, "satu dua");
}

T(a_newline_always_breaks_and_opens_a_line)
{
	assert_wraps("a\n\nb", 8, "a||b");
	assert_wraps("a\n", 8, "a|");
	assert_wraps("", 8, "");
}

T(a_long_word_breaks_at_a_character)
{
	assert_wraps("abcdefghij", 4, "abcd|efgh|ij");
	assert_wraps("a bcdefghij", 4, "a|bcde|fghi|j");
	assert_wraps("\xe8\xa1\x97\xe8\xa1\x97", 3,
	    "\xe8\xa1\x97|\xe8\xa1\x97");
}

T(no_line_is_wider_than_the_columns)
{
	static const char text[] =
	    "Menyediakan pelayanan minimal  kepada konsumen, e\xcc\x81 \xe8\xa1"
	    "\x97 dan seterusnya";

	for (size_t columns = 2; columns < 60; columns++) {
		scoped_arena arena = arena_new();
		struct wrap wrap = wrap_text(arena, text, columns);

		for (size_t i = 0; i < wrap.n; i++)
			assert_true(text_columns_n(text + wrap.line[i].begin,
			    wrap.line[i].end - wrap.line[i].begin) <=
			    columns);
		assert_int_equal(wrap.line[wrap.n - 1].next,
		    sizeof text - 1);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_break_at_blanks),
		cmocka_unit_test(a_newline_always_breaks_and_opens_a_line),
		cmocka_unit_test(a_long_word_breaks_at_a_character),
		cmocka_unit_test(no_line_is_wider_than_the_columns),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return T_RUN(tests);
}
