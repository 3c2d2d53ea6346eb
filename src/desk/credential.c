#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "desk/inside.h"
#include "desk/officer.h"
#include "store/credential.h"

/* Seconds to wait after so many wrong attempts in a row: 0 0 1 2 4 ... */
static int64_t
wait_ms(int failures)
{
	int64_t seconds = PASSPHRASE_WAIT_MAX_S;

	if (failures < 2)
		return 0;
	if (failures < 12 && (1 << (failures - 2)) < PASSPHRASE_WAIT_MAX_S)
		seconds = 1 << (failures - 2);
	return seconds * 1000;
}

/* An attempt "in the future" means the clock was set back: it counts once. */
static enum fail
may_try(const struct credential *credential, int64_t now_ms, struct err *err)
{
	int64_t since = now_ms - credential->attempted_ms;
	int64_t left = wait_ms(credential->failures) - since;
	struct fact seconds = { 0 };

	if (credential->failures >= PASSPHRASE_TRIES)
		return fail_say(err, FAIL_DENIED, "session.blocked", NULL);
	if (since < 0 || left <= 0)
		return FAIL_NONE;
	fact_arg(&seconds, 0, "%lld", (long long)((left + 999) / 1000));
	return fail_say(err, FAIL_BUSY, "session.wait", seconds.arg[0], NULL);
}

static enum fail
credential_get(struct desk *desk, const char *staff_id,
    struct credential *credential, struct err *err)
{
	struct err none = { 0 };
	enum fail fail;

	*credential = (struct credential){ 0 };
	fail = store_credential_get(desk->store, staff_id, credential, &none);
	return but_missing(fail, &none, err);
}

/* Takes as long for those who are not there as for those who are. */
static bool
judge(struct desk *desk, const struct credential *credential, bool is_active,
    const char *passphrase)
{
	char verifier[VERIFIER_SIZE];

	if (credential->verifier[0] == '\0') {
		(void)!passphrase_make(passphrase, desk->options.cost,
		    verifier, NULL);
		forget(verifier, sizeof verifier);
		return false;
	}
	return passphrase_is(credential->verifier, passphrase) && is_active;
}

/*
 * Under which name attempts are counted, and whether the officer is at work.
 * What was typed for an officer who does not exist is not kept in clear: it
 * may be a passphrase in the wrong field.
 */
static enum fail
attempt_name(struct desk *desk, const char *staff_id,
    char name[STAFF_ID_MAX + 1], bool *ret_is_active, struct err *err)
{
	scoped_arena arena = arena_new();
	struct officer officer = { 0 };
	struct err none = { 0 };
	uint8_t hash[HASH_SIZE];
	char hex[HASH_HEX_SIZE];
	enum fail fail;

	fail = desk_officer_get(desk, staff_id, arena, &officer, &none);
	*ret_is_active = fail == FAIL_NONE && officer.is_active;
	text_copy(name, STAFF_ID_MAX + 1, staff_id);
	if (fail != FAIL_MISSING)
		return but_missing(fail, &none, err);
	hash_bytes(staff_id, strlen(staff_id), NULL, 0, hash);
	hash_print(hash, hex);
	snprintf(name, STAFF_ID_MAX + 1, "?%.16s", hex);
	return FAIL_NONE;
}

/* A register that may only be read still lets its readers in. */
static enum fail
record_attempt(struct desk *desk, const char *staff_id, struct err *err)
{
	if (desk_refusal(desk) != NULL)
		return FAIL_NONE;
	return store_credential_attempt(desk->store, staff_id, NULL, err);
}

static enum fail
record_success(struct desk *desk, const char *staff_id, struct err *err)
{
	if (desk_refusal(desk) != NULL)
		return FAIL_NONE;
	return store_credential_success(desk->store, staff_id, err);
}

enum fail
passphrase_try(struct desk *desk, const char *staff_id,
    const char *passphrase, struct welcome *ret_welcome, struct err *err)
{
	struct credential credential;
	char name[STAFF_ID_MAX + 1];
	bool active;
	enum fail fail;

	fail = attempt_name(desk, staff_id, name, &active, err);
	if (!fail)
		fail = credential_get(desk, name, &credential, err);
	if (fail)
		return fail;
	if (desk_is_practice(desk))
		return active ? FAIL_NONE : fail_say(err, FAIL_DENIED,
		    "session.wrong", NULL);
	fail = may_try(&credential, desk_now(desk), err);
	if (!fail)
		fail = record_attempt(desk, name, err);
	if (fail)
		return fail;
	if (!judge(desk, &credential, active, passphrase))
		return fail_say(err, FAIL_DENIED, "session.wrong", NULL);
	if (ret_welcome != NULL) {
		ret_welcome->succeeded_ms = credential.succeeded_ms;
		ret_welcome->failures = credential.failures;
	}
	return record_success(desk, name, err);
}

enum fail
credential_make(struct desk *desk, const struct officer *officer,
    const char *passphrase, char ret_verifier[VERIFIER_SIZE], struct err *err)
{
	const char *own[] = { officer->name, officer->staff_id };
	struct fact fact = { 0 };

	ret_verifier[0] = '\0';
	if (passphrase == NULL || desk_is_practice(desk))
		return FAIL_NONE;
	if (!passphrase_is_allowed(desk->assets.passphrases, passphrase, own,
	    array_length(own), &fact))
		return fail_say(err, FAIL_INVALID, fact.code, fact.arg[0],
		    fact.arg[1], NULL);
	return passphrase_make(passphrase, desk->options.cost, ret_verifier,
	    err);
}

static enum fail
credential_renew(struct desk *desk, const char *staff_id, const char *new,
    struct err *err)
{
	scoped_arena arena = arena_new();
	char verifier[VERIFIER_SIZE];
	struct officer officer;
	enum fail fail;

	fail = desk_officer_get(desk, staff_id, arena, &officer, err);
	if (!fail)
		fail = credential_make(desk, &officer, new, verifier, err);
	if (fail)
		return fail;
	if (verifier[0] != '\0')
		fail = store_credential_put(desk->store, officer.staff_id,
		    verifier, err);
	forget(verifier, sizeof verifier);
	return fail;
}

enum fail
credential_has(struct desk *desk, const char *staff_id, bool *ret_has,
    struct err *err)
{
	struct credential credential;
	enum fail fail = credential_get(desk, staff_id, &credential, err);

	if (!fail)
		*ret_has = credential.verifier[0] != '\0';
	forget(&credential, sizeof credential);
	return fail;
}

/* What his passphrase wraps, then its verifier, both or neither. */
static enum fail
choose(struct desk *desk, const char *old, const char *new, struct err *err)
{
	scoped_transaction transaction = { 0 };
	enum fail fail;

	fail = transaction_begin(&transaction, desk->store, act_officer(desk),
	    err);
	if (!fail)
		fail = credential_renew(desk, act_officer(desk), new, err);
	if (!fail)
		fail = office_key_choose(desk, old, new, err);
	return fail ? fail : transaction_commit(&transaction, err);
}

enum fail
desk_passphrase_change(struct desk *desk, const char *old, const char *new,
    struct err *err)
{
	enum fail fail;

	if (desk_officer(desk) == NULL)
		return fail_say(err, FAIL_DENIED, "desk.nobody", NULL);
	fail = passphrase_try(desk, act_officer(desk), old, NULL, err);
	if (!fail && strcmp(old, new) == 0)
		fail = fail_say(err, FAIL_INVALID, "passphrase.same", NULL);
	if (!fail)
		fail = choose(desk, old, new, err);
	if (!fail)
		office_key_enter(desk, new);
	return fail;
}

enum fail
desk_passphrase_reset(struct desk *desk, const char *staff_id,
    const char *new, struct err *err)
{
	enum fail fail = desk_demand(desk, ACTION_ADMINISTER, err);

	if (fail)
		return fail;
	if (strcmp(staff_id, act_officer(desk)) == 0)
		return choose(desk, NULL, new, err);
	return credential_renew(desk, staff_id, new, err);
}

void
desk_passphrase_suggest(struct desk *desk, struct buf *out)
{
	passphrase_suggest(desk->assets.passphrases, &desk->options.entropy,
	    out);
}
