#include "lib/share.h"

#include <errno.h>
#include <unistd.h>

#include "base/file.h"
#include "lib/calls.h"

/* Whatever is in the bundle's folder, parts too. */
static size_t
count_files(struct share_fixture *it)
{
	const char *const *names;
	size_t n = 0;
	struct err err = { 0 };
	enum fail fail = folder_list(
	    place(it, "w/abc/b/202611"), it->arena, &names, &n, &err);

	return fail == FAIL_MISSING ? 0 : n;
}

T(a_file_is_there_whole_in_folders_of_its_own)
{
	struct share_fixture *it = *state;
	struct err err = { 0 };

	t_done(put(it, "isi", &err), err);
	assert_holds(it, BUNDLE, "isi");
	assert_int_equal(count_files(it), 1);
	t_done(put(it, "isi", &err), err);
	assert_int_equal(count_files(it), 1);
}

T(the_hour_of_the_share_is_told_when_something_is_written)
{
	struct share_fixture *it = *state;
	const struct share_file file = {
		.path = BUNDLE, .bytes = "isi", .size = 3
	};
	struct err err = { 0 };
	int64_t ms = -1;

	t_done(share_put(&it->share, &file, &ms, &err), err);
	assert_true(ms > INT64_C(1600000000000));
	t_done(share_put(&it->share, &file, &ms, &err), err);
	assert_int_equal(ms, 0);
}

T(other_bytes_stay_unless_they_may_be_replaced)
{
	struct share_fixture *it = *state;
	struct err err = { 0 };

	t_done(put(it, "isi", &err), err);
	assert_int_equal(put(it, "lain", &err), FAIL_CONFLICT);
	assert_holds(it, BUNDLE, "isi");
	t_done(put_as(it, BUNDLE, "lain", true, &err), err);
	assert_holds(it, BUNDLE, "lain");
	assert_int_equal(count_files(it), 1);
}

T(an_empty_mount_point_stays_empty)
{
	struct share_fixture *it = *state;
	struct err err = { 0 };

	assert_int_equal(unlink(place(it, "fleet")), 0);
	assert_int_equal(put(it, "isi", &err), FAIL_MISSING);
	assert_string_equal(err.fact.code, "share.no-marker");
	assert_int_equal(rmdir(it->folder.path), 0);
	assert_int_equal(put(it, "isi", &err), FAIL_MISSING);
	assert_int_equal(access(it->folder.path, F_OK), -1);
}

T(a_share_gets_its_marker_first)
{
	struct share_fixture *it = *state;
	struct err err = { 0 };

	assert_int_equal(unlink(place(it, "fleet")), 0);
	t_done(put_as(it, "fleet", "baru", false, &err), err);
	assert_holds(it, "fleet", "baru");
}

/* Every call that can fail does, at each of its turns: the name is not there,
 * or is and is whole; no part stays; and the next time all is well. */
static void
suffer(struct share_fixture *it, enum call call, int error, enum fail expected)
{
	int n = 1, made;
	struct err err = { 0 };
	enum fail fail;

	for (; n < 100; n++) {
		calls_reset();
		calls_fail(call, n, error);
		fail = put(it, "isi yang utuh", &err);
		made = calls_made(call);
		calls_reset();
		if (made < n) {
			assert_int_equal(unlink(place(it, BUNDLE)), 0);
			break;
		}
		if (fail)
			assert_int_equal(fail, expected);
		assert_true(count_files(it) <= 1);
		if (access(place(it, BUNDLE), F_OK) == 0)
			assert_holds(it, BUNDLE, "isi yang utuh");
		t_done(put(it, "isi yang utuh", &err), err);
		assert_int_equal(unlink(place(it, BUNDLE)), 0);
	}
	assert_true(n > 1);
}

T(no_failing_call_leaves_half_a_file)
{
	struct share_fixture *it = *state;
	static const enum call call[] = { CALL_OPENAT, CALL_READ, CALL_WRITE,
		CALL_FSYNC, CALL_RENAMEAT };

	for (size_t i = 0; i < array_length(call); i++) {
		suffer(it, call[i], EIO, FAIL_IO);
		suffer(it, call[i], ENOSPC, FAIL_IO);
		suffer(it, call[i], EACCES, FAIL_DENIED);
	}
}

T(a_full_share_is_told_from_a_broken_one)
{
	struct share_fixture *it = *state;
	struct err err = { 0 };

	calls_fail(CALL_WRITE, 1, ENOSPC);
	assert_int_equal(put(it, "isi", &err), FAIL_IO);
	assert_true(share_is_full(&err));
	calls_fail(CALL_FSYNC, 1, EDQUOT);
	assert_int_equal(put(it, "isi", &err), FAIL_IO);
	assert_true(share_is_full(&err));
	calls_fail(CALL_WRITE, 1, EIO);
	assert_int_equal(put(it, "isi", &err), FAIL_IO);
	assert_false(share_is_full(&err));
	calls_fail(CALL_OPENAT, 1, EROFS);
	assert_int_equal(put(it, "isi", &err), FAIL_DENIED);
}

/* The kernel says EIO once and then that all is well. */
T(a_failed_fsync_is_not_asked_again)
{
	struct share_fixture *it = *state;
	struct err err = { 0 };

	calls_fail(CALL_FSYNC, 1, EIO);
	assert_int_equal(put(it, "isi", &err), FAIL_IO);
	assert_int_equal(calls_made(CALL_FSYNC), 1);
	assert_int_equal(calls_made(CALL_RENAMEAT), 0);
	assert_int_equal(count_files(it), 0);
}

T(signals_are_not_noticed)
{
	struct share_fixture *it = *state;
	struct err err = { 0 };

	calls_interrupt();
	t_done(put(it, "isi", &err), err);
	assert_holds(it, BUNDLE, "isi");
	assert_int_equal(list(it, "w/abc/b/202611", ".bnd").n, 1);
}

T(a_stale_handle_is_opened_again)
{
	struct share_fixture *it = *state;
	scoped_buf bytes = { 0 };
	struct err err = { 0 };
	int opens;

	t_done(put(it, "isi", &err), err);
	calls_reset();
	assert_holds(it, BUNDLE, "isi");
	opens = calls_made(CALL_OPENAT);
	for (int n = 1; n <= opens; n++) {
		calls_reset();
		calls_fail(CALL_OPENAT, n, ESTALE);
		assert_holds(it, BUNDLE, "isi");
	}
	calls_reset();
	buf_init(&bytes, 10);
	calls_fail(CALL_READ, 1, ESTALE);
	assert_int_equal(
	    share_get(&it->share, BUNDLE, 10, &bytes, &err), FAIL_IO);
}

T(a_server_without_fsync_of_folders_is_fine)
{
	struct share_fixture *it = *state;
	static const int error[] = { EINVAL, ENOTSUP, EBADF, EACCES, ENOSYS };
	struct err err = { 0 };

	for (size_t i = 0; i < array_length(error); i++) {
		calls_fail(CALL_FSYNC, 2, error[i]);
		t_done(put(it, "isi", &err), err);
		assert_int_equal(unlink(place(it, BUNDLE)), 0);
	}
	calls_fail(CALL_FSYNC, 2, EIO);
	assert_int_equal(put(it, "isi", &err), FAIL_IO);
}

/* Somebody holds the name: nothing is there, and the next round does it. */
T(a_rename_that_is_refused_leaves_nothing_and_is_done_again)
{
	struct share_fixture *it = *state;
	struct err err = { 0 };

	calls_fail(CALL_RENAMEAT, 1, EBUSY);
	assert_int_equal(put(it, "isi", &err), FAIL_IO);
	assert_int_equal(count_files(it), 0);
	calls_fail(CALL_RENAMEAT, 1, EACCES);
	assert_int_equal(put(it, "isi", &err), FAIL_DENIED);
	assert_int_equal(count_files(it), 0);
	t_done(put(it, "isi", &err), err);
	assert_holds(it, BUNDLE, "isi");
}

T(a_rename_that_was_done_is_done_whatever_was_said)
{
	struct share_fixture *it = *state;
	struct err err = { 0 };

	calls_lie(CALL_RENAMEAT, 1, EIO);
	t_done(put(it, "isi", &err), err);
	assert_holds(it, BUNDLE, "isi");
	assert_int_equal(count_files(it), 1);
}

T(what_was_not_kept_is_noticed)
{
	struct share_fixture *it = *state;
	struct err err = { 0 };

	calls_lie(CALL_WRITE, 1, 0);
	assert_int_equal(put(it, "isi", &err), FAIL_CORRUPT);
	assert_string_equal(err.fact.code, "share.not-kept");
	t_done(put_as(it, BUNDLE, "isi", true, &err), err);
	assert_holds(it, BUNDLE, "isi");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T_SHARE(a_file_is_there_whole_in_folders_of_its_own),
		T_SHARE(
		    the_hour_of_the_share_is_told_when_something_is_written),
		T_SHARE(other_bytes_stay_unless_they_may_be_replaced),
		T_SHARE_ROW("B1", an_empty_mount_point_stays_empty),
		T_SHARE(a_share_gets_its_marker_first),
		T_SHARE(no_failing_call_leaves_half_a_file),
		T_SHARE(a_full_share_is_told_from_a_broken_one),
		T_SHARE_ROW("A11", a_failed_fsync_is_not_asked_again),
		T_SHARE_ROW("B13", signals_are_not_noticed),
		T_SHARE_ROW("B14", a_stale_handle_is_opened_again),
		T_SHARE_ROW("B15", a_server_without_fsync_of_folders_is_fine),
		T_SHARE_ROW("B16",
		    a_rename_that_is_refused_leaves_nothing_and_is_done_again),
		T_SHARE_ROW(
		    "B17", a_rename_that_was_done_is_done_whatever_was_said),
		T_SHARE_ROW("B19", what_was_not_kept_is_noticed),
	};

	return T_RUN(tests);
}
