#include "lib/t.h"

#include <signal.h>

#include "base/file.h"
#include "base/spawn.h"

enum { LONG_MS = 60 * 1000 };

static enum fail
run_shell(const char *script, const char *word, const void *bytes, size_t size,
    int deadline_ms, struct err *err)
{
	const char *const argv[] = { "sh", "-c", script, "sh", word, NULL };

	return spawn_with_input(argv, bytes, size, deadline_ms, err);
}

T(the_program_gets_the_bytes)
{
	scoped_t_folder folder = t_folder_new();
	scoped_arena arena = arena_new();
	const char *path = t_path(arena, &folder, "a");
	struct err err;
	char *bytes;
	size_t size;

	t_done(
	    run_shell("cat >\"$1\"", path, "lembar\n", 7, LONG_MS, &err), err);
	t_done(file_read(path, 100, arena, &bytes, &size, &err), err);
	assert_string_equal(bytes, "lembar\n");
}

/* More than a pipe holds, both ways, and a program that reads nothing. */
T(no_amount_of_bytes_blocks)
{
	scoped_arena arena = arena_new();
	size_t size = 1 << 20;
	char *bytes = arena_alloc(arena, size);
	struct err err;

	t_done(run_shell("cat", "", bytes, size, LONG_MS, &err), err);
	t_done(run_shell("exit 0", "", bytes, size, LONG_MS, &err), err);
}

T(a_status_is_told_with_what_was_said)
{
	struct err err;

	assert_int_equal(
	    run_shell("echo tinta habis >&2; exit 3", "", "", 0, LONG_MS, &err),
	    FAIL_IO);
	assert_non_null(strstr(err.text, "status 3: tinta habis"));
}

T(a_signal_is_told)
{
	struct err err;

	assert_int_equal(
	    run_shell("kill -9 $$", "", "", 0, LONG_MS, &err), FAIL_IO);
	assert_non_null(strstr(err.text, "signal 9"));
}

T(what_was_said_cannot_steer_the_terminal)
{
	struct err err;

	assert_int_equal(
	    run_shell("printf '\\033[2J'; exit 1", "", "", 0, LONG_MS, &err),
	    FAIL_IO);
	assert_null(strchr(err.text, '\033'));
}

T(a_program_that_is_not_there_is_missing)
{
	const char *const argv[] = { "loket-no-such-program", NULL };
	struct err err;

	assert_int_equal(
	    spawn_with_input(argv, "", 0, LONG_MS, &err), FAIL_MISSING);
}

/* The number in the file is that of a process which has ended. */
static void
assert_is_gone(const char *path)
{
	scoped_arena arena = arena_new();
	struct err err;
	char *bytes;
	size_t size;
	long number;

	t_done(file_read(path, 100, arena, &bytes, &size, &err), err);
	number = strtol(bytes, NULL, 10);
	assert_true(number > 1);
	assert_int_equal(kill((pid_t)number, 0), -1);
}

T(a_program_that_does_not_end_is_killed)
{
	scoped_t_folder folder = t_folder_new();
	scoped_arena arena = arena_new();
	const char *path = t_path(arena, &folder, "pid");
	struct err err;

	assert_int_equal(
	    run_shell(
		"echo $$ >\"$1\"; trap '' TERM\n"
		"while :; do read -r line || exec tail -f /dev/null; done",
		path, "", 0, 300, &err),
	    FAIL_BUSY);
	assert_is_gone(path);
}

T(a_program_may_leave_another_behind)
{
	struct err err;

	t_done(
	    run_shell("tail -f /dev/null & exit 0", "", "", 0, LONG_MS, &err),
	    err);
}

static size_t
count_open(void)
{
	scoped_arena arena = arena_new();
	const char *const *names;
	size_t n = 0;
	struct err err;

	t_done(folder_list("/proc/self/fd", arena, &names, &n, &err), err);
	return n;
}

T(no_file_is_left_open)
{
	size_t before = count_open();
	struct err err;

	t_done(run_shell("exit 0", "", "x", 1, LONG_MS, &err), err);
	assert_int_equal(
	    run_shell("exit 1", "", "x", 1, LONG_MS, &err), FAIL_IO);
	assert_int_equal(count_open(), before);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_program_gets_the_bytes),
		cmocka_unit_test(no_amount_of_bytes_blocks),
		cmocka_unit_test(a_status_is_told_with_what_was_said),
		cmocka_unit_test(a_signal_is_told),
		cmocka_unit_test(what_was_said_cannot_steer_the_terminal),
		cmocka_unit_test(a_program_that_is_not_there_is_missing),
		cmocka_unit_test(a_program_that_does_not_end_is_killed),
		cmocka_unit_test(a_program_may_leave_another_behind),
		cmocka_unit_test(no_file_is_left_open),
	};

	return T_RUN(tests);
}
