#include "sync/name.h"

#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "sync/base32.h"

/* Of a hash and of a writer, in letters and digits. */
enum { HASH_TEXT = 16, WRITER_TEXT = 26, HLC_COUNT_BITS = 16 };
_Static_assert(NAME_HASH_SIZE * 8 == HASH_TEXT * 5, "a hash fits exactly");
_Static_assert(WRITER_TEXT + 1 == (int)NAME_WRITER_SIZE, "with its NUL");

void
name_writer(const struct id *writer, char text[NAME_WRITER_SIZE])
{
	base32_print(writer->byte, ID_SIZE, text);
}

bool
name_writer_parse(const char *text, struct id *ret_writer)
{
	struct id writer;

	if (strlen(text) != WRITER_TEXT ||
	    !base32_parse(text, WRITER_TEXT, writer.byte, ID_SIZE))
		return false;
	*ret_writer = writer;
	return true;
}

bool
name_has_hash(const struct name *name, const uint8_t hash[HASH_SIZE])
{
	return memcmp(name->hash, hash, NAME_HASH_SIZE) == 0;
}

uint32_t
name_month(int64_t hlc)
{
	struct date date = local_date(hlc >> HLC_COUNT_BITS);

	return (uint32_t)(date.year * 100 + date.month);
}

void
name_folder(const struct name *name, char text[NAME_SIZE])
{
	char writer[NAME_WRITER_SIZE], digest[HASH_TEXT + 1];

	name_writer(&name->writer, writer);
	base32_print(name->digest, NAME_HASH_SIZE, digest);
	switch (name->kind) {
	case NAME_MARKER: *text = '\0'; return;
	case NAME_ROSTER: snprintf(text, NAME_SIZE, "roster"); return;
	case NAME_INTRODUCTION:
		snprintf(text, NAME_SIZE, "w/%s/i", writer);
		return;
	case NAME_BUNDLE:
		snprintf(text, NAME_SIZE, "w/%s/b/%06u", writer,
		    (unsigned)name->month);
		return;
	case NAME_HEARTBEAT:
		snprintf(text, NAME_SIZE, "w/%s/h", writer);
		return;
	case NAME_SNAPSHOT_PART:
	case NAME_SNAPSHOT_MANIFEST:
		snprintf(text, NAME_SIZE, "w/%s/s/%08u-%s", writer,
		    (unsigned)name->day, digest);
		return;
	case NAME_RELAY:
		snprintf(text, NAME_SIZE, "w/%s/relay", writer);
		return;
	case NAME_TRASH:
		snprintf(text, NAME_SIZE, "w/%s/trash", writer);
		return;
	}
}

/* What stands after the folder. */
static void
print_last(const struct name *name, char *text, size_t room)
{
	unsigned long long number = name->number;
	char hash[HASH_TEXT + 1], author[NAME_WRITER_SIZE];

	base32_print(name->hash, NAME_HASH_SIZE, hash);
	name_writer(&name->author, author);
	switch (name->kind) {
	case NAME_MARKER: snprintf(text, room, "fleet"); return;
	case NAME_ROSTER:
		snprintf(text, room, "%06llu-%s.ros", number, hash);
		return;
	case NAME_INTRODUCTION: snprintf(text, room, "%s.int", hash); return;
	case NAME_BUNDLE:
	case NAME_TRASH:
		snprintf(text, room, "%010llu-%s.bnd", number, hash);
		return;
	case NAME_HEARTBEAT:
		snprintf(text, room, "%010llu-%s.det", number, hash);
		return;
	case NAME_SNAPSHOT_PART:
		snprintf(text, room, "part-%04llu-%s.pot", number, hash);
		return;
	case NAME_SNAPSHOT_MANIFEST:
		snprintf(text, room, "manifest-%s.pot", hash);
		return;
	case NAME_RELAY:
		snprintf(text, room, "%s-%010llu-%s.bnd", author, number, hash);
		return;
	}
}

void
name_print(const struct name *name, char text[NAME_SIZE])
{
	size_t n;

	name_folder(name, text);
	n = strlen(text);
	if (n > 0)
		text[n++] = '/';
	print_last(name, text + n, NAME_SIZE - n);
}

/* One kind of name as a pattern: see match(). */
struct pattern {
	enum name_kind kind;
	const char *text;
};

static const struct pattern patterns[] = {
	{ NAME_MARKER, "fleet" },
	{ NAME_ROSTER, "roster/#6-H.ros" },
	{ NAME_INTRODUCTION, "w/W/i/H.int" },
	{ NAME_BUNDLE, "w/W/b/M/#0-H.bnd" },
	{ NAME_HEARTBEAT, "w/W/h/#0-H.det" },
	{ NAME_SNAPSHOT_PART, "w/W/s/D-G/part-#4-H.pot" },
	{ NAME_SNAPSHOT_MANIFEST, "w/W/s/D-G/manifest-H.pot" },
	{ NAME_RELAY, "w/W/relay/A-#0-H.bnd" },
	{ NAME_TRASH, "w/W/trash/#0-H.bnd" },
};

/* Exactly length digits; moves *text on. */
static bool
take_number(const char **text, int length, uint64_t *number)
{
	*number = 0;
	for (int i = 0; i < length; i++, (*text)++) {
		if (**text < '0' || **text > '9')
			return false;
		*number = *number * 10 + (uint64_t)(**text - '0');
	}
	return true;
}

static bool
take_base32(const char **text, size_t length, uint8_t *bytes, size_t size)
{
	if (strnlen(*text, length) < length ||
	    !base32_parse(*text, length, bytes, size))
		return false;
	*text += length;
	return true;
}

/*
 * One sign of a pattern: W writer, A author, H hash, G digest, M month, D
 * day, # and the number's digits (0: ten); moves both on. Else the letter.
 */
static bool
take(const char **sign, const char **text, struct name *name)
{
	uint64_t number = 0;
	bool is_right;

	switch (*(*sign)++) {
	case 'W':
		return take_base32(
		    text, WRITER_TEXT, name->writer.byte, ID_SIZE);
	case 'A':
		return take_base32(
		    text, WRITER_TEXT, name->author.byte, ID_SIZE);
	case 'H':
		return take_base32(text, HASH_TEXT, name->hash, NAME_HASH_SIZE);
	case 'G':
		return take_base32(
		    text, HASH_TEXT, name->digest, NAME_HASH_SIZE);
	case 'M':
		is_right = take_number(text, 6, &number);
		name->month = (uint32_t)number;
		return is_right;
	case 'D':
		is_right = take_number(text, 8, &number);
		name->day = (uint32_t)number;
		return is_right;
	case '#':
		number = (uint64_t)(*(*sign)++ - '0');
		return take_number(
		    text, number == 0 ? 10 : (int)number, &name->number);
	default: return *(*text)++ == (*sign)[-1];
	}
}

static bool
match(const struct pattern *pattern, const char *text, struct name *ret_name)
{
	struct name name = { .kind = pattern->kind };
	const char *sign = pattern->text;

	while (*sign != '\0')
		if (!take(&sign, &text, &name))
			return false;
	if (*text != '\0')
		return false;
	*ret_name = name;
	return true;
}

bool
name_parse(const char *text, struct name *ret_name)
{
	for (size_t i = 0; i < array_length(patterns); i++)
		if (match(&patterns[i], text, ret_name))
			return true;
	return false;
}
