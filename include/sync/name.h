#ifndef SYNC_NAME_H
#define SYNC_NAME_H

#include <stdbool.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/crypto.h"
#include "base/id.h"

/*
 * Names on the share, made and read in this one place. All are lower case
 * a-z 0-9 - . and at most NAME_PART_MAX bytes between two slashes, so that
 * any server can hold them. Writers and hashes are base32 (RFC 4648, lower
 * case, without '='); the first 10 bytes of a file's hash stand in its name.
 *
 *	fleet                                  the marker of the share
 *	roster/000003-<hash>.ros
 *	w/<writer>/i/<hash>.int                an introduction
 *	w/<writer>/b/202611/0000000012-<hash>.bnd
 *	w/<writer>/h/0000000345-<hash>.det     a heartbeat
 *	w/<writer>/s/20261122-<digest>/part-0001-<hash>.pot
 *	w/<writer>/s/20261122-<digest>/manifest-<hash>.pot
 *	w/<writer>/relay/<author>-0000000012-<hash>.bnd
 *	w/<writer>/trash/0000000012-<hash>.bnd
 */
enum name_kind {
	NAME_MARKER,
	NAME_ROSTER,
	NAME_INTRODUCTION,
	NAME_BUNDLE,
	NAME_HEARTBEAT,
	NAME_SNAPSHOT_PART,
	NAME_SNAPSHOT_MANIFEST,
	NAME_RELAY,
	NAME_TRASH, /* a bundle of one's own that waits to die */
};

enum { NAME_HASH_SIZE = 10, NAME_PART_MAX = 60, NAME_SIZE = 160 };

struct name {
	enum name_kind kind;
	struct id writer;               /* the folder's; not marker, roster */
	struct id author;               /* relay: whose bundle it is */
	uint64_t number;                /* version, bno, counter, part */
	uint32_t month;                 /* bundle: 202611 */
	uint32_t day;                   /* snapshot: 20261122 */
	uint8_t digest[NAME_HASH_SIZE]; /* snapshot: of the register */
	uint8_t hash[NAME_HASH_SIZE];   /* of the file; not marker */
};

/*
 * The path below the share, without a slash in front. What the kind does not
 * have is not looked at. The month of a bundle is that of its head.hlc.
 */
void name_print(const struct name *name, char text[NAME_SIZE]) nonnull(1, 2);

/* Exactly as printed; false otherwise, *ret_name is then untouched. */
bool name_parse(const char *text, struct name *ret_name)
    must_check nonnull(1, 2);

/*
 * The folder of a name's kind, without a slash at its end: "roster",
 * "w/<writer>/h", "w/<writer>/b/202611"; "" for the marker.
 */
void name_folder(const struct name *name, char text[NAME_SIZE]) nonnull(1, 2);

/* A writer as it stands in a path: 26 letters and digits, and back. */
enum { NAME_WRITER_SIZE = 27 };
void name_writer(const struct id *writer, char text[NAME_WRITER_SIZE])
    nonnull(1, 2);
bool name_writer_parse(const char *text, struct id *ret_writer)
    must_check nonnull(1, 2);

/* Does the hash in the name begin the whole one? */
bool name_has_hash(const struct name *name, const uint8_t hash[HASH_SIZE])
    must_check nonnull(1);

/* The month (202611, local) of an hlc, for a bundle's folder. */
uint32_t name_month(int64_t hlc);

#endif
