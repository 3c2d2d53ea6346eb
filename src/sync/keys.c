#include "sync/keys.h"

#include <string.h>
#include <sys/stat.h>

#include "base/buf.h"
#include "base/file.h"

/* The file: magic, fleet, admin key, two counts, entries, hash. */
static const char magic[8] = { 'l', 'o', 'k', 'e', 't', 'k', 'r', '1' };

enum {
	FRONT_SIZE = sizeof magic + ID_SIZE + SIGN_PUBLIC_SIZE + 2,
	STATION_ENTRY = ID_SIZE + SEED_SIZE,
	KEY_ENTRY = 4 + SECRET_KEY_SIZE,
	RING_MAX = FRONT_SIZE + STATION_KEYS_MAX * STATION_ENTRY +
	    DATA_KEYS_MAX * KEY_ENTRY + HASH_SIZE,
};
_Static_assert(STATION_KEYS_MAX < 256 && DATA_KEYS_MAX < 256, "counts fit");

void
keyring_done(struct keyring *keyring)
{
	if (keyring != NULL)
		forget(keyring, sizeof *keyring);
}

void
station_keys_make(const struct id *writer, const uint8_t seed[SEED_SIZE],
    struct station_keys *ret_keys)
{
	static const char for_signing[] = "loket station sign";
	static const char for_boxes[] = "loket station box";
	uint8_t one[SEED_SIZE];

	ret_keys->writer = *writer;
	memcpy(ret_keys->seed, seed, SEED_SIZE);
	hash_bytes(for_signing, strlen(for_signing), seed, SEED_SIZE, one);
	sign_pair_make(one, &ret_keys->sign);
	hash_bytes(for_boxes, strlen(for_boxes), seed, SEED_SIZE, one);
	box_pair_make(one, &ret_keys->box);
	forget(one, sizeof one);
}

void
station_keys_done(struct station_keys *keys)
{
	if (keys != NULL)
		forget(keys, sizeof *keys);
}

void
data_key_name(struct data_key *key)
{
	static const char word[] = "loket data key";
	uint8_t hash[HASH_SIZE];

	hash_bytes(word, strlen(word), key->key, sizeof key->key, hash);
	memcpy(key->id, hash, sizeof key->id);
}

enum fail
keyring_add_station(struct keyring *keyring, const struct id *writer,
    const struct entropy *entropy, const struct station_keys **ret_keys,
    struct err *err)
{
	struct station_keys *keys = &keyring->stations[keyring->n_stations];
	uint8_t seed[SEED_SIZE];

	if (keyring->n_stations == STATION_KEYS_MAX)
		return fail_set(
		    err, FAIL_MEMORY, "no room for another writer's keys");
	entropy_fill(entropy, seed, sizeof seed);
	station_keys_make(writer, seed, keys);
	forget(seed, sizeof seed);
	keyring->n_stations++;
	*ret_keys = keys;
	return FAIL_NONE;
}

enum fail
keyring_take_station(
    struct keyring *keyring, const struct station_keys *keys, struct err *err)
{
	if (keyring_station(keyring, &keys->writer) != NULL)
		return FAIL_NONE;
	if (keyring->n_stations == STATION_KEYS_MAX)
		return fail_set(
		    err, FAIL_MEMORY, "no room for another writer's keys");
	keyring->stations[keyring->n_stations++] = *keys;
	return FAIL_NONE;
}

const struct station_keys *
keyring_station(const struct keyring *keyring, const struct id *writer)
{
	for (size_t i = 0; i < keyring->n_stations; i++)
		if (id_equal(&keyring->stations[i].writer, writer))
			return &keyring->stations[i];
	return NULL;
}

enum fail
keyring_take_key(
    struct keyring *keyring, const struct data_key *key, struct err *err)
{
	size_t at = keyring->n_keys;

	if (keyring_key(keyring, key->id) != NULL)
		return FAIL_NONE;
	if (keyring->n_keys == DATA_KEYS_MAX)
		return fail_set(err, FAIL_MEMORY, "no room for another key");
	while (at > 0 && keyring->keys[at - 1].number > key->number)
		at--;
	memmove(&keyring->keys[at + 1], &keyring->keys[at],
	    (keyring->n_keys - at) * sizeof *key);
	keyring->keys[at] = *key;
	keyring->n_keys++;
	return FAIL_NONE;
}

enum fail
keyring_new_key(
    struct keyring *keyring, const struct entropy *entropy, struct err *err)
{
	const struct data_key *newest = keyring_newest(keyring);
	struct data_key key = { .number = newest ? newest->number + 1 : 1 };
	enum fail fail;

	entropy_fill(entropy, key.key, sizeof key.key);
	data_key_name(&key);
	fail = keyring_take_key(keyring, &key, err);
	forget(&key, sizeof key);
	return fail;
}

const struct data_key *
keyring_key(
    const struct keyring *keyring, const uint8_t id[CONTAINER_KEY_ID_SIZE])
{
	for (size_t i = 0; i < keyring->n_keys; i++)
		if (memcmp(keyring->keys[i].id, id, CONTAINER_KEY_ID_SIZE) == 0)
			return &keyring->keys[i];
	return NULL;
}

const struct data_key *
keyring_newest(const struct keyring *keyring)
{
	return keyring->n_keys > 0 ? &keyring->keys[keyring->n_keys - 1] : NULL;
}

static void
print_ring(const struct keyring *keyring, struct buf *ring)
{
	uint8_t hash[HASH_SIZE];

	buf_add(ring, magic, sizeof magic);
	buf_add(ring, keyring->fleet.byte, ID_SIZE);
	buf_add(ring, keyring->admin_key, sizeof keyring->admin_key);
	buf_char(ring, (char)keyring->n_stations);
	buf_char(ring, (char)keyring->n_keys);
	for (size_t i = 0; i < keyring->n_stations; i++) {
		buf_add(ring, keyring->stations[i].writer.byte, ID_SIZE);
		buf_add(ring, keyring->stations[i].seed, SEED_SIZE);
	}
	for (size_t i = 0; i < keyring->n_keys; i++) {
		for (int shift = 0; shift < 32; shift += 8)
			buf_char(
			    ring, (char)(keyring->keys[i].number >> shift));
		buf_add(ring, keyring->keys[i].key, SECRET_KEY_SIZE);
	}
	hash_bytes(ring->text, ring->size, NULL, 0, hash);
	buf_add(ring, hash, sizeof hash);
}

enum fail
keyring_write(const char *path, const struct keyring *keyring, struct err *err)
{
	scoped_buf ring = { 0 };
	enum fail fail;

	/* At once, so that no copy is left behind by growing. */
	buf_init(&ring, RING_MAX);
	buf_repeat(&ring, '\0', RING_MAX);
	buf_clear(&ring);
	print_ring(keyring, &ring);
	fail = file_write(path, ring.text, ring.size, 0600, err);
	forget(ring.text, ring.size);
	return fail;
}

static void
take_stations(const uint8_t *at, size_t n, struct keyring *keyring)
{
	struct id writer;

	for (size_t i = 0; i < n; i++, at += STATION_ENTRY) {
		memcpy(writer.byte, at, ID_SIZE);
		station_keys_make(&writer, at + ID_SIZE, &keyring->stations[i]);
	}
	keyring->n_stations = n;
}

static void
take_keys(const uint8_t *at, size_t n, struct keyring *keyring)
{
	for (size_t i = 0; i < n; i++, at += KEY_ENTRY) {
		struct data_key *key = &keyring->keys[i];

		key->number = 0;
		for (int b = 0; b < 4; b++)
			key->number |= (uint32_t)at[b] << 8 * b;
		memcpy(key->key, at + 4, SECRET_KEY_SIZE);
		data_key_name(key);
	}
	keyring->n_keys = n;
}

/* Exactly as it was written, or nothing. */
static bool
take_ring(const uint8_t *ring, size_t size, struct keyring *keyring)
{
	const size_t counts = FRONT_SIZE - 2;
	uint8_t hash[HASH_SIZE];
	size_t stations, keys;

	if (size < FRONT_SIZE + HASH_SIZE ||
	    memcmp(ring, magic, sizeof magic) != 0)
		return false;
	stations = ring[counts];
	keys = ring[counts + 1];
	hash_bytes(ring, size - HASH_SIZE, NULL, 0, hash);
	if (stations > STATION_KEYS_MAX || keys > DATA_KEYS_MAX ||
	    size !=
		FRONT_SIZE + stations * STATION_ENTRY + keys * KEY_ENTRY +
		    HASH_SIZE ||
	    memcmp(hash, ring + size - HASH_SIZE, HASH_SIZE) != 0)
		return false;
	memcpy(keyring->fleet.byte, ring + sizeof magic, ID_SIZE);
	memcpy(keyring->admin_key, ring + sizeof magic + ID_SIZE,
	    SIGN_PUBLIC_SIZE);
	take_stations(ring + FRONT_SIZE, stations, keyring);
	take_keys(ring + FRONT_SIZE + stations * STATION_ENTRY, keys, keyring);
	return true;
}

enum fail
keyring_read(const char *path, struct keyring *ret_keyring, struct err *err)
{
	scoped_arena arena = arena_new();
	struct keyring keyring = { 0 };
	struct stat status;
	char *ring;
	size_t size;
	enum fail fail;
	bool is_whole;

	if (lstat(path, &status) == 0 && (status.st_mode & 077) != 0)
		return fail_say(err, FAIL_DENIED, "sync.keys-open", path, NULL);
	fail = file_read(path, RING_MAX, arena, &ring, &size, err);
	if (fail)
		return fail;
	is_whole = take_ring((const uint8_t *)ring, size, &keyring);
	forget(ring, size);
	if (is_whole)
		*ret_keyring = keyring;
	keyring_done(&keyring);
	return is_whole ?
	    FAIL_NONE :
	    fail_say(err, FAIL_CORRUPT, "sync.keys-damaged", path, NULL);
}
