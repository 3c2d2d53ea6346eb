#include "sync/container.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "fuzz/fuzz.h"
#include "lib/container.h"

/* Whatever the file: nothing is taken that the size does not bear out. */
static void
read_file(const struct sample *sample, const uint8_t *bytes, size_t size)
{
	struct container_expect expect = sample_expect(sample);
	struct container_head head;
	scoped_buf payload = { 0 };
	enum fail fail;

	if (container_peek(bytes, size, &head, NULL))
		return;
	assert(size <= container_size_limit(head.kind));
	expect.kind = head.kind;
	expect.fleet = head.fleet;
	expect.writer = head.writer;
	expect.number = 0;
	expect.hash = NULL;
	expect.data_key = head.is_clear ? NULL : sample->data_key;
	buf_init(&payload, container_limit(head.kind));
	fail = container_open(bytes, size, &expect, &head, &payload, NULL);
	assert(!fail || payload.size == 0);
}

/*
 * The first byte: as it is, or with trailer and signature made right, so that
 * what lies behind the signature is read too.
 */
int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct sample sample = sample_make(CONTAINER_ROSTER);
	const size_t least = CONTAINER_HEAD_SIZE + CONTAINER_TAIL_SIZE;
	uint8_t *file, *tail;

	if (size == 0)
		return 0;
	if (bytes[0] % 2 == 0 || size - 1 < least) {
		read_file(&sample, bytes + 1, size - 1);
		return 0;
	}
	file = malloc(size - 1);
	assert(file != NULL);
	memcpy(file, bytes + 1, size - 1);
	tail = file + size - 1 - CONTAINER_TAIL_SIZE;
	hash_bytes(file, (size_t)(tail - file), NULL, 0, tail);
	sign_hash(&sample.signer, "loket file 1", tail, tail + HASH_SIZE);
	read_file(&sample, file, size - 1);
	free(file);
	return 0;
}
