#include "desk/office_key.h"

#include <stdio.h>
#include <string.h>

#include "base/hex.h"
#include "desk/inside.h"
#include "desk/key_box.h"
#include "store/setting.h"

/*
 * The pair of the office and its escrow: a setting of this counter,
 * "OFFICE STAFF WRAPPED", that neither travels nor stands in the log, and is
 * gone when it is over.
 */
#define ESCROW "escrow"
#define ESCROW_WORD "loket escrow"

enum { HOLDERS_ENOUGH = 2 };

enum fail
office_key_public(struct desk *desk, struct id *ret_office,
    uint8_t ret_public[BOX_PUBLIC_SIZE], struct err *err)
{
	scoped_arena arena = arena_new();
	struct records records = { .arena = arena };
	enum fail fail;

	fail = store_all(desk->store, TABLE_OFFICE_KEY, &records, err);
	if (fail)
		return fail;
	/* Two counters that met may have one each: all take the first. */
	for (size_t i = 0; i < records.n; i++) {
		const struct record *record = &records.list[i];

		if (strcmp(record_text(record, OFFICE_KEY_ACTIVE), "Y") != 0 ||
		    !hex_parse(record_text(record, OFFICE_KEY_PUBLIC),
			ret_public, BOX_PUBLIC_SIZE))
			continue;
		*ret_office = record->id;
		return FAIL_NONE;
	}
	return fail_say(err, FAIL_MISSING, "complaint.no-office-key", NULL);
}

static enum fail
escrow_put(struct desk *desk, const struct held_key *key,
    const char *staff_id, const char *passphrase, struct err *err)
{
	scoped_arena arena = arena_new();
	char office[ID_HEX_SIZE];
	const char *wrapped;
	enum fail fail;

	id_print(&key->office, office);
	fail = key_wrap(desk, passphrase, ESCROW_WORD, &key->pair, arena,
	    &wrapped, err);
	return fail ? fail : store_setting_put(desk->store, staff_id, ESCROW,
	    arena_print(arena, "%s %s %s", office, staff_id, wrapped), err);
}

/* FAIL_MISSING: there is none, or it is another's; *err then says nothing. */
static enum fail
escrow_take(struct desk *desk, const char *staff_id, const char *passphrase,
    struct held_key *ret_key, struct err *err)
{
	scoped_arena arena = arena_new();
	struct held_key key = { .is_escrow = true };
	const char *value;
	char *staff, *wrapped;
	enum fail fail;

	fail = store_setting_get(desk->store, ESCROW, arena, &value, err);
	if (fail)
		return fail;
	value = arena_text(arena, value);
	staff = strchr(value, ' ');
	wrapped = staff == NULL ? NULL : strchr(staff + 1, ' ');
	if (wrapped == NULL)
		return FAIL_MISSING;
	*staff++ = '\0';
	*wrapped++ = '\0';
	if (strcmp(staff, staff_id) != 0 || !id_parse(value, &key.office) ||
	    !key_unwrap(passphrase, ESCROW_WORD, wrapped, &key.pair))
		return FAIL_MISSING;
	*ret_key = key;
	forget(&key, sizeof key);
	return FAIL_NONE;
}

enum fail
office_key_make(struct desk *desk, const char *staff_id,
    const char *passphrase, struct err *err)
{
	scoped_arena arena = arena_new();
	struct record record =
	    record_of(TABLE_OFFICE_KEY, store_new_id(desk->store));
	struct held_key key = { .office = record.id };
	enum fail fail;

	key_draw(desk, &key.pair);
	record_set_text(&record, arena, OFFICE_KEY_PUBLIC,
	    hex_print(key.pair.public_key, BOX_PUBLIC_SIZE, arena));
	record_set_text(&record, arena, OFFICE_KEY_ACTIVE, "Y");
	record_set_integer(&record, OFFICE_KEY_AT, store_now(desk->store));
	fail = store_put(desk->store, &record, err);
	if (!fail)
		fail = escrow_put(desk, &key, staff_id,
		    key_passphrase(desk, passphrase), err);
	forget(&key, sizeof key);
	return fail;
}

/* Hand every key the seats of this counter hold on to who lacks one. */
static enum fail
hand_on(struct desk *desk, struct err *err)
{
	const struct session *session = &desk->session;
	enum fail fail = FAIL_NONE;

	for (size_t i = 0; i < session->n; i++) {
		const struct held_keys *held = &session->secrets[i].held;

		for (size_t j = 0; j < held->n && !fail; j++)
			fail = key_box_hand_on(desk, &held->list[j], err);
	}
	return fail;
}

enum fail
office_key_welcome(struct desk *desk, const struct officer *officer,
    const char *passphrase, struct err *err)
{
	enum fail fail;

	if (passphrase == NULL && !desk_is_practice(desk))
		return FAIL_NONE;
	if (!role_may(officer->roles, ACTION_READ_CONFIDENTIAL))
		return FAIL_NONE;
	fail = key_box_own(desk, officer->staff_id,
	    key_passphrase(desk, passphrase), NULL, err);
	return fail ? fail : hand_on(desk, err);
}

/* What he may read with, and hand on. */
static enum fail
enter_reader(struct desk *desk, const struct officer *officer,
    const char *passphrase, struct held_keys *held, struct err *err)
{
	struct box_pair own;
	enum fail fail;

	if (!role_may(officer->roles, ACTION_READ_CONFIDENTIAL))
		return FAIL_NONE;
	fail = key_box_own(desk, officer->staff_id, passphrase, &own, err);
	if (!fail)
		fail = key_box_take(desk, officer->staff_id, &own, held, err);
	box_pair_done(&own);
	return fail;
}

/* The admin's: made where an older program made the register; ended. */
static enum fail
enter_admin(struct desk *desk, const struct officer *officer,
    const char *passphrase, struct held_keys *held, struct err *err)
{
	uint8_t public_key[BOX_PUBLIC_SIZE];
	struct err none = { 0 };
	struct id office;
	enum fail fail;

	if (!role_may(officer->roles, ACTION_ADMINISTER))
		return FAIL_NONE;
	fail = office_key_public(desk, &office, public_key, &none);
	if (fail == FAIL_MISSING)
		fail = office_key_make(desk, officer->staff_id, passphrase,
		    err);
	if (fail)
		return fail;
	if (held->n < HELD_MAX &&
	    escrow_take(desk, officer->staff_id, passphrase,
		&held->list[held->n], &none) == FAIL_NONE)
		held->n++;
	return FAIL_NONE;
}

/* Two hold it: the admin no longer has to. */
static enum fail
end_escrow(struct desk *desk, struct err *err)
{
	size_t holders = 0;
	enum fail fail;

	fail = key_box_holders(desk, &holders, err);
	if (fail || holders < HOLDERS_ENOUGH)
		return fail;
	for (size_t i = 0; i < desk->session.n; i++) {
		struct held_keys *held = &desk->session.secrets[i].held;

		for (size_t j = held->n; j-- > 0;)
			if (held->list[j].is_escrow) {
				held->list[j] = held->list[--held->n];
				forget(&held->list[held->n],
				    sizeof held->list[0]);
			}
	}
	return store_setting_put(desk->store, act_officer(desk), ESCROW, NULL,
	    err);
}

void
office_key_enter(struct desk *desk, const char *passphrase)
{
	scoped_transaction transaction = { 0 };
	scoped_arena arena = arena_new();
	const char *phrase = key_passphrase(desk, passphrase);
	struct held_keys *held;
	struct officer officer;
	struct err err = { 0 };
	enum fail fail;

	if (desk->session.working == NOBODY)
		return;
	held = &desk->session.secrets[desk->session.working].held;
	forget(held, sizeof *held);
	fail = desk_officer_get(desk, act_officer(desk), arena, &officer,
	    &err);
	if (!fail && desk_refusal(desk) == NULL)
		fail = transaction_begin(&transaction, desk->store,
		    act_officer(desk), &err);
	if (!fail)
		fail = enter_reader(desk, &officer, phrase, held, &err);
	if (!fail)
		fail = enter_admin(desk, &officer, phrase, held, &err);
	if (!fail)
		fail = hand_on(desk, &err);
	if (!fail)
		fail = end_escrow(desk, &err);
	if (!fail && transaction.store != NULL)
		(void)!transaction_commit(&transaction, &err);
}

enum fail
office_key_rewrap(struct desk *desk, const char *staff_id, const char *old,
    const char *new, struct err *err)
{
	struct held_key key;
	enum fail fail;

	fail = key_box_rewrap(desk, staff_id, key_passphrase(desk, old),
	    key_passphrase(desk, new), err);
	if (fail)
		return fail;
	if (escrow_take(desk, staff_id, key_passphrase(desk, old), &key,
	    NULL) == FAIL_NONE) {
		fail = escrow_put(desk, &key, staff_id,
		    key_passphrase(desk, new), err);
		forget(&key, sizeof key);
	}
	return fail;
}
