#ifndef BASE_CRYPTO_H
#define BASE_CRYPTO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/clock.h"
#include "base/err.h"

/* The few things taken from libsodium, under the house's own names. */

/* Once, first thing in main. FAIL_IO when the library cannot start. */
enum fail crypto_start(struct err *err) must_check;

enum { HASH_SIZE = 32, HASH_HEX_SIZE = 65 };

/* BLAKE2b-256 of size bytes; key may be NULL (then key_size is 0). */
void hash_bytes(const void *bytes, size_t size, const void *key,
    size_t key_size, uint8_t ret_hash[HASH_SIZE]);

/* The same piece by piece. */
struct hash {
	uint8_t state[384] __attribute__((aligned(64)));
};
void hash_begin(struct hash *hash);
void hash_add(struct hash *hash, const void *bytes, size_t size);
void hash_end(struct hash *hash, uint8_t ret_hash[HASH_SIZE]);
void hash_print(const uint8_t hash[HASH_SIZE], char text[HASH_HEX_SIZE]);

/*
 * Verifier of a passphrase: argon2id with the given cost, in libsodium's text
 * form, so that the cost is stored with it.
 */
enum { VERIFIER_SIZE = 128 };
struct passphrase_cost {
	unsigned long long passes;
	size_t memory_bytes;
};

/* Decision 22: t = 3, 64 MiB. */
struct passphrase_cost passphrase_cost_default(void);
/* For tests only: the least libsodium takes. */
struct passphrase_cost passphrase_cost_least(void);

enum fail passphrase_make(const char *passphrase, struct passphrase_cost cost,
    char ret_verifier[VERIFIER_SIZE], struct err *err) must_check;
bool passphrase_is(const char *verifier, const char *passphrase);

/* Overwrite with zeros, not optimised away. */
void forget(void *bytes, size_t size);

#endif
