#ifndef CLI_IDENTITY_H
#define CLI_IDENTITY_H

#include "base/err.h"
#include "cli/cli.h"

/*
 * Is the register where and as it was? One that went back in time (restored
 * by hand, or its disk lost writes) or lies on another machine (moved,
 * cloned) takes a new life: another writer, another letter for its numbers,
 * so that nothing that was given or published once is given or published
 * again with another content. What it has is kept.
 */
struct store;

/*
 * At every opening for writing. When a new life began, that is said, and
 * ret_fact (may be NULL) has the sentence for the screens; its code is "" when
 * all is as it was. In practice nothing is looked at.
 */
enum fail cli_identity(struct cli *cli, struct store *store,
    struct fact *ret_fact, struct err *err) must_check nonnull(1, 2);

/*
 * The present life stands in the fleet, under a letter that is its own: done
 * again at every start until it is. A counter alone has nothing to do.
 */
enum fail cli_identity_settle(struct cli *cli, struct store *store,
    struct err *err) must_check nonnull(1, 2);

/* Note how far the register is; after work. What fails is of no weight. */
void cli_identity_keep(struct cli *cli, struct store *store) nonnull(1, 2);

/*
 * Begin a new life because of code ("identity.restored", "identity.copied",
 * "identity.outrun": seen on the share). In a fleet the old life vouches for
 * it; without its keys this counter needs an invitation (said, no failure).
 */
enum fail cli_identity_renew(struct cli *cli, struct store *store,
    const char *code, struct fact *ret_fact, struct err *err)
    must_check nonnull(1, 2, 3);

#endif
