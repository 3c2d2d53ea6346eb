#ifndef CLI_CLI_H
#define CLI_CLI_H

#include <stdbool.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/err.h"
#include "cli/options.h"
#include "cli/world.h"

/* One run of the program: what a subcommand is given. Data goes to out,
 * sentences for people go to messages. */
struct cli {
	struct options options;
	struct world world;
	struct arena *arena; /* lives as long as the run */
	FILE *out;
	FILE *messages;
	const char *assets; /* folder that holds data/ and forms/ */
	bool is_ascii;      /* no UTF-8 locale was to be had */
	struct fact identity; /* a new life began: cli/identity.h */
};

/* How the program ends. */
enum cli_exit {
	CLI_DONE = 0,
	CLI_FAILED = 1,
	CLI_USAGE = 2,
	CLI_PROBLEM = 3, /* a check found something */
	CLI_LOCKED = 4,  /* another process holds it */
	CLI_LATER = 75,  /* the share is not reachable: try again */
};

/* Run the program with the words of its command line; returns its exit. */
int cli_run(struct cli *cli, int argc, char **argv) must_check nonnull(1, 3);

/* Say the sentence of a code, arguments filled in and ended by NULL. */
void cli_say(struct cli *cli, const char *code, ...) sentinel nonnull(1, 2);

/* Say what failed; returns the exit for its kind (busy: CLI_LOCKED). */
int cli_fail(struct cli *cli, const struct err *err) nonnull(1, 2);

/* Say what is wrong with the command line; returns CLI_USAGE. */
int cli_usage(struct cli *cli, const char *code, ...) sentinel nonnull(1, 2);
int cli_usage_fact(struct cli *cli, const struct fact *fact) nonnull(1, 2);

#endif
