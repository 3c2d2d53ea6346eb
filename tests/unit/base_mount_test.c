#include "lib/t.h"

#include <fcntl.h>
#include <unistd.h>

#include "base/mount.h"

static const char info[] =
    "22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw,errors=remount-ro\n"
    "31 22 0:27 / /srv/loket\\040pusat rw,nosuid - cifs "
    "//server/loket\\134x rw,vers=3.1.1,soft\n"
    "310 22 0:28 / /cut rw -\n"
    "32 22 0:29 / /tmp rw master:4 propagate_from:2 - tmpfs tmpfs rw";

T(a_mount_is_found_by_its_number)
{
	scoped_arena arena = arena_new();
	struct mount mount;
	struct err err = { 0 };

	(void)state;
	t_done(mount_find(info, 31, arena, &mount, &err), err);
	assert_string_equal(mount.type, "cifs");
	assert_string_equal(mount.source, "//server/loket\\x");
	assert_string_equal(mount.point, "/srv/loket pusat");
	assert_string_equal(mount.options, "rw,nosuid,rw,vers=3.1.1,soft");
	t_done(mount_find(info, 32, arena, &mount, &err), err);
	assert_string_equal(mount.type, "tmpfs");
	assert_string_equal(mount.options, "rw,rw");
}

T(a_line_that_is_not_there_or_cut_is_missing)
{
	scoped_arena arena = arena_new();
	struct mount mount;
	struct err err = { 0 };

	(void)state;
	assert_int_equal(
	    mount_find(info, 3, arena, &mount, &err), FAIL_MISSING);
	assert_int_equal(
	    mount_find(info, 310, arena, &mount, &err), FAIL_MISSING);
	assert_int_equal(mount_find("", 0, arena, &mount, &err), FAIL_MISSING);
}

T(proc_lies_on_proc)
{
	scoped_arena arena = arena_new();
	struct mount mount = { 0 };
	struct err err = { 0 };
	int fd = open("/proc", O_RDONLY | O_DIRECTORY);
	enum fail fail;

	(void)state;
	assert_true(fd >= 0);
	fail = mount_of(fd, arena, &mount, &err);
	close(fd);
	if (fail == FAIL_MISSING)
		skip();
	t_done(fail, err);
	assert_string_equal(mount.type, "proc");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_mount_is_found_by_its_number),
		cmocka_unit_test(a_line_that_is_not_there_or_cut_is_missing),
		cmocka_unit_test(proc_lies_on_proc),
	};

	return T_RUN(tests);
}
