#include "cli/share.h"

#include <unistd.h>

#include "cli/command.h"
#include "store/setting.h"

enum fail
cli_share(struct cli *cli, struct store *store, const char *given,
    const char **ret_path, struct err *err)
{
	struct err none = { 0 };
	char here[4096];
	enum fail fail;

	if (given == NULL) {
		fail = store_setting_get(
		    store, "share", cli->arena, &given, &none);
		if (fail == FAIL_MISSING || (!fail && *given == '\0'))
			return fail_say(
			    err, FAIL_MISSING, "sync.no-share", NULL);
		if (fail) {
			*err = none;
			return fail;
		}
	}
	if (*given != '/') {
		if (getcwd(here, sizeof here) == NULL)
			return fail_errno(err, "working folder");
		given = arena_print(cli->arena, "%s/%s", here, given);
	}
	*ret_path = given;
	return FAIL_NONE;
}

enum fail
cli_share_start(struct cli *cli, const char *folder, const char *path,
    struct share_remote *ret_remote, struct err *err)
{
	const char *const argv[] = { "/proc/self/exe", CMD_SHARE, path, NULL };
	const int ms = cli->world.share_ms;
	const struct share_start start = {
		.argv = argv,
		.lock_path = arena_print(cli->arena, "%s/share.lock", folder),
		.limits = ms > 0 ? (struct share_limits){ ms, ms, ms } :
				   share_limits_default(),
	};

	return share_remote_start(&start, ret_remote, err);
}
