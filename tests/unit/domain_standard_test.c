/* The rules that stand beside the text of the standard, and its reader. */

#include "lib/load.h"

static size_t
children(const struct standard *standard, const char *id)
{
	const struct clause *clause = standard_clause(standard, id);
	size_t n = 0;

	assert_non_null(clause);
	for (size_t i = 0; i < standard->n_clauses; i++)
		n += standard->clauses[i].parent ==
		    (int)(clause - standard->clauses);
	return n;
}

T(every_component_has_its_entries)
{
	scoped_arena arena = arena_new();
	struct standard standard = load_standard(arena);

	assert_int_equal(children(&standard, "32/A"), 6);
	assert_int_equal(children(&standard, "32/B"), 8);
	assert_int_equal(children(&standard, "32/1.A"), 5);
	assert_int_equal(children(&standard, "32/1.B"), 4);
	assert_int_equal(children(&standard, "32/6"), 8);
	assert_int_equal(children(&standard, "32/6.2"), 13);
	assert_int_equal(children(&standard, "32/6.5.c"), 2);
	assert_int_equal(children(&standard, "32/7"), 6);
	assert_int_equal(children(&standard, "32/8"), 50);
	assert_int_equal(children(&standard, "32/9"), 9);
	assert_int_equal(children(&standard, "32/10"), 2);
	assert_int_equal(children(&standard, "32/12"), 5);
	assert_int_equal(children(&standard, "32/13"), 3);
	assert_int_equal(children(&standard, "32/14"), 3);
}

T(the_rules_are_those_of_the_text)
{
	scoped_arena arena = arena_new();
	struct standard standard = load_standard(arena);

	assert_int_equal(standard.process.days, 7);
	assert_int_equal(standard.process.unit, SPAN_WORKING_DAYS);
	assert_int_equal(standard.complaint_window.days, 30);
	assert_int_equal(standard.complaint_window.unit, SPAN_CALENDAR_DAYS);
	assert_int_equal(standard.complaint_answer.days, 14);
	assert_true(standard.is_free);
	assert_int_equal(standard.staff, 30);
	assert_int_equal(standard.n_requirements, 9);
	assert_int_equal(standard.n_channels, 13);
	assert_int_equal(standard.n_categories, 3);
	assert_int_equal(standard.n_elements, 7);
	assert_true(standard_serves_kbli(&standard, "22210", "2020"));
	assert_true(standard_serves_kbli(&standard, "22201", "2025"));
	assert_false(standard_serves_kbli(&standard, "22210", "2025"));
	assert_true(standard_serves_scale(&standard, "menengah"));
	assert_false(standard_serves_scale(&standard, "mikro"));
	assert_true(standard_has_class(&standard, "12"));
	assert_false(standard_has_class(&standard, "4"));
}

T(only_umum_5_may_not_apply_and_binds_after_the_issue)
{
	scoped_arena arena = arena_new();
	struct standard standard = load_standard(arena);

	for (size_t i = 0; i < standard.n_requirements; i++) {
		const struct requirement *requirement =
		    &standard.requirements[i];
		bool is_fifth = strcmp(requirement->clause, "32/1.A.5") == 0;

		assert_int_equal(requirement->may_not_apply, is_fifth);
		assert_int_equal(requirement->stage == STAGE_AFTER_ISSUE,
		    is_fifth);
	}
}

T(words_are_found_in_the_text)
{
	scoped_arena arena = arena_new();
	struct standard standard = load_standard(arena);
	size_t at = standard_find(&standard, "laktasi", 0);

	assert_true(at < standard.n_clauses);
	assert_string_equal(standard.clauses[at].id, "32/8.21");
	assert_int_equal(standard_find(&standard, "laktasi", at + 1),
	    standard.n_clauses);
}

T(a_bad_file_tells_all_its_errors_and_is_refused_whole)
{
	static const char text[] = "standard 33 1 \"X\" {\n"
				   "\tproces 7 working-days 33/3\n"
				   "\tfee some 33/4\n"
				   "\tkbli 2221 2020\n"
				   "\tgroup A {\n\t\tcomponent 1 {\n\t\t}\n"
				   "\t}\n}\n";
	scoped_arena arena = arena_new();
	struct problems problems = { .arena = arena };
	struct document document = { 0 };
	struct standard standard = { .number = "untouched" };
	struct err err = { 0 };

	t_done(directive_read("033.conf", text, sizeof text - 1, &problems,
	    &document, &err), err);
	assert_int_equal(standard_read(&document, &problems, &standard, &err),
	    FAIL_INVALID);
	assert_string_equal(standard.number, "untouched");
	assert_string_equal(problems.list[0].fact.arg[1], "process");
	assert_int_equal(problems.list[0].line, 2);
	assert_string_equal(problems.list[1].fact.code, "standard.fee");
	assert_string_equal(problems.list[2].fact.code, "standard.kbli");
	assert_int_equal(problems.list[2].line, 4);
	assert_string_equal(problems.list[3].fact.code, "standard.words");
	assert_int_equal(problems.list[3].line, 6);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_component_has_its_entries),
		cmocka_unit_test(the_rules_are_those_of_the_text),
		cmocka_unit_test(
		    only_umum_5_may_not_apply_and_binds_after_the_issue),
		cmocka_unit_test(words_are_found_in_the_text),
		cmocka_unit_test(
		    a_bad_file_tells_all_its_errors_and_is_refused_whole),
	};

	return T_RUN(tests);
}
