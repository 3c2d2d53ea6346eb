/* loket digest: two counters have the same register if and only if the
 * digests are the same. */

#include <string.h>

#include "cli/command.h"
#include "cli/json.h"
#include "cli/register.h"
#include "store/check.h"
#include "store/store.h"

int
cmd_digest(struct cli *cli, int argc, char **argv)
{
	bool is_json = argc == 2 && strcmp(argv[1], "--json") == 0;
	scoped_register reg = { 0 };
	struct json json = json_start(cli->out);
	uint8_t hash[HASH_SIZE];
	char text[HASH_HEX_SIZE];
	struct err err = { 0 };
	enum fail fail;

	if (argc > 1 && !is_json)
		return cli_usage(cli, "cli.word-too-many", argv[1], NULL);
	fail = cli_register_open(cli, REGISTER_READS, NULL, &reg, &err);
	if (!fail)
		fail = store_digest(reg.store, hash, &err);
	if (fail)
		return cli_fail(cli, &err);
	hash_print(hash, text);
	if (!is_json) {
		fprintf(cli->out, "%s\n", text);
		return CLI_DONE;
	}
	json_object(&json, NULL);
	json_text(&json, "station", store_station(reg.store));
	json_text(&json, "digest", text);
	json_end(&json);
	return CLI_DONE;
}
