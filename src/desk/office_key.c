#include "desk/office_key.h"

#include <stdio.h>
#include <string.h>

#include "base/hex.h"
#include "desk/inside.h"
#include "desk/key_box.h"
#include "desk/sealing.h"
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

/*
 * FAIL_MISSING: there is none, or it is another's; *err then says nothing. In
 * practice it is everybody's: its keys guard nothing.
 */
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
	if ((strcmp(staff, staff_id) != 0 && !desk_is_practice(desk)) ||
	    !id_parse(value, &key.office) ||
	    !key_unwrap(passphrase, ESCROW_WORD, wrapped, &key.pair))
		return FAIL_MISSING;
	*ret_key = key;
	forget(&key, sizeof key);
	return FAIL_NONE;
}

static enum fail
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

enum fail
office_key_first(struct desk *desk, const char *staff_id,
    const char *passphrase, struct err *err)
{
	enum fail fail = office_key_make(desk, staff_id, passphrase, err);

	return fail ? fail : key_box_choose(desk, staff_id, NULL,
	    key_passphrase(desk, passphrase), err);
}

static struct held_keys *
held_of(struct desk *desk)
{
	return &desk->session.secrets[desk->session.working].held;
}

/* The one in escrow goes to everybody who waits for it. */
static enum fail
hand_on_escrow(struct desk *desk, const struct held_key *key, struct err *err)
{
	scoped_arena arena = arena_new();
	struct records waiting = { .arena = arena };
	enum fail fail = key_box_waiting(desk, key, &waiting, err);

	for (size_t i = 0; i < waiting.n && !fail; i++)
		fail = key_box_hand_on(desk, key, &waiting.list[i], err);
	return fail;
}

static void
forget_escrow(struct held_keys *held)
{
	for (size_t i = held->n; i-- > 0;)
		if (held->list[i].is_escrow) {
			held->list[i] = held->list[--held->n];
			forget(&held->list[held->n], sizeof held->list[0]);
		}
}

/* Two hold it: the admin no longer has to. */
static enum fail
end_escrow(struct desk *desk, struct err *err)
{
	struct session *session = &desk->session;
	size_t holders = 0;
	enum fail fail;

	fail = desk_is_practice(desk) || desk_refusal(desk) != NULL
	    ? FAIL_NONE : key_box_holders(desk, &holders, err);
	if (fail || holders < HOLDERS_ENOUGH)
		return fail;
	for (size_t i = 0; i < session->n; i++)
		forget_escrow(&session->secrets[i].held);
	return store_setting_put(desk->store, act_officer(desk), ESCROW, NULL,
	    err);
}

/* One officer who signs in. */
struct entering {
	struct officer officer;
	const char *passphrase;
	bool may_read;
	bool has_escrow; /* may have */
	struct box_pair own;
	bool has_own, is_kept_here;
};

static enum fail
take_escrow(struct desk *desk, const struct entering *entering)
{
	struct held_keys *held = held_of(desk);
	struct err none = { 0 };

	if (held->n == HELD_MAX ||
	    escrow_take(desk, entering->officer.staff_id,
		entering->passphrase, &held->list[held->n], &none))
		return FAIL_MISSING;
	held->n++;
	return FAIL_NONE;
}

/*
 * What the passphrase opens. It takes as long as signing in, so nothing is
 * locked meanwhile.
 */
static enum fail
unwrap(struct desk *desk, struct entering *entering, struct err *err)
{
	struct seat_secret *seat =
	    &desk->session.secrets[desk->session.working];
	const char *staff_id = entering->officer.staff_id;
	enum fail fail = FAIL_MISSING;

	seat->lacks_pair = false;
	if (entering->has_escrow)
		(void)!take_escrow(desk, entering);
	if (!entering->may_read)
		return FAIL_NONE;
	fail = key_box_own(desk, staff_id, entering->passphrase,
	    &entering->own, &entering->is_kept_here, err);
	if (fail == FAIL_MISSING && desk_is_practice(desk)) {
		key_draw(desk, &entering->own);
		fail = FAIL_NONE;
	}
	entering->has_own = fail == FAIL_NONE;
	seat->lacks_pair = fail == FAIL_MISSING;
	if (!entering->has_own)
		return fail == FAIL_MISSING ? FAIL_NONE : fail;
	return key_box_take(desk, staff_id, &entering->own, held_of(desk),
	    err);
}

/* Made where an older program made the register. */
static enum fail
make_missing(struct desk *desk, const struct entering *entering,
    struct err *err)
{
	uint8_t public_key[BOX_PUBLIC_SIZE];
	struct err none = { 0 };
	struct id office;
	enum fail fail;

	if (!role_may(entering->officer.roles, ACTION_ADMINISTER))
		return FAIL_NONE;
	fail = office_key_public(desk, &office, public_key, &none);
	if (fail != FAIL_MISSING)
		return but_missing(fail, &none, err);
	fail = office_key_make(desk, entering->officer.staff_id,
	    entering->passphrase, err);
	return fail ? fail : take_escrow(desk, entering);
}

/* Inside the transaction: what is owed to others, and what is over. */
static enum fail
settle(struct desk *desk, const struct entering *entering, struct err *err)
{
	const struct held_keys *held = held_of(desk);
	const char *staff_id = entering->officer.staff_id;
	enum fail fail = make_missing(desk, entering, err);

	if (!fail && entering->has_own && !entering->is_kept_here)
		fail = key_box_keep(desk, staff_id, entering->passphrase,
		    &entering->own, err);
	for (size_t i = 0; i < held->n && !fail; i++)
		if (held->list[i].is_escrow)
			fail = hand_on_escrow(desk, &held->list[i], err);
	/* It may have been handed to himself. */
	if (!fail && entering->has_own && !sealing_may_open(desk))
		fail = key_box_take(desk, staff_id, &entering->own,
		    held_of(desk), err);
	return fail ? fail : end_escrow(desk, err);
}

void
office_key_enter(struct desk *desk, const char *passphrase)
{
	scoped_transaction transaction = { 0 };
	scoped_arena arena = arena_new();
	struct entering entering = {
		.passphrase = key_passphrase(desk, passphrase) };
	struct err err = { 0 };
	enum fail fail;

	if (desk->session.working == NOBODY)
		return;
	forget(held_of(desk), sizeof *held_of(desk));
	seat_key_new(desk, desk->session.working);
	fail = desk_officer_get(desk, act_officer(desk), arena,
	    &entering.officer, &err);
	entering.may_read = !fail && role_may(entering.officer.roles,
	    ACTION_READ_CONFIDENTIAL);
	entering.has_escrow = !fail && (desk_is_practice(desk) ||
	    role_may(entering.officer.roles, ACTION_ADMINISTER));
	if (fail || (!entering.may_read && !entering.has_escrow))
		return;
	fail = unwrap(desk, &entering, &err);
	if (!fail && desk_refusal(desk) == NULL) {
		fail = transaction_begin(&transaction, desk->store,
		    act_officer(desk), &err);
		if (!fail)
			fail = settle(desk, &entering, &err);
		if (!fail)
			(void)!transaction_commit(&transaction, &err);
	}
	box_pair_done(&entering.own);
}

/* What he has in memory, to the pair he has now. */
static enum fail
hand_on_to_himself(struct desk *desk, const char *staff_id, struct err *err)
{
	const struct held_keys *held = held_of(desk);
	enum fail fail = FAIL_NONE;

	for (size_t i = 0; i < held->n && !fail; i++) {
		scoped_arena arena = arena_new();
		struct records waiting = { .arena = arena };

		if (held->list[i].is_escrow)
			continue;
		fail = key_box_waiting(desk, &held->list[i], &waiting, err);
		for (size_t j = 0; j < waiting.n && !fail; j++)
			if (strcmp(staff_id, record_text(&waiting.list[j],
			    KEY_BOX_OFFICER)) == 0)
				fail = key_box_hand_on(desk, &held->list[i],
				    &waiting.list[j], err);
	}
	return fail;
}

enum fail
office_key_choose(struct desk *desk, const char *old, const char *new,
    struct err *err)
{
	const struct held_keys *held = held_of(desk);
	const char *staff_id = act_officer(desk);
	enum fail fail;

	old = old == NULL ? NULL : key_passphrase(desk, old);
	new = key_passphrase(desk, new);
	fail = key_box_choose(desk, staff_id, old, new, err);
	if (!fail)
		fail = hand_on_to_himself(desk, staff_id, err);
	for (size_t i = 0; i < held->n && !fail; i++)
		if (held->list[i].is_escrow && !desk_is_practice(desk))
			fail = escrow_put(desk, &held->list[i], staff_id, new,
			    err);
	return fail;
}
