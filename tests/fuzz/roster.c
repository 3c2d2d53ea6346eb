#include "sync/roster.h"

#include <assert.h>
#include <string.h>

#include "fuzz/fuzz.h"

/* A text is refused, or it is the one that is printed for what it says. */
int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	scoped_arena arena = arena_new();
	struct members members;
	struct roster roster;
	scoped_buf again = { 0 };
	struct id fleet;

	if (marker_parse((const char *)bytes, size, &fleet, NULL) == 0)
		return 0;
	if (roster_parse((const char *)bytes, size, arena, &roster, NULL))
		return 0;
	buf_init(&again, size + 1);
	roster_print(&roster, &again);
	assert(again.size == size && memcmp(again.text, bytes, size) == 0);
	members_make(&roster, NULL, 0, arena, &members);
	assert(members.n == roster.n_members);
	return 0;
}
