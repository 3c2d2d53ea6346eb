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
#define FLEET_ROW(row, test) T_ROW_WITH(row, test, setup, teardown)

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
	const char *before = fleet_digest(fleet, 2);
	struct applied applied;

	fleet_seal(fleet, 0);
	fleet_pull(fleet, 1);
	rename_person(fleet, 1, &person.id, "I Wayan");
	fleet_seal(fleet, 1);
	assert_int_equal(fleet_apply(fleet, 2, 1, &applied), FAIL_NONE);
	assert_string_not_equal(fleet_digest(fleet, 2), before);
	assert_string_equal(name_at(fleet, 2, &person.id), "(none)");
	assert_int_equal(fleet_apply(fleet, 2, 0, &applied), FAIL_NONE);
	assert_string_equal(name_at(fleet, 2, &person.id), "I Wayan");
	fleet_pull(fleet, 0);
	fleet_is_one(fleet);
}

/* A failpoint that fails at one place. */
static enum fail
fail_at(void *context, const char *name, struct err *err)
{
	return strcmp(name, context) == 0 ? fail_set(err, FAIL_IO, "%s", name) :
					    FAIL_NONE;
}

T(an_apply_that_fails_changed_nothing_and_is_done_again)
{
	char places[][4] = { "S24", "S25", "S26", "S27" };
	struct fleet *fleet = *state;
	struct store *store = fleet->counter[1]->store;

	for (size_t i = 0; i < array_length(places); i++) {
		struct failpoint points = { fail_at, places[i] };
		struct record person = new_person(fleet, 0, "Wayan");
		bool is_last = strcmp(places[i], "S27") == 0;
		const char *before = fleet_digest(fleet, 1);
		struct fleet_bundle *made;
		struct incoming incoming;
		struct applied applied;

		new_person(fleet, 0, "Made");
		fleet_seal(fleet, 0);
		made = &fleet->list[fleet->n_bundles - 1];
		incoming = fleet_incoming(made);
		incoming.points = &points;
		assert_int_equal(
		    store_apply(store, &incoming, &applied, NULL), FAIL_IO);
		assert_string_equal(name_at(fleet, 1, &person.id),
		    is_last ? "Wayan" : "(none)");
		if (!is_last)
			assert_string_equal(fleet_digest(fleet, 1), before);
		fleet_finds_nothing(fleet, 1);
		/* What is written meanwhile is captured and checked. */
		new_person(fleet, 1, "Putu");
		assert_int_equal(
		    fleet_apply(fleet, 1, fleet->n_bundles - 1, &applied),
		    FAIL_NONE);
		assert_int_equal(applied.was_known, is_last);
		assert_string_equal(name_at(fleet, 1, &person.id), "Wayan");
	}
	fleet_meet(fleet);
	fleet_is_one(fleet);
}

/* Row C14: the one before it is lost, and all have been told so. */
T(row_C14_a_bundle_after_a_gap_does_not_wait)
{
	struct fleet *fleet = *state;
	struct record lost = new_person(fleet, 0, "Wayan"), person;
	struct incoming incoming;
	struct applied applied;
	struct err err = { 0 };

	fleet_seal(fleet, 0);
	person = new_person(fleet, 0, "Made");
	fleet_seal(fleet, 0);
	incoming = fleet_incoming(&fleet->list[1]);
	assert_int_equal(
	    store_apply(fleet->counter[1]->store, &incoming, &applied, &err),
	    FAIL_MISSING);
	incoming.is_after_gap = true;
	t_done(store_apply(fleet->counter[1]->store, &incoming, &applied, &err),
	    err);
	assert_string_equal(name_at(fleet, 1, &person.id), "Made");
	assert_string_equal(name_at(fleet, 1, &lost.id), "(none)");
	fleet_finds_nothing(fleet, 1);
	fleet_meet(fleet);
	fleet_is_one(fleet);
}

T(a_bundle_whose_number_or_entries_do_not_follow_is_refused)
{
	struct fleet *fleet = *state;
	struct fleet_bundle *made;
	struct incoming incoming;
	struct applied applied;
	struct err err = { 0 };

	new_person(fleet, 0, "Wayan");
	fleet_seal(fleet, 0);
	new_person(fleet, 0, "Made");
	fleet_seal(fleet, 0);
	assert_int_equal(fleet_apply(fleet, 1, 0, &applied), FAIL_NONE);
	made = &fleet->list[1];
	incoming = fleet_incoming(made);
	incoming.bundle.number = 3;
	assert_int_equal(
	    store_apply(fleet->counter[1]->store, &incoming, &applied, &err),
	    FAIL_CORRUPT);
	assert_string_equal(err.fact.code, "store.bundle-chain");
	incoming.bundle.number = 2;
	incoming.payload = fleet->list[0].payload;
	incoming.payload_size = fleet->list[0].payload_size;
	assert_int_equal(
	    store_apply(fleet->counter[1]->store, &incoming, &applied, &err),
	    FAIL_CORRUPT);
	assert_string_equal(err.fact.code, "store.bundle-chain");
	memset(incoming.bundle.prev, 0, HASH_SIZE);
	assert_int_equal(
	    store_apply(fleet->counter[1]->store, &incoming, &applied, &err),
	    FAIL_CORRUPT);
	incoming.payload_size--;
	assert_int_equal(
	    store_apply(fleet->counter[1]->store, &incoming, &applied, &err),
	    FAIL_CORRUPT);
	assert_string_equal(err.fact.code, "store.parcel-wrong");
}

/* What comes behind a good signature may still be anything. */
T(a_changed_payload_is_applied_whole_or_refused)
{
	enum { MUTANTS = 150 };
	struct fleet *fleet = *state;
	struct store *store = fleet->counter[1]->store;
	struct t_random random = { 12 };
	struct fleet_bundle *made;
	size_t refused = 0;

	new_person(fleet, 0, "Wayan");
	register_application(
	    fleet->counter[0], "", "2026-11-02", "Made", "Tunas Baru");
	fleet_seal(fleet, 0);
	made = &fleet->list[0];
	for (int i = 0; i < MUTANTS; i++) {
		uint8_t *payload = (uint8_t *)arena_bytes(
		    fleet->arena, made->payload, made->payload_size);
		struct incoming incoming = { .bundle = made->bundle,
			.file = made->file,
			.size = made->size,
			.payload = payload,
			.payload_size = made->payload_size };
		struct applied applied;
		enum fail fail;

		for (int n = 1 + i % 3; n > 0; n--)
			payload[t_random_below(&random, made->payload_size)] ^=
			    (uint8_t)(1 << t_random_below(&random, 8));
		/* Each from a counter of its own: none waits for another. */
		incoming.bundle.writer.byte[0] ^= (uint8_t)(i + 1);
		incoming.bundle.writer.byte[1] ^= (uint8_t)((i + 1) >> 8);
		memset(incoming.bundle.hash, i, sizeof i);
		incoming.bundle.hash[9] = (uint8_t)(i >> 8);
		fail = store_apply(store, &incoming, &applied, NULL);
		assert_true(fail == FAIL_NONE || fail == FAIL_CORRUPT ||
		    fail == FAIL_CONFLICT);
		refused += fail != FAIL_NONE;
	}
	assert_true(refused > MUTANTS / 4);
	fleet_finds_nothing(fleet, 1);
}

static struct record
new_officer(struct fleet *fleet, size_t at, const char *staff_id)
{
	struct register_fixture *counter = fleet->counter[at];
	struct record officer =
	    record_of(TABLE_OFFICER, store_new_id(counter->store));

	record_set_text(&officer, counter->arena, OFFICER_STAFF_ID, staff_id);
	register_put(counter, &officer);
	return officer;
}

static bool
has_officer(struct fleet *fleet, size_t at, const struct id *id)
{
	struct record officer;

	return store_get(fleet->counter[at]->store, TABLE_OFFICER, id,
		   fleet->arena, &officer, NULL) == FAIL_NONE;
}

/* L01 is the admin's; L02 had officers of its own before it joined. */
T(officers_are_the_admins_business)
{
	struct fleet *fleet = *state;
	struct record admins = new_officer(fleet, 0, "ani");
	struct record others = new_officer(fleet, 1, "budi");
	struct reference_writer writers[2] = {
		{ store_writer(fleet->counter[0]->store), 0, INT64_MAX },
		{ store_writer(fleet->counter[1]->store), 1, 1 },
	};
	struct record late =
	    record_of(TABLE_OFFICER, store_new_id(fleet->counter[1]->store));
	struct err err = { 0 };

	for (size_t i = 0; i < fleet->n; i++)
		t_done(store_reference_writers(
			   fleet->counter[i]->store, writers, 1, &err),
		    err);
	assert_false(has_officer(fleet, 1, &others.id));
	fleet_meet(fleet);
	fleet_is_one(fleet);
	assert_true(has_officer(fleet, 2, &admins.id));
	assert_false(has_officer(fleet, 2, &others.id));
	{
		scoped_transaction transaction = { 0 };

		t_done(transaction_begin(&transaction, fleet->counter[1]->store,
			   "budi", &err),
		    err);
		assert_int_equal(
		    store_put(fleet->counter[1]->store, &late, &err),
		    FAIL_DENIED);
		assert_string_equal(err.fact.code, "store.admins-only");
	}
	/* The roster takes its officers over, up to when it joined. */
	for (size_t i = 0; i < fleet->n; i++)
		t_done(store_reference_writers(
			   fleet->counter[i]->store, writers, 2, &err),
		    err);
	fleet_is_one(fleet);
	for (size_t i = 0; i < fleet->n; i++)
		assert_true(has_officer(fleet, i, &others.id));
	new_officer(fleet, 0, "citra");
	fleet_meet(fleet);
	fleet_is_one(fleet);
}

static const struct CMUnitTest tests[] = {
	FLEET(what_one_counter_wrote_is_at_the_others),
	FLEET_ROW("C9", a_bundle_is_applied_once),
	FLEET(a_bundle_waits_for_the_one_before_it),
	FLEET_ROW("E6", a_change_that_comes_before_its_record_waits_for_it),
	FLEET(an_apply_that_fails_changed_nothing_and_is_done_again),
	FLEET(row_C14_a_bundle_after_a_gap_does_not_wait),
	FLEET(a_bundle_whose_number_or_entries_do_not_follow_is_refused),
	FLEET_ROW("C12", a_changed_payload_is_applied_whole_or_refused),
	FLEET(officers_are_the_admins_business),
};

int
main(void)
{
	return T_RUN(tests);
}
