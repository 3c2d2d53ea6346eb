/* What is here and not settled: parallel changes, orphans, parked entries. */
#include "store/compare.h"
#include "store/conflict.h"
#include "store/inside.h"
#include "store/parked.h"
#include "store/resettle.h"
#include "store/rows_sql.h"
#include "store/schema.h"

enum { ROW_HEADS, COUNT_PARKED, PARKED, UNPARK };

static const struct sql waiting_sql[] = {
	[ROW_HEADS] = { "SELECT count(*) FROM _head WHERE table_number = ?1 "
			"AND pk = ?2 AND cell = 0",
	    false },
	[COUNT_PARKED] = { "SELECT count(*) FROM _park", .scan = true },
	[PARKED] = { "SELECT number, table_number, pk, cell FROM _park "
		     "ORDER BY number",
	    .scan = true },
	[UNPARK] = { "DELETE FROM _park WHERE number = ?1", false },
};
const struct sql_set waiting_set = SQL_SET(waiting_sql);

enum fail
store_is_parallel(struct store *store, enum table_number table,
    const struct id *id, bool *ret_is_parallel, struct err *err)
{
	scoped_query query = { 0 };
	bool has_row = false;
	enum fail fail;

	fail = query_open(&query, store, &waiting_sql[ROW_HEADS], err);
	if (fail)
		return fail;
	query_integer(&query, 1, table);
	query_id(&query, 2, id);
	fail = query_step(&query, &has_row, err);
	if (!fail)
		*ret_is_parallel = column_integer(&query, 0) > 1;
	return fail;
}

static enum fail
add_orphans(struct store *store, const struct orphan *like,
    struct orphan *orphans, size_t limit, size_t *n, struct err *err)
{
	scoped_query query = { 0 };
	bool has_row = false;
	enum fail fail;

	fail = query_open(
	    &query, store, rows_orphans(store, like->table, like->cell), err);
	if (fail)
		return fail;
	query_integer(&query, 1, (int64_t)(limit - *n));
	fail = query_step(&query, &has_row, err);
	while (!fail && has_row) {
		orphans[*n] = *like;
		orphans[(*n)++].id = column_id(&query, 0);
		fail = query_step(&query, &has_row, err);
	}
	return fail;
}

enum fail
store_orphans(struct store *store, struct orphan *ret_orphans, size_t limit,
    size_t *ret_n, struct err *err)
{
	enum fail fail = FAIL_NONE;
	size_t n = 0;

	for (size_t i = 0; i < tables_n; i++)
		for (size_t j = 0; j < tables[i].n_cells && !fail; j++) {
			struct orphan like = { .table = &tables[i],
				.cell = (int)j };

			if (n < limit && cell_refers(&tables[i].cells[j]))
				fail = add_orphans(
				    store, &like, ret_orphans, limit, &n, err);
		}
	if (!fail)
		*ret_n = n;
	return fail;
}

enum fail
store_parked_count(struct store *store, int64_t *ret_n, struct err *err)
{
	scoped_query query = { 0 };
	bool has_row = false;
	enum fail fail;

	fail = query_open(&query, store, &waiting_sql[COUNT_PARKED], err);
	if (!fail)
		fail = query_step(&query, &has_row, err);
	if (!fail)
		*ret_n = column_integer(&query, 0);
	return fail;
}

struct parked {
	int64_t number;
	const struct table *table;
	struct id id;
};

/* Those this program has table and cells for. */
static enum fail
find_known(struct store *store, struct arena *arena, struct parked **ret_list,
    size_t *ret_n, struct err *err)
{
	scoped_query query = { 0 };
	size_t room = 0;
	bool has_row = false;
	enum fail fail;

	fail = query_open(&query, store, &waiting_sql[PARKED], err);
	if (!fail)
		fail = query_step(&query, &has_row, err);
	while (!fail && has_row) {
		struct parked parked = { .number = column_integer(&query, 0),
			.table = table_of(
			    (enum table_number)column_integer(&query, 1)),
			.id = column_id(&query, 2) };
		int64_t cell = column_integer(&query, 3);

		if (parked.table != NULL &&
		    cell <= (int64_t)parked.table->n_cells) {
			*ret_list = arena_grow(
			    arena, *ret_list, *ret_n, &room, sizeof parked);
			(*ret_list)[(*ret_n)++] = parked;
		}
		fail = query_step(&query, &has_row, err);
	}
	return fail;
}

static enum fail
unpark(struct settling *settling, const struct parked *parked, struct err *err)
{
	scoped_query query = { 0 };
	enum fail fail;

	fail = settle_row(settling, parked->table, &parked->id, err);
	if (!fail)
		fail = query_open(
		    &query, settling->store, &waiting_sql[UNPARK], err);
	if (fail)
		return fail;
	query_integer(&query, 1, parked->number);
	return query_run(&query, err);
}

enum fail
parked_replay(struct store *store, struct err *err)
{
	scoped_arena arena = arena_new();
	scoped_settling settling = { 0 };
	struct parked *list = NULL;
	size_t n = 0;
	enum fail fail;

	fail = find_known(store, arena, &list, &n, err);
	if (fail || n == 0)
		return fail;
	fail = settling_begin(&settling, store, err);
	for (size_t i = 0; i < n && !fail; i++)
		fail = unpark(&settling, &list[i], err);
	return fail ? fail : settling_commit(&settling, err);
}
