#include "lib/t.h"

#include "base/buf.h"
#include "base/directive.h"

static enum fail
read_text(const char *text, struct problems *problems,
    struct document *document)
{
	return directive_read("f.conf", text, strlen(text), problems,
	    document, NULL);
}

T(a_directive_has_name_words_and_children)
{
	scoped_arena arena = arena_new();
	struct problems problems = { .arena = arena };
	struct document document = { 0 };

	assert_int_equal(read_text("# head\n"
				   "form a 1 \"Dua \\\"kata\\\"\" { # note\n"
				   "\tfield b\n"
				   "}\n"
				   "last",
	    &problems, &document), FAIL_NONE);
	assert_int_equal(document.n, 2);
	assert_string_equal(document.directives[0].name, "form");
	assert_int_equal(document.directives[0].n_words, 3);
	assert_string_equal(document.directives[0].words[2], "Dua \"kata\"");
	assert_int_equal(document.directives[0].line, 2);
	assert_int_equal(document.directives[0].n_children, 1);
	assert_string_equal(document.directives[0].children[0].words[0], "b");
	assert_string_equal(document.directives[1].name, "last");
}

T(a_block_is_one_word_and_flows)
{
	scoped_arena arena = arena_new();
	struct problems problems = { .arena = arena };
	struct document document = { 0 };
	const char *block;

	assert_int_equal(read_text("text <<\n\n  satu\n  dua # tiga\n\n\n"
				   "  empat\n\n  >>\nnext\n",
	    &problems, &document), FAIL_NONE);
	block = document.directives[0].words[0];
	assert_string_equal(block, "satu\ndua # tiga\n\n\nempat");
	assert_string_equal(flow_text(arena, block), "satu dua # tiga\nempat");
	assert_int_equal(document.directives[1].line, 10);
}

T(every_error_is_told_with_its_line)
{
	scoped_arena arena = arena_new();
	struct problems problems = { .arena = arena };
	struct document document = { 0 };

	assert_int_equal(read_text("a \"open\nb {\n} c\n}\nd \"x\\q\"\ne {\n",
	    &problems, &document), FAIL_INVALID);
	assert_string_equal(problems.list[0].fact.code, "syntax.open-quote");
	assert_int_equal(problems.list[0].line, 1);
	assert_string_equal(problems.list[1].fact.code, "syntax.after-brace");
	assert_int_equal(problems.list[1].line, 3);
	assert_string_equal(problems.list[2].fact.code, "syntax.extra-brace");
	assert_int_equal(problems.list[2].line, 4);
	assert_string_equal(problems.list[3].fact.code, "syntax.escape");
	assert_string_equal(problems.list[4].fact.code, "syntax.open-brace");
	assert_int_equal(problems.n, 5);
}

T(a_likely_word_is_offered)
{
	static const char *const known[] = { "field", "section" };
	scoped_arena arena = arena_new();
	struct problems problems = { .arena = arena };
	struct document document = { 0 };

	assert_int_equal(read_text("feild a\nzzz\n", &problems, &document),
	    FAIL_NONE);
	assert_int_equal(directive_known(&document, &document.directives[0],
	    known, 2, &problems), -1);
	assert_string_equal(problems.list[0].fact.arg[1], "field");
	assert_int_equal(directive_known(&document, &document.directives[1],
	    known, 2, &problems), -1);
	assert_string_equal(problems.list[1].fact.code, "syntax.unknown");
}

T(levels_and_words_have_a_ceiling)
{
	scoped_arena arena = arena_new();
	scoped_buf text;
	struct problems problems = { .arena = arena };
	struct document document = { 0 };

	buf_init(&text, 1 << 16);
	for (int i = 0; i < DIRECTIVE_DEPTH_MAX + 1; i++)
		buf_text(&text, "a {\n");
	assert_int_equal(read_text(text.text, &problems, &document),
	    FAIL_INVALID);
	assert_string_equal(problems.list[0].fact.code, "syntax.deep");
	buf_clear(&text);
	for (int i = 0; i < DIRECTIVE_WORDS_MAX + 2; i++)
		buf_text(&text, "a ");
	problems = (struct problems){ .arena = arena };
	assert_int_equal(read_text(text.text, &problems, &document),
	    FAIL_INVALID);
	assert_string_equal(problems.list[0].fact.code, "syntax.many-words");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_directive_has_name_words_and_children),
		cmocka_unit_test(a_block_is_one_word_and_flows),
		cmocka_unit_test(every_error_is_told_with_its_line),
		cmocka_unit_test(a_likely_word_is_offered),
		cmocka_unit_test(levels_and_words_have_a_ceiling),
	};

	return T_RUN(tests);
}
