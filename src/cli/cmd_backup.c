/* loket backup: a whole copy of the register, taken while others work. */

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"
#include "cli/command.h"
#include "cli/register.h"
#include "store/check.h"
#include "store/store.h"

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

/* In a folder the copy gets a name of its own: station, day, minute. */
static void
name_in_folder(struct cli *cli, const struct store *store, const char **path)
{
	struct local_time now = local_time(clock_now(&cli->world.clock));
	char date[DATE_TEXT_SIZE];
	struct stat status;

	if (stat(*path, &status) != 0 || !S_ISDIR(status.st_mode))
		return;
	date_print(now.date, date);
	*path = arena_print(cli->arena, "%s/loket-%s-%s-%02d%02d.db", *path,
	    store_station(store), date, now.hour, now.minute);
}

int
cmd_backup(struct cli *cli, int argc, char **argv)
{
	scoped_register reg = { 0 };
	struct err err = { 0 };
	const char *path;
	enum fail fail;

	if (argc != 2 || argv[1][0] == '-')
		return cli_usage(cli, "backup.usage", NULL);
	path = argv[1];
	fail = cli_register_open(cli, REGISTER_READS, NULL, &reg, &err);
	if (!fail)
		fail = absolute(cli, &path, &err);
	if (fail)
		return cli_fail(cli, &err);
	name_in_folder(cli, reg.store, &path);
	if (store_backup(reg.store, path, &err))
		return cli_fail(cli, &err);
	fprintf(cli->out, "%s\n", path);
	return CLI_DONE;
}
