/* loket demo: a practice register, filled with invented people and cases. */

#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "cli/command.h"
#include "cli/register.h"
#include "desk/demo.h"
#include "store/store.h"

enum { SEED = 256, DAYS };

/* A year of practice is enough for every season of holidays. */
enum { DAYS_MAX = 366 };

/* No counter of the office has this code. */
static const char practice_station[] = "L99";

static const struct option known[] = {
	{ "seed", required_argument, NULL, SEED },
	{ "days", required_argument, NULL, DAYS },
	{ NULL, 0, NULL, 0 },
};

static bool
read_number(const char *text, long max, long *ret_number, struct fact *fact)
{
	char limit[16];

	*ret_number = text_is_digits(text, 0) && strlen(text) < 10
	    ? strtol(text, NULL, 10) : 0;
	if (*ret_number >= 1 && *ret_number <= max)
		return true;
	snprintf(limit, sizeof limit, "%ld", max);
	fact_set(fact, "demo.number", text, limit, NULL);
	return false;
}

static bool
read_options(int argc, char **argv, struct demo_options *options,
    struct fact *fact)
{
	long number;
	int answer;

	opterr = 0;
	optind = 0;
	while ((answer = getopt_long(argc, argv, ":", known, NULL)) != -1)
		switch (answer) {
		case SEED:
			if (!read_number(optarg, 999999999, &number, fact))
				return false;
			options->seed = (uint32_t)number;
			break;
		case DAYS:
			if (!read_number(optarg, DAYS_MAX, &number, fact))
				return false;
			options->days = (int)number;
			break;
		default: options_wrong(answer, argv, known, fact); return false;
		}
	if (optind < argc)
		fact_set(fact, "cli.word-too-many", argv[optind], NULL);
	return optind >= argc;
}

static enum fail
fill(struct cli *cli, const struct demo_options *options, struct err *err)
{
	struct demo_clock demo = { clock_now(&cli->world.clock) };
	scoped_register reg = { 0 };
	size_t applications;
	char number[24];
	enum fail fail;

	cli->options.is_practice = true;
	cli->world.clock = demo_clock(&demo);
	fail = cli_register_open(cli, REGISTER_CREATES, practice_station, &reg,
	    err);
	if (!fail)
		fail = cli_register_desk(cli, &reg, err);
	if (!fail)
		fail = desk_demo(reg.desk, &demo, options, &applications, err);
	if (fail)
		return fail;
	snprintf(number, sizeof number, "%zu", applications);
	cli_say(cli, "demo.done", number, store_path(reg.store), NULL);
	return FAIL_NONE;
}

int
cmd_demo(struct cli *cli, int argc, char **argv)
{
	struct demo_options options = { 0 };
	struct fact fact = { 0 };
	struct err err = { 0 };

	if (!read_options(argc, argv, &options, &fact))
		return cli_usage_fact(cli, &fact);
	return fill(cli, &options, &err) ? cli_fail(cli, &err) : CLI_DONE;
}
