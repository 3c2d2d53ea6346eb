#include "base/text.h"

#include <string.h>
#include <utf8proc.h>
#include <wchar.h>

/*
 * Length of the character whose first byte is lead, its smallest point (a
 * smaller one would be an overlong form) and the bits in the first byte.
 */
static size_t
lead_length(unsigned char lead, uint32_t *least, uint32_t *bits)
{
	if (lead >= 0xC2 && lead <= 0xDF) {
		*least = 0x80;
		*bits = lead & 0x1F;
		return 2;
	}
	if (lead >= 0xE0 && lead <= 0xEF) {
		*least = 0x800;
		*bits = lead & 0x0F;
		return 3;
	}
	if (lead >= 0xF0 && lead <= 0xF4) {
		*least = 0x10000;
		*bits = lead & 0x07;
		return 4;
	}
	return 0;
}

size_t
text_decode(const char *text, size_t size, uint32_t *ret_point)
{
	unsigned char lead;
	uint32_t point = 0, least = 0;
	size_t length;

	if (size == 0)
		return 0;
	lead = (unsigned char)text[0];
	if (lead < 0x80) {
		*ret_point = lead;
		return 1;
	}
	length = lead_length(lead, &least, &point);
	if (length == 0 || length > size)
		return 0;
	for (size_t i = 1; i < length; i++) {
		unsigned char byte = (unsigned char)text[i];

		if ((byte & 0xC0) != 0x80)
			return 0;
		point = point << 6 | (byte & 0x3F);
	}
	if (point < least || point > 0x10FFFF ||
	    (point >= 0xD800 && point <= 0xDFFF))
		return 0;
	*ret_point = point;
	return length;
}

size_t
text_encode(uint32_t point, char bytes[4])
{
	if (point < 0x80) {
		bytes[0] = (char)point;
		return 1;
	}
	if (point < 0x800) {
		bytes[0] = (char)(0xC0 | point >> 6);
		bytes[1] = (char)(0x80 | (point & 0x3F));
		return 2;
	}
	if (point < 0x10000) {
		bytes[0] = (char)(0xE0 | point >> 12);
		bytes[1] = (char)(0x80 | (point >> 6 & 0x3F));
		bytes[2] = (char)(0x80 | (point & 0x3F));
		return 3;
	}
	bytes[0] = (char)(0xF0 | point >> 18);
	bytes[1] = (char)(0x80 | (point >> 12 & 0x3F));
	bytes[2] = (char)(0x80 | (point >> 6 & 0x3F));
	bytes[3] = (char)(0x80 | (point & 0x3F));
	return 4;
}

/*
 * Decode in NUL-terminated text: four bytes may be named, because the decoder
 * stops at the NUL. An invalid byte is a character of its own, U+FFFD.
 */
static size_t
step(const char *text, uint32_t *ret_point)
{
	size_t length = text_decode(text, 4, ret_point);

	if (length > 0)
		return length;
	*ret_point = 0xFFFD;
	return 1;
}

bool
text_is_valid(const char *text, size_t size)
{
	uint32_t point;
	size_t length;

	for (size_t i = 0; i < size; i += length) {
		length = text_decode(text + i, size - i, &point);
		if (length == 0 || point == 0)
			return false;
	}
	return true;
}

size_t
text_characters(const char *text)
{
	size_t n = 0;
	uint32_t point;

	for (; *text != '\0'; text += step(text, &point))
		n++;
	return n;
}

/* What is not shown as it is stands there as one replacement character. */
static size_t
point_columns(uint32_t point)
{
	int columns;

	if (point < 0x7F || !text_may_stand(point, false))
		return 1;
	columns = wcwidth((wchar_t)point);
	return columns < 0 ? 1 : (size_t)columns;
}

size_t
text_columns(const char *text)
{
	return text_columns_n(text, strlen(text));
}

size_t
text_columns_n(const char *text, size_t size)
{
	size_t columns = 0, length;
	uint32_t point;

	for (size_t i = 0; i < size; i += length) {
		length = text_decode(text + i, size - i, &point);
		if (length == 0) {
			point = 0xFFFD;
			length = 1;
		}
		columns += point_columns(point);
	}
	return columns;
}

static bool
is_plain(char byte)
{
	return (unsigned char)byte < 0x80;
}

size_t
text_next(const char *text, size_t at)
{
	uint32_t point, following;
	utf8proc_int32_t state = 0;

	if (text[at] == '\0')
		return at;
	at += step(text + at, &point);
	while (text[at] != '\0') {
		size_t length = step(text + at, &following);

		if (point < 0x80 && following < 0x80 && point != '\r')
			return at;
		if (utf8proc_grapheme_break_stateful((utf8proc_int32_t)point,
			(utf8proc_int32_t)following, &state))
			return at;
		at += length;
		point = following;
	}
	return at;
}

size_t
text_previous(const char *text, size_t at)
{
	size_t begin = at, next;

	if (at == 0)
		return 0;
	/*
	 * Clusters can only be found forwards. Between two ASCII characters
	 * there is always a boundary (but for CR LF), so begin there.
	 */
	begin--;
	while (begin > 0 &&
	    !(is_plain(text[begin]) && is_plain(text[begin - 1]) &&
		text[begin - 1] != '\r'))
		begin--;
	for (;;) {
		next = text_next(text, begin);
		if (next >= at || next == begin)
			return begin;
		begin = next;
	}
}

size_t
text_fit_columns(const char *text, size_t columns)
{
	size_t at = 0, used = 0;

	while (text[at] != '\0') {
		size_t next = text_next(text, at);
		size_t wide = text_columns_n(text + at, next - at);

		if (wide > columns - used)
			break;
		used += wide;
		at = next;
	}
	return at;
}

size_t
text_fit_bytes(const char *text, size_t bytes)
{
	size_t at = 0;

	while (text[at] != '\0') {
		size_t next = text_next(text, at);

		if (next > bytes)
			break;
		at = next;
	}
	return at;
}

static bool
is_blank(char byte)
{
	return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

void
text_copy(char *into, size_t size, const char *text)
{
	size_t length;

	if (size == 0)
		return;
	while (is_blank(*text))
		text++;
	length = text_fit_bytes(text, size - 1);
	while (length > 0 && is_blank(text[length - 1]))
		length--;
	memmove(into, text, length);
	into[length] = '\0';
}

bool
text_is_digits(const char *text, size_t n)
{
	size_t length = strspn(text, "0123456789");

	if (text[length] != '\0' || length == 0)
		return false;
	return n == 0 || length == n;
}
