/* loket officer: who works here. */

#include <getopt.h>
#include <string.h>

#include "base/crypto.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/json.h"
#include "cli/register.h"
#include "desk/desk.h"
#include "desk/officer.h"
#include "desk/session.h"

enum { AS = 256, FD, JSON, ROLES, POST, SUPERIOR };

static const struct option known[] = {
	{ "as", required_argument, NULL, AS },
	{ "passphrase-fd", required_argument, NULL, FD },
	{ "json", no_argument, NULL, JSON },
	{ "roles", required_argument, NULL, ROLES },
	{ "post", required_argument, NULL, POST },
	{ "superior", required_argument, NULL, SUPERIOR },
	{ NULL, 0, NULL, 0 },
};

struct request {
	const char *who; /* acts */
	int fd;
	bool is_json;
	struct officer officer; /* is acted on */
};

static bool
read_roles(const char *text, unsigned *roles, struct fact *fact)
{
	char name[64];
	enum role role;

	for (*roles = 0; *text != '\0';) {
		size_t n = strcspn(text, ", ");

		if (n >= sizeof name)
			n = sizeof name - 1;
		memcpy(name, text, n);
		name[n] = '\0';
		if (!role_named(name, &role)) {
			fact_set(fact, "officer.role-unknown", name, NULL);
			return false;
		}
		*roles |= ROLE_BIT(role);
		text += n;
		text += strspn(text, ", ");
	}
	return true;
}

static bool
read_option(int answer, char **argv, struct request *request,
    struct fact *fact)
{
	switch (answer) {
	case AS: request->who = optarg; return true;
	case JSON: request->is_json = true; return true;
	case POST: request->officer.post = optarg; return true;
	case SUPERIOR: request->officer.superior = optarg; return true;
	case ROLES: return read_roles(optarg, &request->officer.roles, fact);
	case FD:
		if (cli_read_fd(optarg, &request->fd))
			return true;
		fact_set(fact, "cli.wrong-fd", optarg, NULL);
		return false;
	default: options_wrong(answer, argv, known, fact); return false;
	}
}

/* Options and words may stand in any order; the words are id and name. */
static bool
read_words(int argc, char **argv, int n_words, struct request *request,
    struct fact *fact)
{
	int answer;

	opterr = 0;
	optind = 0;
	while ((answer = getopt_long(argc, argv, ":", known, NULL)) != -1)
		if (!read_option(answer, argv, request, fact))
			return false;
	if (argc - optind != n_words) {
		fact_set(fact, "officer.usage", NULL);
		return false;
	}
	if (n_words > 0)
		request->officer.staff_id = argv[optind];
	if (n_words > 1)
		request->officer.name = argv[optind + 1];
	return true;
}

static void
put_text(struct cli *cli, const char *text)
{
	scoped_buf clean = { 0 };

	buf_init(&clean, 4096);
	text_sanitise(text, strlen(text), &clean);
	fputs(clean.text, cli->out);
}

static void
put_officer(struct cli *cli, struct json *json, const struct officer *officer)
{
	scoped_buf roles = { 0 };

	buf_init(&roles, 256);
	roles_print(officer->roles, &roles);
	if (json == NULL) {
		put_text(cli, officer->staff_id);
		fputc('\t', cli->out);
		put_text(cli, officer->name);
		fprintf(cli->out, "\t%s\t", roles.text);
		put_text(cli, officer->superior);
		fprintf(cli->out, "\t%s\n", officer->is_active ? "Y" : "T");
		return;
	}
	json_object(json, NULL);
	json_text(json, "id", officer->staff_id);
	json_text(json, "name", officer->name);
	json_text(json, "post", officer->post);
	json_text(json, "roles", roles.text);
	json_text(json, "superior", officer->superior);
	json_boolean(json, "active", officer->is_active);
	json_boolean(json, "passphrase", officer->has_passphrase);
	json_end(json);
}

static enum fail
run_list(struct cli *cli, struct desk *desk, const struct request *request,
    struct err *err)
{
	struct json json = json_start(cli->out);
	struct officer *officers;
	enum fail fail;
	size_t n;

	fail = desk_officers(desk, cli->arena, &officers, &n, err);
	if (fail)
		return fail;
	if (request->is_json)
		json_array(&json, NULL);
	for (size_t i = 0; i < n; i++)
		put_officer(cli, request->is_json ? &json : NULL,
		    &officers[i]);
	if (request->is_json)
		json_end(&json);
	return FAIL_NONE;
}

static enum fail
run_add(struct cli *cli, struct desk *desk, const struct request *request,
    struct err *err)
{
	char secret[SECRET_SIZE] = "";
	enum fail fail = desk_demand(desk, ACTION_ADMINISTER, err);

	if (!fail && !desk_is_practice(desk))
		fail = cli_new_passphrase(cli, desk, request->fd, secret, err);
	if (!fail)
		fail = desk_officer_add(desk, &request->officer, secret, err);
	forget(secret, sizeof secret);
	return fail;
}

static enum fail
run_retire(struct cli *cli, struct desk *desk, const struct request *request,
    struct err *err)
{
	(void)cli;
	return desk_officer_retire(desk, request->officer.staff_id, err);
}

static const struct {
	const char *name;
	int n_words;
	enum fail (*run)(struct cli *cli, struct desk *desk,
	    const struct request *request, struct err *err);
} acts[] = {
	{ "list", 0, run_list },
	{ "add", 2, run_add },
	{ "retire", 1, run_retire },
};

int
cmd_officer(struct cli *cli, int argc, char **argv)
{
	scoped_register reg = { 0 };
	struct request request = { .fd = -1 };
	struct fact fact = { 0 };
	struct err err = { 0 };
	size_t act = 0;
	enum fail fail;

	while (argc > 1 && act < array_length(acts) &&
	    strcmp(acts[act].name, argv[1]) != 0)
		act++;
	if (argc < 2 || act == array_length(acts))
		return cli_usage(cli, "officer.usage", NULL);
	if (!read_words(argc - 1, argv + 1, acts[act].n_words, &request,
	    &fact))
		return cli_usage_fact(cli, &fact);
	fail = cli_register_open(cli, REGISTER_WRITES, NULL, &reg, &err);
	if (!fail)
		fail = cli_register_desk(cli, &reg, &err);
	if (!fail)
		fail = cli_sign_in(cli, reg.desk, request.who, request.fd,
		    &err);
	if (!fail)
		fail = acts[act].run(cli, reg.desk, &request, &err);
	return fail ? cli_fail(cli, &err) : CLI_DONE;
}
