#ifndef CLI_PROCESS_H
#define CLI_PROCESS_H

#include "base/attr.h"
#include "cli/cli.h"

/*
 * What the process asks of the system before anything else: files only their
 * owner may read, no core file, an error instead of a signal for a full disk
 * or a closed pipe, a UTF-8 locale.
 */
void process_start(struct cli *cli) nonnull(1);

void process_end(struct cli *cli) nonnull(1);

#endif
