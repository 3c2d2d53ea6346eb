#include <unistd.h>

#include "cli/command.h"

int
cmd_desk(struct cli *cli, int argc, char **argv)
{
	(void)argc;
	(void)argv;
	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
		return cli_usage(cli, "cli.no-terminal", NULL);
	return CLI_DONE;
}
