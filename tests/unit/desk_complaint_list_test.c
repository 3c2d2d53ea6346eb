#include "desk/closure.h"
#include "desk/complaint_list.h"
#include "desk/complaint_report.h"
#include "desk/dashboard.h"
#include "lib/complaints.h"

/* The book as it is listed, counted and searched; dates that move. */

static struct id
received_on(struct counter *counter, const char *date, const char *object)
{
	struct answers *answers = complaints_sheet(counter);
	struct complaint_intake intake = { .answers = answers,
		.id = desk_new_id(counter->desk), .late_reason = "sakit" };
	struct received received;
	struct err err = { 0 };

	counter_type(counter, answers, "received_date", date);
	counter_type(counter, answers, "service_date", date);
	counter_type(counter, answers, "object", object);
	t_done(desk_complaint_receive(counter->desk, &intake, NULL, &received,
	    &err), err);
	return received.id;
}

static struct complaint_lines
list(struct counter *counter, const struct complaint_query *query)
{
	struct complaint_lines lines = { .arena = counter->arena,
		.limit = 10 };
	struct err err = { 0 };

	t_done(desk_complaints(counter->desk, query, &lines, &err), err);
	return lines;
}

static size_t
count(struct counter *counter, enum complaint_show show)
{
	const struct complaint_query query = { .show = show };
	size_t n = 0;
	struct err err = { 0 };

	t_done(desk_complaint_count(counter->desk, &query, &n, &err), err);
	assert_int_equal(list(counter, &query).n, n);
	return n;
}

T(overdue_and_soon_are_told_by_the_working_days_left)
{
	struct counter *counter = *state;
	const struct complaint_query by_left = { .show = COMPLAINTS_OPEN };
	struct complaint_lines lines;

	counter_at(counter, "2026-11-24T08:00");
	counter_sign_in(counter, "sri");
	(void)received_on(counter, "23/11/2026", "baru");
	(void)received_on(counter, "30/10/2026", "lewat");
	(void)received_on(counter, "04/11/2026", "hari ini");
	(void)received_on(counter, "06/11/2026", "segera");
	(void)received_on(counter, "09/11/2026", "tiga hari");
	lines = list(counter, &by_left);
	assert_int_equal(lines.n, 5);
	assert_string_equal(lines.list[0].object, "lewat");
	assert_true(lines.list[0].left.is_overdue);
	assert_int_equal(lines.list[0].left.days, 3);
	assert_string_equal(lines.list[1].object, "hari ini");
	assert_int_equal(lines.list[1].left.days, 0);
	assert_true(lines.list[1].is_soon);
	assert_true(lines.list[2].is_soon);
	assert_int_equal(lines.list[2].left.days, 2);
	assert_false(lines.list[3].is_soon);
	assert_int_equal(count(counter, COMPLAINTS_OVERDUE), 1);
	assert_int_equal(count(counter, COMPLAINTS_SOON), 2);
	assert_int_equal(count(counter, COMPLAINTS_UNANSWERED), 5);
	assert_string_equal(lines.list[0].channel_label, "Loket");
	assert_string_equal(lines.list[0].kind_label, "Pengaduan");
	assert_string_equal(lines.list[0].state_label, "Diterima");
}

T(the_dashboard_counts_them)
{
	struct counter *counter = *state;
	struct dashboard dashboard;
	struct err err = { 0 };

	counter_at(counter, "2026-11-24T08:00");
	counter_sign_in(counter, "sri");
	(void)received_on(counter, "30/10/2026", "lewat");
	(void)received_on(counter, "04/11/2026", "hari ini");
	(void)received_on(counter, "24/11/2026", "baru");
	t_done(desk_dashboard(counter->desk, &dashboard, &err), err);
	assert_int_equal(dashboard.complaints_today, 1);
	assert_int_equal(dashboard.complaints_overdue, 1);
	assert_int_equal(dashboard.complaints_soon, 1);
	assert_int_equal(dashboard.complaints_unanswered, 3);
	assert_string_equal(dashboard.attention[0].fact.code,
	    "dashboard.complaints-overdue");
	assert_int_equal(dashboard.attention[0].show, COMPLAINTS_OVERDUE);
}

T(an_entry_that_names_the_officer_is_in_no_list_and_no_count)
{
	struct counter *counter = *state;
	struct answers *answers;
	struct complaint_lines lines = { .arena = counter->arena,
		.limit = 10 };
	struct dashboard dashboard;
	struct err err = { 0 };

	counter_sign_in(counter, "dedi");
	answers = complaints_sheet(counter);
	counter_type(counter, answers, "named_officer", "sri");
	counter_type(counter, answers, "object", "Petugas ketus");
	(void)complaints_receive(counter, answers);
	assert_int_equal(count(counter, COMPLAINTS_ALL), 1);
	counter_sign_in(counter, "sri");
	assert_int_equal(count(counter, COMPLAINTS_ALL), 0);
	t_done(desk_complaint_search(counter->desk, "ketus", &lines, &err),
	    err);
	assert_int_equal(lines.n, 0);
	t_done(desk_dashboard(counter->desk, &dashboard, &err), err);
	assert_int_equal(dashboard.complaints_unanswered, 0);
	counter_sign_in(counter, "yusuf");
	t_done(desk_complaint_search(counter->desk, "ketus", &lines, &err),
	    err);
	assert_int_equal(lines.n, 1);
}

T(a_closure_moves_the_due_date_of_a_running_complaint)
{
	struct counter *counter = *state;
	const struct calendar_entry closed = { { 2026, 11, 12 }, ENTRY_CLOSED,
		"Pindah gedung", "SK 7" };
	struct id id, done;
	struct complaint complaint;
	struct moved_cases moved;
	struct err err = { 0 };

	counter_sign_in(counter, "sri");
	id = complaints_new(counter);
	done = complaints_new(counter);
	complaints_bring_to(counter, done, "dijawab");
	counter_sign_in(counter, "admin");
	t_done(desk_closure_add(counter->desk, &closed, counter->arena,
	    &moved, &err), err);
	assert_int_equal(moved.n, 1);
	counter_sign_in(counter, "sri");
	complaint = complaints_read(counter, id);
	assert_date(complaint.clock.due.date, 2026, 11, 23);
	complaint = complaints_read(counter, done);
	assert_date(complaint.clock.due.date, 2026, 11, 20);
}

T(a_date_in_a_year_without_a_calendar_is_provisional)
{
	struct counter *counter = *state;
	struct complaint complaint;

	counter_at(counter, "2027-12-20T08:00");
	counter_sign_in(counter, "sri");
	complaint = complaints_read(counter, received_on(counter,
	    "20/12/2027", "akhir tahun"));
	assert_true(complaint.clock.due.is_provisional);
	counter_at(counter, "2026-12-21T08:00");
	complaint = complaints_read(counter, received_on(counter,
	    "21/12/2026", "akhir tahun"));
	assert_false(complaint.clock.due.is_provisional);
	assert_int_equal(complaint.clock.due.date.year, 2027);
}

T(earlier_cases_of_the_same_person_are_found)
{
	struct counter *counter = *state;
	struct complaint_earlier earlier = { .arena = counter->arena,
		.limit = 10 };
	struct complaint complaint;
	struct err err = { 0 };

	counter_sign_in(counter, "sri");
	(void)received_on(counter, "29/10/2026", "Antrean");
	complaint = complaints_read(counter, complaints_new(counter));
	t_done(desk_complaint_earlier(counter->desk, &complaint, &earlier,
	    &err), err);
	assert_int_equal(earlier.n, 1);
	assert_true(earlier.list[0].by_person);
	assert_string_equal(earlier.list[0].number, "P-L03-2026-0001");
	assert_string_equal(earlier.list[0].about, "Antrean");
}

T(complaints_are_counted_by_clause_and_month)
{
	struct counter *counter = *state;
	struct clause_table table = { .arena = counter->arena };
	struct err err = { 0 };

	counter_sign_in(counter, "sri");
	complaints_bring_to(counter, received_on(counter, "29/10/2026",
	    "satu"), "internal");
	complaints_bring_to(counter, received_on(counter, "02/11/2026",
	    "dua"), "internal");
	t_done(desk_clause_table(counter->desk, desk_today(counter->desk), 3,
	    &table, &err), err);
	assert_int_equal(table.n_months, 3);
	assert_date(table.from, 2026, 9, 1);
	assert_date(table.to, 2026, 11, 30);
	assert_int_equal(table.n, 1);
	assert_string_equal(table.rows[0].clause, "32/3");
	assert_int_equal(table.rows[0].months[1], 1);
	assert_int_equal(table.rows[0].months[2], 1);
	assert_int_equal(table.sum.total, 2);
	counter_sign_in(counter, "dedi");
	assert_int_equal(desk_clause_table(counter->desk,
	    desk_today(counter->desk), 3, &table, &err), FAIL_DENIED);
}

T(the_daily_list_has_each_once)
{
	struct counter *counter = *state;
	struct daily_list daily = { .arena = counter->arena, .limit = 50 };
	struct err err = { 0 };

	counter_at(counter, "2026-11-24T08:00");
	counter_sign_in(counter, "sri");
	(void)received_on(counter, "30/10/2026", "lewat");
	(void)received_on(counter, "04/11/2026", "hari ini");
	(void)received_on(counter, "24/11/2026", "baru");
	t_done(desk_daily_list(counter->desk, desk_today(counter->desk),
	    &daily, &err), err);
	assert_int_equal(daily.received.lines.n, 1);
	assert_int_equal(daily.overdue.lines.n, 1);
	assert_int_equal(daily.soon.lines.n, 1);
	assert_int_equal(daily.waiting.lines.n, 1);
	assert_int_equal(desk_daily_list(counter->desk,
	    date_add(desk_today(counter->desk), 1), &daily, &err),
	    FAIL_INVALID);
	assert_string_equal(err.fact.code, "date.future");
}

T(a_daily_list_that_is_cut_tells_how_many_there_are)
{
	struct counter *counter = *state;
	struct daily_list daily = { .arena = counter->arena, .limit = 1 };
	struct err err = { 0 };

	counter_at(counter, "2026-11-24T08:00");
	counter_sign_in(counter, "sri");
	(void)received_on(counter, "29/10/2026", "lewat");
	(void)received_on(counter, "30/10/2026", "lewat juga");
	(void)received_on(counter, "04/11/2026", "hari ini");
	(void)received_on(counter, "05/11/2026", "besok");
	(void)received_on(counter, "23/11/2026", "kemarin");
	t_done(desk_daily_list(counter->desk, desk_today(counter->desk),
	    &daily, &err), err);
	assert_int_equal(daily.overdue.total, 2);
	assert_int_equal(daily.overdue.lines.n, 1);
	assert_int_equal(daily.soon.total, 2);
	assert_int_equal(daily.waiting.total, 1);
	assert_int_equal(daily.waiting.lines.n, 1);
	assert_string_equal(daily.waiting.lines.list[0].object, "kemarin");
	assert_int_equal(daily.received.total, 0);
}

T(a_register_is_for_a_role_that_reports)
{
	struct counter *counter = *state;
	const struct complaint_query query = { .show = COMPLAINTS_OPEN };
	struct list_part part = { .lines = { .arena = counter->arena,
		.limit = 1 } };
	struct err err = { 0 };

	counter_sign_in(counter, "sri");
	(void)received_on(counter, "29/10/2026", "satu");
	(void)received_on(counter, "30/10/2026", "dua");
	t_done(desk_register_list(counter->desk, &query, &part, &err), err);
	assert_int_equal(part.lines.n, 1);
	assert_int_equal(part.total, 2);
	counter_sign_in(counter, "dedi");
	assert_int_equal(desk_register_list(counter->desk, &query, &part,
	    &err), FAIL_DENIED);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T_COUNTER(overdue_and_soon_are_told_by_the_working_days_left),
		T_COUNTER(the_dashboard_counts_them),
		T_COUNTER(
		    an_entry_that_names_the_officer_is_in_no_list_and_no_count),
		T_COUNTER(a_closure_moves_the_due_date_of_a_running_complaint),
		T_COUNTER(a_date_in_a_year_without_a_calendar_is_provisional),
		T_COUNTER(earlier_cases_of_the_same_person_are_found),
		T_COUNTER(complaints_are_counted_by_clause_and_month),
		T_COUNTER(the_daily_list_has_each_once),
		T_COUNTER(a_daily_list_that_is_cut_tells_how_many_there_are),
		T_COUNTER(a_register_is_for_a_role_that_reports),
	};

	return T_RUN(tests);
}
