#include "lib/counters.h"

#include <stdio.h>
#include <string.h>

#include "base/crypto.h"
#include "base/file.h"
#include "store/bundle.h"
#include "sync/fleet.h"

/* What the fleet is made of, while it is made. */
struct founding {
	struct sign_pair admin;
	struct data_key key;
	struct roster roster;
	struct keyring *rings;
};

static enum fail
join(struct counters *it, struct founding *fleet, const char *data, size_t i)
{
	scoped_store store = NULL;
	char station[STATION_SIZE];
	struct keyring *ring = &fleet->rings[i];
	struct member *member = &fleet->roster.members[i];
	const struct station_keys *keys;
	struct id writer;
	enum fail fail = folder_make(data, 0700, &it->err);

	if (fail)
		return fail;
	snprintf(station, sizeof station, "L%02d", (int)(i + 1) % 100);
	store = counters_open(it, data, station);
	if (store == NULL)
		return it->err.fail;
	writer = store_writer(store);
	ring->fleet = fleet->roster.fleet;
	memcpy(ring->admin_key, fleet->admin.public_key, SIGN_PUBLIC_SIZE);
	fail =
	    keyring_add_station(ring, &writer, &it->entropy, &keys, &it->err);
	if (!fail)
		fail = keyring_take_key(ring, &fleet->key, &it->err);
	if (fail)
		return fail;
	member->writer = writer;
	member->letter = 'A';
	member->is_admin = i == 0;
	snprintf(member->station, STATION_SIZE, "%s", station);
	memcpy(member->sign_key, keys->sign.public_key, SIGN_PUBLIC_SIZE);
	memcpy(member->box_key, keys->box.public_key, BOX_PUBLIC_SIZE);
	fleet->roster.n_members++;
	return FAIL_NONE;
}

static enum fail
tell(struct counters *it, const struct founding *founding,
    const struct buf *file, const char *data, size_t i)
{
	scoped_fleet fleet = { 0 };
	bool is_new;
	enum fail fail =
	    fleet_begin(data, &founding->rings[i], it->arena, &fleet, &it->err);

	return fail ? fail :
		      fleet_take_roster(
			  &fleet, file->text, file->size, &is_new, &it->err);
}

static enum fail
mark(struct counters *it, const char *share, const struct id *fleet)
{
	scoped_buf text = { 0 };
	enum fail fail = folder_make(share, 0755, &it->err);

	buf_init(&text, MARKER_SIZE_MAX);
	marker_print(fleet, &it->entropy, &text);
	return fail ? fail :
		      file_write(arena_print(it->arena, "%s/fleet", share),
			  text.text, text.size, 0644, &it->err);
}

enum fail
counters_make(struct counters *it, int n, char **word)
{
	uint8_t seed[SEED_SIZE];
	size_t counters = (size_t)n - 1;
	scoped_buf file = { 0 };
	struct founding fleet = { .roster = { .version = 1 } };
	enum fail fail = FAIL_NONE;

	entropy_fill(&it->entropy, seed, sizeof seed);
	sign_pair_make(seed, &fleet.admin);
	entropy_fill(&it->entropy, &fleet.roster.fleet, ID_SIZE);
	entropy_fill(&it->entropy, fleet.key.key, sizeof fleet.key.key);
	fleet.key.number = 1;
	data_key_name(&fleet.key);
	memcpy(
	    fleet.roster.admin_key, fleet.admin.public_key, SIGN_PUBLIC_SIZE);
	fleet.roster.made_ms = counters_now(NULL);
	fleet.rings = arena_array(it->arena, counters, sizeof *fleet.rings);
	fleet.roster.members =
	    arena_array(it->arena, counters, sizeof *fleet.roster.members);
	for (size_t i = 0; i < counters && !fail; i++)
		fail = join(it, &fleet, word[i + 1], i);
	buf_init(&file, container_size_limit(CONTAINER_ROSTER));
	if (!fail)
		fail = roster_seal(
		    &fleet.roster, &fleet.admin, &it->entropy, &file, &it->err);
	for (size_t i = 0; i < counters && !fail; i++)
		fail = tell(it, &fleet, &file, word[i + 1], i);
	return fail ? fail : mark(it, word[0], &fleet.roster.fleet);
}

enum fail
counters_marker(struct counters *it, int n, char **word)
{
	struct id fleet = { { 0 } };

	(void)n;
	memcpy(fleet.byte, word[1], strnlen(word[1], ID_SIZE));
	return mark(it, word[0], &fleet);
}

static enum fail
forge_one(struct counters *it, const struct fleet *fleet,
    struct container_head *head, const struct sign_pair *thief,
    const char *share)
{
	const struct data_key *key = keyring_newest(&fleet->keyring);
	const struct container_keys keys = {
		.signer = thief, .data_key = key->key, .entropy = &it->entropy
	};
	struct name name = { .kind = head->kind == CONTAINER_OPS ?
		    NAME_BUNDLE :
		    NAME_HEARTBEAT,
		.writer = head->writer,
		.number = head->number,
		.month = 202611 };
	uint8_t hash[HASH_SIZE];
	char path[NAME_SIZE];
	scoped_buf file = { 0 };
	enum fail fail;

	memcpy(head->key_id, key->id, sizeof head->key_id);
	buf_init(&file, 1 << 20);
	fail = container_seal(head, "Palsu", 5, &keys, &file, hash, &it->err);
	if (fail)
		return fail;
	memcpy(name.hash, hash, sizeof name.hash);
	name_print(&name, path);
	return file_write(arena_print(it->arena, "%s/%s", share, path),
	    file.text, file.size, 0644, &it->err);
}

enum fail
counters_forge(struct counters *it, int n, char **word)
{
	scoped_store store = counters_open(it, word[0], NULL);
	scoped_fleet fleet = { 0 };
	uint8_t seed[SEED_SIZE] = "thief";
	struct container_head head = { .kind = CONTAINER_OPS, .number = 99 };
	struct sign_pair thief;
	enum fail fail;

	(void)n;
	if (store == NULL)
		return it->err.fail;
	sign_pair_make(seed, &thief);
	fail = fleet_open(word[0], it->arena, &fleet, &it->err);
	if (fail)
		return fail;
	head.fleet = fleet.keyring.fleet;
	head.writer = store_writer(store);
	fail = forge_one(it, &fleet, &head, &thief, word[1]);
	head.kind = CONTAINER_HEARTBEAT;
	return fail ? fail : forge_one(it, &fleet, &head, &thief, word[1]);
}
