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

/* Another standard, as one more file; its marks are its own. */
static const char other[] =
    "standard 33 2 \"Izin\" {\n"
    "\thead \"33. Izin\"\n"
    "\tkbli 12345 2020\n"
    "\tscale besar\n"
    "\tprocess 5 working-days 33/3\n"
    "\tcomplaint-window 30 calendar-days 33/3\n"
    "\tcomplaint-answer 14 working-days 33/3\n"
    "\tfee none 33/3\n"
    "\tclass 7 {\n"
    "\t\tstep \"Terima berkas\"\n"
    "\t\tstep \"Periksa berkas\"\n"
    "\t}\n"
    "\tclass 12\n"
    "\tchannel a 33/3\n"
    "\tgroup A. {\n"
    "\t\tcomponent 3 \"Jangka Waktu\" {\n"
    "\t\t\tshort \"Waktu\"\n"
    "\t\t\ttext \"5 hari kerja\"\n"
    "\t\t\trequirement A4 complete {\n"
    "\t\t\t\tmay-not-apply\n"
    "\t\t\t}\n"
    "\t\t}\n"
    "\t}\n"
    "}\n";

static enum fail
read_text(struct problems *problems, const char *text,
    struct standard *ret_standard)
{
	struct document document = { 0 };
	struct err err = { 0 };

	t_done(directive_read("033.conf", text, strlen(text), problems,
		   &document, &err),
	    err);
	return standard_read(&document, problems, ret_standard, &err);
}

T(another_standard_is_one_more_file)
{
	scoped_arena arena = arena_new();
	struct problems problems = { .arena = arena };
	struct standard standard = { 0 };

	assert_int_equal(
	    read_text(&problems, other, &standard), FAIL_NONE);
	assert_string_equal(standard.number, "33");
	assert_string_equal(standard.version, "2");
	assert_int_equal(standard.process.days, 5);
	assert_true(standard_serves_scale(&standard, "besar"));
	assert_string_equal(standard.channels[0].name, "Waktu");
	assert_false(standard.requirements[0].needs_place);
	assert_true(standard.requirements[0].may_not_apply);
}

T(steps_of_a_class_can_be_loaded_and_are_not_invented)
{
	scoped_arena arena = arena_new();
	struct problems problems = { .arena = arena };
	struct standard published = load_standard(arena);
	struct standard standard = { 0 };

	assert_int_equal(
	    read_text(&problems, other, &standard), FAIL_NONE);
	assert_int_equal(standard_steps(&standard, "7"), 2);
	assert_string_equal(standard.steps[1].text, "Periksa berkas");
	assert_int_equal(standard_steps(&standard, "12"), 0);
	assert_int_equal(published.n_classes, 4);
	for (size_t i = 0; i < published.n_classes; i++)
		assert_int_equal(
		    standard_steps(&published, published.classes[i]), 0);
}

T(the_place_and_the_account_are_asked_where_the_file_says_so)
{
	scoped_arena arena = arena_new();
	struct standard standard = load_standard(arena);

	for (size_t i = 0; i < standard.n_requirements; i++) {
		const struct requirement *requirement =
		    &standard.requirements[i];

		assert_int_equal(requirement->needs_place,
		    strcmp(requirement->clause, "32/1.A.4") == 0);
		assert_string_equal(requirement->needs,
		    strcmp(requirement->clause, "32/1.A.3") == 0 ? "A2" : "");
	}
}

/* Put one line of the good file otherwise: what is said, and of which line. */
static void
is_refused(const char *line, const char *instead, const char *code, int at)
{
	scoped_arena arena = arena_new();
	struct problems problems = { .arena = arena };
	struct standard standard = { 0 };
	const char *place = strstr(other, line);
	const char *text;

	assert_non_null(place);
	text = arena_print(arena, "%.*s%s%s", (int)(place - other), other,
	    instead, place + strlen(line));
	assert_int_equal(
	    read_text(&problems, text, &standard), FAIL_INVALID);
	assert_string_equal(problems.list[0].fact.code, code);
	assert_int_equal(problems.list[0].line, at);
}

T(each_mistake_is_told_with_its_line)
{
	is_refused("scale besar", "scale", "standard.words", 4);
	is_refused("5 working", "0 working", "standard.span", 5);
	is_refused("5 working", "5 worknig", "standard.span", 5);
	is_refused("14 working-days 33/3", "14 working-days 33/4",
	    "standard.no-clause", 7);
	is_refused("fee none 33/3", "fee none 33/9", "standard.no-clause", 8);
	is_refused("class 12", "class 7", "standard.twice", 13);
	is_refused("channel a 33/3", "channel a 33/8", "standard.no-clause",
	    14);
	is_refused("group A.", "group \"A. \"", "standard.mark", 15);
	is_refused("component 3", "component 3/1", "standard.mark", 16);
	is_refused("\t\t\tshort \"Waktu\"\n", "", "standard.no-short", 18);
	is_refused("text \"5 hari kerja\"", "", "standard.empty", 16);
	is_refused("A4 complete", "A4 soon", "standard.requirement", 19);
	is_refused("may-not-apply", "needs A9", "standard.no-requirement",
	    19);
	is_refused("may-not-apply", "may-not-aply", "syntax.unknown-likely",
	    20);
}

T(what_stands_once_is_not_taken_twice)
{
	is_refused("scale besar", "head \"33.\"", "standard.twice", 4);
	is_refused("short \"Waktu\"", "text \"x\"", "standard.twice", 18);
}

T(two_requirements_have_two_marks_and_two_clauses)
{
	static const char more[] =
	    "\t\t\trequirement A4 complete\n"
	    "\t\t\tclause 1. {\n"
	    "\t\t\t\ttext \"satu\"\n"
	    "\t\t\t\tshort \"satu\"\n"
	    "\t\t\t\trequirement A4 complete\n"
	    "\t\t\t}\n";

	/* On one clause, and with one mark on two. */
	is_refused("\t\t\trequirement A4 complete {\n"
		   "\t\t\t\tmay-not-apply\n\t\t\t}\n",
	    "\t\t\trequirement A4 complete\n"
	    "\t\t\trequirement A5 complete\n",
	    "standard.twice", 20);
	is_refused("\t\t\trequirement A4 complete {\n"
		   "\t\t\t\tmay-not-apply\n\t\t\t}\n",
	    more, "standard.twice", 23);
}

T(a_clause_knows_how_deep_it_stands)
{
	scoped_arena arena = arena_new();
	struct standard standard = load_standard(arena);

	assert_int_equal(standard_clause(&standard, "32/A")->depth, 0);
	assert_int_equal(standard_clause(&standard, "32/6")->depth, 1);
	assert_int_equal(standard_clause(&standard, "32/1.A.4")->depth, 3);
	assert_int_equal(standard_clause(&standard, "32/6.5.c.2")->depth, 4);
	assert_int_equal(
	    standard_clause(&standard, "32/6")->level, CLAUSE_COMPONENT);
	assert_string_equal(
	    standard_clause(&standard, "32/6.5.c.2")->mark, "2)");
}

T(a_block_where_none_belongs_is_not_passed_over)
{
	is_refused("scale besar", "scale besar {\nkbli 1 2\n}",
	    "standard.no-block", 4);
	is_refused("may-not-apply", "may-not-apply {\nx\n}",
	    "standard.no-block", 20);
}

T(what_is_not_there_is_named)
{
	is_refused("\tkbli 12345 2020\n", "", "standard.lacks", 1);
	is_refused("\tfee none 33/3\n", "", "standard.lacks", 1);
	is_refused("\tprocess 5 working-days 33/3\n", "", "standard.lacks",
	    1);
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
		cmocka_unit_test(another_standard_is_one_more_file),
		cmocka_unit_test(
		    steps_of_a_class_can_be_loaded_and_are_not_invented),
		cmocka_unit_test(
		    the_place_and_the_account_are_asked_where_the_file_says_so),
		cmocka_unit_test(each_mistake_is_told_with_its_line),
		cmocka_unit_test(what_stands_once_is_not_taken_twice),
		cmocka_unit_test(
		    two_requirements_have_two_marks_and_two_clauses),
		cmocka_unit_test(a_clause_knows_how_deep_it_stands),
		cmocka_unit_test(
		    a_block_where_none_belongs_is_not_passed_over),
		cmocka_unit_test(what_is_not_there_is_named),
		cmocka_unit_test(
		    a_bad_file_tells_all_its_errors_and_is_refused_whole),
	};

	return T_RUN(tests);
}
