/* loket history: who changed what in one application or complaint. */

#include <getopt.h>
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/json.h"
#include "cli/register.h"
#include "desk/application.h"
#include "desk/complaint.h"
#include "desk/history.h"
#include "domain/number.h"

enum { AS = 256, FD, JSON };

static const struct option known[] = {
	{ "as", required_argument, NULL, AS },
	{ "passphrase-fd", required_argument, NULL, FD },
	{ "json", no_argument, NULL, JSON },
	{ NULL, 0, NULL, 0 },
};

struct request {
	const char *who, *number;
	int fd;
	bool is_json;
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
		case AS: request->who = optarg; break;
		case JSON: request->is_json = true; break;
		case FD:
			if (cli_read_fd(optarg, &request->fd))
				break;
			fact_set(fact, "cli.wrong-fd", optarg, NULL);
			return false;
		default: options_wrong(answer, argv, known, fact); return false;
		}
	if (argc - optind != 1) {
		fact_set(fact, "history.usage", NULL);
		return false;
	}
	request->number = argv[optind];
	return true;
}

static void
print_time(int64_t at_ms, char text[32])
{
	struct local_time at = local_time(at_ms);
	char date[DATE_TEXT_SIZE];

	date_print(at.date, date);
	snprintf(text, 32, "%sT%02d:%02d:%02d", date, at.hour, at.minute,
	    at.second);
}

/* One line: the values stand in columns, so they hold no tab or newline. */
static void
put_line(struct cli *cli, const struct history_line *line)
{
	const char *const cells[] = { line->officer, line->station,
		history_kind_name(line->kind), line->what, line->before,
		line->after, line->reason };
	char at[32];

	print_time(line->at_ms, at);
	fputs(at, cli->out);
	for (size_t i = 0; i < array_length(cells); i++) {
		scoped_buf clean = { 0 };

		buf_init(&clean, 256 * 1024);
		text_sanitise(cells[i], strlen(cells[i]), &clean);
		fprintf(cli->out, "\t%s", clean.text);
	}
	fputc('\n', cli->out);
}

static void
put_json_line(struct json *json, const struct history_line *line)
{
	char at[32];

	print_time(line->at_ms, at);
	json_object(json, NULL);
	json_text(json, "at", at);
	json_text(json, "officer", line->officer);
	json_text(json, "station", line->station);
	json_text(json, "kind", history_kind_name(line->kind));
	json_text(json, "what", line->what);
	json_text(json, "before", line->before);
	json_text(json, "after", line->after);
	json_text(json, "reason", line->reason);
	json_end(json);
}

static enum fail
show(struct cli *cli, struct desk *desk, const struct request *request,
    struct err *err)
{
	struct json json = json_start(cli->out);
	struct history_line *lines;
	enum fail fail;
	struct register_number number;
	struct id id;
	size_t n;

	fail = register_number_parse(request->number, &number) &&
	    number.book == BOOK_COMPLAINT
	    ? desk_complaint_numbered(desk, request->number, &id, err)
	    : desk_application_numbered(desk, request->number, &id, err);
	if (!fail)
		fail = desk_history(desk, &id, cli->arena, &lines, &n, err);
	if (fail)
		return fail;
	if (request->is_json)
		json_array(&json, NULL);
	for (size_t i = 0; i < n; i++)
		if (request->is_json)
			put_json_line(&json, &lines[i]);
		else
			put_line(cli, &lines[i]);
	if (request->is_json)
		json_end(&json);
	return FAIL_NONE;
}

int
cmd_history(struct cli *cli, int argc, char **argv)
{
	scoped_register reg = { 0 };
	struct request request = { .fd = -1 };
	struct fact fact = { 0 };
	struct err err = { 0 };
	enum fail fail;

	if (!read_options(argc, argv, &request, &fact))
		return cli_usage_fact(cli, &fact);
	fail = cli_register_open(cli, REGISTER_WRITES, NULL, &reg, &err);
	if (!fail)
		fail = cli_register_desk(cli, &reg, &err);
	if (!fail)
		fail = cli_sign_in(cli, reg.desk, request.who, request.fd,
		    &err);
	if (!fail)
		fail = show(cli, reg.desk, &request, &err);
	return fail ? cli_fail(cli, &err) : CLI_DONE;
}
