/* Numbers, case states and the index of names: named and put back. */
#include "lib/book.h"
#include "lib/tamper.h"

#include <stdio.h>

#include "store/number.h"
#include "store/state.h"

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

/* A complaint with a number of the series, a review and a state. */
static struct book_entry
put_complaint(struct register_fixture *fixture)
{
	struct t_random random = { .state = 3 };
	struct book_entry entry = book_entry(&random, 0);
	scoped_transaction transaction = { 0 };
	struct err err = { 0 };

	t_done(
	    transaction_begin(&transaction, fixture->store, "ani", &err), err);
	t_done(store_number_next(
		   fixture->store, BOOK_COMPLAINT, 2026, entry.number, &err),
	    err);
	snprintf(entry.clauses, sizeof entry.clauses, "32/3 32/6.4");
	t_done(book_put(fixture->store, fixture->arena, &entry, &err), err);
	t_done(transaction_commit(&transaction, &err), err);
	return entry;
}

T(a_book_as_it_must_be_is_not_named)
{
	struct register_fixture *fixture = *state;

	put_complaint(fixture);
	put_complaint(fixture);
	assert_int_equal(register_check(fixture).total, 0);
}

T(a_line_of_the_book_that_was_changed_is_put_back)
{
	struct register_fixture *fixture = *state;
	static const char *const harms[] = {
		"UPDATE complaint_line SET kind = 'revisi'",
		"UPDATE complaint_line SET review = NULL",
		"DELETE FROM complaint_line",
		"DELETE FROM complaint_tag WHERE tag = 'rl32/6.4'",
		"UPDATE complaint_tag SET named_officer = 'x' WHERE tag = 'ra'",
		"UPDATE complaint_tag SET key = 'x' WHERE tag = 'da'",
	};

	put_complaint(fixture);
	for (size_t i = 0; i < array_length(harms); i++) {
		register_tamper(fixture, harms[i]);
		register_finds(fixture, "finding.book");
		register_repair(fixture);
		assert_int_equal(register_check(fixture).total, 0);
	}
}

T(a_line_of_no_complaint_is_named_and_goes)
{
	struct register_fixture *fixture = *state;

	put_complaint(fixture);
	register_tamper(fixture,
	    "INSERT INTO complaint_tag(tag, key, id, named_officer) "
	    "VALUES('ra', '2026-11-02', zeroblob(16), '')");
	register_finds(fixture, "finding.book-extra");
	register_repair(fixture);
	assert_int_equal(register_check(fixture).total, 0);
}

T(a_forgotten_state_of_a_complaint_is_named)
{
	struct register_fixture *fixture = *state;
	struct book_entry entry = put_complaint(fixture);
	struct record event =
	    record_of(TABLE_EVENT, store_new_id(fixture->store));

	record_set_id(&event, EVENT_PARENT, entry.id);
	register_put(fixture, &event);
	register_finds(fixture, "finding.state");
}

T(numbers_of_complaints_are_checked_too)
{
	struct register_fixture *fixture = *state;
	struct findings findings;

	register_intake(fixture);
	put_complaint(fixture);
	register_tamper(fixture, "UPDATE series SET last = 2 WHERE book = 'P'");
	findings = register_check(fixture);
	assert_int_equal(findings.total, 1);
	assert_string_equal(findings.list[0].code, "finding.number-gap");
	assert_string_equal(findings.list[0].arg[0], "P-L03-2026-0002");
	register_tamper(fixture, "DELETE FROM series WHERE book = 'P'");
	register_finds(fixture, "finding.number-unknown");
	register_repair(fixture);
	assert_int_equal(register_check(fixture).total, 0);
	assert_int_equal(
	    register_count(fixture, "SELECT last FROM series WHERE book = 'P'"),
	    1);
}

static const struct CMUnitTest tests[] = {
	T_REGISTER(a_number_without_a_record_is_named),
	T_REGISTER(a_series_set_back_is_named_and_raised),
	T_REGISTER(a_number_on_two_records_is_named),
	T_REGISTER(a_forgotten_or_changed_case_state_is_named),
	T_REGISTER(a_copied_date_in_a_case_state_is_put_back),
	T_REGISTER(a_book_as_it_must_be_is_not_named),
	T_REGISTER(a_line_of_the_book_that_was_changed_is_put_back),
	T_REGISTER(a_line_of_no_complaint_is_named_and_goes),
	T_REGISTER(a_forgotten_state_of_a_complaint_is_named),
	T_REGISTER(numbers_of_complaints_are_checked_too),
	T_REGISTER(the_index_of_names_is_checked_and_made_anew),
};

int
main(void)
{
	return T_RUN(tests);
}
