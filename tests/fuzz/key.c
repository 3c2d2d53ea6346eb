#include "ui/key_decode.h"

#include <assert.h>
#include <string.h>

#include "base/text.h"
#include "fuzz/fuzz.h"

static void
check(const struct key *key)
{
	assert(key->code < K_CODES);
	if (key->code == K_TEXT)
		assert(text_is_valid(key->text, strlen(key->text)) &&
		    text_characters(key->text) == 1);
	if (key->code == K_PASTE)
		assert(key->paste[key->paste_size] == '\0');
}

/*
 * Bytes of a terminal, in pieces as long as the first byte says: the decoder
 * always comes to an end, and once it is late nothing is left.
 */
int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	scoped(key_decoder_done) struct key_decoder decoder;
	const char *text = (const char *)bytes;
	size_t piece = size > 0 ? bytes[0] % 16 + 1 : 1;
	struct key key;

	key_decoder_init(&decoder);
	while (size > 0) {
		size_t n = size < piece ? size : piece;

		key_decoder_feed(&decoder, text, n);
		while (key_decoder_next(&decoder, false, &key))
			check(&key);
		text += n;
		size -= n;
	}
	while (key_decoder_next(&decoder, true, &key))
		check(&key);
	assert(!key_decoder_is_waiting(&decoder));
	return 0;
}
