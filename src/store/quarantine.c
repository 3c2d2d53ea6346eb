/* Files of the share that were refused. */
#include <stdio.h>
#include <string.h>

#include "store/exchange.h"
#include "store/fact_columns.h"
#include "store/inside.h"

enum { PUT, DROP, LATEST, COUNT };

static const struct sql quarantine_sql[] = {
	[PUT] = { "INSERT INTO _quarantine(path, writer, code, arguments, "
		  "first_ms, last_ms, times) "
		  "VALUES(?1, ?2, ?3, ?4, ?5, ?5, 1) ON CONFLICT DO UPDATE "
		  "SET code = excluded.code, arguments = excluded.arguments, "
		  "last_ms = excluded.last_ms, times = times + 1",
	    false },
	[DROP] = { "DELETE FROM _quarantine WHERE path = ?1", false },
	[LATEST] = { "SELECT path, writer, code, arguments, first_ms, last_ms, "
		     "times FROM _quarantine ORDER BY last_ms DESC, path "
		     "LIMIT ?1",
	    .scan = true },
	[COUNT] = { "SELECT count(*) FROM _quarantine", .scan = true },
};
const struct sql_set quarantine_set = SQL_SET(quarantine_sql);

enum fail
store_quarantine_put(
    struct store *store, const struct quarantined *file, struct err *err)
{
	scoped_transaction transaction = { 0 };
	scoped_query query = { 0 };
	enum fail fail;

	fail = local_begin(&transaction, store, "", err);
	if (!fail)
		fail = query_open(&query, store, &quarantine_sql[PUT], err);
	if (fail)
		return fail;
	query_text(&query, 1, file->path);
	query_id(&query, 2, &file->writer);
	query_fact(&query, 3, &file->reason);
	query_integer(&query, 5, store_now(store));
	fail = query_run(&query, err);
	return fail ? fail : local_commit(&transaction, err);
}

enum fail
store_quarantine_drop(struct store *store, const char *path, struct err *err)
{
	scoped_transaction transaction = { 0 };
	scoped_query query = { 0 };
	enum fail fail;

	fail = local_begin(&transaction, store, "", err);
	if (!fail)
		fail = query_open(&query, store, &quarantine_sql[DROP], err);
	if (fail)
		return fail;
	query_text(&query, 1, path);
	fail = query_run(&query, err);
	return fail ? fail : local_commit(&transaction, err);
}

static enum fail
count(struct store *store, int64_t *ret_n, struct err *err)
{
	scoped_query query = { 0 };
	bool has_row = false;
	enum fail fail;

	fail = query_open(&query, store, &quarantine_sql[COUNT], err);
	if (!fail)
		fail = query_step(&query, &has_row, err);
	if (!fail)
		*ret_n = column_integer(&query, 0);
	return fail;
}

static void
take_file(struct query *query, struct arena *arena, struct quarantined *file)
{
	memset(file, 0, sizeof *file);
	snprintf(
	    file->path, sizeof file->path, "%s", column_text(query, 0, arena));
	file->writer = column_id(query, 1);
	column_fact(query, 2, arena, &file->reason);
	file->first_ms = column_integer(query, 4);
	file->last_ms = column_integer(query, 5);
	file->times = column_integer(query, 6);
}

enum fail
store_quarantine(struct store *store, size_t limit, struct arena *arena,
    struct quarantined **ret_list, size_t *ret_n, int64_t *ret_total,
    struct err *err)
{
	scoped_query query = { 0 };
	struct quarantined *list = NULL;
	size_t n = 0, room = 0;
	bool has_row = false;
	int64_t total = 0;
	enum fail fail;

	fail = count(store, &total, err);
	if (!fail)
		fail = query_open(&query, store, &quarantine_sql[LATEST], err);
	if (fail)
		return fail;
	query_integer(&query, 1, (int64_t)limit);
	fail = query_step(&query, &has_row, err);
	while (!fail && has_row) {
		list = arena_grow(arena, list, n, &room, sizeof *list);
		take_file(&query, arena, &list[n++]);
		fail = query_step(&query, &has_row, err);
	}
	if (!fail)
		fail = query_end(&query, err);
	if (fail)
		return fail;
	*ret_list = list;
	*ret_n = n;
	*ret_total = total;
	return FAIL_NONE;
}
