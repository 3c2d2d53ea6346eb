#include "desk/session.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "desk/inside.h"
#include "store/rows.h"

void
session_start(struct desk *desk)
{
	struct session *session = &desk->session;

	session->working = NOBODY;
	entropy_fill(&desk->options.entropy, session->pin_key,
	    sizeof session->pin_key);
}

void
session_end(struct desk *desk)
{
	forget(&desk->session, sizeof desk->session);
	desk->session.working = NOBODY;
}

static int
seat_of(const struct session *session, const char *staff_id)
{
	for (size_t i = 0; i < session->n; i++)
		if (strcmp(session->secrets[i].staff_id, staff_id) == 0)
			return (int)i;
	return NOBODY;
}

/* The texts of a seat lie beside it, and move with it. */
static void
seats_point(struct session *session)
{
	for (size_t i = 0; i < session->n; i++) {
		session->seats[i].staff_id = session->secrets[i].staff_id;
		session->seats[i].name = session->secrets[i].name;
	}
}

static void
seat_leave(struct session *session, int seat)
{
	size_t at = (size_t)seat, after = session->n - at - 1;

	memmove(&session->seats[at], &session->seats[at + 1],
	    after * sizeof session->seats[0]);
	memmove(&session->secrets[at], &session->secrets[at + 1],
	    after * sizeof session->secrets[0]);
	session->n--;
	forget(&session->secrets[session->n], sizeof session->secrets[0]);
	seats_point(session);
	if (session->working == seat)
		session->working = NOBODY;
	else if (session->working > seat)
		session->working--;
}

static void
seat_work(struct desk *desk, int seat)
{
	struct session *session = &desk->session;

	for (size_t i = 0; i < session->n; i++) {
		session->seats[i].is_locked = (int)i != seat;
		if ((int)i != seat)
			seat_key_shut(desk, (int)i);
	}
	session->working = seat;
	session->secrets[seat].pin_failures = 0;
}

static void
seat_show(struct session *session, int seat, const struct officer *officer)
{
	struct seat_secret *secret = &session->secrets[seat];

	text_copy(secret->staff_id, sizeof secret->staff_id,
	    officer->staff_id);
	text_copy(secret->name, sizeof secret->name, officer->name);
	session->seats[seat].roles = officer->roles;
	seats_point(session);
}

void
session_follow(struct desk *desk, const struct officer *officer)
{
	int seat = seat_of(&desk->session, officer->staff_id);

	if (seat == NOBODY)
		return;
	if (officer->is_active)
		seat_show(&desk->session, seat, officer);
	else
		seat_leave(&desk->session, seat);
}

enum fail
desk_sign_in(struct desk *desk, const char *staff_id, const char *passphrase,
    struct welcome *ret_welcome, struct err *err)
{
	scoped_arena arena = arena_new();
	struct session *session = &desk->session;
	char known[STAFF_ID_MAX + 1];
	struct welcome welcome = { 0 };
	struct officer officer;
	enum fail fail;
	int seat;

	staff_id_clean(staff_id, known);
	seat = seat_of(session, known);
	if (seat == NOBODY && session->n == SEATS_MAX)
		return fail_say(err, FAIL_CONFLICT, "session.full", NULL);
	fail = passphrase_try(desk, known, passphrase, &welcome, err);
	if (fail)
		return fail;
	fail = desk_officer_get(desk, known, arena, &officer, err);
	if (fail)
		return fail;
	if (seat == NOBODY) {
		seat = (int)session->n++;
		session->seats[seat] = (struct seat){ 0 };
		session->secrets[seat] = (struct seat_secret){ 0 };
	}
	seat_show(session, seat, &officer);
	seat_work(desk, seat);
	office_key_enter(desk, passphrase);
	welcome.has_pin = session->seats[seat].has_pin;
	if (ret_welcome != NULL)
		*ret_welcome = welcome;
	return FAIL_NONE;
}

void
desk_sign_out(struct desk *desk)
{
	if (desk->session.working != NOBODY)
		seat_leave(&desk->session, desk->session.working);
}

const struct seat *
desk_officer(const struct desk *desk)
{
	if (desk->session.working == NOBODY)
		return NULL;
	return &desk->session.seats[desk->session.working];
}

const char *
act_officer(const struct desk *desk)
{
	const struct seat *seat = desk_officer(desk);

	return seat != NULL ? seat->staff_id : "";
}

bool
desk_may(const struct desk *desk, enum action action)
{
	const struct seat *seat = desk_officer(desk);

	return seat != NULL && role_may(seat->roles, action);
}

static enum fail
deny(enum action action, struct err *err)
{
	char code[FACT_CODE_SIZE];
	scoped_buf roles = { 0 };

	buf_init(&roles, FACT_ARG_SIZE - 1);
	roles_print(roles_that_may(action), &roles);
	snprintf(code, sizeof code, "denied.%s", action_name(action));
	return fail_say(err, FAIL_DENIED, code, roles.text, NULL);
}

enum fail
desk_demand(struct desk *desk, enum action action, struct err *err)
{
	scoped_arena arena = arena_new();
	struct officer officer;
	enum fail fail;

	if (desk->session.working == NOBODY)
		return fail_say(err, FAIL_DENIED, "desk.nobody", NULL);
	fail = desk_officer_get(desk, act_officer(desk), arena, &officer, err);
	if (fail)
		return fail;
	session_follow(desk, &officer);
	if (!officer.is_active)
		return fail_say(err, FAIL_DENIED, "desk.nobody", NULL);
	return desk_may(desk, action) ? FAIL_NONE : deny(action, err);
}

enum fail
act_begin(struct desk *desk, enum action action,
    struct transaction *transaction, struct err *err)
{
	enum fail fail = desk_demand(desk, action, err);

	if (fail)
		return fail;
	return transaction_begin(transaction, desk->store, act_officer(desk),
	    err);
}

const struct seat *
desk_seats(const struct desk *desk, size_t *ret_n)
{
	*ret_n = desk->session.n;
	return desk->session.seats;
}

static void
pin_hash(const struct session *session, int seat, const char *pin,
    uint8_t hash[HASH_SIZE])
{
	const struct seat_secret *secret = &session->secrets[seat];
	char text[STAFF_ID_MAX + PIN_DIGITS + 2];
	int n = snprintf(text, sizeof text, "%s:%.*s", secret->staff_id,
	    PIN_DIGITS, pin);

	hash_bytes(text, (size_t)n, session->pin_key, sizeof session->pin_key,
	    hash);
	forget(text, sizeof text);
}

/* All alike or a straight run: the same step from digit to digit. */
static bool
pin_is_easy(const char *pin)
{
	int step = pin[1] - pin[0];

	for (int i = 2; i < PIN_DIGITS; i++)
		if (pin[i] - pin[i - 1] != step)
			return false;
	return step >= -1 && step <= 1;
}

enum fail
desk_set_pin(struct desk *desk, const char *pin, struct err *err)
{
	struct session *session = &desk->session;

	if (session->working == NOBODY)
		return fail_say(err, FAIL_DENIED, "desk.nobody", NULL);
	if (!text_is_digits(pin, PIN_DIGITS))
		return fail_say(err, FAIL_INVALID, "session.pin-shape", NULL);
	if (pin_is_easy(pin))
		return fail_say(err, FAIL_INVALID, "session.pin-easy", NULL);
	pin_hash(session, session->working, pin,
	    session->secrets[session->working].pin);
	session->secrets[session->working].pin_failures = 0;
	session->seats[session->working].has_pin = true;
	seat_key_pin(desk, session->working, pin);
	return FAIL_NONE;
}

void
desk_lock(struct desk *desk)
{
	if (desk->session.working == NOBODY)
		return;
	desk->session.seats[desk->session.working].is_locked = true;
	seat_key_shut(desk, desk->session.working);
	desk->session.working = NOBODY;
}

static enum fail
pin_try(struct session *session, int seat, const char *pin, struct err *err)
{
	struct seat_secret *secret = &session->secrets[seat];
	struct fact left = { 0 };
	uint8_t hash[HASH_SIZE];

	if (!session->seats[seat].has_pin)
		return fail_say(err, FAIL_DENIED, "session.pin-none", NULL);
	pin_hash(session, seat, pin, hash);
	if (strlen(pin) == PIN_DIGITS &&
	    memcmp(hash, secret->pin, sizeof hash) == 0)
		return FAIL_NONE;
	if (++secret->pin_failures == PIN_TRIES) {
		forget(secret->pin, sizeof secret->pin);
		session->seats[seat].has_pin = false;
		return fail_say(err, FAIL_DENIED, "session.pin-none", NULL);
	}
	fact_arg(&left, 0, "%d", PIN_TRIES - secret->pin_failures);
	return fail_say(err, FAIL_DENIED, "session.pin-wrong", left.arg[0],
	    NULL);
}

enum fail
desk_unlock(struct desk *desk, const char *staff_id, const char *pin,
    struct err *err)
{
	struct session *session = &desk->session;
	char known[STAFF_ID_MAX + 1];
	enum fail fail = FAIL_NONE;
	int seat;

	staff_id_clean(staff_id, known);
	seat = seat_of(session, known);
	if (seat == NOBODY)
		return fail_say(err, FAIL_MISSING, "session.no-seat", NULL);
	if (!desk_is_practice(desk))
		fail = pin_try(session, seat, pin, err);
	if (fail)
		return fail;
	desk_lock(desk);
	seat_work(desk, seat);
	seat_key_wake(desk, seat, pin);
	return FAIL_NONE;
}
