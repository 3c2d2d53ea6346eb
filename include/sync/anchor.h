#ifndef SYNC_ANCHOR_H
#define SYNC_ANCHOR_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "base/id.h"

/*
 * What is remembered of a register outside it, so that one which goes back in
 * time or turns up on another machine is noticed: a file for each writer, in
 * another folder than the register, and a fingerprint of the machine, in it.
 */
struct anchor {
	struct id writer;
	int64_t entry;   /* the last entry of its log, at least */
	uint64_t bundle; /* the last it sealed, at least; 0: none */
};

/*
 * The file of that writer in folder. FAIL_MISSING: none yet; FAIL_CORRUPT
 * sync.anchor-damaged (path).
 */
enum fail anchor_read(const char *folder, const struct id *writer,
    struct anchor *ret_anchor, struct err *err) must_check nonnull(1, 2, 3);

/* Replaced as file_write() does; the folder is made. */
enum fail anchor_write(const char *folder, const struct anchor *anchor,
    struct err *err) must_check nonnull(1, 2);

/*
 * A machine in five parts, each a keyed hash that tells nothing, or unknown:
 * whoever runs the program may not read all of them.
 */
enum machine_part {
	MACHINE_BOARD,       /* DMI product UUID */
	MACHINE_DISKS,       /* serial numbers of the disks built in */
	MACHINE_NETWORK,     /* addresses of the network cards */
	MACHINE_INSTALL,     /* /etc/machine-id */
	MACHINE_FILE_SYSTEM, /* on which the register lies */
	MACHINE_PARTS
};

enum { MACHINE_PART_SIZE = 8, MACHINE_TEXT_SIZE = MACHINE_PARTS * 17 };

struct machine {
	bool is_known[MACHINE_PARTS];
	uint8_t part[MACHINE_PARTS][MACHINE_PART_SIZE];
};

/*
 * A part from what was read of it; "" is unknown. word: the register's, so
 * that two registers of one machine have no hash in common.
 */
void machine_set(struct machine *machine, enum machine_part part,
    const struct id *word, const char *text) nonnull(1, 3, 4);

/* Five words, "-" for unknown ones; false when text is none. */
void machine_print(const struct machine *machine, char text[MACHINE_TEXT_SIZE])
    nonnull(1);
bool machine_parse(const char *text, struct machine *ret_machine)
    must_check nonnull(1, 2);

/*
 * Another machine? When three of the five differ, or when all differ that are
 * the hardware's, at least two: a cloned disk takes its file system and
 * /etc/machine-id along. A new disk, a new network card or a new installation
 * alone are the same machine.
 */
bool machine_is_other(const struct machine *before, const struct machine *now)
    must_check nonnull(1, 2);

/* What is known of it now, and what was before for the rest. */
void machine_follow(struct machine *machine, const struct machine *before)
    nonnull(1, 2);

#endif
