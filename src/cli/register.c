#include "cli/register.h"

#include <string.h>

#include "base/file.h"
#include "cli/asset.h"
#include "cli/folder.h"
#include "cli/identity.h"
#include "desk/assets.h"
#include "desk/desk.h"
#include "desk/session.h"
#include "store/store.h"

enum fail
cli_register_path(struct cli *cli, const char **ret_path, struct err *err)
{
	const char *folder;
	enum fail fail = cli_folder(cli, &folder, err);

	if (!fail)
		*ret_path = arena_print(cli->arena, "%s/loket.db", folder);
	return fail;
}

enum fail
cli_register_open(struct cli *cli, enum register_access access,
    const char *station, struct cli_register *ret_register, struct err *err)
{
	struct store_options options = {
		.clock = cli->world.clock,
		.entropy = cli->world.entropy,
		.station = station,
		.may_create = access == REGISTER_CREATES,
		.is_read_only = access == REGISTER_READS,
		.is_practice = cli->options.is_practice,
	};
	const char *folder, *path;
	enum fail fail;

	*ret_register = (struct cli_register){ 0 };
	fail = cli_folder(cli, &folder, err);
	if (!fail)
		fail = cli_register_path(cli, &path, err);
	if (!fail && access == REGISTER_CREATES)
		fail = folder_make(folder, 0700, err);
	if (fail)
		return fail;
	fail = store_open(path, &options, &ret_register->store, err);
	if (!fail && access != REGISTER_READS) {
		fail = cli_identity(
		    cli, ret_register->store, &cli->identity, err);
		ret_register->cli = fail ? NULL : cli;
	}
	return fail;
}

/* What the desk could not read, it works on with older texts. */
static void
say_warnings(struct cli *cli, const struct desk *desk)
{
	const struct assets *assets = desk_assets(desk);

	for (size_t i = 0; i < assets->n_warnings; i++) {
		const struct asset_warning *warning = &assets->warnings[i];
		struct problems problems = { .arena = cli->arena };

		problems.list = arena_array(cli->arena, warning->n,
		    sizeof *problems.list);
		memcpy(problems.list, warning->problems,
		    warning->n * sizeof *problems.list);
		problems.n = warning->n;
		cli_problems(cli, &problems);
		if (warning->is_in_use)
			cli_say(cli, "cli.asset-older", warning->file,
			    warning->version, NULL);
		else
			cli_say(cli, "cli.asset-none", warning->file, NULL);
	}
}

/* Beside the register, wherever that is. */
static const char *
key_file(struct cli *cli, const struct cli_register *reg)
{
	const char *path = store_path(reg->store);

	return arena_print(cli->arena, "%.*s/loket.key",
	    (int)(strrchr(path, '/') - path), path);
}

enum fail
cli_register_desk(struct cli *cli, struct cli_register *reg, struct err *err)
{
	struct desk_options options = {
		.assets = cli->assets,
		.key_file = key_file(cli, reg),
		.cost = cli->world.cost,
		.entropy = cli->world.entropy,
		.failpoint = cli->world.failpoint,
	};
	enum fail fail = desk_open(reg->store, &options, &reg->desk, err);

	if (!fail)
		say_warnings(cli, reg->desk);
	return fail;
}

void
cli_register_close(struct cli_register *reg)
{
	if (reg->cli != NULL && reg->store != NULL)
		cli_identity_keep(reg->cli, reg->store);
	desk_close(reg->desk);
	store_close(reg->store);
}
