#include "store/op.h"

#include <assert.h>
#include <string.h>

#include "base/text.h"
#include "fuzz/fuzz.h"

/* A body is refused, or it is the one that op_encode would write for it. */
int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	scoped_arena arena = arena_new();
	const struct op_cell *cells = NULL;
	scoped_buf again = { 0 };
	size_t n = 0;

	if (op_decode(bytes, size, arena, &cells, &n, NULL))
		return 0;
	for (size_t i = 0; i < n; i++)
		if (cells[i].value.type == VALUE_TEXT)
			assert(text_is_valid(
			    cells[i].value.text, strlen(cells[i].value.text)));
	buf_init(&again, OP_BODY_MAX);
	op_encode(cells, n, &again);
	assert(again.size == size);
	assert(memcmp(again.text, bytes, size) == 0);
	return 0;
}
