#include "desk/key_box.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/hex.h"
#include "desk/inside.h"

/* A row that asks for more was not written by this program. */
enum { COST_MEMORY_MAX = 1 << 28, COST_PASSES_MAX = 16 };

/* Rows of an officer that one sign-in tries: each costs an argon2id. */
enum { OWN_TRIES = 4 };

#define OWN_WORD "loket officer"

const char *
key_passphrase(const struct desk *desk, const char *passphrase)
{
	return desk_is_practice(desk) || passphrase == NULL ? "latihan" :
							      passphrase;
}

void
key_draw(const struct desk *desk, struct box_pair *ret_pair)
{
	uint8_t seed[SEED_SIZE];

	entropy_fill(&desk->options.entropy, seed, sizeof seed);
	box_pair_make(seed, ret_pair);
	forget(seed, sizeof seed);
}

/* "PASSES MEMORY SALT SHUT" */
enum fail
key_wrap(struct desk *desk, const char *passphrase, const char *word,
    const struct box_pair *pair, struct arena *arena, const char **ret_text,
    struct err *err)
{
	struct passphrase_cost cost = desk_is_practice(desk) ?
	    passphrase_cost_least() : desk->options.cost;
	uint8_t salt[SALT_SIZE], key[SECRET_KEY_SIZE];
	uint8_t shut[sizeof *pair + SECRET_EXTRA];
	enum fail fail;

	entropy_fill(&desk->options.entropy, salt, sizeof salt);
	fail = passphrase_key(passphrase, cost, salt, key, err);
	if (fail)
		return fail;
	secret_shut(key, word, pair, sizeof *pair, &desk->options.entropy,
	    shut);
	forget(key, sizeof key);
	*ret_text = arena_print(arena, "%llu %zu %s %s", cost.passes,
	    cost.memory_bytes, hex_print(salt, sizeof salt, arena),
	    hex_print(shut, sizeof shut, arena));
	return FAIL_NONE;
}

bool
key_unwrap(const char *passphrase, const char *word, const char *text,
    struct box_pair *ret_pair)
{
	uint8_t salt[SALT_SIZE], key[SECRET_KEY_SIZE];
	uint8_t shut[sizeof *ret_pair + SECRET_EXTRA];
	struct passphrase_cost cost;
	char *end, salt_hex[2 * SALT_SIZE + 1];
	bool is_open;

	cost.passes = strtoull(text, &end, 10);
	cost.memory_bytes = strtoull(end, &end, 10);
	if (strlen(end) < 2 + 2 * SALT_SIZE)
		return false;
	memcpy(salt_hex, end + 1, 2 * SALT_SIZE);
	salt_hex[2 * SALT_SIZE] = '\0';
	if (cost.memory_bytes > COST_MEMORY_MAX ||
	    cost.passes > COST_PASSES_MAX ||
	    !hex_parse(salt_hex, salt, sizeof salt) ||
	    !hex_parse(end + 2 + 2 * SALT_SIZE, shut, sizeof shut) ||
	    passphrase_key(passphrase, cost, salt, key, NULL))
		return false;
	is_open = secret_open(key, word, shut, sizeof shut,
	    (uint8_t *)ret_pair);
	forget(key, sizeof key);
	return is_open;
}

static struct id
own_id(const struct desk *desk, const char *staff_id)
{
	struct id officer = officer_id(staff_id);

	return id_derived("own-key", &officer, desk_station(desk));
}

enum fail
key_box_keep(struct desk *desk, const char *staff_id, const char *passphrase,
    const struct box_pair *pair, struct err *err)
{
	scoped_arena arena = arena_new();
	struct record record =
	    record_of(TABLE_KEY_BOX, own_id(desk, staff_id));
	const char *wrapped;
	enum fail fail;

	fail = key_wrap(desk, passphrase, OWN_WORD, pair, arena, &wrapped,
	    err);
	if (fail)
		return fail;
	record_set_text(&record, arena, KEY_BOX_OFFICER, staff_id);
	record_set_text(&record, arena, KEY_BOX_STATION, desk_station(desk));
	record_set_text(&record, arena, KEY_BOX_PUBLIC,
	    hex_print(pair->public_key, BOX_PUBLIC_SIZE, arena));
	record_set_text(&record, arena, KEY_BOX_WRAPPED, wrapped);
	record_set_text(&record, arena, KEY_BOX_ACTIVE, "Y");
	record_set_integer(&record, KEY_BOX_AT, store_now(desk->store));
	return store_put(desk->store, &record, err);
}

static bool
is_own(const struct record *record)
{
	return !record_has(record, KEY_BOX_OFFICE_KEY);
}

static bool
is_here(const struct desk *desk, const struct record *record)
{
	return strcmp(record_text(record, KEY_BOX_STATION),
	    desk_station(desk)) == 0;
}

/* His rows: of this counter first, then of others, the newest first. */
static enum fail
own_rows(struct desk *desk, const char *staff_id, struct records *ret_rows,
    struct err *err)
{
	struct record *list;
	enum fail fail;
	size_t n = 0;

	fail = store_find_text(desk->store, TABLE_KEY_BOX, KEY_BOX_OFFICER,
	    staff_id, ret_rows, err);
	if (fail)
		return fail;
	list = ret_rows->list;
	for (size_t i = 0; i < ret_rows->n; i++) {
		struct record row = list[i];
		size_t at = n;

		if (!is_own(&row))
			continue;
		for (; at > 0 && !is_here(desk, &list[at - 1]) &&
		     (is_here(desk, &row) ||
		     record_integer(&row, KEY_BOX_AT) >
			 record_integer(&list[at - 1], KEY_BOX_AT)); at--)
			list[at] = list[at - 1];
		list[at] = row;
		n++;
	}
	ret_rows->n = n;
	return FAIL_NONE;
}

/* At a counter where he never was his passphrase may be that of another. */
enum fail
key_box_own(struct desk *desk, const char *staff_id, const char *passphrase,
    struct box_pair *ret_pair, bool *ret_is_here, struct err *err)
{
	scoped_arena arena = arena_new();
	struct records rows = { .arena = arena };
	enum fail fail = own_rows(desk, staff_id, &rows, err);

	if (fail)
		return fail;
	for (size_t i = 0; i < rows.n && i < OWN_TRIES; i++)
		if (key_unwrap(passphrase, OWN_WORD,
		    record_text(&rows.list[i], KEY_BOX_WRAPPED), ret_pair)) {
			*ret_is_here = is_here(desk, &rows.list[i]);
			return FAIL_NONE;
		}
	return FAIL_MISSING;
}

enum fail
key_box_choose(struct desk *desk, const char *staff_id, const char *old,
    const char *new, struct err *err)
{
	struct box_pair pair;
	bool is_kept_here;
	enum fail fail = FAIL_MISSING;

	if (old != NULL)
		fail = key_box_own(desk, staff_id, old, &pair, &is_kept_here,
		    err);
	if (fail == FAIL_MISSING)
		key_draw(desk, &pair);
	else if (fail)
		return fail;
	fail = key_box_keep(desk, staff_id, new, &pair, err);
	box_pair_done(&pair);
	return fail;
}

static bool
is_box(const struct record *record)
{
	return record_has(record, KEY_BOX_OFFICE_KEY) &&
	    strcmp(record_text(record, KEY_BOX_ACTIVE), "Y") == 0;
}

static bool
open_box(const struct record *record, const struct box_pair *own,
    struct held_key *ret_key)
{
	uint8_t sealed[sizeof ret_key->pair + BOX_EXTRA];

	return id_parse(record_text(record, KEY_BOX_OFFICE_KEY),
		   &ret_key->office) &&
	    hex_parse(record_text(record, KEY_BOX_WRAPPED), sealed,
		sizeof sealed) &&
	    box_open(own, sealed, sizeof sealed, (uint8_t *)&ret_key->pair);
}

enum fail
key_box_take(struct desk *desk, const char *staff_id,
    const struct box_pair *own, struct held_keys *held, struct err *err)
{
	scoped_arena arena = arena_new();
	struct records records = { .arena = arena };
	enum fail fail;

	fail = store_find_text(desk->store, TABLE_KEY_BOX, KEY_BOX_OFFICER,
	    staff_id, &records, err);
	for (size_t i = 0; i < records.n && !fail; i++) {
		struct held_key key = { .is_escrow = false };

		if (held->n < HELD_MAX && is_box(&records.list[i]) &&
		    open_box(&records.list[i], own, &key))
			held->list[held->n++] = key;
		forget(&key, sizeof key);
	}
	return fail;
}

/* The row that says so, as it would be written. */
static struct record
box_of(const struct held_key *key, const struct record *own,
    struct arena *arena)
{
	struct record record = record_of(TABLE_KEY_BOX,
	    id_derived("key-box", &key->office,
	    record_text(own, KEY_BOX_PUBLIC)));
	char office[ID_HEX_SIZE];

	id_print(&key->office, office);
	record_set_text(&record, arena, KEY_BOX_OFFICE_KEY, office);
	record_set_text(&record, arena, KEY_BOX_OFFICER,
	    record_text(own, KEY_BOX_OFFICER));
	record_set_text(&record, arena, KEY_BOX_STATION,
	    record_text(own, KEY_BOX_STATION));
	record_set_text(&record, arena, KEY_BOX_PUBLIC,
	    record_text(own, KEY_BOX_PUBLIC));
	return record;
}

enum fail
key_box_hand_on(struct desk *desk, const struct held_key *key,
    const struct record *own, struct err *err)
{
	scoped_arena arena = arena_new();
	struct record record = box_of(key, own, arena);
	uint8_t sealed[sizeof key->pair + BOX_EXTRA];
	uint8_t public_key[BOX_PUBLIC_SIZE];

	if (!hex_parse(record_text(own, KEY_BOX_PUBLIC), public_key,
	    sizeof public_key))
		return FAIL_NONE;
	box_seal(public_key, &key->pair, sizeof key->pair,
	    &desk->options.entropy, sealed);
	record_set_text(&record, arena, KEY_BOX_WRAPPED,
	    hex_print(sealed, sizeof sealed, arena));
	record_set_text(&record, arena, KEY_BOX_ACTIVE, "Y");
	record_set_integer(&record, KEY_BOX_AT, store_now(desk->store));
	return store_put(desk->store, &record, err);
}

/* May the officer named by a row read, by what the register says now? */
static bool
is_reader(struct desk *desk, const struct record *row, struct arena *arena)
{
	struct officer officer;

	return !desk_officer_get(desk, record_text(row, KEY_BOX_OFFICER),
		   arena, &officer, NULL) &&
	    officer.is_active &&
	    role_may(officer.roles, ACTION_READ_CONFIDENTIAL);
}

/* Is the key sealed to this very pair? One made since opens nothing. */
static bool
has_box(struct desk *desk, const struct held_key *key,
    const struct record *own, struct arena *arena)
{
	struct record box = box_of(key, own, arena), there;

	return !store_get(desk->store, TABLE_KEY_BOX, &box.id, arena, &there,
	    NULL);
}

enum fail
key_box_waiting(struct desk *desk, const struct held_key *key,
    struct records *ret_waiting, struct err *err)
{
	struct arena *arena = ret_waiting->arena;
	enum fail fail;
	size_t n = 0;

	fail = store_all(desk->store, TABLE_KEY_BOX, ret_waiting, err);
	if (fail)
		return fail;
	for (size_t i = 0; i < ret_waiting->n; i++) {
		struct record *row = &ret_waiting->list[i];

		if (is_own(row) && is_reader(desk, row, arena) &&
		    !has_box(desk, key, row, arena))
			ret_waiting->list[n++] = *row;
	}
	ret_waiting->n = n;
	return FAIL_NONE;
}

/* Sealed to a pair that is still somebody's own. */
static bool
is_held(const struct records *records, const struct record *box)
{
	if (!is_box(box))
		return false;
	for (size_t i = 0; i < records->n; i++)
		if (is_own(&records->list[i]) &&
		    strcmp(record_text(&records->list[i], KEY_BOX_PUBLIC),
			record_text(box, KEY_BOX_PUBLIC)) == 0)
			return true;
	return false;
}

/* Two counters of one officer are one holder. */
static bool
was_counted(const struct records *records, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (is_held(records, &records->list[i]) &&
		    strcmp(record_text(&records->list[i], KEY_BOX_OFFICER),
			record_text(&records->list[n], KEY_BOX_OFFICER)) == 0)
			return true;
	return false;
}

enum fail
key_box_holders(struct desk *desk, size_t *ret_n, struct err *err)
{
	scoped_arena arena = arena_new();
	struct records records = { .arena = arena };
	enum fail fail;

	*ret_n = 0;
	fail = store_all(desk->store, TABLE_KEY_BOX, &records, err);
	for (size_t i = 0; i < records.n && !fail; i++)
		if (is_held(&records, &records.list[i]) &&
		    !was_counted(&records, i) &&
		    is_reader(desk, &records.list[i], arena))
			++*ret_n;
	return fail;
}
