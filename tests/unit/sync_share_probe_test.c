#include "lib/share.h"

#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/calls.h"
#include "sync/share_probe.h"

#define OWN "w/abc"

static struct probe
try_step(struct share_fixture *it, enum probe_step step)
{
	struct probe probe;

	share_probe(&it->direct, OWN, step, &probe);
	return probe;
}

static void
assert_says(const struct probe *probe, enum probe_level level, const char *code)
{
	assert_string_equal(probe->fact.code, code);
	assert_int_equal(probe->level, level);
}

static bool
is_there(struct share_fixture *it, const char *path)
{
	return access(place(it, path), F_OK) == 0;
}

/* A file system of Linux does all of it; only its kind may be remarked. */
T(a_folder_of_this_machine_is_good_in_all_steps)
{
	struct share_fixture *it = *state;
	struct probe probe;

	for (int step = 0; step < PROBE_MOUNT; step++) {
		probe = try_step(it, (enum probe_step)step);
		if (probe.level != PROBE_GOOD)
			print_message("step %d: %s %s\n", step, probe.fact.code,
			    probe.fact.arg[0]);
		assert_int_equal(probe.level, PROBE_GOOD);
		assert_false(is_there(it, "w"));
	}
	probe = try_step(it, PROBE_CLOCK);
	assert_true(probe.ms > 0);
	assert_int_not_equal(try_step(it, PROBE_MOUNT).level, PROBE_BAD);
}

T(folders_that_were_there_stay_with_all_that_is_in_them)
{
	struct share_fixture *it = *state;
	struct err err = { 0 };

	assert_int_equal(mkdir(place(it, "w"), 0755), 0);
	assert_int_equal(try_step(it, PROBE_CREATE).level, PROBE_GOOD);
	assert_true(is_there(it, "w"));
	assert_false(is_there(it, OWN));
	t_done(put_as(it, "w/other/h/1.det", "x", false, &err), err);
	t_done(put_as(it, OWN "/h/1.det", "x", false, &err), err);
	assert_int_equal(try_step(it, PROBE_LISTING).level, PROBE_GOOD);
	assert_holds(it, "w/other/h/1.det", "x");
	assert_holds(it, OWN "/h/1.det", "x");
	assert_false(is_there(it, OWN "/probe"));
}

T(what_a_killed_probe_left_is_taken_away)
{
	struct share_fixture *it = *state;
	struct err err = { 0 };

	t_done(put_as(it, OWN "/probe/one", "x", false, &err), err);
	write_plain(place(it, OWN "/probe/.odd"), "");
	assert_int_equal(try_step(it, PROBE_CREATE).level, PROBE_GOOD);
	assert_false(is_there(it, OWN "/probe"));
}

T(nothing_is_made_where_no_marker_is)
{
	struct share_fixture *it = *state;
	struct probe probe;

	assert_int_equal(unlink(place(it, "fleet")), 0);
	for (int step = 0; step < PROBE_MOUNT; step++) {
		probe = try_step(it, (enum probe_step)step);
		assert_says(&probe, PROBE_BAD, "share.no-marker");
	}
	assert_false(is_there(it, "w"));
}

T(a_share_that_does_not_keep_is_not_fit)
{
	struct share_fixture *it = *state;
	struct probe probe;

	calls_fail(CALL_FSYNC, 1, EIO);
	probe = try_step(it, PROBE_SYNC);
	assert_says(&probe, PROBE_BAD, "probe.sync-bad");
	calls_reset();
	calls_lie(CALL_WRITE, 1, 0);
	probe = try_step(it, PROBE_RENAME);
	assert_says(&probe, PROBE_BAD, "probe.rename-lost");
	calls_reset();
	calls_fail(CALL_RENAMEAT, 1, EIO);
	probe = try_step(it, PROBE_RENAME);
	assert_says(&probe, PROBE_BAD, "probe.rename-bad");
	calls_reset();
	calls_fail(CALL_WRITE, 1, ENOSPC);
	probe = try_step(it, PROBE_MIB);
	assert_says(&probe, PROBE_BAD, "probe.mib-bad");
	assert_false(is_there(it, "w"));
}

/* As measured at Samba, and at a server that loses the thread of a listing. */
T(what_the_exchange_can_do_without_is_remarked)
{
	struct share_fixture *it = *state;
	struct probe probe;

	calls_fail(CALL_FSYNC, 2, EINVAL);
	probe = try_step(it, PROBE_SYNC);
	assert_says(&probe, PROBE_REMARK, "probe.sync-folder");
	calls_reset();
	calls_fail(CALL_RENAMEAT, 1, EBUSY);
	probe = try_step(it, PROBE_READER);
	assert_says(&probe, PROBE_REMARK, "probe.reader-bad");
	calls_reset();
	calls_fail(CALL_RENAMEAT, 1, EEXIST);
	probe = try_step(it, PROBE_REPLACE);
	assert_says(&probe, PROBE_REMARK, "probe.replace-bad");
}

/* Of the readings of a folder: the first two empty it and find its end. */
T(a_listing_that_is_short_is_told)
{
	struct share_fixture *it = *state;
	struct probe probe;

	calls_fail(CALL_READDIR, 10, ENOENT);
	probe = try_step(it, PROBE_LISTING);
	assert_says(&probe, PROBE_BAD, "probe.listing-bad");
	assert_string_equal(probe.fact.arg[1], "48");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T_SHARE(a_folder_of_this_machine_is_good_in_all_steps),
		T_SHARE(folders_that_were_there_stay_with_all_that_is_in_them),
		T_SHARE(what_a_killed_probe_left_is_taken_away),
		T_SHARE(nothing_is_made_where_no_marker_is),
		T_SHARE(a_share_that_does_not_keep_is_not_fit),
		T_SHARE(what_the_exchange_can_do_without_is_remarked),
		T_SHARE(a_listing_that_is_short_is_told),
	};

	return T_RUN(tests);
}
