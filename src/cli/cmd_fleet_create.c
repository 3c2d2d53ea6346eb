/* loket fleet create: the first counter of several. */

#include <string.h>

#include "base/crypto.h"
#include "base/file.h"
#include "cli/fleet.h"
#include "cli/folder.h"
#include "desk/desk.h"
#include "desk/session.h"
#include "desk/setting.h"
#include "store/bundle.h"
#include "store/self.h"
#include "store/store.h"

/* The one who signed in may; the passphrase of the admin key is in secret. */
static enum fail
found(struct cli *cli, const struct fleet_request *request,
    const struct cli_register *reg, const char *secret, struct fleet *fleet,
    struct err *err)
{
	struct founding founding = {
		.writer = store_writer(reg->store),
		.station = store_station(reg->store),
		.letter = store_letter(reg->store),
		.now_ms = clock_now(&cli->world.clock),
		.entropy = &cli->world.entropy,
		.passphrase = secret,
		.cost = cli->world.cost,
	};
	char paper[PAPER_TEXT_SIZE] = "";
	enum fail fail = cli_folder(cli, &founding.data, err);

	if (!fail)
		fail = cli_fleet_admin_path(
		    cli, request, &founding.admin_path, err);
	if (!fail)
		fail = folder_make(
		    arena_print(cli->arena, "%s/fleet", founding.data), 0700,
		    err);
	if (!fail)
		fail = fleet_found(&founding, cli->arena, fleet, paper, err);
	if (fail)
		return fail;
	cli_say(
	    cli, "fleet.created", founding.station, founding.admin_path, NULL);
	fprintf(cli->out, "%s\n", paper);
	forget(paper, sizeof paper);
	return FAIL_NONE;
}

static enum fail
take_share(struct cli *cli, const struct fleet_request *request,
    const struct cli_register *reg, const struct fleet *fleet, struct err *err)
{
	const char *path = request->share;
	enum fail fail;

	if (path == NULL)
		return FAIL_NONE;
	fail = cli_fleet_absolute(cli, &path, err);
	if (!fail)
		fail = cli_fleet_mark(cli, fleet, path, err);
	return fail ? fail :
		      desk_setting_put(reg->desk, SETTING_SHARE, path, err);
}

enum fail
cli_fleet_create(
    struct cli *cli, const struct fleet_request *request, struct err *err)
{
	scoped_register reg = { 0 };
	scoped_fleet fleet = { 0 };
	char secret[SECRET_SIZE] = "";
	const char *folder;
	enum fail fail;

	fail = cli_register_open(cli, REGISTER_WRITES, NULL, &reg, err);
	if (!fail)
		fail = cli_register_desk(cli, &reg, err);
	if (!fail)
		fail =
		    cli_sign_in(cli, reg.desk, request->as, request->fd, err);
	if (!fail)
		fail = desk_demand(reg.desk, ACTION_ADMINISTER, err);
	if (!fail)
		fail = cli_folder(cli, &folder, err);
	if (!fail)
		fail = fleet_none(folder, cli->arena, err);
	if (fail)
		return fail;
	if (!desk_is_practice(reg.desk)) {
		cli_say(cli, "fleet.new-admin", NULL);
		fail =
		    cli_new_passphrase(cli, reg.desk, request->fd, secret, err);
	}
	if (!fail)
		fail = found(cli, request, &reg, secret, &fleet, err);
	forget(secret, sizeof secret);
	return fail ? fail : take_share(cli, request, &reg, &fleet, err);
}

enum fail
cli_fleet_share(
    struct cli *cli, const struct fleet_request *request, struct err *err)
{
	struct fleet_request with = *request;
	scoped_register reg = { 0 };
	scoped_fleet fleet = { 0 };
	enum fail fail;

	with.share = request->words[0];
	fail = cli_register_open(cli, REGISTER_WRITES, NULL, &reg, err);
	if (!fail)
		fail = cli_register_desk(cli, &reg, err);
	if (!fail)
		fail =
		    cli_sign_in(cli, reg.desk, request->as, request->fd, err);
	if (!fail)
		fail = desk_demand(reg.desk, ACTION_ADMINISTER, err);
	if (!fail)
		fail = cli_fleet_open(cli, &fleet, err);
	if (!fail)
		fail = take_share(cli, &with, &reg, &fleet, err);
	if (!fail)
		cli_say(cli, "fleet.share-taken-up", with.share, NULL);
	return fail;
}
