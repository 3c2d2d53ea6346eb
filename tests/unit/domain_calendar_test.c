/* Working days counted with the calendar the office has: data/holidays.tsv. */

#include "domain/calendar.h"
#include "lib/asset.h"

struct office {
	struct arena *arena;
	struct calendar calendar;
};

static int
open_office(void **state)
{
	struct arena *arena = arena_new();
	struct office *office = arena_alloc(arena, sizeof *office);
	struct problems problems = { .arena = arena };
	struct err err = { 0 };
	const char *text;
	size_t size;

	office->arena = arena;
	text = asset_text(arena, "data/holidays.tsv", &size);
	if (calendar_read("holidays.tsv", text, size, &problems,
		&office->calendar, &err)) {
		print_error("%s\n", err.text);
		return -1;
	}
	*state = office;
	return 0;
}

static int
close_office(void **state)
{
	struct office *office = *state;

	arena_free(office->arena);
	return 0;
}

static struct date
date_of(const char *text)
{
	struct date date;

	assert_true(date_parse(text, &date));
	return date;
}

static struct due
due_of(void **state, const char *from, int n)
{
	struct office *office = *state;
	struct due due;

	assert_int_equal(
	    calendar_due(&office->calendar, date_of(from), n, &due, NULL),
	    FAIL_NONE);
	return due;
}

static void
assert_due(void **state, const char *from, int n, const char *wanted)
{
	struct due due = due_of(state, from, n);
	char text[DATE_TEXT_SIZE];

	date_print(due.date, text);
	assert_string_equal(text, wanted);
	assert_false(due.is_provisional);
}

/* The receipt of the standard's own example: received complete on 2 November
 * 2026, seven working days, due on the eleventh. */
T(seven_days_from_2_november_2026_end_on_the_eleventh)
{
	assert_due(state, "2026-11-02", 7, "2026-11-11");
}

T(idul_fitri_2024_is_skipped)
{
	assert_due(state, "2024-04-05", 7, "2024-04-24");
}

T(the_day_added_to_2025_in_august_is_skipped)
{
	assert_due(state, "2025-08-15", 7, "2025-08-27");
}

T(nyepi_and_idul_fitri_2026_are_skipped)
{
	assert_due(state, "2026-03-13", 7, "2026-03-31");
	assert_due(state, "2026-03-17", 7, "2026-04-02");
}

T(kenaikan_2026_is_skipped_with_its_cuti_bersama)
{
	assert_due(state, "2026-05-13", 7, "2026-05-26");
}

T(friday_and_the_weekend_after_it_end_on_the_same_day)
{
	assert_due(state, "2026-11-20", 7, "2026-12-01");
	assert_due(state, "2026-11-21", 7, "2026-12-01");
	assert_due(state, "2026-11-22", 7, "2026-12-01");
}

T(fourteen_days_for_an_answer)
{
	assert_due(state, "2026-11-22", 14, "2026-12-10");
	assert_due(state, "2026-12-07", 14, "2026-12-29");
}

T(the_turn_of_the_year_is_crossed_with_both_calendars)
{
	assert_due(state, "2026-12-14", 14, "2027-01-07");
	assert_due(state, "2026-12-23", 14, "2027-01-18");
}

T(idul_fitri_2027_is_skipped)
{
	assert_due(state, "2027-02-26", 14, "2027-03-30");
	assert_due(state, "2027-03-05", 7, "2027-03-24");
}

T(idul_adha_and_waisak_2027_are_skipped)
{
	assert_due(state, "2027-05-14", 7, "2027-05-31");
}

T(no_days_are_the_day_itself)
{
	assert_due(state, "2026-11-22", 0, "2026-11-22");
}

T(a_date_in_a_year_not_loaded_is_provisional)
{
	struct due due = due_of(state, "2027-12-30", 7);
	char text[DATE_TEXT_SIZE];

	date_print(due.date, text);
	assert_string_equal(text, "2028-01-10");
	assert_true(due.is_provisional);
}

T(the_last_day_of_a_loaded_year_is_not_provisional)
{
	assert_due(state, "2027-12-30", 1, "2027-12-31");
}

T(the_year_of_day_zero_need_not_be_loaded)
{
	assert_due(state, "2023-12-31", 1, "2024-01-02");
	assert_true(due_of(state, "2023-12-30", 1).is_provisional);
}

T(days_that_cannot_be_counted_are_refused)
{
	struct office *office = *state;
	struct date last = date_of("2199-12-30");
	struct due due = { .date = last };
	struct err err = { 0 };

	assert_int_equal(calendar_due(&office->calendar, last, -1, &due, &err),
	    FAIL_INVALID);
	assert_string_equal(err.fact.code, "calendar.days");
	assert_string_equal(err.fact.arg[0], "-1");
	assert_int_equal(calendar_due(&office->calendar, last,
			     CALENDAR_DAYS_MAX + 1, &due, &err),
	    FAIL_INVALID);
	assert_int_equal(
	    calendar_due(&office->calendar, last, 2, &due, &err), FAIL_INVALID);
	assert_string_equal(err.fact.code, "calendar.end");
	assert_int_equal(
	    calendar_due(&office->calendar, (struct date){ 0 }, 1, &due, &err),
	    FAIL_INVALID);
	assert_int_equal(date_compare(due.date, last), 0);
}

static void
assert_year(void **state, int year, int total, const int months[12])
{
	struct office *office = *state;

	assert_true(calendar_is_loaded(&office->calendar, year));
	assert_int_equal(calendar_count(&office->calendar, year, 0), total);
	for (int i = 0; i < 12; i++)
		assert_int_equal(
		    calendar_count(&office->calendar, year, i + 1), months[i]);
}

T(working_days_of_each_month_are_as_published)
{
	static const int y2024[] = { 22, 18, 18, 16, 18, 18, 23, 22, 20, 23, 20,
		20 };
	static const int y2025[] = { 19, 20, 19, 16, 17, 18, 23, 20, 21, 23, 20,
		21 };
	static const int y2026[] = { 20, 18, 17, 21, 16, 20, 23, 19, 22, 22, 21,
		21 };
	static const int y2027[] = { 19, 19, 15, 22, 16, 21, 22, 21, 22, 21, 22,
		22 };

	assert_year(state, 2024, 238, y2024);
	assert_year(state, 2025, 237, y2025);
	assert_year(state, 2026, 240, y2026);
	assert_year(state, 2027, 242, y2027);
}

static void
assert_totals(void **state, int year, int holidays, int leave)
{
	struct office *office = *state;
	const struct calendar_year *loaded =
	    calendar_year(&office->calendar, year);
	int n[ENTRY_KINDS] = { 0 };

	assert_non_null(loaded);
	assert_int_equal(loaded->holidays, holidays);
	assert_int_equal(loaded->leave, leave);
	for (size_t i = 0; i < office->calendar.n; i++)
		if (office->calendar.entries[i].date.year == year)
			n[office->calendar.entries[i].kind]++;
	assert_int_equal(n[ENTRY_HOLIDAY], holidays);
	assert_int_equal(n[ENTRY_LEAVE], leave);
	assert_int_equal(n[ENTRY_DECREED], year == 2024 ? 2 : 0);
}

T(days_of_each_year_are_as_decreed)
{
	assert_totals(state, 2024, 17, 10);
	assert_totals(state, 2025, 17, 11);
	assert_totals(state, 2026, 17, 8);
	assert_totals(state, 2027, 18, 8);
}

T(every_day_of_the_table_has_name_and_decree)
{
	struct office *office = *state;

	for (size_t i = 0; i < office->calendar.n; i++) {
		assert_true(*office->calendar.entries[i].name != '\0');
		assert_true(strlen(office->calendar.entries[i].decree) > 8);
	}
}

T(a_holiday_names_its_decree)
{
	struct office *office = *state;
	struct day day = calendar_day(&office->calendar, date_of("2024-11-27"));

	assert_false(day.is_working);
	assert_int_equal(day.entry->kind, ENTRY_DECREED);
	assert_string_equal(day.entry->name, "Pemungutan suara Pilkada");
	assert_string_equal(day.entry->decree, "Keppres 33 Tahun 2024");
}

T(a_plain_thursday_is_a_working_day)
{
	struct office *office = *state;
	struct day day = calendar_day(&office->calendar, date_of("2026-11-19"));

	assert_true(day.is_working);
	assert_null(day.entry);
	assert_false(day.is_provisional);
}

T(the_ledger_says_why_a_day_is_skipped)
{
	struct office *office = *state;
	struct ledger ledger;

	assert_int_equal(
	    calendar_ledger(&office->calendar, date_of("2026-12-23"), 3,
		office->arena, &ledger, NULL),
	    FAIL_NONE);
	assert_int_equal(ledger.n, 8);
	assert_int_equal(ledger.rows[0].number, 0);
	assert_int_equal(ledger.rows[1].number, -1);
	assert_string_equal(
	    ledger.rows[1].day.entry->name, "Cuti bersama Natal");
	assert_string_equal(
	    ledger.rows[2].day.entry->name, "Kelahiran Yesus Kristus");
	assert_true(ledger.rows[3].day.is_weekend);
	assert_int_equal(ledger.rows[5].number, 1);
	assert_int_equal(ledger.rows[7].number, 3);
	assert_int_equal(
	    date_compare(ledger.rows[7].day.date, ledger.due.date), 0);
}

T(days_left_are_working_days)
{
	struct office *office = *state;
	struct date due = date_of("2026-11-11");
	struct left left;

	left = calendar_left(&office->calendar, date_of("2026-11-06"), due);
	assert_false(left.is_overdue);
	assert_int_equal(left.days, 3);
	left = calendar_left(&office->calendar, due, due);
	assert_false(left.is_overdue);
	assert_int_equal(left.days, 0);
	left = calendar_left(&office->calendar, date_of("2026-11-16"), due);
	assert_true(left.is_overdue);
	assert_int_equal(left.days, 3);
}

T(on_the_weekend_after_its_day_a_case_is_overdue)
{
	struct office *office = *state;
	struct left left = calendar_left(
	    &office->calendar, date_of("2026-11-14"), date_of("2026-11-13"));

	assert_true(left.is_overdue);
	assert_int_equal(left.days, 0);
}

static void
assert_window(const char *from, const char *last)
{
	struct date first = date_of(from), end = date_of(last);

	assert_int_equal(date_compare(calendar_window(first, 30), end), 0);
	assert_true(calendar_window_holds(first, 30, first));
	assert_true(calendar_window_holds(first, 30, end));
	assert_false(calendar_window_holds(first, 30, date_add(end, 1)));
	assert_false(calendar_window_holds(first, 30, date_add(first, -1)));
}

T(thirty_calendar_days_count_every_day)
{
	assert_window("2026-10-01", "2026-10-31");
	assert_window("2026-10-23", "2026-11-22");
	assert_window("2026-12-01", "2026-12-31");
	assert_window("2028-01-31", "2028-03-01");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    seven_days_from_2_november_2026_end_on_the_eleventh),
		cmocka_unit_test(idul_fitri_2024_is_skipped),
		cmocka_unit_test(the_day_added_to_2025_in_august_is_skipped),
		cmocka_unit_test(nyepi_and_idul_fitri_2026_are_skipped),
		cmocka_unit_test(
		    kenaikan_2026_is_skipped_with_its_cuti_bersama),
		cmocka_unit_test(
		    friday_and_the_weekend_after_it_end_on_the_same_day),
		cmocka_unit_test(fourteen_days_for_an_answer),
		cmocka_unit_test(
		    the_turn_of_the_year_is_crossed_with_both_calendars),
		cmocka_unit_test(idul_fitri_2027_is_skipped),
		cmocka_unit_test(idul_adha_and_waisak_2027_are_skipped),
		cmocka_unit_test(no_days_are_the_day_itself),
		cmocka_unit_test(a_date_in_a_year_not_loaded_is_provisional),
		cmocka_unit_test(
		    the_last_day_of_a_loaded_year_is_not_provisional),
		cmocka_unit_test(the_year_of_day_zero_need_not_be_loaded),
		cmocka_unit_test(days_that_cannot_be_counted_are_refused),
		cmocka_unit_test(working_days_of_each_month_are_as_published),
		cmocka_unit_test(days_of_each_year_are_as_decreed),
		cmocka_unit_test(every_day_of_the_table_has_name_and_decree),
		cmocka_unit_test(a_holiday_names_its_decree),
		cmocka_unit_test(a_plain_thursday_is_a_working_day),
		cmocka_unit_test(the_ledger_says_why_a_day_is_skipped),
		cmocka_unit_test(days_left_are_working_days),
		cmocka_unit_test(
		    on_the_weekend_after_its_day_a_case_is_overdue),
		cmocka_unit_test(thirty_calendar_days_count_every_day),
	};

	return cmocka_run_group_tests(tests, open_office, close_office);
}
