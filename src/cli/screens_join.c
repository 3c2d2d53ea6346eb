#include "cli/screens_join.h"

#include <string.h>
#include <unistd.h>

#include "base/crypto.h"
#include "base/file.h"
#include "cli/fleet.h"
#include "cli/folder.h"
#include "cli/share.h"
#include "store/bundle.h"
#include "store/setting.h"
#include "store/store.h"
#include "sync/join.h"

const char *
screens_joined(struct cli *cli, const struct cli_register *reg)
{
	scoped_fleet fleet = { 0 };
	char name[MEMBER_NAME_SIZE];
	const struct member *member;
	struct id writer;

	if (reg->store == NULL || cli_fleet_open(cli, &fleet, NULL))
		return NULL;
	writer = store_writer(reg->store);
	member = members_find(&fleet.members, &writer);
	if (member == NULL)
		return NULL;
	member_print(member, name);
	return arena_text(cli->arena, name);
}

/* A joining whose first round did not go: perhaps at another folder. */
static enum fail
take_share(struct cli *cli, const struct cli_register *reg, const char *path,
    struct err *err)
{
	scoped_fleet fleet = { 0 };
	scoped_remote remote = { 0 };
	const char *data = NULL;
	struct share share;
	enum fail fail = cli_fleet_absolute(cli, &path, err);

	if (!fail)
		fail = cli_folder(cli, &data, err);
	if (!fail)
		fail = cli_fleet_open(cli, &fleet, err);
	if (!fail)
		fail = cli_share_start(cli, data, path, &remote, err);
	if (fail)
		return fail;
	share = share_remote(&remote);
	fail = marker_check(&share, &fleet.keyring.fleet, path, err);
	(void)share_remote_end(&remote);
	return fail ? fail : store_setting_put(reg->store, "", "share", path,
	    err);
}

static enum fail
join(struct cli *cli, struct cli_register *reg, const struct join_wish *wish,
    bool *ret_is_file_left, struct err *err)
{
	char *words[] = { arena_text(cli->arena, wish->invitation), NULL };
	const struct fleet_request request = {
		.fd = -1,
		.share = arena_text(cli->arena, wish->share),
		.needs_share = true,
		.words = words,
		.n_words = 1,
	};
	struct offer offer = { 0 };
	enum fail fail = cli_join(cli, &request, reg, &offer, err);

	if (!fail)
		*ret_is_file_left = unlink(words[0]) != 0;
	return fail;
}

enum fail
screens_join(struct cli *cli, struct cli_register *reg,
    const struct join_wish *wish, struct joined *ret_joined, struct err *err)
{
	struct joined joined = { 0 };
	enum fail fail;

	if (screens_joined(cli, reg) != NULL)
		fail = take_share(cli, reg, arena_text(cli->arena,
		    wish->share), err);
	else
		fail = join(cli, reg, wish, &joined.is_file_left, err);
	if (!fail && reg->desk == NULL)
		fail = cli_register_desk(cli, reg, err);
	if (fail)
		return fail;
	joined.desk = reg->desk;
	joined.station = screens_joined(cli, reg);
	*ret_joined = joined;
	return FAIL_NONE;
}

enum fail
screens_invitations(const char *folder, struct arena *arena,
    const char *const **ret_paths, size_t *ret_n, struct err *err)
{
	static const char end[] = ".loket";
	const char *const *names = NULL;
	const char **paths;
	size_t n = 0, found = 0;
	enum fail fail = folder_list(folder, arena, &names, &n, err);

	if (fail == FAIL_MISSING)
		return fail_say(err, FAIL_MISSING, "join.no-folder", folder,
		    NULL);
	if (fail)
		return fail;
	paths = arena_array(arena, n + 1, sizeof *paths);
	for (size_t i = 0; i < n; i++) {
		size_t size = strlen(names[i]);

		if (size >= sizeof end &&
		    strcmp(names[i] + size - (sizeof end - 1), end) == 0)
			paths[found++] = arena_print(arena, "%s/%s", folder,
			    names[i]);
	}
	*ret_paths = paths;
	*ret_n = found;
	return FAIL_NONE;
}
