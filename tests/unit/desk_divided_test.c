/* Row E8 of the faults: two counters act on one state of one case. */
#include "lib/apart.h"
#include "lib/complaints.h"

#include "desk/alike.h"
#include "desk/dashboard.h"
#include "desk/list.h"
#include "domain/process_clock.h"

/* Received at L01, its documents judged, and known at L02. */
static struct id
received(struct apart *apart)
{
	struct id id;

	counter_sign_in(apart->counter[0], "ani");
	counter_sign_in(apart->counter[1], "budi");
	id = counter_receive(apart->counter[0]);
	counter_check_all(apart->counter[0], id);
	apart_meet(apart);
	return id;
}

static void
move(struct apart *apart, size_t at, struct id id, const char *name,
    const char *when)
{
	struct moved moved;
	struct err err = { 0 };

	counter_at(apart->counter[at], when);
	t_done(counter_move(apart->counter[at], id, name, &moved, &err), err);
}

static int64_t
counted_at(struct apart *apart, size_t at)
{
	struct dashboard dashboard;
	struct err err = { 0 };

	t_done(desk_dashboard(apart->counter[at]->desk, &dashboard, &err),
	    err);
	for (size_t i = 0; i < dashboard.n_attention; i++)
		if (strcmp(dashboard.attention[i].fact.code,
		    "dashboard.divided") == 0)
			return strtol(dashboard.attention[i].fact.arg[0],
			    NULL, 10);
	return 0;
}

static struct list_row
row_at(struct apart *apart, size_t at, const struct id *id)
{
	struct list_row row;
	struct err err = { 0 };

	t_done(desk_list_row(apart->counter[at]->desk, id, apart->arena, &row,
	    &err), err);
	return row;
}

T(it_is_to_be_reviewed_and_the_earliest_deadline_counts)
{
	struct apart *apart = *state;
	struct id id = received(apart);

	move(apart, 0, id, "complete", "2026-11-02T10:00");
	move(apart, 1, id, "return", "2026-11-03T09:00");
	assert_false(row_at(apart, 0, &id).is_divided);
	apart_meet(apart);
	for (size_t at = 0; at < APART; at++) {
		struct application application =
		    counter_read(apart->counter[at], id);
		struct list_row row = row_at(apart, at, &id);

		assert_true(application.status->is_divided);
		assert_int_equal(application.status->n_ends, 2);
		assert_date(application.due.date, 2026, 11, 11);
		assert_int_equal(application.clock->state, PROCESS_RUNNING);
		assert_true(row.is_divided);
		assert_date(row.due.date, 2026, 11, 11);
		assert_int_equal(counted_at(apart, at), 1);
	}
}

T(both_ends_are_shown_with_who_where_and_when)
{
	struct apart *apart = *state;
	struct id id = received(apart);

	move(apart, 0, id, "complete", "2026-11-02T10:00");
	move(apart, 1, id, "return", "2026-11-03T09:00");
	apart_meet(apart);
	for (size_t at = 0; at < APART; at++) {
		struct desk_alike *list = NULL;
		struct err err = { 0 };
		size_t n = 0;

		t_done(desk_divided(apart->counter[at]->desk, apart->arena,
		    &list, &n, &err), err);
		assert_int_equal(n, 1);
		assert_string_equal(list[0].what, "L01-2026-0001");
		assert_date(list[0].due.date, 2026, 11, 11);
		for (size_t i = 0; i < 2; i++) {
			const struct alike_side *side = &list[0].sides[i];
			bool is_first = strcmp(side->station, "L01") == 0;

			assert_string_equal(side->officer_name,
			    is_first ? "Ani Lestari" : "Budi Santoso");
			assert_string_equal(side->number, is_first ?
			    "Lengkap dan benar" : "Dikembalikan");
			assert_true(side->at_ms > 0);
		}
		assert_string_not_equal(list[0].sides[0].station,
		    list[0].sides[1].station);
	}
}

T(the_next_step_joins_them_at_every_counter)
{
	struct apart *apart = *state;
	struct id id = received(apart);

	move(apart, 0, id, "complete", "2026-11-02T10:00");
	move(apart, 1, id, "return", "2026-11-03T09:00");
	apart_meet(apart);
	move(apart, 1, id, "return", "2026-11-03T11:00");
	assert_false(row_at(apart, 1, &id).is_divided);
	apart_meet(apart);
	for (size_t at = 0; at < APART; at++) {
		struct application application =
		    counter_read(apart->counter[at], id);

		assert_int_equal(application.status->n_ends, 1);
		assert_string_equal(application.status->state->name,
		    "dikembalikan");
		assert_int_equal(counted_at(apart, at), 0);
	}
}

/* Withdrawn here, complete there: nothing follows the one that is shown. */
T(a_case_that_ended_for_one_of_them_goes_on_from_the_other)
{
	struct apart *apart = *state;
	struct id id = received(apart);
	struct application application;

	move(apart, 0, id, "withdraw", "2026-11-02T10:00");
	move(apart, 1, id, "complete", "2026-11-02T11:00");
	apart_meet(apart);
	application = counter_read(apart->counter[0], id);
	assert_true(application.status->is_divided);
	assert_string_equal(application.status->state->name, "ditarik");
	assert_true(application.status->state->is_end);
	move(apart, 1, id, "process", "2026-11-02T13:00");
	apart_meet(apart);
	application = counter_read(apart->counter[0], id);
	assert_int_equal(application.status->n_ends, 1);
	assert_string_equal(application.status->state->name, "diproses");
	assert_false(application.status->has_impossible);
	assert_int_equal(counted_at(apart, 0), 0);
}

/* They agree on where it stands; from the earlier day it is counted. */
T(two_who_declare_it_complete_are_one_state_and_the_earlier_day)
{
	struct apart *apart = *state;
	struct id id = received(apart);

	move(apart, 1, id, "complete", "2026-11-03T09:00");
	move(apart, 0, id, "complete", "2026-11-02T10:00");
	apart_meet(apart);
	for (size_t at = 0; at < APART; at++) {
		struct application application =
		    counter_read(apart->counter[at], id);

		assert_int_equal(application.status->n_ends, 2);
		assert_false(application.status->is_divided);
		assert_string_equal(application.status->state->name,
		    "lengkap");
		assert_date(application.due.date, 2026, 11, 11);
		assert_int_equal(counted_at(apart, at), 0);
	}
}

T(a_complaint_is_marked_too_but_not_for_who_is_named)
{
	struct apart *apart = *state;
	struct answers *named;
	struct id id;

	counter_sign_in(apart->counter[0], "yusuf");
	counter_sign_in(apart->counter[1], "hendra");
	named = complaints_sheet(apart->counter[0]);
	counter_type(apart->counter[0], named, "named_officer", "sri");
	id = complaints_receive(apart->counter[0], named);
	apart_meet(apart);
	complaints_do(apart->counter[0], id, "review");
	complaints_do(apart->counter[1], id, "withdraw");
	apart_meet(apart);
	for (size_t at = 0; at < APART; at++) {
		assert_true(complaints_read(apart->counter[at], id)
		    .status->is_divided);
		assert_int_equal(counted_at(apart, at), 1);
	}
	counter_sign_in(apart->counter[0], "sri");
	assert_int_equal(counted_at(apart, 0), 0);
}

#define ROW(row, test) T_ROW_WITH(row, test, apart_setup, apart_teardown)

static const struct CMUnitTest tests[] = {
	ROW("E8", it_is_to_be_reviewed_and_the_earliest_deadline_counts),
	ROW("E8", both_ends_are_shown_with_who_where_and_when),
	ROW("E8", the_next_step_joins_them_at_every_counter),
	ROW("E8", a_case_that_ended_for_one_of_them_goes_on_from_the_other),
	ROW("E8",
	    two_who_declare_it_complete_are_one_state_and_the_earlier_day),
	ROW("E8", a_complaint_is_marked_too_but_not_for_who_is_named),
};

int
main(void)
{
	return T_RUN(tests);
}
