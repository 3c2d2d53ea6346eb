/* The same cell set to different values by counters that did not know. */
#include "lib/fleet.h"

#include "store/conflict.h"
#include "store/history.h"

static int
setup(void **state)
{
	*state = fleet_new(3, 2);
	return 0;
}

static int
teardown(void **state)
{
	fleet_free(*state);
	return 0;
}

#define FLEET(test) cmocka_unit_test_setup_teardown(test, setup, teardown)
#define FLEET_ROW(row, test) T_ROW_WITH(row, test, setup, teardown)

static struct record
get(struct fleet *fleet, size_t at, enum table_number table,
    const struct id *id)
{
	struct record record;
	struct err err = { 0 };

	t_done(store_get(fleet->counter[at]->store, table, id, fleet->arena,
		   &record, &err),
	    err);
	return record;
}

static void
change(struct fleet *fleet, size_t at, const struct id *id, int cell,
    const char *text)
{
	struct record person = get(fleet, at, TABLE_PERSON, id);

	record_set_text(&person, fleet->arena, cell, text);
	fleet->counter[at]->now_ms += 1000 * (int64_t)(at + 1);
	register_put(fleet->counter[at], &person);
}

static struct id
make_person(struct fleet *fleet)
{
	struct record person =
	    record_of(TABLE_PERSON, store_new_id(fleet->counter[0]->store));

	record_set_text(&person, fleet->arena, PERSON_PHONE, "0811");
	record_set_text(&person, fleet->arena, PERSON_ADDRESS, "Jl. Satu");
	record_set_text(&person, fleet->arena, PERSON_VILLAGE, "Satu");
	register_put(fleet->counter[0], &person);
	fleet_meet(fleet);
	return person.id;
}

static struct conflicts
conflicts_at(struct fleet *fleet, size_t at)
{
	struct conflicts conflicts = { .arena = fleet->arena };
	struct store *store = fleet->counter[at]->store;
	struct err err = { 0 };
	int64_t n = -1;

	t_done(store_conflicts(store, 0, NULL, &conflicts, &err), err);
	t_done(store_conflict_count(store, &n, &err), err);
	assert_int_equal(n, conflicts.n);
	return conflicts;
}

static bool
is_parallel(struct fleet *fleet, size_t at, const struct id *id)
{
	bool is = false;
	struct err err = { 0 };

	t_done(store_is_parallel(
		   fleet->counter[at]->store, TABLE_PERSON, id, &is, &err),
	    err);
	return is;
}

static void
decide(struct fleet *fleet, size_t at, const struct conflict *conflict,
    size_t index)
{
	struct store *store = fleet->counter[at]->store;
	scoped_transaction transaction = { 0 };
	struct err err = { 0 };

	t_done(transaction_begin(&transaction, store, "budi", &err), err);
	t_done(store_conflict_decide(store, conflict, index, &err), err);
	t_done(transaction_commit(&transaction, &err), err);
}

/* The phone number at two counters, while the share is away. */
static struct id
disagree(struct fleet *fleet)
{
	struct id id = make_person(fleet);

	change(fleet, 0, &id, PERSON_PHONE, "0812");
	change(fleet, 1, &id, PERSON_PHONE, "0813");
	fleet_meet(fleet);
	fleet_is_one(fleet);
	return id;
}

T(both_values_are_kept_and_shown_with_who_wrote_them)
{
	struct fleet *fleet = *state;
	struct id id = disagree(fleet);

	for (size_t at = 0; at < fleet->n; at++) {
		struct conflicts conflicts = conflicts_at(fleet, at);
		const struct conflict_value *values = conflicts.list[0].values;

		assert_int_equal(conflicts.n, 1);
		assert_true(id_equal(&conflicts.list[0].id, &id));
		assert_int_equal(conflicts.list[0].n_cells, 1);
		assert_int_equal(conflicts.list[0].cells[0], PERSON_PHONE);
		assert_int_equal(conflicts.list[0].n_values, 2);
		assert_string_equal(values[0].values[0].text, "0813");
		assert_string_equal(values[0].station, "L02");
		assert_string_equal(values[0].officer, "ani");
		assert_true(values[0].is_shown);
		assert_string_equal(values[1].values[0].text, "0812");
		assert_string_equal(values[1].station, "L01");
		assert_false(values[1].is_shown);
		assert_true(values[0].at_ms > values[1].at_ms);
		assert_true(is_parallel(fleet, at, &id));
	}
}

/* Also when the one kept is the one that was shown. */
T(one_decision_ends_it_everywhere)
{
	struct fleet *fleet = *state;

	for (size_t kept = 0; kept < 2; kept++) {
		struct id id = disagree(fleet);
		struct conflicts conflicts = conflicts_at(fleet, 2);
		const char *text =
		    conflicts.list[0].values[kept].values[0].text;
		const char *before;

		before = fleet_digest(fleet, 2);
		decide(fleet, 2, &conflicts.list[0], kept);
		assert_int_equal(conflicts_at(fleet, 2).n, 0);
		assert_string_not_equal(fleet_digest(fleet, 2), before);
		fleet_meet(fleet);
		fleet_is_one(fleet);
		for (size_t at = 0; at < fleet->n; at++) {
			struct record person =
			    get(fleet, at, TABLE_PERSON, &id);

			assert_int_equal(conflicts_at(fleet, at).n, 0);
			assert_string_equal(
			    record_text(&person, PERSON_PHONE), text);
			assert_false(is_parallel(fleet, at, &id));
		}
	}
}

T(a_decision_on_what_is_no_longer_so_is_refused)
{
	struct fleet *fleet = *state;
	struct id id = disagree(fleet);
	struct conflicts conflicts = conflicts_at(fleet, 0);
	struct store *store = fleet->counter[0]->store;
	scoped_transaction transaction = { 0 };
	struct err err = { 0 };

	change(fleet, 0, &id, PERSON_PHONE, "0899");
	assert_int_equal(conflicts_at(fleet, 0).n, 0);
	t_done(transaction_begin(&transaction, store, "budi", &err), err);
	assert_int_equal(
	    store_conflict_decide(store, &conflicts.list[0], 0, &err),
	    FAIL_CONFLICT);
	assert_string_equal(err.fact.code, "store.conflict-changed");
}

T(two_decisions_that_differ_are_a_conflict_again)
{
	struct fleet *fleet = *state;
	struct id id = disagree(fleet);

	for (size_t at = 0; at < 2; at++) {
		struct conflicts conflicts = conflicts_at(fleet, at);

		decide(fleet, at, &conflicts.list[0], at);
	}
	fleet_meet(fleet);
	fleet_is_one(fleet);
	assert_int_equal(conflicts_at(fleet, 2).n, 1);
	change(fleet, 2, &id, PERSON_PHONE, "0800");
	fleet_meet(fleet);
	fleet_is_one(fleet);
	assert_int_equal(conflicts_at(fleet, 0).n, 0);
}

T(different_cells_are_both_kept_and_labelled)
{
	struct fleet *fleet = *state;
	struct id id = make_person(fleet);
	struct record person;

	assert_false(is_parallel(fleet, 0, &id));
	change(fleet, 0, &id, PERSON_PHONE, "0812");
	change(fleet, 1, &id, PERSON_EMAIL, "a@b.id");
	fleet_meet(fleet);
	fleet_is_one(fleet);
	person = get(fleet, 2, TABLE_PERSON, &id);
	assert_string_equal(record_text(&person, PERSON_PHONE), "0812");
	assert_string_equal(record_text(&person, PERSON_EMAIL), "a@b.id");
	for (size_t at = 0; at < fleet->n; at++) {
		assert_true(is_parallel(fleet, at, &id));
		assert_int_equal(conflicts_at(fleet, at).n, 0);
	}
	change(fleet, 2, &id, PERSON_NAME, "Wayan");
	fleet_meet(fleet);
	fleet_is_one(fleet);
	assert_false(is_parallel(fleet, 0, &id));
}

/* One after the other is not beside each other. */
T(a_change_by_who_knew_the_other_is_not_parallel)
{
	struct fleet *fleet = *state;
	struct id id = make_person(fleet);

	change(fleet, 0, &id, PERSON_PHONE, "0812");
	fleet_meet(fleet);
	change(fleet, 1, &id, PERSON_EMAIL, "a@b.id");
	change(fleet, 1, &id, PERSON_NAME, "Wayan");
	fleet_meet(fleet);
	change(fleet, 2, &id, PERSON_PHONE, "0813");
	fleet_meet(fleet);
	fleet_is_one(fleet);
	for (size_t at = 0; at < fleet->n; at++) {
		assert_false(is_parallel(fleet, at, &id));
		assert_int_equal(conflicts_at(fleet, at).n, 0);
	}
}

/* Jl. Dua in village Satu is where nobody lives. */
T(an_address_and_its_village_are_one_conflict)
{
	struct fleet *fleet = *state;
	struct id id = make_person(fleet);
	struct conflicts conflicts;
	struct record person;

	change(fleet, 0, &id, PERSON_ADDRESS, "Jl. Dua");
	change(fleet, 1, &id, PERSON_VILLAGE, "Tiga");
	fleet_meet(fleet);
	fleet_is_one(fleet);
	conflicts = conflicts_at(fleet, 2);
	assert_int_equal(conflicts.n, 1);
	assert_int_equal(conflicts.list[0].n_cells, 2);
	person = get(fleet, 2, TABLE_PERSON, &id);
	assert_string_equal(record_text(&person, PERSON_ADDRESS), "Jl. Satu");
	assert_string_equal(record_text(&person, PERSON_VILLAGE), "Tiga");
	decide(fleet, 2, &conflicts.list[0], 1);
	fleet_meet(fleet);
	fleet_is_one(fleet);
	person = get(fleet, 0, TABLE_PERSON, &id);
	assert_string_equal(record_text(&person, PERSON_ADDRESS), "Jl. Dua");
	assert_string_equal(record_text(&person, PERSON_VILLAGE), "Satu");
	assert_int_equal(conflicts_at(fleet, 0).n, 0);
}

/* Two counters judge the same requirement: one row, made twice. */
T(a_row_made_twice_is_one_row_with_both_values)
{
	struct fleet *fleet = *state;
	struct record record = register_application(
	    fleet->counter[0], "", "2026-11-02", "Made", "Tunas");
	struct id key = id_derived("checklist", &record.id, "32/1.A.4");
	struct conflicts conflicts;

	fleet_meet(fleet);
	for (size_t at = 0; at < 2; at++) {
		struct record check = record_of(TABLE_CHECK, key);

		record_set_id(&check, CHECK_APPLICATION_ID, record.id);
		record_set_text(&check, fleet->arena, CHECK_CLAUSE, "32/1.A.4");
		record_set_text(&check, fleet->arena, CHECK_RESULT,
		    at == 0 ? "ada" : "tidak");
		register_put(fleet->counter[at], &check);
	}
	fleet_meet(fleet);
	fleet_is_one(fleet);
	conflicts = conflicts_at(fleet, 2);
	assert_int_equal(conflicts.n, 1);
	assert_int_equal(conflicts.list[0].cells[0], CHECK_RESULT);
	decide(fleet, 2, &conflicts.list[0], 1);
	fleet_meet(fleet);
	fleet_is_one(fleet);
	assert_int_equal(conflicts_at(fleet, 0).n, 0);
}

T(equal_values_are_no_conflict)
{
	struct fleet *fleet = *state;
	struct id id = make_person(fleet);

	change(fleet, 0, &id, PERSON_PHONE, "0812");
	change(fleet, 1, &id, PERSON_PHONE, "0812");
	fleet_meet(fleet);
	fleet_is_one(fleet);
	assert_int_equal(conflicts_at(fleet, 2).n, 0);
	assert_true(is_parallel(fleet, 2, &id));
}

T(the_history_says_what_each_author_saw)
{
	struct fleet *fleet = *state;
	struct id id = disagree(fleet);

	for (size_t at = 0; at < fleet->n; at++) {
		struct history history = { .arena = fleet->arena };
		struct err err = { 0 };

		t_done(store_history(fleet->counter[at]->store, TABLE_PERSON,
			   &id, &history, &err),
		    err);
		assert_int_equal(history.n, 3);
		assert_true(history.list[0].is_new);
		assert_string_equal(history.list[1].station, "L01");
		assert_string_equal(history.list[2].station, "L02");
		for (size_t i = 1; i < 3; i++) {
			assert_int_equal(history.list[i].n_cells, 1);
			assert_string_equal(
			    history.list[i].cells[0].before.text, "0811");
		}
		assert_true(history.list[1].txn != history.list[2].txn);
	}
}

/* L02's company comes to L03 before the person of L01 it belongs to. */
T(a_record_may_wait_for_the_one_it_names)
{
	struct fleet *fleet = *state;
	struct record person =
	    record_of(TABLE_PERSON, store_new_id(fleet->counter[0]->store));
	struct record company =
	    record_of(TABLE_COMPANY, store_new_id(fleet->counter[1]->store));
	struct store *store = fleet->counter[2]->store;
	struct orphan orphans[4];
	struct applied applied;
	struct err err = { 0 };
	size_t n = 0;

	register_put(fleet->counter[0], &person);
	fleet_seal(fleet, 0);
	fleet_pull(fleet, 1);
	record_set_id(&company, COMPANY_PERSON_ID, person.id);
	register_put(fleet->counter[1], &company);
	fleet_seal(fleet, 1);
	assert_int_equal(fleet_apply(fleet, 2, 1, &applied), FAIL_NONE);
	t_done(store_orphans(store, orphans, 4, &n, &err), err);
	assert_int_equal(n, 1);
	assert_int_equal(orphans[0].table->number, TABLE_COMPANY);
	assert_true(id_equal(&orphans[0].id, &company.id));
	assert_int_equal(orphans[0].cell, COMPANY_PERSON_ID);
	fleet_finds_nothing(fleet, 2);
	assert_int_equal(fleet_apply(fleet, 2, 0, &applied), FAIL_NONE);
	t_done(store_orphans(store, orphans, 4, &n, &err), err);
	assert_int_equal(n, 0);
}

static const struct CMUnitTest tests[] = {
	FLEET_ROW("E1", both_values_are_kept_and_shown_with_who_wrote_them),
	FLEET(one_decision_ends_it_everywhere),
	FLEET(a_decision_on_what_is_no_longer_so_is_refused),
	FLEET_ROW("E3", two_decisions_that_differ_are_a_conflict_again),
	FLEET_ROW("E2", different_cells_are_both_kept_and_labelled),
	FLEET(a_change_by_who_knew_the_other_is_not_parallel),
	FLEET(an_address_and_its_village_are_one_conflict),
	FLEET_ROW("E9", a_row_made_twice_is_one_row_with_both_values),
	FLEET(equal_values_are_no_conflict),
	FLEET(the_history_says_what_each_author_saw),
	FLEET(a_record_may_wait_for_the_one_it_names),
};

int
main(void)
{
	return T_RUN(tests);
}
