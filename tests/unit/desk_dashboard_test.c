#include <stdio.h>

#include "desk/dashboard.h"
#include "desk/draft.h"
#include "lib/counter.h"

/* What waits today, by value. */

static struct dashboard
look(struct counter *counter)
{
	struct dashboard dashboard;
	struct err err = { 0 };

	t_done(desk_dashboard(counter->desk, &dashboard, &err), err);
	return dashboard;
}

static struct id
receive_in(struct counter *counter, const char *state)
{
	struct id id = counter_receive(counter);

	counter_bring_to(counter, id, state);
	return id;
}

static const struct attention *
attention(const struct dashboard *dashboard, enum attention_opens opens)
{
	for (size_t i = 0; i < dashboard->n_attention; i++)
		if (dashboard->attention[i].opens == opens)
			return &dashboard->attention[i];
	return NULL;
}

T(an_empty_register_asks_for_nothing)
{
	struct counter *counter = *state;
	struct dashboard seen;

	counter_sign_in(counter, "ani");
	seen = look(counter);
	assert_int_equal(seen.received_today, 0);
	assert_int_equal(seen.incomplete, 0);
	assert_int_equal(seen.ready, 0);
	assert_int_equal(seen.complete_running, 0);
	assert_int_equal(seen.overdue, 0);
	assert_int_equal(seen.due_soon, 0);
	assert_int_equal(seen.drafts, 0);
	assert_int_equal(seen.n_attention, 0);
}

T(each_figure_counts_its_cases)
{
	static const char *const states[] = { "diterima", "diterima",
		"dikembalikan", "lengkap", "diproses", "terverifikasi",
		"terbit", "terbit", "diserahkan" };
	struct counter *counter = *state;
	struct dashboard seen;

	counter_sign_in(counter, "ani");
	for (size_t i = 0; i < array_length(states); i++)
		receive_in(counter, states[i]);
	seen = look(counter);
	assert_int_equal(seen.received_today, 9);
	assert_int_equal(seen.incomplete, 3);
	assert_int_equal(seen.complete_running, 3);
	assert_int_equal(seen.ready, 2);
	assert_int_equal(seen.n_attention, 1);
	assert_int_equal(seen.attention[0].opens, ATTENTION_LIST);
	assert_int_equal(seen.attention[0].filter, LIST_READY);
	assert_string_equal(seen.attention[0].fact.code, "dashboard.ready");
	assert_string_equal(seen.attention[0].fact.arg[0], "2");
	counter_at(counter, "2026-11-03T08:00");
	assert_int_equal(look(counter).received_today, 0);
}

T(a_consultation_is_nothing_that_was_received)
{
	struct counter *counter = *state;
	struct intake intake = { .id = desk_new_id(counter->desk) };
	struct answers *answers;
	struct received received;
	struct dashboard seen;
	struct err err = { 0 };

	counter_sign_in(counter, "ani");
	answers = counter_sheet(counter);
	counter_type(counter, answers, "scale", "besar");
	intake.answers = answers;
	t_done(desk_consult(counter->desk, &intake, NULL, &received, &err),
	    err);
	counter_receive(counter);
	seen = look(counter);
	assert_int_equal(seen.received_today, 1);
	assert_int_equal(seen.days[DASHBOARD_DAYS - 1].received, 1);
	assert_int_equal(seen.incomplete, 1);
}

/* Complete on 2 November: due on the 11th, seven working days later. */
T(what_is_due_within_two_working_days_is_soon_then_overdue)
{
	static const struct {
		const char *at;
		int due_soon, overdue;
	} days[] = {
		{ "2026-11-06T08:00", 0, 0 },
		{ "2026-11-09T08:00", 1, 0 }, /* H-2 */
		{ "2026-11-11T16:00", 1, 0 }, /* the day itself */
		{ "2026-11-12T08:00", 0, 1 },
		{ "2026-12-30T08:00", 0, 1 },
	};
	struct counter *counter = *state;
	struct moved moved;
	struct err err = { 0 };
	struct id id;

	counter_sign_in(counter, "ani");
	id = receive_in(counter, "lengkap");
	for (size_t i = 0; i < array_length(days); i++) {
		struct dashboard seen;

		counter_at(counter, days[i].at);
		seen = look(counter);
		assert_int_equal(seen.due_soon, days[i].due_soon);
		assert_int_equal(seen.overdue, days[i].overdue);
		assert_int_equal(attention(&seen, ATTENTION_OVERDUE) != NULL,
		    days[i].overdue);
		assert_int_equal(attention(&seen, ATTENTION_DUE_SOON) != NULL,
		    days[i].due_soon);
	}
	assert_true(look(counter).attention[0].is_urgent);
	/* Its clock has stopped: late it stays, but it waits no more. */
	t_done(counter_move(counter, id, "withdraw", &moved, &err), err);
	assert_int_equal(look(counter).overdue, 0);
	assert_int_equal(look(counter).n_attention, 0);
}

T(the_last_five_working_days_end_today)
{
	static const struct {
		const char *date;
		int received;
	} wanted[DASHBOARD_DAYS] = {
		{ "2026-11-04", 0 }, { "2026-11-05", 1 }, { "2026-11-06", 0 },
		{ "2026-11-09", 2 }, { "2026-11-10", 1 },
	};
	static const char *const received[] = { "2026-11-05T09:00",
		"2026-11-09T09:00", "2026-11-09T14:00", "2026-11-10T08:30" };
	struct counter *counter = *state;
	struct dashboard seen;
	char date[DATE_TEXT_SIZE];

	counter_sign_in(counter, "ani");
	for (size_t i = 0; i < array_length(received); i++) {
		counter_at(counter, received[i]);
		counter_receive(counter);
	}
	seen = look(counter);
	for (int i = 0; i < DASHBOARD_DAYS; i++) {
		date_print(seen.days[i].date, date);
		assert_string_equal(date, wanted[i].date);
		assert_int_equal(seen.days[i].received, wanted[i].received);
	}
	/* On a Sunday the last of them is Friday. */
	counter_at(counter, "2026-11-15T09:00");
	seen = look(counter);
	date_print(seen.days[DASHBOARD_DAYS - 1].date, date);
	assert_string_equal(date, "2026-11-13");
}

T(drafts_are_those_of_who_looks)
{
	struct counter *counter = *state;
	struct id id = desk_new_id(counter->desk);
	struct dashboard seen;
	struct err err = { 0 };

	counter_sign_in(counter, "ani");
	t_done(desk_draft_keep(counter->desk, &id, counter_sheet(counter), "",
	    "", &err), err);
	seen = look(counter);
	assert_int_equal(seen.drafts, 1);
	assert_non_null(attention(&seen, ATTENTION_DRAFTS));
	counter_sign_in(counter, "budi");
	assert_int_equal(look(counter).drafts, 0);
	counter_sign_in(counter, "ani");
	t_done(desk_draft_discard(counter->desk, "application", &id, &err),
	    err);
	assert_int_equal(look(counter).drafts, 0);
}

T(a_year_without_a_calendar_is_said_before_dates_reach_it)
{
	struct counter *counter = *state;
	struct dashboard seen;
	struct err err = { 0 };

	counter_at(counter, "2027-10-01T08:00");
	counter_sign_in(counter, "ani");
	t_done(desk_dashboard(counter->desk, &seen, &err), err);
	assert_int_equal(seen.n_attention, 0);
	counter_at(counter, "2027-12-01T08:00");
	t_done(desk_dashboard(counter->desk, &seen, &err), err);
	assert_int_equal(seen.n_attention, 1);
	assert_string_equal(seen.attention[0].fact.code, "dashboard.calendar");
	assert_string_equal(seen.attention[0].fact.arg[0], "2028");
}

T(a_year_without_a_calendar_is_said)
{
	struct counter *counter = *state;
	struct dashboard seen;

	counter_at(counter, "2028-03-01T08:00");
	counter_sign_in(counter, "ani");
	seen = look(counter);
	assert_int_equal(seen.n_attention, 1);
	assert_string_equal(seen.attention[0].fact.code, "dashboard.calendar");
	assert_string_equal(seen.attention[0].fact.arg[0], "2028");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T_COUNTER(an_empty_register_asks_for_nothing),
		T_COUNTER(each_figure_counts_its_cases),
		T_COUNTER(a_consultation_is_nothing_that_was_received),
		T_COUNTER(
		    what_is_due_within_two_working_days_is_soon_then_overdue),
		T_COUNTER(the_last_five_working_days_end_today),
		T_COUNTER(drafts_are_those_of_who_looks),
		T_COUNTER(
		    a_year_without_a_calendar_is_said_before_dates_reach_it),
		T_COUNTER(a_year_without_a_calendar_is_said),
	};

	return T_RUN(tests);
}
