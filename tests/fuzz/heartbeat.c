#include "sync/heartbeat.h"

#include <assert.h>
#include <string.h>

#include "fuzz/fuzz.h"

/* What is read is printed, and read again as the same. */
int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	scoped_arena arena = arena_new();
	struct heartbeat beat, again;
	scoped_buf one = { 0 };
	scoped_buf two = { 0 };

	if (heartbeat_parse((const char *)bytes, size, arena, &beat, NULL))
		return 0;
	buf_init(&one, 1 << 20);
	buf_init(&two, 1 << 20);
	heartbeat_print(&beat, &one);
	assert(!heartbeat_parse(one.text, one.size, arena, &again, NULL));
	heartbeat_print(&again, &two);
	assert(
	    one.size == two.size && memcmp(one.text, two.text, one.size) == 0);
	return 0;
}
