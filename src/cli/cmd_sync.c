/* loket sync: one round of the exchange with the share. */

#include <getopt.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/crypto.h"
#include "base/file.h"
#include "cli/command.h"
#include "cli/folder.h"
#include "cli/identity.h"
#include "cli/json.h"
#include "cli/register.h"
#include "cli/share.h"
#include "cli/signals.h"
#include "store/exchange.h"
#include "sync/fleet.h"
#include "sync/round.h"

enum { SHARE = 256, JSON, QUIET, THOROUGH, CAUSE };

static const struct option known[] = {
	{ "share", required_argument, NULL, SHARE },
	{ "json", no_argument, NULL, JSON },
	{ "quiet", no_argument, NULL, QUIET },
	{ "thorough", no_argument, NULL, THOROUGH },
	{ "cause", required_argument, NULL, CAUSE },
	{ NULL, 0, NULL, 0 },
};

/* One run of it: what was asked, and what it holds until it ends. */
struct sync {
	struct cli *cli;
	const char *share; /* NULL: as the setting says */
	bool is_json, is_quiet, is_thorough;
	const char *folder; /* the data folder */
	struct cli_register reg;
	struct fleet fleet;
	struct exchange_run run;
	struct fact later;
	int lock; /* one run at a time on this machine */
};

static void
sync_done(struct sync *sync)
{
	fleet_done(&sync->fleet);
	cli_register_close(&sync->reg);
	if (sync->lock >= 0)
		close(sync->lock);
}
#define scoped_sync scoped(sync_done) struct sync

static bool
read_cause(struct sync *sync, const char *word, struct fact *fact)
{
	static const char *const causes[] = { "hand", "start", "timer",
		"closing" };

	for (size_t i = 0; i < array_length(causes); i++)
		if (strcmp(causes[i], word) == 0) {
			snprintf(sync->run.cause, sizeof sync->run.cause, "%s",
			    word);
			return true;
		}
	fact_set(fact, "sync.cause", word, NULL);
	return false;
}

static bool
read_options(int argc, char **argv, struct sync *sync, struct fact *fact)
{
	int answer;

	opterr = 0;
	optind = 0;
	while ((answer = getopt_long(argc, argv, ":", known, NULL)) != -1)
		switch (answer) {
		case SHARE: sync->share = optarg; break;
		case JSON: sync->is_json = true; break;
		case QUIET: sync->is_quiet = true; break;
		case THOROUGH: sync->is_thorough = true; break;
		case CAUSE:
			if (!read_cause(sync, optarg, fact))
				return false;
			break;
		default: options_wrong(answer, argv, known, fact); return false;
		}
	if (optind < argc)
		fact_set(fact, "cli.word-too-many", argv[optind], NULL);
	return optind >= argc;
}

static enum fail
prepare(struct sync *sync, struct err *err)
{
	struct cli *cli = sync->cli;
	const char *path;
	enum fail fail = cli_folder(cli, &sync->folder, err);

	if (fail)
		return fail;
	fail = cli_register_open(cli, REGISTER_WRITES, NULL, &sync->reg, err);
	path = arena_print(cli->arena, "%s/sync.lock", sync->folder);
	if (!fail)
		fail = file_lock(path, &sync->lock, err);
	if (!fail)
		fail = fleet_open(sync->folder, cli->arena, &sync->fleet, err);
	if (!fail)
		fail = cli_share(
		    cli, sync->reg.store, sync->share, &sync->share, err);
	if (!fail)
		snprintf(
		    sync->run.share, sizeof sync->run.share, "%s", sync->share);
	return fail;
}

static enum fail
go(struct sync *sync, struct share_remote *remote, struct err *err)
{
	struct cli *cli = sync->cli;
	struct round round = {
		.store = sync->reg.store,
		.fleet = &sync->fleet,
		.share = share_remote(remote),
		.clock = cli->world.clock,
		.entropy = cli->world.entropy,
		.failpoint = &cli->world.failpoint,
		.program = LOKET_VERSION,
		.is_thorough = sync->is_thorough,
		.is_shown = true,
		.stop = &signals_end_gently()->stop,
		.run = &sync->run,
	};
	enum fail fail = round_go(&round, err);

	sync->later = round.later;
	return fail;
}

/*
 * The share has seen this counter further than it is: it was restored, or has
 * a twin. It goes on as a new life; what the old one published is read back
 * like a stranger's.
 */
static enum fail
renew(struct sync *sync, struct share_remote *remote, struct err *err)
{
	struct cli *cli = sync->cli;
	struct fleet fleet;
	enum fail fail = cli_identity_renew(
	    cli, sync->reg.store, "identity.outrun", NULL, err);

	if (!fail)
		fail = fleet_open(sync->folder, cli->arena, &fleet, err);
	if (fail)
		return fail;
	fleet_done(&sync->fleet);
	sync->fleet = fleet;
	forget(&fleet.keyring, sizeof fleet.keyring);
	return go(sync, remote, err);
}

/* A child that could not be ended is told to the screens. */
static enum fail
note_stuck(struct sync *sync, pid_t pid, struct err *err)
{
	const struct stuck_child stuck = {
		.pid = pid,
		.since_ms = pid != 0 ? clock_now(&sync->cli->world.clock) : 0,
	};

	return store_stuck_put(sync->reg.store, &stuck, err);
}

/* All that touches the share happens in a child, which may hang. */
static enum fail
exchange(struct sync *sync, struct err *err)
{
	scoped_remote remote = { 0 };
	struct err more = { 0 };
	pid_t pid;
	enum fail fail =
	    cli_share_start(sync->cli, sync->folder, sync->share, &remote, err);

	if (fail)
		return fail;
	pid = remote.child.pid;
	fail = go(sync, &remote, err);
	if (fail && strcmp(err->fact.code, "sync.outrun") == 0)
		fail = renew(sync, &remote, err);
	if (share_remote_end(&remote))
		pid = 0;
	if (note_stuck(sync, pid, fail ? &more : err) && !fail)
		return err->fail;
	return fail;
}

/* Cases whose events came from others are folded when a desk is opened. */
static enum fail
fold(struct sync *sync, struct err *err)
{
	if (sync->run.applied == 0)
		return FAIL_NONE;
	return cli_register_desk(sync->cli, &sync->reg, err);
}

static void
print_json(const struct sync *sync)
{
	const struct exchange_run *run = &sync->run;
	struct json json = json_start(sync->cli->out);

	json_object(&json, NULL);
	json_integer(&json, "exit", run->exit);
	json_text(&json, "share", run->share);
	json_integer(&json, "sealed", run->sealed);
	json_integer(&json, "sent", run->sent);
	json_integer(&json, "pulled", run->pulled);
	json_integer(&json, "applied", run->applied);
	json_integer(&json, "entries", run->entries);
	json_integer(&json, "refused", run->refused);
	json_text(
	    &json, "reason", run->fact.code[0] != '\0' ? run->fact.code : NULL);
	json_end(&json);
}

static const char *
count(const struct sync *sync, int64_t n)
{
	return arena_print(sync->cli->arena, "%lld", (long long)n);
}

/* How it ended, for the person or program that asked. */
static void
report(const struct sync *sync)
{
	const struct exchange_run *run = &sync->run;

	if (sync->is_json)
		print_json(sync);
	else if (!sync->is_quiet && run->exit == CLI_DONE)
		cli_say(sync->cli, "sync.done", count(sync, run->sent),
		    count(sync, run->applied), count(sync, run->entries),
		    count(sync, run->refused), NULL);
}

static int
exit_for(struct sync *sync, enum fail fail, struct err *err)
{
	if (fail && round_is_later(err)) {
		(void)cli_fail(sync->cli, err);
		return CLI_LATER;
	}
	if (fail)
		return cli_fail(sync->cli, err);
	if (sync->later.code[0] == '\0')
		return CLI_DONE;
	err->fact = sync->later;
	(void)cli_usage_fact(sync->cli, &sync->later);
	return CLI_LATER;
}

static int
run_it(struct sync *sync, struct err *err)
{
	struct exchange_run *run = &sync->run;
	enum fail fail = store_run_begin(sync->reg.store, run, err);

	if (!fail)
		fail = exchange(sync, err);
	if (!fail)
		fail = fold(sync, err);
	run->exit = exit_for(sync, fail, err);
	if (run->exit != CLI_DONE)
		run->fact = err->fact;
	run->phase = EXCHANGE_DONE;
	if (run->number != 0 && store_run_show(sync->reg.store, run, err) &&
	    run->exit == 0)
		run->exit = cli_fail(sync->cli, err);
	report(sync);
	return run->exit;
}

int
cmd_sync(struct cli *cli, int argc, char **argv)
{
	scoped_sync sync = { .cli = cli, .lock = -1 };
	struct fact fact = { 0 };
	struct err err = { 0 };
	enum fail fail;

	snprintf(sync.run.cause, sizeof sync.run.cause, "hand");
	if (!read_options(argc, argv, &sync, &fact))
		return cli_usage_fact(cli, &fact);
	sync.run.pid = getpid();
	fail = prepare(&sync, &err);
	/* A counter alone is a fleet of one, and has nobody to miss. */
	if (fail && strcmp(err.fact.code, "sync.no-fleet") == 0) {
		if (!sync.is_quiet)
			(void)cli_fail(cli, &err);
		return CLI_DONE;
	}
	if (fail)
		return cli_fail(cli, &err);
	return run_it(&sync, &err);
}
