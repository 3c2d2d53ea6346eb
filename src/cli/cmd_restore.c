/* loket restore: a backup in place of the register, as a new life. */

#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/file.h"
#include "cli/command.h"
#include "cli/folder.h"
#include "cli/identity.h"
#include "cli/register.h"
#include "store/bundle.h"
#include "store/check.h"
#include "store/self.h"
#include "store/store.h"

enum { YES = 256 };

static const struct option known[] = {
	{ "yes", no_argument, NULL, YES },
	{ NULL, 0, NULL, 0 },
};

struct restore {
	struct cli *cli;
	bool is_agreed;            /* --yes */
	const char *from;          /* the backup */
	const char *folder, *path; /* data folder, register in it */
	struct store *backup;
	struct store *present; /* NULL: none, or it cannot be read */
	bool has_present;      /* there is a file */
	int screen_lock, sync_lock;
};

static void
restore_done(struct restore *restore)
{
	store_close(restore->backup);
	store_close(restore->present);
	if (restore->screen_lock >= 0)
		close(restore->screen_lock);
	if (restore->sync_lock >= 0)
		close(restore->sync_lock);
}
#define scoped_restore scoped(restore_done) struct restore

static bool
read_options(int argc, char **argv, struct restore *restore, struct fact *fact)
{
	int answer;

	opterr = 0;
	optind = 0;
	while ((answer = getopt_long(argc, argv, ":", known, NULL)) != -1) {
		if (answer != YES) {
			options_wrong(answer, argv, known, fact);
			return false;
		}
		restore->is_agreed = true;
	}
	restore->from = argv[optind];
	if (argc - optind == 1)
		return true;
	fact_set(fact, "restore.usage", NULL);
	return false;
}

static enum fail
absolute(struct cli *cli, const char **path, struct err *err)
{
	char here[4096];

	if (**path == '/')
		return FAIL_NONE;
	if (getcwd(here, sizeof here) == NULL)
		return fail_errno(err, "working folder");
	*path = arena_print(cli->arena, "%s/%s", here, *path);
	return FAIL_NONE;
}

static enum fail
open_store(const struct restore *restore, const char *path, const char *station,
    struct store **ret_store, struct err *err)
{
	const struct cli *cli = restore->cli;
	struct store_options options = {
		.clock = cli->world.clock,
		.entropy = cli->world.entropy,
		.station = station,
		.is_read_only = true,
		.is_practice = cli->options.is_practice,
	};

	return store_open(path, &options, ret_store, err);
}

/* Every page, every entry of the log, every record. */
static enum fail
verify(const struct restore *restore, struct err *err)
{
	const struct fact *refusal = store_refusal(restore->backup);
	struct findings findings = { .arena = restore->cli->arena };
	enum fail fail = store_health(restore->backup, err);

	if (!fail)
		fail = store_check(restore->backup, &findings, err);
	if (!fail && findings.total > 0)
		return fail_say(
		    err, FAIL_CORRUPT, "restore.unsound", restore->from, NULL);
	if (!fail && refusal != NULL &&
	    strcmp(refusal->code, "store.read-only") != 0)
		return fail_say(
		    err, FAIL_CONFLICT, refusal->code, refusal->arg[0], NULL);
	return fail;
}

/* The backup, verified, and the register it is to replace, if it opens. */
static enum fail
open_both(struct restore *restore, struct err *err)
{
	struct cli *cli = restore->cli;
	const char *station = NULL;
	struct stat status;
	struct err why = { 0 };
	enum fail fail = cli_folder(cli, &restore->folder, err);

	if (!fail)
		fail = cli_register_path(cli, &restore->path, err);
	if (!fail)
		fail = absolute(cli, &restore->from, err);
	if (fail)
		return fail;
	restore->has_present = lstat(restore->path, &status) == 0;
	if (restore->has_present &&
	    open_store(restore, restore->path, NULL, &restore->present, &why) ==
		0)
		station = store_station(restore->present);
	fail =
	    open_store(restore, restore->from, station, &restore->backup, err);
	return fail ? fail : verify(restore, err);
}

static const char *
moment(const struct restore *restore, struct store *store)
{
	struct local_time time;
	char date[DATE_TEXT_SIZE];
	int64_t ms = 0;

	if (store_last_ms(store, &ms, NULL) || ms == 0)
		return "-";
	time = local_time(ms);
	date_print(time.date, date);
	return arena_print(
	    restore->cli->arena, "%s %02d:%02d", date, time.hour, time.minute);
}

static int32_t
end_in(const struct series_end *list, size_t n, const struct series_end *one)
{
	for (size_t i = 0; i < n; i++)
		if (list[i].book == one->book && list[i].year == one->year &&
		    list[i].letter == one->letter)
			return list[i].last;
	return 0;
}

static const char *
number_of(const struct restore *restore, const struct series_end *series,
    int32_t sequence)
{
	struct register_number number = {
		.book = series->book,
		.series = series->letter,
		.year = series->year,
		.sequence = sequence,
	};
	char text[REGISTER_NUMBER_SIZE];

	snprintf(number.station, sizeof number.station, "%s",
	    store_station(restore->backup));
	register_number_print(&number, text);
	return arena_text(restore->cli->arena, text);
}

/* Numbers that were given since the backup: papers with them are out. */
static enum fail
say_numbers(const struct restore *restore, struct err *err)
{
	struct arena *arena = restore->cli->arena;
	struct series_end *then, *now;
	size_t n_then, n_now;
	enum fail fail =
	    store_series_ends(restore->backup, arena, &then, &n_then, err);

	if (!fail)
		fail = store_series_ends(
		    restore->present, arena, &now, &n_now, err);
	for (size_t i = 0; !fail && i < n_now; i++) {
		int32_t last = end_in(then, n_then, &now[i]);

		if (last < now[i].last)
			cli_say(restore->cli, "restore.numbers",
			    number_of(restore, &now[i], last + 1),
			    number_of(restore, &now[i], now[i].last), NULL);
	}
	return fail;
}

/* Entries of the log that the share has already. */
static enum fail
shared_entries(const struct restore *restore, int64_t *ret_seq, struct err *err)
{
	struct bundles bundles = { .arena = restore->cli->arena };
	enum fail fail =
	    store_bundles_own(restore->present, BUNDLE_SENT, &bundles, err);

	*ret_seq = 0;
	for (size_t i = 0; !fail && i < bundles.n; i++)
		if (bundles.list[i].last > *ret_seq)
			*ret_seq = bundles.list[i].last;
	return fail;
}

/* What is in the register and not in the backup. */
static enum fail
say_losses(const struct restore *restore, struct err *err)
{
	struct cli *cli = restore->cli;
	int64_t then = 0, now = 0, shared = 0;
	enum fail fail = store_last_entry(restore->backup, &then, err);

	cli_say(cli, "restore.backup", store_station(restore->backup),
	    moment(restore, restore->backup), NULL);
	if (fail || !restore->has_present)
		return fail;
	if (restore->present == NULL) {
		cli_say(cli, "restore.unreadable", NULL);
		return FAIL_NONE;
	}
	fail = store_last_entry(restore->present, &now, err);
	if (!fail)
		fail = shared_entries(restore, &shared, err);
	if (fail)
		return fail;
	if (shared < then)
		shared = then;
	if (shared > now)
		shared = now;
	cli_say(cli, "restore.losses", moment(restore, restore->present),
	    arena_print(
		cli->arena, "%lld", (long long)(now > then ? now - then : 0)),
	    arena_print(cli->arena, "%lld",
		(long long)(now > then ? shared - then : 0)),
	    NULL);
	return say_numbers(restore, err);
}

/* Nobody works on the register meanwhile. */
static enum fail
take_locks(struct restore *restore, struct err *err)
{
	struct cli *cli = restore->cli;
	enum fail fail = folder_make(restore->folder, 0700, err);

	if (!fail)
		fail = file_lock(
		    arena_print(cli->arena, "%s/screen.lock", restore->folder),
		    &restore->screen_lock, err);
	if (!fail)
		fail = file_lock(
		    arena_print(cli->arena, "%s/sync.lock", restore->folder),
		    &restore->sync_lock, err);
	if (fail == FAIL_BUSY)
		return fail_say(
		    err, FAIL_BUSY, "restore.busy", restore->folder, NULL);
	return fail;
}

/* The register and what SQLite has beside it, into a folder of their own. */
static enum fail
put_aside(const struct restore *restore, struct err *err)
{
	static const char *const ends[] = { "-wal", "-shm", "" };
	struct arena *arena = restore->cli->arena;
	struct local_time now =
	    local_time(clock_now(&restore->cli->world.clock));
	char date[DATE_TEXT_SIZE];
	const char *folder;
	enum fail fail;

	if (!restore->has_present)
		return FAIL_NONE;
	date_print(now.date, date);
	folder = arena_print(arena, "%s/sebelum-dipulihkan-%s-%02d%02d%02d",
	    restore->folder, date, now.hour, now.minute, now.second);
	fail = folder_make(folder, 0700, err);
	for (size_t i = 0; !fail && i < array_length(ends); i++)
		if (rename(arena_print(arena, "%s%s", restore->path, ends[i]),
			arena_print(arena, "%s/loket.db%s", folder, ends[i])) !=
			0 &&
		    errno != ENOENT)
			fail = fail_errno(err, "rename %s", restore->path);
	if (!fail)
		cli_say(restore->cli, "restore.aside", folder, NULL);
	return fail;
}

/*
 * The copy is whole and on the disk before the register is put aside; then
 * only a rename is left to do.
 */
static enum fail
replace(struct restore *restore, struct err *err)
{
	const char *copy =
	    arena_print(restore->cli->arena, "%s.restored", restore->path);
	enum fail fail;

	(void)unlink(copy); /* of a restoring that was interrupted */
	fail = store_backup(restore->backup, copy, err);
	if (fail)
		return fail;
	store_close(restore->present);
	restore->present = NULL;
	fail = put_aside(restore, err);
	if (!fail && rename(copy, restore->path) != 0)
		fail = fail_errno(err, "rename %s", copy);
	return fail;
}

/* At the opening a new life begins, if only here. */
static enum fail
begin_life(const struct restore *restore, struct err *err)
{
	scoped_register reg = { 0 };
	struct cli *cli = restore->cli;
	enum fail fail =
	    cli_register_open(cli, REGISTER_WRITES, NULL, &reg, err);

	if (!fail && cli->identity.code[0] == '\0' && !cli->options.is_practice)
		fail = cli_identity_renew(
		    cli, reg.store, "identity.restored", NULL, err);
	return fail;
}

int
cmd_restore(struct cli *cli, int argc, char **argv)
{
	scoped_restore restore = {
		.cli = cli,
		.screen_lock = -1,
		.sync_lock = -1,
	};
	struct fact fact = { 0 };
	struct err err = { 0 };
	enum fail fail;

	if (!read_options(argc, argv, &restore, &fact))
		return cli_usage_fact(cli, &fact);
	fail = open_both(&restore, &err);
	if (!fail)
		fail = say_losses(&restore, &err);
	if (fail)
		return cli_fail(cli, &err);
	if (!restore.is_agreed) {
		cli_say(cli, "restore.agree", NULL);
		return CLI_DONE;
	}
	fail = take_locks(&restore, &err);
	if (!fail)
		fail = replace(&restore, &err);
	if (!fail)
		fail = begin_life(&restore, &err);
	if (fail)
		return cli_fail(cli, &err);
	cli_say(cli, "restore.done", NULL);
	return CLI_DONE;
}
