/* What another tool changes behind the log's back is named and put back. */
#include "lib/register.h"

#include <sqlite3.h>

#include "store/check.h"
#include "store/history.h"
#include "store/inside.h"
#include "store/number.h"
#include "store/state.h"

/* An intake as desk does it: number, person, application, event, state. */
static struct record
intake(struct register_fixture *fixture)
{
	struct store *store = fixture->store;
	struct record person = record_of(TABLE_PERSON, store_new_id(store));
	struct record application = record_of(TABLE_APPLICATION,
	    store_new_id(store));
	struct record event = record_of(TABLE_EVENT, store_new_id(store));
	struct case_state at = { .table = TABLE_APPLICATION,
		.state = "DITERIMA" };
	struct arena *arena = fixture->arena;
	scoped_transaction transaction = { 0 };
	char number[REGISTER_NUMBER_SIZE];
	struct err err = { 0 };

	at.id = application.id;
	record_set_text(&person, arena, PERSON_NAME, "Wayan Sudarma");
	record_set_text(&application, arena, APPLICATION_NAME,
	    "Wayan Sudarma");
	record_set_text(&application, arena, APPLICATION_RECEIVED_DATE,
	    "2026-11-02");
	record_set_id(&application, APPLICATION_PERSON_ID, person.id);
	record_set_id(&event, EVENT_PARENT, application.id);
	t_done(transaction_begin(&transaction, store, "ani", &err), err);
	t_done(store_number_next(store, BOOK_APPLICATION, 2026, number, &err),
	    err);
	record_set_text(&application, arena, APPLICATION_NUMBER, number);
	t_done(store_put(store, &person, &err), err);
	t_done(store_put(store, &application, &err), err);
	t_done(store_put(store, &event, &err), err);
	t_done(store_state_put(store, &at, &err), err);
	t_done(transaction_commit(&transaction, &err), err);
	return application;
}

static struct findings
check(struct register_fixture *fixture)
{
	struct findings findings = { .arena = fixture->arena };
	struct err err = { 0 };

	t_done(store_check(fixture->store, &findings, &err), err);
	for (size_t i = 0; i < findings.n; i++)
		print_message("found %s %s %s %s\n", findings.list[i].code,
		    findings.list[i].arg[0], findings.list[i].arg[1],
		    findings.list[i].arg[2]);
	return findings;
}

static void
finds(struct register_fixture *fixture, const char *code)
{
	struct findings findings = check(fixture);

	assert_int_equal(findings.total, 1);
	assert_string_equal(findings.list[0].code, code);
}

static struct findings
repair(struct register_fixture *fixture)
{
	struct findings findings = { .arena = fixture->arena };
	struct err err = { 0 };

	t_done(store_repair(fixture->store, "admin", &findings, &err), err);
	return findings;
}

/*
 * A tool that takes the triggers away, changes rows, and puts them back as
 * they were, so that the schema is the same again.
 */
static void
tamper(struct register_fixture *fixture, const char *text)
{
	static const char *const tables_of[] = { "application", "person",
		"event", "_op" };
	static const char *const triggers[] = { "insert", "update", "delete",
		"fixed" };
	char *kept[16] = { NULL }, *message = NULL;
	sqlite3 *db = NULL;
	size_t n = 0;

	store_close(fixture->store);
	fixture->store = NULL;
	assert_int_equal(sqlite3_open(fixture->path, &db), SQLITE_OK);
	for (size_t i = 0; i < 4; i++)
		for (size_t j = 0; j < 4; j++) {
			const char *name = arena_print(fixture->arena,
			    "%s_%s", tables_of[i], triggers[j]);
			sqlite3_stmt *stmt = NULL;

			sqlite3_prepare_v2(db, "SELECT sql FROM sqlite_schema "
			    "WHERE name = ?1", -1, &stmt, NULL);
			sqlite3_bind_text(stmt, 1, name, -1, SQLITE_STATIC);
			if (sqlite3_step(stmt) == SQLITE_ROW)
				kept[n++] = arena_text(fixture->arena,
				    (const char *)sqlite3_column_text(stmt,
				    0));
			sqlite3_finalize(stmt);
			sqlite3_exec(db, arena_print(fixture->arena,
			    "DROP TRIGGER IF EXISTS %s", name), NULL, NULL,
			    NULL);
		}
	if (sqlite3_exec(db, text, NULL, NULL, &message) != SQLITE_OK)
		fail_msg("%s", message);
	for (size_t i = 0; i < n; i++)
		assert_int_equal(sqlite3_exec(db, kept[i], NULL, NULL, NULL),
		    SQLITE_OK);
	sqlite3_close(db);
	register_reopen(fixture);
}

static int64_t
count(struct register_fixture *fixture, const char *text)
{
	struct err err = { 0 };
	int64_t n = -1;

	t_done(sqlite_integer(fixture->store->db, text, &n, &err), err);
	return n;
}

T(a_register_at_work_has_nothing_wrong)
{
	struct register_fixture *fixture = *state;
	struct record record = intake(fixture);
	struct findings findings;

	intake(fixture);
	record_set_text(&record, fixture->arena, APPLICATION_NAME, "I Wayan");
	register_put(fixture, &record);
	register_reopen(fixture);
	findings = check(fixture);
	assert_int_equal(findings.total, 0);
	assert_int_equal(findings.rows, 6);
	assert_int_equal(findings.entries, 7);
}

T(a_cell_changed_behind_the_log_is_named_and_put_back)
{
	struct register_fixture *fixture = *state;
	struct record record = intake(fixture);
	struct findings findings;
	char id[ID_HEX_SIZE];
	struct err err = { 0 };

	id_print(&record.id, id);
	tamper(fixture, "UPDATE application SET kbli = '22210'");
	findings = check(fixture);
	assert_int_equal(findings.total, 1);
	assert_string_equal(findings.list[0].code, "check.cell");
	assert_string_equal(findings.list[0].arg[0], "application");
	assert_string_equal(findings.list[0].arg[1], id);
	assert_string_equal(findings.list[0].arg[2], "kbli");
	assert_int_equal(repair(fixture).total, 1);
	assert_int_equal(check(fixture).total, 0);
	t_done(store_get(fixture->store, TABLE_APPLICATION, &record.id,
	    fixture->arena, &record, &err), err);
	assert_string_equal(record_text(&record, APPLICATION_KBLI), "");
}

T(a_repair_is_itself_in_the_log)
{
	struct register_fixture *fixture = *state;
	struct record record = intake(fixture), *accesses = NULL;
	struct history_row *rows = NULL;
	size_t n = 0;
	struct err err = { 0 };

	tamper(fixture, "UPDATE application SET kbli = '22210'");
	repair(fixture);
	t_done(store_children(fixture->store, TABLE_ACCESS, ACCESS_PARENT,
	    &record.id, fixture->arena, &accesses, &n, &err), err);
	assert_int_equal(n, 1);
	assert_string_equal(record_text(&accesses[0], ACCESS_ACT), "repair");
	assert_string_equal(record_text(&accesses[0], ACCESS_OFFICER),
	    "admin");
	t_done(store_history_before(fixture->store, 0, 1, fixture->arena,
	    &rows, &n, &err), err);
	assert_int_equal(rows[0].table->number, TABLE_ACCESS);
	assert_string_equal(rows[0].officer, "admin");
}

T(a_row_taken_away_is_named)
{
	struct register_fixture *fixture = *state;

	register_application(fixture, "", "2026-11-02", "Wayan", "PT Contoh");
	tamper(fixture, "DELETE FROM application; DELETE FROM search_text; "
	    "INSERT INTO search(search) VALUES('rebuild')");
	finds(fixture, "check.missing");
}

T(rows_taken_away_come_back_from_the_log)
{
	struct register_fixture *fixture = *state;

	intake(fixture);
	tamper(fixture, "PRAGMA foreign_keys = OFF; DELETE FROM person; "
	    "DELETE FROM application; DELETE FROM event");
	repair(fixture);
	assert_int_equal(check(fixture).total, 0);
	assert_int_equal(count(fixture, "SELECT count(*) FROM application"),
	    1);
	assert_int_equal(count(fixture, "SELECT count(*) FROM access"), 3);
}

T(a_row_the_log_does_not_know_is_named_and_set_aside)
{
	struct register_fixture *fixture = *state;

	intake(fixture);
	tamper(fixture, "INSERT INTO event(id, state) "
	    "VALUES(x'00112233445566778899aabbccddeeff', 'TERBIT')");
	finds(fixture, "check.extra");
	repair(fixture);
	assert_int_equal(check(fixture).total, 0);
	assert_int_equal(count(fixture, "SELECT count(*) FROM event"), 1);
	assert_int_equal(count(fixture, "SELECT count(*) FROM _stray WHERE "
	    "instr(body, CAST('TERBIT' AS BLOB)) > 0 AND officer = 'admin'"),
	    1);
}

T(a_changed_event_is_put_back)
{
	struct register_fixture *fixture = *state;

	intake(fixture);
	tamper(fixture, "UPDATE event SET state = 'TERBIT'");
	finds(fixture, "check.cell");
	repair(fixture);
	assert_int_equal(check(fixture).total, 0);
}

T(a_changed_version_is_put_back)
{
	struct register_fixture *fixture = *state;

	intake(fixture);
	tamper(fixture, "UPDATE _ver SET hlc = hlc + 1 WHERE table_number = 1");
	finds(fixture, "check.version");
	repair(fixture);
	assert_int_equal(check(fixture).total, 0);
	tamper(fixture, "INSERT INTO _ver VALUES(1, randomblob(16), 0, 1, 1)");
	finds(fixture, "check.versions-extra");
	repair(fixture);
	assert_int_equal(check(fixture).total, 0);
}

static void
refuses_to_repair(struct register_fixture *fixture)
{
	struct findings findings = { .arena = fixture->arena };
	int64_t entries = count(fixture, "SELECT count(*) FROM _op");
	struct err err = { 0 };

	assert_int_equal(store_repair(fixture->store, "admin", &findings,
	    &err), FAIL_CORRUPT);
	assert_string_equal(err.fact.code, "store.restore");
	assert_int_equal(count(fixture, "SELECT count(*) FROM _op"), entries);
}

T(a_changed_entry_is_named_and_nothing_is_built_on_it)
{
	struct register_fixture *fixture = *state;

	intake(fixture);
	tamper(fixture, "UPDATE _op SET body = CAST(replace(CAST(body AS TEXT), "
	    "'Wayan', 'Ketut') AS BLOB) WHERE seq = 1");
	finds(fixture, "check.log-damaged");
	refuses_to_repair(fixture);
}

T(an_entry_taken_away_is_named)
{
	struct register_fixture *fixture = *state;
	struct findings findings;

	intake(fixture);
	tamper(fixture, "DELETE FROM _op WHERE seq = 3");
	findings = check(fixture);
	assert_true(findings.total >= 1);
	assert_string_equal(findings.list[0].code, "check.log-gap");
	assert_string_equal(findings.list[0].arg[0], "3");
	refuses_to_repair(fixture);
}

T(entries_in_another_order_are_named)
{
	struct register_fixture *fixture = *state;
	struct findings findings;

	intake(fixture);
	fixture->store->writing.is_open = false;
	tamper(fixture, "UPDATE _self SET hlc = 0");
	fixture->now_ms -= 86400000;
	intake(fixture);
	findings = check(fixture);
	assert_string_equal(findings.list[0].code, "check.log-order");
}

T(a_number_without_a_record_is_named)
{
	struct register_fixture *fixture = *state;
	struct findings findings;

	intake(fixture);
	tamper(fixture, "UPDATE series SET last = 3");
	findings = check(fixture);
	assert_int_equal(findings.total, 2);
	assert_string_equal(findings.list[0].code, "check.number-gap");
	assert_string_equal(findings.list[0].arg[0], "L03-2026-0002");
	assert_string_equal(findings.list[1].arg[0], "L03-2026-0003");
}

T(a_series_set_back_is_named_and_raised)
{
	struct register_fixture *fixture = *state;
	struct record record;

	intake(fixture);
	intake(fixture);
	tamper(fixture, "UPDATE series SET last = 1");
	finds(fixture, "check.number-unknown");
	repair(fixture);
	assert_int_equal(check(fixture).total, 0);
	record = intake(fixture);
	assert_string_equal(record_text(&record, APPLICATION_NUMBER),
	    "L03-2026-0003");
	assert_int_equal(count(fixture, "SELECT last FROM series"), 3);
	tamper(fixture, "DELETE FROM series");
	assert_int_equal(check(fixture).total, 3);
	repair(fixture);
	assert_int_equal(check(fixture).total, 0);
}

T(a_number_on_two_records_is_named)
{
	struct register_fixture *fixture = *state;

	intake(fixture);
	register_application(fixture, "L03-2026-0001", "2026-11-02", "Made",
	    "PT Contoh");
	finds(fixture, "check.number-double");
}

T(a_forgotten_or_changed_case_state_is_named)
{
	struct register_fixture *fixture = *state;
	struct record record = intake(fixture);
	struct record event = record_of(TABLE_EVENT,
	    store_new_id(fixture->store));

	record_set_id(&event, EVENT_PARENT, record.id);
	register_put(fixture, &event);
	finds(fixture, "check.state");
}

T(a_copied_date_in_a_case_state_is_put_back)
{
	struct register_fixture *fixture = *state;

	intake(fixture);
	tamper(fixture, "UPDATE case_state SET received_date = '2026-01-01'");
	finds(fixture, "check.state");
	repair(fixture);
	assert_int_equal(check(fixture).total, 0);
}

T(the_index_of_names_is_checked_and_made_anew)
{
	struct register_fixture *fixture = *state;

	intake(fixture);
	tamper(fixture, "UPDATE search_text SET folded = 'x' "
	    "WHERE table_number = 1");
	assert_true(check(fixture).total >= 1);
	repair(fixture);
	assert_int_equal(check(fixture).total, 0);
	tamper(fixture, "INSERT INTO search(search) VALUES('delete-all')");
	finds(fixture, "check.search-index");
	repair(fixture);
	assert_int_equal(check(fixture).total, 0);
}

static const struct CMUnitTest tests[] = {
	T_REGISTER(a_register_at_work_has_nothing_wrong),
	T_REGISTER(a_cell_changed_behind_the_log_is_named_and_put_back),
	T_REGISTER(a_repair_is_itself_in_the_log),
	T_REGISTER(a_row_taken_away_is_named),
	T_REGISTER(rows_taken_away_come_back_from_the_log),
	T_REGISTER(a_row_the_log_does_not_know_is_named_and_set_aside),
	T_REGISTER(a_changed_event_is_put_back),
	T_REGISTER(a_changed_version_is_put_back),
	T_REGISTER(a_changed_entry_is_named_and_nothing_is_built_on_it),
	T_REGISTER(an_entry_taken_away_is_named),
	T_REGISTER(entries_in_another_order_are_named),
	T_REGISTER(a_number_without_a_record_is_named),
	T_REGISTER(a_series_set_back_is_named_and_raised),
	T_REGISTER(a_number_on_two_records_is_named),
	T_REGISTER(a_forgotten_or_changed_case_state_is_named),
	T_REGISTER(a_copied_date_in_a_case_state_is_put_back),
	T_REGISTER(the_index_of_names_is_checked_and_made_anew),
};

int
main(void)
{
	return T_RUN(tests);
}
