/* Reading form files: forms/definition.h. */

#include "forms/definition.h"

#include "base/text.h"
#include "lib/sheet.h"

#define FIELD(words) "form f 1 \"F\" {\n\tleft {\n" words "\t}\n}\n"
#define SAID "\nlabel L\nhint H\nhelp H\nprivacy public\n"
#define TEXT(name, more) "field " name " text {" SAID more "}\n"

/* Reading text must report code first on that line. */
static void
assert_problem(const char *text, int line, const char *code)
{
	scoped_arena arena = arena_new();
	struct problems problems = { .arena = arena };
	struct form form;

	assert_int_equal(read_form(text, &problems, &form), FAIL_INVALID);
	assert_true(problems.n > 0);
	assert_string_equal(problems.list[0].fact.code, code);
	assert_int_equal(problems.list[0].line, line);
}

T(a_field_has_what_its_lines_say)
{
	scoped_arena arena = arena_new();
	const struct form *form = form_of(arena,
	    "form visit 3 \"Kunjungan\" {\n"
	    "left \"PELAPOR\" {\n"
	    "field reporter name 60 {\nlabel Nama\nhint H\nhelp <<\nSatu\n"
	    "dua.\n\nTiga.\n>>\nclause 32/5\nprivacy personal\nrequired\n"
	    "twice\n}\n"
	    "field nik nik {" SAID "privacy identity\n}\n"
	    "}\n}\n");
	const struct field *field = &form->fields[0];

	assert_string_equal(form->name, "visit");
	assert_string_equal(form->version, "3");
	assert_string_equal(form->title, "Kunjungan");
	assert_int_equal(form->pages, 1);
	assert_string_equal(form->sections[0].title, "PELAPOR");
	assert_int_equal(field->type, FIELD_NAME);
	assert_int_equal(field->size, 60);
	assert_string_equal(field->help, "Satu dua.\nTiga.");
	assert_string_equal(field->clause, "32/5");
	assert_int_equal(field->privacy, PRIVACY_PERSONAL);
	assert_true(field->is_required);
	assert_true(field->is_twice);
	assert_true(field->may_copy);
	assert_false(form->fields[1].may_copy);
	assert_int_equal(form_field(form, "nik"), 1);
	assert_int_equal(form_field(form, "nib"), FIELD_ABSENT);
}

T(left_and_right_stand_as_the_screens_draw_them)
{
	scoped_arena arena = arena_new();
	const struct form *form = form_of(arena,
	    "form f 1 F {\n"
	    "left A {\n" TEXT("a", "") TEXT(
		"b", "") "}\n"
			 "right B {\n" TEXT("c",
			     "") "}\n"
				 "left {\n" TEXT("d", "") "}\n"
							  "wide {\n" TEXT("e",
							      "") "}\n}\n");
	const struct field *fields = form->fields;

	assert_int_equal(form->sections[0].row, 0);
	assert_int_equal(fields[0].place.row, 1);
	assert_int_equal(fields[0].place.label_column, 2);
	assert_int_equal(fields[0].place.mark_column, 13);
	assert_int_equal(fields[0].place.column, 15);
	assert_int_equal(fields[0].place.width, 25);
	assert_int_equal(fields[1].place.row, 2);
	assert_int_equal(fields[2].place.row, 1);
	assert_int_equal(fields[2].place.label_column, 44);
	assert_int_equal(fields[2].place.column, 57);
	assert_int_equal(fields[2].place.width, 22);
	assert_int_equal(fields[3].place.row, 3);
	assert_int_equal(fields[4].place.row, 4);
	assert_int_equal(fields[4].place.width, 64);
}

T(fields_that_exclude_each_other_may_share_a_place)
{
	scoped_arena arena = arena_new();
	const struct form *form = form_of(arena,
	    FIELD("field a yes-no {" SAID "}\n" TEXT("b", "when a Y\n")
		    TEXT("c", "when a T\ninstead-of b\n") TEXT("d", "")));

	assert_int_equal(form->fields[1].place.row, 1);
	assert_int_equal(form->fields[2].place.row, 1);
	assert_int_equal(form->fields[3].place.row, 2);
}

static const struct {
	const char *text;
	int line;
	const char *code;
} cases[] = {
	{ "", 0, "form.absent" },
	{ "form f 1 F {\n}\n", 0, "form.no-fields" },
	{ "form f {\n"
	  "left {\n" TEXT("a", "") "}\n}\n",
	    1, "form.head" },
	{ FIELD("field a\n"), 3, "form.field-head" },
	{ FIELD("field a tex {" SAID "}\n"), 3, "form.type" },
	{ FIELD("field nik nik 20 {" SAID "}\n"), 3, "form.size" },
	{ FIELD("field a text x {" SAID "}\n"), 3, "form.number" },
	{ FIELD("field a text 99999 {" SAID "}\n"), 3, "form.number-range" },
	{ FIELD("field A text {" SAID "}\n"), 3, "form.field-name" },
	{ FIELD(TEXT("a", "") TEXT("a", "")), 9, "form.field-twice" },
	{ FIELD("field a text {\nlabel L\nhint H\nhelp H\n}\n"), 3,
	    "form.no-privacy" },
	{ FIELD("field a text {\nhint H\nhelp H\nprivacy public\n}\n"), 3,
	    "form.no-label" },
	{ FIELD("field a text {\nlabel L\nprivacy public\n}\n"), 3,
	    "form.no-help" },
	{ FIELD(TEXT("a", "privacy secret\n")), 8, "form.privacy" },
	{ FIELD(TEXT("a", "requird\n")), 8, "syntax.unknown-likely" },
	{ FIELD(TEXT("a", "required yes\n")), 8, "form.words" },
	{ FIELD(TEXT("a", "label \"Dua belas aja\"\n")), 3, "form.label-wide" },
	{ FIELD(TEXT("a", "width 26\n")), 3, "form.wide" },
	{ FIELD(TEXT("a", "lines 2\n")), 3, "form.word-type" },
	{ FIELD(TEXT("a", "birth\n")), 3, "form.word-type" },
	{ FIELD(TEXT("a", "when b Y\n") TEXT("b", "")), 8,
	    "form.condition-later" },
	{ FIELD(TEXT("a", "when z Y\n")), 8, "form.field-unknown" },
	{ FIELD("field a yes-no {" SAID "}\n" TEXT("b", "when a X\n")), 9,
	    "form.condition-value" },
	{ FIELD("field a choice {" SAID "}\n"), 3, "form.no-choice" },
	{ FIELD(TEXT("a", "choice a A\n")), 3, "form.word-type" },
	{ FIELD("field a choice {" SAID "choice x X\nchoice x Y\n}\n"), 9,
	    "form.choice-twice" },
	{ FIELD("field a choice {" SAID "choice \"x y\" X\n}\n"), 8,
	    "form.choice-code" },
	{ FIELD(TEXT("a", "default now\n")), 8, "form.default" },
	{ FIELD(TEXT("a", "default fixed\n")), 8, "form.default-value" },
	{ FIELD(TEXT("a", "default today\n")), 3, "form.default-type" },
	{ FIELD(TEXT("a", "") TEXT("b", "default-when x a y\n")), 9,
	    "form.default-type" },
	{ FIELD(TEXT("a", "default fixed x\ndefault-when y b z\n")), 9,
	    "form.field-unknown" },
	{ FIELD("field a text {" SAID "privacy identity\n"
		"default station\n}\n"),
	    3, "form.default-identity" },
	{ FIELD(TEXT("a", "lookup village\n")), 8, "form.lookup" },
	{ FIELD(TEXT("a", "shown name b\n")), 8, "form.shown" },
	{ FIELD(TEXT("a",
	      "shown district b\nrequired\n") "field b region {" SAID "}\n"),
	    3, "form.shown-typed" },
	{ FIELD(TEXT("a", "shown district b\n") TEXT("b", "")), 8,
	    "form.field-kind" },
	{ FIELD(TEXT("a", "") TEXT("b", "instead-of a\n")), 14,
	    "form.instead-of" },
	{ FIELD("field a area {" SAID "lines 18\n}\n"), 8,
	    "form.number-range" },
	{ FIELD("field a area {" SAID "lines 12\n}\n"
		"field b area {" SAID "lines 6\n}\n"),
	    10, "form.page-full" },
};

T(what_a_file_does_wrong_is_named_with_its_line)
{
	for (size_t i = 0; i < array_length(cases); i++)
		assert_problem(cases[i].text, cases[i].line, cases[i].code);
}

T(all_problems_are_told_at_once_with_the_likely_word)
{
	scoped_arena arena = arena_new();
	struct problems problems = { .arena = arena };
	struct form form;

	assert_int_equal(
	    read_form(FIELD("field a tekst {" SAID "}\n" TEXT(
			  "b", "privacy privat\n") TEXT("c", "when bb x\n")),
		&problems, &form),
	    FAIL_INVALID);
	assert_int_equal(problems.n, 3);
	assert_string_equal(problems.list[0].fact.code, "form.type");
	assert_string_equal(problems.list[0].fact.arg[1], "text");
	assert_string_equal(problems.list[1].fact.code, "form.privacy");
	assert_string_equal(problems.list[2].fact.code, "form.field-unknown");
}

static bool
has_clause(const void *context, const char *clause)
{
	return standard_clause(context, clause) != NULL;
}

T(a_clause_must_be_in_the_standard)
{
	scoped_arena arena = arena_new();
	struct problems problems = { .arena = arena };
	struct standard standard = load_standard(arena);
	struct form_clauses clauses = { has_clause, &standard };
	struct document document = { 0 };
	struct form form;
	const char *text = FIELD(
	    TEXT("a", "clause 32/1.A.4\n") TEXT("b", "clause 32/1.A.9\n"));

	assert_int_equal(directive_read("test.form", text, strlen(text),
			     &problems, &document, NULL),
	    FAIL_NONE);
	assert_int_equal(form_read(&document, &clauses, &problems, &form, NULL),
	    FAIL_INVALID);
	assert_int_equal(problems.n, 1);
	assert_string_equal(problems.list[0].fact.code, "form.clause");
	assert_int_equal(problems.list[0].line, 15);
}

T(bad_files_of_the_samples_are_refused_where_they_say)
{
	static const char *const names[] = { "clause-words", "condition",
		"no-brace", "page", "privacy", "type" };
	scoped_arena arena = arena_new();

	for (size_t i = 0; i < array_length(names); i++) {
		struct problems problems = { .arena = arena };
		struct form form;
		size_t size = 0;
		const char *text = asset_text(arena,
		    arena_print(arena, "tests/data/forms/%s.form", names[i]),
		    &size);
		char code[FACT_CODE_SIZE] = "";
		int line = 0;

		/* Their first line tells: "# LINE CODE". */
		assert_int_equal(sscanf(text, "# %d %47s", &line, code), 2);
		assert_int_equal(
		    read_form(text, &problems, &form), FAIL_INVALID);
		assert_string_equal(problems.list[0].fact.code, code);
		assert_int_equal(problems.list[0].line, line);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_field_has_what_its_lines_say),
		cmocka_unit_test(left_and_right_stand_as_the_screens_draw_them),
		cmocka_unit_test(
		    fields_that_exclude_each_other_may_share_a_place),
		cmocka_unit_test(what_a_file_does_wrong_is_named_with_its_line),
		cmocka_unit_test(
		    all_problems_are_told_at_once_with_the_likely_word),
		cmocka_unit_test(a_clause_must_be_in_the_standard),
		cmocka_unit_test(
		    bad_files_of_the_samples_are_refused_where_they_say),
	};

	return T_RUN(tests);
}
