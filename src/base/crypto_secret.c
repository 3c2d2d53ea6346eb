/* First: it spells attributes with names that base/attr.h defines. */
#include <sodium.h>

#include "base/crypto.h"

#include <string.h>

enum { NONCE_SIZE = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES };

_Static_assert(
    (int)SECRET_KEY_SIZE == (int)crypto_aead_xchacha20poly1305_ietf_KEYBYTES &&
	(int)SECRET_EXTRA ==
	    NONCE_SIZE + (int)crypto_aead_xchacha20poly1305_ietf_ABYTES &&
	(int)SALT_SIZE == (int)crypto_pwhash_SALTBYTES,
    "sizes of secrets");
_Static_assert((int)STREAM_HEAD_SIZE ==
	    (int)crypto_secretstream_xchacha20poly1305_HEADERBYTES &&
	(int)STREAM_EXTRA ==
	    (int)crypto_secretstream_xchacha20poly1305_ABYTES &&
	(int)SECRET_KEY_SIZE ==
	    (int)crypto_secretstream_xchacha20poly1305_KEYBYTES &&
	sizeof(crypto_secretstream_xchacha20poly1305_state) <=
	    sizeof(((struct stream *)0)->state),
    "sizes of streams");

void
secret_shut(const uint8_t key[SECRET_KEY_SIZE], const char *word,
    const void *bytes, size_t size, const struct entropy *entropy,
    uint8_t *ret_shut)
{
	entropy_fill(entropy, ret_shut, NONCE_SIZE);
	crypto_aead_xchacha20poly1305_ietf_encrypt(ret_shut + NONCE_SIZE, NULL,
	    bytes, size, (const uint8_t *)word, strlen(word), NULL, ret_shut,
	    key);
}

bool
secret_open(const uint8_t key[SECRET_KEY_SIZE], const char *word,
    const void *shut, size_t size, uint8_t *ret_bytes)
{
	const uint8_t *nonce = shut;

	return size >= SECRET_EXTRA &&
	    crypto_aead_xchacha20poly1305_ietf_decrypt(ret_bytes, NULL, NULL,
		nonce + NONCE_SIZE, size - NONCE_SIZE, (const uint8_t *)word,
		strlen(word), nonce, key) == 0;
}

enum fail
passphrase_key(const char *passphrase, struct passphrase_cost cost,
    const uint8_t salt[SALT_SIZE], uint8_t ret_key[SECRET_KEY_SIZE],
    struct err *err)
{
	if (crypto_pwhash(ret_key, SECRET_KEY_SIZE, passphrase,
		strlen(passphrase), salt, cost.passes, cost.memory_bytes,
		crypto_pwhash_ALG_ARGON2ID13) != 0)
		return fail_set(err, FAIL_MEMORY,
		    "argon2id of %zu bytes does not run", cost.memory_bytes);
	return FAIL_NONE;
}

/*
 * The reader's beginning, for the writer too: the state is the same, and the
 * writer's own would draw its own random head.
 */
void
stream_begin(struct stream *stream, const uint8_t key[SECRET_KEY_SIZE],
    const uint8_t head[STREAM_HEAD_SIZE])
{
	crypto_secretstream_xchacha20poly1305_init_pull(
	    (void *)stream->state, head, key);
}

void
stream_done(struct stream *stream)
{
	if (stream != NULL)
		forget(stream, sizeof(*stream));
}

void
stream_seal(struct stream *stream, const void *bytes, size_t size,
    const void *bound, size_t bound_size, bool is_last, uint8_t *ret_sealed)
{
	crypto_secretstream_xchacha20poly1305_push((void *)stream->state,
	    ret_sealed, NULL, bytes, size, bound, bound_size,
	    is_last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL :
		      crypto_secretstream_xchacha20poly1305_TAG_MESSAGE);
}

bool
stream_open(struct stream *stream, const void *sealed, size_t size,
    const void *bound, size_t bound_size, uint8_t *ret_bytes, bool *ret_is_last)
{
	unsigned char tag = 0;

	if (size < STREAM_EXTRA ||
	    crypto_secretstream_xchacha20poly1305_pull((void *)stream->state,
		ret_bytes, NULL, &tag, sealed, size, bound, bound_size) != 0)
		return false;
	*ret_is_last = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
	return true;
}
