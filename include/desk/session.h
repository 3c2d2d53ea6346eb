#ifndef DESK_SESSION_H
#define DESK_SESSION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "domain/role.h"

/*
 * Who is at the counter. Several officers may be signed in; at most one works,
 * the others' seats wait behind their PIN. A PIN lives in memory only and ends
 * with the program. When a lock falls is for the screens to say.
 */
struct desk;

enum {
	SEATS_MAX = 8,
	PIN_DIGITS = 6,
	PIN_TRIES = 5, /* wrong ones, then the passphrase is asked */
	/* NIST SP 800-63B 5.2.2: then only an admin can open it again. */
	PASSPHRASE_TRIES = 100,
	/* Before attempt n: 0, 0, 1, 2, 4 ... seconds, at most this. */
	PASSPHRASE_WAIT_MAX_S = 900,
};

struct seat {
	const char *staff_id, *name;
	unsigned roles;
	bool has_pin;
	bool is_locked;
};

/* What is shown to an officer who comes in. */
struct welcome {
	int64_t succeeded_ms; /* the sign-in before this one; 0: none */
	int failures;         /* wrong attempts since */
	bool has_pin;
};

/*
 * Sign in and work. In practice the passphrase is not looked at. The attempt
 * is recorded before it is checked. Whoever is signed in already takes his
 * own seat again; the one who worked is locked.
 *
 * FAIL_DENIED session.wrong: no such officer, retired, none set, or a wrong
 * passphrase: one answer for all of them. FAIL_BUSY session.wait: too early,
 * seconds to wait; nothing was tried. FAIL_DENIED session.blocked: too many
 * wrong attempts. FAIL_CONFLICT session.full: SEATS_MAX are signed in.
 */
enum fail desk_sign_in(struct desk *desk, const char *staff_id,
    const char *passphrase, struct welcome *ret_welcome, struct err *err)
    must_check nonnull(1, 2, 3);

/* Is there an officer at all? Else the counter is not set up yet. */
enum fail desk_has_officers(struct desk *desk, bool *ret_has, struct err *err)
    must_check nonnull(1, 2);

/* The one who works is signed out, with his PIN; nobody works then. */
void desk_sign_out(struct desk *desk) nonnull(1);

/* Who works; NULL when nobody does. Borrowed, until the seats change. */
const struct seat *desk_officer(const struct desk *desk) nonnull(1);

/* May the one who works do this? For screens that show what is open. */
bool desk_may(const struct desk *desk, enum action action) nonnull(1);

/* FAIL_DENIED as in desk/desk.h when he may not. */
enum fail desk_demand(struct desk *desk, enum action action,
    struct err *err) must_check nonnull(1);

/* Signed in here, in the order they came. Borrowed. */
const struct seat *desk_seats(const struct desk *desk, size_t *ret_n)
    nonnull(1, 2);

/*
 * Take a PIN for unlocking. FAIL_INVALID: not six digits (session.pin-shape),
 * all alike or a straight run (session.pin-easy).
 */
enum fail desk_set_pin(struct desk *desk, const char *pin, struct err *err)
    must_check nonnull(1, 2);

/* Nobody works; the seat stays. */
void desk_lock(struct desk *desk) nonnull(1);

/*
 * Work again, or in another's place: F12. pin is the PIN of that seat; the
 * passphrase goes through desk_sign_in(). In practice it is not looked at.
 *
 * FAIL_MISSING session.no-seat: not signed in here. FAIL_DENIED
 * session.pin-wrong: tries left; session.pin-none: no PIN, or too many wrong
 * ones: the passphrase is needed.
 */
enum fail desk_unlock(struct desk *desk, const char *staff_id, const char *pin,
    struct err *err) must_check nonnull(1, 2, 3);

#endif
