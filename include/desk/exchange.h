#ifndef DESK_EXCHANGE_H
#define DESK_EXCHANGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "store/conflict.h"
#include "store/exchange.h"

/*
 * How the exchange with the other counters stands, as the last runs of `loket
 * sync` wrote it down, and the conflicts that wait for a person. Nothing here
 * touches the share.
 */
struct desk;

/* After so many working days without a heartbeat a counter is silent. */
enum { SILENT_DAYS = 2, EXCHANGE_RUNS_SHOWN = 20,
	/* A run that shows nothing for so long was killed. */
	EXCHANGE_DEAD_MS = 120 * 1000 };

enum exchange_look {
	EXCHANGE_NONE,    /* no share is set: a counter alone */
	EXCHANGE_NEVER,   /* set, and no run ended well yet */
	EXCHANGE_RUNS,    /* now */
	EXCHANGE_FINE,
	EXCHANGE_WAITING, /* the last run did not end well */
	EXCHANGE_STALE,   /* the last good one is SILENT_DAYS old */
};

/* For the head of every screen: cheap enough for every key. */
struct exchange_head {
	enum exchange_look look;
	int64_t good_ms;   /* when the last good run ended; 0: none */
	int percent;       /* of the phase that runs; -1: not known */
	int64_t conflicts; /* open */
};

enum fail desk_exchange_head(struct desk *desk, struct exchange_head *ret_head,
    struct err *err) must_check nonnull(1, 2);

struct exchange_peer {
	const char *station; /* with its letter: "L03", "L03B" */
	int64_t seen_ms;     /* 0: never */
	int64_t behind;      /* its bundles not applied here yet */
	int silent_days;     /* working days; 0: it is heard of */
	bool is_us, digest_differs;
	bool is_retired;     /* not expected to be heard of any more */
	const struct fact *trouble; /* what waits, or its clock; or NULL */
};

struct exchange {
	struct exchange_head head;
	const char *share;       /* "" for none */
	int minutes;             /* between runs; 0: at night only */
	struct exchange_run running;   /* number 0: none */
	struct exchange_run last_good; /* number 0: none */
	struct exchange_run *runs;     /* latest first */
	size_t n_runs;
	struct exchange_peer *peers;   /* by station, letter */
	size_t n_peers, n_silent;
	size_t n_fleet, n_heard; /* with this counter */
	int64_t unsealed; /* entries of this counter that wait */
	int64_t unsent;   /* bundles that wait for the share */
	int64_t parked;   /* entries that a newer program wrote */
	int64_t refused;  /* files of the share that are not used */
	struct quarantined *refused_files; /* the latest of them */
	size_t n_refused_files;
};

enum fail desk_exchange(struct desk *desk, struct arena *arena,
    struct exchange *ret_exchange, struct err *err)
    must_check nonnull(1, 2, 3);

/* Is a run due now, by the setting sync-minutes? Never while one runs. */
bool desk_exchange_is_due(struct desk *desk) nonnull(1);

/* Whether who works may start one by hand. FAIL_DENIED; FAIL_MISSING
 * exchange.no-share; FAIL_BUSY exchange.busy. */
enum fail desk_exchange_may_start(struct desk *desk, struct err *err)
    must_check nonnull(1);

/* One conflict with words for people. */
struct desk_conflict {
	const struct conflict *conflict;
	const char *what;  /* number or name of the record */
	const char *label; /* of the cell, as its form calls it */
	bool may_decide;   /* who works, by his roles */
	/* Value by value; identities masked. Of verdicts (TABLE_VERDICT) the
	 * record that stays, "" for different ones. */
	const char **texts;
	const char **officer_names; /* who wrote each */
};

/*
 * The open conflicts, of one record when id is not NULL. Of a complaint that
 * names the officer who works none is given.
 */
enum fail desk_conflicts(struct desk *desk, const struct id *id,
    struct arena *arena, struct desk_conflict **ret_list, size_t *ret_n,
    struct err *err) must_check nonnull(1, 3, 4, 5);

/*
 * Take the value at index: everywhere, once the others have heard of it.
 * FAIL_DENIED by the record's own rule; FAIL_CONFLICT store.conflict-changed.
 */
enum fail desk_conflict_decide(struct desk *desk,
    const struct conflict *conflict, size_t index, struct err *err)
    must_check nonnull(1, 2);

/* Pembaruan paralel: changed at two counters at once, both changes stand. */
enum fail desk_is_parallel(struct desk *desk, enum table_number table,
    const struct id *id, bool *ret_is_parallel, struct err *err)
    must_check nonnull(1, 3, 4);

#endif
