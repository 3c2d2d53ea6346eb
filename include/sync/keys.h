#ifndef SYNC_KEYS_H
#define SYNC_KEYS_H

#include <stddef.h>
#include <stdint.h>

#include "base/clock.h"
#include "base/crypto.h"
#include "base/err.h"
#include "base/id.h"
#include "sync/container.h"

/*
 * The keys of one counter: a file beside the register, mode 0600, without a
 * passphrase, so that the night run needs nobody. It never leaves the machine.
 */
enum { STATION_KEYS_MAX = 64, DATA_KEYS_MAX = 64 };

/* Of one writer: signing what it publishes, opening what is sealed to it. */
struct station_keys {
	struct id writer;
	uint8_t seed[SEED_SIZE]; /* both pairs follow from it */
	struct sign_pair sign;
	struct box_pair box;
};

/* Both pairs from 32 random bytes: of a writer, a one-use secret, a paper. */
void station_keys_make(const struct id *writer, const uint8_t seed[SEED_SIZE],
    struct station_keys *ret_keys) nonnull(1, 3);
void station_keys_done(struct station_keys *keys); /* forgets them */
#define scoped_station_keys scoped(station_keys_done) struct station_keys

/* What the fleet's files are encrypted with; numbered, the newest is used. */
struct data_key {
	uint32_t number;
	uint8_t id[CONTAINER_KEY_ID_SIZE]; /* as files name it */
	uint8_t key[SECRET_KEY_SIZE];
};

struct keyring {
	struct id fleet;
	uint8_t admin_key[SIGN_PUBLIC_SIZE]; /* whose rosters are believed */
	struct station_keys stations[STATION_KEYS_MAX]; /* the last: of now */
	size_t n_stations;
	struct data_key keys[DATA_KEYS_MAX]; /* by number */
	size_t n_keys;
};

void keyring_done(struct keyring *keyring); /* forgets it */
#define scoped_keyring scoped(keyring_done) struct keyring

/*
 * FAIL_MISSING: there is none; FAIL_DENIED sync.keys-open: others may read or
 * write the file; FAIL_CORRUPT sync.keys-damaged: it is not as written.
 */
enum fail keyring_read(const char *path, struct keyring *ret_keyring,
    struct err *err) must_check nonnull(1, 2);

/* Replaced as file_write() does, mode 0600. */
enum fail keyring_write(const char *path, const struct keyring *keyring,
    struct err *err) must_check nonnull(1, 2);

/*
 * Keys for a new writer, drawn here. FAIL_MEMORY: STATION_KEYS_MAX lives.
 * *ret_keys is borrowed from the keyring.
 */
enum fail keyring_add_station(struct keyring *keyring, const struct id *writer,
    const struct entropy *entropy, const struct station_keys **ret_keys,
    struct err *err) must_check nonnull(1, 2, 3, 4);

/* Take keys made elsewhere; fine when they are there already. */
enum fail keyring_take_station(struct keyring *keyring,
    const struct station_keys *keys, struct err *err) must_check nonnull(1, 2);

/* NULL when there are none for that writer. */
const struct station_keys *keyring_station(
    const struct keyring *keyring, const struct id *writer) nonnull(1, 2);

/* The next data key, drawn here. FAIL_MEMORY: DATA_KEYS_MAX. */
enum fail keyring_new_key(struct keyring *keyring,
    const struct entropy *entropy, struct err *err) must_check nonnull(1, 2);

/* Take a key that was told; fine when it is there already. */
enum fail keyring_take_key(struct keyring *keyring, const struct data_key *key,
    struct err *err) must_check nonnull(1, 2);

/* NULL when it was never told: the file waits (sync.no-key). */
const struct data_key *keyring_key(const struct keyring *keyring,
    const uint8_t id[CONTAINER_KEY_ID_SIZE]) must_check nonnull(1);

/* What new files are encrypted with; NULL when there is none. */
const struct data_key *keyring_newest(const struct keyring *keyring) nonnull(1);

/* How a data key is named in files: the first bytes of its keyed hash. */
void data_key_name(struct data_key *key) nonnull(1);

#endif
