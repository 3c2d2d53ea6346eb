/* loket check: is what is stored what was done? */

#include <getopt.h>
#include <string.h>

#include "base/text.h"
#include "cli/command.h"
#include "cli/json.h"
#include "cli/register.h"
#include "desk/session.h"
#include "screens/words.h"
#include "store/check.h"

enum { REPAIR = 256, JSON, AS, FD };

static const struct option known[] = {
	{ "repair", no_argument, NULL, REPAIR },
	{ "json", no_argument, NULL, JSON },
	{ "as", required_argument, NULL, AS },
	{ "passphrase-fd", required_argument, NULL, FD },
	{ NULL, 0, NULL, 0 },
};

struct request {
	bool is_repair, is_json;
	const char *officer; /* who repairs */
	int fd;
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
		case REPAIR: request->is_repair = true; break;
		case JSON: request->is_json = true; break;
		case AS: request->officer = optarg; break;
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

/* Findings quote what stands in the file, which may be anything. */
static void
put_sentence(struct cli *cli, const struct fact *fact)
{
	scoped_buf sentence = { 0 }, clean = { 0 };

	buf_init(&sentence, 4096);
	buf_init(&clean, 8192);
	words_say(fact, &sentence);
	text_sanitise(sentence.text, sentence.size, &clean);
	fprintf(cli->out, "%s\n", clean.text);
}

static void
put_json(struct cli *cli, const struct request *request,
    const struct findings *findings)
{
	struct json json = json_start(cli->out);

	json_object(&json, NULL);
	json_boolean(&json, "repaired", request->is_repair);
	json_integer(&json, "rows", findings->rows);
	json_integer(&json, "entries", findings->entries);
	json_integer(&json, "problems", (int64_t)findings->total);
	json_array(&json, "findings");
	for (size_t i = 0; i < findings->n; i++) {
		const struct fact *fact = &findings->list[i];

		json_object(&json, NULL);
		json_text(&json, "code", fact->code);
		json_array(&json, "args");
		for (int j = 0; j < FACT_ARGS && fact->arg[j][0] != '\0'; j++)
			json_text(&json, NULL, fact->arg[j]);
		json_end(&json);
		json_end(&json);
	}
	json_end(&json);
	json_end(&json);
}

/* No repair helps a file that cannot be read, or what no log knows. */
static bool
is_damaged(const struct findings *findings)
{
	for (size_t i = 0; i < findings->n; i++)
		if (strcmp(findings->list[i].code, "finding.damaged") == 0 ||
		    strcmp(findings->list[i].code, "finding.asset") == 0)
			return true;
	return false;
}

static void
put_text(struct cli *cli, const struct request *request,
    const struct findings *findings)
{
	struct fact count = { 0 };

	for (size_t i = 0; i < findings->n; i++)
		put_sentence(cli, &findings->list[i]);
	fact_arg(&count, 0, "%zu", findings->total);
	fact_arg(&count, 1, "%lld", (long long)findings->rows);
	fact_arg(&count, 2, "%lld", (long long)findings->entries);
	if (findings->total == 0)
		cli_say(cli, "check.fine", count.arg[1], count.arg[2], NULL);
	else if (is_damaged(findings))
		cli_say(cli, "check.restore", count.arg[0], NULL);
	else if (request->is_repair)
		cli_say(cli, "check.repaired", count.arg[0], NULL);
	else
		cli_say(cli, "check.found", count.arg[0], NULL);
}

/* A repair is somebody's act: he signs in, also where nothing else writes. */
static enum fail
repair(struct cli *cli, const struct request *request,
    struct cli_register *reg, struct findings *findings, struct err *err)
{
	enum fail fail = cli_register_desk(cli, reg, err);

	if (!fail)
		fail = cli_sign_in(cli, reg->desk, request->officer,
		    request->fd, err);
	if (!fail)
		fail = desk_demand(reg->desk, ACTION_MAINTAIN, err);
	if (fail)
		return fail;
	return store_repair(reg->store, desk_officer(reg->desk)->staff_id,
	    findings, err);
}

/* A file too damaged to be opened is what the check was to find. */
static void
note_damage(struct findings *findings, const struct err *err)
{
	findings->list = arena_alloc(findings->arena, sizeof *findings->list);
	fact_set(findings->list, "finding.damaged", err->text, NULL);
	findings->n = findings->total = 1;
}

int
cmd_check(struct cli *cli, int argc, char **argv)
{
	struct findings findings = { .arena = cli->arena };
	scoped_register reg = { 0 };
	struct request request = { .fd = -1 };
	struct fact fact = { 0 };
	struct err err = { 0 };
	enum fail fail;

	if (!read_options(argc, argv, &request, &fact))
		return cli_usage_fact(cli, &fact);
	fail = cli_register_open(cli, request.is_repair ? REGISTER_WRITES
	    : REGISTER_READS, NULL, &reg, &err);
	if (!fail && request.is_repair)
		fail = repair(cli, &request, &reg, &findings, &err);
	else if (!fail)
		fail = store_check(reg.store, &findings, &err);
	if (fail == FAIL_CORRUPT && !request.is_repair) {
		note_damage(&findings, &err);
		fail = FAIL_NONE;
	}
	if (fail)
		return cli_fail(cli, &err);
	if (request.is_json)
		put_json(cli, &request, &findings);
	else
		put_text(cli, &request, &findings);
	return findings.total == 0 || request.is_repair ? CLI_DONE
	    : CLI_PROBLEM;
}
