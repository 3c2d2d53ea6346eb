#include "cli/options.h"

#include <getopt.h>
#include <stddef.h>
#include <string.h>

#include "base/text.h"

enum { DATA = 256, ASSETS, PRACTICE, PLAIN, MONO, HELP, VERSION };
enum { OPTIONS_MAX = 32 };

static const struct option known[] = {
	{ "data", required_argument, NULL, DATA },
	{ "assets", required_argument, NULL, ASSETS },
	{ "practice", no_argument, NULL, PRACTICE },
	{ "plain", no_argument, NULL, PLAIN },
	{ "mono", no_argument, NULL, MONO },
	{ "help", no_argument, NULL, HELP },
	{ "version", no_argument, NULL, VERSION },
	{ NULL, 0, NULL, 0 },
};

/* The option's name as it was written, without dashes and value. */
static void
written_name(const char *word, char *name, size_t size)
{
	size_t n;

	while (*word == '-')
		word++;
	n = strcspn(word, "=");
	if (n >= size)
		n = size - 1;
	memcpy(name, word, n);
	name[n] = '\0';
}

void
options_wrong(int answer, char **argv, const struct option *options,
    struct fact *fact)
{
	char name[FACT_ARG_SIZE];
	const char *names[OPTIONS_MAX];
	const char *likely;
	size_t n = 0;

	written_name(argv[optind - 1], name, sizeof name);
	for (; options[n].name != NULL && n < OPTIONS_MAX; n++)
		names[n] = options[n].name;
	likely = text_likely(name, names, n);
	if (answer == ':')
		fact_set(fact, "cli.option-value", name, NULL);
	else if (likely != NULL && strcmp(likely, name) == 0)
		fact_set(fact, "cli.option-no-value", name, NULL);
	else if (likely != NULL)
		fact_set(fact, "cli.option-likely", name, likely, NULL);
	else
		fact_set(fact, "cli.option-unknown", name, NULL);
}

bool
options_read(int argc, char **argv, struct options *ret_options, int *ret_rest,
    struct fact *fact)
{
	struct options options = { 0 };
	int answer;

	opterr = 0;
	optind = 0;
	while ((answer = getopt_long(argc, argv, "+:", known, NULL)) != -1)
		switch (answer) {
		case DATA: options.data = optarg; break;
		case ASSETS: options.assets = optarg; break;
		case PRACTICE: options.is_practice = true; break;
		case PLAIN: options.is_plain = true; break;
		case MONO: options.is_mono = true; break;
		case HELP: options.wants_help = true; break;
		case VERSION: options.wants_version = true; break;
		default: options_wrong(answer, argv, known, fact); return false;
		}
	*ret_options = options;
	*ret_rest = optind;
	return true;
}
