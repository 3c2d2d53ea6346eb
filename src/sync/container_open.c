#include "sync/container_inside.h"

#include <assert.h>
#include <string.h>

#include "base/pack.h"

static bool
is_other_id(const struct id *wanted, const struct id *found)
{
	return !id_is_zero(wanted) && !id_equal(wanted, found);
}

/* Is it the file that was asked for? */
static enum fail
check_expected(const struct container_head *head,
    const struct container_expect *expect, struct err *err)
{
	const char *code = NULL;

	if (!id_equal(&head->fleet, &expect->fleet))
		code = "sync.other-fleet";
	else if (head->kind != expect->kind)
		code = "sync.other-kind";
	else if (is_other_id(&expect->writer, &head->writer))
		code = "sync.other-writer";
	else if (expect->number != 0 && expect->number != head->number)
		code = "sync.other-number";
	return code ? fail_say(err, FAIL_INVALID, code, NULL) : FAIL_NONE;
}

static enum fail
check_hash(const uint8_t *bytes, size_t size,
    const struct container_expect *expect, struct err *err)
{
	const uint8_t *tail = bytes + size - CONTAINER_TAIL_SIZE;
	uint8_t hash[HASH_SIZE];

	hash_bytes(bytes, size - CONTAINER_TAIL_SIZE, NULL, 0, hash);
	if (memcmp(hash, tail, HASH_SIZE) != 0)
		return fail_say(err, FAIL_CORRUPT, "sync.damaged", NULL);
	if (expect->hash != NULL && memcmp(hash, expect->hash, HASH_SIZE) != 0)
		return fail_say(err, FAIL_INVALID, "sync.other-hash", NULL);
	if (!sign_is(
		expect->public_key, CONTAINER_WORD, hash, tail + HASH_SIZE))
		return fail_say(err, FAIL_DENIED, "sync.signature", NULL);
	return FAIL_NONE;
}

static enum fail
verify(const uint8_t *bytes, size_t size, const struct container_expect *expect,
    struct container_frame *frame, struct err *err)
{
	enum fail fail = container_frame_read(bytes, size, frame, err);

	if (!fail)
		fail = check_hash(bytes, size, expect, err);
	return fail ? fail : check_expected(&frame->head, expect, err);
}

enum fail
container_verify(const void *bytes, size_t size,
    const struct container_expect *expect, struct container_head *ret_head,
    struct err *err)
{
	struct container_frame frame;
	enum fail fail = verify(bytes, size, expect, &frame, err);

	if (!fail)
		*ret_head = frame.head;
	return fail;
}

/*
 * The chunks into body, which has frame->packed bytes; the size of the file
 * says already that they are all there.
 */
static enum fail
open_chunks(const uint8_t *bytes, const struct container_frame *frame,
    const uint8_t *data_key, uint8_t *body, struct err *err)
{
	const bool is_clear = frame->head.is_clear;
	const size_t extra =
	    container_chunk_extra(is_clear) - CHUNK_LENGTH_SIZE;
	const uint8_t *from = bytes + CONTAINER_HEAD_SIZE;
	scoped(stream_done) struct stream stream;

	if (!is_clear)
		stream_begin(&stream, data_key, frame->stream);
	for (size_t at = 0; at < frame->packed; at += CHUNK_SIZE) {
		const bool is_end = frame->packed - at <= CHUNK_SIZE;
		const size_t n = is_end ? frame->packed - at : CHUNK_SIZE;
		bool is_last = is_end;

		if (little_get(from, CHUNK_LENGTH_SIZE) != n + extra)
			return fail_say(
			    err, FAIL_CORRUPT, "sync.damaged", NULL);
		from += CHUNK_LENGTH_SIZE;
		if (is_clear)
			memcpy(body + at, from, n);
		else if (!stream_open(&stream, from, n + extra,
			     at == 0 ? bytes : NULL,
			     at == 0 ? (size_t)CONTAINER_HEAD_SIZE : 0,
			     body + at, &is_last))
			return fail_say(
			    err, FAIL_DENIED, "sync.other-key", NULL);
		if (is_last != is_end)
			return fail_say(err, FAIL_CORRUPT, "sync.cut", NULL);
		from += n + extra;
	}
	return FAIL_NONE;
}

static enum fail
unpack_body(const uint8_t *body, const struct container_frame *frame,
    struct buf *payload, struct err *err)
{
	const uint64_t plain = little_get(body, 8);
	const uint64_t packed = little_get(body + 8, 8);
	const size_t before = payload->size;
	enum fail fail;

	if (plain > container_limit(frame->head.kind))
		return fail_say(err, FAIL_INVALID, "sync.too-large", NULL);
	if (container_padded(plain) != frame->plain ||
	    packed > frame->packed - INNER_SIZE ||
	    container_padded(INNER_SIZE + packed) != frame->packed)
		return fail_say(err, FAIL_CORRUPT, "sync.damaged", NULL);
	for (size_t i = INNER_SIZE + packed; i < frame->packed; i++)
		if (body[i] != 0)
			return fail_say(
			    err, FAIL_CORRUPT, "sync.damaged", NULL);
	fail = unpack_bytes(body + INNER_SIZE, packed, plain, payload, err);
	if (fail == FAIL_MEMORY)
		return fail;
	if (fail || payload->size - before != plain) {
		buf_cut(payload, before);
		return fail_say(err, FAIL_CORRUPT, "sync.damaged", NULL);
	}
	return FAIL_NONE;
}

enum fail
container_open(const void *bytes, size_t size,
    const struct container_expect *expect, struct container_head *ret_head,
    struct buf *payload, struct err *err)
{
	struct container_frame frame;
	scoped_buf body = { 0 };
	enum fail fail = verify(bytes, size, expect, &frame, err);

	if (fail)
		return fail;
	assert(frame.head.is_clear == (expect->data_key == NULL));
	buf_init(&body, frame.packed);
	buf_repeat(&body, '\0', frame.packed);
	if (body.is_over)
		return fail_set(err, FAIL_MEMORY, "no room for a body");
	fail = open_chunks(
	    bytes, &frame, expect->data_key, (uint8_t *)body.text, err);
	if (!fail)
		fail = unpack_body(
		    (const uint8_t *)body.text, &frame, payload, err);
	if (!fail)
		*ret_head = frame.head;
	return fail;
}
