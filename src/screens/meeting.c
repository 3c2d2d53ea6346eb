#include "screens/meeting.h"

#include "desk/exchange.h"
#include "screens/words.h"

enum { WIDTH = 76 };

void
meeting_lines(const struct screen *screen, enum table_number table,
    const struct id *id, struct pager *pager, struct arena *arena)
{
	struct desk *desk = screen_desk(screen);
	struct desk_conflict *conflicts = NULL;
	bool is_parallel = false;
	size_t n = 0;

	/* What cannot be read is said by the act that needs it. */
	if (desk_conflicts(desk, id, arena, &conflicts, &n, NULL))
		n = 0;
	for (size_t i = 0; i < n; i++)
		pager_flow(pager, FACE_FIELD_ERROR, 0, WIDTH,
		    sentence_of(arena, "meeting.conflict",
		    conflicts[i].label, conflicts[i].texts[0],
		    conflicts[i].texts[1], NULL));
	/* Of a conflict it is not true that both stand. */
	if (n > 0 || desk_is_parallel(desk, table, id, &is_parallel, NULL) ||
	    !is_parallel)
		return;
	pager_flow(pager, FACE_FIELD_DOUBT, 0, WIDTH,
	    words("meeting.parallel"));
}
