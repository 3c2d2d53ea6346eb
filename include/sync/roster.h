#ifndef SYNC_ROSTER_H
#define SYNC_ROSTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/crypto.h"
#include "base/err.h"
#include "base/id.h"
#include "domain/number.h"
#include "sync/keys.h"

/*
 * Who belongs to the fleet: a text (base/directive.h) in a container that the
 * admin key signs. Each version names the hash of the one before; a reader
 * keeps the highest it has seen and never goes back. No person stands in it.
 */
enum {
	ROSTER_MEMBERS_MAX = 1000,
	ROSTER_INVITATIONS_MAX = 2000,
	ROSTER_GAPS_MAX = 1000,
	SEALED_KEY_SIZE = SECRET_KEY_SIZE + BOX_EXTRA,
};

enum member_state { MEMBER_ACTIVE, MEMBER_RETIRED };

/* How a writer came to belong. */
enum member_origin { MEMBER_ROSTER, MEMBER_INVITED, MEMBER_SUCCEEDS };

struct member {
	struct id writer;
	char station[STATION_SIZE]; /* L03 */
	char letter;                /* of its number series, 'A' to 'Z' */
	uint8_t sign_key[SIGN_PUBLIC_SIZE];
	uint8_t box_key[BOX_PUBLIC_SIZE];
	bool is_admin; /* its officers and closures count */
	enum member_state state;
	uint64_t until; /* retired: its last bundle that counts */
	enum member_origin origin;
	struct id sponsor; /* the invitation, or the writer before; or zero */
	uint64_t follows;  /* succeeds: last bundle of that one; 0: none */
	int64_t since_ms;  /* as it said itself, or the roster's */
};

struct invitation {
	struct id id;
	char station[STATION_SIZE];
	char letter;
	uint8_t sign_key[SIGN_PUBLIC_SIZE]; /* of the one-use secret */
	uint8_t box_key[BOX_PUBLIC_SIZE];
	int64_t issued_ms, expires_ms;
	bool is_withdrawn;
};

/* A data key as sealed to one holder: writer, invitation, or zero: paper. */
struct key_box {
	uint32_t number; /* of the data key */
	struct id holder;
	uint8_t sealed[SEALED_KEY_SIZE];
};

/* Bundles that nobody has any more: all step over them alike. */
struct roster_gap {
	struct id writer;
	uint64_t first, last;
};

struct roster {
	uint32_t version;
	struct id fleet;
	int64_t made_ms;
	uint8_t admin_key[SIGN_PUBLIC_SIZE];
	uint8_t paper_key[BOX_PUBLIC_SIZE];  /* of the recovery key on paper */
	uint8_t admin_seed[SEALED_KEY_SIZE]; /* sealed to the paper key */
	uint8_t prev[HASH_SIZE], hash[HASH_SIZE];
	struct member *members;
	size_t n_members;
	struct invitation *invitations;
	size_t n_invitations;
	struct key_box *boxes;
	size_t n_boxes;
	struct roster_gap *gaps;
	size_t n_gaps;
};

/* Sign it: appended to file; sets roster->hash. Failures of container_seal. */
enum fail roster_seal(struct roster *roster, const struct sign_pair *admin,
    const struct entropy *entropy, struct buf *file, struct err *err)
    must_check nonnull(1, 2, 3, 4);

/*
 * Read one, verified by that admin key. It lives in arena. Failures of
 * container_open(), and FAIL_CORRUPT sync.roster-wrong (line).
 */
enum fail roster_open(const void *bytes, size_t size, const struct id *fleet,
    const uint8_t admin_key[SIGN_PUBLIC_SIZE], struct arena *arena,
    struct roster *ret_roster, struct err *err) must_check nonnull(3, 5, 6);

/* The text itself, for roster_seal(), tests and fuzzing. */
void roster_print(const struct roster *roster, struct buf *text) nonnull(1, 2);
enum fail roster_parse(const char *text, size_t size, struct arena *arena,
    struct roster *ret_roster, struct err *err) must_check nonnull(1, 3, 4);

/*
 * A new writer makes itself known: in its folder, clear, signed by the
 * one-use secret of an invitation or by the writer it follows. Also signed by
 * itself, so that nobody introduces a key that is not his.
 */
struct introduction {
	struct member member; /* origin, sponsor, follows and since_ms set */
	/* Succession: of the last bundle of the old one; zero: none. */
	uint8_t last_hash[HASH_SIZE];
};

struct introduction_keys {
	const struct sign_pair *sponsor;
	const struct station_keys *own;
	const struct entropy *entropy;
};

/* Appended to file; failures of container_seal(). */
enum fail introduction_seal(const struct introduction *introduction,
    const struct id *fleet, const struct introduction_keys *keys,
    struct buf *file, uint8_t ret_hash[HASH_SIZE], struct err *err)
    must_check nonnull(1, 2, 3, 4);

/* Bytes of a file, borrowed. */
struct file_bytes {
	const void *bytes;
	size_t size;
};

/*
 * Everybody who belongs, from the roster and the introductions known: a
 * function of what is known, whatever the order it came in, so that all
 * counters judge alike.
 *
 * - An invitation counts for one writer: the one the roster names, else the
 *   one that says it came first (then: the smaller id). Others are refused
 *   (sync.invitation-used).
 * - It counts for who says to have come before it expired
 *   (sync.invitation-expired), and unless it was withdrawn
 *   (sync.invitation-withdrawn). An unknown one waits for a newer roster
 *   (sync.sponsor-unknown).
 * - A successor counts while the writer it follows does; retiring a writer
 *   retires those that follow it. Of two that follow one, both count.
 * - The roster's word about a writer goes before its introduction.
 */
struct refused_introduction {
	struct id writer;
	struct fact reason;
	bool is_waiting; /* may count with a newer roster */
};

struct members {
	struct member *list; /* by station, letter, writer */
	size_t n;
	struct refused_introduction *refused;
	size_t n_refused;
};

void members_make(const struct roster *roster, const struct file_bytes *files,
    size_t n_files, struct arena *arena, struct members *ret_members)
    nonnull(1, 4, 5);

/* NULL when the writer does not belong. */
const struct member *members_find(
    const struct members *members, const struct id *writer) nonnull(1, 2);

/*
 * Is there a writer that follows this one? Then it is not expected to be
 * heard of any more.
 */
bool members_follow(const struct members *members, const struct member *member)
    nonnull(1, 2);

/* As it is written and typed: L07, and L07B with another letter than A. */
enum { MEMBER_NAME_SIZE = STATION_SIZE + 1 };
void member_print(const struct member *member, char text[MEMBER_NAME_SIZE])
    nonnull(1, 2);

/* May bundle number of this member be applied? (Revoked: not after until.) */
bool member_counts(const struct member *member, uint64_t number)
    must_check nonnull(1);

/*
 * The letter for the next writer of a station: 'A' when no member and no
 * open invitation has that code, else the first that none has; 0: none left.
 */
char members_letter(const struct members *members, const struct roster *roster,
    const char *station) nonnull(1, 2, 3);

struct share;

/* The marker of a share, the file "fleet": whose share this is. */
enum { MARKER_SIZE_MAX = 4096 };
void marker_print(const struct id *fleet, const struct entropy *entropy,
    struct buf *text) nonnull(1, 2, 3);

/* FAIL_INVALID sync.marker-wrong: it is none; nothing is to be concluded. */
enum fail marker_parse(const char *text, size_t size, struct id *ret_fleet,
    struct err *err) must_check nonnull(1, 3);

/*
 * Is it on the share, and that fleet's? FAIL_MISSING share.no-marker (path),
 * FAIL_CONFLICT share.other-fleet (path), sync.marker-wrong, else as the share
 * fails. path: the share's folder, for the sentence.
 */
enum fail marker_check(const struct share *share, const struct id *fleet,
    const char *path, struct err *err) must_check nonnull(1, 2, 3);

#endif
