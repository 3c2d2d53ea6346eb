/* First: it spells attributes with names that base/attr.h defines. */
#include <sodium.h>

#include "base/crypto.h"

#include <assert.h>
#include <string.h>

_Static_assert(SEED_SIZE == crypto_sign_SEEDBYTES &&
	(int)SEED_SIZE == (int)crypto_box_SEEDBYTES,
    "one seed makes either pair");
_Static_assert((int)SIGN_PUBLIC_SIZE == (int)crypto_sign_PUBLICKEYBYTES &&
	(int)SIGN_SECRET_SIZE == (int)crypto_sign_SECRETKEYBYTES &&
	(int)SIGNATURE_SIZE == (int)crypto_sign_BYTES,
    "sizes of Ed25519");
_Static_assert((int)BOX_PUBLIC_SIZE == (int)crypto_box_PUBLICKEYBYTES &&
	(int)BOX_SECRET_SIZE == (int)crypto_box_SECRETKEYBYTES &&
	(int)BOX_EXTRA == (int)crypto_box_SEALBYTES,
    "sizes of sealed boxes");

bool
secret_equal(const void *a, const void *b, size_t size)
{
	return sodium_memcmp(a, b, size) == 0;
}

void
sign_pair_make(const uint8_t seed[SEED_SIZE], struct sign_pair *ret_pair)
{
	crypto_sign_seed_keypair(
	    ret_pair->public_key, ret_pair->secret_key, seed);
}

void
sign_pair_done(struct sign_pair *pair)
{
	if (pair != NULL)
		forget(pair, sizeof(*pair));
}

/* What is signed: the word, then the hash; returns its size. */
static size_t
signed_text(const char *word, const uint8_t hash[HASH_SIZE],
    uint8_t ret_text[SIGN_WORD_MAX + HASH_SIZE])
{
	size_t size = strlen(word);

	assert(size > 0 && size <= SIGN_WORD_MAX);
	memcpy(ret_text, word, size);
	memcpy(ret_text + size, hash, HASH_SIZE);
	return size + HASH_SIZE;
}

void
sign_hash(const struct sign_pair *pair, const char *word,
    const uint8_t hash[HASH_SIZE], uint8_t ret_signature[SIGNATURE_SIZE])
{
	uint8_t text[SIGN_WORD_MAX + HASH_SIZE];
	size_t size = signed_text(word, hash, text);

	crypto_sign_detached(ret_signature, NULL, text, size, pair->secret_key);
}

bool
sign_is(const uint8_t public_key[SIGN_PUBLIC_SIZE], const char *word,
    const uint8_t hash[HASH_SIZE], const uint8_t signature[SIGNATURE_SIZE])
{
	uint8_t text[SIGN_WORD_MAX + HASH_SIZE];
	size_t size = signed_text(word, hash, text);

	return crypto_sign_verify_detached(signature, text, size, public_key) ==
	    0;
}

void
box_pair_make(const uint8_t seed[SEED_SIZE], struct box_pair *ret_pair)
{
	crypto_box_seed_keypair(
	    ret_pair->public_key, ret_pair->secret_key, seed);
}

void
box_pair_done(struct box_pair *pair)
{
	if (pair != NULL)
		forget(pair, sizeof(*pair));
}

/*
 * As crypto_box_seal, which would draw its own random bytes: a pair for this
 * box alone, its public half in front, the nonce a hash of both public keys.
 */
void
box_seal(const uint8_t public_key[BOX_PUBLIC_SIZE], const void *bytes,
    size_t size, const struct entropy *entropy, uint8_t *ret_sealed)
{
	uint8_t seed[SEED_SIZE], nonce[crypto_box_NONCEBYTES];
	scoped(box_pair_done) struct box_pair once;
	crypto_generichash_state state;
	int answer;

	entropy_fill(entropy, seed, sizeof(seed));
	box_pair_make(seed, &once);
	forget(seed, sizeof(seed));
	crypto_generichash_init(&state, NULL, 0, sizeof(nonce));
	crypto_generichash_update(&state, once.public_key, BOX_PUBLIC_SIZE);
	crypto_generichash_update(&state, public_key, BOX_PUBLIC_SIZE);
	crypto_generichash_final(&state, nonce, sizeof(nonce));
	memcpy(ret_sealed, once.public_key, BOX_PUBLIC_SIZE);
	answer = crypto_box_easy(ret_sealed + BOX_PUBLIC_SIZE, bytes, size,
	    nonce, public_key, once.secret_key);
	/* It refuses public keys of small order, which nobody can own. */
	if (answer != 0)
		memset(ret_sealed, 0, size + BOX_EXTRA);
}

bool
box_open(const struct box_pair *pair, const void *sealed, size_t size,
    uint8_t *ret_bytes)
{
	return size >= BOX_EXTRA &&
	    crypto_box_seal_open(ret_bytes, sealed, size, pair->public_key,
		pair->secret_key) == 0;
}
