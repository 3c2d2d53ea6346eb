#include "lib/t.h"

#include <stdio.h>
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

T(data_is_taken_as_it_is_given)
{
	struct fixture *fixture = *state;

	fixture->cli.options.data = "/nowhere/register";
	assert_string_equal(folder_of(fixture), "/nowhere/register");
}

T(a_relative_folder_is_made_absolute)
{
	struct fixture *fixture = *state;

	assert_int_equal(chdir(fixture->folder), 0);
	fixture->cli.options.data = "register";
	assert_string_equal(folder_of(fixture),
	    arena_print(fixture->cli.arena, "%s/register", fixture->folder));
}

T(an_empty_folder_is_refused)
{
	struct fixture *fixture = *state;
	const char *path = "untouched";
	struct err err = { 0 };

	fixture->cli.options.data = "";
	assert_int_equal(cli_folder(&fixture->cli, &path, &err), FAIL_INVALID);
	assert_string_equal(err.fact.code, "cli.folder-empty");
	assert_string_equal(path, "untouched");
}

T(the_file_of_the_system_names_the_folder)
{
	struct fixture *fixture = *state;

	configure(fixture, "# the counter\ndata /nowhere/loket\n");
	assert_string_equal(folder_of(fixture), "/nowhere/loket");
}

T(data_comes_before_the_file_of_the_system)
{
	struct fixture *fixture = *state;

	configure(fixture, "data /nowhere/loket\n");
	fixture->cli.options.data = "/nowhere/register";
	assert_string_equal(folder_of(fixture), "/nowhere/register");
}

T(a_file_without_a_folder_is_refused)
{
	struct fixture *fixture = *state;
	const char *path;
	struct err err = { 0 };

	configure(fixture, "data relative/folder\n");
	assert_int_equal(cli_folder(&fixture->cli, &path, &err), FAIL_INVALID);
	assert_string_equal(err.fact.code, "cli.conf-data");
	assert_string_equal(err.fact.arg[0], fixture->conf);
}

T(an_unknown_word_in_the_file_is_refused)
{
	struct fixture *fixture = *state;
	const char *path;
	struct err err = { 0 };

	fixture->cli.messages = fopen("/dev/null", "w");
	assert_non_null(fixture->cli.messages);
	configure(fixture, "data /nowhere/loket\ndatta /elsewhere\n");
	assert_int_equal(cli_folder(&fixture->cli, &path, &err), FAIL_INVALID);
	assert_string_equal(err.fact.code, "cli.conf-wrong");
	fclose(fixture->cli.messages);
}

T(without_a_file_the_folder_is_the_persons_own)
{
	struct fixture *fixture = *state;

	assert_string_equal(folder_of(fixture),
	    "/nowhere/ani/.local/share/loket");
}

T(the_folder_for_data_may_be_elsewhere)
{
	struct fixture *fixture = *state;

	setenv("XDG_DATA_HOME", "/nowhere/data", 1);
	assert_string_equal(folder_of(fixture), "/nowhere/data/loket");
}

T(a_relative_folder_for_data_is_ignored)
{
	struct fixture *fixture = *state;

	setenv("XDG_DATA_HOME", "data", 1);
	assert_string_equal(folder_of(fixture),
	    "/nowhere/ani/.local/share/loket");
}

T(without_a_home_the_folder_must_be_named)
{
	struct fixture *fixture = *state;
	const char *path;
	struct err err = { 0 };

	unsetenv("HOME");
	assert_int_equal(cli_folder(&fixture->cli, &path, &err), FAIL_MISSING);
	assert_string_equal(err.fact.code, "cli.no-home");
}

T(practice_lies_inside_whatever_the_folder_is)
{
	struct fixture *fixture = *state;

	fixture->cli.options.is_practice = true;
	assert_string_equal(folder_of(fixture),
	    "/nowhere/ani/.local/share/loket/practice");
	fixture->cli.options.data = "/nowhere/register";
	assert_string_equal(folder_of(fixture), "/nowhere/register/practice");
}

#define RUN(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		RUN(data_is_taken_as_it_is_given),
		RUN(a_relative_folder_is_made_absolute),
		RUN(an_empty_folder_is_refused),
		RUN(the_file_of_the_system_names_the_folder),
		RUN(data_comes_before_the_file_of_the_system),
		RUN(a_file_without_a_folder_is_refused),
		RUN(an_unknown_word_in_the_file_is_refused),
		RUN(without_a_file_the_folder_is_the_persons_own),
		RUN(the_folder_for_data_may_be_elsewhere),
		RUN(a_relative_folder_for_data_is_ignored),
		RUN(without_a_home_the_folder_must_be_named),
		RUN(practice_lies_inside_whatever_the_folder_is),
	};

	return T_RUN(tests);
}
