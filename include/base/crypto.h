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

/* Equal, in a time that does not depend on where they differ. */
bool secret_equal(const void *a, const void *b, size_t size) must_check;

/* All key pairs are made of 32 random bytes: the same bytes, the same pair. */
enum { SEED_SIZE = 32 };

/*
 * Signatures: Ed25519 over a word, which says what is being signed for, and a
 * hash. The same hash signed for one purpose is no signature for another.
 */
enum {
	SIGN_PUBLIC_SIZE = 32,
	SIGN_SECRET_SIZE = 64,
	SIGNATURE_SIZE = 64,
	SIGN_WORD_MAX = 32,
};

struct sign_pair {
	uint8_t public_key[SIGN_PUBLIC_SIZE];
	uint8_t secret_key[SIGN_SECRET_SIZE];
};

void sign_pair_make(const uint8_t seed[SEED_SIZE], struct sign_pair *ret_pair)
    nonnull(2);
void sign_pair_done(struct sign_pair *pair); /* forgets it */

/* word has 1 to SIGN_WORD_MAX bytes. */
void sign_hash(const struct sign_pair *pair, const char *word,
    const uint8_t hash[HASH_SIZE], uint8_t ret_signature[SIGNATURE_SIZE])
    nonnull(1, 2);
bool sign_is(const uint8_t public_key[SIGN_PUBLIC_SIZE], const char *word,
    const uint8_t hash[HASH_SIZE], const uint8_t signature[SIGNATURE_SIZE])
    must_check nonnull(2);

/*
 * Sealed boxes: X25519, as libsodium's crypto_box_seal. Everybody who has the
 * public key can seal, only the holder of the pair can open; a box does not
 * tell who sealed it.
 */
enum { BOX_PUBLIC_SIZE = 32, BOX_SECRET_SIZE = 32, BOX_EXTRA = 48 };

struct box_pair {
	uint8_t public_key[BOX_PUBLIC_SIZE];
	uint8_t secret_key[BOX_SECRET_SIZE];
};

void box_pair_make(const uint8_t seed[SEED_SIZE], struct box_pair *ret_pair)
    nonnull(2);
void box_pair_done(struct box_pair *pair); /* forgets it */

/* ret_sealed has room for size + BOX_EXTRA bytes. */
void box_seal(const uint8_t public_key[BOX_PUBLIC_SIZE], const void *bytes,
    size_t size, const struct entropy *entropy, uint8_t *ret_sealed)
    nonnull(4, 5);

/*
 * ret_bytes has room for size - BOX_EXTRA bytes. false: not for this pair,
 * damaged, or shorter than BOX_EXTRA; ret_bytes is then zero or untouched.
 */
bool box_open(const struct box_pair *pair, const void *sealed, size_t size,
    uint8_t *ret_bytes) must_check nonnull(1, 4);

/*
 * Bytes under a key that both sides have: XChaCha20-Poly1305. Whoever opens
 * must give the same word as whoever shut, so that what was shut for one
 * purpose is not taken for another.
 */
enum { SECRET_KEY_SIZE = 32, SECRET_EXTRA = 24 + 16 };

/* ret_shut has room for size + SECRET_EXTRA bytes: nonce, then ciphertext. */
void secret_shut(const uint8_t key[SECRET_KEY_SIZE], const char *word,
    const void *bytes, size_t size, const struct entropy *entropy,
    uint8_t *ret_shut) nonnull(2, 5, 6);

/* ret_bytes has room for size - SECRET_EXTRA bytes; false as box_open. */
bool secret_open(const uint8_t key[SECRET_KEY_SIZE], const char *word,
    const void *shut, size_t size, uint8_t *ret_bytes) must_check nonnull(2, 5);

/* Such a key from a passphrase, by argon2id. FAIL_MEMORY as passphrase_make. */
enum { SALT_SIZE = 16 };
enum fail passphrase_key(const char *passphrase, struct passphrase_cost cost,
    const uint8_t salt[SALT_SIZE], uint8_t ret_key[SECRET_KEY_SIZE],
    struct err *err) must_check nonnull(1);

/*
 * A long text under a key, piece by piece: libsodium's secretstream
 * (XChaCha20-Poly1305). Pieces open only whole, in order, and the last is
 * marked, so that a missing end is seen.
 */
enum { STREAM_HEAD_SIZE = 24, STREAM_EXTRA = 17 };

struct stream {
	uint8_t state[64] __attribute__((aligned(16)));
};

/*
 * For both directions. head: random for each text, told in the clear; never
 * twice with one key.
 */
void stream_begin(struct stream *stream, const uint8_t key[SECRET_KEY_SIZE],
    const uint8_t head[STREAM_HEAD_SIZE]) nonnull(1);
void stream_done(struct stream *stream); /* forgets it */

/*
 * The next piece; bound is told in the clear elsewhere, and bound to it (may
 * be NULL with 0). ret_sealed has room for size + STREAM_EXTRA bytes.
 */
void stream_seal(struct stream *stream, const void *bytes, size_t size,
    const void *bound, size_t bound_size, bool is_last, uint8_t *ret_sealed)
    nonnull(1, 7);

/*
 * ret_bytes has room for size - STREAM_EXTRA bytes. false: damaged, out of
 * order, another key or bound, or shorter than STREAM_EXTRA.
 */
bool stream_open(struct stream *stream, const void *sealed, size_t size,
    const void *bound, size_t bound_size, uint8_t *ret_bytes, bool *ret_is_last)
    must_check nonnull(1, 6, 7);

#endif
