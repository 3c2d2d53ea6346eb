/* Deciding a conflict: one of its values replaces the others. */
#include <assert.h>

#include "store/conflict.h"
#include "store/inside.h"
#include "store/references.h"
#include "store/rows.h"
#include "store/rows_sql.h"

/* The same conflict, as it is now. */
static enum fail
find_again(
    struct store *store, const struct conflict *conflict, struct err *err)
{
	scoped_arena arena = arena_new();
	struct conflicts found = { .arena = arena };
	enum fail fail;

	fail = store_conflicts(store, conflict->table->number,
	    &conflict->id, &found, err);
	for (size_t i = 0; i < found.n && !fail; i++) {
		const struct conflict *other = &found.list[i];
		bool is_same = other->n_cells == conflict->n_cells &&
		    other->n_values == conflict->n_values &&
		    other->cells[0] == conflict->cells[0];

		for (size_t j = 0; j < other->n_values && is_same; j++)
			is_same =
			    other->values[j].hlc == conflict->values[j].hlc &&
			    other->values[j].sid == conflict->values[j].sid;
		if (is_same)
			return FAIL_NONE;
	}
	return fail ?
	    fail :
	    fail_say(err, FAIL_CONFLICT, "store.conflict-changed", NULL);
}

enum fail
store_conflict_decide(struct store *store, const struct conflict *conflict,
    size_t index, struct err *err)
{
	const struct decision decision = { (int)conflict->table->number,
		conflict->id, conflict->cells, conflict->n_cells };
	scoped_arena arena = arena_new();
	struct record record;
	enum fail fail;

	assert(store->writing.is_open && index < conflict->n_values);
	fail = find_again(store, conflict, err);
	if (!fail)
		fail = references_check(store, conflict->table, err);
	if (!fail)
		fail = store_get(store, conflict->table->number, &conflict->id,
		    arena, &record, err);
	if (fail)
		return fail;
	for (size_t i = 0; i < conflict->n_cells; i++)
		record.cell[conflict->cells[i]] =
		    conflict->values[index].values[i];
	store->writing.decision = &decision;
	fail = row_write(
	    store, &rows_sql(store, conflict->table)->update, &record, err);
	store->writing.decision = NULL;
	return fail ? fail : derived_keep(store, &record, err);
}
