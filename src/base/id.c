/* First: it spells attributes with names that base/attr.h defines. */
#include <sodium.h>

#include "base/id.h"

#include <string.h>

_Static_assert(
    ID_SIZE == crypto_generichash_BYTES_MIN, "a derived key is BLAKE2b-128");

struct id
id_new(int64_t now_ms, const struct entropy *entropy)
{
	struct id id;

	entropy_fill(entropy, id.byte, sizeof(id.byte));
	for (int i = 0; i < 6; i++)
		id.byte[i] = (uint8_t)((uint64_t)now_ms >> (40 - 8 * i));
	/* RFC 9562, 5.7: version 7 in the high half, variant 10. */
	id.byte[6] = (uint8_t)((id.byte[6] & 0x0F) | 0x70);
	id.byte[8] = (uint8_t)((id.byte[8] & 0x3F) | 0x80);
	return id;
}

/* The length before every part keeps "ab" + "c" apart from "a" + "bc". */
static void
add_part(crypto_generichash_state *state, const void *bytes, size_t size)
{
	unsigned char length[8];

	for (int i = 0; i < 8; i++)
		length[i] = (unsigned char)((uint64_t)size >> (56 - 8 * i));
	crypto_generichash_update(state, length, sizeof(length));
	crypto_generichash_update(state, bytes, size);
}

struct id
id_derived(const char *word, const struct id *parent, const char *code)
{
	crypto_generichash_state state;
	struct id id;

	crypto_generichash_init(&state, NULL, 0, sizeof(id.byte));
	add_part(&state, word, strlen(word));
	add_part(&state, parent->byte, sizeof(parent->byte));
	add_part(&state, code, strlen(code));
	crypto_generichash_final(&state, id.byte, sizeof(id.byte));
	return id;
}

bool
id_is_zero(const struct id *id)
{
	static const struct id zero = { { 0 } };

	return id_equal(id, &zero);
}

bool
id_equal(const struct id *a, const struct id *b)
{
	return memcmp(a->byte, b->byte, sizeof(a->byte)) == 0;
}

void
id_print(const struct id *id, char text[ID_HEX_SIZE])
{
	static const char digits[] = "0123456789abcdef";

	for (size_t i = 0; i < ID_SIZE; i++) {
		text[2 * i] = digits[id->byte[i] >> 4];
		text[2 * i + 1] = digits[id->byte[i] & 15];
	}
	text[ID_HEX_SIZE - 1] = '\0';
}

static int
hex_value(char digit)
{
	if (digit >= '0' && digit <= '9')
		return digit - '0';
	if (digit >= 'a' && digit <= 'f')
		return digit - 'a' + 10;
	if (digit >= 'A' && digit <= 'F')
		return digit - 'A' + 10;
	return -1;
}

bool
id_parse(const char *text, struct id *ret_id)
{
	struct id id;

	if (strnlen(text, ID_HEX_SIZE) != ID_HEX_SIZE - 1)
		return false;
	for (size_t i = 0; i < ID_SIZE; i++) {
		int high = hex_value(text[2 * i]);
		int low = hex_value(text[2 * i + 1]);

		if (high < 0 || low < 0)
			return false;
		id.byte[i] = (uint8_t)(high << 4 | low);
	}
	*ret_id = id;
	return true;
}
