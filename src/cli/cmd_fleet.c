/* loket fleet: which counters belong together. */

#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "cli/command.h"
#include "cli/fleet.h"
#include "cli/folder.h"
#include "sync/container.h"
#include "sync/share_direct.h"

/* Enough for a day of thirty machines and a week of illness; a year at most. */
enum { DAYS_DEFAULT = 14, DAYS_MAX = 366 };

enum { AS = 256, FD, ADMIN_KEY, PAPER, SHARE, TO, DAYS, JSON };

static const struct option known[] = {
	{ "as", required_argument, NULL, AS },
	{ "passphrase-fd", required_argument, NULL, FD },
	{ "admin-key", required_argument, NULL, ADMIN_KEY },
	{ "paper", no_argument, NULL, PAPER },
	{ "share", required_argument, NULL, SHARE },
	{ "to", required_argument, NULL, TO },
	{ "days", required_argument, NULL, DAYS },
	{ "json", no_argument, NULL, JSON },
	{ NULL, 0, NULL, 0 },
};

struct act {
	const char *name;
	enum fail (*run)(struct cli *cli, const struct fleet_request *request,
	    struct err *err);
	size_t least, most; /* words after the name */
};

static const struct act acts[] = {
	{ "create", cli_fleet_create, 0, 0 },
	{ "gap", cli_fleet_gap, 2, 3 },
	{ "invite", cli_fleet_invite, 1, 1000 },
	{ "join", cli_fleet_join, 1, 1 },
	{ "list", cli_fleet_list, 0, 0 },
	{ "retire", cli_fleet_retire, 1, 1 },
	{ "share", cli_fleet_share, 1, 1 },
};

static bool
read_days(const char *text, int *days, struct fact *fact)
{
	if (text_is_digits(text, 0) && strlen(text) <= 3) {
		*days = (int)strtol(text, NULL, 10);
		if (*days >= 1 && *days <= DAYS_MAX)
			return true;
	}
	fact_set(fact, "fleet.days", text, NULL);
	return false;
}

static bool
read_option(
    int answer, char **argv, struct fleet_request *request, struct fact *fact)
{
	switch (answer) {
	case AS: request->as = optarg; return true;
	case ADMIN_KEY: request->admin_path = optarg; return true;
	case PAPER: request->is_paper = true; return true;
	case SHARE: request->share = optarg; return true;
	case TO: request->to = optarg; return true;
	case JSON: request->is_json = true; return true;
	case DAYS: return read_days(optarg, &request->days, fact);
	case FD:
		if (cli_read_fd(optarg, &request->fd))
			return true;
		fact_set(fact, "cli.wrong-fd", optarg, NULL);
		return false;
	default: options_wrong(answer, argv, known, fact); return false;
	}
}

/* Options and words may stand in any order. */
static bool
read_words(int argc, char **argv, const struct act **act,
    struct fleet_request *request, struct fact *fact)
{
	int answer;

	opterr = 0;
	optind = 0;
	while ((answer = getopt_long(argc, argv, ":", known, NULL)) != -1)
		if (!read_option(answer, argv, request, fact))
			return false;
	*act = NULL;
	for (size_t i = 0; optind < argc && i < array_length(acts); i++)
		if (strcmp(acts[i].name, argv[optind]) == 0)
			*act = &acts[i];
	if (*act != NULL) {
		request->words = argv + optind + 1;
		request->n_words = (size_t)(argc - optind - 1);
		if (request->n_words >= (*act)->least &&
		    request->n_words <= (*act)->most)
			return true;
	}
	fact_set(fact, "fleet.usage", NULL);
	return false;
}

int
cmd_fleet(struct cli *cli, int argc, char **argv)
{
	struct fleet_request request = { .fd = -1, .days = DAYS_DEFAULT };
	const struct act *act;
	struct fact fact = { 0 };
	struct err err = { 0 };

	if (!read_words(argc, argv, &act, &request, &fact))
		return cli_usage_fact(cli, &fact);
	return act->run(cli, &request, &err) ? cli_fail(cli, &err) : CLI_DONE;
}

enum fail
cli_fleet_open(struct cli *cli, struct fleet *ret_fleet, struct err *err)
{
	const char *folder;
	enum fail fail = cli_folder(cli, &folder, err);

	return fail ? fail : fleet_open(folder, cli->arena, ret_fleet, err);
}

enum fail
cli_fleet_admin_path(struct cli *cli, const struct fleet_request *request,
    const char **ret_path, struct err *err)
{
	const char *folder;
	enum fail fail = FAIL_NONE;

	*ret_path = request->admin_path;
	if (*ret_path != NULL)
		return FAIL_NONE;
	fail = cli_folder(cli, &folder, err);
	if (!fail)
		*ret_path =
		    arena_print(cli->arena, "%s/fleet/admin.key", folder);
	return fail;
}

enum fail
cli_fleet_admin(struct cli *cli, const struct fleet_request *request,
    const struct fleet *fleet, struct admin *ret_admin, struct err *err)
{
	char secret[SECRET_SIZE] = "";
	const char *path;
	enum fail fail = cli_fleet_admin_path(cli, request, &path, err);

	if (!fail && (request->is_paper || !cli->options.is_practice))
		fail = cli_secret(cli, request->fd,
		    request->is_paper ? "fleet.ask-paper" : "fleet.ask-admin",
		    secret, err);
	if (fail)
		return fail;
	fail = request->is_paper ?
	    admin_from_paper(&fleet->roster, secret, ret_admin, err) :
	    admin_read(path, secret, ret_admin, err);
	forget(secret, sizeof secret);
	return fail;
}

enum fail
cli_fleet_absolute(struct cli *cli, const char **path, struct err *err)
{
	char here[4096];

	if (**path == '/')
		return FAIL_NONE;
	if (getcwd(here, sizeof here) == NULL)
		return fail_errno(err, "working folder");
	*path = arena_print(cli->arena, "%s/%s", here, *path);
	return FAIL_NONE;
}

enum fail
cli_fleet_mark(struct cli *cli, const struct fleet *fleet, const char *path,
    struct err *err)
{
	struct share_direct direct = {
		.root = path,
		.entropy = cli->world.entropy,
	};
	struct share share = share_direct(&direct);
	struct share_file file = { .path = "fleet", .kind = SHARE_PLAIN };
	scoped_buf text = { 0 };
	struct id other;
	int64_t ms;
	enum fail fail;

	buf_init(&text, MARKER_SIZE_MAX);
	fail = share_get(&share, "fleet", MARKER_SIZE_MAX, &text, err);
	if (!fail)
		fail = marker_parse(text.text, text.size, &other, err);
	if (!fail && !id_equal(&other, &fleet->keyring.fleet))
		fail = fail_say(
		    err, FAIL_CONFLICT, "fleet.share-taken", path, NULL);
	if (fail != FAIL_MISSING)
		return fail;
	buf_clear(&text);
	marker_print(&fleet->keyring.fleet, &cli->world.entropy, &text);
	file.bytes = text.text;
	file.size = text.size;
	return share_put(&share, &file, &ms, err);
}
