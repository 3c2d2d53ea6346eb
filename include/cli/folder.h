#ifndef CLI_FOLDER_H
#define CLI_FOLDER_H

#include "base/err.h"
#include "cli/cli.h"

/*
 * Where the register lies: --data, else the folder named in loket.conf of
 * sysconfdir where that file exists, else loket in XDG_DATA_HOME, else in
 * ~/.local/share. Practice has its own folder "practice" inside it.
 *
 * A network file system is refused (the database's WAL does not work over
 * one); FUSE is warned of. The path is absolute and lives in the run's arena.
 * The folder need not exist.
 *
 * FAIL_INVALID: loket.conf is wrong; FAIL_DENIED: a network file system;
 * FAIL_MISSING: no folder is named and there is no home.
 */
enum fail cli_folder(struct cli *cli, const char **ret_path, struct err *err)
    must_check nonnull(1, 2);

/*
 * Where anchors lie, apart from the register: the folder that "state" names in
 * loket.conf, else loket in XDG_STATE_HOME, else in ~/.local/state.
 * FAIL_MISSING: nowhere.
 */
enum fail cli_state_folder(struct cli *cli, const char **ret_path,
    struct err *err) must_check nonnull(1, 2);

#endif
