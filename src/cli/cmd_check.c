/* loket check: is what is stored what was done, and will it stay? */

#include <getopt.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "cli/command.h"
#include "cli/doctor.h"
#include "cli/folder.h"
#include "cli/json.h"
#include "cli/register.h"
#include "desk/session.h"
#include "screens/words.h"
#include "store/check.h"

enum { REPAIR = 256, SHARE, JSON, AS, FD };

static const struct option known[] = {
	{ "repair", no_argument, NULL, REPAIR },
	{ "share", optional_argument, NULL, SHARE },
	{ "json", no_argument, NULL, JSON },
	{ "as", required_argument, NULL, AS },
	{ "passphrase-fd", required_argument, NULL, FD },
	{ NULL, 0, NULL, 0 },
};

struct request {
	bool is_repair, is_json, wants_share;
	const char *share;   /* NULL: as the setting says */
	const char *officer; /* who repairs */
	int fd;
};

static bool
read_options(int argc, char **argv, struct request *request, struct fact *fact)
{
	int answer;

	opterr = 0;
	optind = 0;
	while ((answer = getopt_long(argc, argv, ":", known, NULL)) != -1)
		switch (answer) {
		case REPAIR: request->is_repair = true; break;
		case SHARE:
			request->wants_share = true;
			request->share = optarg;
			break;
		case JSON: request->is_json = true; break;
		case AS: request->officer = optarg; break;
		case FD:
			if (cli_read_fd(optarg, &request->fd))
				break;
			fact_set(fact, "cli.wrong-fd", optarg, NULL);
			return false;
		default: options_wrong(answer, argv, known, fact); return false;
		}
	/* "--share DIR", where getopt knows only "--share=DIR". */
	if (optind < argc && request->wants_share && request->share == NULL)
		request->share = argv[optind++];
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

/* All that one run finds. */
struct result {
	struct findings findings;
	struct doctor disk, share;
	bool is_later; /* the share gave no answer */
	const char *folder;
	struct cli_register reg;
};

static void
result_done(struct result *result)
{
	cli_register_close(&result->reg);
}
#define scoped_result scoped(result_done) struct result

static void
put_fact(struct json *json, const struct fact *fact)
{
	json_text(json, "code", fact->code);
	json_array(json, "args");
	for (int i = 0; i < FACT_ARGS && fact->arg[i][0] != '\0'; i++)
		json_text(json, NULL, fact->arg[i]);
	json_end(json);
}

static void
put_doctor(struct json *json, const char *name, const struct doctor *doctor)
{
	static const char *const levels[] = { [PROBE_GOOD] = "good",
		[PROBE_REMARK] = "remark",
		[PROBE_BAD] = "bad" };

	json_array(json, name);
	for (size_t i = 0; i < doctor->n; i++) {
		json_object(json, NULL);
		json_text(json, "level", levels[doctor->list[i].level]);
		put_fact(json, &doctor->list[i].fact);
		json_end(json);
	}
	json_end(json);
}

static void
put_json(
    struct cli *cli, const struct request *request, const struct result *result)
{
	const struct findings *findings = &result->findings;
	struct json json = json_start(cli->out);

	json_object(&json, NULL);
	json_boolean(&json, "repaired", request->is_repair);
	json_integer(&json, "rows", findings->rows);
	json_integer(&json, "entries", findings->entries);
	json_integer(&json, "problems", (int64_t)findings->total);
	json_array(&json, "findings");
	for (size_t i = 0; i < findings->n; i++) {
		json_object(&json, NULL);
		put_fact(&json, &findings->list[i]);
		json_end(&json);
	}
	json_end(&json);
	put_doctor(&json, "disk", &result->disk);
	put_doctor(&json, "share", &result->share);
	json_end(&json);
}

static void
put_probes(struct cli *cli, const struct doctor *doctor)
{
	static const char *const levels[] = { [PROBE_GOOD] = "check.good",
		[PROBE_REMARK] = "check.remark",
		[PROBE_BAD] = "check.bad" };

	for (size_t i = 0; i < doctor->n; i++) {
		fprintf(
		    cli->out, "%-9s ", words(levels[doctor->list[i].level]));
		put_sentence(cli, &doctor->list[i].fact);
	}
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

/* Where several counters meet is tried only when it is asked for. */
static void
say_share(struct cli *cli, const struct result *result)
{
	const char *keys =
	    arena_print(cli->arena, "%s/fleet/keyring", result->folder);

	if (access(keys, F_OK) == 0)
		cli_say(cli, "check.share-too", NULL);
}

static void
put_text(
    struct cli *cli, const struct request *request, const struct result *result)
{
	const struct findings *findings = &result->findings;
	struct fact count = { 0 };

	for (size_t i = 0; i < findings->n; i++)
		put_sentence(cli, &findings->list[i]);
	put_probes(cli, &result->disk);
	put_probes(cli, &result->share);
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
	if (!request->wants_share)
		say_share(cli, result);
}

/* A repair is somebody's act: he signs in, also where nothing else writes. */
static enum fail
repair(struct cli *cli, const struct request *request, struct cli_register *reg,
    struct findings *findings, struct err *err)
{
	enum fail fail = cli_register_desk(cli, reg, err);

	if (!fail)
		fail = cli_sign_in(
		    cli, reg->desk, request->officer, request->fd, err);
	if (!fail)
		fail = desk_demand(reg->desk, ACTION_MAINTAIN, err);
	if (fail)
		return fail;
	return store_repair(
	    reg->store, desk_officer(reg->desk)->staff_id, findings, err);
}

/* A file too damaged to be opened is what the check was to find. */
static void
note_damage(struct findings *findings, const struct err *err)
{
	findings->list = arena_alloc(findings->arena, sizeof *findings->list);
	fact_set(findings->list, "finding.damaged", err->text, NULL);
	findings->n = findings->total = 1;
}

static enum fail
look_at_register(struct cli *cli, const struct request *request,
    struct result *result, struct err *err)
{
	enum fail fail = cli_register_open(cli,
	    request->is_repair ? REGISTER_WRITES : REGISTER_READS, NULL,
	    &result->reg, err);

	if (!fail && request->is_repair)
		fail =
		    repair(cli, request, &result->reg, &result->findings, err);
	else if (!fail)
		fail = store_check(result->reg.store, &result->findings, err);
	if (fail == FAIL_CORRUPT && !request->is_repair) {
		note_damage(&result->findings, err);
		fail = FAIL_NONE;
	}
	return fail;
}

/* A repair is for the register, and is done with it. */
static enum fail
look(struct cli *cli, const struct request *request, struct result *result,
    struct err *err)
{
	struct store *store;
	enum fail fail = look_at_register(cli, request, result, err);

	if (!fail)
		fail = cli_folder(cli, &result->folder, err);
	if (fail)
		return fail;
	store = result->reg.store;
	if (!request->is_repair)
		doctor_disk(cli, result->folder, store, &result->disk);
	if (!request->wants_share || store == NULL)
		return FAIL_NONE;
	return doctor_share(cli, result->folder, store, request->share,
	    &result->share, &result->is_later, err);
}

static int
exit_of(const struct request *request, const struct result *result)
{
	if (!request->is_repair &&
	    (result->findings.total > 0 || doctor_is_bad(&result->disk)))
		return CLI_PROBLEM;
	if (result->is_later)
		return CLI_LATER;
	return doctor_is_bad(&result->share) ? CLI_PROBLEM : CLI_DONE;
}

int
cmd_check(struct cli *cli, int argc, char **argv)
{
	scoped_result result = {
		.findings = { .arena = cli->arena },
		.disk = { .arena = cli->arena },
		.share = { .arena = cli->arena },
	};
	struct request request = { .fd = -1 };
	struct fact fact = { 0 };
	struct err err = { 0 };

	if (!read_options(argc, argv, &request, &fact))
		return cli_usage_fact(cli, &fact);
	if (look(cli, &request, &result, &err))
		return cli_fail(cli, &err);
	if (request.is_json)
		put_json(cli, &request, &result);
	else
		put_text(cli, &request, &result);
	return exit_of(&request, &result);
}
