#ifndef SYNC_SHARE_REMOTE_H
#define SYNC_SHARE_REMOTE_H

#include "base/child.h"
#include "sync/share_direct.h"

/*
 * The share through a child process, which is this program started once more
 * and may hang for ever. Nothing here touches the share: no stat, no open, not
 * even a look at its path. Content comes and goes over the link and is never
 * left in a file of this machine, where it could be cut short or exchanged
 * between being verified and being read.
 *
 * A lock file held by the child tells whether one of an earlier run still
 * hangs: then no other is started, however often it is tried.
 */
struct share_limits {
	int marker_ms; /* for the share's marker, and to tell a file's size */
	int mib_ms;    /* for each MiB of a file begun, and for a listing */
	int run_ms;    /* for all of it */
};

/* 8.10 of the exchange: 20 s, 60 s, 20 min. */
struct share_limits share_limits_default(void);

struct share_start {
	/* The child's command line, its program by path; ends with NULL. It
	 * ends in share_serve(). */
	const char *const *argv;
	const char *lock_path; /* on this machine */
	struct share_limits limits;
};

struct share_remote {
	struct child child;
	struct share_limits limits;
	int64_t end_ms; /* of the run, as monotonic_ms() */
	bool is_hung;   /* a deadline passed; no call is made any more */
	bool is_ended;  /* the child has died; the same */
};

/*
 * Start the child. The run's time begins. FAIL_BUSY: the child of an earlier
 * run still is there (share.stuck); FAIL_IO, FAIL_MISSING: none can be
 * started.
 */
enum fail share_remote_start(const struct share_start *start,
    struct share_remote *ret_remote, struct err *err) must_check nonnull(1, 2);

/* The share; remote must outlive it. A child that has died by itself fails
 * with FAIL_IO (share.child). */
struct share share_remote(struct share_remote *remote) nonnull(1);

/* End the child. False: it hangs and was given up. */
bool share_remote_end(struct share_remote *remote) nonnull(1);

/* For scopes. */
void share_remote_done(struct share_remote *remote);
#define scoped_remote scoped(share_remote_done) struct share_remote

/*
 * In the child: answer what is asked on descriptor in, on out, until it is
 * closed. False: it was not closed but broken.
 */
bool share_serve(struct share_direct *direct, int in, int out) nonnull(1);

#endif
