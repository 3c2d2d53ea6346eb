#include "store/parcel_wire.h"

#include <assert.h>
#include <string.h>

#include "fuzz/fuzz.h"
#include "store/parcel.h"

static enum fail
find_sid(void *context, int64_t idx, uint8_t ret_sid[SID_SIZE], struct err *err)
{
	const struct parcel_content *content = context;

	(void)err;
	assert(idx >= 0 && (size_t)idx < content->n_sids);
	memcpy(ret_sid, content->sids[idx], SID_SIZE);
	return FAIL_NONE;
}

/* A parcel is refused, or it is the one that would be written for it. */
int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	scoped_arena arena = arena_new();
	struct parcel_content content;
	scoped_buf entries = { 0 }, again = { 0 };
	struct parcel_writer writer = { .sids.arena = arena,
		.entries = &entries };
	int64_t hlc = 0;

	if (parcel_read(bytes, size, arena, &content, NULL))
		return 0;
	buf_init(&entries, PARCEL_SIZE_MAX);
	buf_init(&again, PARCEL_SIZE_MAX);
	for (size_t i = 0; i < content.n; i++) {
		const struct op *op = &content.ops[i];

		assert(op->version.hlc > hlc && op->txn <= op->seq);
		hlc = op->version.hlc;
		if (parcel_add(&writer, op, find_sid, &content, NULL))
			assert(false);
	}
	parcel_end(&writer, content.first, &again);
	assert(again.size == size);
	assert(memcmp(again.text, bytes, size) == 0);
	return 0;
}
