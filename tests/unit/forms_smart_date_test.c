/* Dates as people type them: forms/smart_date.h. */

#include "forms/smart_date.h"

#include "lib/sheet.h"

static struct date_rule
rule_on(int year, int month, int day)
{
	return (struct date_rule){
		.today = { (int16_t)year, (int8_t)month, (int8_t)day },
		.may_be_future = true,
	};
}

/* What typed means, as YYYY-MM-DD; "" when it is refused. */
static const char *
read_as(struct arena *arena, const char *typed, const struct date_rule *rule)
{
	char text[DATE_TEXT_SIZE];
	struct date date = { 0 };

	if (smart_date_read(typed, rule, &date, NULL) == WRONG)
		return "";
	date_print(date, text);
	return arena_text(arena, text);
}

struct sample {
	const char *typed, *date;
};

static void
assert_samples(
    const struct sample *samples, size_t n, const struct date_rule *rule)
{
	scoped_arena arena = arena_new();

	for (size_t i = 0; i < n; i++) {
		const char *date = read_as(arena, samples[i].typed, rule);

		if (strcmp(date, samples[i].date) != 0)
			print_error("typed %s\n", samples[i].typed);
		assert_string_equal(date, samples[i].date);
	}
}

T(every_way_to_write_a_date_is_read)
{
	static const struct sample samples[] = {
		{ "24", "2026-11-24" },
		{ "7", "2026-11-07" },
		{ "2411", "2026-11-24" },
		{ "241126", "2026-11-24" },
		{ "24112026", "2026-11-24" },
		{ "24/11", "2026-11-24" },
		{ "24-11-26", "2026-11-24" },
		{ "24.11.2026", "2026-11-24" },
		{ "15 3 1990", "1990-03-15" },
		{ " 15 / 3 / 90 ", "1990-03-15" },
		{ "2026-11-24", "2026-11-24" },
		{ "2 nov", "2026-11-02" },
		{ "2nov", "2026-11-02" },
		{ "2 November 2026", "2026-11-02" },
		{ "2-nov-26", "2026-11-02" },
		{ "17 agt", "2026-08-17" },
		{ "1 Mei 27", "2027-05-01" },
		{ "29/2/2028", "2028-02-29" },
	};
	struct date_rule rule = rule_on(2026, 11, 24);

	assert_samples(samples, array_length(samples), &rule);
}

T(days_are_counted_from_today)
{
	static const struct sample samples[] = {
		{ "h", "2026-11-24" },
		{ "K", "2026-11-23" },
		{ "b", "2026-11-25" },
		{ "h-3", "2026-11-21" },
		{ "h+14", "2026-12-08" },
		{ "+14", "2026-12-08" },
		{ "-3", "2026-11-21" },
		{ "+", "2026-11-25" },
		{ "--", "2026-11-22" },
	};
	struct date_rule rule = rule_on(2026, 11, 24);

	assert_samples(samples, array_length(samples), &rule);
}

T(plus_and_minus_move_the_date_that_stands_there)
{
	static const struct sample samples[] = {
		{ "+", "2026-03-01" },
		{ "-", "2026-02-27" },
		{ "+++", "2026-03-03" },
	};
	struct date_rule rule = rule_on(2026, 11, 24);

	rule.standing = (struct date){ 2026, 2, 28 };
	assert_samples(samples, array_length(samples), &rule);
}

/* 24 and 25 December and 1 January are holidays, 24 as cuti bersama. */
T(working_days_skip_weekends_and_holidays)
{
	scoped_arena arena = arena_new();
	struct field_context context = load_context(arena);
	struct date_rule rule = rule_on(2026, 11, 24);
	struct date_rule without = rule;
	struct due due;
	struct err err = { 0 };
	char text[DATE_TEXT_SIZE];
	struct fact fact = { 0 };
	struct date date = { 0 };

	rule.calendar = context.calendar;
	t_done(calendar_due(context.calendar, rule.today, 14, &due, &err), err);
	date_print(due.date, text);
	assert_string_equal(read_as(arena, "h+14k", &rule), text);
	assert_string_equal(read_as(arena, "+14k", &rule), text);
	assert_string_equal(read_as(arena, "h-1k", &rule), "2026-11-23");
	assert_string_equal(read_as(arena, "h-2k", &rule), "2026-11-20");
	assert_int_equal(
	    smart_date_read("h+1k", &without, &date, &fact), WRONG);
	assert_string_equal(fact.code, "date.no-calendar");
}

T(what_is_no_date_is_refused_with_the_reason)
{
	static const struct {
		const char *typed, *code;
	} samples[] = {
		{ "31/04", "date.no-such-day" },
		{ "29/2/2023", "date.no-such-day" },
		{ "29021900", "date.no-such-day" },
		{ "00/00", "date.no-such-day" },
		{ "0", "date.no-such-day" },
		{ "1/13", "date.no-such-day" },
		{ "1/1/0000", "date.no-such-day" },
		{ "31129999", "date.no-such-day" },
		{ "311", "date.unreadable" },
		{ "1511990", "date.unreadable" },
		{ "1/1/990", "date.unreadable" },
		{ "1/1/-1", "date.unreadable" },
		{ "24//11", "date.unreadable" },
		{ "/24", "date.unreadable" },
		{ "24/", "date.unreadable" },
		{ "nov", "date.unreadable" },
		{ "2 no", "date.unreadable" },
		{ "2 xyz", "date.unreadable" },
		{ "h+", "date.unreadable" },
		{ "h+99999", "date.unreadable" },
		{ "h+1kk", "date.unreadable" },
		{ "x", "date.unreadable" },
		{ "1/2/3/4", "date.unreadable" },
		{ "٢٤/١١", "date.unreadable" },
		{ "", "date.unreadable" },
		{ "1                                 1", "date.unreadable" },
	};
	struct date_rule rule = rule_on(2026, 11, 24);

	for (size_t i = 0; i < array_length(samples); i++) {
		struct date date = { 1, 2, 3 };
		struct fact fact = { 0 };

		if (smart_date_read(samples[i].typed, &rule, &date, &fact) !=
		    WRONG)
			print_error("typed %s\n", samples[i].typed);
		assert_string_equal(fact.code, samples[i].code);
		assert_int_equal(date.year, 1);
	}
}

T(a_year_of_two_digits_is_at_most_ten_years_ahead)
{
	static const struct sample samples[] = {
		{ "1/1/36", "2036-01-01" },
		{ "1/1/37", "1937-01-01" },
		{ "1/1/00", "2000-01-01" },
		{ "1/1/99", "1999-01-01" },
	};
	struct date_rule rule = rule_on(2026, 11, 24);

	assert_samples(samples, array_length(samples), &rule);
}

T(a_birth_is_past_and_has_its_year)
{
	static const struct sample samples[] = {
		{ "15/3/90", "1990-03-15" },
		{ "24/11/26", "2026-11-24" },
		{ "25/11/26", "1926-11-25" },
		{ "1/1/30", "1930-01-01" },
		{ "25/11/2026", "" },
		{ "24/11", "" },
		{ "24", "" },
	};
	struct date_rule rule = rule_on(2026, 11, 24);
	struct date date = { 0 };
	struct fact fact = { 0 };

	rule.is_birth = true;
	assert_samples(samples, array_length(samples), &rule);
	assert_int_equal(smart_date_read("24/11", &rule, &date, &fact), WRONG);
	assert_string_equal(fact.code, "date.no-year");
	assert_int_equal(
	    smart_date_read("1/1/1905", &rule, &date, &fact), DOUBT);
	assert_string_equal(fact.code, "date.old");
	assert_int_equal(date.year, 1905);
}

T(the_future_is_refused_where_it_cannot_be)
{
	struct date_rule rule = rule_on(2026, 11, 24);
	struct date date = { 0 };
	struct fact fact = { 0 };

	rule.may_be_future = false;
	assert_int_equal(smart_date_read("h", &rule, &date, &fact), FINE);
	assert_int_equal(smart_date_read("b", &rule, &date, &fact), WRONG);
	assert_string_equal(fact.code, "date.future");
	assert_string_equal(fact.arg[0], "25/11/2026");
}

T(what_was_read_is_told_with_its_weekday)
{
	struct date_rule rule = rule_on(2026, 11, 24);
	struct date date = { 0 };
	struct fact fact = { 0 };

	assert_int_equal(smart_date_read("h", &rule, &date, &fact), FINE);
	assert_string_equal(fact.code, "date.read-tuesday");
	assert_string_equal(fact.arg[0], "24/11/2026");
	assert_int_equal(
	    smart_date_read("15031990", &rule, &date, &fact), FINE);
	assert_string_equal(fact.code, "date.read-thursday");
}

T(a_printed_date_reads_as_the_same_date)
{
	struct date_rule birth = rule_on(2199, 12, 31);
	struct date_rule plain = rule_on(2026, 11, 24);

	birth.is_birth = true;
	for (struct date date = { 1900, 1, 1 }; date_is_valid(date);
	     date = date_add(date, 1)) {
		char text[DATE_TEXT_SIZE];
		struct date again = { 0 };

		date_print_local(date, text);
		assert_int_equal(
		    smart_date_read(text, &plain, &again, NULL), FINE);
		assert_int_equal(date_compare(date, again), 0);
		assert_int_not_equal(
		    smart_date_read(text, &birth, &again, NULL), WRONG);
		assert_int_equal(date_compare(date, again), 0);
	}
}

T(the_ends_of_the_calendar_are_refused_not_passed)
{
	struct date_rule first = rule_on(1900, 1, 1);
	struct date_rule last = rule_on(2199, 12, 31);
	struct date date = { 0 };
	struct fact fact = { 0 };

	assert_int_equal(smart_date_read("-1", &first, &date, &fact), WRONG);
	assert_string_equal(fact.code, "date.range");
	assert_int_equal(smart_date_read("b", &last, &date, &fact), WRONG);
	assert_string_equal(fact.code, "date.range");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_way_to_write_a_date_is_read),
		cmocka_unit_test(days_are_counted_from_today),
		cmocka_unit_test(
		    plus_and_minus_move_the_date_that_stands_there),
		cmocka_unit_test(working_days_skip_weekends_and_holidays),
		cmocka_unit_test(what_is_no_date_is_refused_with_the_reason),
		cmocka_unit_test(
		    a_year_of_two_digits_is_at_most_ten_years_ahead),
		cmocka_unit_test(a_birth_is_past_and_has_its_year),
		cmocka_unit_test(the_future_is_refused_where_it_cannot_be),
		cmocka_unit_test(what_was_read_is_told_with_its_weekday),
		cmocka_unit_test(a_printed_date_reads_as_the_same_date),
		cmocka_unit_test(
		    the_ends_of_the_calendar_are_refused_not_passed),
	};

	return T_RUN(tests);
}
