#ifndef SYNC_FLEET_INSIDE_H
#define SYNC_FLEET_INSIDE_H

#include "sync/fleet.h"

/* For the files of the fleet only. */

/* Version in decimal, hash in hex: the highest roster seen. */
enum { HIGHEST_SIZE = 12 + HASH_HEX_SIZE };
void fleet_print_highest(const struct roster *roster, char text[HIGHEST_SIZE]);

/* A file in the folder; where the copy of a file of the share lies. */
const char *fleet_path(const struct fleet *fleet, const char *name);
const char *fleet_file_path(const struct fleet *fleet, const struct name *name);

/* Who belongs, after something was learned. */
void fleet_judge(struct fleet *fleet);

#endif
