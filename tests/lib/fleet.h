#ifndef TESTS_LIB_FLEET_H
#define TESTS_LIB_FLEET_H

/*
 * Several registers and what travels between them, for the tests of the
 * exchange below the share: a bundle is its payload with its head before it,
 * not encrypted, and lies in a list.
 */

#include "lib/register.h"
#include "store/bundle.h"

enum { FLEET_MAX = 12 };

struct fleet_bundle {
	struct bundle bundle;
	const uint8_t *file;
	size_t size;
	const uint8_t *payload;
	size_t payload_size;
};

struct fleet {
	struct arena *arena;
	size_t n;
	struct register_fixture *counter[FLEET_MAX]; /* L01, L02 ... */
	struct fleet_bundle *list;                   /* as they were sealed */
	size_t n_bundles, room;
};

/* n counters, each with a register of its own; they share nothing yet. */
struct fleet *fleet_new(size_t n, uint64_t seed);
void fleet_free(struct fleet *fleet);

/* Close a counter's register and open it: another process. */
void fleet_restart(struct fleet *fleet, size_t at);

/* One more counter with a copy of this one's register, as it is now: a disk
 * image put into a second machine. Returns where it is. */
size_t fleet_twin(struct fleet *fleet, size_t at);

/* Keep a backup of a counter's register; put the last one back. */
void fleet_save(struct fleet *fleet, size_t at);
void fleet_restore(struct fleet *fleet, size_t at);

/* Seal all it has, into the list; how many bundles that made. */
size_t fleet_seal(struct fleet *fleet, size_t at);

/* As it is given to store_apply(). */
struct incoming fleet_incoming(const struct fleet_bundle *made);

/* Apply one; returns what store_apply() does, but fails for FAIL_IO. */
enum fail fleet_apply(
    struct fleet *fleet, size_t at, size_t bundle, struct applied *ret_applied);

/* Apply all there are, those that wait again and again. */
void fleet_pull(struct fleet *fleet, size_t at);

/* Seal everywhere, then pull everywhere. */
void fleet_meet(struct fleet *fleet);

/* The digest of a counter, as hex digits. */
const char *fleet_digest(struct fleet *fleet, size_t at);

/* store_check() finds nothing. */
void fleet_finds_nothing(struct fleet *fleet, size_t at);

/* All digests are equal, and store_check() finds nothing anywhere. */
void fleet_is_one(struct fleet *fleet);

#endif
