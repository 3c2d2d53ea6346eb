#ifndef CLI_SHARE_H
#define CLI_SHARE_H

#include "cli/cli.h"
#include "sync/share_remote.h"

struct store;

/* The share as the command line finds it. Nothing here touches it. */

/*
 * The folder that was named (given), or with NULL the setting's; absolute,
 * lives as long as the run. FAIL_MISSING (sync.no-share): none is named.
 */
enum fail cli_share(struct cli *cli, struct store *store, const char *given,
    const char **ret_path, struct err *err) must_check nonnull(1, 2, 4, 5);

/*
 * Start the child that alone touches it. folder: the data folder. Failures of
 * share_remote_start().
 */
enum fail cli_share_start(struct cli *cli, const char *folder, const char *path,
    struct share_remote *ret_remote, struct err *err)
    must_check nonnull(1, 2, 3, 4);

#endif
