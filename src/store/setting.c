#include "store/setting.h"

#include <string.h>

#include "base/text.h"
#include "store/inside.h"
#include "store/rows.h"

enum { GET, PUT, FORGET };

static const struct sql setting_sql[] = {
	[GET] = { "SELECT value FROM setting WHERE name = ?1", false },
	[PUT] = { "INSERT INTO setting(name, value, officer, at_ms) "
		  "VALUES(?1, ?2, ?3, ?4) ON CONFLICT DO UPDATE SET "
		  "value = excluded.value, officer = excluded.officer, "
		  "at_ms = excluded.at_ms",
	    false },
	[FORGET] = { "DELETE FROM setting WHERE name = ?1", false },
};
const struct sql_set setting_set = SQL_SET(setting_sql);

enum fail
store_setting_get(struct store *store, const char *name, struct arena *arena,
    const char **ret_value, struct err *err)
{
	scoped_query query = { 0 };
	bool has_row = false;
	const char *value;
	enum fail fail;

	fail = query_open(&query, store, &setting_sql[GET], err);
	if (fail)
		return fail;
	query_text(&query, 1, name);
	fail = query_step(&query, &has_row, err);
	if (fail)
		return fail;
	if (!has_row)
		return fail_say(
		    err, FAIL_MISSING, "store.no-setting", name, NULL);
	value = column_text(&query, 0, arena);
	fail = query_end(&query, err);
	if (!fail)
		*ret_value = value;
	return fail;
}

enum fail
store_setting_put(struct store *store, const char *officer, const char *name,
    const char *value, struct err *err)
{
	scoped_transaction transaction = { 0 };
	scoped_query query = { 0 };
	int which = value == NULL ? FORGET : PUT;
	enum fail fail;

	if (value != NULL && strlen(value) > STORE_TEXT_MAX)
		return fail_say(
		    err, FAIL_INVALID, "store.too-long", name, NULL);
	if (value != NULL && !text_is_valid(value, strlen(value)))
		return fail_say(
		    err, FAIL_INVALID, "store.not-utf8", name, NULL);
	fail = local_begin(&transaction, store, officer, err);
	if (!fail)
		fail = query_open(&query, store, &setting_sql[which], err);
	if (fail)
		return fail;
	query_text(&query, 1, name);
	if (which == PUT) {
		query_text(&query, 2, value);
		query_text(&query, 3, officer);
		query_integer(&query, 4, store->writing.now_ms);
	}
	fail = query_run(&query, err);
	return fail ? fail : local_commit(&transaction, err);
}
