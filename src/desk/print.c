#include "desk/print.h"

#include <string.h>

#include "desk/complaint_fold.h"
#include "desk/inside.h"
#include "store/rows.h"

/* Papers of an entry that names who works are not there for him either. */
static enum fail
guard(struct desk *desk, const struct id *parent, struct err *err)
{
	scoped_arena arena = arena_new();
	struct record record;
	struct err none = { 0 };
	enum fail fail = store_get(desk->store, TABLE_COMPLAINT, parent,
	    arena, &record, &none);

	if (fail)
		return but_missing(fail, &none, err);
	if (complaint_guard(desk, parent, &none) == FAIL_MISSING)
		return fail_say(err, FAIL_MISSING, "application.none", NULL);
	return FAIL_NONE;
}

static enum fail
copies(struct desk *desk, const struct id *parent, const char *paper,
    int *ret_copies, struct err *err)
{
	scoped_arena arena = arena_new();
	struct records records = { .arena = arena };
	int64_t highest = 0;
	enum fail fail;

	fail = store_children(desk->store, TABLE_PRINT, PRINT_PARENT, parent,
	    &records, err);
	if (fail)
		return fail;
	for (size_t i = 0; i < records.n; i++) {
		const struct record *print = &records.list[i];
		int64_t copy = record_integer(print, PRINT_COPY);

		if (strcmp(record_text(print, PRINT_PAPER), paper) == 0 &&
		    copy > highest)
			highest = copy;
	}
	*ret_copies = (int)highest;
	return FAIL_NONE;
}

enum fail
desk_print_count(struct desk *desk, const struct id *parent,
    const char *paper, int *ret_copies, struct err *err)
{
	enum fail fail = desk_demand(desk, ACTION_READ, err);

	if (!fail)
		fail = guard(desk, parent, err);
	return fail ? fail : copies(desk, parent, paper, ret_copies, err);
}

/* An application, or an entry of the complaint book. */
static enum fail
demand_parent(struct desk *desk, const struct id *parent, struct err *err)
{
	scoped_arena arena = arena_new();
	struct record record;
	enum fail fail = store_get(desk->store, TABLE_APPLICATION, parent,
	    arena, &record, err);

	if (fail == FAIL_MISSING)
		fail = store_get(desk->store, TABLE_COMPLAINT, parent, arena,
		    &record, err);
	if (fail == FAIL_MISSING)
		return fail_say(err, FAIL_MISSING, "application.none", NULL);
	return fail;
}

enum fail
desk_print_begin(struct desk *desk, const struct id *parent,
    const char *paper, int *ret_copy, struct err *err)
{
	scoped_transaction transaction = { 0 };
	scoped_arena arena = arena_new();
	struct record record;
	enum fail fail;
	int copy = 0;

	fail = guard(desk, parent, err);
	if (!fail)
		fail = act_begin(desk, ACTION_READ, &transaction, err);
	if (!fail)
		fail = demand_parent(desk, parent, err);
	if (!fail)
		fail = copies(desk, parent, paper, &copy, err);
	if (fail)
		return fail;
	copy++;
	record = record_of(TABLE_PRINT, store_new_id(desk->store));
	record_set_id(&record, PRINT_PARENT, *parent);
	record_set_text(&record, arena, PRINT_PAPER, paper);
	record_set_integer(&record, PRINT_COPY, copy);
	record_set_integer(&record, PRINT_AT, store_now(desk->store));
	record_set_text(&record, arena, PRINT_OFFICER, act_officer(desk));
	record_set_text(&record, arena, PRINT_STATION, desk_station(desk));
	fail = store_put(desk->store, &record, err);
	if (!fail)
		fail = transaction_commit(&transaction, err);
	if (!fail)
		*ret_copy = copy;
	return fail;
}
