#ifndef SYNC_ROUND_INSIDE_H
#define SYNC_ROUND_INSIDE_H

#include "store/bundle.h"
#include "sync/heartbeat.h"
#include "sync/name.h"
#include "sync/round.h"

/* A round on its way. */
struct work {
	struct round *round;
	struct store *store;
	struct fleet *fleet;
	const struct share *share;
	struct exchange_run *run;
	struct arena *arena;
	struct id self;
	const struct station_keys *keys;
	const struct data_key *key;
	uint8_t token[HEARTBEAT_TOKEN_SIZE];
	int64_t schema;
	int64_t ahead_ms;    /* of this clock before the share's; 0 unknown */
	bool may_publish;    /* the share took what was put so far */
	bool is_share_older; /* it was set back to an earlier day */
	bool is_thorough;    /* every own file is compared */
	bool is_changed;     /* something was applied since the heartbeat */
	bool has_quarantine; /* some file was refused once */
	bool has_digest;     /* digest is that of the register now */
	uint8_t digest[HASH_SIZE];
	int64_t shown_at;    /* monotonic_ms() */
	int64_t phase_at;    /* when the phase began, the same */
	struct heartbeat *said; /* for each member; station "" when none */
	struct fact *trouble;   /* why its chain waits; code "" when not */
	struct heartbeat_want wants[HEARTBEAT_WANTS_MAX];
	size_t n_wants;
	struct heartbeat_want told[HEARTBEAT_WANTS_MAX]; /* in the last one */
	size_t n_told;
};

enum fail work_point(struct work *work, const char *name, struct err *err)
    must_check;

/* A new phase of so many steps; one more was done; and one that may not have
 * been counted before. sync.stopped when it is to end here. */
enum fail work_phase(struct work *work, enum exchange_phase phase,
    int64_t total, struct err *err) must_check;
enum fail work_done_one(struct work *work, struct err *err) must_check;
enum fail work_found_one(struct work *work, struct err *err) must_check;

/*
 * A call to the share failed. When that is the end of all calls it is handed
 * up; else it is noted as what is left for later, and FAIL_NONE.
 */
enum fail work_share_failed(struct work *work, enum fail fail,
    const struct err *why, struct err *err) must_check;

/* Of the register after what was applied last; reading all of it takes a
 * second for each hundred thousand records, so not twice. What a person
 * writes meanwhile is not sealed, and counts in the next round. */
enum fail work_digest(struct work *work, struct err *err) must_check;

void work_want(struct work *work, const struct id *writer, uint64_t number);
bool work_wants(
    const struct work *work, const struct id *writer, uint64_t number);

/* Refused: named, and left where it is. */
enum fail work_quarantine(struct work *work, const char *path,
    const struct id *writer, const struct err *why, struct err *err) must_check;

/* Put a file of one's own; ret_is_there false: not now (noted). */
enum fail work_put(struct work *work, const struct share_file *file,
    bool *ret_is_there, struct err *err) must_check;

/* The names of a folder; none when it is not there or cannot be read. */
enum fail work_list(struct work *work, const struct share_wish *wish,
    struct share_names *ret_names, struct err *err) must_check;

/* round_fleet.c: rosters, introductions, members, who may write officers. */
enum fail round_take_fleet(struct work *work, struct err *err) must_check;
enum fail round_give_fleet(struct work *work, struct err *err) must_check;

/* round_seal.c */
enum fail round_seal(struct work *work, struct err *err) must_check;

/* round_publish.c */
enum fail round_look_at_own(struct work *work, struct err *err) must_check;
enum fail round_publish(struct work *work, struct err *err) must_check;
enum fail round_remove_parts(
    struct work *work, const char *folder, struct err *err) must_check;
enum fail round_name_bundle(const struct work *work,
    const struct bundle *bundle, const struct buf *file, enum name_kind kind,
    struct name *ret_name, struct err *err) must_check;
enum fail round_give(struct work *work, const struct bundle *bundle,
    enum name_kind kind, bool *ret_is_there, struct err *err) must_check;

/* round_compare.c */
enum fail round_compare(struct work *work, struct err *err) must_check;

/* round_say.c */
enum fail round_say(struct work *work, struct err *err) must_check;

/* round_hear.c; the bundles of others that are not here yet, by what those
 * told */
enum fail round_hear(struct work *work, struct err *err) must_check;
enum fail round_count_missing(struct work *work, int64_t *ret_n,
    struct err *err) must_check;
enum fail round_judge_peers(struct work *work, struct err *err) must_check;

/* round_find.c: bundles of one writer that may be wanted. */
struct candidates {
	struct name *list;
	size_t n, room;
};

/* Those that it named itself: exact names. */
void round_add_said(struct work *work, const struct member *member,
    const struct heartbeat *beat, struct candidates *candidates);

/* Those that lie in its newest folders of months. */
enum fail round_add_listed(struct work *work, const struct member *member,
    size_t months_max, struct candidates *candidates, struct err *err)
    must_check;

/* In the order of the chain, each once. */
void round_sort(struct candidates *candidates);

/* round_pull.c; whole: in every month, its former lives too. */
enum fail round_pull(struct work *work, struct err *err) must_check;
enum fail round_pull_whole(struct work *work, const struct member *member,
    struct err *err) must_check;

/* round_told.c: bundles that another counter says it has. */
enum fail round_pull_told(struct work *work, struct err *err) must_check;

/* What became of one file that was fetched. */
enum fetched {
	FETCHED_NEW,
	FETCHED_KNOWN,
	FETCHED_WAITS,   /* for the one before it, a key, or a newer program */
	FETCHED_REFUSED, /* quarantined */
	FETCHED_MISSING, /* not there, or not to be read now */
};
enum fail round_fetch(struct work *work, const struct member *member,
    const struct name *name, enum fetched *ret_fetched, struct err *err)
    must_check;

/*
 * round_before.c: what bundle number of a member stands on, the one before it
 * or the last of the writer that it follows. False: on nothing, or on what
 * only the bundle itself tells.
 */
bool round_before(const struct member *member, uint64_t number,
    struct heartbeat_want *ret_before);

/* Say in trouble for which bundle of whom it waits. */
void round_say_waits(const struct work *work,
    const struct heartbeat_want *before, struct fact *trouble);

/* Did the admin sign that nobody has what this bundle stands on? */
bool round_is_after_gap(
    const struct work *work, const struct member *member, uint64_t number);

/* Should one that was given up turn up after all, it is still taken. */
enum fail round_want_gaps(struct work *work, struct err *err) must_check;

/* round_relay.c */
enum fail round_take_relayed(
    struct work *work, bool *ret_is_new, struct err *err) must_check;
enum fail round_answer_wants(struct work *work, struct err *err) must_check;

#endif
