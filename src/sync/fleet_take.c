#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "sync/container.h"
#include "sync/fleet_inside.h"
#include "sync/introduction.h"

/* Keys that the roster has for writers this machine has been. */
static enum fail
open_boxes(struct fleet *fleet, bool *ret_is_new, struct err *err)
{
	struct keyring *keyring = &fleet->keyring;
	size_t before = keyring->n_keys;
	enum fail fail = FAIL_NONE;

	for (size_t i = 0; !fail && i < fleet->roster.n_boxes; i++) {
		const struct key_box *box = &fleet->roster.boxes[i];
		const struct station_keys *own =
		    keyring_station(keyring, &box->holder);
		struct data_key key = { .number = box->number };

		if (own == NULL ||
		    !box_open(&own->box, box->sealed, SEALED_KEY_SIZE, key.key))
			continue;
		data_key_name(&key);
		fail = keyring_take_key(keyring, &key, err);
		forget(&key, sizeof key);
	}
	*ret_is_new = keyring->n_keys > before;
	return fail;
}

/* On the disk first: the keys, the roster, then that it was seen. */
static enum fail
keep_roster(
    const struct fleet *fleet, const void *bytes, size_t size, struct err *err)
{
	struct name name = {
		.kind = NAME_ROSTER,
		.number = fleet->roster.version,
	};
	char text[HIGHEST_SIZE];
	enum fail fail;

	memcpy(name.hash, fleet->roster.hash, NAME_HASH_SIZE);
	fail = folder_make(fleet_path(fleet, "roster"), 0700, err);
	if (!fail)
		fail = folder_make(fleet_path(fleet, "intro"), 0700, err);
	if (!fail)
		fail = file_write(
		    fleet_file_path(fleet, &name), bytes, size, 0600, err);
	fleet_print_highest(&fleet->roster, text);
	if (!fail)
		fail = file_write(fleet_path(fleet, "highest"), text,
		    strlen(text), 0600, err);
	return fail;
}

static enum fail
judge_roster(const struct fleet *fleet, const struct roster *roster,
    bool *ret_is_new, struct err *err)
{
	const struct roster *known = &fleet->roster;
	char version[12];

	*ret_is_new = roster->version > known->version;
	if ((roster->version == known->version &&
		memcmp(roster->hash, known->hash, HASH_SIZE) != 0) ||
	    (roster->version == known->version + 1 && known->version > 0 &&
		memcmp(roster->prev, known->hash, HASH_SIZE) != 0)) {
		snprintf(version, sizeof version, "%u", roster->version);
		return fail_say(
		    err, FAIL_CONFLICT, "sync.roster-fork", version, NULL);
	}
	return FAIL_NONE;
}

enum fail
fleet_take_roster(struct fleet *fleet, const void *bytes, size_t size,
    bool *ret_is_new, struct err *err)
{
	struct roster roster, before = fleet->roster;
	bool is_new, has_keys = false;
	enum fail fail;

	fail = roster_open(bytes, size, &fleet->keyring.fleet,
	    fleet->keyring.admin_key, fleet->arena, &roster, err);
	if (!fail)
		fail = judge_roster(fleet, &roster, &is_new, err);
	if (fail)
		return fail;
	*ret_is_new = is_new;
	if (!is_new)
		return FAIL_NONE;
	fleet->roster = roster;
	fail = open_boxes(fleet, &has_keys, err);
	if (!fail && has_keys)
		fail = fleet_keep_keys(fleet, err);
	if (!fail)
		fail = keep_roster(fleet, bytes, size, err);
	if (fail)
		fleet->roster = before;
	else
		fleet_judge(fleet);
	return fail;
}

static bool
is_known(const struct fleet *fleet, const void *bytes, size_t size)
{
	for (size_t i = 0; i < fleet->n_introductions; i++)
		if (fleet->introductions[i].size == size &&
		    memcmp(fleet->introductions[i].bytes, bytes, size) == 0)
			return true;
	return false;
}

static void
add_introduction(struct fleet *fleet, const struct file_bytes *file)
{
	const size_t n = fleet->n_introductions;
	struct file_bytes *list =
	    arena_array(fleet->arena, n + 1, sizeof *list);

	if (n > 0)
		memcpy(list, fleet->introductions, n * sizeof *list);
	list[n].bytes = arena_bytes(fleet->arena, file->bytes, file->size);
	list[n].size = file->size;
	fleet->introductions = list;
	fleet->n_introductions = n + 1;
	fleet_judge(fleet);
}

/* Whose key must have signed an introduction; NULL: nobody is known. */
static const uint8_t *
sponsor_key(const struct fleet *fleet, const struct id *sponsor)
{
	const struct roster *roster = &fleet->roster;
	const struct member *member = members_find(&fleet->members, sponsor);

	for (size_t i = 0; i < roster->n_invitations; i++)
		if (id_equal(&roster->invitations[i].id, sponsor))
			return roster->invitations[i].sign_key;
	return member != NULL ? member->sign_key : NULL;
}

/* Is it by this one that the writer is a member? */
static bool
is_counted(const struct fleet *fleet, const struct id *writer,
    const struct file_bytes *file, const struct id *sponsor)
{
	const struct member *member = members_find(&fleet->members, writer);
	const uint8_t *key = sponsor_key(fleet, sponsor);
	struct introduction one;

	return member != NULL && key != NULL &&
	    id_equal(&member->sponsor, sponsor) &&
	    introduction_open(file, &fleet->keyring.fleet, key, &one, NULL) ==
	    0 &&
	    memcmp(one.member.sign_key, member->sign_key, SIGN_PUBLIC_SIZE) ==
	    0;
}

/* Why a writer is none: said when the members were judged. */
static void
reason_of(
    const struct fleet *fleet, const struct id *writer, struct fact *ret_reason)
{
	for (size_t i = 0; i < fleet->members.n_refused; i++)
		if (id_equal(&fleet->members.refused[i].writer, writer))
			*ret_reason = fleet->members.refused[i].reason;
}

static enum fail
keep_introduction(const struct fleet *fleet, const struct file_bytes *file,
    const struct id *writer, struct err *err)
{
	struct name name = { .kind = NAME_INTRODUCTION, .writer = *writer };
	uint8_t hash[HASH_SIZE];
	enum fail fail;

	container_hash(file->bytes, file->size, hash);
	memcpy(name.hash, hash, NAME_HASH_SIZE);
	fail = folder_make(fleet_path(fleet, "intro"), 0700, err);
	return fail ? fail :
		      file_write(fleet_file_path(fleet, &name), file->bytes,
			  file->size, 0600, err);
}

enum fail
fleet_take_introduction(struct fleet *fleet, const struct file_bytes *file,
    bool *ret_is_new, struct fact *ret_reason, struct err *err)
{
	struct fleet before = *fleet;
	struct id writer, sponsor;
	enum fail fail;
	bool counts;

	fail = introduction_peek(
	    file, &fleet->keyring.fleet, &writer, &sponsor, err);
	if (fail)
		return fail;
	*ret_is_new = false;
	*ret_reason = (struct fact){ 0 };
	if (is_known(fleet, file->bytes, file->size))
		return FAIL_NONE;
	if (fleet->n_introductions == INTRODUCTIONS_MAX)
		return fail_set(err, FAIL_MEMORY, "too many introductions");
	add_introduction(fleet, file);
	counts = is_counted(fleet, &writer, file, &sponsor);
	if (counts)
		fail = keep_introduction(fleet, file, &writer, err);
	else
		reason_of(fleet, &writer, ret_reason);
	*ret_is_new = counts && !fail;
	if (!*ret_is_new)
		*fleet = before;
	forget(&before.keyring, sizeof before.keyring);
	return fail;
}
