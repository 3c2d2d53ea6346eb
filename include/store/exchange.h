#ifndef STORE_EXCHANGE_H
#define STORE_EXCHANGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/fact.h"
#include "base/id.h"
#include "domain/number.h"
#include "store/store.h"

/*
 * How the exchange goes, written down by the run of `loket sync` and read by
 * the screens, which never look at the share. Local, never synced. Every
 * writing function makes its own small transaction unless one is open; do not
 * call one more often than once a second.
 */

/* One run. */
enum exchange_phase {
	EXCHANGE_STARTING, /* lock, health, identity, the share's marker */
	EXCHANGE_SEALING,
	EXCHANGE_PUBLISHING,
	EXCHANGE_SAYING, /* the heartbeat */
	EXCHANGE_PULLING,
	EXCHANGE_APPLYING,
	EXCHANGE_DONE,
};

enum { RUN_CAUSE_SIZE = 16, RUN_SHARE_SIZE = 256 };

struct exchange_run {
	int64_t number;             /* given by store_run_begin() */
	char cause[RUN_CAUSE_SIZE]; /* "hand", "start", "timer", "closing" */
	char share[RUN_SHARE_SIZE]; /* the folder */
	int64_t pid;
	int64_t started_ms, ended_ms; /* ended 0: it runs, or was killed */
	int64_t shown_ms;             /* of the last store_run_show() */
	enum exchange_phase phase;
	int64_t done, total; /* steps of this phase; total 0: unknown */
	int64_t bytes_done, bytes_total;
	int64_t seconds_left;                           /* -1: unknown */
	int64_t sealed, sent, pulled, applied, refused; /* bundles */
	int64_t entries;                                /* of others, applied */
	int exit;                                       /* 0, 1, 4, 75 */
	struct fact fact; /* why it did not end well; code "" when it did */
};

/* Write down that a run begins; sets number and started_ms. The last
 * RUNS_KEPT are kept. */
enum { RUNS_KEPT = 200 };
enum fail store_run_begin(struct store *store, struct exchange_run *run,
    struct err *err) must_check nonnull(1, 2);

/* How far it is; sets shown_ms. With phase EXCHANGE_DONE: the end; sets
 * ended_ms. */
enum fail store_run_show(struct store *store, struct exchange_run *run,
    struct err *err) must_check nonnull(1, 2);

/* The latest runs, latest first, at most limit. */
enum fail store_runs(struct store *store, size_t limit, struct arena *arena,
    struct exchange_run **ret_runs, size_t *ret_n, struct err *err)
    must_check nonnull(1, 3, 4, 5);

/* The last run that ended with exit 0; FAIL_MISSING when there is none. */
enum fail store_run_last_good(struct store *store, struct exchange_run *ret_run,
    struct err *err) must_check nonnull(1, 2);

/*
 * One writer of the fleet as this counter knows it: from the roster, from its
 * heartbeats, and when those were seen here by this counter's own clock.
 */
struct peer {
	struct id writer;
	char station[STATION_SIZE];
	char letter;        /* 'A' to 'Z' */
	bool is_active;     /* it is expected to be heard of */
	uint64_t heartbeat; /* highest counter seen; never falls */
	int64_t first_ms;   /* when this counter first heard of it */
	int64_t seen_ms;  /* when a higher heartbeat was last seen; 0: never */
	int64_t made_ms;  /* that heartbeat's time, by its own clock */
	uint64_t sealed;  /* bundles it says it has */
	uint64_t applied; /* its bundles applied here */
	uint64_t has_of_us; /* our bundles it applied */
	uint32_t schema;
	int64_t ahead_ms;    /* its clock against the share's; 0: not known */
	uint32_t conflicts;  /* open there */
	bool digest_differs; /* equal vector and schema, another digest */
	struct fact trouble; /* its chain waits, or its clock is wrong; or "" */
	const void *heartbeat_text; /* as it came, NUL behind it; for the run */
	size_t heartbeat_size;
};

/* Insert, or replace the one with its writer. */
enum fail store_peer_put(struct store *store, const struct peer *peer,
    struct err *err) must_check nonnull(1, 2);

/* FAIL_MISSING (store.no-peer). */
enum fail store_peer_get(struct store *store, const struct id *writer,
    struct arena *arena, struct peer *ret_peer, struct err *err)
    must_check nonnull(1, 2, 3, 4);

/* All, by station, letter, writer. */
enum fail store_peers(struct store *store, struct arena *arena,
    struct peer **ret_peers, size_t *ret_n, struct err *err)
    must_check nonnull(1, 2, 3, 4);

/* Files of the share that were refused: never moved, only named. */
enum { QUARANTINE_PATH_SIZE = 200 };

struct quarantined {
	char path[QUARANTINE_PATH_SIZE]; /* on the share */
	struct id writer;                /* in whose folder it lies */
	struct fact reason;
	int64_t first_ms, last_ms;
	int64_t times;
};

/* Count it: first, last and times are kept here. */
enum fail store_quarantine_put(struct store *store,
    const struct quarantined *file, struct err *err) must_check nonnull(1, 2);

/* It is good now, or gone by its author's hand. Nothing when not listed. */
enum fail store_quarantine_drop(struct store *store, const char *path,
    struct err *err) must_check nonnull(1, 2);

/* Latest first, at most limit; *ret_total how many there are. */
enum fail store_quarantine(struct store *store, size_t limit,
    struct arena *arena, struct quarantined **ret_list, size_t *ret_n,
    int64_t *ret_total, struct err *err) must_check nonnull(1, 3, 4, 5, 6);

/*
 * A child that hangs on the share and was given up: its process and when that
 * began, to tell it from another with its number. pid 0: none.
 */
struct stuck_child {
	int64_t pid;
	int64_t began; /* in the kernel's ticks since boot */
	int64_t since_ms;
};

enum fail store_stuck_put(struct store *store, const struct stuck_child *child,
    struct err *err) must_check nonnull(1, 2);
enum fail store_stuck_get(struct store *store, struct stuck_child *ret_child,
    struct err *err) must_check nonnull(1, 2);

/*
 * What the exchange must remember between runs (highest roster, heartbeat
 * counter, run token ...): names and bytes, the meaning is the sync room's.
 */
enum { EXCHANGE_NOTE_MAX = 1 << 20 };

/* NULL forgets it. */
enum fail store_note_put(struct store *store, const char *name,
    const void *bytes, size_t size, struct err *err) must_check nonnull(1, 2);

/* FAIL_MISSING (store.no-note) when there is none. A NUL stands behind. */
enum fail store_note_get(struct store *store, const char *name,
    struct arena *arena, const void **ret_bytes, size_t *ret_size,
    struct err *err) must_check nonnull(1, 2, 3, 4, 5);

#endif
