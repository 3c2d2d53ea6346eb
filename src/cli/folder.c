#include "cli/folder.h"

#include <assert.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/directive.h"
#include "base/file.h"
#include "base/mount.h"
#include "cli/asset.h"

/* What loket.conf may name. */
enum { CONF_DATA, CONF_STATE, CONF_N };

/*
 * The folders named in loket.conf; NULL each when there is no such file.
 * There must be one for data.
 */
static enum fail
configured(struct cli *cli, const char *ret_paths[CONF_N], struct err *err)
{
	static const char *const known[] = { "data", "state" };
	const char *file =
	    arena_print(cli->arena, "%s/loket.conf", cli->world.sysconfdir);
	struct problems problems = { .arena = cli->arena };
	const char *paths[CONF_N] = { NULL, NULL };
	struct document document;
	enum fail fail;
	int which;

	ret_paths[CONF_DATA] = ret_paths[CONF_STATE] = NULL;
	fail = directive_load(file, &problems, &document, err);
	if (fail == FAIL_MISSING)
		return FAIL_NONE;
	for (size_t i = 0; !fail && i < document.n; i++) {
		which = directive_known(&document, &document.directives[i],
		    known, array_length(known), &problems);
		if (which >= 0)
			paths[which] =
			    directive_word(&document.directives[i], 0);
	}
	if (problems.n > 0) {
		cli_problems(cli, &problems);
		return fail_say(
		    err, FAIL_INVALID, "cli.conf-wrong", file, NULL);
	}
	if (fail)
		return fail;
	if (paths[CONF_DATA] == NULL || *paths[CONF_DATA] != '/' ||
	    (paths[CONF_STATE] != NULL && *paths[CONF_STATE] != '/'))
		return fail_say(err, FAIL_INVALID, "cli.conf-data", file, NULL);
	memcpy(ret_paths, paths, sizeof paths);
	return FAIL_NONE;
}

static enum fail
personal(struct cli *cli, const char **ret_path, struct err *err)
{
	const char *data = world_variable("XDG_DATA_HOME");
	const char *home = world_variable("HOME");

	/* The XDG base directories: a relative path is to be ignored. */
	if (data != NULL && *data == '/')
		*ret_path = arena_print(cli->arena, "%s/loket", data);
	else if (home != NULL && *home == '/')
		*ret_path =
		    arena_print(cli->arena, "%s/.local/share/loket", home);
	else
		return fail_say(err, FAIL_MISSING, "cli.no-home", NULL);
	return FAIL_NONE;
}

static enum fail
absolute(struct cli *cli, const char **path, struct err *err)
{
	char here[4096];

	if (**path == '/')
		return FAIL_NONE;
	if (getcwd(here, sizeof here) == NULL)
		return fail_errno(err, "working folder");
	*path = arena_print(cli->arena, "%s/%s", here, *path);
	return FAIL_NONE;
}

/* What the kernel calls the file system that path lies on. */
static const char *
system_name(struct cli *cli, const char *path)
{
	struct mount mount = { .type = "?" };
	int fd = open(path, O_PATH | O_CLOEXEC);

	if (fd >= 0 && mount_of(fd, cli->arena, &mount, NULL) != FAIL_NONE)
		mount.type = "?";
	if (fd >= 0)
		close(fd);
	return mount.type;
}

/* The file system is asked of the nearest folder that exists. */
static enum fail
check_file_system(struct cli *cli, const char *path, struct err *err)
{
	char *at = arena_text(cli->arena, path);
	enum file_system kind = FILE_SYSTEM_LOCAL;
	enum fail fail;

	while (access(at, F_OK) != 0 && strrchr(at, '/') > at)
		*strrchr(at, '/') = '\0';
	if (access(at, F_OK) != 0)
		at = arena_text(cli->arena, "/");
	fail = file_system_of(at, &kind, err);
	if (fail)
		return fail;
	if (kind == FILE_SYSTEM_NETWORK)
		return fail_say(err, FAIL_DENIED, "cli.folder-network", path,
		    system_name(cli, at), NULL);
	if (kind == FILE_SYSTEM_FUSE)
		cli_say(
		    cli, "cli.folder-fuse", path, system_name(cli, at), NULL);
	return FAIL_NONE;
}

/* The folder as it is named, before it is looked at. */
static enum fail
named(struct cli *cli, const char **ret_path, struct err *err)
{
	const char *paths[CONF_N];
	enum fail fail;

	*ret_path = cli->options.data;
	if (*ret_path != NULL && **ret_path == '\0')
		return fail_say(err, FAIL_INVALID, "cli.folder-empty", NULL);
	if (*ret_path != NULL)
		return FAIL_NONE;
	fail = configured(cli, paths, err);
	*ret_path = paths[CONF_DATA];
	if (fail || *ret_path != NULL)
		return fail;
	return personal(cli, ret_path, err);
}

enum fail
cli_folder(struct cli *cli, const char **ret_path, struct err *err)
{
	const char *path = NULL;
	enum fail fail;

	fail = named(cli, &path, err);
	if (fail)
		return fail;
	assert(path != NULL);
	fail = absolute(cli, &path, err);
	if (fail)
		return fail;
	if (cli->options.is_practice)
		path = arena_print(cli->arena, "%s/practice", path);
	fail = check_file_system(cli, path, err);
	if (fail)
		return fail;
	*ret_path = path;
	return FAIL_NONE;
}

enum fail
cli_state_folder(struct cli *cli, const char **ret_path, struct err *err)
{
	const char *paths[CONF_N];
	const char *state = world_variable("XDG_STATE_HOME");
	const char *home = world_variable("HOME");
	enum fail fail = configured(cli, paths, err);

	if (fail)
		return fail;
	if (paths[CONF_STATE] != NULL)
		*ret_path = paths[CONF_STATE];
	else if (state != NULL && *state == '/')
		*ret_path = arena_print(cli->arena, "%s/loket", state);
	else if (home != NULL && *home == '/')
		*ret_path =
		    arena_print(cli->arena, "%s/.local/state/loket", home);
	else
		return fail_say(err, FAIL_MISSING, "cli.no-home", NULL);
	return FAIL_NONE;
}
