#include "lib/t.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

static void
assert_content(const char *path, const char *wanted)
{
	scoped_arena arena = arena_new();
	struct err err;
	char *bytes;
	size_t size;

	t_done(file_read(path, 1000, arena, &bytes, &size, &err), err);
	assert_string_equal(bytes, wanted);
	assert_int_equal(size, strlen(wanted));
}

static void
assert_names(const struct t_folder *folder, size_t wanted)
{
	scoped_arena arena = arena_new();
	const char *const *names;
	struct err err;
	size_t n;

	t_done(folder_list(folder->path, arena, &names, &n, &err), err);
	assert_int_equal(n, wanted);
}

T(what_is_written_is_read)
{
	scoped_t_folder folder = t_folder_new();
	scoped_arena arena = arena_new();
	const char *path = t_path(arena, &folder, "a");
	struct err err;

	t_done(file_write(path, "old", 3, 0600, &err), err);
	assert_content(path, "old");
	t_done(file_write(path, "newer", 5, 0600, &err), err);
	assert_content(path, "newer");
	t_done(file_write(path, "", 0, 0600, &err), err);
	assert_content(path, "");
	assert_names(&folder, 1);
}

T(the_mode_does_not_depend_on_the_umask)
{
	scoped_t_folder folder = t_folder_new();
	scoped_arena arena = arena_new();
	const char *path = t_path(arena, &folder, "a");
	mode_t before = umask(077);
	struct stat status;
	struct err err;

	t_done(file_write(path, "x", 1, 0644, &err), err);
	umask(before);
	assert_int_equal(stat(path, &status), 0);
	assert_int_equal(status.st_mode & 0777, 0644);
}

T(a_file_beyond_the_limit_is_refused)
{
	scoped_t_folder folder = t_folder_new();
	scoped_arena arena = arena_new();
	const char *path = t_path(arena, &folder, "a");
	char *bytes = NULL;
	size_t size = 7;
	struct err err;

	t_done(file_write(path, "12345", 5, 0600, &err), err);
	t_done(file_read(path, 5, arena, &bytes, &size, &err), err);
	assert_int_equal(
	    file_read(path, 4, arena, &bytes, &size, &err), FAIL_INVALID);
	assert_string_equal(err.fact.code, "file.too-large");
	assert_int_equal(size, 5);
}

T(what_is_no_regular_file_is_refused)
{
	scoped_t_folder folder = t_folder_new();
	scoped_arena arena = arena_new();
	const char *path = t_path(arena, &folder, "pipe");
	char *bytes;
	size_t size;
	struct err err;

	assert_int_equal(mkfifo(path, 0600), 0);
	assert_int_equal(
	    file_read(path, 9, arena, &bytes, &size, &err), FAIL_INVALID);
	assert_string_equal(err.fact.code, "file.not-regular");
	assert_int_equal(file_read(folder.path, 9, arena, &bytes, &size, &err),
	    FAIL_INVALID);
	assert_int_equal(file_read("/dev/zero", 9, arena, &bytes, &size, &err),
	    FAIL_INVALID);
	assert_int_equal(file_read(t_path(arena, &folder, "none"), 9, arena,
			     &bytes, &size, &err),
	    FAIL_MISSING);
}

T(when_the_disk_is_full_the_old_file_is_there)
{
	scoped_t_folder folder = t_folder_new();
	scoped_arena arena = arena_new();
	const char *path = t_path(arena, &folder, "a");
	struct rlimit before, small;
	struct err err;
	enum fail fail;

	t_done(file_write(path, "old", 3, 0600, &err), err);
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
	small = before;
	small.rlim_cur = 4;
	signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
	fail = file_write(path, "much longer", 11, 0600, &err);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
	assert_int_equal(fail, FAIL_IO);
	assert_content(path, "old");
	assert_names(&folder, 1);
}

T(when_the_name_is_taken_the_temporary_file_goes)
{
	scoped_t_folder folder = t_folder_new();
	scoped_arena arena = arena_new();
	const char *path = t_path(arena, &folder, "a");
	struct err err;

	t_done(folder_make(t_path(arena, &folder, "a/b"), 0700, &err), err);
	assert_int_equal(file_write(path, "x", 1, 0600, &err), FAIL_IO);
	assert_names(&folder, 1);
}

T(nothing_is_written_where_there_is_no_folder)
{
	scoped_t_folder folder = t_folder_new();
	scoped_arena arena = arena_new();
	struct err err;

	assert_int_equal(
	    file_write(t_path(arena, &folder, "no/a"), "x", 1, 0600, &err),
	    FAIL_MISSING);
}

T(a_file_is_locked_once)
{
	scoped_t_folder folder = t_folder_new();
	scoped_arena arena = arena_new();
	const char *path = t_path(arena, &folder, "lock");
	char number[32];
	struct err err;
	int first = -1, second = -1;

	snprintf(number, sizeof(number), "%ld", (long)getpid());
	t_done(file_lock(path, &first, &err), err);
	assert_content(path, arena_print(arena, "%s\n", number));
	assert_int_equal(file_lock(path, &second, &err), FAIL_BUSY);
	assert_int_equal(second, -1);
	assert_string_equal(err.fact.code, "file.locked");
	assert_string_equal(err.fact.arg[1], number);
	close(first);
	t_done(file_lock(path, &second, &err), err);
	close(second);
}

T(a_lock_is_not_taken_through_a_link)
{
	scoped_t_folder folder = t_folder_new();
	scoped_arena arena = arena_new();
	const char *path = t_path(arena, &folder, "lock");
	const char *other = t_path(arena, &folder, "other");
	struct err err;
	int fd = -1;

	t_done(file_write(other, "content", 7, 0600, &err), err);
	assert_int_equal(symlink(other, path), 0);
	assert_int_equal(file_lock(path, &fd, &err), FAIL_IO);
	assert_content(other, "content");
}

T(the_name_is_what_follows_the_last_slash)
{
	assert_string_equal(file_name("/a/b.conf"), "b.conf");
	assert_string_equal(file_name("b.conf"), "b.conf");
	assert_string_equal(file_name("a/"), "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_written_is_read),
		cmocka_unit_test(the_mode_does_not_depend_on_the_umask),
		cmocka_unit_test(a_file_beyond_the_limit_is_refused),
		cmocka_unit_test(what_is_no_regular_file_is_refused),
		cmocka_unit_test(when_the_disk_is_full_the_old_file_is_there),
		cmocka_unit_test(
		    when_the_name_is_taken_the_temporary_file_goes),
		cmocka_unit_test(nothing_is_written_where_there_is_no_folder),
		cmocka_unit_test(a_file_is_locked_once),
		cmocka_unit_test(a_lock_is_not_taken_through_a_link),
		cmocka_unit_test(the_name_is_what_follows_the_last_slash),
	};

	return T_RUN(tests);
}
