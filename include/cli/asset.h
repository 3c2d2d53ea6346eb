#ifndef CLI_ASSET_H
#define CLI_ASSET_H

#include <stddef.h>

#include "base/err.h"
#include "base/problem.h"
#include "cli/cli.h"

/*
 * The office's tables and forms, for commands that work without a register.
 * With a register desk reads them, and knows the last good text of each.
 */

/*
 * Read "data/holidays.tsv" below the folder of assets; lives as long as the
 * run. FAIL_MISSING, FAIL_INVALID, FAIL_IO as file_read().
 */
enum fail cli_asset(struct cli *cli, const char *path, const char **ret_bytes,
    size_t *ret_size, struct err *err) must_check nonnull(1, 2, 3, 4);

/* Say every problem, a line each: file, line, sentence. Gives CLI_FAILED. */
int cli_problems(struct cli *cli, const struct problems *problems)
    nonnull(1, 2);

#endif
