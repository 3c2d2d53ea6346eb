#include "cli/asset.h"

#include "base/file.h"
#include "screens/words.h"

enum { ASSET_MAX = 4 << 20, SENTENCE_MAX = 4096 };

enum fail
cli_asset(struct cli *cli, const char *path, const char **ret_bytes,
    size_t *ret_size, struct err *err)
{
	const char *full = arena_print(cli->arena, "%s/%s", cli->assets, path);
	char *bytes;
	enum fail fail;

	fail = file_read(full, ASSET_MAX, cli->arena, &bytes, ret_size, err);
	if (fail)
		return fail;
	*ret_bytes = bytes;
	return FAIL_NONE;
}

int
cli_problems(struct cli *cli, const struct problems *problems)
{
	scoped_buf sentence;
	char line[16];

	buf_init(&sentence, SENTENCE_MAX);
	for (size_t i = 0; i < problems->n; i++) {
		const struct problem *problem = &problems->list[i];

		buf_clear(&sentence);
		words_say(&problem->fact, &sentence);
		snprintf(line, sizeof line, "%d", problem->line);
		if (problem->line > 0)
			cli_say(cli, "cli.problem-at", problem->file, line,
			    sentence.text, NULL);
		else
			cli_say(cli, "cli.problem", problem->file,
			    sentence.text, NULL);
	}
	return CLI_FAILED;
}
