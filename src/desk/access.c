#include "desk/inside.h"
#include "store/rows.h"

enum fail
but_missing(enum fail fail, const struct err *from, struct err *err)
{
	if (fail == FAIL_NONE || fail == FAIL_MISSING)
		return FAIL_NONE;
	if (err != NULL)
		*err = *from;
	return fail;
}

enum fail
access_note(struct desk *desk, const struct id *parent, const char *act,
    const char *reason, struct err *err)
{
	scoped_arena arena = arena_new();
	struct record record =
	    record_of(TABLE_ACCESS, store_new_id(desk->store));

	if (parent != NULL)
		record_set_id(&record, ACCESS_PARENT, *parent);
	record_set_text(&record, arena, ACCESS_ACT, act);
	record_set_integer(&record, ACCESS_AT, store_now(desk->store));
	record_set_text(&record, arena, ACCESS_OFFICER, act_officer(desk));
	record_set_text(&record, arena, ACCESS_STATION, desk_station(desk));
	record_set_text(&record, arena, ACCESS_REASON, reason);
	return store_put(desk->store, &record, err);
}
