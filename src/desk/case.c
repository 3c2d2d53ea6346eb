#include "desk/case.h"

#include "desk/fold.h"

enum fail
case_step(struct desk *desk, const struct id *id,
    const struct case_step *step, struct arena *arena, struct id *ret_event,
    struct err *err)
{
	struct folded folded;
	struct id event;
	enum fail fail = event_put(desk, id, step, arena, &event, err);

	if (!fail)
		fail = fold_keep(desk, id, &folded, arena, err);
	if (!fail)
		*ret_event = event;
	return fail;
}
