#include "base/text.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

/* The longest single decomposition (U+FDFA) has 18 characters. */
enum { DECOMPOSED_MAX = 32 };

static const char replacement[] = "\xEF\xBF\xBD"; /* U+FFFD */

bool
text_may_stand(uint32_t point, bool with_newline)
{
	const utf8proc_property_t *property;

	if (point >= 0x20 && point < 0x7F)
		return true;
	if (point == '\n')
		return with_newline;
	if (point < 0xA0 || point > 0x10FFFF)
		return false;
	property = utf8proc_get_property((utf8proc_int32_t)point);
	/* Fillers, variation selectors, joiners, tags: they show nothing. */
	if (property->ignorable)
		return false;
	switch ((utf8proc_category_t)property->category) {
	case UTF8PROC_CATEGORY_CN:
	case UTF8PROC_CATEGORY_CC:
	case UTF8PROC_CATEGORY_CF:
	case UTF8PROC_CATEGORY_CS:
	case UTF8PROC_CATEGORY_CO:
	case UTF8PROC_CATEGORY_ZL:
	case UTF8PROC_CATEGORY_ZP: return false;
	case UTF8PROC_CATEGORY_LU:
	case UTF8PROC_CATEGORY_LL:
	case UTF8PROC_CATEGORY_LT:
	case UTF8PROC_CATEGORY_LM:
	case UTF8PROC_CATEGORY_LO:
	case UTF8PROC_CATEGORY_MN:
	case UTF8PROC_CATEGORY_MC:
	case UTF8PROC_CATEGORY_ME:
	case UTF8PROC_CATEGORY_ND:
	case UTF8PROC_CATEGORY_NL:
	case UTF8PROC_CATEGORY_NO:
	case UTF8PROC_CATEGORY_PC:
	case UTF8PROC_CATEGORY_PD:
	case UTF8PROC_CATEGORY_PS:
	case UTF8PROC_CATEGORY_PE:
	case UTF8PROC_CATEGORY_PI:
	case UTF8PROC_CATEGORY_PF:
	case UTF8PROC_CATEGORY_PO:
	case UTF8PROC_CATEGORY_SM:
	case UTF8PROC_CATEGORY_SC:
	case UTF8PROC_CATEGORY_SK:
	case UTF8PROC_CATEGORY_SO:
	case UTF8PROC_CATEGORY_ZS: return true;
	}
	return false;
}

void
text_sanitise(const char *text, size_t size, struct buf *out)
{
	uint32_t point;
	size_t length;

	for (size_t i = 0; i < size; i += length) {
		length = text_decode(text + i, size - i, &point);
		if (length > 0 && text_may_stand(point, false)) {
			buf_add(out, text + i, length);
		} else if (length > 0 && point == '\n') {
			buf_char(out, ' ');
		} else {
			buf_text(out, replacement);
			length = length > 0 ? length : 1;
		}
	}
}

static bool
is_space(uint32_t point)
{
	return point == ' ' || point == '\t' || point == '\n' ||
	    point == '\r' ||
	    (point >= 0xA0 &&
		utf8proc_category((utf8proc_int32_t)point) ==
		    UTF8PROC_CATEGORY_ZS);
}

/* What a typed character is kept as. */
static uint32_t
plain_point(uint32_t point, bool with_newline)
{
	if (point == 0x2018 || point == 0x2019 || point == 0x02BC)
		return '\'';
	if (point == '\n' || point == '\r')
		return with_newline ? '\n' : ' ';
	return is_space(point) ? ' ' : point;
}

/* The same text in NFC; is_over is set in out when memory is out. */
static void
compose(const struct buf *text, struct buf *out)
{
	utf8proc_uint8_t *composed = NULL;
	utf8proc_ssize_t size;

	size = utf8proc_map((const utf8proc_uint8_t *)text->text,
	    (utf8proc_ssize_t)text->size, &composed,
	    UTF8PROC_STABLE | UTF8PROC_COMPOSE);
	if (size < 0)
		out->is_over = true;
	else
		buf_add(out, composed, (size_t)size);
	free(composed);
}

size_t
text_clean(const char *text, size_t size, bool with_newline, struct buf *out)
{
	scoped_buf kept = { 0 };
	size_t left_out = 0, length;
	bool is_plain = true;
	uint32_t point;
	char bytes[4];

	/* A character grows when kept at most from 1 byte to 1 byte. */
	buf_init(&kept, size);
	for (size_t i = 0; i < size; i += length) {
		length = text_decode(text + i, size - i, &point);
		if (length == 0) {
			left_out++;
			length = 1;
			continue;
		}
		if (point == '\r' && i + 1 < size && text[i + 1] == '\n')
			continue;
		point = plain_point(point, with_newline);
		if (!text_may_stand(point, with_newline)) {
			left_out++;
			continue;
		}
		is_plain = is_plain && point < 0x80;
		buf_add(&kept, bytes, text_encode(point, bytes));
	}
	if (kept.is_over)
		out->is_over = true;
	else if (is_plain)
		buf_add(out, kept.text, kept.size);
	else
		compose(&kept, out);
	return left_out;
}

bool
text_is_letter(uint32_t point)
{
	utf8proc_category_t category;

	if (point > 0x10FFFF)
		return false;
	category = utf8proc_category((utf8proc_int32_t)point);
	return category >= UTF8PROC_CATEGORY_LU &&
	    category <= UTF8PROC_CATEGORY_ME;
}

static bool
is_letter_or_digit(utf8proc_int32_t point)
{
	utf8proc_category_t category = utf8proc_category(point);

	return (category >= UTF8PROC_CATEGORY_LU &&
		   category <= UTF8PROC_CATEGORY_LO) ||
	    (category >= UTF8PROC_CATEGORY_ND &&
		category <= UTF8PROC_CATEGORY_NO);
}

/* Append what one character outside ASCII is looked for as. */
static void
fold_point(uint32_t point, struct buf *out)
{
	utf8proc_int32_t folded[DECOMPOSED_MAX];
	utf8proc_ssize_t n;
	int boundary = UTF8PROC_BOUNDCLASS_START;
	char bytes[4];

	n = utf8proc_decompose_char((utf8proc_int32_t)point, folded,
	    DECOMPOSED_MAX,
	    UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD |
		UTF8PROC_STRIPMARK,
	    &boundary);
	for (utf8proc_ssize_t i = 0; i < n && i < DECOMPOSED_MAX; i++)
		if (is_letter_or_digit(folded[i]))
			buf_add(out, bytes,
			    text_encode((uint32_t)folded[i], bytes));
}

void
text_fold(const char *text, bool keep_blanks, struct buf *out)
{
	const size_t begin = out->size;
	bool has_blank = false;
	uint32_t point;
	size_t length, before;

	for (; *text != '\0'; text += length) {
		length = text_decode(text, 4, &point);
		if (length == 0) {
			length = 1;
			continue;
		}
		if (is_space(point)) {
			has_blank = keep_blanks && out->size > begin;
			continue;
		}
		before = out->size;
		if (has_blank)
			buf_char(out, ' ');
		if (point >= 'A' && point <= 'Z')
			buf_char(out, (char)(point - 'A' + 'a'));
		else if ((point >= 'a' && point <= 'z') ||
		    (point >= '0' && point <= '9'))
			buf_char(out, (char)point);
		else if (point >= 0x80)
			fold_point(point, out);
		if (out->size == before + has_blank)
			buf_cut(out, before);
		else
			has_blank = false;
	}
}

bool
text_matches(const char *text, const char *query)
{
	scoped_buf folded = { 0 };
	scoped_buf words = { 0 };
	char *word, *end;

	/* Folding may lengthen a character, at most 18 fold. */
	buf_init(&folded, strlen(text) * DECOMPOSED_MAX);
	buf_init(&words, strlen(query) * DECOMPOSED_MAX);
	text_fold(text, false, &folded);
	text_fold(query, true, &words);
	if (folded.is_over || words.is_over)
		return false;
	for (word = words.text; *word != '\0'; word = end) {
		end = strchr(word, ' ');
		if (end == NULL)
			return strstr(folded.text, word) != NULL;
		*end++ = '\0';
		if (strstr(folded.text, word) == NULL)
			return false;
	}
	return true;
}
