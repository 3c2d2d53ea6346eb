/* Row E7 of the faults: one person or matter, registered at two counters. */
#include "lib/apart.h"
#include "lib/complaints.h"

#include "desk/alike.h"
#include "desk/dashboard.h"
#include "desk/exchange.h"
#include "desk/history.h"
#include "desk/list.h"
#include "store/conflict.h"
#include "store/history.h"

struct pairs {
	struct desk_alike *list;
	size_t n;
};

static struct pairs
pairs_at(struct apart *apart, size_t at)
{
	struct desk *desk = apart->counter[at]->desk;
	struct pairs pairs = { NULL, 0 };
	struct err err = { 0 };
	int64_t n = -1;

	t_done(desk_alikes(desk, apart->arena, &pairs.list, &pairs.n, &err),
	    err);
	t_done(desk_alike_count(desk, &n, &err), err);
	assert_int_equal(n, pairs.n);
	return pairs;
}

static const struct desk_alike *
pair_of(const struct pairs *pairs, enum table_number table)
{
	size_t at = 0;

	while (at < pairs->n && pairs->list[at].alike.table != table)
		at++;
	assert_true(at < pairs->n);
	return &pairs->list[at];
}

/* ani at L01 and dedi at L02 receive the same sheet. */
static void
receive_at_both(struct apart *apart)
{
	counter_sign_in(apart->counter[0], "ani");
	counter_sign_in(apart->counter[1], "dedi");
	counter_receive(apart->counter[0]);
	counter_at(apart->counter[1], "2026-11-02T09:30");
	counter_receive(apart->counter[1]);
}

static void
decide(struct apart *apart, size_t at, const struct desk_alike *pair,
    enum alike_verdict verdict)
{
	struct err err = { 0 };

	t_done(desk_alike_decide(apart->counter[at]->desk, &pair->alike,
	    ALIKE_UNDECIDED, verdict, &err), err);
}

T(both_sides_are_shown_with_who_where_and_when)
{
	struct apart *apart = *state;

	receive_at_both(apart);
	assert_int_equal(pairs_at(apart, 0).n, 0);
	apart_meet(apart);
	for (size_t at = 0; at < APART; at++) {
		struct pairs pairs = pairs_at(apart, at);
		const struct desk_alike *pair =
		    pair_of(&pairs, TABLE_APPLICATION);

		assert_int_equal(pairs.n, 2);
		assert_string_equal(pair->what, "PT Contoh Plastik");
		assert_string_equal(pair->sides[0].number, "L01-2026-0001");
		assert_string_equal(pair->sides[0].station, "L01");
		assert_string_equal(pair->sides[0].officer_name,
		    "Ani Lestari");
		assert_string_equal(pair->sides[1].number, "L02-2026-0001");
		assert_string_equal(pair->sides[1].officer_name,
		    "Dedi Kurnia");
		assert_true(pair->sides[0].at_ms < pair->sides[1].at_ms);
		assert_int_equal(pair->n_fields, 0);
		assert_int_equal(pair_of(&pairs, TABLE_PERSON)->n_fields, 0);
	}
}

T(fields_that_differ_are_told_and_identities_are_masked)
{
	struct apart *apart = *state;
	struct record one = record_of(TABLE_PERSON,
	    desk_new_id(apart->counter[0]->desk));
	struct record other = record_of(TABLE_PERSON,
	    desk_new_id(apart->counter[1]->desk));
	struct pairs pairs;

	record_set_text(&one, apart->arena, PERSON_NIK, "3214011503900001");
	record_set_text(&one, apart->arena, PERSON_NAME, "Wayan");
	record_set_text(&one, apart->arena, PERSON_PHONE, "081234567890");
	other.cell[PERSON_NAME] = one.cell[PERSON_NAME];
	other.cell[PERSON_PHONE] = one.cell[PERSON_PHONE];
	record_set_text(&other, apart->arena, PERSON_VILLAGE,
	    "32.14.01.1002");
	register_put(apart->fleet->counter[0], &one);
	counter_at(apart->counter[1], "2026-11-02T09:30");
	register_put(apart->fleet->counter[1], &other);
	apart_meet(apart);
	counter_sign_in(apart->counter[0], "dedi");
	pairs = pairs_at(apart, 0);
	assert_int_equal(pairs.n, 1);
	assert_int_equal(pairs.list[0].n_fields, 2);
	assert_string_equal(pairs.list[0].fields[0].label, "NIK");
	assert_string_equal(pairs.list[0].fields[0].texts[0],
	    "************0001");
	assert_string_equal(pairs.list[0].fields[0].texts[1], "");
	assert_null(strstr(pairs.list[0].fields[1].texts[1], "32.14"));
}

T(the_verdict_travels_and_the_pair_never_comes_back)
{
	struct apart *apart = *state;
	struct pairs pairs;
	const struct desk_alike *pair;
	struct history history = { .arena = apart->arena };
	struct record row;
	struct err err = { 0 };

	receive_at_both(apart);
	apart_meet(apart);
	pairs = pairs_at(apart, 1);
	pair = pair_of(&pairs, TABLE_APPLICATION);
	decide(apart, 1, pair, ALIKE_DIFFERENT);
	assert_int_equal(pairs_at(apart, 1).n, 1);
	apart_meet(apart);
	assert_int_equal(pairs_at(apart, 0).n, 1);
	row = alike_verdict_row(&pair->alike, ALIKE_DIFFERENT, apart->arena);
	t_done(store_history(apart->fleet->counter[0]->store, TABLE_VERDICT,
	    &row.id, &history, &err), err);
	assert_int_equal(history.n, 1);
	assert_string_equal(history.list[0].officer, "dedi");
	assert_string_equal(history.list[0].station, "L02");
	counter_sign_in(apart->counter[0], "ani");
	counter_bring_to(apart->counter[0], pair->sides[0].id, "lengkap");
	apart_meet(apart);
	assert_int_equal(pairs_at(apart, 0).n, 1);
	assert_int_equal(pairs_at(apart, 1).n, 1);
}

T(of_the_same_person_the_one_that_stays_is_offered)
{
	struct apart *apart = *state;
	struct pairs pairs;
	const struct desk_alike *pair;
	struct found_records found = { .arena = apart->arena, .limit = 10 };
	struct err err = { 0 };

	receive_at_both(apart);
	apart_meet(apart);
	pairs = pairs_at(apart, 0);
	pair = pair_of(&pairs, TABLE_PERSON);
	for (size_t side = 0; side < 2; side++) {
		struct record person;

		t_done(desk_alike_decide(apart->counter[0]->desk,
		    &pair->alike, side == 0 ? ALIKE_UNDECIDED :
		    desk_alike_stays(pair, 0),
		    desk_alike_stays(pair, side), &err), err);
		apart_meet(apart);
		for (size_t at = 0; at < APART; at++) {
			struct desk *desk = apart->counter[at]->desk;

			t_done(desk_known_person(desk, "3214011503900001",
			    apart->arena, &person, &err), err);
			assert_true(id_equal(&person.id,
			    &pair->sides[side].id));
			t_done(desk_search_people(desk, "lestari", &found,
			    &err), err);
			assert_int_equal(found.n, 1);
			assert_true(id_equal(&found.list[0].id,
			    &pair->sides[side].id));
		}
	}
}

struct conflicts_found {
	struct desk_conflict list[4];
	size_t n;
};

static struct conflicts_found
conflicts_at(struct apart *apart, size_t at, enum table_number table)
{
	struct conflicts_found found = { .n = 0 };
	struct desk_conflict *list = NULL;
	struct err err = { 0 };
	size_t n = 0;

	t_done(desk_conflicts(apart->counter[at]->desk, NULL, apart->arena,
	    &list, &n, &err), err);
	for (size_t i = 0; i < n && found.n < 4; i++)
		if (list[i].conflict->table->number == table)
			found.list[found.n++] = list[i];
	return found;
}

T(two_who_decide_alike_leave_one_row_and_no_conflict)
{
	struct apart *apart = *state;
	struct pairs pairs;
	struct records rows = { .arena = apart->arena };
	struct err err = { 0 };

	receive_at_both(apart);
	apart_meet(apart);
	for (size_t at = 0; at < APART; at++) {
		const struct desk_alike *pair;

		pairs = pairs_at(apart, at);
		pair = pair_of(&pairs, TABLE_PERSON);
		decide(apart, at, pair, desk_alike_stays(pair, 0));
	}
	apart_meet(apart);
	t_done(store_all(apart->fleet->counter[0]->store, TABLE_VERDICT,
	    &rows, &err), err);
	assert_int_equal(rows.n, 1);
	assert_int_equal(conflicts_at(apart, 1, TABLE_VERDICT).n, 0);
}

T(two_who_decide_otherwise_are_a_conflict_that_one_decision_ends)
{
	struct apart *apart = *state;
	struct pairs pairs;
	struct conflicts_found found;
	struct err err = { 0 };

	receive_at_both(apart);
	apart_meet(apart);
	pairs = pairs_at(apart, 0);
	decide(apart, 0, pair_of(&pairs, TABLE_APPLICATION),
	    ALIKE_DIFFERENT);
	decide(apart, 1, pair_of(&pairs, TABLE_APPLICATION),
	    desk_alike_stays(pair_of(&pairs, TABLE_APPLICATION), 0));
	apart_meet(apart);
	found = conflicts_at(apart, 0, TABLE_VERDICT);
	assert_int_equal(found.n, 1);
	assert_non_null(strstr(found.list[0].what, "L01-2026-0001"));
	assert_non_null(strstr(found.list[0].what, "L02-2026-0001"));
	for (size_t i = 0; i < 2; i++) {
		bool is_ours = strcmp(found.list[0].officer_names[i],
		    "Ani Lestari") == 0;

		assert_string_equal(found.list[0].texts[i],
		    is_ours ? "" : "L01-2026-0001");
	}
	t_done(desk_conflict_decide(apart->counter[0]->desk,
	    found.list[0].conflict, 0, &err), err);
	apart_meet(apart);
	assert_int_equal(conflicts_at(apart, 0, TABLE_VERDICT).n, 0);
	assert_int_equal(conflicts_at(apart, 1, TABLE_VERDICT).n, 0);
}

T(the_history_of_both_says_who_decided)
{
	struct apart *apart = *state;
	struct pairs pairs;
	const struct desk_alike *pair;

	receive_at_both(apart);
	apart_meet(apart);
	pairs = pairs_at(apart, 1);
	pair = pair_of(&pairs, TABLE_APPLICATION);
	decide(apart, 1, pair, desk_alike_stays(pair, 0));
	apart_meet(apart);
	for (size_t side = 0; side < 2; side++) {
		struct history_line *lines = NULL;
		struct err err = { 0 };
		size_t n = 0;

		t_done(desk_history(apart->counter[0]->desk,
		    &pair->sides[side].id, apart->arena, &lines, &n, &err),
		    err);
		assert_int_equal(lines[n - 1].kind, HISTORY_JUDGED);
		assert_string_equal(lines[n - 1].what,
		    side == 0 ? "same" : "copy");
		assert_string_equal(lines[n - 1].label,
		    pair->sides[1 - side].number);
		assert_string_equal(lines[n - 1].officer, "dedi");
	}
}

T(who_came_for_the_firm_is_told_by_name)
{
	struct apart *apart = *state;
	struct conflicts_found found;

	receive_at_both(apart);
	apart_meet(apart);
	found = conflicts_at(apart, 0, TABLE_COMPANY);
	assert_int_equal(found.n, 1);
	assert_string_equal(found.list[0].texts[0],
	    "Désirée Ayu Lestari ************0001");
}

T(who_was_slower_is_told_and_changes_nothing)
{
	struct apart *apart = *state;
	struct pairs pairs;
	const struct desk_alike *pair;
	struct err err = { 0 };

	receive_at_both(apart);
	apart_meet(apart);
	pairs = pairs_at(apart, 0);
	pair = pair_of(&pairs, TABLE_PERSON);
	decide(apart, 1, pair, ALIKE_DIFFERENT);
	apart_meet(apart);
	assert_int_equal(desk_alike_decide(apart->counter[0]->desk,
	    &pair->alike, ALIKE_UNDECIDED, desk_alike_stays(pair, 0), &err),
	    FAIL_CONFLICT);
	assert_string_equal(err.fact.code, "alike.decided");
}

T(a_complaint_written_down_twice_is_for_who_reviews_and_is_not_named)
{
	struct apart *apart = *state;
	struct answers *named;
	struct pairs pairs;
	struct err err = { 0 };

	counter_sign_in(apart->counter[0], "dedi");
	counter_sign_in(apart->counter[1], "yusuf");
	complaints_new(apart->counter[0]);
	named = complaints_sheet(apart->counter[1]);
	counter_type(apart->counter[1], named, "named_officer", "sri");
	complaints_receive(apart->counter[1], named);
	apart_meet(apart);
	pairs = pairs_at(apart, 0);
	assert_int_equal(pairs.n, 1);
	assert_int_equal(pairs.list[0].alike.table, TABLE_COMPLAINT);
	assert_false(pairs.list[0].may_decide);
	assert_int_equal(desk_alike_decide(apart->counter[0]->desk,
	    &pairs.list[0].alike, ALIKE_UNDECIDED, ALIKE_DIFFERENT, &err),
	    FAIL_DENIED);
	counter_sign_in(apart->counter[0], "sri");
	assert_int_equal(pairs_at(apart, 0).n, 0);
	assert_int_equal(desk_alike_decide(apart->counter[0]->desk,
	    &pairs.list[0].alike, ALIKE_UNDECIDED, ALIKE_DIFFERENT, &err),
	    FAIL_MISSING);
	counter_sign_in(apart->counter[1], "yusuf");
	decide(apart, 1, &pairs.list[0], ALIKE_DIFFERENT);
	assert_int_equal(pairs_at(apart, 1).n, 0);
}

T(the_dashboard_counts_them)
{
	struct apart *apart = *state;
	struct dashboard dashboard;
	struct err err = { 0 };
	size_t n = 0;

	receive_at_both(apart);
	apart_meet(apart);
	t_done(desk_dashboard(apart->counter[0]->desk, &dashboard, &err),
	    err);
	for (size_t i = 0; i < dashboard.n_attention; i++)
		if (dashboard.attention[i].opens == ATTENTION_ALIKE) {
			n++;
			assert_string_equal(
			    dashboard.attention[i].fact.arg[0], "2");
		}
	assert_int_equal(n, 1);
}

#define ROW(row, test) T_ROW_WITH(row, test, apart_setup, apart_teardown)

static const struct CMUnitTest tests[] = {
	ROW("E7", both_sides_are_shown_with_who_where_and_when),
	ROW("E7", fields_that_differ_are_told_and_identities_are_masked),
	ROW("E7", the_verdict_travels_and_the_pair_never_comes_back),
	ROW("E7", of_the_same_person_the_one_that_stays_is_offered),
	ROW("E7", two_who_decide_alike_leave_one_row_and_no_conflict),
	ROW("E7",
	    two_who_decide_otherwise_are_a_conflict_that_one_decision_ends),
	ROW("E7", the_history_of_both_says_who_decided),
	ROW("E7", who_came_for_the_firm_is_told_by_name),
	ROW("E7", who_was_slower_is_told_and_changes_nothing),
	ROW("E7",
	    a_complaint_written_down_twice_is_for_who_reviews_and_is_not_named),
	ROW("E7", the_dashboard_counts_them),
};

int
main(void)
{
	return T_RUN(tests);
}
