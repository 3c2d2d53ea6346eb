#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/spawn.h"
#include "cli/folder.h"
#include "cli/register.h"
#include "cli/screens_join.h"
#include "cli/screens_run.h"
#include "cli/signals.h"
#include "desk/demo.h"
#include "desk/desk.h"
#include "desk/officer.h"
#include "desk/session.h"
#include "domain/passphrase.h"
#include "screens/app.h"
#include "store/store.h"

/*
 * The screens. What opens a register stands here, so that screens ask for it
 * and never see a file.
 */
struct screens_run {
	struct cli *cli;
	struct cli_register open;
	bool is_set_up; /* there is an officer who may sign in */
	int lock;
	pid_t exchange; /* the one started last; 0: none */
};

enum { FOLDER_MODE = 0700, LOCK_NONE = -1, WORDS_FILE_MAX = 1 << 20 };

/* Open register and desk; a station: make them. Practice has its own. */
static enum fail
open_it(struct screens_run *run, bool is_practice, const char *station,
    struct cli_register *ret_register, struct err *err)
{
	enum fail fail;

	run->cli->options.is_practice = is_practice;
	fail = cli_register_open(run->cli, station == NULL ?
	    REGISTER_WRITES : REGISTER_CREATES, station, ret_register, err);
	if (!fail)
		fail = cli_register_desk(run->cli, ret_register, err);
	return fail;
}

/* One full-screen program on one folder at a time. */
static enum fail
take_lock(struct screens_run *run, bool is_practice, struct err *err)
{
	const char *folder = NULL;
	enum fail fail;

	run->cli->options.is_practice = is_practice;
	fail = cli_folder(run->cli, &folder, err);
	if (!fail)
		fail = folder_make(folder, FOLDER_MODE, err);
	if (fail)
		return fail;
	if (run->lock != LOCK_NONE)
		close(run->lock);
	run->lock = LOCK_NONE;
	fail = file_lock(arena_print(run->cli->arena, "%s/screen.lock",
	    folder), &run->lock, err);
	if (fail == FAIL_BUSY)
		return fail_say(err, FAIL_BUSY, "cli.second", folder, NULL);
	return fail;
}

/* A refused set-up leaves nothing behind: the station of the register it made
 * could not be changed any more. */
static void
drop_register(struct screens_run *run, const char *path)
{
	static const char *const ends[] = { "", "-wal", "-shm" };
	struct arena *arena = run->cli->arena;

	cli_register_close(&run->open);
	run->open = (struct cli_register){ 0 };
	for (size_t i = 0; i < array_length(ends); i++)
		(void)unlink(arena_print(arena, "%s%s", path, ends[i]));
	(void)unlink(arena_print(arena, "%.*s/loket.key",
	    (int)(strrchr(path, '/') - path), path));
}

static enum fail
host_set_up(void *context, const struct setup *setup, struct desk **ret_desk,
    struct err *err)
{
	struct screens_run *run = context;
	const struct officer officer = {
		.staff_id = setup->staff_id,
		.name = setup->name,
		.post = setup->post,
		.superior = "",
		.is_active = true,
	};
	const char *path = NULL;
	bool is_new = false;
	enum fail fail;

	/* Officers of a counter that joined come from the others. */
	if (screens_joined(run->cli, &run->open) != NULL)
		return fail_say(err, FAIL_CONFLICT, "join.unfinished", NULL);
	run->cli->options.is_practice = false;
	fail = cli_register_path(run->cli, &path, err);
	if (!fail)
		is_new = run->open.desk == NULL && access(path, F_OK) != 0;
	if (!fail && run->open.desk == NULL)
		fail = open_it(run, false, setup->station, &run->open, err);
	if (!fail)
		fail = desk_officer_first(run->open.desk, &officer,
		    setup->passphrase, err);
	if (fail && is_new)
		drop_register(run, path);
	if (fail)
		return fail;
	*ret_desk = run->open.desk;
	return FAIL_NONE;
}

static enum fail
host_join(void *context, const struct join_wish *wish,
    struct joined *ret_joined, struct err *err)
{
	struct screens_run *run = context;

	run->cli->options.is_practice = false;
	return screens_join(run->cli, &run->open, wish, ret_joined, err);
}

static const char *
host_joined(void *context)
{
	struct screens_run *run = context;

	return screens_joined(run->cli, &run->open);
}

static enum fail
host_suggest(void *context, struct buf *out, struct err *err)
{
	struct screens_run *run = context;
	scoped_arena arena = arena_new();
	struct problems problems = { .arena = arena };
	struct passphrase_rules rules = { 0 };
	const char *path = arena_print(arena, "%s/data/words-id.txt",
	    run->cli->assets);
	char *bytes = NULL;
	size_t size = 0;
	enum fail fail;

	fail = file_read(path, WORDS_FILE_MAX, arena, &bytes, &size, err);
	if (!fail)
		fail = passphrase_words_read("data/words-id.txt", bytes, size,
		    &problems, &rules, err);
	if (fail)
		return fail;
	passphrase_suggest(&rules, &run->cli->world.entropy, out);
	return FAIL_NONE;
}

/* A new practice register is filled with sample people and cases. */
static enum fail
fill_practice(struct screens_run *run, struct err *err)
{
	const struct demo_options options = { 0 };
	struct demo_clock demo = {
		.now_ms = clock_now(&run->cli->world.clock) };
	const struct clock real = run->cli->world.clock;
	scoped_register open = { 0 };
	size_t applications = 0;
	bool has_officers = false;
	enum fail fail;

	run->cli->world.clock = demo_clock(&demo);
	fail = open_it(run, true, "L99", &open, err);
	run->cli->world.clock = real;
	if (!fail)
		fail = desk_has_officers(open.desk, &has_officers, err);
	if (fail || has_officers)
		return fail;
	return desk_demo(open.desk, &demo, &options, &applications, err);
}

/* The first officer of the sample people works. */
static enum fail
sign_in_somebody(struct desk *desk, struct err *err)
{
	scoped_arena arena = arena_new();
	struct officer *officers = NULL;
	size_t n = 0;
	enum fail fail;

	fail = desk_officers(desk, arena, &officers, &n, err);
	if (fail)
		return fail;
	for (size_t i = 0; i < n; i++)
		if (officers[i].is_active &&
		    (officers[i].roles & ROLE_BIT(ROLE_CHECKER)) != 0)
			return desk_sign_in(desk, officers[i].staff_id, "",
			    NULL, err);
	return fail_say(err, FAIL_MISSING, "cli.no-sample-officer", NULL);
}

static enum fail
host_practise(void *context, struct desk **ret_desk, struct err *err)
{
	struct screens_run *run = context;
	enum fail fail;

	fail = take_lock(run, true, err);
	if (!fail)
		fail = fill_practice(run, err);
	if (!fail)
		fail = open_it(run, true, NULL, &run->open, err);
	if (!fail)
		fail = sign_in_somebody(run->open.desk, err);
	if (fail)
		return fail;
	*ret_desk = run->open.desk;
	return FAIL_NONE;
}

/* Papers wait beside the register they belong to. */
static const char *
host_spool(void *context)
{
	struct screens_run *run = context;
	const char *path = store_path(run->open.store);
	const char *slash = strrchr(path, '/');

	return arena_print(run->cli->arena, "%.*s/spool", (int)(slash - path),
	    path);
}

/* `loket sync` on this register, by itself. */
static enum fail
host_exchange(void *context, const char *cause, struct err *err)
{
	struct screens_run *run = context;
	struct arena *arena = run->cli->arena;
	const char *path = store_path(run->open.store);
	const char *argv[] = { "/proc/self/exe", "--data",
		arena_print(arena, "%.*s", (int)(strrchr(path, '/') - path),
		path), "--assets", run->cli->assets, "sync", "--quiet",
		"--cause", cause, NULL };

	if (!spawn_gone(run->exchange))
		return fail_say(err, FAIL_BUSY, "exchange.busy", NULL);
	return spawn_alone(argv, &run->exchange, err);
}

static enum fail
host_stop_exchange(void *context, int64_t pid, struct err *err)
{
	(void)context;
	return spawn_ask_to_end((pid_t)pid, err);
}

/* Open what there is: a counter that is set up, the practice, or nothing. */
static enum fail
open_register(struct screens_run *run, struct err *err)
{
	struct desk *desk = NULL;
	enum fail fail;

	run->is_set_up = run->cli->options.is_practice;
	if (run->is_set_up)
		return host_practise(run, &desk, err);
	fail = take_lock(run, false, err);
	if (fail)
		return fail;
	fail = open_it(run, false, NULL, &run->open, err);
	if (fail == FAIL_MISSING)
		return FAIL_NONE;
	if (!fail)
		fail = desk_has_officers(run->open.desk, &run->is_set_up,
		    err);
	return fail;
}

static enum fail
show(struct screens_run *run, struct err *err)
{
	const struct app_host host = { host_set_up, host_join, host_joined,
		screens_invitations, host_suggest, host_practise, host_spool,
		host_exchange, host_stop_exchange, run };
	struct cli *cli = run->cli;
	struct signals *signals = signals_watch();
	const struct term_options wanted = {
		.type = world_variable("TERM"),
		.theme = cli->options.is_mono ? THEME_MONO : THEME_BIRU,
		.is_ascii = cli->is_ascii,
		.has_mark = cli->world.has_mark,
		.stop = &signals->stop,
		.wakes = &signals->wakes,
		.rescue = &signals->rescue,
	};
	struct app_options options = {
		.desk = run->is_set_up ? run->open.desk : NULL,
		.host = &host,
		.clock = cli->world.clock,
		.entropy = cli->world.entropy,
		.is_practice = cli->options.is_practice,
		.is_plain = cli->options.is_plain,
		.is_ascii = cli->is_ascii,
		.assets = cli->assets,
		.notice = cli->identity,
	};
	scoped_term term = NULL;
	enum fail fail;

	fail = term_open(&wanted, &term, err);
	if (fail)
		return fail;
	options.term = term;
	return app_run(&options, err);
}

int
screens_run(struct cli *cli)
{
	struct screens_run run = { .cli = cli, .lock = LOCK_NONE };
	struct err err = { 0 };
	enum fail fail;

	fail = open_register(&run, &err);
	if (!fail)
		fail = show(&run, &err);
	cli_register_close(&run.open);
	if (run.lock != LOCK_NONE)
		close(run.lock);
	return fail ? cli_fail(cli, &err) : CLI_DONE;
}
