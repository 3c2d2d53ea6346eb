#include "lib/t.h"

#include "base/directive.h"
#include "base/file.h"

/* One reading, with where its things live. */
struct reading {
	struct arena *arena;
	struct problems problems;
	struct document document;
	struct err err;
	enum fail fail;
};

static struct reading
read_bytes(const char *bytes, size_t size)
{
	struct reading reading = { .arena = arena_new() };

	reading.problems.arena = reading.arena;
	reading.fail = directive_read("a.conf", bytes, size, &reading.problems,
	    &reading.document, &reading.err);
	return reading;
}

static struct reading
read_text(const char *text)
{
	return read_bytes(text, strlen(text));
}

static void
reading_done(struct reading *reading)
{
	arena_free(reading->arena);
}
#define scoped_reading scoped(reading_done) struct reading

/* All problems as "line code arg" lines. */
static void
assert_problems(const char *text, const char *wanted)
{
	scoped_reading reading = read_text(text);
	scoped_buf all = { 0 };

	buf_init(&all, 4096);
	for (size_t i = 0; i < reading.problems.n; i++) {
		const struct problem *problem = &reading.problems.list[i];

		assert_string_equal(problem->file, "a.conf");
		buf_print(&all, "%d %s%s%s\n", problem->line,
		    problem->fact.code, problem->fact.arg[0][0] ? " " : "",
		    problem->fact.arg[0]);
	}
	assert_string_equal(all.text, wanted);
	assert_int_equal(reading.fail, FAIL_INVALID);
	assert_int_equal(reading.document.n, 0);
}

static void
assert_reads(const char *text)
{
	scoped_reading reading = read_text(text);

	t_done(reading.fail, reading.err);
}

static void
assert_word(const char *text, const char *wanted)
{
	scoped_reading reading = read_text(text);

	t_done(reading.fail, reading.err);
	assert_string_equal(
	    directive_word(reading.document.directives, 0), wanted);
}

T(names_words_and_children_are_read)
{
	scoped_reading reading =
	    read_text("# form\n"
		      "form application 1 \"Surat \\\"izin\\\"\" { # ends\n"
		      "\tfield nik nik {\n"
		      "\t\tlabel NIK\n"
		      "\t}\n"
		      "\n"
		      "\tfield name text\n"
		      "}\r\n"
		      "after a#b");
	const struct directive *form, *field;

	t_done(reading.fail, reading.err);
	assert_int_equal(reading.document.n, 2);
	form = &reading.document.directives[0];
	assert_string_equal(form->name, "form");
	assert_int_equal(form->line, 2);
	assert_int_equal(form->n_words, 3);
	assert_string_equal(form->words[2], "Surat \"izin\"");
	assert_int_equal(form->n_children, 2);
	field = directive_child(form, "field");
	assert_int_equal(field->line, 3);
	assert_string_equal(directive_child(field, "label")->words[0], "NIK");
	assert_null(directive_child(field, "help"));
	assert_null(directive_word(field, 2));
	assert_int_equal(reading.document.directives[1].line, 9);
	assert_string_equal(reading.document.directives[1].words[0], "a#b");
}

T(nothing_is_a_document_too)
{
	scoped_reading reading = read_text("\n# only a comment\n\n");

	t_done(reading.fail, reading.err);
	assert_int_equal(reading.document.n, 0);
}

T(a_byte_order_mark_is_stepped_over)
{
	scoped_reading reading = read_text("\xEF\xBB\xBF"
					   "name word\r\n");

	t_done(reading.fail, reading.err);
	assert_string_equal(reading.document.directives[0].name, "name");
	assert_string_equal(reading.document.directives[0].words[0], "word");
}

T(quotes_keep_blanks_and_escapes)
{
	assert_word("a \" x  y \"", " x  y ");
	assert_word("a \"\\\\ \\n \\\"\"", "\\ \n \"");
	assert_word("a \"\"", "");
	assert_word("a \"# { } <<\"", "# { } <<");
}

T(a_block_is_one_word)
{
	assert_word("help <<\n"
		    "\n"
		    "\t\tNomor Induk  \n"
		    "    Kependudukan # \"tanda\" {\n"
		    "\n"
		    "\n"
		    "}\n"
		    "\n"
		    "\t>>\n"
		    "after x\n",
	    "Nomor Induk\nKependudukan # \"tanda\" {\n\n\n}");
	assert_word("help <<\n>>\n", "");
}

T(a_block_flows_into_paragraphs)
{
	scoped_arena arena = arena_new();

	assert_string_equal(flow_text(arena, "a\nb\n\nc\n\n\nd"), "a b\nc\nd");
	assert_string_equal(flow_text(arena, ""), "");
	assert_string_equal(flow_text(arena, "\n\na\n"), "a");
}

T(every_fault_is_told_at_once_with_its_line)
{
	assert_problems("a \"open\n"
			"b {\n"
			"\tc \"x\\q\" {\n"
			"\t\td \"x\"y\n"
			"\t}\n"
			"} e\n"
			"}\n"
			"f { g\n"
			"}\n"
			"\"h\" {\n"
			"}\n"
			"i a}b\n"
			"j <<\n"
			"text\n",
	    "1 syntax.open-quote\n"
	    "3 syntax.escape\n"
	    "4 syntax.quote-joined\n"
	    "6 syntax.after-brace }\n"
	    "7 syntax.extra-brace\n"
	    "8 syntax.after-brace {\n"
	    "10 syntax.no-name\n"
	    "12 syntax.needs-quotes a}b\n"
	    "13 syntax.open-block\n");
}

T(a_brace_that_stays_open_is_told_where_it_was_opened)
{
	assert_problems("a {\n\tb {\n\t}\n", "1 syntax.open-brace\n");
	assert_problems("a {\n\tb {\n",
	    "2 syntax.open-brace\n"
	    "1 syntax.open-brace\n");
}

T(a_fault_before_a_brace_does_not_spoil_the_rest)
{
	assert_problems("a x{ {\n\tb\n}\nc \\q\" {\n}\n",
	    "1 syntax.needs-quotes x{\n4 syntax.needs-quotes \\q\"\n");
	assert_problems("a x{\n\tb\n}\n", "1 syntax.needs-quotes x{\n");
	assert_problems("a \"\\x\" <<\n}\n>>\n", "1 syntax.escape\n");
}

T(a_brace_or_a_block_needs_a_name)
{
	assert_problems("{\n}\n", "1 syntax.no-name\n");
	assert_problems("<<\n>>\n", "1 syntax.no-name\n");
	assert_problems("a }\n", "1 syntax.needs-quotes }\n");
	assert_problems("a << b\n>>\n", "1 syntax.after-brace <<\n");
}

T(hidden_characters_are_refused_by_name)
{
	assert_problems("a\nb \xE2\x80\xAE"
			"x\nc \x01\n\xFF\n",
	    "2 syntax.character U+202E\n"
	    "3 syntax.character U+0001\n"
	    "4 syntax.not-utf8\n");
}

T(a_nul_is_refused)
{
	scoped_reading reading = read_bytes("a b\0c\n", 6);

	assert_int_equal(reading.fail, FAIL_INVALID);
	assert_string_equal(reading.problems.list[0].fact.arg[0], "U+0000");
}

T(levels_have_a_ceiling)
{
	scoped_buf text = { 0 };

	buf_init(&text, 4096);
	for (int i = 1; i < DIRECTIVE_DEPTH_MAX; i++)
		buf_text(&text, "a {\n");
	buf_text(&text, "a\n");
	for (int i = 1; i < DIRECTIVE_DEPTH_MAX; i++)
		buf_text(&text, "}\n");
	assert_reads(text.text);
	buf_clear(&text);
	for (int i = 0; i < 1000; i++)
		buf_text(&text, "a {\n");
	assert_problems(text.text, "16 syntax.deep\n");
}

T(words_have_a_ceiling)
{
	scoped_buf text = { 0 };

	buf_init(&text, 1 << 20);
	buf_text(&text, "name");
	for (int i = 0; i < DIRECTIVE_WORDS_MAX; i++)
		buf_text(&text, " w");
	assert_reads(text.text);
	buf_text(&text, " w");
	assert_problems(text.text, "1 syntax.many-words\n");
	buf_clear(&text);
	buf_text(&text, "name \"");
	buf_repeat(&text, 'x', 64 * 1024 + 1);
	buf_text(&text, "\"");
	assert_problems(text.text, "1 syntax.long-word\n");
}

T(a_file_has_a_ceiling)
{
	scoped_buf text = { 0 };

	buf_init(&text, 2 * DIRECTIVE_FILE_MAX);
	buf_repeat(&text, '\n', DIRECTIVE_FILE_MAX);
	assert_reads(text.text);
	buf_char(&text, '\n');
	assert_problems(text.text, "0 file.too-large a.conf\n");
}

T(directives_have_a_ceiling)
{
	scoped_buf text = { 0 };

	buf_init(&text, DIRECTIVE_FILE_MAX);
	for (int i = 0; i < 100001; i++)
		buf_text(&text, "a\n");
	assert_problems(text.text, "100001 syntax.many\n");
}

T(the_reader_gives_up_after_a_hundred_faults)
{
	scoped_buf text = { 0 };

	buf_init(&text, 4096);
	for (int i = 0; i < 200; i++)
		buf_text(&text, "a \"\n");

	scoped_reading reading = read_text(text.text);

	assert_int_equal(reading.problems.n, PROBLEMS_MAX);
}

T(the_likely_word_is_named)
{
	static const char *const known[] = { "field", "section" };
	scoped_reading reading = read_text("field\nfeild\nxyz\n");
	const struct directive *list = reading.document.directives;
	const struct problem *problem;

	assert_int_equal(directive_known(&reading.document, &list[0], known, 2,
			     &reading.problems),
	    0);
	assert_int_equal(reading.problems.n, 0);
	assert_int_equal(directive_known(&reading.document, &list[1], known, 2,
			     &reading.problems),
	    -1);
	assert_int_equal(directive_known(&reading.document, &list[2], known, 2,
			     &reading.problems),
	    -1);
	problem = reading.problems.list;
	assert_int_equal(problem[0].line, 2);
	assert_string_equal(problem[0].fact.code, "syntax.unknown-likely");
	assert_string_equal(problem[0].fact.arg[0], "feild");
	assert_string_equal(problem[0].fact.arg[1], "field");
	assert_string_equal(problem[1].fact.code, "syntax.unknown");
}

T(a_file_is_read_by_its_name)
{
	scoped_t_folder folder = t_folder_new();
	scoped_reading reading = { .arena = arena_new() };
	const char *path = t_path(reading.arena, &folder, "x.conf");

	reading.problems.arena = reading.arena;
	t_done(file_write(path, "a \"\n", 4, 0600, &reading.err), reading.err);
	assert_int_equal(directive_load(path, &reading.problems,
			     &reading.document, &reading.err),
	    FAIL_INVALID);
	assert_string_equal(reading.problems.list[0].file, "x.conf");
	assert_string_equal(reading.err.text, "x.conf:1: syntax.open-quote");
	assert_int_equal(directive_load("/nowhere/x.conf", &reading.problems,
			     &reading.document, &reading.err),
	    FAIL_MISSING);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_words_and_children_are_read),
		cmocka_unit_test(nothing_is_a_document_too),
		cmocka_unit_test(a_byte_order_mark_is_stepped_over),
		cmocka_unit_test(quotes_keep_blanks_and_escapes),
		cmocka_unit_test(a_block_is_one_word),
		cmocka_unit_test(a_block_flows_into_paragraphs),
		cmocka_unit_test(every_fault_is_told_at_once_with_its_line),
		cmocka_unit_test(
		    a_brace_that_stays_open_is_told_where_it_was_opened),
		cmocka_unit_test(
		    a_fault_before_a_brace_does_not_spoil_the_rest),
		cmocka_unit_test(a_brace_or_a_block_needs_a_name),
		cmocka_unit_test(hidden_characters_are_refused_by_name),
		cmocka_unit_test(a_nul_is_refused),
		cmocka_unit_test(levels_have_a_ceiling),
		cmocka_unit_test(words_have_a_ceiling),
		cmocka_unit_test(a_file_has_a_ceiling),
		cmocka_unit_test(directives_have_a_ceiling),
		cmocka_unit_test(the_reader_gives_up_after_a_hundred_faults),
		cmocka_unit_test(the_likely_word_is_named),
		cmocka_unit_test(a_file_is_read_by_its_name),
	};

	return T_RUN(tests);
}
