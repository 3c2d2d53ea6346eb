#include "cli/cli.h"

int
main(int argc, char **argv)
{
	scoped_arena arena = arena_new();
	struct cli cli = {
		.world = world_open(),
		.arena = arena,
		.out = stdout,
		.messages = stderr,
	};

	return cli_run(&cli, argc, argv);
}
