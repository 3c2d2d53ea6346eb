#include "store/credential.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "store/inside.h"

enum { GET, ALL, PUT, ATTEMPT, SUCCESS };

#define CREDENTIAL_COLUMNS \
	"officer, verifier, changed_ms, failures, attempted_ms, succeeded_ms"

static const struct sql credential_sql[] = {
	[GET] = { "SELECT " CREDENTIAL_COLUMNS " FROM credential "
		  "WHERE officer = ?1",
	    false },
	[ALL] = { "SELECT officer, verifier FROM credential "
		  "WHERE verifier <> '' ORDER BY officer",
	    true },
	[PUT] = { "INSERT INTO credential(" CREDENTIAL_COLUMNS ") "
		  "VALUES(?1, ?2, ?3, 0, 0, 0) ON CONFLICT DO UPDATE SET "
	    "verifier = excluded.verifier, changed_ms = excluded.changed_ms, "
		  "failures = 0",
	    false },
	[ATTEMPT] = { "INSERT INTO credential(" CREDENTIAL_COLUMNS ") "
		      "VALUES(?1, '', 0, 1, ?2, 0) ON CONFLICT DO UPDATE SET "
		"failures = failures + 1, attempted_ms = excluded.attempted_ms",
	    false },
	[SUCCESS] = { "UPDATE credential SET failures = 0, succeeded_ms = ?2 "
		      "WHERE officer = ?1",
	    false },
};
const struct sql_set credential_set = SQL_SET(credential_sql);

enum fail
store_credential_get(struct store *store, const char *officer,
    struct credential *ret_credential, struct err *err)
{
	scoped_arena arena = arena_new();
	scoped_query query = { 0 };
	struct credential credential = { 0 };
	bool has_row = false;
	enum fail fail;

	fail = query_open(&query, store, &credential_sql[GET], err);
	if (fail)
		return fail;
	query_text(&query, 1, officer);
	fail = query_step(&query, &has_row, err);
	if (fail)
		return fail;
	if (!has_row)
		return fail_say(err, FAIL_MISSING, "store.no-credential", NULL);
	snprintf(credential.verifier, sizeof credential.verifier, "%s",
	    column_text(&query, 1, arena));
	credential.changed_ms = column_integer(&query, 2);
	credential.failures = (int)column_integer(&query, 3);
	credential.attempted_ms = column_integer(&query, 4);
	credential.succeeded_ms = column_integer(&query, 5);
	fail = query_end(&query, err);
	if (!fail)
		*ret_credential = credential;
	return fail;
}

/* text NULL: the statement's second parameter is the time. */
static enum fail
run(struct store *store, int which, const char *officer, const char *text,
    struct err *err)
{
	scoped_query query = { 0 };
	enum fail fail;

	fail = query_open(&query, store, &credential_sql[which], err);
	if (fail)
		return fail;
	query_text(&query, 1, officer);
	if (text != NULL) {
		query_text(&query, 2, text);
		query_integer(&query, 3, store->writing.now_ms);
	} else {
		query_integer(&query, 2, store->writing.now_ms);
	}
	return query_run(&query, err);
}

enum fail
store_credentials(struct store *store, struct arena *arena,
    struct credential_entry **ret_list, size_t *ret_n, struct err *err)
{
	struct credential_entry *list = NULL;
	scoped_query query = { 0 };
	size_t n = 0, room = 0;
	bool has_row = false;
	enum fail fail = query_open(&query, store, &credential_sql[ALL], err);

	while (!fail) {
		fail = query_step(&query, &has_row, err);
		if (fail || !has_row)
			break;
		list = arena_grow(arena, list, n, &room, sizeof *list);
		list[n].officer = column_text(&query, 0, arena);
		list[n++].verifier = column_text(&query, 1, arena);
	}
	if (!fail)
		fail = query_end(&query, err);
	if (fail)
		return fail;
	*ret_list = list;
	*ret_n = n;
	return FAIL_NONE;
}

enum fail
store_credential_put(struct store *store, const char *officer,
    const char *verifier, struct err *err)
{
	scoped_transaction transaction = { 0 };
	enum fail fail;

	assert(strlen(verifier) < VERIFIER_SIZE);
	fail = local_begin(&transaction, store, officer, err);
	if (!fail)
		fail = run(store, PUT, officer, verifier, err);
	return fail ? fail : local_commit(&transaction, err);
}

enum fail
store_credential_attempt(struct store *store, const char *officer,
    struct credential *ret_credential, struct err *err)
{
	scoped_transaction transaction = { 0 };
	struct credential before = { 0 };
	enum fail fail;

	fail = transaction_begin(&transaction, store, officer, err);
	if (fail)
		return fail;
	fail = store_credential_get(store, officer, &before, err);
	if (fail && fail != FAIL_MISSING)
		return fail;
	fail = run(store, ATTEMPT, officer, NULL, err);
	if (!fail)
		fail = transaction_commit(&transaction, err);
	if (!fail && ret_credential != NULL)
		*ret_credential = before;
	return fail;
}

enum fail
store_credential_success(
    struct store *store, const char *officer, struct err *err)
{
	scoped_transaction transaction = { 0 };
	enum fail fail;

	fail = local_begin(&transaction, store, officer, err);
	if (!fail)
		fail = run(store, SUCCESS, officer, NULL, err);
	return fail ? fail : local_commit(&transaction, err);
}
