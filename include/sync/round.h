#ifndef SYNC_ROUND_H
#define SYNC_ROUND_H

#include <signal.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/clock.h"
#include "base/fact.h"
#include "base/failpoint.h"
#include "store/exchange.h"
#include "store/store.h"
#include "sync/fleet.h"
#include "sync/share.h"

/*
 * One round of the exchange: what this counter has is sealed, published and
 * told of; what others have is fetched, verified and applied. It may end at
 * any place, by a kill or a power cut, and is simply done again: every step
 * is either not done, or done and known to be.
 *
 * Points, reached in this order:
 *
 *	S05          the share's marker is read
 *	S01 to S04   a parcel: begun, sealed, kept, committed
 *	S06 to S13   its file on the share (share_direct.h)
 *	S14          it is there; not noted yet
 *	S15 to S20   the heartbeat's file
 *	S21          a heartbeat was read
 *	S22, S23     a bundle is asked for; is here, not looked at
 *	S24 to S27   it is applied (store_apply)
 *	S28          it is applied and let go
 *
 * Nothing is published before its transaction is on the disk, and nothing is
 * noted as published before it was read back.
 */
struct round {
	struct store *store;
	struct fleet *fleet;
	struct share share;
	struct clock clock;
	struct entropy entropy;
	const struct failpoint *failpoint; /* NULL for none */
	const char *program;               /* version, for others to know */
	/* Compare every file of one's own on the share, as is done once a day
	 * anyway; else only those are looked at whose names are not listed. */
	bool is_thorough;
	/* Set by a signal: end after the file it is at. NULL for never. */
	const volatile sig_atomic_t *stop;
	/* Write down how far it is, for the screens, once a second. */
	bool is_shown;
	struct exchange_run *run; /* counts are added to */

	/* Set by round_go(), also when it fails. */
	struct fact
	    later;       /* what could not be done now; code "" when all was */
	uint64_t tables; /* bit n: records of table n were written */
};

/*
 * Go. Failures that others cause are no failures: a file that is wrong is
 * quarantined, a writer whose chain has a hole waits, and a share that takes
 * nothing more is still read from (later says so).
 *
 * FAIL_CONFLICT (sync.outrun): on the share this counter has been further
 * than it is: it was restored, or another machine runs as this one. Nothing
 * was published; it must take a new life first.
 *
 * Else as the share, the store and the keys fail; see round_is_later().
 */
enum fail round_go(struct round *round, struct err *err) must_check nonnull(1);

/* Is it a failure of the share, or was it stopped (sync.stopped): to be tried
 * again later (exit 75), and not a failure of this machine? */
bool round_is_later(const struct err *err) nonnull(1);

#endif
