#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

#include <stddef.h>

#include "cli/cli.h"

/*
 * The subcommands. A command gets its own name as argv[0] and the words after
 * it, and returns the exit of the program. --help among its words is answered
 * before it is called, with the sentence of its help code: first line what it
 * does, then how it is called.
 */
struct command {
	const char *name;
	int (*run)(struct cli *cli, int argc, char **argv);
	const char *help;
};

/* All of them, by name. */
const struct command *commands(size_t *ret_n) nonnull(1);

/* NULL when there is none of that name. */
const struct command *command_named(const char *name) nonnull(1);

/* The name meant by a mistyped one; NULL when none is near. */
const char *command_likely(const char *name) nonnull(1);

int cmd_backup(struct cli *cli, int argc, char **argv) nonnull(1, 3);
int cmd_calendar(struct cli *cli, int argc, char **argv) nonnull(1, 3);
int cmd_check(struct cli *cli, int argc, char **argv) nonnull(1, 3);
int cmd_demo(struct cli *cli, int argc, char **argv) nonnull(1, 3);
int cmd_digest(struct cli *cli, int argc, char **argv) nonnull(1, 3);
int cmd_fleet(struct cli *cli, int argc, char **argv) nonnull(1, 3);
int cmd_history(struct cli *cli, int argc, char **argv) nonnull(1, 3);
int cmd_init(struct cli *cli, int argc, char **argv) nonnull(1, 3);
int cmd_officer(struct cli *cli, int argc, char **argv) nonnull(1, 3);
int cmd_restore(struct cli *cli, int argc, char **argv) nonnull(1, 3);
int cmd_sync(struct cli *cli, int argc, char **argv) nonnull(1, 3);

/*
 * What a sync starts to be its hands: serves the share in the folder that is
 * the one word after it, on standard input and output (sync/share_remote.h).
 * Not in the list, for no person has a use for it.
 */
#define CMD_SHARE "share-serve"
int cmd_share(struct cli *cli, int argc, char **argv) nonnull(1, 3);

/* Without a subcommand: the screens. */
int cmd_desk(struct cli *cli, int argc, char **argv) nonnull(1, 3);

#endif
