#include "base/charset.h"

#include <errno.h>
#include <iconv.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/charset_table.h"
#include "base/text.h"

/* No charset has a longer character, with what switches to it. */
enum { CHARACTER_MAX = 32 };

static const iconv_t no_iconv = (iconv_t)-1;

/* One of the two is there. */
struct converter {
	const struct charset_table *table;
	iconv_t iconv;
};

static void
converter_done(struct converter *converter)
{
	if (converter->iconv != no_iconv)
		iconv_close(converter->iconv);
}
#define scoped_converter scoped(converter_done) struct converter

/*
 * Names that mean another thing to every iconv: without an order of bytes,
 * or with a suffix that changes how characters are replaced.
 */
static bool
is_open_name(const char *name)
{
	static const char *const open[] = { "UTF-16", "UTF16", "UTF-32",
		"UTF32", "UCS-2", "UCS2", "UCS-4", "UCS4", "UNICODE" };

	for (size_t i = 0; i < array_length(open); i++)
		if (strcasecmp(open[i], name) == 0)
			return true;
	return name[0] == '\0' || strchr(name, '/') != NULL;
}

static enum fail
converter_open(struct converter *converter, const char *charset, bool is_from,
    struct err *err)
{
	converter->table = charset_table_named(charset);
	if (converter->table != NULL)
		return FAIL_NONE;
	if (is_open_name(charset))
		return fail_say(
		    err, FAIL_MISSING, "charset.unknown", charset, NULL);
	converter->iconv = is_from ? iconv_open("UTF-8", charset) :
				     iconv_open(charset, "UTF-8");
	if (converter->iconv == no_iconv)
		return fail_say(
		    err, FAIL_MISSING, "charset.unknown", charset, NULL);
	return FAIL_NONE;
}

/*
 * What may stand for a character where there is nothing better, sorted by
 * point; ranges, so that box drawing takes few lines.
 */
static const struct likeness {
	uint32_t first, last;
	const char *text;
} likenesses[] = {
	{ 0x00A0, 0x00A0, " " },
	{ 0x00AD, 0x00AD, "" },
	{ 0x00B7, 0x00B7, "." },
	{ 0x00D7, 0x00D7, "x" },
	{ 0x02BC, 0x02BC, "'" },
	{ 0x2000, 0x200A, " " },
	{ 0x2010, 0x2015, "-" },
	{ 0x2018, 0x201B, "'" },
	{ 0x201C, 0x201F, "\"" },
	{ 0x2022, 0x2022, "*" },
	{ 0x2026, 0x2026, "..." },
	{ 0x202F, 0x202F, " " },
	{ 0x2032, 0x2032, "'" },
	{ 0x2033, 0x2033, "\"" },
	{ 0x2039, 0x2039, "<" },
	{ 0x203A, 0x203A, ">" },
	{ 0x20AC, 0x20AC, "EUR" },
	{ 0x2190, 0x2190, "<-" },
	{ 0x2192, 0x2192, "->" },
	{ 0x2212, 0x2212, "-" },
	{ 0x2264, 0x2264, "<=" },
	{ 0x2265, 0x2265, ">=" },
	{ 0x2500, 0x2501, "-" },
	{ 0x2502, 0x2503, "|" },
	{ 0x2504, 0x2505, "-" },
	{ 0x2506, 0x2507, "|" },
	{ 0x2508, 0x2509, "-" },
	{ 0x250A, 0x250B, "|" },
	{ 0x250C, 0x254B, "+" },
	{ 0x254C, 0x254D, "-" },
	{ 0x254E, 0x254F, "|" },
	{ 0x2550, 0x2550, "=" },
	{ 0x2551, 0x2551, "|" },
	{ 0x2552, 0x256C, "+" },
	{ 0x2580, 0x259F, "#" },
	{ 0x25A0, 0x25A0, "#" },
	{ 0x25CF, 0x25CF, "*" },
	{ 0x2610, 0x2610, "[ ]" },
	{ 0x2611, 0x2612, "[x]" },
	{ 0x2713, 0x2714, "v" },
	{ 0x2717, 0x2718, "x" },
};

static const char *
likeness_of(uint32_t point)
{
	for (size_t i = 0; i < array_length(likenesses); i++)
		if (point >= likenesses[i].first && point <= likenesses[i].last)
			return likenesses[i].text;
	return NULL;
}

/* Append one character; false when the charset lacks it. */
static bool
put_character(
    const struct converter *converter, uint32_t point, struct buf *out)
{
	char bytes[4], converted[CHARACTER_MAX];
	char *from = bytes, *to = converted;
	size_t from_left = text_encode(point, bytes);
	size_t to_left = sizeof(converted), irreversible;

	if (converter->table != NULL) {
		int byte = charset_table_byte(converter->table, point);

		if (byte >= 0)
			buf_char(out, (char)byte);
		return byte >= 0;
	}
	irreversible =
	    iconv(converter->iconv, &from, &from_left, &to, &to_left);
	if (irreversible != 0)
		return false;
	buf_add(out, converted, sizeof(converted) - to_left);
	return true;
}

/* Append a character or what stands for it; true when that was a '?'. */
static bool
put_or_replace(
    const struct converter *converter, uint32_t point, struct buf *out)
{
	const char *text;

	if (put_character(converter, point, out))
		return false;
	text = likeness_of(point);
	if (text == NULL) {
		(void)put_character(converter, '?', out);
		return true;
	}
	for (; *text != '\0'; text++)
		(void)put_character(converter, (unsigned char)*text, out);
	return false;
}

/* Switch back to the state that texts begin in, where there are states. */
static void
put_end(const struct converter *converter, struct buf *out)
{
	char converted[CHARACTER_MAX];
	char *to = converted;
	size_t to_left = sizeof(converted);

	if (converter->table == NULL &&
	    iconv(converter->iconv, NULL, NULL, &to, &to_left) != (size_t)-1)
		buf_add(out, converted, sizeof(converted) - to_left);
}

enum fail
charset_from_utf8(const char *charset, const char *text, size_t size,
    struct buf *out, size_t *ret_replaced, struct err *err)
{
	scoped_converter converter = { NULL, no_iconv };
	size_t replaced = 0, length;
	uint32_t point;
	enum fail fail;

	fail = converter_open(&converter, charset, false, err);
	if (fail)
		return fail;
	for (size_t i = 0; i < size; i += length) {
		length = text_decode(text + i, size - i, &point);
		if (length == 0)
			return fail_set(
			    err, FAIL_INVALID, "no UTF-8 at byte %zu", i);
		replaced += put_or_replace(&converter, point, out);
	}
	put_end(&converter, out);
	if (out->is_over)
		return fail_set(err, FAIL_MEMORY,
		    "text in %s is larger than %zu bytes", charset,
		    out->ceiling);
	*ret_replaced = replaced;
	return FAIL_NONE;
}

static void
read_by_table(const struct charset_table *table, const char *bytes, size_t size,
    struct buf *out)
{
	char encoded[4];

	for (size_t i = 0; i < size; i++)
		buf_add(out, encoded,
		    text_encode(
			charset_table_point(table, (unsigned char)bytes[i]),
			encoded));
}

/* false at bytes that the charset does not have. */
static bool
read_by_iconv(
    iconv_t converter, const char *bytes, size_t size, struct buf *out)
{
	char chunk[4096];
	char *from = (char *)(uintptr_t)bytes, *to;
	size_t to_left, result;

	while (size > 0 && !out->is_over) {
		to = chunk;
		to_left = sizeof(chunk);
		result = iconv(converter, &from, &size, &to, &to_left);
		buf_add(out, chunk, sizeof(chunk) - to_left);
		if (result == (size_t)-1 && errno != E2BIG)
			return false;
	}
	return true;
}

static size_t
count_lines(const char *text, size_t size)
{
	size_t n = 1;

	for (size_t i = 0; i < size; i++)
		n += text[i] == '\n';
	return n;
}

enum fail
charset_to_utf8(const char *charset, const char *bytes, size_t size,
    struct buf *out, struct err *err)
{
	static const char byte_order_mark[] = "\xEF\xBB\xBF";
	scoped_converter converter = { NULL, no_iconv };
	scoped_buf text = { 0 };
	size_t skip;
	char line[24];
	enum fail fail;

	fail = converter_open(&converter, charset, true, err);
	if (fail)
		return fail;
	buf_init(&text, out->ceiling);
	if (converter.table != NULL) {
		read_by_table(converter.table, bytes, size, &text);
	} else if (!read_by_iconv(converter.iconv, bytes, size, &text)) {
		snprintf(line, sizeof(line), "%zu",
		    count_lines(text.text, text.size));
		return fail_say(
		    err, FAIL_INVALID, "charset.bytes", charset, line, NULL);
	}
	skip = strncmp(text.text, byte_order_mark, 3) == 0 ? 3 : 0;
	buf_add(out, text.text + skip, text.size - skip);
	if (text.is_over || out->is_over)
		return fail_set(err, FAIL_MEMORY,
		    "text from %s is larger than %zu bytes", charset,
		    out->ceiling);
	return FAIL_NONE;
}
