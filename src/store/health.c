#include <string.h>

#include "store/check.h"
#include "store/inside.h"
#include "store/query.h"

enum { QUICK };

/* The least of SQLite's "synchronous" under which a commit is on the disk. */
enum { SYNCHRONOUS_FULL = 2 };

static const struct sql health_sql[] = {
	[QUICK] = { "PRAGMA quick_check(1)", .scan = true },
};
const struct sql_set health_set = SQL_SET(health_sql);

static enum fail
check_pages(struct store *store, struct err *err)
{
	scoped_arena arena = arena_new();
	scoped_query query = { 0 };
	const char *said = "";
	bool has_row;
	enum fail fail = query_open(&query, store, &health_sql[QUICK], err);

	if (!fail)
		fail = query_step(&query, &has_row, err);
	if (fail)
		return fail;
	if (has_row)
		said = column_text(&query, 0, arena);
	if (strcmp(said, "ok") != 0)
		return fail_say(err, FAIL_CORRUPT, "store.damaged", said, NULL);
	return query_end(&query, err);
}

enum fail
store_durable(struct store *store, struct err *err)
{
	int64_t synchronous = 0;
	enum fail fail =
	    sqlite_integer(store->db, "PRAGMA synchronous", &synchronous, err);

	if (!fail && synchronous < SYNCHRONOUS_FULL)
		fail = fail_say(
		    err, FAIL_CONFLICT, "store.not-durable", NULL);
	return fail;
}

enum fail
store_health(struct store *store, struct err *err)
{
	enum fail fail = store_durable(store, err);

	return fail ? fail : check_pages(store, err);
}

enum fail
store_schema(struct store *store, int64_t *ret_number, struct err *err)
{
	return sqlite_integer(
	    store->db, "PRAGMA user_version", ret_number, err);
}
