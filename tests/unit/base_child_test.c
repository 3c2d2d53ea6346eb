#include "lib/t.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/child.h"
#include "base/file.h"

enum { LONG_MS = 60 * 1000, SOON_MS = 200 };

/* A process that the kernel does not let go is one nobody can wait for. */
static bool is_deaf;

pid_t
waitpid(pid_t pid, int *status, int options)
{
	if (is_deaf)
		return 0;
	return (pid_t)syscall(SYS_wait4, pid, status, options, NULL);
}

static struct child
start(const char *script, int held)
{
	const char *const argv[] = { "/bin/sh", "-c", script, NULL };
	struct child child = { 0 };
	struct err err = { 0 };

	t_done(child_start(argv, held, &child, &err), err);
	return child;
}

T(what_is_sent_comes_back)
{
	scoped_child child = start("exec cat", -1);
	int64_t until_ms = monotonic_ms() + LONG_MS;
	struct err err = { 0 };
	char answer[6] = "";

	t_done(child_send(&child, "sawah", 6, until_ms, &err), err);
	t_done(child_receive(&child, answer, 6, until_ms, &err), err);
	assert_string_equal(answer, "sawah");
	assert_true(child_end(&child, LONG_MS));
}

T(one_that_says_nothing_is_waited_for_until_the_deadline)
{
	scoped_child child = start("read -r line; exec tail -f /dev/null", -1);
	int64_t before = monotonic_ms(), after;
	struct err err = { 0 };
	char byte;

	assert_int_equal(
	    child_receive(&child, &byte, 1, before + SOON_MS, &err), FAIL_BUSY);
	after = monotonic_ms();
	assert_true(after - before >= SOON_MS);
	assert_true(after - before < SOON_MS + 2000);
}

T(one_that_reads_nothing_is_waited_for_until_the_deadline)
{
	scoped_child child = start("exec tail -f /dev/null", -1);
	scoped_arena arena = arena_new();
	size_t size = 8 << 20;
	char *bytes = arena_alloc(arena, size);
	struct err err = { 0 };

	assert_int_equal(
	    child_send(&child, bytes, size, monotonic_ms() + SOON_MS, &err),
	    FAIL_BUSY);
}

T(a_child_that_ends_is_told_as_such)
{
	scoped_child child = start("exit 3", -1);
	struct err err = { 0 };
	char byte;

	assert_int_equal(
	    child_receive(&child, &byte, 1, monotonic_ms() + LONG_MS, &err),
	    FAIL_IO);
	assert_true(child_end(&child, LONG_MS));
}

T(a_child_that_was_stopped_is_killed)
{
	scoped_child child = start("kill -STOP $$", -1);
	pid_t pid = child.pid;

	assert_true(child_end(&child, SOON_MS));
	assert_int_equal(kill(pid, 0), -1);
}

T(a_child_that_cannot_be_killed_is_given_up)
{
	scoped_child child = start("exec tail -f /dev/null", -1);
	int64_t before = monotonic_ms();
	pid_t pid = child.pid;

	is_deaf = true;
	assert_false(child_end(&child, SOON_MS));
	is_deaf = false;
	assert_true(monotonic_ms() - before < SOON_MS + 2000);
	assert_int_equal(child.pid, 0);
	assert_int_equal(waitpid(pid, NULL, 0), pid);
}

T(nothing_of_ours_is_open_in_it)
{
	scoped_t_folder folder = t_folder_new();
	scoped_arena arena = arena_new();
	int held = -1, open_here;
	struct err err = { 0 };
	char answer[5] = "";

	t_done(file_lock(t_path(arena, &folder, "lock"), &held, &err), err);
	open_here = dup(held);

	scoped_child child =
	    start("pwd; for n in 4 5 6 7 8 9; do "
		  "[ ! -e /proc/$$/fd/$n ] || echo $n; done; echo end",
		held);

	t_done(child_receive(&child, answer, 2, monotonic_ms() + LONG_MS, &err),
	    err);
	assert_string_equal(answer, "/\n");
	t_done(child_receive(&child, answer, 4, monotonic_ms() + LONG_MS, &err),
	    err);
	assert_string_equal(answer, "end\n");
	close(held);
	close(open_here);
}

/* So that a second one is not started while the first cannot be ended. */
T(a_lock_held_by_it_lasts_as_long_as_it_does)
{
	scoped_t_folder folder = t_folder_new();
	scoped_arena arena = arena_new();
	const char *path = t_path(arena, &folder, "lock");
	struct err err = { 0 };
	int held = -1;

	t_done(file_lock(path, &held, &err), err);

	scoped_child child = start("exec tail -f /dev/null", held);

	close(held);
	assert_int_equal(file_lock(path, &held, &err), FAIL_BUSY);
	assert_true(child_end(&child, 0));
	t_done(file_lock(path, &held, &err), err);
	close(held);
}

T(a_program_that_is_not_there_is_missing)
{
	const char *const argv[] = { "/no/such/program", NULL };
	struct child child = { 0 };
	struct err err = { 0 };

	assert_int_equal(child_start(argv, -1, &child, &err), FAIL_MISSING);
	assert_int_equal(child.pid, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_sent_comes_back),
		cmocka_unit_test(
		    one_that_says_nothing_is_waited_for_until_the_deadline),
		cmocka_unit_test(
		    one_that_reads_nothing_is_waited_for_until_the_deadline),
		cmocka_unit_test(a_child_that_ends_is_told_as_such),
		cmocka_unit_test(a_child_that_was_stopped_is_killed),
		cmocka_unit_test(a_child_that_cannot_be_killed_is_given_up),
		cmocka_unit_test(nothing_of_ours_is_open_in_it),
		cmocka_unit_test(a_lock_held_by_it_lasts_as_long_as_it_does),
		cmocka_unit_test(a_program_that_is_not_there_is_missing),
	};

	return T_RUN(tests);
}
