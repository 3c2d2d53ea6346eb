/* What one counter writes arrives at another, once, whole, in any order. */
#include "lib/fleet.h"

#include "store/history.h"

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

#define FLEET(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

static const char *
name_at(struct fleet *fleet, size_t at, const struct id *id)
{
	struct record record;
	struct err err = { 0 };

	if (store_get(fleet->counter[at]->store, TABLE_PERSON, id, fleet->arena,
		&record, &err))
		return "(none)";
	return record_text(&record, PERSON_NAME);
}

static struct record
new_person(struct fleet *fleet, size_t at, const char *name)
{
	struct register_fixture *counter = fleet->counter[at];
	struct record person =
	    record_of(TABLE_PERSON, store_new_id(counter->store));

	record_set_text(&person, counter->arena, PERSON_NAME, name);
	register_put(counter, &person);
	return person;
}

static void
rename_person(
    struct fleet *fleet, size_t at, const struct id *id, const char *name)
{
	struct register_fixture *counter = fleet->counter[at];
	struct record person;
	struct err err = { 0 };

	t_done(store_get(counter->store, TABLE_PERSON, id, counter->arena,
		   &person, &err),
	    err);
	record_set_text(&person, counter->arena, PERSON_NAME, name);
	register_put(counter, &person);
}

T(what_one_counter_wrote_is_at_the_others)
{
	struct fleet *fleet = *state;
	struct record person = new_person(fleet, 0, "Wayan");
	struct register_fixture *counter = fleet->counter[1];

	register_application(counter, "", "2026-11-02", "Made", "Tunas Baru");
	fleet_meet(fleet);
	assert_string_equal(name_at(fleet, 1, &person.id), "Wayan");
	assert_string_equal(name_at(fleet, 2, &person.id), "Wayan");
	fleet_is_one(fleet);
	rename_person(fleet, 2, &person.id, "I Wayan");
	fleet_meet(fleet);
	assert_string_equal(name_at(fleet, 0, &person.id), "I Wayan");
	fleet_is_one(fleet);
}

T(a_bundle_is_applied_once)
{
	struct fleet *fleet = *state;
	struct applied applied;
	const char *digest;

	new_person(fleet, 0, "Wayan");
	assert_int_equal(fleet_seal(fleet, 0), 1);
	assert_int_equal(fleet_seal(fleet, 0), 0);
	assert_int_equal(fleet_apply(fleet, 1, 0, &applied), FAIL_NONE);
	assert_false(applied.was_known);
	assert_int_equal(applied.entries, 1);
	assert_true(applied.tables == UINT64_C(1) << TABLE_PERSON);
	digest = fleet_digest(fleet, 1);
	assert_int_equal(fleet_apply(fleet, 1, 0, &applied), FAIL_NONE);
	assert_true(applied.was_known);
	assert_int_equal(fleet_apply(fleet, 0, 0, &applied), FAIL_NONE);
	assert_true(applied.was_known);
	assert_string_equal(fleet_digest(fleet, 1), digest);
}

T(a_bundle_waits_for_the_one_before_it)
{
	struct fleet *fleet = *state;
	struct record person = new_person(fleet, 0, "Wayan");
	struct applied applied;

	fleet_seal(fleet, 0);
	rename_person(fleet, 0, &person.id, "I Wayan");
	fleet_seal(fleet, 0);
	assert_int_equal(fleet_apply(fleet, 1, 1, &applied), FAIL_MISSING);
	assert_string_equal(name_at(fleet, 1, &person.id), "(none)");
	assert_int_equal(fleet_apply(fleet, 1, 0, &applied), FAIL_NONE);
	assert_int_equal(fleet_apply(fleet, 1, 1, &applied), FAIL_NONE);
	assert_string_equal(name_at(fleet, 1, &person.id), "I Wayan");
}

/* L02's change of L01's record comes to L03 before the record does. */
T(a_change_that_comes_before_its_record_waits_for_it)
{
	struct fleet *fleet = *state;
	struct record person = new_person(fleet, 0, "Wayan");
	struct applied applied;

	fleet_seal(fleet, 0);
	fleet_pull(fleet, 1);
	rename_person(fleet, 1, &person.id, "I Wayan");
	fleet_seal(fleet, 1);
	assert_int_equal(fleet_apply(fleet, 2, 1, &applied), FAIL_NONE);
	assert_string_equal(name_at(fleet, 2, &person.id), "(none)");
	assert_int_equal(fleet_apply(fleet, 2, 0, &applied), FAIL_NONE);
	assert_string_equal(name_at(fleet, 2, &person.id), "I Wayan");
	fleet_pull(fleet, 0);
	fleet_is_one(fleet);
}

static const struct CMUnitTest tests[] = {
	FLEET(what_one_counter_wrote_is_at_the_others),
	FLEET(a_bundle_is_applied_once),
	FLEET(a_bundle_waits_for_the_one_before_it),
	FLEET(a_change_that_comes_before_its_record_waits_for_it),
};

int
main(void)
{
	return T_RUN(tests);
}
