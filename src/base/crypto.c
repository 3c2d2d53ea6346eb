/* First: it spells attributes with names that base/attr.h defines. */
#include <sodium.h>

#include "base/crypto.h"

#include <string.h>

_Static_assert(
    sizeof(crypto_generichash_state) <= sizeof(((struct hash *)0)->state),
    "the state of BLAKE2b fits");
_Static_assert(HASH_HEX_SIZE == 2 * HASH_SIZE + 1, "two digits a byte");
_Static_assert(
    (int)VERIFIER_SIZE >= (int)crypto_pwhash_STRBYTES, "a verifier fits");

enum fail
crypto_start(struct err *err)
{
	if (sodium_init() < 0)
		return fail_set(err, FAIL_IO, "libsodium does not start");
	return FAIL_NONE;
}

void
hash_bytes(const void *bytes, size_t size, const void *key, size_t key_size,
    uint8_t ret_hash[HASH_SIZE])
{
	crypto_generichash(ret_hash, HASH_SIZE, bytes, size, key, key_size);
}

void
hash_begin(struct hash *hash)
{
	crypto_generichash_init((void *)hash->state, NULL, 0, HASH_SIZE);
}

void
hash_add(struct hash *hash, const void *bytes, size_t size)
{
	crypto_generichash_update((void *)hash->state, bytes, size);
}

void
hash_end(struct hash *hash, uint8_t ret_hash[HASH_SIZE])
{
	crypto_generichash_final((void *)hash->state, ret_hash, HASH_SIZE);
}

void
hash_print(const uint8_t hash[HASH_SIZE], char text[HASH_HEX_SIZE])
{
	sodium_bin2hex(text, HASH_HEX_SIZE, hash, HASH_SIZE);
}

struct passphrase_cost
passphrase_cost_default(void)
{
	return (struct passphrase_cost){
		.passes = 3,
		.memory_bytes = (size_t)64 << 20,
	};
}

struct passphrase_cost
passphrase_cost_least(void)
{
	return (struct passphrase_cost){
		.passes = crypto_pwhash_OPSLIMIT_MIN,
		.memory_bytes = crypto_pwhash_MEMLIMIT_MIN,
	};
}

enum fail
passphrase_make(const char *passphrase, struct passphrase_cost cost,
    char ret_verifier[VERIFIER_SIZE], struct err *err)
{
	char verifier[VERIFIER_SIZE] = "";

	if (crypto_pwhash_str(verifier, passphrase, strlen(passphrase),
		cost.passes, cost.memory_bytes) != 0)
		return fail_set(err, FAIL_MEMORY,
		    "argon2id of %zu bytes does not run", cost.memory_bytes);
	memcpy(ret_verifier, verifier, sizeof(verifier));
	return FAIL_NONE;
}

bool
passphrase_is(const char *verifier, const char *passphrase)
{
	return crypto_pwhash_str_verify(
		   verifier, passphrase, strlen(passphrase)) == 0;
}

void
forget(void *bytes, size_t size)
{
	sodium_memzero(bytes, size);
}
