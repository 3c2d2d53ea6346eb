#include "lib/t.h"

#include "base/file.h"
#include "sync/anchor.h"

static const struct id word = { { 1, 2, 3 } };

static struct machine
machine(const char *board, const char *disks, const char *network,
    const char *install, const char *file_system)
{
	struct machine machine = { 0 };

	machine_set(&machine, MACHINE_BOARD, &word, board);
	machine_set(&machine, MACHINE_DISKS, &word, disks);
	machine_set(&machine, MACHINE_NETWORK, &word, network);
	machine_set(&machine, MACHINE_INSTALL, &word, install);
	machine_set(&machine, MACHINE_FILE_SYSTEM, &word, file_system);
	return machine;
}

static bool
is_other(struct machine now)
{
	struct machine before = machine("b", "d", "n", "i", "f");

	return machine_is_other(&before, &now);
}

T(two_of_five_parts_may_change)
{
	assert_false(is_other(machine("b", "d", "n", "i", "f")));
	assert_false(is_other(machine("b", "d2", "n", "i", "f2")));
	assert_false(is_other(machine("b", "d", "n", "i2", "f2")));
	assert_false(is_other(machine("b2", "d", "n2", "i", "f")));
	assert_true(is_other(machine("b", "d2", "n", "i2", "f2")));
	assert_true(is_other(machine("b2", "d2", "n2", "i2", "f2")));
}

T(a_cloned_disk_in_another_case_is_another_machine)
{
	assert_true(is_other(machine("b2", "d2", "n2", "i", "f")));
	/* The board's number is only for root to read. */
	assert_true(is_other(machine("", "d2", "n2", "i", "f")));
	assert_false(is_other(machine("", "d2", "n", "i", "f")));
	assert_false(is_other(machine("", "", "n2", "i", "f")));
}

T(what_is_unknown_tells_nothing)
{
	assert_false(is_other(machine("", "", "", "", "")));
	assert_false(is_other(machine("", "", "", "i2", "f2")));
}

T(a_machine_comes_back_from_its_text)
{
	struct machine one = machine("b", "", "n", "i", "f"), back;
	char text[MACHINE_TEXT_SIZE], again[MACHINE_TEXT_SIZE];

	machine_print(&one, text);
	assert_true(machine_parse(text, &back));
	machine_print(&back, again);
	assert_string_equal(text, again);
	assert_null(strstr(text, "n "));
	assert_false(machine_parse("", &back));
	assert_false(machine_parse("- - - -", &back));
	assert_false(machine_parse("- - - - - -", &back));
	assert_false(machine_parse("- - - - x", &back));
}

T(what_was_known_once_stays_known)
{
	struct machine before = machine("b", "d", "", "i", "f");
	struct machine now = machine("", "d2", "n", "i", "f"), all;

	all = machine("b", "d2", "n", "i", "f");
	machine_follow(&now, &before);
	assert_memory_equal(&now, &all, sizeof now);
}

T(an_anchor_comes_back)
{
	scoped_t_folder folder = t_folder_new();
	scoped_arena arena = arena_new();
	const char *path = t_path(arena, &folder, "a/b");
	struct anchor anchor = { word, 4711, 12 }, back;
	struct err err = { 0 };

	assert_int_equal(anchor_read(path, &word, &back, &err), FAIL_MISSING);
	t_done(anchor_write(path, &anchor, &err), err);
	anchor.entry++;
	t_done(anchor_write(path, &anchor, &err), err);
	t_done(anchor_read(path, &word, &back, &err), err);
	assert_int_equal(back.entry, 4712);
	assert_int_equal(back.bundle, 12);
}

T(a_damaged_anchor_is_none)
{
	scoped_t_folder folder = t_folder_new();
	scoped_arena arena = arena_new();
	struct anchor anchor = { word, 4711, 12 }, back;
	const char *const *names;
	const char *path;
	struct err err = { 0 };
	size_t n;

	t_done(anchor_write(folder.path, &anchor, &err), err);
	t_done(folder_list(folder.path, arena, &names, &n, &err), err);
	assert_int_equal(n, 1);
	path = t_path(arena, &folder, names[0]);
	t_done(file_write(path, "anchor 1 x 1 1\n", 15, 0600, &err), err);
	assert_int_equal(
	    anchor_read(folder.path, &word, &back, &err), FAIL_CORRUPT);
	t_done(file_write(path, "", 0, 0600, &err), err);
	assert_int_equal(
	    anchor_read(folder.path, &word, &back, &err), FAIL_CORRUPT);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(two_of_five_parts_may_change),
		T_ROW("D1", a_cloned_disk_in_another_case_is_another_machine),
		cmocka_unit_test(what_is_unknown_tells_nothing),
		cmocka_unit_test(a_machine_comes_back_from_its_text),
		cmocka_unit_test(what_was_known_once_stays_known),
		cmocka_unit_test(an_anchor_comes_back),
		cmocka_unit_test(a_damaged_anchor_is_none),
	};

	return T_RUN(tests);
}
