#include "store/repair.h"

#include <string.h>

#include "base/buf.h"
#include "store/alike_keep.h"
#include "store/check.h"
#include "store/complaint_line.h"
#include "store/findings.h"
#include "store/inside.h"
#include "store/rows.h"
#include "store/search_text.h"
#include "store/series.h"

enum { FORGET_NAMES, ADD_NAME, REBUILD };

static const struct sql mend_sql[] = {
	[FORGET_NAMES] = { "DELETE FROM search_text", .scan = true },
	[ADD_NAME] = { "INSERT INTO search_text(table_number, id, folded) "
		       "VALUES(?1, ?2, ?3)",
	    false },
	[REBUILD] = { "INSERT INTO search(search) VALUES('rebuild')", false },
};
const struct sql_set mend_set = SQL_SET(mend_sql);

static enum fail
run(struct store *store, int which, struct err *err)
{
	scoped_query query = { 0 };
	enum fail fail;

	fail = query_open(&query, store, &mend_sql[which], err);
	return fail ? fail : query_run(&query, err);
}

static enum fail
follow(void *context, const struct record *record, struct err *err)
{
	struct store *store = context;
	scoped_query query = { 0 };
	scoped_buf folded = { 0 };
	enum fail fail;

	fail = state_follow(store, record, err);
	buf_init(&folded, SEARCH_TEXT_MAX);
	if (!fail)
		fail = search_folded(store, record, &folded, err);
	if (fail || folded.size == 0)
		return fail;
	fail = query_open(&query, store, &mend_sql[ADD_NAME], err);
	if (fail)
		return fail;
	query_integer(&query, 1, record->table->number);
	query_id(&query, 2, &record->id);
	query_text(&query, 3, folded.text);
	return query_run(&query, err);
}

static enum fail
repair_series(struct store *store, struct err *err)
{
	scoped_arena arena = arena_new();
	struct all_series all = { 0 };
	enum fail fail;

	fail = series_read(store, arena, &all, err);
	for (size_t i = 0; i < all.n && !fail; i++)
		if (all.list[i].highest > all.list[i].last)
			fail = series_raise(store, &all.list[i], err);
	return fail;
}

enum fail
repair_derived(struct store *store, struct err *err)
{
	scoped_arena arena = arena_new();
	enum fail fail;

	fail = run(store, FORGET_NAMES, err);
	for (size_t i = 0; i < tables_n && !fail; i++)
		fail = store_each(
		    store, tables[i].number, arena, follow, store, err);
	if (!fail)
		fail = run(store, REBUILD, err);
	if (!fail)
		fail = alike_mend(store, err);
	if (!fail)
		fail = lines_mend(store, err);
	return fail ? fail : repair_series(store, err);
}

/* Nothing can be rebuilt from a log that is not whole. */
static enum fail
need_whole_log(struct store *store, struct findings *findings, struct err *err)
{
	enum fail fail;

	fail = check_integrity(store, findings, err);
	if (!fail)
		fail = check_log(store, findings, err);
	if (!fail &&
	    (was_found(findings, "finding.damaged") ||
		was_found(findings, "finding.log-damaged") ||
		was_found(findings, "finding.log-gap") ||
		was_found(findings, "finding.foreign-damaged") ||
		was_found(findings, "finding.foreign-gap") ||
		was_found(findings, "finding.log-order")))
		fail = fail_say(err, FAIL_CORRUPT, "store.restore", NULL);
	return fail;
}

static enum fail
repair_all(struct store *store, const char *officer, struct findings *findings,
    struct err *err)
{
	scoped_transaction transaction = { 0 };
	enum fail fail;

	fail = transaction_begin(&transaction, store, officer, err);
	if (!fail)
		fail = check_schema(store, findings, err);
	if (!fail)
		fail = repair_schema(store, err);
	if (!fail)
		fail = need_whole_log(store, findings, err);
	if (!fail)
		fail = check_rows(store, findings, err);
	if (!fail)
		fail = check_series(store, findings, err);
	if (!fail)
		fail = check_states(store, findings, err);
	if (!fail)
		fail = check_book(store, findings, err);
	if (!fail)
		fail = check_search(store, findings, err);
	if (!fail)
		fail = check_alike(store, findings, err);
	if (!fail)
		fail = check_index(store, findings, err);
	if (fail || findings->total == 0)
		return fail;
	fail = repair_rows(store, err);
	if (!fail)
		fail = repair_derived(store, err);
	return fail ? fail : transaction_commit(&transaction, err);
}

enum fail
store_repair(struct store *store, const char *officer,
    struct findings *findings, struct err *err)
{
	struct err judged;
	enum fail fail;

	if (strcmp(store->refusal.code, "store.schema-changed") == 0)
		store->refusal_fail = FAIL_NONE;
	/* A table made anew is empty until its rows are back. */
	fail = sqlite_do(store->db, "PRAGMA foreign_keys = OFF", err);
	if (!fail)
		fail = repair_all(store, officer, findings, err);
	store->capture = CAPTURE_LOG;
	if (sqlite_do(store->db, "PRAGMA foreign_keys = ON", &judged) ||
	    schema_judge(store, &judged)) {
		if (!fail && err != NULL)
			*err = judged;
		fail = fail ? fail : judged.fail;
	}
	return fail;
}
