/* The log is written by triggers, and by nothing else. */
#include "lib/register.h"

#include <sqlite3.h>
#include <stdio.h>

#include "store/history.h"
#include "store/inside.h"
#include "store/log.h"

static int64_t
count(struct register_fixture *fixture, const char *text)
{
	struct err err = { 0 };
	int64_t n = -1;

	t_done(sqlite_integer(fixture->store->db, text, &n, &err), err);
	return n;
}

static struct history_row *
history(struct register_fixture *fixture, const struct record *record,
    size_t wanted)
{
	struct history rows = { .arena = fixture->arena };
	struct err err = { 0 };

	t_done(store_history(fixture->store, record->table->number, &record->id,
		   &rows, &err),
	    err);
	assert_int_equal(rows.n, wanted);
	return rows.list;
}

/* What another tool, with a plain connection, is told. */
static void
assert_refused_elsewhere(struct register_fixture *fixture, const char *text)
{
	sqlite3 *db = NULL;
	char *message = NULL;

	assert_int_equal(sqlite3_open(fixture->path, &db), SQLITE_OK);
	assert_int_not_equal(
	    sqlite3_exec(db, text, NULL, NULL, &message), SQLITE_OK);
	assert_non_null(message);
	sqlite3_free(message);
	sqlite3_close(db);
}

/* On our own connection, past the functions of this room. */
static void
assert_refused_here(
    struct register_fixture *fixture, const char *text, const char *why)
{
	char *message = NULL;

	assert_int_not_equal(
	    sqlite3_exec(fixture->store->db, text, NULL, NULL, &message),
	    SQLITE_OK);
	assert_string_equal(message, why);
	sqlite3_free(message);
}

T(a_new_row_is_one_entry_with_its_values)
{
	struct register_fixture *fixture = *state;
	struct record record = register_application(
	    fixture, "L03-2026-0001", "2026-11-02", "Wayan", "PT Contoh");
	struct history_row *rows = history(fixture, &record, 1);

	assert_int_equal(rows[0].seq, 1);
	assert_int_equal(rows[0].txn, 1);
	assert_int_equal(rows[0].at_ms, fixture->now_ms);
	assert_string_equal(rows[0].officer, "ani");
	assert_string_equal(rows[0].station, "L03");
	assert_ptr_equal(rows[0].table, record.table);
	assert_true(rows[0].is_new);
	assert_int_equal(rows[0].n_cells, 4);
	assert_string_equal(rows[0].cells[0].name, "number");
	assert_int_equal(rows[0].cells[0].before.type, VALUE_NONE);
	assert_string_equal(rows[0].cells[0].after.text, "L03-2026-0001");
	assert_string_equal(rows[0].cells[2].name, "name");
	assert_string_equal(rows[0].cells[2].after.text, "Wayan");
}

T(a_change_is_one_entry_with_before_and_after)
{
	struct register_fixture *fixture = *state;
	struct record record = register_application(
	    fixture, "L03-2026-0001", "2026-11-02", "Wayan", "PT Contoh");
	struct history_row *rows;

	record_set_text(&record, fixture->arena, APPLICATION_NAME, "I Wayan");
	record_set_text(
	    &record, fixture->arena, APPLICATION_COMPANY_NAME, NULL);
	record_set_integer(&record, APPLICATION_TYPED_AT, -5);
	register_put(fixture, &record);
	rows = history(fixture, &record, 2);
	assert_false(rows[1].is_new);
	assert_int_equal(rows[1].n_cells, 3);
	assert_string_equal(rows[1].cells[0].name, "typed_at");
	assert_int_equal(rows[1].cells[0].before.type, VALUE_NONE);
	assert_int_equal(rows[1].cells[0].after.integer, -5);
	assert_string_equal(rows[1].cells[1].name, "name");
	assert_string_equal(rows[1].cells[1].before.text, "Wayan");
	assert_string_equal(rows[1].cells[1].after.text, "I Wayan");
	assert_string_equal(rows[1].cells[2].name, "company_name");
	assert_int_equal(rows[1].cells[2].after.type, VALUE_NONE);
}

T(a_put_without_a_change_writes_nothing)
{
	struct register_fixture *fixture = *state;
	struct record record = register_application(
	    fixture, "L03-2026-0001", "2026-11-02", "Wayan", "PT Contoh");

	register_put(fixture, &record);
	assert_int_equal(count(fixture, "SELECT count(*) FROM _op"), 1);
}

/* The bases of the only cell of an entry. */
static size_t
bases_of(struct register_fixture *fixture, int64_t seq,
    const struct version **ret_bases)
{
	static const struct sql sql = { "SELECT " LOG_COLUMNS " FROM _op "
					"WHERE seq = ?1",
		false };
	scoped_query query = { 0 };
	bool has_row = false;
	struct op op = { 0 };
	struct err err = { 0 };

	t_done(query_open(&query, fixture->store, &sql, &err), err);
	query_integer(&query, 1, seq);
	t_done(query_step(&query, &has_row, &err), err);
	assert_true(has_row);
	t_done(log_read(&query, fixture->arena, &op, &err), err);
	assert_int_equal(op.n_cells, 1);
	*ret_bases = op.cells[0].bases;
	return op.cells[0].n_bases;
}

T(each_change_names_the_version_it_replaces)
{
	struct register_fixture *fixture = *state;
	struct record record = register_application(
	    fixture, "L03-2026-0001", "2026-11-02", "Wayan", "PT Contoh");
	int64_t first = fixture->now_ms << 16;
	const struct version *bases;

	record_set_text(&record, fixture->arena, APPLICATION_NAME, "I Wayan");
	register_put(fixture, &record);
	record_set_text(&record, fixture->arena, APPLICATION_NAME, "Made");
	register_put(fixture, &record);
	assert_int_equal(
	    count(fixture, "SELECT hlc FROM _ver WHERE cell = 0"), first);
	assert_int_equal(count(fixture,
			     "SELECT hlc FROM _ver "
			     "WHERE cell = 16"),
	    first + 2);
	assert_int_equal(count(fixture, "SELECT count(*) FROM _ver"), 2);
	assert_int_equal(count(fixture, "SELECT hlc FROM _self"), first + 2);
	assert_int_equal(bases_of(fixture, 2, &bases), 1);
	assert_int_equal(bases[0].hlc, first);
	assert_int_equal(bases[0].sid, 1);
	assert_int_equal(bases_of(fixture, 3, &bases), 1);
	assert_int_equal(bases[0].hlc, first + 1);
}

T(a_clock_set_back_does_not_set_versions_back)
{
	struct register_fixture *fixture = *state;
	int64_t first = fixture->now_ms << 16;
	int64_t last_ms = 0;
	struct err err = { 0 };

	register_application(
	    fixture, "L03-2026-0001", "2026-11-02", "Wayan", "PT Contoh");
	fixture->now_ms -= 86400000;
	register_application(
	    fixture, "L03-2026-0002", "2026-11-02", "Made", "PT Contoh");
	assert_int_equal(count(fixture, "SELECT max(hlc) FROM _op"), first + 1);
	t_done(store_last_ms(fixture->store, &last_ms, &err), err);
	assert_int_equal(last_ms, fixture->now_ms + 86400000);
}

T(entries_of_one_transaction_share_its_first_number)
{
	struct register_fixture *fixture = *state;
	scoped_transaction transaction = { 0 };
	struct record a = record_of(TABLE_PERSON, store_new_id(fixture->store));
	struct record b = record_of(TABLE_PERSON, store_new_id(fixture->store));
	struct err err = { 0 };

	register_put(fixture, &a);
	record_set_text(&a, fixture->arena, PERSON_NAME, "Wayan");
	record_set_text(&b, fixture->arena, PERSON_NAME, "Made");
	t_done(
	    transaction_begin(&transaction, fixture->store, "budi", &err), err);
	t_done(store_put(fixture->store, &a, &err), err);
	t_done(store_put(fixture->store, &b, &err), err);
	t_done(transaction_commit(&transaction, &err), err);
	assert_int_equal(history(fixture, &a, 2)[1].txn, 2);
	assert_int_equal(history(fixture, &b, 1)[0].seq, 3);
	assert_int_equal(history(fixture, &b, 1)[0].txn, 2);
	assert_string_equal(history(fixture, &b, 1)[0].officer, "budi");
}

T(what_is_rolled_back_leaves_no_entry_and_no_gap)
{
	struct register_fixture *fixture = *state;
	struct record record;
	struct err err = { 0 };

	{
		scoped_transaction transaction = { 0 };
		struct record a =
		    record_of(TABLE_PERSON, store_new_id(fixture->store));

		t_done(transaction_begin(
			   &transaction, fixture->store, "ani", &err),
		    err);
		t_done(store_put(fixture->store, &a, &err), err);
	}
	assert_int_equal(count(fixture, "SELECT count(*) FROM _op"), 0);
	assert_int_equal(count(fixture, "SELECT count(*) FROM _sid"), 0);
	record = register_application(
	    fixture, "L03-2026-0001", "2026-11-02", "Wayan", "PT Contoh");
	assert_int_equal(history(fixture, &record, 1)[0].seq, 1);
	assert_int_equal(count(fixture, "SELECT count(*) FROM _sid"), 1);
}

T(each_process_writes_under_a_session_of_its_own)
{
	struct register_fixture *fixture = *state;

	register_application(
	    fixture, "L03-2026-0001", "2026-11-02", "Wayan", "PT Contoh");
	register_application(
	    fixture, "L03-2026-0002", "2026-11-02", "Wayan", "PT Contoh");
	register_reopen(fixture);
	register_application(
	    fixture, "L03-2026-0003", "2026-11-02", "Wayan", "PT Contoh");
	assert_int_equal(
	    count(fixture, "SELECT count(DISTINCT sid) FROM _op"), 2);
	assert_int_equal(
	    count(fixture, "SELECT count(DISTINCT sid) FROM _sid"), 2);
}

T(a_tool_without_the_capture_cannot_write)
{
	struct register_fixture *fixture = *state;

	register_application(
	    fixture, "L03-2026-0001", "2026-11-02", "Wayan", "PT Contoh");
	assert_refused_elsewhere(fixture,
	    "INSERT INTO person(id, name) "
	    "VALUES(randomblob(16), 'x')");
	assert_refused_elsewhere(fixture, "UPDATE application SET name = 'x'");
	assert_refused_elsewhere(fixture, "DELETE FROM application");
	assert_refused_elsewhere(fixture,
	    "INSERT OR REPLACE INTO "
	    "application(id) SELECT id FROM application");
	assert_refused_elsewhere(fixture, "DELETE FROM _op");
	assert_refused_elsewhere(fixture, "UPDATE _op SET officer = 'x'");
	assert_refused_elsewhere(fixture,
	    "INSERT INTO _op SELECT seq + 1, "
	    "txn, hlc, sid, table_number, pk, kind, officer, station, body, "
	    "sum FROM _op");
}

T(past_the_functions_of_the_room_nothing_is_written_either)
{
	struct register_fixture *fixture = *state;
	struct record officer =
	    record_of(TABLE_OFFICER, store_new_id(fixture->store));
	struct record event =
	    record_of(TABLE_EVENT, store_new_id(fixture->store));

	register_put(fixture, &officer);
	register_put(fixture, &event);
	assert_refused_here(fixture, "UPDATE officer SET roles = 'admin'",
	    "written outside a transaction");
	assert_refused_here(fixture, "UPDATE officer SET id = randomblob(16)",
	    "a key is never changed");
	assert_refused_here(fixture, "DELETE FROM officer",
	    "rows are never deleted, and events never changed");
	assert_refused_here(fixture, "UPDATE event SET state = 'TERBIT'",
	    "rows are never deleted, and events never changed");
	assert_refused_here(fixture,
	    "INSERT OR REPLACE INTO officer(id) "
	    "SELECT id FROM officer",
	    "rows are never deleted, and events never changed");
	assert_refused_here(fixture,
	    "INSERT INTO _op SELECT seq + 9, txn, "
	    "hlc, sid, table_number, pk, kind, officer, station, body, sum "
	    "FROM _op",
	    "only the capture writes the log");
	assert_refused_here(fixture, "UPDATE _op SET officer = 'x'",
	    "the log is never changed");
	assert_refused_here(
	    fixture, "DELETE FROM _op", "the log is never changed");
}

T(a_change_settles_the_open_heads_of_its_cell)
{
	struct register_fixture *fixture = *state;
	struct record record = register_application(
	    fixture, "L03-2026-0001", "2026-11-02", "Wayan", "PT Contoh");
	int64_t ahead = (fixture->now_ms + 1000) << 16;
	const struct version *bases;
	char text[400];

	snprintf(text, sizeof text,
	    "INSERT INTO _head SELECT 3, pk, 16, "
	    "%lld, 1, x'00', x'00', 1 FROM _op UNION ALL SELECT 3, pk, 16, "
	    "%lld, 1, x'00', x'00', 1 FROM _op",
	    (long long)ahead, (long long)ahead + 7);
	assert_int_equal(
	    sqlite3_exec(fixture->store->db, text, NULL, NULL, NULL),
	    SQLITE_OK);
	record_set_text(&record, fixture->arena, APPLICATION_NAME, "Made");
	register_put(fixture, &record);
	assert_int_equal(count(fixture, "SELECT count(*) FROM _head"), 0);
	assert_int_equal(count(fixture,
			     "SELECT hlc FROM _ver "
			     "WHERE cell = 16"),
	    ahead + 8);
	assert_int_equal(bases_of(fixture, 2, &bases), 2);
	assert_int_equal(bases[0].hlc, ahead);
	assert_int_equal(bases[1].hlc, ahead + 7);
}

static const struct CMUnitTest tests[] = {
	T_REGISTER(a_new_row_is_one_entry_with_its_values),
	T_REGISTER(a_change_is_one_entry_with_before_and_after),
	T_REGISTER(a_put_without_a_change_writes_nothing),
	T_REGISTER(each_change_names_the_version_it_replaces),
	T_REGISTER(a_clock_set_back_does_not_set_versions_back),
	T_REGISTER(entries_of_one_transaction_share_its_first_number),
	T_REGISTER(what_is_rolled_back_leaves_no_entry_and_no_gap),
	T_REGISTER(each_process_writes_under_a_session_of_its_own),
	T_REGISTER(a_tool_without_the_capture_cannot_write),
	T_REGISTER(past_the_functions_of_the_room_nothing_is_written_either),
	T_REGISTER(a_change_settles_the_open_heads_of_its_cell),
};

int
main(void)
{
	return T_RUN(tests);
}
