/* What another tool changes behind the log's back is named and put back. */
#include "lib/tamper.h"

#include "store/history.h"
#include "store/inside.h"

T(a_register_at_work_has_nothing_wrong)
{
	struct register_fixture *fixture = *state;
	struct record record = register_intake(fixture);
	struct findings findings;

	register_intake(fixture);
	record_set_text(&record, fixture->arena, APPLICATION_NAME, "I Wayan");
	register_put(fixture, &record);
	register_reopen(fixture);
	findings = register_check(fixture);
	assert_int_equal(findings.total, 0);
	assert_int_equal(findings.rows, 6);
	assert_int_equal(findings.entries, 7);
}

T(a_cell_changed_behind_the_log_is_named_and_put_back)
{
	struct register_fixture *fixture = *state;
	struct record record = register_intake(fixture);
	struct findings findings;
	char id[ID_HEX_SIZE];
	struct err err = { 0 };

	id_print(&record.id, id);
	register_tamper(fixture, "UPDATE application SET kbli = '22210'");
	findings = register_check(fixture);
	assert_int_equal(findings.total, 1);
	assert_string_equal(findings.list[0].code, "finding.cell");
	assert_string_equal(findings.list[0].arg[0], "application");
	assert_string_equal(findings.list[0].arg[1], id);
	assert_string_equal(findings.list[0].arg[2], "kbli");
	assert_int_equal(register_repair(fixture).total, 1);
	assert_int_equal(register_check(fixture).total, 0);
	t_done(store_get(fixture->store, TABLE_APPLICATION, &record.id,
		   fixture->arena, &record, &err),
	    err);
	assert_string_equal(record_text(&record, APPLICATION_KBLI), "");
}

T(a_repair_is_itself_in_the_log)
{
	struct register_fixture *fixture = *state;
	struct record record = register_intake(fixture);
	struct records accesses = { .arena = fixture->arena };
	struct history history = { .arena = fixture->arena };
	struct err err = { 0 };

	register_tamper(fixture, "UPDATE application SET kbli = '22210'");
	register_repair(fixture);
	t_done(store_children(fixture->store, TABLE_ACCESS, ACCESS_PARENT,
		   &record.id, &accesses, &err),
	    err);
	assert_int_equal(accesses.n, 1);
	assert_string_equal(
	    record_text(&accesses.list[0], ACCESS_ACT), "repair");
	assert_string_equal(
	    record_text(&accesses.list[0], ACCESS_OFFICER), "admin");
	t_done(store_history_before(fixture->store, 0, 1, &history, &err), err);
	assert_int_equal(history.list[0].table->number, TABLE_ACCESS);
	assert_string_equal(history.list[0].officer, "admin");
}

T(a_row_taken_away_is_named)
{
	struct register_fixture *fixture = *state;

	register_application(fixture, "", "2026-11-02", "Wayan", "PT Contoh");
	register_tamper(fixture,
	    "DELETE FROM application; DELETE FROM search_text; "
	    "INSERT INTO search(search) VALUES('rebuild')");
	register_finds(fixture, "finding.missing");
}

T(rows_taken_away_come_back_from_the_log)
{
	struct register_fixture *fixture = *state;

	register_intake(fixture);
	register_tamper(fixture,
	    "PRAGMA foreign_keys = OFF; DELETE FROM person; "
	    "DELETE FROM application; DELETE FROM event");
	register_repair(fixture);
	assert_int_equal(register_check(fixture).total, 0);
	assert_int_equal(
	    register_count(fixture, "SELECT count(*) FROM application"), 1);
	assert_int_equal(
	    register_count(fixture, "SELECT count(*) FROM access"), 3);
}

T(a_row_the_log_does_not_know_is_named_and_set_aside)
{
	struct register_fixture *fixture = *state;

	register_intake(fixture);
	register_tamper(fixture,
	    "INSERT INTO event(id, state) "
	    "VALUES(x'00112233445566778899aabbccddeeff', 'TERBIT')");
	register_finds(fixture, "finding.extra");
	register_repair(fixture);
	assert_int_equal(register_check(fixture).total, 0);
	assert_int_equal(
	    register_count(fixture, "SELECT count(*) FROM event"), 1);
	assert_int_equal(
	    register_count(fixture,
		"SELECT count(*) FROM _stray WHERE "
		"instr(body, CAST('TERBIT' AS BLOB)) > 0 AND officer = 'admin'"),
	    1);
}

T(a_changed_event_is_put_back)
{
	struct register_fixture *fixture = *state;

	register_intake(fixture);
	register_tamper(fixture, "UPDATE event SET state = 'TERBIT'");
	register_finds(fixture, "finding.cell");
	register_repair(fixture);
	assert_int_equal(register_check(fixture).total, 0);
}

T(a_changed_version_is_put_back)
{
	struct register_fixture *fixture = *state;

	register_intake(fixture);
	register_tamper(
	    fixture, "UPDATE _ver SET hlc = hlc + 1 WHERE table_number = 1");
	register_finds(fixture, "finding.version");
	register_repair(fixture);
	assert_int_equal(register_check(fixture).total, 0);
	register_tamper(
	    fixture, "INSERT INTO _ver VALUES(1, randomblob(16), 0, 1, 1)");
	register_finds(fixture, "finding.versions-extra");
	register_repair(fixture);
	assert_int_equal(register_check(fixture).total, 0);
}

static void
refuses_to_repair(struct register_fixture *fixture)
{
	struct findings findings = { .arena = fixture->arena };
	int64_t entries = register_count(fixture, "SELECT count(*) FROM _op");
	struct err err = { 0 };

	assert_int_equal(store_repair(fixture->store, "admin", &findings, &err),
	    FAIL_CORRUPT);
	assert_string_equal(err.fact.code, "store.restore");
	assert_int_equal(
	    register_count(fixture, "SELECT count(*) FROM _op"), entries);
}

T(a_changed_entry_is_named_and_nothing_is_built_on_it)
{
	struct register_fixture *fixture = *state;

	register_intake(fixture);
	register_tamper(fixture,
	    "UPDATE _op SET body = CAST(replace(CAST(body AS TEXT), "
	    "'Wayan', 'Ketut') AS BLOB) WHERE seq = 1");
	register_finds(fixture, "finding.log-damaged");
	refuses_to_repair(fixture);
}

T(an_entry_taken_away_is_named)
{
	struct register_fixture *fixture = *state;
	struct findings findings;

	register_intake(fixture);
	register_tamper(fixture, "DELETE FROM _op WHERE seq = 3");
	findings = register_check(fixture);
	assert_true(findings.total >= 1);
	assert_string_equal(findings.list[0].code, "finding.log-gap");
	assert_string_equal(findings.list[0].arg[0], "3");
	refuses_to_repair(fixture);
}

T(a_row_whose_first_entry_is_gone_is_not_judged)
{
	struct register_fixture *fixture = *state;
	struct record record = register_application(
	    fixture, "", "2026-11-02", "Wayan", "PT Contoh");
	struct findings findings;

	record_set_text(&record, fixture->arena, APPLICATION_NAME, "Made");
	register_put(fixture, &record);
	register_tamper(fixture, "DELETE FROM _op WHERE seq = 1");
	findings = register_check(fixture);
	assert_int_equal(findings.total, 1);
	assert_string_equal(findings.list[0].code, "finding.log-gap");
}

T(entries_in_another_order_are_named)
{
	struct register_fixture *fixture = *state;
	struct findings findings;

	register_intake(fixture);
	fixture->store->writing.is_open = false;
	register_tamper(fixture, "UPDATE _self SET hlc = 0");
	fixture->now_ms -= 86400000;
	register_intake(fixture);
	findings = register_check(fixture);
	assert_string_equal(findings.list[0].code, "finding.log-order");
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
	T_REGISTER(a_row_whose_first_entry_is_gone_is_not_judged),
	T_REGISTER(entries_in_another_order_are_named),
};

int
main(void)
{
	return T_RUN(tests);
}
