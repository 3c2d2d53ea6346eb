/* loket share-serve: the child of a sync, which alone touches the share. */

#include <sys/stat.h>
#include <unistd.h>

#include "base/child.h"
#include "cli/command.h"
#include "sync/share_remote.h"

int
cmd_share(struct cli *cli, int argc, char **argv)
{
	struct share_direct direct = {
		.entropy = cli->world.entropy,
		.failpoint = &cli->world.failpoint,
	};

	if (argc != 2 || argv[1][0] != '/')
		return cli_usage(cli, "cli.command-unknown", argv[0], NULL);
	direct.root = argv[1];
	child_follow_parent();
	/* What lies on the share is for every counter to read. */
	umask(022);
	return share_serve(&direct, STDIN_FILENO, STDOUT_FILENO) ? CLI_DONE :
								   CLI_FAILED;
}
