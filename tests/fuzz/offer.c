#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/crypto.h"
#include "fuzz/fuzz.h"
#include "sync/join.h"

/* What is taken is printed, and taken again as the same. */
static void
read_offer(const uint8_t *bytes, size_t size)
{
	scoped_arena arena = arena_new();
	struct offer offer, again;
	scoped_buf one = { 0 }, two = { 0 };

	if (offer_parse(bytes, size, arena, &offer, NULL))
		return;
	buf_init(&one, OFFER_SIZE_MAX);
	buf_init(&two, OFFER_SIZE_MAX);
	if (offer_print(&offer, &one, NULL) ||
	    offer_parse(one.text, one.size, arena, &again, NULL) ||
	    offer_print(&again, &two, NULL))
		abort();
	assert(
	    one.size == two.size && memcmp(one.text, two.text, one.size) == 0);
}

/*
 * The first byte: as it is, or with its hash made right, so that what lies
 * behind it is read too.
 */
int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	uint8_t *file;

	if (size == 0)
		return 0;
	if (bytes[0] % 2 == 0 || size - 1 < HASH_SIZE) {
		read_offer(bytes + 1, size - 1);
		return 0;
	}
	file = malloc(size - 1);
	assert(file != NULL);
	memcpy(file, bytes + 1, size - 1);
	hash_bytes(
	    file, size - 1 - HASH_SIZE, NULL, 0, file + size - 1 - HASH_SIZE);
	read_offer(file, size - 1);
	free(file);
	return 0;
}
