#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "cli/folder.h"

/* A run with a system configuration folder of its own. */
struct fixture {
	struct cli cli;
	const char *folder;
	const char *conf;
};

static int
setup(void **state)
{
	struct arena *arena = arena_new();
	struct fixture *fixture = arena_alloc(arena, sizeof *fixture);
	char *folder = arena_text(arena, "/tmp/loket-folder-XXXXXX");

	assert_non_null(mkdtemp(folder));
	fixture->folder = folder;
	fixture->conf = arena_print(arena, "%s/loket.conf", folder);
	fixture->cli.arena = arena;
	fixture->cli.world.sysconfdir = folder;
	fixture->cli.messages = stderr;
	setenv("HOME", "/nowhere/ani", 1);
	unsetenv("XDG_DATA_HOME");
	*state = fixture;
	return 0;
}

static int
teardown(void **state)
{
	struct fixture *fixture = *state;

	unlink(fixture->conf);
	rmdir(fixture->folder);
	arena_free(fixture->cli.arena);
	return 0;
}

static const char *
folder_of(struct fixture *fixture)
{
	const char *path = NULL;
	struct err err = { 0 };

	assert_int_equal(cli_folder(&fixture->cli, &path, &err), FAIL_NONE);
	return path;
}

static void
configure(struct fixture *fixture, const char *text)
{
	assert_int_equal(file_write(fixture->conf, text, strlen(text), 0600,
	    NULL), FAIL_NONE);
}

static void
data_is_taken_as_it_is_given(void **state)
{
	struct fixture *fixture = *state;

	fixture->cli.options.data = "/nowhere/register";
	assert_string_equal(folder_of(fixture), "/nowhere/register");
}

static void
a_relative_folder_is_made_absolute(void **state)
{
	struct fixture *fixture = *state;

	assert_int_equal(chdir(fixture->folder), 0);
	fixture->cli.options.data = "register";
	assert_string_equal(folder_of(fixture),
	    arena_print(fixture->cli.arena, "%s/register", fixture->folder));
}

static void
an_empty_folder_is_refused(void **state)
{
	struct fixture *fixture = *state;
	const char *path = "untouched";
	struct err err = { 0 };

	fixture->cli.options.data = "";
	assert_int_equal(cli_folder(&fixture->cli, &path, &err), FAIL_INVALID);
	assert_string_equal(err.fact.code, "cli.folder-empty");
	assert_string_equal(path, "untouched");
}

static void
the_file_of_the_system_names_the_folder(void **state)
{
	struct fixture *fixture = *state;

	configure(fixture, "# the counter\ndata /nowhere/loket\n");
	assert_string_equal(folder_of(fixture), "/nowhere/loket");
}

static void
data_comes_before_the_file_of_the_system(void **state)
{
	struct fixture *fixture = *state;

	configure(fixture, "data /nowhere/loket\n");
	fixture->cli.options.data = "/nowhere/register";
	assert_string_equal(folder_of(fixture), "/nowhere/register");
}

static void
a_file_without_a_folder_is_refused(void **state)
{
	struct fixture *fixture = *state;
	const char *path;
	struct err err = { 0 };

	configure(fixture, "data relative/folder\n");
	assert_int_equal(cli_folder(&fixture->cli, &path, &err), FAIL_INVALID);
	assert_string_equal(err.fact.code, "cli.conf-data");
	assert_string_equal(err.fact.arg[0], fixture->conf);
}

static void
an_unknown_word_in_the_file_is_refused(void **state)
{
	struct fixture *fixture = *state;
	const char *path;
	struct err err = { 0 };

	configure(fixture, "data /nowhere/loket\ndatta /elsewhere\n");
	assert_int_equal(cli_folder(&fixture->cli, &path, &err), FAIL_INVALID);
	assert_string_equal(err.fact.code, "syntax.unknown");
}

static void
without_a_file_the_folder_is_the_persons_own(void **state)
{
	struct fixture *fixture = *state;

	assert_string_equal(folder_of(fixture),
	    "/nowhere/ani/.local/share/loket");
}

static void
the_folder_for_data_may_be_elsewhere(void **state)
{
	struct fixture *fixture = *state;

	setenv("XDG_DATA_HOME", "/nowhere/data", 1);
	assert_string_equal(folder_of(fixture), "/nowhere/data/loket");
}

static void
a_relative_folder_for_data_is_ignored(void **state)
{
	struct fixture *fixture = *state;

	setenv("XDG_DATA_HOME", "data", 1);
	assert_string_equal(folder_of(fixture),
	    "/nowhere/ani/.local/share/loket");
}

static void
without_a_home_the_folder_must_be_named(void **state)
{
	struct fixture *fixture = *state;
	const char *path;
	struct err err = { 0 };

	unsetenv("HOME");
	assert_int_equal(cli_folder(&fixture->cli, &path, &err), FAIL_MISSING);
	assert_string_equal(err.fact.code, "cli.no-home");
}

static void
practice_lies_inside_whatever_the_folder_is(void **state)
{
	struct fixture *fixture = *state;

	fixture->cli.options.is_practice = true;
	assert_string_equal(folder_of(fixture),
	    "/nowhere/ani/.local/share/loket/practice");
	fixture->cli.options.data = "/nowhere/register";
	assert_string_equal(folder_of(fixture), "/nowhere/register/practice");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(data_is_taken_as_it_is_given),
		TEST(a_relative_folder_is_made_absolute),
		TEST(an_empty_folder_is_refused),
		TEST(the_file_of_the_system_names_the_folder),
		TEST(data_comes_before_the_file_of_the_system),
		TEST(a_file_without_a_folder_is_refused),
		TEST(an_unknown_word_in_the_file_is_refused),
		TEST(without_a_file_the_folder_is_the_persons_own),
		TEST(the_folder_for_data_may_be_elsewhere),
		TEST(a_relative_folder_for_data_is_ignored),
		TEST(without_a_home_the_folder_must_be_named),
		TEST(practice_lies_inside_whatever_the_folder_is),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
