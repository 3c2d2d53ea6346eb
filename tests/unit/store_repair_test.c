/* A schema another tool changed: what is put back, and what is not. */
#include "lib/register.h"

#include <sqlite3.h>

#include "store/applications.h"
#include "store/check.h"
#include "store/inside.h"

static void
run_elsewhere(struct register_fixture *fixture, const char *text)
{
	char *message = NULL;
	sqlite3 *db = NULL;

	store_close(fixture->store);
	fixture->store = NULL;
	assert_int_equal(sqlite3_open(fixture->path, &db), SQLITE_OK);
	if (sqlite3_exec(db, text, NULL, NULL, &message) != SQLITE_OK)
		fail_msg("%s", message);
	sqlite3_close(db);
	register_reopen(fixture);
}

static size_t
check(struct register_fixture *fixture)
{
	struct findings findings = { .arena = fixture->arena };
	struct err err = { 0 };

	t_done(store_check(fixture->store, &findings, &err), err);
	return findings.total;
}

/* Repaired, nothing left to find, and it may be written again. */
static void
is_cured(struct register_fixture *fixture)
{
	struct findings findings = { .arena = fixture->arena };
	struct err err = { 0 };

	assert_string_equal(
	    store_refusal(fixture->store)->code, "store.schema-changed");
	assert_true(check(fixture) > 0);
	t_done(store_repair(fixture->store, "admin", &findings, &err), err);
	assert_true(findings.total > 0);
	assert_null(store_refusal(fixture->store));
	assert_int_equal(check(fixture), 0);
	register_application(fixture, "", "2026-11-03", "Ketut", "PT Contoh");
	register_reopen(fixture);
	assert_null(store_refusal(fixture->store));
}

static void
is_left(struct register_fixture *fixture)
{
	struct findings findings = { .arena = fixture->arena };
	struct err err = { 0 };

	assert_int_equal(store_repair(fixture->store, "admin", &findings, &err),
	    FAIL_CORRUPT);
	assert_string_equal(err.fact.code, "store.restore");
	assert_string_equal(
	    store_refusal(fixture->store)->code, "store.schema-changed");
}

static struct record
one_row(struct register_fixture *fixture)
{
	return register_application(
	    fixture, "", "2026-11-02", "Wayan", "PT Contoh");
}

T(a_trigger_taken_away_is_put_back)
{
	struct register_fixture *fixture = *state;

	one_row(fixture);
	run_elsewhere(fixture, "DROP TRIGGER application_update");
	is_cured(fixture);
}

T(what_was_changed_while_the_trigger_was_away_is_put_back)
{
	struct register_fixture *fixture = *state;
	struct record record = one_row(fixture);
	struct err err = { 0 };

	run_elsewhere(fixture,
	    "DROP TRIGGER application_update; "
	    "UPDATE application SET name = 'Made'");
	is_cured(fixture);
	t_done(store_get(fixture->store, TABLE_APPLICATION, &record.id,
		   fixture->arena, &record, &err),
	    err);
	assert_string_equal(record_text(&record, APPLICATION_NAME), "Wayan");
}

T(a_trigger_that_does_something_else_is_replaced)
{
	struct register_fixture *fixture = *state;

	one_row(fixture);
	run_elsewhere(fixture,
	    "DROP TRIGGER person_insert; CREATE TRIGGER "
	    "person_insert AFTER INSERT ON person BEGIN SELECT 1; END");
	is_cured(fixture);
}

T(a_trigger_nobody_knows_is_taken_away)
{
	struct register_fixture *fixture = *state;

	run_elsewhere(fixture,
	    "CREATE TRIGGER \"a \"\" b\" AFTER INSERT ON "
	    "person BEGIN DELETE FROM _ver; END");
	is_cured(fixture);
}

T(an_index_taken_away_is_put_back)
{
	struct register_fixture *fixture = *state;

	one_row(fixture);
	run_elsewhere(fixture,
	    "DROP INDEX application_nik; "
	    "DROP INDEX case_due");
	is_cured(fixture);
}

T(a_table_with_another_shape_is_made_anew_from_the_log)
{
	struct register_fixture *fixture = *state;
	struct record record = one_row(fixture);
	struct err err = { 0 };

	run_elsewhere(fixture, "ALTER TABLE application ADD COLUMN x TEXT");
	is_cured(fixture);
	t_done(store_get(fixture->store, TABLE_APPLICATION, &record.id,
		   fixture->arena, &record, &err),
	    err);
	assert_string_equal(record_text(&record, APPLICATION_NAME), "Wayan");
}

T(a_table_taken_away_is_made_anew_from_the_log)
{
	struct register_fixture *fixture = *state;
	struct ids ids = { .arena = fixture->arena, .limit = 9 };
	struct err err = { 0 };

	one_row(fixture);
	run_elsewhere(fixture, "DROP TABLE application");
	is_cured(fixture);
	t_done(store_search(
		   fixture->store, TABLE_APPLICATION, "wayan", &ids, &err),
	    err);
	assert_int_equal(ids.n, 1);
}

T(a_table_nobody_knows_is_left_to_a_person)
{
	struct register_fixture *fixture = *state;

	run_elsewhere(fixture, "CREATE TABLE notes(a)");
	is_left(fixture);
}

T(a_local_table_with_another_shape_is_left_to_a_person)
{
	struct register_fixture *fixture = *state;

	run_elsewhere(fixture,
	    "ALTER TABLE draft ADD COLUMN x TEXT; "
	    "DROP TRIGGER person_update");
	is_left(fixture);
	assert_int_equal(check(fixture), 2);
}

static const struct CMUnitTest tests[] = {
	T_REGISTER(a_trigger_taken_away_is_put_back),
	T_REGISTER(what_was_changed_while_the_trigger_was_away_is_put_back),
	T_REGISTER(a_trigger_that_does_something_else_is_replaced),
	T_REGISTER(a_trigger_nobody_knows_is_taken_away),
	T_REGISTER(an_index_taken_away_is_put_back),
	T_REGISTER(a_table_with_another_shape_is_made_anew_from_the_log),
	T_REGISTER(a_table_taken_away_is_made_anew_from_the_log),
	T_REGISTER(a_table_nobody_knows_is_left_to_a_person),
	T_REGISTER(a_local_table_with_another_shape_is_left_to_a_person),
};

int
main(void)
{
	return T_RUN(tests);
}
