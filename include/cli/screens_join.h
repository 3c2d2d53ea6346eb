#ifndef CLI_SCREENS_JOIN_H
#define CLI_SCREENS_JOIN_H

#include <stddef.h>

#include "cli/register.h"
#include "screens/app.h"

/*
 * Joining other counters, for the screens: what `loket fleet join` does, and
 * the rest of a joining that was left half-way.
 */

/*
 * The station by which the open register belongs to a fleet, in the run's
 * arena; NULL when it does not.
 */
const char *screens_joined(struct cli *cli, const struct cli_register *reg)
    nonnull(1, 2);

/*
 * Join, and open register and desk in reg. Who belongs already takes up the
 * share only. Failures of cli_join(); the share must answer.
 */
enum fail screens_join(struct cli *cli, struct cli_register *reg,
    const struct join_wish *wish, struct joined *ret_joined, struct err *err)
    must_check nonnull(1, 2, 3, 4);

/* Paths of the *.loket files in a folder, sorted, in arena. */
enum fail screens_invitations(const char *folder, struct arena *arena,
    const char *const **ret_paths, size_t *ret_n, struct err *err)
    must_check nonnull(1, 2, 3, 4);

#endif
