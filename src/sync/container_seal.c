#include "sync/container_inside.h"

#include <assert.h>
#include <string.h>

#include "base/pack.h"

/* Both lengths, the payload packed, zeros up to the next step. */
static enum fail
make_body(const void *payload, size_t size, struct buf *body, struct err *err)
{
	uint8_t inner[INNER_SIZE] = { 0 };
	enum fail fail;

	buf_add(body, inner, sizeof inner);
	fail = pack_bytes(payload, size, body, err);
	if (fail)
		return fail;
	little_put(inner, size, 8);
	little_put(inner + 8, body->size - sizeof inner, 8);
	memcpy(body->text, inner, sizeof inner);
	buf_repeat(
	    body, '\0', (size_t)container_padded(body->size) - body->size);
	if (body->is_over)
		return fail_set(err, FAIL_MEMORY, "no room for a body");
	return FAIL_NONE;
}

static void
add_chunks(struct buf *file, const struct buf *body,
    const struct container_frame *frame, const uint8_t *head,
    const uint8_t *data_key)
{
	uint8_t sealed[CHUNK_SIZE + STREAM_EXTRA], length[CHUNK_LENGTH_SIZE];
	const bool is_clear = frame->head.is_clear;
	scoped(stream_done) struct stream stream;

	if (!is_clear)
		stream_begin(&stream, data_key, frame->stream);
	for (size_t at = 0; at < body->size; at += CHUNK_SIZE) {
		const bool is_last = body->size - at <= CHUNK_SIZE;
		const size_t n = is_last ? body->size - at : CHUNK_SIZE;

		little_put(length,
		    n + container_chunk_extra(is_clear) - CHUNK_LENGTH_SIZE,
		    CHUNK_LENGTH_SIZE);
		buf_add(file, length, sizeof length);
		if (is_clear) {
			buf_add(file, body->text + at, n);
			continue;
		}
		stream_seal(&stream, body->text + at, n, at == 0 ? head : NULL,
		    at == 0 ? (size_t)CONTAINER_HEAD_SIZE : 0, is_last, sealed);
		buf_add(file, sealed, n + STREAM_EXTRA);
	}
}

static void
add_tail(struct buf *file, size_t begin, const struct sign_pair *signer,
    uint8_t hash[HASH_SIZE])
{
	uint8_t signature[SIGNATURE_SIZE], end[8 + MAGIC_SIZE];

	hash_bytes(file->text + begin, file->size - begin, NULL, 0, hash);
	sign_hash(signer, CONTAINER_WORD, hash, signature);
	buf_add(file, hash, HASH_SIZE);
	buf_add(file, signature, SIGNATURE_SIZE);
	container_put_end(file->size - begin + sizeof end, end);
	buf_add(file, end, sizeof end);
}

/*
 * A head that was drawn twice would use a key twice: it is a hash of random
 * bytes and of what is sealed, so that even bad random bytes do no harm.
 */
static void
draw_stream(const struct container_keys *keys, const struct buf *body,
    struct container_frame *frame)
{
	uint8_t drawn[HASH_SIZE], hash[HASH_SIZE];

	entropy_fill(keys->entropy, drawn, sizeof drawn);
	hash_bytes(body->text, body->size, drawn, sizeof drawn, hash);
	memcpy(frame->stream, hash, sizeof frame->stream);
}

enum fail
container_seal(const struct container_head *head, const void *payload,
    size_t size, const struct container_keys *keys, struct buf *file,
    uint8_t ret_hash[HASH_SIZE], struct err *err)
{
	struct container_frame frame = { .head = *head };
	uint8_t bytes[CONTAINER_HEAD_SIZE], hash[HASH_SIZE];
	const size_t begin = file->size;
	scoped_buf body = { 0 };
	enum fail fail;

	frame.head.is_clear = container_is_clear(head->kind);
	assert(frame.head.is_clear == (keys->data_key == NULL));
	if (size > container_limit(head->kind))
		return fail_say(err, FAIL_INVALID, "sync.too-large", NULL);
	buf_init(&body, container_size_limit(head->kind));
	fail = make_body(payload, size, &body, err);
	if (fail)
		return fail;
	frame.plain = container_padded(size);
	frame.packed = body.size;
	if (!frame.head.is_clear)
		draw_stream(keys, &body, &frame);
	container_put_head(&frame, bytes);
	buf_add(file, bytes, sizeof bytes);
	add_chunks(file, &body, &frame, bytes, keys->data_key);
	if (!file->is_over)
		add_tail(file, begin, keys->signer, hash);
	if (file->is_over) {
		buf_cut(file, begin);
		return fail_set(err, FAIL_MEMORY, "no room for a file");
	}
	memcpy(ret_hash, hash, HASH_SIZE);
	return FAIL_NONE;
}
