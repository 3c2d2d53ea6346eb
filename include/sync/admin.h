#ifndef SYNC_ADMIN_H
#define SYNC_ADMIN_H

#include <stddef.h>
#include <stdint.h>

#include "base/crypto.h"
#include "base/err.h"
#include "sync/fleet.h"

/*
 * What only the holder of the admin key does: found a fleet, sign the next
 * roster. The key lies in a file under a passphrase, best on a stick in the
 * safe; a second way to it is the recovery key on paper. No counter needs it
 * from day to day.
 */
struct admin {
	uint8_t seed[SEED_SIZE];
	struct sign_pair sign;
};

void admin_done(struct admin *admin); /* forgets it */
#define scoped_admin scoped(admin_done) struct admin

/* Replaces path, mode 0600. Failures of passphrase_key() and file_write(). */
enum fail admin_write(const char *path, const struct admin *admin,
    const char *passphrase, struct passphrase_cost cost,
    const struct entropy *entropy, struct err *err)
    must_check nonnull(1, 2, 3, 5);

/*
 * FAIL_MISSING sync.no-admin-key (path); FAIL_DENIED sync.admin-wrong: the
 * passphrase; FAIL_CORRUPT sync.keys-damaged (path).
 */
enum fail admin_read(const char *path, const char *passphrase,
    struct admin *ret_admin, struct err *err) must_check nonnull(1, 2, 3);

/*
 * The recovery key, as it is printed and typed: 14 groups of four letters and
 * digits, the last of which tell a slip of the pen. Upper case, blanks and
 * dashes do not matter, 0 and 1 are read as o and l.
 */
enum { PAPER_TEXT_SIZE = 70 };
void paper_print(const uint8_t seed[SEED_SIZE], char text[PAPER_TEXT_SIZE])
    nonnull(2);
bool paper_parse(const char *text, uint8_t ret_seed[SEED_SIZE])
    must_check nonnull(1);

/*
 * The admin key from the recovery key. FAIL_INVALID sync.paper-wrong: it is
 * mistyped, or another fleet's.
 */
enum fail admin_from_paper(const struct roster *roster, const char *paper,
    struct admin *ret_admin, struct err *err) must_check nonnull(1, 2, 3);

/* A fleet of this counter alone, which is its admin. */
struct founding {
	const char *data; /* the data folder */
	struct id writer;
	const char *station;
	char letter;
	int64_t now_ms;
	const struct entropy *entropy;
	const char *admin_path; /* where the admin key is to lie */
	const char *passphrase; /* that shuts it, and what it costs */
	struct passphrase_cost cost;
};

/*
 * Found it: admin key, keys, folder, first roster; the fleet is there once
 * that is. The recovery key is the caller's to show, it is kept nowhere.
 * FAIL_CONFLICT sync.has-fleet: the counter has one already.
 */
enum fail fleet_found(const struct founding *founding, struct arena *arena,
    struct fleet *ret_fleet, char ret_paper[PAPER_TEXT_SIZE], struct err *err)
    must_check nonnull(1, 2, 3, 4);

/* FAIL_CONFLICT sync.has-fleet: there is a roster in this data folder. */
enum fail fleet_none(const char *data, struct arena *arena, struct err *err)
    must_check nonnull(1, 2);

/*
 * The next roster, to be changed and then signed: who joined by invitation
 * stands in it, invitations that were used or expired 90 days ago do not. It
 * lives in the fleet's arena.
 */
void roster_next(const struct fleet *fleet, int64_t now_ms,
    struct roster *ret_roster) nonnull(1, 3);

/*
 * An invitation for a station, with the next letter that nobody has:
 * *ret_once has the keys of its secret. FAIL_CONFLICT sync.letters (station).
 */
enum fail roster_invite(const struct fleet *fleet, struct roster *roster,
    const struct invitation *wanted, const struct entropy *entropy,
    struct station_keys *ret_once, struct err *err)
    must_check nonnull(1, 2, 3, 4, 5);

/*
 * Retire a writer: its bundles after until do not count. A new data key is
 * drawn, which it does not get. FAIL_MISSING sync.no-member.
 */
enum fail roster_retire(struct fleet *fleet, struct roster *roster,
    const struct id *writer, uint64_t until, const struct entropy *entropy,
    struct err *err) must_check nonnull(1, 2, 3, 5);

/*
 * Bundles of a writer, first to last, are given up: nobody waits for them any
 * more. FAIL_CONFLICT sync.gaps: there are ROSTER_GAPS_MAX already.
 */
enum fail roster_add_gap(const struct fleet *fleet, struct roster *roster,
    const struct roster_gap *gap, struct err *err) must_check nonnull(1, 2, 3);

/* Withdraw the open invitations of a station; how many there were. */
size_t roster_withdraw(
    struct roster *roster, const char *station, int64_t now_ms) nonnull(1, 2);

/*
 * Seal the data keys to all who may have them, sign, and take the roster.
 * FAIL_DENIED sync.not-admin: the key is not this fleet's.
 */
enum fail roster_commit(struct fleet *fleet, struct roster *roster,
    const struct admin *admin, const struct entropy *entropy, struct err *err)
    must_check nonnull(1, 2, 3, 4);

#endif
