#ifndef CLI_MACHINE_H
#define CLI_MACHINE_H

#include "base/arena.h"
#include "sync/anchor.h"

/*
 * What this machine is, as far as whoever runs the program may read it. root
 * stands before /etc and /sys ("" but in tests); folder is where the register
 * lies, word makes the hashes the register's own.
 */
void machine_look(const char *root, const char *folder, const struct id *word,
    struct arena *arena, struct machine *ret_machine) nonnull(1, 2, 3, 4, 5);

#endif
