/* What an entry of the complaint book is, by rule. */

#include "lib/complaint.h"

static void
is_rule(struct book *book, enum kind_rule rule, enum book_kind kind)
{
	struct kind_ruling ruling = book_ruling(book);

	assert_string_equal(kind_rule_name(ruling.rule), kind_rule_name(rule));
	assert_int_equal(ruling.kind, kind);
}

T(a_complaint_of_a_known_person_is_a_pengaduan)
{
	scoped_arena arena = arena_new();
	struct book book;

	book_begin(&book, arena);
	is_rule(&book, RULE_COMPLETE, KIND_COMPLAINT);
	assert_false(book_ruling(&book).needs_reason);
	assert_string_equal(book_ruling(&book).clause, "32/6.2");
}

T(a_name_alone_or_a_contact_alone_is_no_identity)
{
	static const int marks[] = { COMPLAINANT_NIK, COMPLAINANT_OTHER_ID,
		COMPLAINANT_ADDRESS, COMPLAINANT_PHONE, COMPLAINANT_EMAIL,
		COMPLAINANT_ACCOUNT };
	scoped_arena arena = arena_new();
	struct book book;

	book_begin(&book, arena);
	book_who(&book, COMPLAINANT_PHONE, "");
	assert_false(book_has_identity(&book));
	for (size_t i = 0; i < array_length(marks); i++) {
		book_who(&book, marks[i], "x");
		assert_true(book_has_identity(&book));
		book_who(&book, COMPLAINANT_NAME, " ");
		assert_false(book_has_identity(&book));
		book_who(&book, COMPLAINANT_NAME, "Ani");
		book_who(&book, marks[i], "");
	}
	assert_false(complaint_has_identity(&book.complaint, NULL));
}

T(object_or_material_is_enough_and_neither_is_a_suggestion)
{
	scoped_arena arena = arena_new();
	struct book book;

	book_begin(&book, arena);
	book_say(&book, COMPLAINT_OBJECT, "");
	is_rule(&book, RULE_COMPLETE, KIND_COMPLAINT);
	book_say(&book, COMPLAINT_MATERIAL, " \n\t ");
	is_rule(&book, RULE_NO_OBJECT, KIND_SUGGESTION);
	assert_string_equal(book_ruling(&book).clause, "32/6.5.b");
	book_say(&book, COMPLAINT_OBJECT, "Parkir");
	is_rule(&book, RULE_COMPLETE, KIND_COMPLAINT);
}

T(an_anonymous_slip_is_a_suggestion_whatever_is_chosen)
{
	scoped_arena arena = arena_new();
	struct book book;

	book_begin(&book, arena);
	book.complainant = record_of(TABLE_COMPLAINANT, (struct id){ { 2 } });
	is_rule(&book, RULE_NO_IDENTITY, KIND_SUGGESTION);
	book_say(&book, COMPLAINT_KIND, "pengaduan");
	is_rule(&book, RULE_NO_IDENTITY, KIND_SUGGESTION);
	book_say(&book, COMPLAINT_KIND, "masukan");
	is_rule(&book, RULE_NO_IDENTITY, KIND_INPUT);
	book_say(&book, COMPLAINT_OBJECT, "");
	book_say(&book, COMPLAINT_MATERIAL, "");
	is_rule(&book, RULE_NOTHING, KIND_INPUT);
}

/* Confidential is not missing: what was sealed had been looked at. */
T(a_sealed_identity_counts_as_the_rule_found_it)
{
	scoped_arena arena = arena_new();
	struct book book;

	book_begin(&book, arena);
	book_who(&book, COMPLAINANT_NAME, "");
	book_who(&book, COMPLAINANT_PHONE, "");
	book_who(&book, COMPLAINANT_SEALED, "0badc0de");
	book_say(&book, COMPLAINT_KIND_RULE, "complete");
	assert_true(book_has_identity(&book));
	assert_true(complaint_has_contact(&book.complaint, &book.complainant));
	book_say(&book, COMPLAINT_KIND_RULE, "no-identity");
	assert_false(book_has_identity(&book));
	book_say(&book, COMPLAINT_KIND_RULE, "no-identity-object");
	assert_false(book_has_identity(&book));
}

/* 30 calendar days, that of the service not counted, holidays counted. */
T(day_30_is_in_time_and_day_31_is_late)
{
	static const struct {
		const char *service, *last, *late;
	} rows[] = {
		{ "2026-10-01", "2026-10-31", "2026-11-01" },
		{ "2026-10-23", "2026-11-22", "2026-11-23" },
		{ "2026-12-01", "2026-12-31", "2027-01-01" },
		{ "2026-12-15", "2027-01-14", "2027-01-15" },
		{ "2028-01-31", "2028-03-01", "2028-03-02" },
	};
	scoped_arena arena = arena_new();
	struct book book;

	for (size_t i = 0; i < array_length(rows); i++) {
		book_begin(&book, arena);
		book_say(&book, COMPLAINT_SERVICE_DATE, rows[i].service);
		book_say(&book, COMPLAINT_RECEIVED_DATE, rows[i].last);
		is_rule(&book, RULE_COMPLETE, KIND_COMPLAINT);
		is_day(book_ruling(&book).last_day, rows[i].last);
		book_say(&book, COMPLAINT_RECEIVED_DATE, rows[i].late);
		is_rule(&book, RULE_LATE, KIND_KINDS);
		assert_int_equal(book_ruling(&book).days_past, 1);
		assert_string_equal(book_ruling(&book).clause, "32/6.3");
	}
}

/* Number of days late is an officer's choice among five. */
T(a_late_one_may_be_any_kind_and_pengaduan_wants_a_reason)
{
	scoped_arena arena = arena_new();
	struct book book;

	book_begin(&book, arena);
	book_say(&book, COMPLAINT_SERVICE_DATE, "2026-01-05");
	for (enum book_kind kind = 0; kind < KIND_KINDS; kind++) {
		book_say(&book, COMPLAINT_KIND, book_kind_name(kind));
		is_rule(&book, RULE_LATE, kind);
		assert_int_equal(book_ruling(&book).needs_reason,
		    kind == KIND_COMPLAINT);
	}
}

T(a_service_that_is_still_running_is_never_late)
{
	scoped_arena arena = arena_new();
	struct book book;

	book_begin(&book, arena);
	book_say(&book, COMPLAINT_SERVICE_DATE, "2026-01-05");
	book_say(&book, COMPLAINT_SERVICE_RUNNING, "Y");
	is_rule(&book, RULE_RUNNING, KIND_COMPLAINT);
	assert_true(date_is_none(book_ruling(&book).last_day));
	book_say(&book, COMPLAINT_SERVICE_RUNNING, "T");
	is_rule(&book, RULE_LATE, KIND_KINDS);
}

T(an_unknown_service_date_is_a_pengaduan_with_a_flag)
{
	scoped_arena arena = arena_new();
	struct book book;

	book_begin(&book, arena);
	book_say(&book, COMPLAINT_SERVICE_DATE, "");
	is_rule(&book, RULE_UNKNOWN, KIND_COMPLAINT);
	assert_string_equal(kind_rule_name(RULE_UNKNOWN),
	    "service-date-unknown");
}

/* Identity first: a late slip without a name is no choice of the officer. */
T(missing_identity_goes_before_the_days)
{
	scoped_arena arena = arena_new();
	struct book book;

	book_begin(&book, arena);
	book_say(&book, COMPLAINT_SERVICE_DATE, "2026-01-05");
	book_who(&book, COMPLAINANT_NAME, "");
	is_rule(&book, RULE_NO_IDENTITY, KIND_SUGGESTION);
}

T(a_letter_arrived_on_the_day_of_its_stamp)
{
	scoped_arena arena = arena_new();
	struct book book;

	book_begin(&book, arena);
	book_say(&book, COMPLAINT_LETTER_ARRIVED, "2026-11-18");
	is_day(complaint_arrived(&book.complaint), "2026-11-18");
	book_say(&book, COMPLAINT_LETTER_ARRIVED, "2026-11-23");
	is_day(complaint_arrived(&book.complaint), "2026-11-20");
	book_say(&book, COMPLAINT_LETTER_ARRIVED, "");
	is_day(complaint_arrived(&book.complaint), "2026-11-20");
}

/* The stamp decides about the 30 days as well. */
T(a_letter_that_arrived_on_day_30_is_in_time)
{
	scoped_arena arena = arena_new();
	struct book book;

	book_begin(&book, arena);
	book_say(&book, COMPLAINT_SERVICE_DATE, "2026-10-19");
	is_rule(&book, RULE_LATE, KIND_KINDS);
	book_say(&book, COMPLAINT_LETTER_ARRIVED, "2026-11-18");
	is_rule(&book, RULE_COMPLETE, KIND_COMPLAINT);
}

/* What is refused: the field, and the code. */
static void
is_refused(struct book *book, const char *today, const char *field,
    const char *code, const char *clause)
{
	struct refusals refusals = { .arena = book->arena };

	complaint_refusals(&book->standard, &book->complaint,
	    book_has_identity(book), day(today), &refusals);
	assert_int_equal(refusals.n, code == NULL ? 0 : 1);
	if (code == NULL)
		return;
	assert_string_equal(refusals.list[0].fact.code, code);
	assert_string_equal(refusals.list[0].field, field);
	assert_string_equal(refusals.list[0].clause, clause);
}

T(dates_in_impossible_order_are_refused_each_at_its_field)
{
	static const struct {
		int cell;
		const char *date, *field, *code, *clause;
	} rows[] = {
		{ COMPLAINT_RECEIVED_DATE, "2026-11-25", "received_date",
		    "book.future", "" },
		{ COMPLAINT_SERVICE_DATE, "2026-11-21", "service_date",
		    "book.service-after-receipt", "32/6.2" },
		{ COMPLAINT_LETTER_DATE, "2026-11-21", "letter_date",
		    "book.letter-after-receipt", "32/6.2.c" },
		{ COMPLAINT_LETTER_ARRIVED, "2026-11-21", "letter_arrived",
		    "book.arrival-after-receipt", "32/6.2.c" },
		{ COMPLAINT_COMPLETED_DATE, "2026-11-19", "completed_date",
		    "book.completed-before-receipt", "32/6.5.b" },
		{ COMPLAINT_COMPLETED_DATE, "2026-11-25", "completed_date",
		    "book.future", "" },
	};
	scoped_arena arena = arena_new();
	struct book book;

	book_begin(&book, arena);
	is_refused(&book, "2026-11-24", "", NULL, "");
	for (size_t i = 0; i < array_length(rows); i++) {
		book_begin(&book, arena);
		book_say(&book, rows[i].cell, rows[i].date);
		is_refused(&book, "2026-11-24", rows[i].field, rows[i].code,
		    rows[i].clause);
	}
}

T(a_letter_written_after_it_arrived_is_refused)
{
	scoped_arena arena = arena_new();
	struct book book;

	book_begin(&book, arena);
	book_say(&book, COMPLAINT_LETTER_DATE, "2026-11-19");
	book_say(&book, COMPLAINT_LETTER_ARRIVED, "2026-11-18");
	is_refused(&book, "2026-11-24", "letter_date",
	    "book.letter-after-arrival", "32/6.2.c");
}

T(a_time_is_an_hour_and_a_minute)
{
	static const char *const wrong[] = { "9:20", "09.20", "24:00",
		"12:60", "09:2", "09:200", "a9:20", "-1:00" };
	static const char *const right[] = { "", "00:00", "09:20", "23:59" };
	scoped_arena arena = arena_new();
	struct book book;

	book_begin(&book, arena);
	for (size_t i = 0; i < array_length(right); i++) {
		book_say(&book, COMPLAINT_RECEIVED_TIME, right[i]);
		is_refused(&book, "2026-11-24", "", NULL, "");
	}
	for (size_t i = 0; i < array_length(wrong); i++) {
		book_say(&book, COMPLAINT_RECEIVED_TIME, wrong[i]);
		is_refused(&book, "2026-11-24", "received_time", "book.time",
		    "");
	}
}

T(a_channel_of_the_standard_is_wanted)
{
	static const char *const wrong[] = { "", "n", "aa", "B" };
	scoped_arena arena = arena_new();
	struct book book;
	char key[2] = "a";

	book_begin(&book, arena);
	for (; *key <= 'm'; ++*key) {
		book_say(&book, COMPLAINT_CHANNEL, key);
		is_refused(&book, "2026-11-24", "", NULL, "");
	}
	for (size_t i = 0; i < array_length(wrong); i++) {
		book_say(&book, COMPLAINT_CHANNEL, wrong[i]);
		is_refused(&book, "2026-11-24", "channel", "book.channel",
		    "32/6.2");
	}
}

T(the_kind_is_refused_when_the_rule_says_another)
{
	scoped_arena arena = arena_new();
	struct book book;

	book_begin(&book, arena);
	book_say(&book, COMPLAINT_KIND, "saran");
	is_refused(&book, "2026-11-24", "kind", "book.kind-by-rule", "32/6.2");
	book_say(&book, COMPLAINT_SERVICE_DATE, "2026-10-01");
	is_refused(&book, "2026-11-24", "", NULL, "");
	book_say(&book, COMPLAINT_KIND, "");
	is_refused(&book, "2026-11-24", "kind", "book.kind-to-choose",
	    "32/6.3");
	book_say(&book, COMPLAINT_KIND, "pengaduan");
	is_refused(&book, "2026-11-24", "kind_reason", "book.kind-reason",
	    "32/6.3");
	book_say(&book, COMPLAINT_KIND_REASON, " \n");
	is_refused(&book, "2026-11-24", "kind_reason", "book.kind-reason",
	    "32/6.3");
	book_say(&book, COMPLAINT_KIND_REASON, "Pelapor sakit.");
	is_refused(&book, "2026-11-24", "", NULL, "");
}

T(typed_four_working_days_later_wants_a_reason)
{
	scoped_arena arena = arena_new();
	struct book book;

	book_begin(&book, arena);
	assert_false(complaint_is_typed_late(&book.calendar, &book.complaint,
	    day("2026-11-25")));
	assert_true(complaint_is_typed_late(&book.calendar, &book.complaint,
	    day("2026-11-26")));
}

T(names_of_kinds_and_rules_read_back)
{
	enum book_kind kind;
	enum kind_rule rule;

	for (enum book_kind i = 0; i < KIND_KINDS; i++) {
		assert_true(book_kind_named(book_kind_name(i), &kind));
		assert_int_equal(kind, i);
	}
	for (enum kind_rule i = 0; i < KIND_RULES; i++) {
		assert_true(kind_rule_named(kind_rule_name(i), &rule));
		assert_int_equal(rule, i);
	}
	assert_false(book_kind_named("", &kind));
	assert_false(kind_rule_named("Complete", &rule));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_complaint_of_a_known_person_is_a_pengaduan),
		cmocka_unit_test(
		    a_name_alone_or_a_contact_alone_is_no_identity),
		cmocka_unit_test(
		    object_or_material_is_enough_and_neither_is_a_suggestion),
		cmocka_unit_test(
		    an_anonymous_slip_is_a_suggestion_whatever_is_chosen),
		cmocka_unit_test(
		    a_sealed_identity_counts_as_the_rule_found_it),
		cmocka_unit_test(day_30_is_in_time_and_day_31_is_late),
		cmocka_unit_test(
		    a_late_one_may_be_any_kind_and_pengaduan_wants_a_reason),
		cmocka_unit_test(
		    a_service_that_is_still_running_is_never_late),
		cmocka_unit_test(
		    an_unknown_service_date_is_a_pengaduan_with_a_flag),
		cmocka_unit_test(missing_identity_goes_before_the_days),
		cmocka_unit_test(a_letter_arrived_on_the_day_of_its_stamp),
		cmocka_unit_test(a_letter_that_arrived_on_day_30_is_in_time),
		cmocka_unit_test(
		    dates_in_impossible_order_are_refused_each_at_its_field),
		cmocka_unit_test(a_letter_written_after_it_arrived_is_refused),
		cmocka_unit_test(a_time_is_an_hour_and_a_minute),
		cmocka_unit_test(a_channel_of_the_standard_is_wanted),
		cmocka_unit_test(
		    the_kind_is_refused_when_the_rule_says_another),
		cmocka_unit_test(typed_four_working_days_later_wants_a_reason),
		cmocka_unit_test(names_of_kinds_and_rules_read_back),
	};

	return T_RUN(tests);
}
