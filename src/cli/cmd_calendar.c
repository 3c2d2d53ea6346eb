/* loket calendar: the office's working days, without a register. */

#include <errno.h>
#include <getopt.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "cli/asset.h"
#include "cli/command.h"
#include "cli/json.h"
#include "domain/calendar.h"
#include "screens/words.h"

enum { LINE_MAX_BYTES = 4096 };

struct request {
	struct calendar calendar;
	const char *from; /* --from */
	const char *days; /* --days */
	const char *year; /* --year, or the word after "year" */
	bool has_ledger;
	bool is_json;
};

static const char *const weekdays[] = { "day.monday", "day.tuesday",
	"day.wednesday", "day.thursday", "day.friday", "day.saturday",
	"day.sunday" };

static bool
parse_number(const char *text, int *ret_number)
{
	char *end;
	long number;

	errno = 0;
	number = strtol(text, &end, 10);
	if (errno != 0 || end == text || *end != '\0' || number < INT_MIN ||
	    number > INT_MAX)
		return false;
	*ret_number = (int)number;
	return true;
}

/* Text of the office's table, cleaned; its tabs would part columns. */
static void
put(struct cli *cli, const char *text)
{
	scoped_buf clean;

	buf_init(&clean, LINE_MAX_BYTES);
	text_sanitise(text, strlen(text), &clean);
	fputs(clean.text, cli->out);
}

/* "2026-11-02<tab>Senin" */
static void
put_date(struct cli *cli, struct date date)
{
	char text[DATE_TEXT_SIZE];

	date_print(date, text);
	fprintf(cli->out, "%s\t%s", text, words(weekdays[date_weekday(date)]));
}

static void
put_row(struct cli *cli, const struct ledger_row *row)
{
	put_date(cli, row->day.date);
	fputc('\t', cli->out);
	if (row->number >= 0) {
		fprintf(cli->out, "%d\n", row->number);
		return;
	}
	if (row->day.entry == NULL) {
		fprintf(cli->out, "%s\n", words("calendar.weekend"));
		return;
	}
	put(cli, row->day.entry->name);
	fputs(" (", cli->out);
	put(cli, row->day.entry->decree);
	fputs(")\n", cli->out);
}

static void
json_entry(struct json *json, const struct calendar_entry *entry)
{
	json_text(json, "kind", entry_kind_name(entry->kind));
	json_text(json, "name", entry->name);
	json_text(json, "decree", entry->decree);
}

static void
json_ledger(struct json *json, const struct ledger *ledger)
{
	char date[DATE_TEXT_SIZE];

	json_array(json, "ledger");
	for (size_t i = 0; i < ledger->n; i++) {
		const struct day *day = &ledger->rows[i].day;

		json_object(json, NULL);
		date_print(day->date, date);
		json_text(json, "date", date);
		/* As ISO 8601 numbers them: Monday is 1. */
		json_integer(json, "weekday", date_weekday(day->date) + 1);
		if (ledger->rows[i].number >= 0)
			json_integer(json, "number", ledger->rows[i].number);
		else
			json_text(json, "number", NULL);
		if (day->entry != NULL)
			json_entry(json, day->entry);
		json_end(json);
	}
	json_end(json);
}

static void
put_due_json(struct cli *cli, const struct request *request, int days,
    const struct ledger *ledger)
{
	struct json json = json_start(cli->out);
	char due[DATE_TEXT_SIZE];

	date_print(ledger->due.date, due);
	json_object(&json, NULL);
	json_text(&json, "from", request->from);
	json_integer(&json, "days", days);
	json_text(&json, "due", due);
	json_boolean(&json, "provisional", ledger->due.is_provisional);
	if (request->has_ledger)
		json_ledger(&json, ledger);
	json_end(&json);
}

static void
say_provisional(struct cli *cli, const struct ledger *ledger)
{
	char date[DATE_TEXT_SIZE], year[16];

	for (size_t i = 1; i < ledger->n; i++) {
		if (!ledger->rows[i].day.is_provisional)
			continue;
		date_print_local(ledger->due.date, date);
		snprintf(
		    year, sizeof year, "%d", ledger->rows[i].day.date.year);
		cli_say(cli, "calendar.provisional", date, year, NULL);
		return;
	}
}

static int
run_due(struct cli *cli, struct request *request)
{
	struct ledger ledger;
	struct date from;
	struct err err = { 0 };
	char date[DATE_TEXT_SIZE];
	int days;

	if (request->from == NULL || request->days == NULL)
		return cli_usage(cli, "calendar.due-usage", NULL);
	if (!date_parse(request->from, &from))
		return cli_usage(cli, "calendar.date", request->from, NULL);
	if (!parse_number(request->days, &days))
		return cli_usage(cli, "calendar.number", request->days, NULL);
	if (calendar_ledger(
		&request->calendar, from, days, cli->arena, &ledger, &err))
		return cli_usage_fact(cli, &err.fact);
	say_provisional(cli, &ledger);
	if (request->is_json) {
		put_due_json(cli, request, days, &ledger);
		return CLI_DONE;
	}
	date_print(ledger.due.date, date);
	fprintf(cli->out, "%s\n", date);
	if (request->has_ledger)
		for (size_t i = 0; i < ledger.n; i++)
			put_row(cli, &ledger.rows[i]);
	return CLI_DONE;
}

static bool
read_year(const char *text, int *ret_year)
{
	return parse_number(text, ret_year) && *ret_year > 0 &&
	    *ret_year < INT16_MAX &&
	    date_is_valid((struct date){ (int16_t)*ret_year, 1, 1 });
}

static void
put_year_json(struct cli *cli, const struct calendar *calendar, int year)
{
	const struct calendar_year *loaded = calendar_year(calendar, year);
	struct json json = json_start(cli->out);

	json_object(&json, NULL);
	json_integer(&json, "year", year);
	json_integer(&json, "working", calendar_count(calendar, year, 0));
	json_boolean(&json, "provisional", loaded == NULL);
	json_text(&json, "decree", loaded != NULL ? loaded->decree : NULL);
	json_array(&json, "months");
	for (int month = 1; month <= 12; month++)
		json_integer(
		    &json, NULL, calendar_count(calendar, year, month));
	json_end(&json);
	json_end(&json);
}

static int
run_year(struct cli *cli, struct request *request)
{
	const struct calendar *calendar = &request->calendar;
	int year;

	if (request->year == NULL)
		return cli_usage(cli, "calendar.year-usage", NULL);
	if (!read_year(request->year, &year))
		return cli_usage(cli, "calendar.year", request->year, NULL);
	if (!calendar_is_loaded(calendar, year))
		cli_say(cli, "calendar.not-loaded", request->year, NULL);
	if (request->is_json) {
		put_year_json(cli, calendar, year);
		return CLI_DONE;
	}
	for (int month = 1; month <= 12; month++)
		fprintf(cli->out, "%d-%02d\t%d\n", year, month,
		    calendar_count(calendar, year, month));
	fprintf(cli->out, "%d\t%d\n", year, calendar_count(calendar, year, 0));
	return CLI_DONE;
}

static void
list_entry(
    struct cli *cli, struct json *json, const struct calendar_entry *entry)
{
	char date[DATE_TEXT_SIZE];

	if (json != NULL) {
		date_print(entry->date, date);
		json_object(json, NULL);
		json_text(json, "date", date);
		json_entry(json, entry);
		json_end(json);
		return;
	}
	put_date(cli, entry->date);
	fprintf(cli->out, "\t%s\t", entry_kind_name(entry->kind));
	put(cli, entry->name);
	fputc('\t', cli->out);
	put(cli, entry->decree);
	fputc('\n', cli->out);
}

static int
run_list(struct cli *cli, struct request *request)
{
	const struct calendar *calendar = &request->calendar;
	struct json json = json_start(cli->out);
	int year = 0;

	if (request->year != NULL && !read_year(request->year, &year))
		return cli_usage(cli, "calendar.year", request->year, NULL);
	if (request->is_json)
		json_array(&json, NULL);
	for (size_t i = 0; i < calendar->n; i++)
		if (year == 0 || calendar->entries[i].date.year == year)
			list_entry(cli, request->is_json ? &json : NULL,
			    &calendar->entries[i]);
	if (request->is_json)
		json_end(&json);
	if (year != 0 && !calendar_is_loaded(calendar, year))
		cli_say(cli, "calendar.not-loaded", request->year, NULL);
	return CLI_DONE;
}

enum { FROM = 256, DAYS, LEDGER, JSON, YEAR };

/* What each kind of question takes, and how it is answered. */
static const struct option due_options[] = {
	{ "from", required_argument, NULL, FROM },
	{ "days", required_argument, NULL, DAYS },
	{ "ledger", no_argument, NULL, LEDGER },
	{ "json", no_argument, NULL, JSON },
	{ NULL, 0, NULL, 0 },
};
static const struct option year_options[] = {
	{ "json", no_argument, NULL, JSON },
	{ NULL, 0, NULL, 0 },
};
static const struct option list_options[] = {
	{ "year", required_argument, NULL, YEAR },
	{ "json", no_argument, NULL, JSON },
	{ NULL, 0, NULL, 0 },
};

static const struct question {
	const char *name;
	const struct option *options;
	int words; /* how many it takes at most beside options */
	int (*run)(struct cli *cli, struct request *request);
} questions[] = {
	{ "due", due_options, 0, run_due },
	{ "year", year_options, 1, run_year },
	{ "list", list_options, 0, run_list },
};

static bool
read_options(const struct question *question, int argc, char **argv,
    struct request *request, struct fact *fact)
{
	int answer;

	opterr = 0;
	optind = 0;
	while ((answer = getopt_long(
		    argc, argv, ":", question->options, NULL)) != -1)
		switch (answer) {
		case FROM: request->from = optarg; break;
		case DAYS: request->days = optarg; break;
		case LEDGER: request->has_ledger = true; break;
		case JSON: request->is_json = true; break;
		case YEAR: request->year = optarg; break;
		default:
			options_wrong(answer, argv, question->options, fact);
			return false;
		}
	if (argc - optind > question->words) {
		fact_set(fact, "calendar.word-too-many",
		    argv[optind + question->words], NULL);
		return false;
	}
	if (optind < argc)
		request->year = argv[optind];
	return true;
}

static int
load(struct cli *cli, struct calendar *ret_calendar)
{
	struct problems problems = { .arena = cli->arena };
	struct err err = { 0 };
	const char *bytes;
	size_t size;

	if (cli_asset(cli, "data/holidays.tsv", &bytes, &size, &err))
		return cli_fail(cli, &err);
	if (calendar_read("data/holidays.tsv", bytes, size, &problems,
		ret_calendar, &err))
		return cli_problems(cli, &problems);
	return CLI_DONE;
}

int
cmd_calendar(struct cli *cli, int argc, char **argv)
{
	struct request request = { 0 };
	struct fact fact = { 0 };
	int answer;

	if (argc < 2)
		return cli_usage(cli, "calendar.usage", NULL);
	for (size_t i = 0; i < array_length(questions); i++) {
		const struct question *question = &questions[i];

		if (strcmp(question->name, argv[1]) != 0)
			continue;
		if (!read_options(
			question, argc - 1, argv + 1, &request, &fact))
			return cli_usage_fact(cli, &fact);
		answer = load(cli, &request.calendar);
		return answer == CLI_DONE ? question->run(cli, &request)
					  : answer;
	}
	return cli_usage(cli, "calendar.word-unknown", argv[1], NULL);
}
