#include "lib/tamper.h"

#include <sqlite3.h>

#include "store/inside.h"
#include "store/number.h"
#include "store/state.h"

struct record
register_intake(struct register_fixture *fixture)
{
	struct store *store = fixture->store;
	struct record person = record_of(TABLE_PERSON, store_new_id(store));
	struct record application =
	    record_of(TABLE_APPLICATION, store_new_id(store));
	struct record event = record_of(TABLE_EVENT, store_new_id(store));
	struct case_state at = { .table = TABLE_APPLICATION,
		.state = "DITERIMA" };
	struct arena *arena = fixture->arena;
	scoped_transaction transaction = { 0 };
	char number[REGISTER_NUMBER_SIZE];
	struct err err = { 0 };

	at.id = application.id;
	record_set_text(&person, arena, PERSON_NAME, "Wayan Sudarma");
	record_set_text(&application, arena, APPLICATION_NAME, "Wayan Sudarma");
	record_set_text(
	    &application, arena, APPLICATION_RECEIVED_DATE, "2026-11-02");
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

struct findings
register_check(struct register_fixture *fixture)
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

void
register_finds(struct register_fixture *fixture, const char *code)
{
	struct findings findings = register_check(fixture);

	assert_int_equal(findings.total, 1);
	assert_string_equal(findings.list[0].code, code);
}

struct findings
register_repair(struct register_fixture *fixture)
{
	struct findings findings = { .arena = fixture->arena };
	struct err err = { 0 };

	t_done(store_repair(fixture->store, "admin", &findings, &err), err);
	return findings;
}

void
register_tamper(struct register_fixture *fixture, const char *text)
{
	static const char *const tables_of[] = { "application", "person",
		"event", "_op", "_foreign" };
	static const char *const triggers[] = { "insert", "update", "delete",
		"fixed" };
	char *kept[20] = { NULL }, *message = NULL;
	sqlite3 *db = NULL;
	size_t n = 0;

	store_close(fixture->store);
	fixture->store = NULL;
	assert_int_equal(sqlite3_open(fixture->path, &db), SQLITE_OK);
	for (size_t i = 0; i < array_length(tables_of); i++)
		for (size_t j = 0; j < 4; j++) {
			const char *name = arena_print(
			    fixture->arena, "%s_%s", tables_of[i], triggers[j]);
			sqlite3_stmt *stmt = NULL;

			sqlite3_prepare_v2(db,
			    "SELECT sql FROM sqlite_schema "
			    "WHERE name = ?1",
			    -1, &stmt, NULL);
			sqlite3_bind_text(stmt, 1, name, -1, SQLITE_STATIC);
			if (sqlite3_step(stmt) == SQLITE_ROW)
				kept[n++] = arena_text(fixture->arena,
				    (const char *)sqlite3_column_text(stmt, 0));
			sqlite3_finalize(stmt);
			sqlite3_exec(db,
			    arena_print(fixture->arena,
				"DROP TRIGGER IF EXISTS %s", name),
			    NULL, NULL, NULL);
		}
	if (sqlite3_exec(db, text, NULL, NULL, &message) != SQLITE_OK)
		fail_msg("%s", message);
	for (size_t i = 0; i < n; i++)
		assert_int_equal(
		    sqlite3_exec(db, kept[i], NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
	register_reopen(fixture);
}

int64_t
register_count(struct register_fixture *fixture, const char *text)
{
	struct err err = { 0 };
	int64_t n = -1;

	t_done(sqlite_integer(fixture->store->db, text, &n, &err), err);
	return n;
}
