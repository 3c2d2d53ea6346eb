#include "lib/t.h"

#include "base/problem.h"

T(no_problem_is_no_failure)
{
	struct problems problems = { 0 };
	struct err err;

	assert_int_equal(problems_fail(&problems, &err), FAIL_NONE);
}

T(the_first_problem_is_the_failure)
{
	scoped_arena arena = arena_new();
	struct problems problems = { .arena = arena };
	struct err err;

	problems_add(&problems, "a.form", 3, "form.twice", "nik", NULL);
	problems_add(&problems, "a.form", 9, "form.empty", NULL);
	assert_int_equal(problems_fail(&problems, &err), FAIL_INVALID);
	assert_int_equal(err.fail, FAIL_INVALID);
	assert_string_equal(err.fact.code, "form.twice");
	assert_string_equal(err.fact.arg[0], "nik");
	assert_string_equal(err.text, "a.form:3: form.twice: nik");
	assert_string_equal(err.where, "a.form:3");
	assert_int_equal(fail_say(&err, FAIL_BUSY, "b.c", NULL), FAIL_BUSY);
	assert_string_equal(err.where, "");
	assert_int_equal(problems_fail(&problems, NULL), FAIL_INVALID);
}

T(a_problem_of_the_whole_file_has_no_line)
{
	scoped_arena arena = arena_new();
	struct problems problems = { .arena = arena };
	struct err err;

	problems_add(&problems, "a.form", 0, "form.empty", NULL);
	assert_int_equal(problems_fail(&problems, &err), FAIL_INVALID);
	assert_string_equal(err.text, "a.form: form.empty");
}

T(a_hundred_problems_are_enough)
{
	scoped_arena arena = arena_new();
	struct problems problems = { .arena = arena };

	for (int i = 1; i <= 150; i++)
		problems_add(&problems, "a", i, "b.c", NULL);
	assert_int_equal(problems.n, PROBLEMS_MAX);
	assert_int_equal(problems.list[PROBLEMS_MAX - 1].line, 100);
}

T(the_name_of_the_file_is_copied)
{
	scoped_arena arena = arena_new();
	struct problems problems = { .arena = arena };
	char file[] = "a.form";

	problems_add(&problems, file, 1, "b.c", NULL);
	file[0] = 'x';
	assert_string_equal(problems.list[0].file, "a.form");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_problem_is_no_failure),
		cmocka_unit_test(the_first_problem_is_the_failure),
		cmocka_unit_test(a_problem_of_the_whole_file_has_no_line),
		cmocka_unit_test(a_hundred_problems_are_enough),
		cmocka_unit_test(the_name_of_the_file_is_copied),
	};

	return T_RUN(tests);
}
