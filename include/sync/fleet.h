#ifndef SYNC_FLEET_H
#define SYNC_FLEET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "sync/keys.h"
#include "sync/name.h"
#include "sync/roster.h"

struct store;

/*
 * What a counter keeps of its fleet, in the folder "fleet" beside the
 * register:
 *
 *	keyring               sync/keys.h
 *	roster/000003-....ros each roster seen
 *	intro/....int         each introduction seen
 *	highest               the highest roster seen, a second time
 *
 * A counter without that folder is a fleet of one, and notices nothing.
 * Nothing here touches the share.
 */
struct fleet {
	const char *folder; /* absolute */
	struct arena *arena;
	struct keyring keyring;
	struct roster roster; /* the highest known */
	struct members members;
	struct file_bytes *introductions;
	size_t n_introductions;
};

void fleet_done(struct fleet *fleet); /* forgets the keys */
#define scoped_fleet scoped(fleet_done) struct fleet

/*
 * Read it; all of it lives in arena. data: the data folder.
 *
 * FAIL_MISSING sync.no-fleet: a fleet of one. FAIL_CORRUPT sync.roster-lost:
 * the roster on the disk is older than the highest that was seen.
 */
enum fail fleet_open(const char *data, struct arena *arena,
    struct fleet *ret_fleet, struct err *err) must_check nonnull(1, 2, 3);

/* A fleet that is being founded or joined: a keyring, and no roster yet. */
enum fail fleet_begin(const char *data, const struct keyring *keyring,
    struct arena *arena, struct fleet *ret_fleet, struct err *err)
    must_check nonnull(1, 2, 3, 4);

/*
 * The register repeats the highest roster seen: compare, then note it there.
 * FAIL_CORRUPT sync.roster-lost (version): it knows a higher one.
 */
enum fail fleet_remember(struct fleet *fleet, struct store *store,
    struct err *err) must_check nonnull(1, 2);

/* Write the keyring after keys were added to it. */
enum fail fleet_keep_keys(const struct fleet *fleet, struct err *err)
    must_check nonnull(1);

/*
 * Take a roster found on the share. *ret_is_new: it is higher than the one
 * known; then members and data keys are those of the new one. An older one is
 * kept nowhere and is no failure.
 *
 * Failures of roster_open(); FAIL_CONFLICT sync.roster-fork (version): it has
 * the version of the known one and says something else, or it does not follow
 * the known one.
 */
enum fail fleet_take_roster(struct fleet *fleet, const void *bytes, size_t size,
    bool *ret_is_new, struct err *err) must_check nonnull(1, 2, 4);

/*
 * Take an introduction found on the share. It is kept, and *ret_is_new set,
 * when it was not known and makes its writer a member; why another does not
 * is in *ret_reason (code "" when it is known already): sync.sponsor-unknown
 * means to try again with a newer roster.
 *
 * Failures of container_peek(); FAIL_INVALID: of another fleet or kind.
 */
enum { INTRODUCTIONS_MAX = 4000 };
enum fail fleet_take_introduction(struct fleet *fleet,
    const struct file_bytes *file, bool *ret_is_new, struct fact *ret_reason,
    struct err *err) must_check nonnull(1, 2, 3, 4);

/* Files of this folder that belong on the share, too. */
struct fleet_file {
	struct name name;
	const char *path;
};

/*
 * The rosters, and the introductions of the writers this machine has been.
 * Any counter may put a roster there, introductions go into one's own folder.
 * The introductions of others that count are named too when all is true: for
 * a share that was emptied.
 */
enum fail fleet_files(const struct fleet *fleet, bool all, struct arena *arena,
    struct fleet_file **ret_files, size_t *ret_n, struct err *err)
    must_check nonnull(1, 3, 4, 5);

#endif
