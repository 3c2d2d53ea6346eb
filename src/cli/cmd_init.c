/* loket init: a register for this counter, and its first officer. */

#include <getopt.h>
#include <string.h>
#include <unistd.h>

#include "base/crypto.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/register.h"
#include "desk/desk.h"
#include "desk/officer.h"
#include "desk/session.h"
#include "screens/words.h"
#include "store/store.h"

enum { STATION = 256, OFFICER, NAME, POST, FD };

static const struct option known[] = {
	{ "station", required_argument, NULL, STATION },
	{ "officer", required_argument, NULL, OFFICER },
	{ "name", required_argument, NULL, NAME },
	{ "post", required_argument, NULL, POST },
	{ "passphrase-fd", required_argument, NULL, FD },
	{ NULL, 0, NULL, 0 },
};

struct request {
	const char *station;
	struct officer officer;
	int fd; /* of the passphrase; -1: the terminal */
};

static bool
read_options(int argc, char **argv, struct request *request,
    struct fact *fact)
{
	int answer;

	opterr = 0;
	optind = 0;
	while ((answer = getopt_long(argc, argv, ":", known, NULL)) != -1)
		switch (answer) {
		case STATION: request->station = optarg; break;
		case OFFICER: request->officer.staff_id = optarg; break;
		case NAME: request->officer.name = optarg; break;
		case POST: request->officer.post = optarg; break;
		case FD:
			if (cli_read_fd(optarg, &request->fd))
				break;
			fact_set(fact, "cli.wrong-fd", optarg, NULL);
			return false;
		default: options_wrong(answer, argv, known, fact); return false;
		}
	if (optind < argc)
		fact_set(fact, "cli.word-too-many", argv[optind], NULL);
	return optind >= argc;
}

/* What an option did not say is asked, where somebody can answer. */
static void
ask(struct cli *cli, const char *prompt, const char **text)
{
	char line[SECRET_SIZE];
	size_t n = 0;

	if (*text != NULL || !isatty(STDIN_FILENO))
		return;
	fprintf(cli->messages, "%s: ", words(prompt));
	fflush(cli->messages);
	while (n < sizeof line - 1 && read(STDIN_FILENO, &line[n], 1) == 1 &&
	    line[n] != '\n')
		n++;
	line[n] = '\0';
	*text = arena_text(cli->arena, line);
}

static void
ask_all(struct cli *cli, struct request *request)
{
	ask(cli, "init.ask-station", &request->station);
	ask(cli, "init.ask-officer", &request->officer.staff_id);
	ask(cli, "init.ask-name", &request->officer.name);
}

static enum fail
make(struct cli *cli, const struct request *request, struct err *err)
{
	scoped_register reg = { 0 };
	char secret[SECRET_SIZE] = "";
	enum fail fail;
	bool has;

	fail = cli_register_open(cli, REGISTER_CREATES, request->station, &reg,
	    err);
	if (!fail)
		fail = cli_register_desk(cli, &reg, err);
	if (!fail)
		fail = desk_has_officers(reg.desk, &has, err);
	if (fail)
		return fail;
	if (has)
		return fail_say(err, FAIL_CONFLICT, "officer.not-first", NULL);
	if (!desk_is_practice(reg.desk))
		fail = cli_new_passphrase(cli, reg.desk, request->fd, secret,
		    err);
	if (!fail)
		fail = desk_officer_first(reg.desk, &request->officer, secret,
		    err);
	forget(secret, sizeof secret);
	if (!fail)
		cli_say(cli, "init.done", request->station,
		    request->officer.name, store_path(reg.store), NULL);
	return fail;
}

int
cmd_init(struct cli *cli, int argc, char **argv)
{
	struct request request = { .fd = -1 };
	struct fact fact = { 0 };
	struct err err = { 0 };

	if (!read_options(argc, argv, &request, &fact))
		return cli_usage_fact(cli, &fact);
	ask_all(cli, &request);
	if (request.station == NULL || request.officer.staff_id == NULL ||
	    request.officer.name == NULL)
		return cli_usage(cli, "init.usage", NULL);
	return make(cli, &request, &err) ? cli_fail(cli, &err) : CLI_DONE;
}
