#include <unistd.h>

#include "base/guard.h"
#include "cli/command.h"
#include "cli/screens_run.h"

/* Whatever happens to the screens, the terminal is given back. */
static int
open_guarded(struct cli *cli)
{
	struct err err = { 0 };
	struct guard guard;

	if (guard_terminal(&guard, &err) != FAIL_NONE)
		return cli_fail(cli, &err);
	if (!guard.is_watcher)
		return screens_run(cli);
	if (!guard.was_killed)
		return guard.status;
	cli_say(cli, "cli.killed", NULL);
	return CLI_FAILED;
}

int
cmd_desk(struct cli *cli, int argc, char **argv)
{
	(void)argc;
	(void)argv;
	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
		return cli_usage(cli, "cli.no-terminal", NULL);
	return cli->world.is_guarded ? open_guarded(cli) : screens_run(cli);
}
