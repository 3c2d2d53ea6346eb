#ifndef DESK_OFFICER_H
#define DESK_OFFICER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "domain/role.h"

/*
 * The register of officers, and how each proves to be one at this counter.
 * Nobody is ever removed: a retired officer's name stays on what he did.
 */
struct desk;

enum {
	OFFICERS_WANTED = 30,   /* component 11 of the standard */
	STAFF_ID_MIN = 2,       /* letters, digits, '.', '-', '_' */
	STAFF_ID_MAX = 32,
	OFFICER_TEXT_MAX = 120, /* characters of name and post */
};

struct officer {
	const char *staff_id; /* lower case; never changes */
	const char *name;
	const char *post;     /* jabatan, may be "" */
	unsigned roles;
	const char *superior; /* staff id, "" for none */
	bool is_active;
	bool has_passphrase;  /* at this counter */
};

/*
 * The first officer of a register, with the roles of roles_first(). Nobody
 * need be signed in. FAIL_CONFLICT officer.not-first: there is one already.
 * Else as desk_officer_add().
 */
enum fail desk_officer_first(struct desk *desk, const struct officer *officer,
    const char *passphrase, struct err *err) must_check nonnull(1, 2);

/*
 * Add one. passphrase NULL: none yet, he cannot sign in.
 *
 * FAIL_CONFLICT officer.exists. FAIL_INVALID: officer.staff-id, officer.name,
 * officer.too-long, officer.no-role, officer.superior (unknown or retired),
 * officer.cycle (the chain of superiors), or passphrase.… (domain/
 * passphrase.h).
 */
enum fail desk_officer_add(struct desk *desk, const struct officer *officer,
    const char *passphrase, struct err *err) must_check nonnull(1, 2);

/*
 * Change name, post, roles, superior or whether he is active. What he may do
 * changes at once, also where he is signed in. FAIL_MISSING officer.unknown;
 * FAIL_CONFLICT officer.last-admin: nobody active would be left to administer;
 * else as adding.
 */
enum fail desk_officer_change(struct desk *desk, const struct officer *officer,
    struct err *err) must_check nonnull(1, 2);

/* The same with is_active false. FAIL_CONFLICT officer.has-staff: he is the
 * superior of an active officer (the name). */
enum fail desk_officer_retire(struct desk *desk, const char *staff_id,
    struct err *err) must_check nonnull(1, 2);

/* By name; retired ones too. Everybody who works may read it, in
 * practice anybody: there one chooses whom to be. */
enum fail desk_officers(struct desk *desk, struct arena *arena,
    struct officer **ret_officers, size_t *ret_n, struct err *err)
    must_check nonnull(1, 2, 3, 4);

/* FAIL_MISSING officer.unknown. */
enum fail desk_officer_get(struct desk *desk, const char *staff_id,
    struct arena *arena, struct officer *ret_officer, struct err *err)
    must_check nonnull(1, 2, 3, 4);

/*
 * One's own passphrase: chosen by himself, so that his is the key to
 * identities, desk/identity_key.h. FAIL_DENIED session.wrong, FAIL_BUSY
 * session.wait as signing in: the old one is asked. FAIL_INVALID passphrase.…,
 * passphrase.same.
 */
enum fail desk_passphrase_change(struct desk *desk, const char *old,
    const char *new, struct err *err) must_check nonnull(1, 2, 3);

/* An admin gives another officer a new one, and ends his waiting. */
enum fail desk_passphrase_reset(struct desk *desk, const char *staff_id,
    const char *new, struct err *err) must_check nonnull(1, 2, 3);

/* Append a proposal: four words. */
void desk_passphrase_suggest(struct desk *desk, struct buf *out)
    nonnull(1, 2);

#endif
