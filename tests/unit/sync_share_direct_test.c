#include "lib/share.h"

#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/calls.h"

static void
refuse(struct share_fixture *it, const char *path)
{
	uint8_t hash[HASH_SIZE] = { 0 };
	scoped_buf bytes = { 0 };
	struct err err = { 0 };

	buf_init(&bytes, 1 << 20);
	assert_int_equal(
	    share_get(&it->share, path, 1 << 20, &bytes, &err), FAIL_INVALID);
	assert_int_equal(
	    share_compare(&it->share, path, 0, hash, &err), FAIL_INVALID);
	assert_int_equal(bytes.size, 0);
}

/* None of them is waited for, none is followed. */
T(only_regular_files_are_opened)
{
	struct share_fixture *it = *state;
	struct err err = { 0 };

	t_done(put(it, "isi", &err), err);
	assert_int_equal(mkdir(place(it, "folder"), 0755), 0);
	assert_int_equal(mkfifo(place(it, "fifo"), 0644), 0);
	assert_int_equal(symlink("fleet", place(it, "link")), 0);
	assert_int_equal(symlink("/dev/zero", place(it, "zero")), 0);
	assert_int_equal(symlink("w", place(it, "v")), 0);
	refuse(it, "folder");
	refuse(it, "fifo");
	refuse(it, "link");
	refuse(it, "zero");
	refuse(it, "v/abc/b/202611/0000000001-aaaa.bnd");
	refuse(it, "fleet/abc");
	refuse(it, "../passwd");
	assert_int_equal(put_as(it, "v/x", "isi", false, &err), FAIL_INVALID);
	assert_int_equal(access(place(it, "w/x"), F_OK), -1);
}

/* Junk is ignored and one of it is shown, fit for a screen. */
T(a_listing_takes_the_newest_of_our_names)
{
	struct share_fixture *it = *state;
	static const char *const junk[] = { "w/h/Thumbs.db", "w/h/.DS_Store",
		"w/h/.nfs000001", "w/h/\033[2Jx", "w/h/Copy of 1.det" };
	struct share_names names;
	struct err err = { 0 };
	char path[64];

	for (int i = 1; i <= 50; i++) {
		snprintf(path, sizeof path, "w/h/%010d-aa.det", i * 37 % 51);
		t_done(put_as(it, path, "x", false, &err), err);
	}
	t_done(put_as(it, "w/h/9.bnd", "x", false, &err), err);
	assert_int_equal(mkdir(place(it, "w/h/9999999999-aa.det"), 0755), 0);
	assert_int_equal(symlink("/", place(it, "w/h/9999999998-aa.det")), 0);
	for (size_t i = 0; i < array_length(junk); i++)
		write_plain(place(it, junk[i]), "");
	names = list(it, "w/h", ".det");
	assert_int_equal(names.n, 3);
	assert_string_equal(names.name[0], "0000000048-aa.det");
	assert_string_equal(names.name[2], "0000000050-aa.det");
	assert_int_equal(names.ignored, array_length(junk));
	assert_null(strchr(names.sample, '\033'));
	assert_string_not_equal(names.sample, "");
}

/* What came before is taken, nothing else is concluded. */
T(a_listing_that_breaks_off_is_a_short_one)
{
	struct share_fixture *it = *state;
	struct err err = { 0 };

	t_done(put_as(it, "w/h/1.det", "x", false, &err), err);
	t_done(put_as(it, "w/h/2.det", "x", false, &err), err);
	calls_reset();
	calls_fail(CALL_READDIR, 4, ENOENT);
	assert_int_equal(list(it, "w/h", ".det").n, 1);
	calls_fail(CALL_READDIR, 1, EIO);
	assert_int_equal(list(it, "w/h", ".det").n, 0);
	assert_int_equal(list(it, "w/h", ".det").n, 2);
}

T(folders_are_listed_as_folders)
{
	struct share_fixture *it = *state;
	const struct share_wish wish = {
		.folder = "w", .suffix = "", .newest = 9, .is_folders = true
	};
	struct share_names names = { 0 };
	struct err err = { 0 };

	t_done(put(it, "x", &err), err);
	t_done(put_as(it, "w/berkas", "x", false, &err), err);
	t_done(share_list(&it->share, &wish, it->arena, &names, &err), err);
	assert_int_equal(names.n, 1);
	assert_string_equal(names.name[0], "abc");
}

T(a_file_larger_than_the_limit_is_not_read)
{
	struct share_fixture *it = *state;
	scoped_buf bytes = { 0 };
	struct err err = { 0 };

	buf_init(&bytes, 10);
	buf_text(&bytes, "awal");
	t_done(put(it, "isi", &err), err);
	assert_int_equal(
	    share_get(&it->share, BUNDLE, 2, &bytes, &err), FAIL_INVALID);
	assert_string_equal(bytes.text, "awal");
	t_done(share_get(&it->share, BUNDLE, 3, &bytes, &err), err);
	assert_string_equal(bytes.text, "awalisi");
}

T(a_file_is_compared_where_it_is)
{
	struct share_fixture *it = *state;
	uint8_t hash[HASH_SIZE];
	struct err err = { 0 };

	hash_bytes("isi", 3, NULL, 0, hash);
	assert_int_equal(
	    share_compare(&it->share, BUNDLE, 3, hash, &err), FAIL_MISSING);
	t_done(put(it, "isi", &err), err);
	t_done(share_compare(&it->share, BUNDLE, 3, hash, &err), err);
	write_plain(place(it, BUNDLE), "isj");
	assert_int_equal(
	    share_compare(&it->share, BUNDLE, 3, hash, &err), FAIL_CORRUPT);
	write_plain(place(it, BUNDLE), "");
	assert_int_equal(
	    share_compare(&it->share, BUNDLE, 3, hash, &err), FAIL_CORRUPT);
}

T(a_file_of_ones_own_is_removed)
{
	struct share_fixture *it = *state;
	struct share_space space = { 0 };
	struct err err = { 0 };

	t_done(put(it, "isi", &err), err);
	t_done(share_remove(&it->share, BUNDLE, &err), err);
	assert_int_equal(access(place(it, BUNDLE), F_OK), -1);
	assert_int_equal(share_remove(&it->share, BUNDLE, &err), FAIL_MISSING);
	t_done(share_space(&it->share, &space, &err), err);
	assert_true(space.size_bytes >= space.free_bytes);
	assert_true(space.size_bytes > 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T_SHARE(only_regular_files_are_opened),
		T_SHARE_ROW("B21", a_listing_takes_the_newest_of_our_names),
		T_SHARE_ROW("B11", a_listing_that_breaks_off_is_a_short_one),
		T_SHARE(folders_are_listed_as_folders),
		T_SHARE(a_file_larger_than_the_limit_is_not_read),
		T_SHARE(a_file_is_compared_where_it_is),
		T_SHARE(a_file_of_ones_own_is_removed),
	};

	return T_RUN(tests);
}
