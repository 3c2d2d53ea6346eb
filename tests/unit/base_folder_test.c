#include "lib/t.h"

#include <sys/stat.h>

#include "base/file.h"

T(a_folder_is_made_with_its_parents)
{
	scoped_t_folder folder = t_folder_new();
	scoped_arena arena = arena_new();
	struct stat status;
	struct err err;

	t_done(folder_make(t_path(arena, &folder, "a/b//c/"), 0700, &err), err);
	assert_int_equal(stat(t_path(arena, &folder, "a/b/c"), &status), 0);
	assert_int_equal(status.st_mode & 0777, 0700);
	t_done(folder_make(t_path(arena, &folder, "a/b"), 0700, &err), err);
	t_done(folder_make("/", 0700, &err), err);
}

T(a_file_is_no_folder)
{
	scoped_t_folder folder = t_folder_new();
	scoped_arena arena = arena_new();
	struct err err;

	t_done(file_write(t_path(arena, &folder, "a"), "", 0, 0600, &err), err);
	assert_int_equal(
	    folder_make(t_path(arena, &folder, "a"), 0700, &err), FAIL_INVALID);
	assert_string_equal(err.fact.code, "file.not-folder");
	assert_int_equal(folder_make(t_path(arena, &folder, "a/b"), 0700, &err),
	    FAIL_INVALID);
	assert_int_equal(folder_make("", 0700, &err), FAIL_INVALID);
}

T(names_are_listed_in_order)
{
	scoped_t_folder folder = t_folder_new();
	scoped_arena arena = arena_new();
	const char *const *names = NULL;
	size_t n = 7;
	struct err err;

	t_done(folder_list(folder.path, arena, &names, &n, &err), err);
	assert_int_equal(n, 0);
	t_done(file_write(t_path(arena, &folder, "b"), "", 0, 0600, &err), err);
	t_done(file_write(t_path(arena, &folder, "a"), "", 0, 0600, &err), err);
	t_done(folder_make(t_path(arena, &folder, "B"), 0700, &err), err);
	t_done(folder_list(folder.path, arena, &names, &n, &err), err);
	assert_int_equal(n, 3);
	assert_string_equal(names[0], "B");
	assert_string_equal(names[1], "a");
	assert_string_equal(names[2], "b");
}

T(what_is_not_there_cannot_be_listed)
{
	scoped_arena arena = arena_new();
	const char *const *names;
	size_t n;
	struct err err;

	assert_int_equal(
	    folder_list("/nowhere", arena, &names, &n, &err), FAIL_MISSING);
}

T(file_systems_are_known_by_their_numbers)
{
	assert_int_equal(file_system_kind(0xEF53), FILE_SYSTEM_LOCAL);
	assert_int_equal(file_system_kind(0x01021994), FILE_SYSTEM_LOCAL);
	assert_int_equal(file_system_kind(0x6969), FILE_SYSTEM_NETWORK);
	assert_int_equal(file_system_kind(0xFF534D42), FILE_SYSTEM_NETWORK);
	assert_int_equal(file_system_kind(0xFE534D42), FILE_SYSTEM_NETWORK);
	/* f_type is a signed int in some architectures. */
	assert_int_equal(file_system_kind((unsigned long)(int)0xFF534D42),
	    FILE_SYSTEM_NETWORK);
	assert_int_equal(file_system_kind(0x65735546), FILE_SYSTEM_FUSE);
}

T(the_file_system_of_a_path_is_told)
{
	enum file_system kind = FILE_SYSTEM_FUSE;
	struct err err;

	t_done(file_system_of("/proc", &kind, &err), err);
	assert_int_equal(kind, FILE_SYSTEM_LOCAL);
	assert_int_equal(file_system_of("/nowhere", &kind, &err), FAIL_MISSING);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_folder_is_made_with_its_parents),
		cmocka_unit_test(a_file_is_no_folder),
		cmocka_unit_test(names_are_listed_in_order),
		cmocka_unit_test(what_is_not_there_cannot_be_listed),
		cmocka_unit_test(file_systems_are_known_by_their_numbers),
		cmocka_unit_test(the_file_system_of_a_path_is_told),
	};

	return T_RUN(tests);
}
