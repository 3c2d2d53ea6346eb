#include <stdarg.h>
#include <string.h>

#include "base/text.h"
#include "cli/cli.h"
#include "screens/words.h"

enum { MESSAGE_MAX = 1 << 16 };

static void
say(struct cli *cli, const struct buf *sentence)
{
	scoped_buf clean;

	buf_init(&clean, MESSAGE_MAX);
	for (size_t at = 0; at < sentence->size;) {
		const char *line = sentence->text + at;
		size_t size = strcspn(line, "\n");

		buf_clear(&clean);
		text_sanitise(line, size, &clean);
		fprintf(cli->messages, "%s%s\n", at == 0 ? "loket: " : "  ",
		    clean.text);
		at += size + 1;
	}
}

static void
say_list(struct cli *cli, const char *code, va_list list)
{
	struct fact fact = { 0 };
	scoped_buf sentence;

	buf_init(&sentence, MESSAGE_MAX);
	fact_set(&fact, code, NULL);
	for (int i = 0; i < FACT_ARGS; i++) {
		const char *arg = va_arg(list, const char *);

		if (arg == NULL)
			break;
		fact_arg(&fact, i, "%s", arg);
	}
	words_say(&fact, &sentence);
	say(cli, &sentence);
}

void
cli_say(struct cli *cli, const char *code, ...)
{
	va_list list;

	va_start(list, code);
	say_list(cli, code, list);
	va_end(list);
}

int
cli_usage(struct cli *cli, const char *code, ...)
{
	va_list list;

	va_start(list, code);
	say_list(cli, code, list);
	va_end(list);
	return CLI_USAGE;
}

int
cli_usage_fact(struct cli *cli, const struct fact *fact)
{
	scoped_buf sentence;

	buf_init(&sentence, MESSAGE_MAX);
	words_say(fact, &sentence);
	say(cli, &sentence);
	return CLI_USAGE;
}

int
cli_fail(struct cli *cli, const struct err *err)
{
	scoped_buf sentence;

	buf_init(&sentence, MESSAGE_MAX);
	words_err(err, &sentence);
	say(cli, &sentence);
	return err->fail == FAIL_BUSY ? CLI_LOCKED : CLI_FAILED;
}
