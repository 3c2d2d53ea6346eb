/* Every statement of the room fits the schema and reads no table whole. */
#include "lib/register.h"

#include <stdio.h>

#include "base/buf.h"
#include "store/inside.h"
#include "store/query.h"
#include "store/rows_sql.h"
#include "store/schema.h"

/* What SQLite would do for a statement, or NULL when it scans nothing. */
static const char *
scan_of(struct register_fixture *fixture, const struct sql *sql)
{
	sqlite3 *db = fixture->store->db;
	const char *scan = NULL;
	sqlite3_stmt *stmt = NULL;
	scoped_buf text = { 0 };

	buf_init(&text, 64 * 1024);
	buf_print(&text, "EXPLAIN QUERY PLAN %s", sql->text);
	if (sqlite3_prepare_v2(db, text.text, -1, &stmt, NULL) != SQLITE_OK)
		fail_msg("%s: %s", sql->text, sqlite3_errmsg(db));
	while (sqlite3_step(stmt) == SQLITE_ROW) {
		const char *detail = (const char *)sqlite3_column_text(stmt, 3);

		/* The rows another part of it found are no table. */
		if (strstr(detail, "SCAN ") != NULL &&
		    strncmp(detail, "SCAN (subquery", 14) != 0)
			scan = arena_text(fixture->arena, detail);
	}
	sqlite3_finalize(stmt);
	return scan;
}

static void
assert_no_scan(struct register_fixture *fixture, const struct sql *sql)
{
	const char *scan = scan_of(fixture, sql);

	if (scan != NULL && !sql->scan)
		fail_msg("%s\n%s", sql->text, scan);
}

T(no_statement_reads_a_whole_table_unless_it_says_so)
{
	struct register_fixture *fixture = *state;
	size_t n = 0;

	for (size_t i = 0; sql_sets[i] != NULL; i++)
		for (size_t j = 0; j < sql_sets[i]->n; j++, n++)
			assert_no_scan(fixture, &sql_sets[i]->list[j]);
	assert_true(n > 60);
}

T(no_statement_of_a_table_reads_it_whole)
{
	struct register_fixture *fixture = *state;
	struct store *store = fixture->store;

	for (size_t i = 0; i < tables_n; i++) {
		const struct table_sql *sql = rows_sql(store, &tables[i]);

		assert_no_scan(fixture, &sql->get);
		assert_no_scan(fixture, &sql->insert);
		assert_no_scan(fixture, &sql->update);
		assert_no_scan(fixture, &sql->remove);
		for (int j = 0; j < (int)tables[i].n_cells; j++) {
			if (!cell_is_indexed(&tables[i], j))
				continue;
			assert_no_scan(
			    fixture, rows_find(store, &tables[i], j));
			assert_no_scan(
			    fixture, rows_begins(store, &tables[i], j));
		}
	}
}

T(a_scan_would_be_seen)
{
	struct register_fixture *fixture = *state;
	struct sql sql = { "SELECT * FROM person WHERE email = ?1", false };

	assert_non_null(scan_of(fixture, &sql));
}

T(a_value_of_another_type_is_damage)
{
	struct register_fixture *fixture = *state;
	static const struct sql sqls[] = {
		{ "SELECT CAST(x'41ff' AS TEXT)", false },
		{ "SELECT 'a' || char(0) || 'b'", false },
	};
	scoped_query bad_bytes = { 0 }, with_nul = { 0 };
	bool has_row = false;
	struct err err = { 0 };

	t_done(query_open(&bad_bytes, fixture->store, &sqls[0], &err), err);
	t_done(query_step(&bad_bytes, &has_row, &err), err);
	assert_string_equal(column_text(&bad_bytes, 0, fixture->arena), "");
	assert_int_equal(query_end(&bad_bytes, &err), FAIL_CORRUPT);
	assert_string_equal(err.fact.code, "store.damaged");
	t_done(query_open(&with_nul, fixture->store, &sqls[1], &err), err);
	t_done(query_step(&with_nul, &has_row, &err), err);
	assert_string_equal(column_text(&with_nul, 0, fixture->arena), "");
	assert_int_equal(query_step(&with_nul, &has_row, &err), FAIL_CORRUPT);
}

static const struct CMUnitTest tests[] = {
	T_REGISTER(no_statement_reads_a_whole_table_unless_it_says_so),
	T_REGISTER(no_statement_of_a_table_reads_it_whole),
	T_REGISTER(a_scan_would_be_seen),
	T_REGISTER(a_value_of_another_type_is_damage),
};

int
main(void)
{
	return T_RUN(tests);
}
