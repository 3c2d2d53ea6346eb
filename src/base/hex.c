#include "base/hex.h"

#include <string.h>

static const char digits[] = "0123456789abcdef";

char *
hex_print(const void *bytes, size_t size, struct arena *arena)
{
	const uint8_t *from = bytes;
	char *text = arena_alloc(arena, 2 * size + 1);

	for (size_t i = 0; i < size; i++) {
		text[2 * i] = digits[from[i] >> 4];
		text[2 * i + 1] = digits[from[i] & 15];
	}
	text[2 * size] = '\0';
	return text;
}

static bool
digit(char byte, uint8_t *ret_value)
{
	const char *at = byte == '\0' ? NULL : strchr(digits, byte);

	if (at == NULL)
		return false;
	*ret_value = (uint8_t)(at - digits);
	return true;
}

bool
hex_parse(const char *text, uint8_t *ret_bytes, size_t size)
{
	uint8_t high, low;

	if (strlen(text) != 2 * size)
		return false;
	for (size_t i = 0; i < size; i++) {
		if (!digit(text[2 * i], &high) ||
		    !digit(text[2 * i + 1], &low))
			return false;
		ret_bytes[i] = (uint8_t)(high << 4 | low);
	}
	return true;
}
