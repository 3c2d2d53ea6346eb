#ifndef CLI_SCREENS_RUN_H
#define CLI_SCREENS_RUN_H

#include "cli/cli.h"

/*
 * Open what there is (a counter that is set up, practice, or nothing yet),
 * take the terminal, and run the screens until the officer leaves. Returns
 * the exit of the program; CLI_LOCKED when another one has the folder.
 */
int screens_run(struct cli *cli) must_check nonnull(1);

#endif
