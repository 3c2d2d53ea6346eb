#include "sync/base32.h"

#include <string.h>

static const char alphabet[] = "abcdefghijklmnopqrstuvwxyz234567";

void
base32_print(const uint8_t *bytes, size_t size, char *text)
{
	unsigned bits = 0, n = 0;

	for (size_t i = 0; i < size; i++) {
		bits = (bits << 8 | bytes[i]) & 0xfff;
		for (n += 8; n >= 5; n -= 5)
			*text++ = alphabet[bits >> (n - 5) & 31];
	}
	if (n > 0)
		*text++ = alphabet[bits << (5 - n) & 31];
	*text = '\0';
}

bool
base32_parse(const char *text, size_t length, uint8_t *bytes, size_t size)
{
	unsigned bits = 0, n = 0;
	size_t done = 0;

	for (size_t i = 0; i < length; i++) {
		const char *at = text[i] ? strchr(alphabet, text[i]) : NULL;

		if (at == NULL)
			return false;
		bits = (bits << 5 | (unsigned)(at - alphabet)) & 0xfff;
		n += 5;
		if (n < 8)
			continue;
		n -= 8;
		bytes[done++] = (uint8_t)(bits >> n);
	}
	return done == size && (bits & ((1U << n) - 1)) == 0;
}
