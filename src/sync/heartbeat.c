#include "sync/heartbeat.h"

#include <errno.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/directive.h"

/* Room for the longest field in hex. */
enum { HEX_SIZE = 2 * HASH_SIZE + 1 };

static const char *
hex(const uint8_t *bytes, size_t n, char text[HEX_SIZE])
{
	for (size_t i = 0; i < n; i++)
		snprintf(text + 2 * i, 3, "%02x", bytes[i]);
	return text;
}

static size_t
least(size_t a, size_t b)
{
	return a < b ? a : b;
}

static void
print_lists(const struct heartbeat *beat, struct buf *text)
{
	char one[HEX_SIZE], two[HEX_SIZE];
	/* The newest count: the list is cut at its beginning. */
	size_t from = beat->n_own - least(beat->n_own, HEARTBEAT_OWN_MAX);

	for (size_t i = from; i < beat->n_own; i++)
		buf_print(text, "bundle %llu %u %s\n",
		    (unsigned long long)beat->own[i].number, beat->own[i].month,
		    hex(beat->own[i].hash, HEARTBEAT_HASH_SIZE, one));
	for (size_t i = 0; i < least(beat->n_applied, HEARTBEAT_APPLIED_MAX);
	     i++)
		buf_print(text, "applied %s %llu %s\n",
		    hex(beat->applied[i].writer.byte, ID_SIZE, one),
		    (unsigned long long)beat->applied[i].number,
		    hex(beat->applied[i].hash, HASH_SIZE, two));
	for (size_t i = 0; i < least(beat->n_wants, HEARTBEAT_WANTS_MAX); i++)
		buf_print(text, "want %s %llu\n",
		    hex(beat->wants[i].writer.byte, ID_SIZE, one),
		    (unsigned long long)beat->wants[i].number);
	for (size_t i = 0; i < least(beat->n_bad, HEARTBEAT_BAD_MAX); i++)
		buf_print(
		    text, "bad %s %s\n", beat->bad[i].path, beat->bad[i].code);
}

void
heartbeat_print(const struct heartbeat *beat, struct buf *text)
{
	char word[HEX_SIZE];

	buf_print(text, "heartbeat 1\nstation %s\nprogram %s\n", beat->station,
	    beat->program);
	buf_print(text, "schema %u\nvocabulary %u\nmade %lld\n", beat->schema,
	    beat->vocabulary, (long long)beat->made_ms);
	buf_print(
	    text, "token %s\n", hex(beat->token, HEARTBEAT_TOKEN_SIZE, word));
	buf_print(text, "sealed %llu\ndigest %s\n",
	    (unsigned long long)beat->sealed,
	    hex(beat->digest, HASH_SIZE, word));
	buf_print(text, "roster %u\nkey %u\n", beat->roster, beat->key);
	buf_print(text, "ahead %lld\nfree %llu\nconflicts %u\n",
	    (long long)beat->ahead_ms, (unsigned long long)beat->free_bytes,
	    beat->conflicts);
	print_lists(beat, text);
}

/* One line while it is read. */
struct reading {
	struct heartbeat *beat;
	struct arena *arena;
	const struct directive *line;
	size_t room_own, room_applied, room_wants, room_bad;
};

static const char *
word(const struct reading *reading, size_t i)
{
	const char *text = directive_word(reading->line, i);

	return text != NULL ? text : "";
}

static bool
read_number(const char *text, uint64_t limit, uint64_t *number)
{
	char *end;

	if (*text < '0' || *text > '9')
		return false;
	errno = 0;
	*number = strtoull(text, &end, 10);
	return errno == 0 && *end == '\0' && *number <= limit;
}

static bool
read_small(const char *text, uint32_t *small)
{
	uint64_t number;

	if (!read_number(text, UINT32_MAX, &number))
		return false;
	*small = (uint32_t)number;
	return true;
}

static bool
read_signed(const char *text, int64_t *number)
{
	bool is_negative = *text == '-';
	uint64_t size;

	if (!read_number(text + is_negative, INT64_MAX, &size))
		return false;
	*number = is_negative ? -(int64_t)size : (int64_t)size;
	return true;
}

static int
digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static bool
read_hex(const char *text, uint8_t *bytes, size_t n)
{
	if (strlen(text) != 2 * n)
		return false;
	for (size_t i = 0; i < n; i++) {
		int high = digit(text[2 * i]), low = digit(text[2 * i + 1]);

		if (high < 0 || low < 0)
			return false;
		bytes[i] = (uint8_t)(high << 4 | low);
	}
	return true;
}

/* What needs no quotes when it is printed again. */
static bool
read_word(const char *text, char *word, size_t size)
{
	static const char plain[] = "abcdefghijklmnopqrstuvwxyz"
				    "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				    "0123456789._/+~-";
	size_t n = strlen(text);

	if (n == 0 || n >= size || strspn(text, plain) != n)
		return false;
	memcpy(word, text, n + 1);
	return true;
}

static bool
read_own(struct reading *reading)
{
	struct heartbeat *beat = reading->beat;
	struct heartbeat_own own;

	if (beat->n_own == HEARTBEAT_OWN_MAX ||
	    !read_number(word(reading, 0), UINT64_MAX, &own.number) ||
	    !read_small(word(reading, 1), &own.month) ||
	    !read_hex(word(reading, 2), own.hash, sizeof own.hash))
		return false;
	beat->own = arena_grow(reading->arena, beat->own, beat->n_own,
	    &reading->room_own, sizeof own);
	beat->own[beat->n_own++] = own;
	return true;
}

static bool
read_applied(struct reading *reading)
{
	struct heartbeat *beat = reading->beat;
	struct heartbeat_applied applied;

	if (beat->n_applied == HEARTBEAT_APPLIED_MAX ||
	    !id_parse(word(reading, 0), &applied.writer) ||
	    !read_number(word(reading, 1), UINT64_MAX, &applied.number) ||
	    !read_hex(word(reading, 2), applied.hash, sizeof applied.hash))
		return false;
	beat->applied = arena_grow(reading->arena, beat->applied,
	    beat->n_applied, &reading->room_applied, sizeof applied);
	beat->applied[beat->n_applied++] = applied;
	return true;
}

static bool
read_want(struct reading *reading)
{
	struct heartbeat *beat = reading->beat;
	struct heartbeat_want want;

	if (beat->n_wants == HEARTBEAT_WANTS_MAX ||
	    !id_parse(word(reading, 0), &want.writer) ||
	    !read_number(word(reading, 1), UINT64_MAX, &want.number))
		return false;
	beat->wants = arena_grow(reading->arena, beat->wants, beat->n_wants,
	    &reading->room_wants, sizeof want);
	beat->wants[beat->n_wants++] = want;
	return true;
}

static bool
read_bad(struct reading *reading)
{
	struct heartbeat *beat = reading->beat;
	struct heartbeat_bad bad = { 0 };

	if (beat->n_bad == HEARTBEAT_BAD_MAX ||
	    !read_word(word(reading, 0), bad.path, sizeof bad.path) ||
	    !read_word(word(reading, 1), bad.code, sizeof bad.code))
		return false;
	beat->bad = arena_grow(reading->arena, beat->bad, beat->n_bad,
	    &reading->room_bad, sizeof bad);
	beat->bad[beat->n_bad++] = bad;
	return true;
}

/* Single facts: what they are and where they go. */
enum shape { SHAPE_SMALL, SHAPE_NUMBER, SHAPE_SIGNED, SHAPE_HEX, SHAPE_WORD };

#define FIELD(name) \
	offsetof(struct heartbeat, name), sizeof((struct heartbeat *)0)->name

static const struct {
	const char *name;
	enum shape shape;
	size_t offset, size;
} facts[] = {
	{ "ahead", SHAPE_SIGNED, FIELD(ahead_ms) },
	{ "conflicts", SHAPE_SMALL, FIELD(conflicts) },
	{ "digest", SHAPE_HEX, FIELD(digest) },
	{ "free", SHAPE_NUMBER, FIELD(free_bytes) },
	{ "key", SHAPE_SMALL, FIELD(key) },
	{ "made", SHAPE_SIGNED, FIELD(made_ms) },
	{ "program", SHAPE_WORD, FIELD(program) },
	{ "roster", SHAPE_SMALL, FIELD(roster) },
	{ "schema", SHAPE_SMALL, FIELD(schema) },
	{ "sealed", SHAPE_NUMBER, FIELD(sealed) },
	{ "station", SHAPE_WORD, FIELD(station) },
	{ "token", SHAPE_HEX, FIELD(token) },
	{ "vocabulary", SHAPE_SMALL, FIELD(vocabulary) },
};

static const struct {
	const char *name;
	bool (*read)(struct reading *reading);
} lists[] = {
	{ "applied", read_applied },
	{ "bad", read_bad },
	{ "bundle", read_own },
	{ "want", read_want },
};

static bool
read_fact(const struct reading *reading, size_t i)
{
	void *place = (char *)reading->beat + facts[i].offset;
	const char *text = word(reading, 0);

	switch (facts[i].shape) {
	case SHAPE_SMALL: return read_small(text, place);
	case SHAPE_NUMBER: return read_number(text, UINT64_MAX, place);
	case SHAPE_SIGNED: return read_signed(text, place);
	case SHAPE_HEX: return read_hex(text, place, facts[i].size);
	case SHAPE_WORD: return read_word(text, place, facts[i].size);
	}
	return false;
}

static bool
read_line(struct reading *reading)
{
	const char *name = reading->line->name;

	for (size_t i = 0; i < array_length(lists); i++)
		if (strcmp(lists[i].name, name) == 0)
			return lists[i].read(reading);
	for (size_t i = 0; i < array_length(facts); i++)
		if (strcmp(facts[i].name, name) == 0)
			return read_fact(reading, i);
	return true;
}

/* "heartbeat 1" comes first. */
static bool
is_heartbeat(const struct document *document)
{
	const struct directive *first = document->directives;
	const char *version;

	if (document->n == 0 || strcmp(first->name, "heartbeat") != 0)
		return false;
	version = directive_word(first, 0);
	return version != NULL && strcmp(version, "1") == 0;
}

static enum fail
wrong(int line, struct err *err)
{
	char number[12];

	snprintf(number, sizeof number, "%d", line);
	return fail_say(
	    err, FAIL_CORRUPT, "sync.heartbeat-wrong", number, NULL);
}

enum fail
heartbeat_parse(const char *text, size_t size, struct arena *arena,
    struct heartbeat *ret_heartbeat, struct err *err)
{
	struct problems problems = { .arena = arena };
	struct heartbeat beat = { 0 };
	struct reading reading = { .beat = &beat, .arena = arena };
	struct document document;
	enum fail fail =
	    directive_read("heartbeat", text, size, &problems, &document, NULL);

	if (fail || !is_heartbeat(&document))
		return wrong(1, err);
	for (size_t i = 0; i < document.n; i++) {
		reading.line = &document.directives[i];
		if (!read_line(&reading))
			return wrong(reading.line->line, err);
	}
	if (!station_is_valid(beat.station) || beat.program[0] == '\0')
		return wrong(1, err);
	*ret_heartbeat = beat;
	return FAIL_NONE;
}

const struct heartbeat_applied *
heartbeat_applied_of(const struct heartbeat *beat, const struct id *writer)
{
	for (size_t i = 0; i < beat->n_applied; i++)
		if (id_equal(&beat->applied[i].writer, writer))
			return &beat->applied[i];
	return NULL;
}
