/* What two counters did to one thing, and what a person says to it. */
#include "lib/fleet.h"

#include "store/conflict.h"

static int
setup(void **state)
{
	*state = fleet_new(3, 1);
	return 0;
}

static int
teardown(void **state)
{
	fleet_free(*state);
	return 0;
}

#define FLEET_ROW(row, test) T_ROW_WITH(row, test, setup, teardown)

static void
put_name(
    struct fleet *fleet, size_t at, struct record *person, const char *name)
{
	record_set_text(person, fleet->arena, PERSON_NAME, name);
	register_put(fleet->counter[at], person);
}

/* Nothing is ever deleted; what is emptied is the nearest to it. */
T(an_emptied_cell_and_an_edited_one_are_both_kept)
{
	struct fleet *fleet = *state;
	struct record person =
	    record_of(TABLE_PERSON, store_new_id(fleet->counter[0]->store));
	struct err err = { 0 };

	put_name(fleet, 0, &person, "Wayan");
	fleet_meet(fleet);
	put_name(fleet, 0, &person, "");
	fleet->counter[1]->now_ms += 1000;
	put_name(fleet, 1, &person, "I Wayan");
	fleet_meet(fleet);
	fleet_is_one(fleet);
	for (size_t i = 0; i < fleet->n; i++) {
		struct conflicts conflicts = { .arena = fleet->arena };
		const struct conflict_value *values;

		t_done(store_conflicts(
			   fleet->counter[i]->store, 0, NULL, &conflicts, &err),
		    err);
		assert_int_equal(conflicts.n, 1);
		assert_int_equal(conflicts.list[0].n_values, 2);
		values = conflicts.list[0].values;
		assert_string_equal(values[0].values[0].text, "I Wayan");
		assert_true(values[0].is_shown);
		assert_int_equal(values[1].values[0].type, VALUE_NONE);
	}
}

static void
put_firm(struct fleet *fleet, size_t at, const char *name)
{
	static const struct id none;
	struct record firm = record_of(
	    TABLE_COMPANY, id_derived("company", &none, "1234567890123"));

	record_set_text(&firm, fleet->arena, COMPANY_NIB, "1234567890123");
	record_set_text(&firm, fleet->arena, COMPANY_COMPANY_NAME, name);
	register_put(fleet->counter[at], &firm);
}

/* To be looked at once, by somebody; later rounds do not ask again. */
T(a_firm_registered_at_two_counters_is_one_and_its_verdict_stays)
{
	struct fleet *fleet = *state;
	struct conflicts conflicts = { .arena = fleet->arena };
	struct store *store = fleet->counter[2]->store;
	scoped_transaction transaction = { 0 };
	struct err err = { 0 };
	int64_t n = -1;

	put_firm(fleet, 0, "PT Contoh Plastik");
	put_firm(fleet, 1, "PT Contoh Plastik Indonesia");
	fleet_meet(fleet);
	fleet_is_one(fleet);
	t_done(store_conflicts(store, 0, NULL, &conflicts, &err), err);
	assert_int_equal(conflicts.n, 1);
	assert_int_equal(conflicts.list[0].cells[0], COMPANY_COMPANY_NAME);
	t_done(transaction_begin(&transaction, store, "budi", &err), err);
	t_done(store_conflict_decide(store, &conflicts.list[0], 1, &err), err);
	t_done(transaction_commit(&transaction, &err), err);
	fleet_meet(fleet);
	fleet_meet(fleet);
	fleet_is_one(fleet);
	t_done(store_conflict_count(fleet->counter[0]->store, &n, &err), err);
	assert_int_equal(n, 0);
}

static const struct CMUnitTest tests[] = {
	FLEET_ROW("E5", an_emptied_cell_and_an_edited_one_are_both_kept),
	FLEET_ROW("E7",
	    a_firm_registered_at_two_counters_is_one_and_its_verdict_stays),
};

int
main(void)
{
	return T_RUN(tests);
}
