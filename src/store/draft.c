#include "store/draft.h"

#include <string.h>

#include "base/text.h"
#include "store/inside.h"

enum { PUT, GET, LIST, DISCARD, RESTORE, DROP, PURGE };

#define DRAFT_COLUMNS "officer, form, key, body, field, at_ms, discarded_ms"
#define THIS_DRAFT " WHERE officer = ?1 AND form = ?2 AND key = ?3"

static const struct sql draft_sql[] = {
	[PUT] = { "INSERT INTO draft(" DRAFT_COLUMNS ") "
		  "VALUES(?1, ?2, ?3, ?4, ?5, ?6, 0) ON CONFLICT DO UPDATE SET "
		  "body = excluded.body, field = excluded.field, "
		  "at_ms = excluded.at_ms, discarded_ms = 0",
	    false },
	[GET] = { "SELECT " DRAFT_COLUMNS " FROM draft" THIS_DRAFT
		  " AND discarded_ms = 0",
	    false },
	[LIST] = { "SELECT " DRAFT_COLUMNS " FROM draft WHERE officer = ?1 "
		   "ORDER BY at_ms DESC LIMIT 1000",
	    false },
	[DISCARD] = { "UPDATE draft SET discarded_ms = ?4" THIS_DRAFT, false },
	[RESTORE] = { "UPDATE draft SET discarded_ms = 0" THIS_DRAFT
		      " AND discarded_ms <> 0",
	    false },
	[DROP] = { "DELETE FROM draft" THIS_DRAFT, false },
	[PURGE] = { "DELETE FROM draft WHERE at_ms < ?1 OR "
		    "(discarded_ms <> 0 AND discarded_ms < ?2)",
	    .scan = true },
};
const struct sql_set draft_set = SQL_SET(draft_sql);

enum { DAY_MS = 24 * 60 * 60 * 1000 };

static enum fail
check_text(const char *name, const char *text, size_t max, struct err *err)
{
	size_t size = strlen(text);

	if (size > max)
		return fail_say(
		    err, FAIL_INVALID, "store.too-long", name, NULL);
	if (!text_is_valid(text, size))
		return fail_say(
		    err, FAIL_INVALID, "store.not-utf8", name, NULL);
	return FAIL_NONE;
}

static void
bind_key(struct query *query, const struct draft_key *key)
{
	query_text(query, 1, key->officer);
	query_text(query, 2, key->form);
	query_text(query, 3, key->key);
}

enum fail
store_draft_put(struct store *store, const struct draft *draft, struct err *err)
{
	scoped_transaction transaction = { 0 };
	scoped_query query = { 0 };
	struct draft_key key = { draft->officer, draft->form, draft->key };
	const char *field = draft->field == NULL ? "" : draft->field;
	enum fail fail;

	fail = check_text("body", draft->body, DRAFT_BODY_MAX, err);
	if (!fail)
		fail = check_text("key", draft->key, DRAFT_BODY_MAX, err);
	if (!fail)
		fail = local_begin(&transaction, store, draft->officer, err);
	if (!fail)
		fail = query_open(&query, store, &draft_sql[PUT], err);
	if (fail)
		return fail;
	bind_key(&query, &key);
	query_text(&query, 4, draft->body);
	query_text(&query, 5, field);
	query_integer(&query, 6, store->writing.now_ms);
	fail = query_run(&query, err);
	return fail ? fail : local_commit(&transaction, err);
}

static struct draft
read_draft(struct query *query, struct arena *arena)
{
	return (struct draft){
		.officer = column_text(query, 0, arena),
		.form = column_text(query, 1, arena),
		.key = column_text(query, 2, arena),
		.body = column_text(query, 3, arena),
		.field = column_text(query, 4, arena),
		.at_ms = column_integer(query, 5),
		.discarded_ms = column_integer(query, 6),
	};
}

enum fail
store_draft_get(struct store *store, const struct draft_key *key,
    struct arena *arena, struct draft *ret_draft, struct err *err)
{
	scoped_query query = { 0 };
	struct draft draft;
	bool has_row = false;
	enum fail fail;

	fail = query_open(&query, store, &draft_sql[GET], err);
	if (fail)
		return fail;
	bind_key(&query, key);
	fail = query_step(&query, &has_row, err);
	if (fail)
		return fail;
	if (!has_row)
		return fail_say(err, FAIL_MISSING, "store.no-draft", NULL);
	draft = read_draft(&query, arena);
	fail = query_end(&query, err);
	if (!fail)
		*ret_draft = draft;
	return fail;
}

enum fail
store_draft_list(struct store *store, const char *officer,
    struct drafts *drafts, struct err *err)
{
	scoped_query query = { 0 };
	struct draft *list = NULL;
	size_t n = 0, room = 0;
	bool has_row = false;
	enum fail fail;

	fail = query_open(&query, store, &draft_sql[LIST], err);
	if (fail)
		return fail;
	query_text(&query, 1, officer);
	fail = query_step(&query, &has_row, err);
	while (!fail && has_row) {
		list = arena_grow(drafts->arena, list, n, &room, sizeof *list);
		list[n++] = read_draft(&query, drafts->arena);
		fail = query_step(&query, &has_row, err);
	}
	if (fail)
		return fail;
	drafts->list = list;
	drafts->n = n;
	return FAIL_NONE;
}

/* Run a statement on one draft; *ret_n says how many rows it touched. */
static enum fail
change(struct store *store, int which, const struct draft_key *key, int *ret_n,
    struct err *err)
{
	scoped_transaction transaction = { 0 };
	scoped_query query = { 0 };
	enum fail fail;

	fail = local_begin(&transaction, store, key->officer, err);
	if (!fail)
		fail = query_open(&query, store, &draft_sql[which], err);
	if (fail)
		return fail;
	bind_key(&query, key);
	if (which == DISCARD)
		query_integer(&query, 4, store->writing.now_ms);
	fail = query_run(&query, err);
	*ret_n = sqlite3_changes(store->db);
	return fail ? fail : local_commit(&transaction, err);
}

enum fail
store_draft_discard(
    struct store *store, const struct draft_key *key, struct err *err)
{
	int n;

	return change(store, DISCARD, key, &n, err);
}

enum fail
store_draft_restore(
    struct store *store, const struct draft_key *key, struct err *err)
{
	int n = 0;
	enum fail fail;

	fail = change(store, RESTORE, key, &n, err);
	if (!fail && n == 0)
		return fail_say(err, FAIL_MISSING, "store.no-draft", NULL);
	return fail;
}

enum fail
store_draft_drop(
    struct store *store, const struct draft_key *key, struct err *err)
{
	int n;

	return change(store, DROP, key, &n, err);
}

/*
 * What was deleted is overwritten in the file, but stays in the WAL until
 * that is carried over and cut. Does nothing while others read.
 */
static void
wipe_wal(struct store *store)
{
	if (!store->writing.is_open)
		sqlite3_wal_checkpoint_v2(
		    store->db, "main", SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
}

enum fail
store_draft_purge(struct store *store, size_t *ret_n, struct err *err)
{
	scoped_transaction transaction = { 0 };
	scoped_query query = { 0 };
	int64_t now_ms;
	size_t n;
	enum fail fail;

	fail = local_begin(&transaction, store, "", err);
	if (!fail)
		fail = query_open(&query, store, &draft_sql[PURGE], err);
	if (fail)
		return fail;
	now_ms = store->writing.now_ms;
	query_integer(&query, 1, now_ms - (int64_t)DRAFT_DAYS * DAY_MS);
	query_integer(
	    &query, 2, now_ms - (int64_t)DRAFT_DISCARDED_DAYS * DAY_MS);
	fail = query_run(&query, err);
	n = (size_t)sqlite3_changes(store->db);
	if (!fail)
		fail = local_commit(&transaction, err);
	if (!fail && n > 0)
		wipe_wal(store);
	if (!fail && ret_n != NULL)
		*ret_n = n;
	return fail;
}
