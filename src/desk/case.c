#include "desk/case.h"

#include <string.h>

#include "desk/fold.h"
#include "store/rows.h"

static const char *
stored(struct arena *arena, struct date date)
{
	char text[DATE_TEXT_SIZE];

	date_print(date, text);
	return arena_text(arena, text);
}

/* The ends it was decided on, as hex ids joined by blanks. */
static const char *
previous_of(const struct case_step *step, struct arena *arena)
{
	char text[ID_HEX_SIZE];
	scoped_buf list;

	buf_init(&list, OPEN_ENDS_MAX * ID_HEX_SIZE);
	buf_text(&list, "");
	for (size_t i = 0; i < step->n_ends; i++) {
		id_print(&step->ends[i], text);
		buf_print(&list, "%s%s", i > 0 ? " " : "", text);
	}
	return arena_text(arena, list.text);
}

enum fail
case_step(struct desk *desk, const struct id *id,
    const struct case_step *step, struct arena *arena, struct id *ret_event,
    struct err *err)
{
	struct record event =
	    record_of(TABLE_EVENT, store_new_id(desk->store));
	struct folded folded;
	enum fail fail;

	record_set_id(&event, EVENT_PARENT, *id);
	record_set_text(&event, arena, EVENT_MOVE, step->move->name);
	record_set_text(&event, arena, EVENT_STATE, step->move->to);
	record_set_text(&event, arena, EVENT_DATE, stored(arena, step->date));
	record_set_integer(&event, EVENT_AT, store_now(desk->store));
	record_set_text(&event, arena, EVENT_OFFICER, act_officer(desk));
	record_set_text(&event, arena, EVENT_STATION,
	    store_station(desk->store));
	record_set_text(&event, arena, EVENT_REASON, step->reason);
	record_set_text(&event, arena, EVENT_PREVIOUS,
	    previous_of(step, arena));
	record_set_text(&event, arena, EVENT_SNAPSHOT, step->snapshot);
	fail = store_put(desk->store, &event, err);
	if (!fail)
		fail = fold_keep(desk, id, &folded, arena, err);
	if (fail)
		return fail;
	*ret_event = event.id;
	return FAIL_NONE;
}
