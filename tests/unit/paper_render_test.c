#include "lib/t.h"

#include "base/directive.h"
#include "paper/render.h"

/* A source with a few values and one list, enough to see each kind of node. */
static const char *
value(const void *context, const char *name, const char *list, size_t index)
{
	static const char *const items[] = { "satu", "dua" };

	(void)context;
	if (list != NULL && strcmp(name, "item") == 0)
		return items[index];
	if (strcmp(name, "name") == 0)
		return "D\xc3\xa9sir\xc3\xa9";
	if (strcmp(name, "state") == 0)
		return "lengkap";
	if (strcmp(name, "evil") == 0)
		return "a\x1b[2Jb\xe2\x80\xaeZ";
	return NULL;
}

static size_t
count(const void *context, const char *list)
{
	(void)context;
	return strcmp(list, "items") == 0 ? 2 : 0;
}

static bool
is_known(const char *name)
{
	static const char *const names[] = { "item", "items", "name", "state",
		"evil", "nothing" };

	for (size_t i = 0; i < array_length(names); i++)
		if (strcmp(names[i], name) == 0)
			return true;
	return false;
}

static enum fail
read_paper(struct arena *arena, const char *body, struct paper *ret_paper,
    struct problems *problems)
{
	char *text = arena_print(arena, "paper p 1 \"P\" {\n%s\n}\n", body);
	struct document document = { 0 };
	enum fail fail;

	*problems = (struct problems){ .arena = arena };
	fail = directive_read(
	    "p.paper", text, strlen(text), problems, &document, NULL);
	if (fail)
		return fail;
	return paper_read(&document, is_known, problems, ret_paper, NULL);
}

static void
assert_renders(const char *body, struct paper_size size, const char *wanted)
{
	static const struct paper_source source = { value, count, NULL };
	scoped_arena arena = arena_new();
	scoped_buf out;
	struct paper paper = { 0 };
	struct problems problems;

	buf_init(&out, 1 << 16);
	assert_int_equal(read_paper(arena, body, &paper, &problems), FAIL_NONE);
	paper_render(&paper, &source, size, &out);
	assert_false(out.is_over);
	assert_string_equal(out.text, wanted);
}

static const struct paper_size narrow = { 16, 0, 0, false };

T(a_pair_keeps_its_label_column_when_it_wraps)
{
	assert_renders("pair \"Nama\" \"{name} Ayu Lestari\"", narrow,
	    "Nama       D\xc3\xa9sir\n"
	    "           \xc3\xa9 Ayu\n"
	    "           Lesta\n"
	    "           ri\n");
	assert_renders("pair \"Penyerahan berkas\" \"{name}\"", narrow,
	    "Penyerahan\nberkas\n           D\xc3\xa9sir\n"
	    "           \xc3\xa9\n");
}

T(a_check_keeps_its_result_at_the_margin_of_its_first_line)
{
	assert_renders("check \"A1\" \"Skala usaha\" \"b\"", narrow,
	    "A1 Skala       b\n   usaha\n");
	assert_renders("check \"A1\" \"Skala usaha\" \"benar\"", narrow,
	    "A1 Skala usaha\n           benar\n");
}

T(names_below_signatures_are_wrapped_and_not_cut)
{
	assert_renders("sign a b \"( {name} )\" \"( {name} )\"", narrow,
	    "a       b\n\n\n\n"
	    "(       ( D\xc3\xa9sir\xc3\xa9\n"
	    "D\xc3\xa9sir\xc3\xa9  )\n"
	    ")\n");
}

T(places_to_sign_stay_on_one_page)
{
	static const struct paper_size page = { 16, 0, 8, true };

	assert_renders("text a\ntext b\nsign c d e f\ntext g", page,
	    "a\nb\n\fc       d\n\n\n\ne       f\ng\n");
}

T(a_word_prints_nothing_and_is_found_by_its_key)
{
	scoped_arena arena = arena_new();
	struct paper paper = { 0 };
	struct problems problems;

	assert_renders("word copy.first ASLI\ntext a", narrow, "a\n");
	assert_int_equal(read_paper(arena, "word copy.first ASLI\ntext a",
			     &paper, &problems),
	    FAIL_NONE);
	assert_string_equal(paper_word(&paper, "copy.first"), "ASLI");
	assert_null(paper_word(&paper, "copy"));
}

T(a_row_too_long_for_one_line_takes_two)
{
	assert_renders("row \"abc\" \"benar\"", narrow, "abc        benar\n");
	assert_renders("row \"abcdefghijkl\" \"benar\"", narrow,
	    "abcdefghijkl\n           benar\n");
}

T(a_condition_shows_its_children_only_for_its_words)
{
	assert_renders("when state lengkap terbit {\ntext \"a\"\n}\n"
		       "unless state lengkap {\ntext \"b\"\n}\n"
		       "when nothing {\ntext \"c\"\n}",
	    narrow, "a\n");
}

T(a_list_repeats_its_children_for_each_entry)
{
	assert_renders("each items {\nitem \"-\" \"{item} {name}\"\n}", narrow,
	    "- satu D\xc3\xa9sir\xc3\xa9\n- dua D\xc3\xa9sir\xc3\xa9\n");
}

T(a_value_cannot_bring_control_characters_onto_paper)
{
	assert_renders(
	    "text \"{evil}\"", narrow, "a\xef\xbf\xbd[2Jb\xef\xbf\xbdZ\n");
}

T(a_page_ends_with_a_form_feed_and_a_roll_does_not)
{
	static const struct paper_size page = { 16, 2, 2, true };

	assert_renders(
	    "text \"a\"\ntext \"b\"\ntext \"c\"", page, "  a\n  b\n\f  c\n");
	assert_renders("text \"a\"\nwide {\ntext \"b\"\n}\n"
		       "narrow {\ntext \"c\"\n}",
	    narrow, "a\nc\n");
}

static void
assert_problem(const char *body, const char *code)
{
	scoped_arena arena = arena_new();
	struct paper paper = { 0 };
	struct problems problems;

	assert_int_equal(
	    read_paper(arena, body, &paper, &problems), FAIL_INVALID);
	assert_int_equal(problems.n, 1);
	assert_string_equal(problems.list[0].fact.code, code);
	assert_int_equal(problems.list[0].line, 2);
	assert_null(paper.name);
}

T(what_cannot_be_printed_is_a_problem)
{
	assert_problem("text \"{name\"", "paper.brace");
	assert_problem("text a {\nrule\n}", "paper.children");
	assert_problem(
	    "each items {\nwhen name {\neach items {\n}\n}\n}", "paper.each");
	assert_problem("each nothere {\n}", "paper.unknown-name");
	assert_problem("pair a", "paper.words");
}

T(a_block_of_lines_is_one_text)
{
	assert_renders("title <<\na\tb\nc\n>>", narrow, "     A B C\n");
}

T(a_file_holds_one_paper)
{
	static const char *const wrong[] = { "", "form p 1 P {\n}\n",
		"paper p P {\n}\n", "paper p x P {\n}\n",
		"paper p 1 P {\n}\npaper q 1 Q {\n}\n" };

	for (size_t i = 0; i < array_length(wrong); i++) {
		scoped_arena arena = arena_new();
		struct problems problems = { .arena = arena };
		struct document document = { 0 };
		struct paper paper = { 0 };
		struct err err = { 0 };

		t_done(directive_read("p", wrong[i], strlen(wrong[i]),
			   &problems, &document, &err),
		    err);
		assert_int_equal(
		    paper_read(&document, is_known, &problems, &paper, &err),
		    FAIL_INVALID);
		assert_string_equal(err.fact.code, "paper.head");
	}
}

T(a_mark_wider_than_the_paper_is_wrapped)
{
	assert_renders("item \"aaaaaaaaaaaaaaaaaa\" \"b\"", narrow,
	    "aaaaaaaaaaaaaaaa\naa\nb\n");
}

T(an_unknown_name_is_a_problem_with_its_line)
{
	scoped_arena arena = arena_new();
	struct paper paper = { 0 };
	struct problems problems;

	assert_int_equal(read_paper(arena, "text \"{nmae}\"\ntexxt \"a\"",
			     &paper, &problems),
	    FAIL_INVALID);
	assert_int_equal(problems.n, 2);
	assert_string_equal(problems.list[0].fact.code, "paper.unknown-name");
	assert_int_equal(problems.list[0].line, 2);
	assert_string_equal(
	    problems.list[1].fact.code, "syntax.unknown-likely");
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_pair_keeps_its_label_column_when_it_wraps),
		cmocka_unit_test(
		    a_check_keeps_its_result_at_the_margin_of_its_first_line),
		cmocka_unit_test(
		    names_below_signatures_are_wrapped_and_not_cut),
		cmocka_unit_test(places_to_sign_stay_on_one_page),
		cmocka_unit_test(a_word_prints_nothing_and_is_found_by_its_key),
		cmocka_unit_test(a_row_too_long_for_one_line_takes_two),
		cmocka_unit_test(
		    a_condition_shows_its_children_only_for_its_words),
		cmocka_unit_test(a_list_repeats_its_children_for_each_entry),
		cmocka_unit_test(
		    a_value_cannot_bring_control_characters_onto_paper),
		cmocka_unit_test(
		    a_page_ends_with_a_form_feed_and_a_roll_does_not),
		cmocka_unit_test(what_cannot_be_printed_is_a_problem),
		cmocka_unit_test(a_block_of_lines_is_one_text),
		cmocka_unit_test(a_file_holds_one_paper),
		cmocka_unit_test(a_mark_wider_than_the_paper_is_wrapped),
		cmocka_unit_test(an_unknown_name_is_a_problem_with_its_line),
	};

	return T_RUN(tests);
}
