#include "cli/cli.h"

#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "base/crypto.h"
#include "cli/command.h"
#include "cli/signals.h"
#include "screens/words.h"

static int
show_version(struct cli *cli)
{
	fprintf(cli->out, "loket %s\n%s\n", LOKET_VERSION,
	    words("help.licence"));
	return CLI_DONE;
}

/* The list has the first line of each command's help. */
static int
show_help(struct cli *cli)
{
	size_t n;
	const struct command *command = commands(&n);

	fprintf(cli->out, "%s\n", words("help.usage"));
	for (size_t i = 0; i < n; i++) {
		const char *help = words(command[i].help);

		fprintf(cli->out, "  %-9s %.*s\n", command[i].name,
		    (int)strcspn(help, "\n"), help);
	}
	return CLI_DONE;
}

static bool
asks_help(int argc, char **argv)
{
	for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++)
		if (strcmp(argv[i], "--help") == 0)
			return true;
	return false;
}

static int
unknown(struct cli *cli, const char *name)
{
	const char *likely = command_likely(name);

	if (likely != NULL)
		return cli_usage(cli, "cli.command-likely", name, likely,
		    NULL);
	return cli_usage(cli, "cli.command-unknown", name, NULL);
}

static int
run_command(struct cli *cli, int argc, char **argv)
{
	const struct command *command;

	if (argc == 0)
		return cmd_desk(cli, argc, argv);
	if (strcmp(argv[0], CMD_SHARE) == 0)
		return cmd_share(cli, argc, argv);
	command = command_named(argv[0]);
	if (command == NULL)
		return unknown(cli, argv[0]);
	if (asks_help(argc, argv)) {
		fprintf(cli->out, "%s\n", words(command->help));
		return CLI_DONE;
	}
	return command->run(cli, argc, argv);
}

static int
run(struct cli *cli, int argc, char **argv)
{
	struct err err = { 0 };
	struct fact fact = { 0 };
	int rest;

	if (!options_read(argc, argv, &cli->options, &rest, &fact))
		return cli_usage_fact(cli, &fact);
	if (cli->options.wants_help)
		return show_help(cli);
	if (cli->options.wants_version)
		return show_version(cli);
	cli->assets = cli->options.assets;
	if (cli->assets == NULL)
		cli->assets = PKGDATADIR;
	if (crypto_start(&err) != FAIL_NONE)
		return cli_fail(cli, &err);
	return run_command(cli, argc - rest, argv + rest);
}

/*
 * Files are their owner's; a core file would hold names of applicants. Where
 * descriptions of terminals lie is not for the environment to say: a hostile
 * one would be obeyed (measured).
 */
static void
start(struct cli *cli)
{
	static const char *const untrusted[] = { "TERMINFO", "TERMINFO_DIRS",
		"TERMCAP", "TERMPATH" };
	const struct rlimit none = { 0, 0 };

	for (size_t i = 0; i < array_length(untrusted); i++)
		world_forget(untrusted[i]);
	umask(077);
	setrlimit(RLIMIT_CORE, &none);
	signals_ignore();
	cli->is_ascii = !term_locale();
}

int
cli_run(struct cli *cli, int argc, char **argv)
{
	int answer;

	start(cli);
	answer = run(cli, argc, argv);
	/* What was to be read by another program must have arrived whole. */
	if (fflush(cli->out) != 0 || ferror(cli->out)) {
		cli_say(cli, "cli.output", NULL);
		return answer == CLI_DONE ? CLI_FAILED : answer;
	}
	return answer;
}
