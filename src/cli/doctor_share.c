/* The share, asked through the child that alone touches it. */

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "cli/doctor.h"
#include "cli/share.h"
#include "store/bundle.h"
#include "sync/fleet.h"
#include "sync/round.h"

enum {
	/* The largest file, and those of some weeks. */
	LOW_MIB = 1024,
	/* Less is the way of a file there and the ticks of its server. */
	CLOCK_MS = 5000,
};

/* One look at the share. */
struct look {
	struct cli *cli;
	const char *folder, *path;
	struct store *store;
	struct doctor *doctor;
	struct share_remote remote;
	bool has_fleet;
	int lock;
};

static void
look_done(struct look *look)
{
	share_remote_done(&look->remote);
	if (look->lock >= 0)
		close(look->lock);
}
#define scoped_look scoped(look_done) struct look

/* Is it ours? A counter without a fleet only looks whether it is one. */
static enum fail
look_at_marker(struct look *look, struct err *err)
{
	struct share share = share_remote(&look->remote);
	scoped_fleet fleet = { 0 };
	scoped_buf text = { 0 };
	struct id found;
	enum fail fail =
	    fleet_open(look->folder, look->cli->arena, &fleet, err);

	look->has_fleet = !fail;
	if (fail && strcmp(err->fact.code, "sync.no-fleet") != 0)
		return fail;
	buf_init(&text, MARKER_SIZE_MAX);
	fail = share_get(&share, "fleet", MARKER_SIZE_MAX, &text, err);
	if (fail == FAIL_MISSING)
		return fail_say(
		    err, FAIL_MISSING, "share.no-marker", look->path, NULL);
	if (!fail)
		fail = marker_parse(text.text, text.size, &found, err);
	if (fail)
		return fail;
	if (look->has_fleet && !id_equal(&found, &fleet.keyring.fleet))
		return fail_say(
		    err, FAIL_CONFLICT, "share.other-fleet", look->path, NULL);
	doctor_say(look->doctor, look->has_fleet ? PROBE_GOOD : PROBE_REMARK,
	    look->has_fleet ? "probe.fleet" : "probe.fleet-alone", look->path);
	return FAIL_NONE;
}

static enum fail
look_at_space(struct look *look, struct err *err)
{
	struct share share = share_remote(&look->remote);
	struct share_space space;
	enum fail fail = share_space(&share, &space, err);
	long long mib;

	if (fail)
		return fail;
	if (space.size_bytes == 0) {
		doctor_say(
		    look->doctor, PROBE_REMARK, "probe.space-unknown", NULL);
		return FAIL_NONE;
	}
	mib = (long long)(space.free_bytes >> 20);
	doctor_say(look->doctor, mib < LOW_MIB ? PROBE_REMARK : PROBE_GOOD,
	    mib < LOW_MIB ? "probe.space-low" : "probe.space",
	    arena_print(look->cli->arena, "%lld", mib));
	return FAIL_NONE;
}

/* No decision rests on anybody's clock, but people read its times. */
static void
compare_clocks(struct look *look, struct probe *probe)
{
	int64_t now_ms = clock_now(&look->cli->world.clock);
	long long ms = llabs((long long)(probe->ms - now_ms));

	if (probe->level != PROBE_GOOD || ms <= CLOCK_MS)
		return;
	probe->level = PROBE_REMARK;
	fact_set(&probe->fact, "probe.clock-differs",
	    arena_print(look->cli->arena, "%lld", ms / 1000), NULL);
}

static enum fail
try_step(struct look *look, const char *folder, enum probe_step step,
    struct err *err)
{
	struct probe probe;
	enum fail fail =
	    share_remote_probe(&look->remote, folder, step, &probe, err);

	if (fail)
		return fail;
	if (step == PROBE_CLOCK)
		compare_clocks(look, &probe);
	doctor_add(look->doctor, probe.level, &probe.fact);
	return FAIL_NONE;
}

static enum fail
try_all(struct look *look, struct err *err)
{
	const struct id self = store_writer(look->store);
	char writer[NAME_WRITER_SIZE];
	const char *folder;
	enum fail fail = look_at_marker(look, err);

	name_writer(&self, writer);
	folder = arena_print(look->cli->arena, "w/%s", writer);
	if (!fail)
		fail = try_step(look, folder, PROBE_MOUNT, err);
	if (!fail)
		fail = look_at_space(look, err);
	for (int step = 0; step < PROBE_MOUNT && look->has_fleet && !fail;
	     step++)
		fail = try_step(look, folder, (enum probe_step)step, err);
	return fail;
}

enum fail
doctor_share(struct cli *cli, const char *folder, struct store *store,
    const char *path, struct doctor *doctor, bool *ret_is_later,
    struct err *err)
{
	scoped_look look = {
		.cli = cli,
		.folder = folder,
		.store = store,
		.doctor = doctor,
		.lock = -1,
	};
	const char *lock = arena_print(cli->arena, "%s/sync.lock", folder);
	enum fail fail = cli_share(cli, store, path, &look.path, err);

	if (!fail)
		fail = file_lock(lock, &look.lock, err);
	if (!fail)
		fail =
		    cli_share_start(cli, folder, look.path, &look.remote, err);
	if (!fail)
		fail = try_all(&look, err);
	*ret_is_later = fail && round_is_later(err);
	if (!*ret_is_later)
		return fail;
	doctor_add(doctor, PROBE_BAD, &err->fact);
	return FAIL_NONE;
}
