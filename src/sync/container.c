#include "sync/container_inside.h"

#include <stdio.h>
#include <string.h>

/* The first byte and the line ends: a transfer that takes it for a text. */
static const uint8_t magic[MAGIC_SIZE] = { 0x89, 'L', 'O', 'K', 'E', 'T', '\r',
	'\n' };
static const uint8_t end_magic[MAGIC_SIZE] = { '\n', '\r', 'T', 'E', 'K', 'O',
	'L', 0x89 };

enum flag { FLAG_CLEAR = 1 };

/* Of the header, in bytes from its beginning. */
enum {
	AT_VERSION = 8,
	AT_OLDEST = 10,
	AT_KIND = 12,
	AT_FLAGS = 13,
	AT_FLEET = 14,
	AT_WRITER = 30,
	AT_NUMBER = 46,
	AT_FIRST = 54,
	AT_LAST = 62,
	AT_PREV = 70,
	AT_KEY_ID = 102,
	AT_SCHEMA = 110,
	AT_VOCABULARY = 114,
	AT_HLC = 118,
	AT_PLAIN = 126,
	AT_PACKED = 134,
	AT_STREAM = 142,
};
_Static_assert(
    (int)AT_STREAM + (int)STREAM_HEAD_SIZE == (int)CONTAINER_HEAD_SIZE,
    "the header has no holes");
_Static_assert(HASH_SIZE + SIGNATURE_SIZE + 8 + (int)MAGIC_SIZE ==
	(int)CONTAINER_TAIL_SIZE,
    "nor has the trailer");

void
little_put(uint8_t *at, uint64_t number, size_t size)
{
	for (size_t i = 0; i < size; i++)
		at[i] = (uint8_t)(number >> 8 * i);
}

uint64_t
little_get(const uint8_t *at, size_t size)
{
	uint64_t number = 0;

	for (size_t i = 0; i < size; i++)
		number |= (uint64_t)at[i] << 8 * i;
	return number;
}

bool
container_is_clear(enum container_kind kind)
{
	return kind == CONTAINER_ROSTER || kind == CONTAINER_INTRODUCTION;
}

uint64_t
container_padded(uint64_t size)
{
	return (size + PAD_SIZE - 1) / PAD_SIZE * PAD_SIZE;
}

size_t
container_chunk_extra(bool is_clear)
{
	return CHUNK_LENGTH_SIZE + (is_clear ? 0 : (size_t)STREAM_EXTRA);
}

uint64_t
container_total(uint64_t packed, bool is_clear)
{
	uint64_t chunks = (packed + CHUNK_SIZE - 1) / CHUNK_SIZE;

	return CONTAINER_HEAD_SIZE + packed +
	    chunks * container_chunk_extra(is_clear) + CONTAINER_TAIL_SIZE;
}

size_t
container_limit(enum container_kind kind)
{
	switch (kind) {
	case CONTAINER_OPS: return CONTAINER_PAYLOAD_MAX;
	case CONTAINER_SNAPSHOT_PART: return CONTAINER_PAYLOAD_MAX;
	case CONTAINER_SNAPSHOT_MANIFEST: return (size_t)4 << 20;
	case CONTAINER_HEARTBEAT: return (size_t)4 << 20;
	case CONTAINER_ROSTER: return (size_t)1 << 20;
	case CONTAINER_INTRODUCTION: return (size_t)16 << 10;
	}
	return 0;
}

/* What does not pack grows by less than a 128th (zstd: by a 256th). */
static uint64_t
packed_limit(enum container_kind kind)
{
	uint64_t plain = container_limit(kind);

	return container_padded(INNER_SIZE + plain + plain / 128 + 1024);
}

size_t
container_size_limit(enum container_kind kind)
{
	return container_total(packed_limit(kind), container_is_clear(kind));
}

void
container_put_head(
    const struct container_frame *frame, uint8_t head[CONTAINER_HEAD_SIZE])
{
	const struct container_head *from = &frame->head;

	memcpy(head, magic, MAGIC_SIZE);
	little_put(head + AT_VERSION, CONTAINER_VERSION, 2);
	little_put(head + AT_OLDEST, CONTAINER_VERSION_OLDEST, 2);
	head[AT_KIND] = (uint8_t)from->kind;
	head[AT_FLAGS] = from->is_clear ? FLAG_CLEAR : 0;
	memcpy(head + AT_FLEET, from->fleet.byte, ID_SIZE);
	memcpy(head + AT_WRITER, from->writer.byte, ID_SIZE);
	little_put(head + AT_NUMBER, from->number, 8);
	little_put(head + AT_FIRST, from->first_seq, 8);
	little_put(head + AT_LAST, from->last_seq, 8);
	memcpy(head + AT_PREV, from->prev, HASH_SIZE);
	memcpy(head + AT_KEY_ID, from->key_id, CONTAINER_KEY_ID_SIZE);
	little_put(head + AT_SCHEMA, from->schema, 4);
	little_put(head + AT_VOCABULARY, from->vocabulary, 4);
	little_put(head + AT_HLC, (uint64_t)from->hlc, 8);
	little_put(head + AT_PLAIN, frame->plain, 8);
	little_put(head + AT_PACKED, frame->packed, 8);
	memcpy(head + AT_STREAM, frame->stream, STREAM_HEAD_SIZE);
}

void
container_put_end(uint64_t total, uint8_t end[8 + MAGIC_SIZE])
{
	little_put(end, total, 8);
	memcpy(end + 8, end_magic, MAGIC_SIZE);
}

static void
get_head(
    const uint8_t *head, enum container_kind kind, struct container_frame *to)
{
	*to = (struct container_frame){
		.head = {
			.kind = kind,
			.is_clear = (head[AT_FLAGS] & FLAG_CLEAR) != 0,
			.number = little_get(head + AT_NUMBER, 8),
			.first_seq = little_get(head + AT_FIRST, 8),
			.last_seq = little_get(head + AT_LAST, 8),
			.schema = (uint32_t)little_get(head + AT_SCHEMA, 4),
			.vocabulary =
			    (uint32_t)little_get(head + AT_VOCABULARY, 4),
			.hlc = (int64_t)little_get(head + AT_HLC, 8),
		},
		.plain = little_get(head + AT_PLAIN, 8),
		.packed = little_get(head + AT_PACKED, 8),
	};
	memcpy(to->head.fleet.byte, head + AT_FLEET, ID_SIZE);
	memcpy(to->head.writer.byte, head + AT_WRITER, ID_SIZE);
	memcpy(to->head.prev, head + AT_PREV, HASH_SIZE);
	memcpy(to->head.key_id, head + AT_KEY_ID, CONTAINER_KEY_ID_SIZE);
	memcpy(to->stream, head + AT_STREAM, STREAM_HEAD_SIZE);
}

/* Lengths first: they are compared before anything is multiplied. */
static enum fail
check_sizes(const struct container_frame *frame, uint64_t size,
    const uint8_t *end, struct err *err)
{
	const struct container_head *head = &frame->head;

	if (frame->plain > container_padded(container_limit(head->kind)) ||
	    frame->packed > packed_limit(head->kind))
		return fail_say(err, FAIL_INVALID, "sync.too-large", NULL);
	if (frame->packed == 0 || frame->packed % PAD_SIZE != 0 ||
	    frame->plain % PAD_SIZE != 0)
		return fail_say(err, FAIL_CORRUPT, "sync.damaged", NULL);
	if (size != container_total(frame->packed, head->is_clear) ||
	    size != little_get(end, 8) ||
	    memcmp(end + 8, end_magic, MAGIC_SIZE) != 0)
		return fail_say(err, FAIL_CORRUPT, "sync.cut", NULL);
	return FAIL_NONE;
}

static bool
is_zero(const uint8_t *bytes, size_t size)
{
	uint8_t all = 0;

	for (size_t i = 0; i < size; i++)
		all |= bytes[i];
	return all == 0;
}

/* What cannot be as a header whoever wrote it. */
static bool
is_sound(const struct container_frame *frame, const uint8_t *bytes)
{
	const struct container_head *head = &frame->head;

	if ((bytes[AT_FLAGS] & ~FLAG_CLEAR) != 0 ||
	    head->is_clear != container_is_clear(head->kind) || head->hlc < 0 ||
	    head->last_seq < head->first_seq)
		return false;
	return !head->is_clear ||
	    (is_zero(head->key_id, CONTAINER_KEY_ID_SIZE) &&
		is_zero(frame->stream, STREAM_HEAD_SIZE));
}

enum fail
container_frame_read(const void *bytes, size_t size,
    struct container_frame *ret_frame, struct err *err)
{
	const uint8_t *head = bytes;
	struct container_frame frame;
	uint64_t oldest;
	enum fail fail;
	char text[8];

	if (size < CONTAINER_HEAD_SIZE + CONTAINER_TAIL_SIZE)
		return fail_say(err, FAIL_CORRUPT, "sync.cut", NULL);
	if (memcmp(head, magic, MAGIC_SIZE) != 0)
		return fail_say(err, FAIL_CORRUPT, "sync.damaged", NULL);
	oldest = little_get(head + AT_OLDEST, 2);
	if (oldest > CONTAINER_VERSION) {
		snprintf(text, sizeof text, "%u", (unsigned)oldest);
		return fail_say(err, FAIL_CONFLICT, "sync.newer", text, NULL);
	}
	if (oldest < CONTAINER_VERSION_OLDEST ||
	    little_get(head + AT_VERSION, 2) < oldest ||
	    head[AT_KIND] < CONTAINER_OPS ||
	    head[AT_KIND] > CONTAINER_INTRODUCTION)
		return fail_say(err, FAIL_CORRUPT, "sync.damaged", NULL);
	get_head(head, (enum container_kind)head[AT_KIND], &frame);
	if (!is_sound(&frame, head))
		return fail_say(err, FAIL_CORRUPT, "sync.damaged", NULL);
	fail = check_sizes(&frame, size, head + size - 8 - MAGIC_SIZE, err);
	if (!fail)
		*ret_frame = frame;
	return fail;
}

enum fail
container_peek(const void *bytes, size_t size, struct container_head *ret_head,
    struct err *err)
{
	struct container_frame frame;
	enum fail fail = container_frame_read(bytes, size, &frame, err);

	if (!fail)
		*ret_head = frame.head;
	return fail;
}

void
container_hash(const void *bytes, size_t size, uint8_t ret_hash[HASH_SIZE])
{
	memcpy(ret_hash, (const uint8_t *)bytes + size - CONTAINER_TAIL_SIZE,
	    HASH_SIZE);
}
