/* Numbers, case states and the index of names: named and put back. */
#include "lib/tamper.h"

T(a_number_without_a_record_is_named)
{
	struct register_fixture *fixture = *state;
	struct findings findings;

	register_intake(fixture);
	register_tamper(fixture, "UPDATE series SET last = 3");
	findings = register_check(fixture);
	assert_int_equal(findings.total, 2);
	assert_string_equal(findings.list[0].code, "finding.number-gap");
	assert_string_equal(findings.list[0].arg[0], "L03-2026-0002");
	assert_string_equal(findings.list[1].arg[0], "L03-2026-0003");
}

T(a_series_set_back_is_named_and_raised)
{
	struct register_fixture *fixture = *state;
	struct record record;

	register_intake(fixture);
	register_intake(fixture);
	register_tamper(fixture, "UPDATE series SET last = 1");
	register_finds(fixture, "finding.number-unknown");
	register_repair(fixture);
	assert_int_equal(register_check(fixture).total, 0);
	record = register_intake(fixture);
	assert_string_equal(
	    record_text(&record, APPLICATION_NUMBER), "L03-2026-0003");
	assert_int_equal(register_count(fixture, "SELECT last FROM series"), 3);
	register_tamper(fixture, "DELETE FROM series");
	assert_int_equal(register_check(fixture).total, 3);
	register_repair(fixture);
	assert_int_equal(register_check(fixture).total, 0);
}

T(a_number_on_two_records_is_named)
{
	struct register_fixture *fixture = *state;

	register_intake(fixture);
	register_application(
	    fixture, "L03-2026-0001", "2026-11-02", "Made", "PT Contoh");
	register_finds(fixture, "finding.number-double");
}

T(a_forgotten_or_changed_case_state_is_named)
{
	struct register_fixture *fixture = *state;
	struct record record = register_intake(fixture);
	struct record event =
	    record_of(TABLE_EVENT, store_new_id(fixture->store));

	record_set_id(&event, EVENT_PARENT, record.id);
	register_put(fixture, &event);
	register_finds(fixture, "finding.state");
}

T(a_copied_date_in_a_case_state_is_put_back)
{
	struct register_fixture *fixture = *state;

	register_intake(fixture);
	register_tamper(
	    fixture, "UPDATE case_state SET received_date = '2026-01-01'");
	register_finds(fixture, "finding.state");
	register_repair(fixture);
	assert_int_equal(register_check(fixture).total, 0);
}

T(the_index_of_names_is_checked_and_made_anew)
{
	struct register_fixture *fixture = *state;

	register_intake(fixture);
	register_tamper(fixture,
	    "UPDATE search_text SET folded = 'x' "
	    "WHERE table_number = 1");
	assert_true(register_check(fixture).total >= 1);
	register_repair(fixture);
	assert_int_equal(register_check(fixture).total, 0);
	register_tamper(
	    fixture, "INSERT INTO search(search) VALUES('delete-all')");
	register_finds(fixture, "finding.search-index");
	register_repair(fixture);
	assert_int_equal(register_check(fixture).total, 0);
}

static const struct CMUnitTest tests[] = {
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
