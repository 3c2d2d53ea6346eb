#include "desk/closure.h"

#include "desk/dating.h"
#include "desk/fold.h"

/* One day as a row; its key is the day's, the same on every counter. */
static struct record
closure_record(const struct calendar_entry *entry, struct arena *arena)
{
	const struct id none = { 0 };
	char date[DATE_TEXT_SIZE];
	struct record record;

	date_print(entry->date, date);
	record = record_of(TABLE_CLOSURE, id_derived("closure", &none, date));
	record_set_text(&record, arena, CLOSURE_DATE, date);
	record_set_text(&record, arena, CLOSURE_KIND,
	    entry_kind_name(entry->kind));
	record_set_text(&record, arena, CLOSURE_NAME, entry->name);
	record_set_text(&record, arena, CLOSURE_DECREE, entry->decree);
	return record;
}

enum fail
calendar_with_closures(struct desk *desk, struct err *err)
{
	scoped_arena arena = arena_new();
	struct records closures = { .arena = arena };
	enum fail fail;

	fail = store_all(desk->store, TABLE_CLOSURE, &closures, err);
	if (fail)
		return fail;
	arena_reset(desk->calendar_arena);
	desk->calendar = calendar_copy(&desk->plain, desk->calendar_arena);
	/* One that came in damaged adds no day; loket check names it. */
	for (size_t i = 0; i < closures.n; i++)
		(void)!calendar_add_closure(&desk->calendar,
		    &closures.list[i], NULL);
	return FAIL_NONE;
}

enum fail
desk_closure_preview(struct desk *desk, const struct calendar_entry *entry,
    struct arena *arena, struct moved_cases *ret_moved, struct err *err)
{
	scoped_arena scratch = arena_new();
	struct calendar calendar = calendar_copy(&desk->calendar, scratch);
	enum fail fail = desk_demand(desk, ACTION_ADMINISTER, err);

	if (!fail)
		fail = calendar_add(&calendar, entry, err);
	return fail ? fail :
	    dating_scan(desk, &calendar, arena, ret_moved, err);
}

/* Inside the transaction: the row, the calendar with it, what moves. */
static enum fail
add(struct desk *desk, const struct calendar_entry *entry,
    struct arena *arena, struct moved_cases *moved, struct err *err)
{
	struct record closure = closure_record(entry, arena), known;
	struct calendar checked = calendar_copy(&desk->calendar, arena);
	enum fail fail = calendar_add(&checked, entry, err);

	if (fail)
		return fail;
	fail = store_get(desk->store, TABLE_CLOSURE, &closure.id, arena,
	    &known, NULL);
	if (fail == FAIL_NONE)
		return fail_say(err, FAIL_CONFLICT, "closure.exists",
		    record_text(&known, CLOSURE_NAME), NULL);
	fail = store_put(desk->store, &closure, err);
	if (!fail)
		fail = calendar_with_closures(desk, err);
	if (!fail)
		fail = dating_scan(desk, &desk->calendar, arena, moved, err);
	return fail ? fail : dating_move(desk, moved, true, err);
}

enum fail
desk_closure_add(struct desk *desk, const struct calendar_entry *entry,
    struct arena *arena, struct moved_cases *ret_moved, struct err *err)
{
	struct moved_cases moved = { NULL, 0 };
	enum fail fail;

	{
		scoped_transaction transaction = { 0 };

		fail = act_begin(desk, ACTION_ADMINISTER, &transaction, err);
		if (fail)
			return fail;
		fail = add(desk, entry, arena, &moved, err);
		if (!fail)
			fail = dating_remember(desk, err);
		if (!fail)
			fail = transaction_commit(&transaction, err);
	}
	if (fail) {
		/* The calendar goes back to what the register has. */
		(void)!calendar_with_closures(desk, NULL);
		return fail;
	}
	*ret_moved = moved;
	return FAIL_NONE;
}
